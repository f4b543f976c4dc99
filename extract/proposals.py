"""Proposals of a document: who puts what to whom, in which version.

Constructions that state terms (``proposal_terms``) are read sentence by sentence;
each goes to the proposal it speaks of (``proposal_drafts``). What one version is
said to change against another is read by ``deviations``, what relates events and
proposals by ``link_mentions``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.deviations import find_deviations
from extract.event_cast import Cast
from extract.event_days import cues_of
from extract.link_mentions import find_links
from extract.proposal_drafts import COMPARED, Book, Held, ProposalDraft
from extract.proposal_parties import signatories
from extract.proposal_terms import Reader
from extract.provisions import Term, is_pronominal, plain_topic, provision
from extract.records import Deviation, LinkMention, Proposal, Provision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc

    from extract.records import Entity, EventMention, Statement, TimeExpression

#: Words for what a kind of proposal is called in a label.
CALLED: Final = {
    "proposal": "proposals",
    "draft": "draft",
    "plan": "plan",
    "demand": "demands",
    "agreement": "agreement",
}


#: Rules of terms that go on with the one before and may name no issue themselves.
FOLLOWS: Final = frozenset({"goes on", "relative clause", "list item"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one article says about proposals, and how its things relate."""

    proposals: tuple[Proposal, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    links: tuple[LinkMention, ...] = ()


def find_proposals(
    doc: Doc,
    *,
    entities: Iterable[Entity],
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    events: Iterable[EventMention],
    published: date | None,
) -> Found:
    """Return the proposals, deviations and links of ``doc``.

    Args:
        doc: a parsed document, ``doc.text`` being the article's text.
        entities: its people, places, organisations and parties.
        times: its time expressions.
        statements: its reported statements.
        events: its events.
        published: the article's day, ``None`` while unknown.
    """
    if not len(doc) or not doc.has_annotation("DEP"):
        return Found()
    cast = Cast(doc, entities)
    spoken = sorted(statements, key=lambda found: (found.content[0].start, found.id))
    happened = tuple(events)
    book = Book()
    reader = Reader(doc, cast, tuple(times), spoken, happened, book)
    for sent in doc.sents:
        reader.read(sent)
    told = [
        draft
        for draft in book.drafts
        if draft.held
        or (draft.event and draft.proposer and draft.mentions)
        or (draft.version and draft.proposer and draft.mentions)
    ]
    for draft in told:
        with_sides(draft, happened, cast, doc)
    numbered = {id(draft): f"p{n}" for n, draft in enumerate(told, 1)}
    read = [record(draft, numbered, told, doc, cast) for draft in told]
    proposals = tuple(each for each in read if each.mentions or each.provisions)
    deviations = find_deviations(
        doc, proposals, spoken, cast, cues_of(doc, spoken), reader.versions(numbered)
    )
    deviations = tuple(on_day(found, published) for found in deviations)
    proposals = with_topics(with_changes(proposals, deviations, doc, cast), deviations)
    links = find_links(doc, cast, spoken, happened, proposals, deviations)
    return Found(proposals=proposals, deviations=deviations, links=links)


def with_sides(
    draft: ProposalDraft, events: tuple[EventMention, ...], cast: Cast, doc: Doc
) -> None:
    """Give an agreement that is nobody's, or one side's, all its sides."""
    if draft.others:
        return
    starts = [quoted.start for quoted in draft.mentions]
    starts += [doc[held.term.first].idx for held in draft.held]
    sides = signatories(draft, events, cast, min(starts, default=0))
    if sides:
        draft.proposer, draft.others = sides[0], sides[1:]


def record(
    draft: ProposalDraft,
    numbered: dict[int, str],
    told: list[ProposalDraft],
    doc: Doc,
    cast: Cast,
) -> Proposal:
    """Return a proposal's record with its provisions in reading order."""
    before = earlier(draft, told)
    event = draft.event
    mentions = sorted(
        set(draft.mentions), key=lambda quoted: (quoted.start, quoted.end)
    )
    provisions = provisions_of(draft.held, doc, cast)
    if not mentions and provisions:
        mentions = [provisions[0].quoted]
    elif not mentions and event is not None:
        mentions = list(event.mentions[:1])
    return Proposal(
        id=numbered[id(draft)],
        label=label_of(draft),
        proposer=proposer_name(draft),
        proposer_id=draft.proposer.id if draft.proposer and not draft.others else None,
        addressee=draft.addressee,
        date=draft.date or (event.begin if event is not None else None),
        version=draft.words or draft.version.replace("old", ""),
        revises=numbered[id(before)] if before is not None else None,
        mentions=tuple(mentions),
        provisions=provisions,
        event=event.id if event is not None else None,
    )


def earlier(draft: ProposalDraft, told: list[ProposalDraft]) -> ProposalDraft | None:
    """Return the version that a new one replaces."""
    if draft.version == "" and draft.kind == "draft":
        return next(
            (
                other
                for other in told
                if other.version == "old"
                and set(other.words.lower().split()) & COMPARED
                and (other.key() == draft.key() or None in {other.key(), draft.key()})
            ),
            None,
        )
    if draft.version != "new":
        return None
    fit = [
        other
        for other in told
        if other is not draft
        and other.version != "new"
        and (other.key() == draft.key() or other.key() is None or draft.key() is None)
        and other.kind != "agreement"
    ]
    old = [other for other in fit if other.version == "old"]
    return next(iter(old or fit), None)


def provisions_of(held: list[Held], doc: Doc, cast: Cast) -> tuple[Provision, ...]:
    """Return the terms as records, none inside another, in reading order."""
    spans = sorted({(item.term.first, item.term.last) for item in held})
    outer = [
        span
        for span in spans
        if not any(
            other != span and other[0] <= span[0] and span[1] <= other[1]
            for other in spans
        )
    ]
    out: list[Provision] = []
    seen: set[tuple[int, int]] = set()
    for item in sorted(held, key=lambda found: (found.term.first, found.term.last)):
        span = (item.term.first, item.term.last)
        if span not in outer or span in seen:
            continue
        seen.add(span)
        inherited = item.inherited or (
            out[-1].topic if out and item.term.rule in FOLLOWS else None
        )
        found = provision(item.term, doc, cast, inherited=inherited)
        if found.topic == "other" and not found.quantities:
            before = out[-1].topic if out and is_pronominal(item.term, doc) else None
            topic = before or plain_topic(item.term, doc)
            if topic is None or item.term.rule in FOLLOWS | {"goes on in the mood"}:
                continue
            found = replace(found, topic=topic, topics=(topic,))
        out.append(found)
    return tuple(out)


def proposer_name(draft: ProposalDraft) -> str | None:
    """Return who puts a proposal, several sides as one phrase."""
    if draft.proposer is None:
        return None
    names = [draft.proposer.name, *(part.name for part in draft.others)]
    return " and ".join(dict.fromkeys(names))


def label_of(draft: ProposalDraft) -> str:
    """Return what a proposal is called: "Ukraine's new written proposals"."""
    noun = draft.noun or CALLED.get(draft.kind, "proposals")
    name = proposer_name(draft)
    words = draft.words
    if words and (
        noun in words.split() or words.split()[-1] in {"version", "draft", "text"}
    ):
        noun = "agreement" if noun in {"agreement", "resolution"} else ""
    what = " ".join(part for part in (words.lower(), noun) if part)
    if name is None:
        return what[0].upper() + what[1:]
    if draft.kind == "agreement":
        return f"{what[0].upper()}{what[1:]} of {name}"
    mark = "'" if name.endswith("s") else "'s"
    return f"{name[0].upper()}{name[1:]}{mark} {what}"


def on_day(found: Deviation, published: date | None) -> Deviation:
    """Return a claim with no day of its own as of the day that it was published."""
    if found.claimed_by is None or found.date is not None or published is None:
        return found
    return replace(found, date=published.isoformat())


def with_changes(
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
    doc: Doc,
    cast: Cast,
) -> tuple[Proposal, ...]:
    """Return the proposals with what a later version is said to rule now.

    What it changes or adds is a term of it: of the version that the claim names,
    else of the one last told of before.
    """
    out = list(proposals)
    for found in deviations:
        new = found.new
        if found.kind == "omitted" or any(
            item.quoted.start < new.end and new.start < item.quoted.end
            for proposal in out
            for item in proposal.provisions
        ):
            continue
        before = [n for n, p in enumerate(out) if begins(p) < new.start]
        place = next((n for n, p in enumerate(out) if p.id == found.target), None)
        place = before[-1] if place is None and before else place
        span = doc.char_span(new.start, new.end, alignment_mode="expand")
        if place is None or span is None:
            continue
        term = Term(span.start, span.end, "what a version changes")
        items = (*out[place].provisions, provision(term, doc, cast))
        out[place] = replace(
            out[place],
            provisions=tuple(sorted(items, key=lambda item: item.quoted.start)),
        )
    return tuple(out)


def begins(proposal: Proposal) -> int:
    """Return where a proposal is first told, by its name or by a term."""
    terms = (item.quoted for item in proposal.provisions)
    return min(span.start for span in (*proposal.mentions, *terms))


def with_topics(
    proposals: tuple[Proposal, ...], deviations: tuple[Deviation, ...]
) -> tuple[Proposal, ...]:
    """Give a changed provision the topic of what it changes."""
    changed = {
        (deviation.new.start, deviation.new.end): deviation.topic
        for deviation in deviations
        if deviation.kind == "changed"
    }
    return tuple(
        replace(
            proposal,
            provisions=tuple(
                retopic(item, changed.get((item.quoted.start, item.quoted.end)))
                for item in proposal.provisions
            ),
        )
        for proposal in proposals
    )


def retopic(item: Provision, topic: str | None) -> Provision:
    """Return a provision under another main topic."""
    if topic is None or topic == item.topic:
        return item
    return replace(
        item, topic=topic, topics=tuple(dict.fromkeys((topic, *item.topics)))
    )
