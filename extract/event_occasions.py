"""Where turns in words were made: "Speaking in Oslo on Tuesday, she also ..."."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from extract.clauses import agents, noun_phrases, obliques, patients
from extract.event_cast import Cast, Part
from extract.event_clauses import opened_by
from extract.event_merging import overlapping
from extract.event_places import event_places
from extract.event_reported import AT_TALKS
from extract.event_spots import is_compared
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_merging import Draft


#: Paragraphs between talks and what is done there; days that news is news.
NEAR: Final = 4
NEWS_AGE: Final = 45
#: Verbs of speaking, and occasions that somebody speaks at.
SAYING: Final = frozenset({"speak", "talk", "say", "tell", "announce", "warn", "add"})
OCCASIONS: Final = frozenset(
    {"conference", "briefing", "interview", "rally", "speech", "hearing", "forum"}
    | {"lecture", "meeting", "summit", "reporter", "journalist", "ceremony"}
)
#: More turns that are made at talks, by what they are called.
LEFT_OPEN: Final = frozenset(
    {"Adjournment", "Withdrawal of a proposal", "Concession", "Target date"}
)


def occasions(doc: Doc, cast: Cast) -> dict[str, tuple[Part, ...]]:
    """Return where each speaker is told to have spoken, by the speaker's name.

    A speaker told to have spoken in several places is left out: which words were
    said where is then open.
    """
    found: dict[str, list[tuple[Part, ...]]] = {}
    for token in doc:
        if lemma(token) not in SAYING or token.pos_ != "VERB":
            continue
        if lemma(token) in {"speak", "talk"}:
            places = tuple(event_places(token, None, "statement", cast))
        else:
            places = before_whom(token, cast)
        if not places:
            continue
        for noun in agents(token):
            for part in cast.strictly(noun):
                found.setdefault(part.name, []).append(places)
    return {name: some[0] for name, some in sorted(found.items()) if len(some) == 1}


def before_whom(verb: Token, cast: Cast) -> tuple[Part, ...]:
    """Return where "told a news conference in Oslo" was said."""
    nouns = [
        *patients(verb),
        *(n for case, n in obliques(verb) if case in {"at", "in"}),
    ]
    return tuple(
        place
        for noun in nouns
        if lemma(noun) in OCCASIONS
        for case, inner in noun_phrases(noun)
        if case in {"in", "at"} and cast.is_place(inner)
        for place in cast.places(inner)
    )


def placed_at_talks(drafts: list[Draft], published: date | None) -> None:
    """Give what was put, agreed or broken off the place of the article's talks.

    Only where the article tells of talks in one place, and their days can be those
    of the turn.
    """
    held = [d for d in drafts if d.places and d.type in {"talks", "impasse"}]
    held = held or [d for d in drafts if d.place_basis == "dateline"]
    held = [d for d in held if d.modality == "actual"]
    for draft in drafts:
        turn = draft.type in AT_TALKS or draft.trigger.label in LEFT_OPEN
        if not turn or draft.places or draft.modality != "actual":
            continue
        if draft.statement is not None and draft.statement.kind == "direct":
            continue
        verb = draft.trigger.token
        if verb.dep_ == "advcl" and opened_by(verb, {"after", "before", "since"}):
            continue
        fit = [d for d in held if overlapping(d.when, draft.when)]
        if is_old(draft.when.begin, published):
            fit = [d for d in fit if d.when.begin is not None]
        fit = [d for d in fit if is_near(d, draft) and not between_others(d, draft)]
        fit = [d for d in fit if not is_compared(d.trigger.token)]
        if len({d.places[0].name for d in fit}) == 1:
            draft.places, draft.place_basis = fit[0].places, "the talks"


def between_others(held: Draft, draft: Draft) -> bool:
    """True for talks between others than those whose turn it is."""
    sides = {part.id for part in held.parts if part.id is not None and not part.between}
    whose = {part.id for part in draft.parts if part.id is not None}
    return len(sides) > 1 and bool(whose) and not sides & whose


def is_old(begin: str | None, published: date | None) -> bool:
    """True for a turn that the article dates to long before it."""
    if begin is None or published is None:
        return False
    day = date.fromisoformat((begin + "-01-01")[:10])
    return (published - day).days > NEWS_AGE or len(begin) < len("2000-01")


def is_near(one: Draft, two: Draft) -> bool:
    """True where two events are told within a few paragraphs."""
    doc = one.trigger.token.doc
    starts = [span.start for span in doc.spans.get("blocks", ())]
    at = [sum(start <= d.trigger.token.i for start in starts) for d in (one, two)]
    return one.headline or abs(at[0] - at[1]) <= NEAR


def placed_by_occasion(drafts: list[Draft], where: dict[str, tuple[Part, ...]]) -> None:
    """Give turns made in words the place where their speaker spoke."""
    for draft in drafts:
        if not draft.trigger.claim or draft.places or draft.statement is None:
            continue
        speaker = draft.statement.speaker
        if speaker in where and draft.statement.date_basis in {"clause", "discourse"}:
            draft.places = where[speaker]
