"""What was pledged, refused, warned of or agreed: the words that end a bare label.

They are the article's own, from its verb to where its clause ends; what does not end
within a few words is left out, so that no label is cut short.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from graph.corpus import sentence_at
from graph.telling import Telling

#: Types whose labels may say what in the article's words.
TAILED: Final = frozenset({"agreement", "pledge", "rejection", "statement"})
#: Words at most after "to" and "of", and after "that".
MOST: Final = 9
MOST_OF_CLAUSE: Final = 12

_DAY: Final = (
    r"(?: (?:on |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day| (?:yester|to)day)?"
)
_TO: Final = re.compile(rf"^{_DAY} ((?:not )?to [a-z].*)", re.S)
_THAT: Final = re.compile(rf"^{_DAY} (that .*)", re.S)
_OF: Final = re.compile(rf"^{_DAY} ((?:of|against|about) .*)", re.S)
_OBJECT: Final = re.compile(
    r"^ ((?:(?:the|an?|any|all) |(?:[A-Z][\w-]*['’]s? )+)[A-Za-z].*)", re.S
)
_AGAINST: Final = re.compile(r"^ ((?:the )?[\w' -]+?) of \w+ing\b", re.S)
#: What is done to something that its label then names with "of".
_TO_IT: Final = frozenset({"Condemnation", "Denial", "Rejection"})
#: Where such a thing ends, at the latest with the verb's particle ("ruled it out").
_THING: Final = re.compile(r"\s(?:to|by|in (?!the)|with|from|out|down|off|aside)\b")
#: Where a clause ends; words that begin another.
_STOP: Final = re.compile(r"(?<!\b[A-Z])\.(?!\d)|,(?!\d)|[;:!?)(“”\n]|\s[–—-]\s|$")
_BREAK: Final = re.compile(
    r"\s(?:if|unless|when|after|before|while|as|because|although|though|which|who|"
    r"that|but|until|since|in line|(?:on |late )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_OPEN_WORDS: Final = (
    "a an and at by for from he her his in into is it its no of on "
    "or our she so than the their them they this to was we were what with"
)
#: Words that end no phrase.
_OPEN: Final = frozenset(_OPEN_WORDS.split())

#: Words that point back at what a label does not name.
_BACK: Final = frozenset({"it", "them", "him", "this", "these", "those", "itself"})


def tail(told: Sequence[Telling], name: str) -> str:
    """Return the words that say what, with a space before; ``""`` where none do.

    Args:
        told: the tellings of one event.
        name: what it is called ("Pledge", "Refusal", "Warning").
    """
    found = sorted(
        {w for t in told if (w := _words(t, name))}, key=lambda w: (len(w), w)
    )
    return f" {found[0]}" if found else ""


def _words(telling: Telling, name: str) -> str:
    for trigger in telling.mention.triggers[:1]:
        sentence = sentence_at(telling.reading, trigger.start, trigger.end)
        last = sentence.start + len(sentence.text)
        after = telling.reading.article.text[trigger.end : last]
        after = re.sub(r"[^\S\n]*\n(?!\s*\n)\s*", " ", after)
        if name == "Refusal":
            return _cut(f"to {trigger.text.lower()}{after}", MOST, breaks=True)
        if name in _TO_IT and (found := _OBJECT.match(after)) is not None:
            thing = _THING.split(found[1])[0]
            return _cut(f"of {thing}", MOST, breaks=True)
        if name == "Accusation":
            found = _AGAINST.match(after)
            return _cut(f"against {found[1]}", MOST, breaks=True) if found else ""
        that = None if name == "Rejection" else _THAT.match(after)  # "ruled that out"
        if (found := that) is not None:
            return _cut(found[1], MOST_OF_CLAUSE, breaks=False)
        pattern = _OF if name == "Warning" else _TO
        if (found := pattern.match(after)) is not None:
            return _cut(found[1], MOST, breaks=True)
    return ""


def _cut(text: str, most: int, *, breaks: bool) -> str:
    """Return a clause up to its end, ``""`` where it is longer or has none."""
    found = _STOP.search(text)
    clause = text[: found.start()] if found else text
    if breaks and (broken := _BREAK.search(clause, 3)) is not None:
        clause = clause[: broken.start()]
    words = clause.split()
    if _BACK & {word.lower() for word in words}:
        return ""
    if not 2 < len(words) <= most and not (len(words) == 2 and breaks):
        return ""
    if words[-1].lower() in _OPEN or clause.count('"') % 2 or "’" in words[-1][:1]:
        return ""
    return " ".join(words)
