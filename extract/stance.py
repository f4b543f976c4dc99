"""What a statement does to what it is about: supports, rejects, or neither."""

from __future__ import annotations

import re

from extract.records import Stance

_REJECTS = frozenset({"accuse", "deny", "reject", "complain"})
_SUPPORTS = frozenset({"pledge", "praise"})
_AGAINST = re.compile(
    r"\b(?:not|never|no|cannot|can't|can’t|won't|won’t|don't|don’t|reject\w*|refus\w*"
    r"|oppos\w*|unacceptable|impossible|ruled out|out of the question|exclud\w*"
    r"|against|den(?:y|ies|ied)|violat\w*|deviat\w*|reneg\w*|deadlock)\b",
    re.I,
)
#: Words with "no" or "not" that deny nothing: a number, a contrast, what stands aside.
_DENIES_NOTHING = re.compile(
    r"\bno\.? ?\d+|\bnot (?:only|just|merely|simply|necessarily)\b|, not (?=[\d$€£₹])"
    r"|\bno (?:longer than|later than|more than|less than|fewer than|doubt|matter)\b"
    r"|\b(?:whether|if|unless) or not\b"
    # what is told of whom, in a clause that ends at a comma
    r"|\b(?:who|whom|whose|which)\b[^,;.?!]*",
    re.I,
)
#: Ways of having nothing against something.
_NOTHING_AGAINST = re.compile(
    r"\bno (?:(?:\W|[\"'`“”’])*(?:qualms?|objections?|problems?|hesitation|difficult\w+"
    r"|reservations?))|\bnot? (?:oppos\w+|against|rul\w+ out|object\w*)\b"
    r"|\b(?:do|does|did|will|would) not (?:oppose|reject|rule out|exclude|object)\b",
    re.I,
)
#: Where a refusal lasts only until something is done, both ways are pulled.
_UNTIL = re.compile(r"\b(?:not|never|no|cannot|won['’]t)\b.*\b(?:until|unless)\b", re.I)
_FOR = re.compile(
    r"\b(?:support\w*|welcom\w*|agree\w*|accept\w*|read(?:y|iness)|willing\w*"
    r"|commit\w*|back(?:s|ed|ing)?|endors\w*|in favou?r|progress|constructive"
    r"|posit(?:ive)|thank\w*|prais\w*|hope\w*|optimis\w*)\b",
    re.I,
)


def stance_of(cue_kind: str, content: str) -> Stance:
    """Return the stance that a cue and the words it introduces show.

    ``"unclear"`` where they pull both ways, ``"neutral"`` where neither pulls.

    >>> stance_of("reject", "such accusations")
    'rejects'
    >>> stance_of("say", "he had no objection to a third round")
    'supports'
    """
    if cue_kind in _REJECTS:
        return "rejects"
    if cue_kind in _SUPPORTS:
        return "supports"
    if _UNTIL.search(content):
        return "unclear"
    open_to = bool(_NOTHING_AGAINST.search(content))
    content = _DENIES_NOTHING.sub(" ", _NOTHING_AGAINST.sub(" ", content))
    against = bool(_AGAINST.search(content))
    favour = open_to or bool(_FOR.search(content))
    if against and favour:
        return "unclear"
    if against:
        return "rejects"
    return "supports" if favour else "neutral"
