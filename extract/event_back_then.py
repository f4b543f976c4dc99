"""What was done at talks that the article has just dated: "a round that broke up".

A clause that hangs on dated talks, or opens with "on that occasion", tells what came
of them; it has their days and their place, not those of the article's news.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import children, grammatical_subjects
from extract.event_last_days import ENDING, ended
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extract.event_merging import Draft

#: Types that others are done at.
HELD: Final = frozenset({"talks", "meeting"})
#: Types of what is done at talks, or becomes of them.
DONE_AT: Final = frozenset(
    {"agreement", "impasse", "proposal", "rejection", "signing", "vote", "walkout"}
)
#: Nouns by which a sentence goes back to talks told before it.
OCCASIONS: Final = frozenset(
    {"occasion", "meeting", "round", "session", "gathering", "encounter", "conference"}
    | {"talk", "summit", "sitting", "time"}
)
#: Conjunctions of why or when talks ended.
WHY: Final = frozenset({"after", "when", "as", "because", "once"})
#: How the bases of days begin that are only those of the article's news.
GUESSED: Final = (
    *("told as", "told with", "the day of its news", "the date under"),
    "day of the statement",
)
#: By how many sentences at most "that occasion" follows the talks.
NEAR: Final = 2


def back_then(drafts: Sequence[Draft]) -> None:
    """Give what is told of talks that were dated before the days of those talks."""
    held = [d for d in drafts if d.type in HELD and d.modality == "actual"]
    for draft in drafts:
        if draft.type not in DONE_AT or draft.modality != "actual":
            continue
        open_day = draft.when.begin is None or draft.when.basis.startswith(GUESSED)
        if not open_day:
            continue
        token = draft.trigger.token
        talks = _hangs_on(token, held) or _undone(token, held) or _of_that(draft, held)
        if talks is None or talks.when.begin is None:
            continue
        draft.when = ended(talks.when) if draft.type == "impasse" else talks.when
        draft.when = replace(draft.when, basis="at the talks of those days")
        if talks.places:
            draft.places, draft.place_basis = talks.places, "the talks"


def _hangs_on(token: Token, held: Sequence[Draft]) -> Draft | None:
    """Return the talks that a relative clause tells the outcome of."""
    verb = token.head if token.dep_ == "conj" and token.head.pos_ == "VERB" else token
    if verb.dep_ not in {"acl:relcl", "acl"} or verb.pos_ != "VERB":
        return None
    nouns = {verb.head.idx} | {c.idx for c in children(verb.head, "nmod")}
    if token.sent.start < verb.head.i and lemma(verb) in ENDING:
        nouns |= {
            t.idx for t in token.doc[token.sent.start : verb.i]
        }  # "on Monday that"
    found = [(q.start, d) for d in held for q in d.triggers if q.start in nouns]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _undone(token: Token, held: Sequence[Draft]) -> Draft | None:
    """Return the talks that a verb tells the end of, or why they ended.

    "A second round, held in May, ended without result after Peru refused the draft."
    """
    verb = token
    if verb.dep_ == "advcl" and any(
        c.lower_ in WHY for c in children(verb, "mark", "advmod")
    ):
        verb = verb.head
    if verb.pos_ != "VERB" or lemma(verb) not in ENDING:
        return None
    nouns = {noun.idx: noun for noun in grammatical_subjects(verb)}
    for noun in tuple(nouns.values()):
        nouns.update({child.idx: child for child in children(noun, "nmod")})
    found = [d for d in held if any(q.start in nouns for q in d.triggers)]
    own = [d for d in found if d.when.basis.startswith("in the same")]
    return own[0] if own else None


def _of_that(draft: Draft, held: Sequence[Draft]) -> Draft | None:
    """Return the talks that "on that occasion" at a sentence's start goes back to."""
    token = draft.trigger.token
    sentence = token.sent
    opening = [
        noun
        for noun in sentence[:5]
        if noun.pos_ == "NOUN"
        and lemma(noun) in OCCASIONS
        and any(c.lower_ in {"that", "those"} for c in children(noun, "det"))
        and any(
            c.lower_ in {"on", "at", "in", "during"} for c in children(noun, "case")
        )
    ]
    if not opening or opening[0].i > token.i:
        return None
    before = [
        (quoted.start, d)
        for d in held
        for quoted in d.triggers
        if quoted.start < sentence.start_char
    ]
    if not before:
        return None
    at, talks = max(before, key=lambda found: found[0])
    between = token.doc.text[at : sentence.start_char]
    ends = sum(1 for s in token.doc.sents if at <= s.start_char < sentence.start_char)
    return talks if ends < NEAR and len(between) < 600 else None
