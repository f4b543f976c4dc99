"""Proposals while they are put together: which words speak of the same one.

A proposal is told apart by who puts it and by its version. Words like "the
document", "it" or "the new version" go to the one under discussion.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from extract.clauses import agents, children, conjuncts, noun_phrases
from extract.event_cast import Cast, Part
from extract.event_groups import owners
from extract.event_lexicon import event_lexicon
from extract.event_participants import first_person
from extract.inflections import lemma
from extract.proposal_lexicon import proposal_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.provisions import Term
    from extract.records import EventMention, Quoted, Statement

#: Nouns whose "new" tells a version of what is on the table.
VERSIONED: Final = frozenset({"proposal", "draft", "plan", "demand"})
#: Nouns that point back to what is under discussion.
POINTING: Final = frozenset(
    [
        "document",
        "version",
        "text",
        "draft",
        "agreement",
        "deal",
        "plan",
        "proposal",
        "proposals",
        "accord",
        "pact",
        "treaty",
        "package",
        "offer",
        "arrangement",
        "paper",
        "resolution",
        "contract",
        "settlement",
        "measure",
        "initiative",
        "bill",
        "memorandum",
        "mou",
        "communique",
        "schedule",
    ]
)
#: Words for an earlier version that is set against the one at hand.
COMPARED: Final = frozenset({"earlier", "previous", "former", "prior", "original"})
#: Verbs that put something by "with": "came back with an offer of A".
COMING_WITH: Final = frozenset(
    {"come", "return", "counter", "respond", "reply", "answer", "weigh", "retort"}
)
#: Verbs of which the subject puts a proposal.
PUTTING: Final = frozenset(
    [
        "put",
        "submit",
        "make",
        "present",
        "send",
        "initiate",
        "propose",
        "draft",
        "table",
        "offer",
        "sponsor",
        "circulate",
        "write",
        "prepare",
        "float",
        "unveil",
    ]
)


@dataclass(slots=True)
class Held:
    """A term with where it came from."""

    term: Term
    inherited: str | None = None
    statement: Statement | None = None


@dataclass(slots=True)
class ProposalDraft:
    """A proposal with what has been read of it so far."""

    proposer: Part | None
    kind: str
    version: str = ""
    words: str = ""
    held: list[Held] = field(default_factory=list)
    mentions: list[Quoted] = field(default_factory=list)
    event: EventMention | None = None
    date: str | None = None
    addressee: str | None = None
    noun: str = "proposals"
    statement: Statement | None = None
    others: tuple[Part, ...] = ()
    #: Who turned it down, and so did not put it.
    against: tuple[str, ...] = ()

    def key(self) -> str | None:
        """Return who puts it, as drafts are told apart by."""
        return proposer_key(self.proposer)


def proposer_key(part: Part | None) -> str | None:
    """Return what a proposer is known by: an id, or a collective's head noun."""
    if part is None:
        return None
    if part.id is not None:
        return part.id
    return singular_head(part.name)


def singular_head(name: str) -> str:
    """Return the last word of a collective name, without its plural."""
    word = name.split()[-1].lower()
    return word[:-1] if word.endswith("s") else word


class Book:
    """The proposals of a document, and the one under discussion."""

    def __init__(self) -> None:
        self.drafts: list[ProposalDraft] = []
        self.current: ProposalDraft | None = None

    def open(
        self, proposer: Part | None, kind: str, version: str = "", words: str = ""
    ) -> ProposalDraft:
        """Return the proposal that words speak of, a new one where none fits."""
        found = self.find(proposer, kind, version, words)
        if found is None:
            found = ProposalDraft(proposer, kind, version, words)
            self.drafts.append(found)
        if found.proposer is None:
            found.proposer = proposer
        if version and not found.version:
            found.version = version
            found.words = words or found.words
        elif words and not found.words:
            found.words = words
        self.current = found
        return found

    def find(
        self, proposer: Part | None, kind: str, version: str, words: str = ""
    ) -> ProposalDraft | None:
        """Return an earlier proposal of that side, kind and version."""
        key = proposer_key(proposer)
        fit = [
            draft
            for draft in self.drafts
            if family(draft.kind) == family(kind)
            and not (key is None and draft.kind == "demand" and kind != "demand")
            and (key is None or draft.key() is None or draft.key() == key)
            and (key is None or key not in draft.against)
            and not (key is not None and is_unclaimed(draft, kind))
            and (not version or not draft.version or draft.version == version)
            and not (
                key is None and version and not draft.version and draft.kind != "draft"
            )
        ]
        if key is not None:
            same = [draft for draft in fit if draft.key() == key]
            fit = same or [draft for draft in fit if draft is self.current]
        if version:
            exact = [draft for draft in fit if draft.version == version]
            loose = [draft for draft in fit if not draft.version]
            if exact:
                return exact[-1]
            compared = set(words.lower().split()) & COMPARED
            if version == "new" or compared or any(draft.version for draft in fit):
                return None
            return loose[-1] if loose else None
        if self.current in fit:
            return self.current
        return fit[-1] if fit else None


