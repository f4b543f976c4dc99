"""What one version of a proposal is said to change, leave out or add."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, children, grammatical_subjects
from extract.deviation_clauses import Scope, changes_told
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_asides import MODALS
from extract.proposal_lexicon import proposal_lexicon
from extract.proposal_papers import adds_nothing
from extract.provisions import Term, fallback, topics_in, trimmed
from extract.records import Deviation, Proposal, Quoted
from extract.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Span, Token

    from extract.event_cast import Cast
    from extract.records import ChangeKind, Statement


#: What stands behind them was promised.
PROMISES: Final = frozenset({"promise", "pledge", "commitment", "undertaking"})


def find_deviations(
    doc: Doc,
    proposals: tuple[Proposal, ...],
    statements: list[Statement],
    cast: Cast,
    cues: Mapping[int, Statement],
    versions: Mapping[int, str],
) -> tuple[Deviation, ...]:
    """Return claimed deviations in reading order.

    Args:
        doc: the document.
        proposals: its proposals, in order.
        statements: its statements, for who claims it and when.
        cast: its entities.
        cues: statements by the token of their cue.
        versions: the proposal that a noun token speaks of.
    """
    by_id = {proposal.id: proposal for proposal in proposals}
    later = {p.id: p.revises for p in proposals if p.revises is not None}
    scope = Scope(doc, versions, [p.id for p in proposals if is_later(p)])
    out: list[Deviation] = []
    for sent in doc.sents:
        for token in sent:
            if token.pos_ not in {"VERB", "AUX"}:
                continue
            target = subject_version(token, versions) or scope.taken_up(token)
            if target is None or target not in by_id:
                continue
            kind = change_of(token)
            alone = (
                target not in later
                and not is_later(by_id[target])
                and not is_no_longer(token)
                and not called_new(token)
            )
            if kind is None or (kind == "omitted" and alone):
                continue
            term = said(token, doc)
            if term is None or term.last - term.first < 2:
                continue
            if any(
                found.new.start <= doc[term.first].idx < found.new.end for found in out
            ):
                continue
            out.append(
                built(term, kind, None, by_id, target, doc, cast, statements, sent)
            )
    out += told(scope, out, by_id, doc, cast, statements)
    out += changed(doc, by_id, later, statements, cast, out)
    out.sort(key=lambda found: (found.new.start, found.kind))
    return tuple(numbered(found, n) for n, found in enumerate(out, 1))


def told(
    scope: Scope,
    known: list[Deviation],
    by_id: Mapping[str, Proposal],
    doc: Doc,
    cast: Cast,
    statements: list[Statement],
) -> list[Deviation]:
    """Return the changes that somebody tells in clauses about the terms."""
    out: list[Deviation] = []
    for change in changes_told(scope):
        new = change.term.quoted(doc)
        if (change.target is not None and change.target not in by_id) or any(
            found.new.start < new.end and new.start < found.new.end
            for found in (*known, *out)
        ):
            continue
        old = change.old.quoted(doc) if change.old is not None else None
        found = built(
            change.term, change.kind, old, by_id, change.target, doc, cast, statements,
            doc[change.term.first].sent,
        )  # fmt: skip
        if found.claimed_by is None:
            found = claimed_on(found, [*known, *out], doc)
        if found.claimed_by is not None:
            out.append(found)
    return out


def claimed_on(found: Deviation, known: list[Deviation], doc: Doc) -> Deviation:
    """Return a change told right behind a claim as of who makes that claim."""
    number = {sent.start: n for n, sent in enumerate(doc.sents)}

    def place(one: Deviation) -> int:
        span = doc.char_span(one.new.start, one.new.end, alignment_mode="expand")
        return number[span[0].sent.start] if span is not None else -9

    here = place(found)
    before = [
        one
        for one in known
        if one.claimed_by is not None
        and 0 <= here - place(one) <= 1
        and one.new.start < found.new.start
        and same_block(doc, one.new.start, found.new.start)
    ]
    if not before:
        return found
    last = max(before, key=lambda one: one.new.start)
    return replace(
        found, claimed_by=last.claimed_by, statement=last.statement, date=last.date
    )


def called_new(verb: Token) -> bool:
    """True where a verb's subject is called a new version: "the new text omits A"."""
    words = proposal_lexicon()
    return any(
        c.lower_ in words.new
        for s in grammatical_subjects(verb)
        for c in children(s, "amod")
    )


