"""Words said in public: news conferences, speeches, addresses, announcements.

"X said at a joint news conference with Y", "in a radio address", "told parliament on
Monday", "announced on Friday that ...": the occasion is the event, and who spoke there
takes part.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, noun_phrases
from extract.deed_clauses import done_by, habitual, told
from extract.deed_lexicon import Occasion, deed_lemma, deed_lexicon
from extract.event_cast import Part
from extract.event_days import When
from extract.event_deed_labels import (
    name_of,
    phrase_of,
)
from extract.event_participants import once
from extract.inflections import lemma
from extract.label_words import listed
from extract.public_calls import called_for, person_of
from extract.public_deed import Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_dates import Calendar
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger

#: Verbs of which an occasion is the object.
HOLDING: Final = frozenset(
    {"hold", "give", "deliver", "make", "address", "call", "convene", "tell", "open"}
    | {"host", "use", "stage", "attend", "issue", "release", "read"}
)
#: Verbs by which somebody speaks to a body, and verbs that make something known.
SPEAKING: Final = frozenset({"tell", "address", "brief"})
ANNOUNCING: Final = {
    "announce": "Announcement",
    "declare": "Declaration",
    "proclaim": "Declaration",
    "disclose": "Disclosure",
    "reveal": "Disclosure",
    "confirm": "Confirmation",
    "admit": "Admission",
    "acknowledge": "Admission",
    "concede": "Admission",
}
#: Prepositions under which something is said on an occasion.
ON_IT: Final = frozenset({"at", "in", "during", "to", "via", "through"})
#: Words of an occasion that is held again and again.
ROUTINE: Final = frozenset(
    {"daily", "weekly", "regular", "usual", "monthly", "routine", "nightly", "annual"}
)
#: Names at most in a label.
MOST: Final = 3


def public_words(
    cast: Cast,
    calendar: Calendar,
    used: frozenset[int],
    draft_of: Callable[[Trigger], Draft | None],
) -> Iterator[Draft]:
    """Yield what is said or held on occasions that no other event tells.

    Args:
        cast: the document's entities.
        calendar: its dates.
        used: the words by which other events are told.
        draft_of: reads a trigger's sides, place, day and mood.
    """
    for token in cast.doc:
        if token.i in used or token.is_space:
            continue
        if token.pos_ == "NOUN":
            draft = on_occasion(token, cast, calendar, draft_of)
        elif token.pos_ == "VERB" and told(token, calendar):
            draft = (
                to_a_body(token, cast, draft_of)
                or announced(token, cast, draft_of)
                or assured(token, cast, draft_of)
                or called_for(token, cast, calendar, draft_of)
            )
        else:
            continue
        if draft is not None:
            yield draft


def on_occasion(
    noun: Token,
    cast: Cast,
    calendar: Calendar,
    draft_of: Callable[[Trigger], Draft | None],
) -> Draft | None:
    """Return the occasion that a noun tells, with who speaks there."""
    kind = occasion(noun)
    if kind is None:
        return None
    verb = told_by(noun)
    speakers = [t for t in children(noun, "nmod:poss") if t.pos_ != "PRON"]
    if verb is not None and habitual(verb):
        return None
    if verb is not None and noun.dep_ in {"obl", "nmod"} and case_of(noun) in ON_IT:
        speakers += done_by(verb, cast)
    elif verb is not None and noun.dep_ in {"obj", "iobj", "nsubj:pass"}:
        if deed_lemma(verb) not in HOLDING:
            return None
        speakers += done_by(verb, cast)
    speakers = speakers or children(noun, "nmod:poss")
    if not speakers:
        return None
    speakers += [other for case, other in noun_phrases(noun) if case == "with"]
    parts = [part for who in speakers for part in person_of(who, cast)]
    if not any(part.id is not None for part in parts):
        return None
    draft = draft_of(Deed(noun, kind.type, kind.label, "CONSULT", support=verb))
    if draft is None or draft.modality not in {"actual", "planned"}:
        return None
    said = calendar.cues.get(verb.i) if verb is not None else None
    known = said is not None and said.date_basis in {"clause", "discourse"}
    if draft.when.begin is None and said is not None and known:
        draft.when = When(said.date, said.date, "day of the statement")
    if draft.modality == "planned" and draft.when.begin is None:
        return None
    draft.parts = once(parts)
    return labelled(draft, occasion_name(noun, kind), parts)


def told_by(noun: Token) -> Token | None:
    """Return the verb that an occasion stands with.

    A tree may hang it on the clause behind: "said in an address that taxes fell".
    """
    verb = noun.head if noun.head.pos_ == "VERB" else None
    if verb is None or verb.dep_ != "ccomp":
        return verb
    marks = children(verb, "mark")
    behind = verb.head.i < noun.i and bool(marks) and noun.i < marks[0].i
    return verb.head if behind else verb


def occasion_name(noun: Token, kind: Occasion) -> str:
    """Return what an occasion is called: "Radio address", "Award ceremony"."""
    if kind.label in {"News conference", "Joint statement"}:
        return kind.label
    near = children(noun, "compound", "amod", "nmod:desc")
    kept = [c for c in near if c.dep_ == "compound" or c.lower_ in kind.modifier]
    kept = [c for c in kept if c.nbor(-1).text != "-"] if noun.i else kept
    name = " ".join([*(c.text for c in kept[-2:]), noun.lower_])
    for verb in children(noun, "acl"):
        what = [found for found in children(verb, "obj") if found.i > verb.i]
        if verb.tag_ == "VBG" and what:
            words = phrase_of(what[0], frozenset())
            name += f" {verb.lower_} {words}" if words else ""
    return name[:1].upper() + name[1:]


def occasion(noun: Token) -> Occasion | None:
    """Return the occasion that a noun is of, ``None`` where it is of none."""
    near = {child.lower_ for child in children(noun, "compound", "amod", "nmod:desc")}
    for kind in deed_lexicon().occasions.get(lemma(noun), ()):
        if kind.modifier and not near & kind.modifier:
            continue
        before = {token.lower_ for token in noun.doc[noun.left_edge.i : noun.i]}
        if before & ROUTINE and not near & {"radio", "televised", "television"}:
            return None
        if not near & kind.not_modifier and noun.dep_ not in {"compound", "amod"}:
            return kind
    return None


def to_a_body(
    verb: Token, cast: Cast, draft_of: Callable[[Trigger], Draft | None]
) -> Draft | None:
    """Return words spoken to a body: "told parliament on Monday that ..."."""
    if deed_lemma(verb) not in SPEAKING:
        return None
    speakers = done_by(verb, cast)
    bodies = [
        noun
        for noun in children(verb, "obj", "iobj")
        if noun.lower_ in deed_lexicon().audiences and occasion(noun) is None
    ]
    body = name_of(bodies[0], cast, None, frozenset()) if bodies else ""
    parts = [part for who in speakers for part in person_of(who, cast)]
    if not body or not parts:
        return None
    draft = draft_of(Deed(verb, "statement", "Address", "CONSULT"))
    if draft is None or draft.modality != "actual":
        return None
    return labelled(draft, f"Address to {body}", parts)


def announced(
    verb: Token, cast: Cast, draft_of: Callable[[Trigger], Draft | None]
) -> Draft | None:
    """Return an announcement that has a day: "announced on Friday that ..."."""
    if deed_lemma(verb) not in ANNOUNCING or not children(verb, "ccomp"):
        return None
    parts = [part for who in done_by(verb, cast) for part in person_of(who, cast)]
    if not parts:
        return None
    name = ANNOUNCING[deed_lemma(verb)]
    draft = draft_of(Deed(verb, "statement", name, "CONSULT"))
    if draft is None or not draft.when.basis.startswith("in the same"):
        return None
    return labelled(draft, name, parts)


def assured(
    verb: Token, cast: Cast, draft_of: Callable[[Trigger], Draft | None]
) -> Draft | None:
    """Return a promise in "assured the king that they would leave"."""
    promised = [c for c in children(verb, "ccomp") if children(c, "aux")]
    if deed_lemma(verb) != "assure" or not promised:
        return None
    ahead = {aux.lower_ for aux in children(promised[0], "aux")}
    nouns = [*done_by(verb, cast), *children(verb, "obj", "iobj")]
    parts = [part for who in nouns for part in person_of(who, cast)]
    if not parts or not ahead & {"will", "would", "shall", "wo"}:
        return None
    draft = draft_of(Deed(verb, "pledge", "Assurance", "AGREE"))
    if draft is None or draft.modality != "actual":
        return None
    first = parts[: len(done_by(verb, cast)) or 1]
    draft.parts = once((*parts, *draft.parts))
    return labelled(draft, "Assurance", first)


def labelled(draft: Draft, name: str, parts: Sequence[Part]) -> Draft | None:
    """Return the draft of an occasion under its name, ``None`` without anybody."""
    who = [part.name for part in parts if part.id or part.name[:1].islower()]
    quoted = draft.statement is not None and draft.statement.kind == "direct"
    if not who or quoted:
        return None
    places = [place.name for place in draft.places]
    where = f" in {listed(places[:1])}" if draft.type == "other" and places else ""
    if draft.type == "other":
        label = f"{name}{where}" if where or " " in name else f"{name} with {who[0]}"
    else:
        label = f"{name} by {listed(list(dict.fromkeys(who))[:MOST])}"
    draft.trigger = replace(draft.trigger, label=label)
    draft.key = f"deed {draft.trigger.token.lemma_} {name.split()[0]}"
    return draft