def is_unclaimed(draft: ProposalDraft, kind: str) -> bool:
    """True for a paper that a side does not make its own by a demand or a promise.

    "The plan provides for A. The government demanded B": the plan stays nobody's.
    """
    papers = {"plan", "draft"}
    told = draft.key() is None and bool(draft.held)
    if kind == "demand":
        return told and draft.kind != "demand"
    return told and draft.kind in papers and kind not in papers


def family(kind: str) -> str:
    """Return the kinds that are one family: what a side puts, what is agreed."""
    return "agreement" if kind == "agreement" else "proposal"


def version_of(noun: Token) -> tuple[str, str]:
    """Return "old", "new" or "" for a noun, and the article's words for it."""
    lexicon = proposal_lexicon()
    kind = lexicon.nouns.get(lemma(noun), "")
    if kind not in VERSIONED:
        return "", ""
    words: list[str] = []
    version = ""
    near = [*children(noun, "amod", "compound", "nummod")]
    for child in list(near):
        near += children(child, "amod", "compound", "conj")
    for child in sorted(near, key=lambda token: token.i):
        word = child.lower_
        if word in lexicon.old:
            version, words = "old", [*words, child.text]
        elif word in lexicon.new:
            version, words = "new", [*words, child.text]
        elif word in lexicon.kinds:
            words.append(child.text)
    definite = [c for c in children(noun, "det") if c.lower_ in {"a", "an"}]
    if definite and version == "new" and kind == "plan":
        version = ""
    text = " ".join(words)
    if lemma(noun) in {"draft", "version"}:
        text = f"{text} {noun.lower_}".strip()
    return version, text


def proposer_of(noun: Token, cast: Cast, statement: Statement | None) -> Part | None:
    """Return whose proposal a noun is: "Ukraine's", "Consumer", "by the U.S."."""
    lexicon = event_lexicon()
    for child in noun.children:
        if (
            child.dep_ in {"nmod:poss", "amod", "compound", "nmod:desc"}
            and child.i < noun.i
        ):
            for token in [child, *children(child, "compound", "amod")]:
                entity = cast.at(token)
                if entity is not None:
                    if entity.kind == "place" and token.dep_ == "compound":
                        continue
                    return Part(entity.name, entity.id, token.idx)
                if token.pos_ == "NOUN" and lemma(token) in lexicon.actors:
                    return Part(owners(token), None, token.idx)
            if (
                child.dep_ == "nmod:poss"
                and first_person(child)
                and statement is not None
            ):
                return speaker_side(cast, statement)
    for case, found in noun_phrases(noun):
        if case in {"by", "from", "of"}:
            who = [part for part in cast.who(found) if part.id is not None]
            entity = cast.at(found)
            where = case == "of" and entity is not None and entity.kind == "place"
            if who and entity is not None and not where:
                return who[0]
    own = {found.idx for found in conjuncts(noun)}
    verbs = children(noun, "acl", "acl:relcl")
    verbs += [inner for verb in verbs for inner in children(verb, "ccomp", "xcomp")]
    for verb in verbs:
        if lemma(verb) not in PUTTING:
            continue
        who = [part for token in agents(verb) for part in cast.who(token)]
        who = [part for part in who if part.position not in own]
        if who:
            return who[0]
    return None


def speaker_side(cast: Cast, statement: Statement) -> Part | None:
    """Return the side that a speaker means by "we"."""
    if not statement.speaker:
        return None
    entity = cast.entities.get(statement.speaker_id or "")
    if entity is not None and entity.affiliation in cast.entities:
        side = cast.entities[entity.affiliation or ""]
        return Part(side.name, side.id, statement.content[0].start)
    return Part(statement.speaker, statement.speaker_id, statement.content[0].start)


def is_pointing(noun: Token) -> bool:
    """True for "the document", "the new pact", "it": what is under discussion."""
    if noun.lower_ in {"it", "this", "they", "these"} and noun.pos_ == "PRON":
        return True
    if lemma(noun) not in POINTING:
        return False
    return any(
        child.lower_ in {"the", "this", "that", "these", "its", "their"}
        or child.dep_ == "nmod:poss"
        for child in noun.children
    )