def is_later(proposal: Proposal) -> bool:
    """True for a version that replaces another, or is called new or revised."""
    if proposal.revises is not None:
        return True
    return bool(set(proposal.version.lower().split()) & proposal_lexicon().new)


def numbered(found: Deviation, number: int) -> Deviation:
    """Return a deviation under its number."""
    return replace(found, id=f"d{number}")


def subject_version(verb: Token, versions: Mapping[int, str]) -> str | None:
    """Return the proposal that is a verb's subject.

    In "The draft omits tariffs, she said" parsers hang "draft" on "said".
    """
    subjects = grammatical_subjects(verb)
    if verb.dep_ == "ccomp" and verb.head.i > verb.i:
        subjects = [s for s in children(verb.head, *SUBJECTS) if s.i < verb.i]
        subjects = children(verb, *SUBJECTS) or subjects
    return next((versions[s.i] for s in subjects if s.i in versions), None)


def change_of(verb: Token) -> ChangeKind | None:
    """Return what a verb says a version does with a term."""
    lexicon = proposal_lexicon()
    word = lemma(verb)
    adverbs = {c.lower_ for c in children(verb, "advmod")}
    if word == "fail":
        inner = {lemma(c) for c in children(verb, "xcomp")}
        return "omitted" if inner & lexicon.failed else None
    if word in lexicon.omitted and not is_negated(verb):
        return "omitted"
    if word in lexicon.unsaid and (is_negated(verb) or is_no_longer(verb)):
        return "omitted"
    if word in lexicon.added or (word == "include" and "now" in adverbs):
        guessed = {c.lower_ for c in children(verb, "aux")} & MODALS
        if is_negated(verb) or adds_nothing(verb) or (guessed and "now" not in adverbs):
            return None
        return "added"
    return None


def is_no_longer(verb: Token) -> bool:
    """True for "no longer contains", which only a later version can do."""
    return any(child.lower_ == "longer" for child in verb.children)


def said(verb: Token, doc: Doc) -> Term | None:
    """Return a verb with its negation and all it governs, without the subject."""
    inside = {verb.i}
    for child in verb.children:
        if child.dep_ in {"nsubj", "nsubj:pass", "parataxis", "punct"}:
            continue
        if child.dep_ in {"conj", "cc"} and child.i > verb.i and child.pos_ != "NOUN":
            continue
        inside |= {token.i for token in child.subtree}
    first = last = verb.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return trimmed(doc, first, last + 1, "what a version does")


def changed(
    doc: Doc,
    by_id: Mapping[str, Proposal],
    later: Mapping[str, str | None],
    statements: list[Statement],
    cast: Cast,
    known: list[Deviation],
) -> list[Deviation]:
    """Return the pairs of an old version's term and the new one's next to it."""
    out = []
    sents = [sent for sent in doc.sents if len(sent) > 2]
    for new_id, old_id in sorted(later.items()):
        if old_id is None:
            continue
        for new in by_id[new_id].provisions:
            if any(k.new.start <= new.quoted.start < k.new.end for k in known):
                continue
            here = place_of(new.quoted.start, sents)
            old = [
                item
                for item in by_id[old_id].provisions
                if 0 <= here - place_of(item.quoted.start, sents) <= 2
                and item.quoted.start < new.quoted.start
                and same_block(doc, item.quoted.start, new.quoted.start)
            ]
            if not old:
                continue
            term = term_at(doc, new.quoted)
            found = built(
                term, "changed", old[-1].quoted, by_id, new_id, doc, cast, statements,
                sents[here],
            )  # fmt: skip
            out.append(retopiced(found, old[-1].topic))
    return out


def retopiced(found: Deviation, topic: str) -> Deviation:
    """Return a deviation under the topic of the term that was changed."""
    return replace(found, topic=topic)


def term_at(doc: Doc, quoted: Quoted) -> Term:
    """Return quoted words as tokens."""
    span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
    if span is None:
        return Term(0, 1, "")
    return Term(span.start, span.end, "")


