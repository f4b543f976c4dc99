"""Words that relate events, statements and proposals of one article.

Only what words say becomes a link: "rejected the proposal", "at the talks",
"deviated from", "led to", "despite". Mere succession in time is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import agents, case_of, children, clause_of, obliques, patients
from extract.inflections import lemma
from extract.proposal_lexicon import proposal_lexicon
from extract.records import (
    Deviation,
    EventMention,
    LinkMention,
    Proposal,
    Quoted,
    Statement,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_cast import Cast

#: Types that hold a negotiation, of which others are part.
TALKS = frozenset({"talks", "meeting"})


class Things:
    """The events and proposals of a document by the tokens that tell them."""

    def __init__(
        self,
        doc: Doc,
        events: tuple[EventMention, ...],
        proposals: tuple[Proposal, ...],
    ) -> None:
        self.doc = doc
        self.events = events
        self.proposals = proposals
        self.event_at: dict[int, EventMention] = {}
        for event in events:
            for trigger in event.triggers:
                self.event_at[trigger.start] = event
        self.proposal_at: dict[int, Proposal] = {}
        for proposal in proposals:
            for mention in proposal.mentions:
                span = doc.char_span(
                    mention.start, mention.end, alignment_mode="expand"
                )
                if span is not None and span[-1].pos_ in {"NOUN", "PROPN"}:
                    self.proposal_at[span[-1].idx] = proposal

    def event(self, token: Token) -> EventMention | None:
        """Return the event whose trigger a token is."""
        return self.event_at.get(token.idx)

    def proposal(self, token: Token) -> Proposal | None:
        """Return the proposal that a noun speaks of."""
        return self.proposal_at.get(token.idx)

    def put_by(self, event: EventMention) -> Proposal | None:
        """Return the proposal that an event puts."""
        return next((p for p in self.proposals if p.event == event.id), None)


def find_links(
    doc: Doc,
    cast: Cast,
    statements: list[Statement],
    events: tuple[EventMention, ...],
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
) -> tuple[LinkMention, ...]:
    """Return the relations that words of the article state, in reading order."""
    things = Things(doc, events, proposals)
    found: list[LinkMention] = []
    for token in doc:
        if token.is_space or not token.dep_:
            continue
        event = things.event(token)
        if event is not None:
            found += at_talks(token, event, things)
            found += event_object(token, event, things)
            found += about_talks(token, event, things)
        if token.pos_ == "VERB":
            found += answers(token, things, statements)
            found += causes(token, things)
        found += despite(token, things)
    found += revisions(proposals)
    found += claimed(events, proposals, deviations, things)
    unique = {
        (link.source, link.target, link.relation): link for link in reversed(found)
    }
    links = [link for link in unique.values() if link.source != link.target]
    links.sort(
        key=lambda link: (link.quoted.start, link.relation, link.source, link.target)
    )
    return tuple(links)


def link(
    source: str, target: str, relation: str, doc: Doc, first: int, last: int, rule: str
) -> LinkMention:
    """Return a link with the words between two tokens, both included."""
    first, last = min(first, last), max(first, last)
    span = doc[first : min(last + 1, first + 40)]
    quoted = Quoted(start=span.start_char, end=span.end_char, text=span.text)
    return LinkMention(
        source=source, target=target, relation=relation, quoted=quoted, rule=rule
    )


def at_talks(token: Token, event: EventMention, things: Things) -> list[LinkMention]:
    """Read "at the talks, X proposed": the event is part of the talks."""
    if event.type in TALKS | {"call", "visit", "statement", "impasse"}:
        return []
    verb = token if token.pos_ == "VERB" else clause_of(token)
    if verb is None:
        return []
    out = []
    for case, noun in obliques(verb):
        talks = things.event(noun)
        if case in {"at", "during", "in"} and talks is not None and talks.type in TALKS:
            out.append(
                link(
                    event.id,
                    talks.id,
                    "partOf",
                    things.doc,
                    noun.i,
                    token.i,
                    f"{case} talks",
                )
            )
    return out


def event_object(
    token: Token, event: EventMention, things: Things
) -> list[LinkMention]:
    """Read "rejected the proposal", "deviated from what was agreed"."""
    near = list(patients(token)) if token.pos_ == "VERB" else []
    cases = {noun.i: case for case, noun in obliques(token)}
    near += [noun for _, noun in obliques(token)]
    out = []
    for noun in near:
        proposal, other = things.proposal(noun), things.event(noun)
        target = proposal.id if proposal is not None else other.id if other else None
        if target is None or (
            other is not None and other.type == "talks" and not proposal
        ):
            continue
        case = cases.get(noun.i, "")
        if event.type == "deviation":
            relation = "deviatesFrom" if case in {"from", "on"} else "about"
        elif event.type in {"rejection", "agreement", "vote", "signing"} and proposal:
            relation = "respondsTo"
        elif event.type in {"impasse", "statement", "walkout", "pledge", "other"}:
            relation = "about"
        else:
            continue
        rule = f"{lemma(token)} {case}".strip()
        out.append(link(event.id, target, relation, things.doc, token.i, noun.i, rule))
    if event.type == "deviation" and token.pos_ == "VERB":
        for noun in agents(token):
            proposal = things.proposal(noun)
            if proposal is not None:
                out.append(
                    link(
                        event.id,
                        proposal.id,
                        "about",
                        things.doc,
                        noun.i,
                        token.i,
                        "subject",
                    )
                )
    return out


def about_talks(token: Token, event: EventMention, things: Things) -> list[LinkMention]:
    """Read "the talks returned to a deadlock": a turn is about the talks."""
    if event.type not in {"impasse", "walkout", "statement", "deviation", "deadline"}:
        return []
    verb = token if token.pos_ == "VERB" else clause_of(token)
    if verb is None:
        return []
    out = []
    for noun in [found for found in verb.subtree if found.pos_ in {"NOUN", "PROPN"}]:
        talks = things.event(noun)
        if talks is None or talks.id == event.id or talks.type not in TALKS:
            continue
        if abs(noun.i - token.i) > 25:
            continue
        out.append(
            link(event.id, talks.id, "about", things.doc, noun.i, token.i, "names them")
        )
    return out


def answers(
    verb: Token, things: Things, statements: list[Statement]
) -> list[LinkMention]:
    """Read "will study the proposals", "in response to the offer"."""
    answered = answered_by(verb, things)
    if not answered:
        return []
    source = things.event(verb)
    holder = source.id if source is not None else innermost(verb, statements)
    if holder is None:
        return []
    return [
        link(holder, id_, "respondsTo", things.doc, first.i, noun.i, rule)
        for first, noun, (id_, event), rule in answered
        if event != holder
    ]


def answered_by(
    verb: Token, things: Things
) -> list[tuple[Token, Token, tuple[str, str | None], str]]:
    """Return what a verb answers.

    As the first and the last word that say so, the id of what is answered with the
    event that it was put by, and the rule.
    """
    out: list[tuple[Token, Token, tuple[str, str | None], str]] = []
    phrases = list(obliques(verb))
    if lemma(verb) in proposal_lexicon().responds:
        for noun in [*patients(verb), *(n for c, n in phrases if c in {"to", "on"})]:
            proposal = things.proposal(noun)
            if proposal is not None:
                told = (proposal.id, proposal.event)
                out.append((verb, noun, told, f"{lemma(verb)} the proposal"))
    for case, noun in phrases:
        if lemma(noun) in {"response", "reply", "answer", "reaction"} and case == "in":
            for inner in children(noun, "nmod"):
                other = things.event(inner) or things.proposal(inner)
                if other is not None and case_of(inner) == "to":
                    out.append((noun, inner, (other.id, None), "in response to"))
    return out


def innermost(verb: Token, statements: list[Statement]) -> str | None:
    """Return the shortest statement that a verb stands in, by its id."""
    around = [
        found
        for found in statements
        if any(
            part.start <= verb.idx < part.end for part in (*found.content, *found.cue)
        )
    ]
    if not around:
        return None
    size = {found.id: sum(len(p.text) for p in found.content) for found in around}
    return min(around, key=lambda found: (size[found.id], found.id)).id


def causes(verb: Token, things: Things) -> list[LinkMention]:
    """Read "the strike led to talks", "prompted", "because of"."""
    out = []
    if lemma(verb) in proposal_lexicon().leads:
        effects = list(patients(verb))
        effects += [noun for case, noun in obliques(verb) if case in {"to", "in"}]
        for subject in agents(verb):
            cause = things.event(subject)
            for noun in effects:
                effect = things.event(noun)
                if cause is not None and effect is not None:
                    out.append(
                        link(
                            cause.id, effect.id, "leadsTo",
                            things.doc, subject.i, noun.i, lemma(verb),
                        )
                    )  # fmt: skip
    effect = things.event(verb)
    if effect is None:
        return out
    for child in children(verb, "obl", "advcl"):
        words = {
            found.lower_ for found in children(child, "case", "mark", "fixed", "advmod")
        }
        if "because" not in words:
            continue
        for noun in child.subtree:
            cause = things.event(noun)
            if cause is not None:
                out.append(
                    link(
                        cause.id,
                        effect.id,
                        "leadsTo",
                        things.doc,
                        verb.i,
                        noun.i,
                        "because of",
                    )
                )
    return out


def despite(token: Token, things: Things) -> list[LinkMention]:
    """Read "despite the pledge, the shelling intensified": two that do not fit."""
    event = things.event(token)
    if event is None:
        return []
    sent = token.sent
    words = [
        t
        for t in sent
        if t.lower_ in {"despite", "though", "although", "notwithstanding"}
    ]
    out = []
    for word in words:
        for other in sent:
            rival = things.event(other)
            if rival is None or rival.id == event.id:
                continue
            if (event.type, rival.type) not in {
                ("pledge", "attack"),
                ("ceasefire", "attack"),
                ("agreement", "attack"),
                ("pledge", "deviation"),
                ("agreement", "deviation"),
                ("pledge", "mobilization"),
            }:
                continue
            out.append(
                link(
                    event.id, rival.id, "contradicts", things.doc, token.i, other.i,
                    word.lower_,
                )
            )  # fmt: skip
    return out


def revisions(proposals: tuple[Proposal, ...]) -> list[LinkMention]:
    """Return the links from each new version to the one that it replaces."""
    known = {proposal.id for proposal in proposals}
    return [
        LinkMention(
            source=proposal.id,
            target=proposal.revises,
            relation="revisionOf",
            quoted=proposal.mentions[0],
            rule=f"version words: {proposal.version or 'new'}",
        )
        for proposal in proposals
        if proposal.revises in known and proposal.mentions
    ]


def claimed(
    events: tuple[EventMention, ...],
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
    things: Things,
) -> list[LinkMention]:
    """Link a deviation event to the versions that its claims compare."""
    out = []
    by_id = {proposal.id: proposal for proposal in proposals}
    for event in events:
        if event.type != "deviation":
            continue
        for deviation in deviations:
            if deviation.claimed_by not in event.participants:
                continue
            quoted = event.mentions[0]
            for proposal, relation in (
                (deviation.target, "about"),
                (deviation.source, "deviatesFrom"),
            ):
                if proposal is not None and proposal in by_id:
                    out.append(
                        LinkMention(
                            source=event.id,
                            target=proposal,
                            relation=relation,
                            quoted=quoted,
                            rule="claimed deviation",
                        )
                    )
    for put in proposals:
        for event in events:
            if event.id == put.event and event.type == "proposal":
                out.append(
                    LinkMention(
                        source=event.id,
                        target=put.id,
                        relation="about",
                        quoted=event.mentions[0],
                        rule="puts the proposal",
                    )
                )
    return out
