"""Reading of time expressions, one idea a file.

``atoms`` cuts text into words and figures, ``lexicon`` knows them, the
``grammar_*`` files put them together into the expressions of ``expressions``,
``recognise`` finds those in running text, ``direction`` tells past from future,
``resolve`` turns one expression and its anchors into a TIMEX3 value, and
``calendar`` does the arithmetic of days.
"""