def place_of(offset: int, sents: list[Span]) -> int:
    """Return which sentence an offset stands in."""
    for number, sent in enumerate(sents):
        if sent.start_char <= offset < sent.end_char:
            return number
    return -10


def same_block(doc: Doc, one: int, two: int) -> bool:
    """True where two offsets stand in one paragraph."""
    for span in doc.spans.get("blocks", ()):
        if span.start_char <= one < span.end_char:
            return bool(span.start_char <= two < span.end_char)
    return True


def built(
    term: Term,
    kind: ChangeKind,
    old: Quoted | None,
    by_id: Mapping[str, Proposal],
    target: str | None,
    doc: Doc,
    cast: Cast,
    statements: list[Statement],
    sent: Span,
) -> Deviation:
    """Return a deviation with who claims it and when."""
    quoted = term.quoted(doc)
    matter = matter_of(term, doc)
    topics = ruled_topic(term, matter, doc) or topics_in(matter, doc, cast)
    claim = claimant(quoted, sent, statements)
    return Deviation(
        id="",
        topic=topics[0] if topics else noun_of(matter, doc),
        kind=kind,
        old=old,
        new=quoted,
        source=by_id[target].revises if target is not None else None,
        target=target,
        claimed_by=claim.speaker if claim is not None else None,
        statement=claim.id if claim is not None else None,
        date=claim_date(claim, statements),
    )


def ruled_topic(term: Term, matter: Term, doc: Doc) -> tuple[str, ...]:
    """Return the topic of "A would be valid for B" and "A would be watched by B".

    There the predicate names what is ruled, not the subject.
    """
    if matter == term:
        return ()
    topics = topics_of(doc[matter.last : term.last].text)
    return topics if topics[:1] in {("duration",), ("monitoring",)} else ()


def matter_of(term: Term, doc: Doc) -> Term:
    """Return the words that say what a change is of: in "A had become B", A."""
    if term.rule not in {"a clause of change", "a move of a term"}:
        return term
    root = doc[term.first : term.last].root
    for subject in children(root, *SUBJECTS):
        inside = term.first <= subject.left_edge.i and subject.i < root.i
        if inside and subject.pos_ == "NOUN":
            last = min(subject.right_edge.i + 1, root.i)
            return Term(subject.left_edge.i, last, term.rule)
    return term


def noun_of(term: Term, doc: Doc) -> str:
    """Return what a change is about by its noun, past "no mention of"."""
    first = next(
        (
            token.i + 1
            for token in doc[term.first : term.last]
            if token.lower_ in proposal_lexicon().mentions
            or (lemma(token) in PROMISES and token.i + 2 < term.last)
        ),
        term.first,
    )
    return fallback(doc, Term(first, term.last, term.rule))


def claimant(
    quoted: Quoted, sent: Span, statements: list[Statement]
) -> Statement | None:
    """Return the utterance that makes a claim: around it, else in its sentence."""
    around = [
        found
        for found in statements
        if is_somebody(found)
        and any(
            part.start < quoted.end and quoted.start < part.end
            for part in found.content
        )
    ]
    if around:
        return max(
            around,
            key=lambda found: max(
                min(part.end, quoted.end) - max(part.start, quoted.start)
                for part in found.content
            ),
        )
    near = [
        found
        for found in statements
        if is_somebody(found)
        and any(sent.start_char <= part.start < sent.end_char for part in found.content)
    ]
    return near[-1] if near else None


def is_somebody(statement: Statement) -> bool:
    """True for a speaker who is somebody, and not the paper that "says"."""
    if not statement.speaker:
        return False
    last = statement.speaker.split()[-1].lower()
    return statement.speaker_id is not None or last not in proposal_lexicon().nouns


def claim_date(claim: Statement | None, statements: list[Statement]) -> str | None:
    """Return when it was claimed: the statement's day, else the speaker's last one."""
    if claim is None:
        return None
    if claim.date is not None:
        return claim.date
    before = [
        found.date
        for found in statements
        if found.speaker == claim.speaker
        and found.date is not None
        and found.content[0].start < claim.content[0].start
    ]
    return before[-1] if before else None
