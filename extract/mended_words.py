"""Closed lists of words that the mending of trees goes by."""

from __future__ import annotations

from typing import Final

# fmt: off
#: Days of the week, and days told from the day of writing.
DAYS: Final = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "today", "yesterday", "tomorrow", "tonight",
})
#: Months, in full and as agencies shorten them.
MONTHS: Final = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "jan.", "feb.", "mar.", "apr.",
    "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.",
})
#: Nouns that stand bare beside a verb and tell when, how far or how much.
MEASURES: Final = frozenset({
    "day", "week", "month", "year", "hour", "minute", "second", "time", "morning",
    "afternoon", "evening", "night", "weekend", "noon", "midnight", "season", "spring",
    "summer", "autumn", "fall", "winter", "quarter", "decade", "century", "moment",
    "percent", "%", "point", "cent", "mile", "kilometer", "kilometre", "metre", "meter",
    "foot", "step", "way", "bit", "lot", "deal", "doubt", "matter", "dollar", "pound",
    "euro", "$", "£", "€", "half", "part", "degree", "once", "twice", "thing", "reason",
    "while", "tonne", "ton", "barrel", "share", "ounce", "bushel",
})
#: Verbs with two objects and nothing between them ("gave the port a crane").
GIVING: Final = frozenset({
    "give", "offer", "sell", "lend", "pay", "send", "show", "tell", "teach", "owe",
    "grant", "hand", "deny", "promise", "bring", "buy", "leave", "cost", "award", "ask",
    "charge", "allow", "wish", "save", "afford", "lead", "beat",
})
#: Verbs of who speaks, behind or between what is said.
SAYING: Final = frozenset({
    "say", "add", "tell", "announce", "note", "insist", "claim", "report", "warn",
    "declare", "state", "write", "explain", "argue", "acknowledge", "concede", "recall",
    "stress", "predict", "believe", "think", "suggest", "maintain", "contend",
    "conclude", "admit", "reply", "confirm", "remark", "observe", "complain", "assert",
    "ask", "allege", "estimate", "hope", "fear", "agree",
})
#: Participles with a comma before them that say something of the whole clause.
OF_THE_CLAUSE: Final = frozenset({
    "compare", "base", "give", "grant", "provide", "suppose", "follow", "consider",
    "judge", "assume", "combine", "concern", "regard", "bar", "own", "depend", "accord",
    "see", "leave", "put", "force", "prompt",
})
#: Things that are of a day: "the remarks on Monday angered" says when those were.
HELD: Final = frozenset({
    "remark", "comment", "list", "figure", "trading", "letter", "call", "article",
    "report", "speech", "game", "visit", "appearance", "interview", "event", "news",
    "move", "order", "hearing", "debate",
})
# fmt: on
#: Words that are no subject and no object where they stand bare.
TIMES: Final = DAYS | MONTHS | MEASURES
