"""Constructions that state the terms of a proposal, read sentence by sentence.

"X proposes A", "X's demand for A", "the plan includes A", "the deal must be A",
"under the pact, A", "ready to sign if A", numbered lists, and sentences that go on
with the terms of the one before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    agents,
    case_of,
    children,
    conjuncts,
    grammatical_subjects,
    is_passive,
    noun_phrases,
    patients,
)
from extract.event_lexicon import event_lexicon
from extract.event_participants import Cast, Part, first_person
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_drafts import (
    Book,
    Held,
    ProposalDraft,
    is_pointing,
    proposer_of,
    speaker_side,
    version_of,
)
from extract.proposal_lexicon import proposal_lexicon
from extract.provisions import (
    Term,
    clause_term,
    members,
    split,
    term_of,
    trailing,
    trimmed,
)
from extract.records import Quoted
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from extract.records import EventMention, Statement, TimeExpression

#: Auxiliaries that make a clause about a proposal one of its terms.
MODALS: Final = frozenset(
    ["must", "will", "shall", "would", "should", "can", "may", "could", "might", "'ll"]
)
#: Verbs whose complement is the term; of others the verb belongs to it.
COMPLEMENT: Final = frozenset(
    [
        "include",
        "contain",
        "contemplate",
        "stipulate",
        "provide",
        "envisage",
        "envision",
    ]
    + ["foresee", "call", "say", "state", "require", "specify", "propose", "demand"]
    + [
        "comprise",
        "outline",
        "describe",
        "suggest",
        "seek",
        "read",
        "entail",
        "involve",
    ]
    + ["mean", "consist", "spell", "set", "mandate"]
)
#: Marks of an item in a list.
ITEM: Final = re.compile(r"\s*(?:\(?\d{1,2}[.)]|[-•*–—]|\(?[a-z]\))\s+")
#: Openings that go on with what the sentence before was about.
GOING_ON: Final = re.compile(
    r"(?:Among (?:the|them|these)|These (?:are|include|would)|They (?:can|must|will|would"
    r"|are|include)|It (?:also )?(?:must|will|would|shall|provides|includes|calls|says)"
    r"|In (?:exchange|return|addition)|Nor |And )"
)


class Reader:
    """Read the sentences of a document for terms, in order."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        times: tuple[TimeExpression, ...],
        statements: list[Statement],
        events: tuple[EventMention, ...],
        book: Book,
    ) -> None:
        self.doc, self.cast, self.book = doc, cast, book
        self.statements = statements
        self.events = {
            trigger.start: event
            for event in events
            for trigger in event.triggers
            if event.type in {"proposal", "agreement"}
        }
        self.days = [
            (t.quoted.start, t.quoted.end) for t in times if t.begin is not None
        ]
        self.drafts: dict[int, ProposalDraft] = {}
        self.lexicon = proposal_lexicon()
        self.listing = 0
        self.list_draft: ProposalDraft | None = None
        self.after_item = False
        self.last_held: tuple[ProposalDraft, Term] | None = None
        self.blocks = {
            span.start: span for span in doc.spans.get("blocks", ()) if len(span)
        }

    # ------------------------------------------------------------ entry

    def read(self, sent: Span) -> None:
        """Read one sentence, adding to the book what it states."""
        before = sum(len(draft.held) for draft in self.book.drafts)
        going_on = self.last_held
        after_item, self.after_item = self.after_item, False
        if len(sent) < 3 and ITEM.fullmatch(sent.text.strip() + " "):
            return
        for token in sent:
            if token.is_space:
                continue
            if token.pos_ in {"NOUN", "PROPN"}:
                self.noun(token)
                if token.dep_ == "ROOT" and children(token, "cop", "aux"):
                    self.verb(token)
            elif token.pos_ in {"VERB", "AUX", "ADJ"}:
                self.verb(token)
        self.listed(sent)
        found = sum(len(draft.held) for draft in self.book.drafts) > before
        if self.listing and (not found or ITEM.match(sent.text)):
            found = self.item(sent, after_item) or found
        if not found:
            found = self.plainly(sent)
        if not found and going_on is not None:
            found = self.continued(sent, *going_on)
        if not found:
            self.last_held = None
            self.listing = max(0, self.listing - 1)
        if sent.text.rstrip().endswith(":") and self.book.current is not None:
            self.listing = 3
            self.list_draft = self.book.current

    def hold(
        self,
        draft: ProposalDraft,
        term: Term | None,
        statement: Statement | None = None,
    ) -> bool:
        """Add a term to a proposal."""
        if term is None or term.last - term.first < 1:
            return False
        text = self.doc[term.first : term.last].text
        if len(text) < 4 or (term.last - term.first < 3 and not topics_of(text)):
            return False
        known = {
            (held.term.first, held.term.last)
            for other in self.book.drafts
            if other is not draft
            for held in other.held
        }
        for part in split(term, self.doc, listed=term.rule == "list"):
            if not any(a <= part.first and part.last <= b for a, b in known):
                draft.held.append(Held(part, statement=statement))
        if statement is not None and draft.statement is None:
            draft.statement = statement
        if draft.date is None and draft.event is None and statement is not None:
            draft.date = statement.date
        self.last_held = (draft, term)
        return True

    def versions(self, numbered: dict[int, str]) -> dict[int, str]:
        """Return the proposal id that each noun which speaks of one speaks of."""
        return {
            index: numbered[id(draft)]
            for index, draft in sorted(self.drafts.items())
            if id(draft) in numbered
        }

    def statement(self, token: Token) -> Statement | None:
        """Return the innermost utterance around a token."""
        around = [
            (sum(part.end - part.start for part in found.content), found.id, found)
            for found in self.statements
            if found.speaker_id is not None
            and any(part.start <= token.idx < part.end for part in found.content)
        ]
        return min(around, key=lambda item: item[:2])[2] if around else None

    # ------------------------------------------------------------ nouns

    def noun(self, token: Token) -> None:
        """Read a noun that is a proposal, with the terms its phrase states."""
        kind = self.noun_kind(token)
        if not kind or kind == "part" or token.dep_ in {"compound", "amod"}:
            return
        if any(c.lower_ == "draft" for c in children(token, "compound", "amod")):
            kind = "draft"
        statement = self.statement(token)
        proposer = proposer_of(token, self.cast, statement) or self.putter(token)
        version, words = version_of(token)
        terms = self.contents(token, kind)
        if not terms and (kind == "agreement" or (proposer is None and not version)):
            if is_pointing(token) and self.book.current is not None:
                self.drafts[token.i] = self.book.current
            elif kind == "agreement" and self.is_coming(token):
                self.drafts[token.i] = self.book.open(None, kind)
                self.drafts[token.i].noun = token.lower_
            return
        known = {
            (held.term.first, held.term.last): other
            for other in self.book.drafts
            for held in other.held
        }
        told = [
            known[term.first, term.last]
            for term in terms
            if (term.first, term.last) in known
        ]
        if terms and len(told) == len(terms):
            self.drafts[token.i] = told[0]
            return
        draft = self.book.open(proposer, kind, version, words)
        self.drafts[token.i] = draft
        if not draft.held and not draft.mentions:
            draft.noun = token.lower_
            draft.kind = kind
            if kind == "draft" and token.lower_ not in {"draft", "drafts"}:
                draft.words = draft.words or "draft"
        first = token.left_edge.i
        while first < token.i and self.doc[first].pos_ in {"ADP", "PUNCT", "SPACE"}:
            first += 1
        if first >= token.i - 8:
            span = self.doc[first : token.i + 1]
            draft.mentions.append(
                Quoted(start=span.start_char, end=span.end_char, text=span.text)
            )
        self.bind(draft, token)
        for term in terms:
            self.hold(draft, term, statement)

    def noun_kind(self, token: Token) -> str:
        """Return what kind of proposal a noun is; a name by its last word."""
        kind = self.lexicon.nouns.get(lemma(token), "")
        entity = self.cast.at(token) if not kind else None
        if entity is not None and entity.kind == "organization":
            names = (entity.name, *entity.expansions)
            kinds = {
                self.lexicon.nouns.get(name.split()[-1].lower(), "") for name in names
            }
            return "agreement" if "agreement" in kinds else ""
        return kind

    def is_coming(self, noun: Token) -> bool:
        """True for an agreement whose terms are told as what will be."""
        words = {c.lower_ for c in children(noun, "amod", "det")}
        if words & {"current", "existing", "present", "old", "previous", "expiring"}:
            return False
        if noun.dep_ not in SUBJECTS or not words & {"the", "this", "new", "a"}:
            return False
        verb = noun.head
        modal = {c.lower_ for c in children(verb, "aux")} & MODALS
        inner = {lemma(c) for c in children(verb, "xcomp")} | {lemma(verb)}
        return bool(modal or self.due(verb)) and not inner & self.lexicon.process

    def putter(self, noun: Token) -> Part | None:
        """Return who puts a proposal: the subject of "offered a draft"."""
        verb = noun.head
        while verb.dep_ in {"conj", "nmod"} and verb.pos_ == "NOUN":
            verb = verb.head
        event = self.events.get(verb.idx)
        if event is None or event.type != "proposal" or not event.participants:
            return None
        who = [part for token in agents(verb) for part in self.cast.who(token)]
        return who[0] if who else None

    def bind(self, draft: ProposalDraft, noun: Token) -> None:
        """Give a proposal the event of putting it, with its day and addressee."""
        verbs = [noun, noun.head, *children(noun, "acl", "acl:relcl")]
        verbs += [
            found for verb in verbs[2:] for found in children(verb, "ccomp", "xcomp")
        ]
        verbs += conjuncts(noun.head)
        for verb in verbs:
            event = self.events.get(verb.idx)
            if event is None or event.type != "proposal":
                continue
            if draft.event is None or (draft.event.begin is None and event.begin):
                draft.event = event
            for case, found in [*noun_phrases(noun), *self.phrases(verb)]:
                who = self.cast.who(found) if case == "to" else []
                if who and who[0].id is not None and draft.addressee is None:
                    if proposer_name(draft) != who[0].name:
                        draft.addressee = who[0].name

    def phrases(self, verb: Token) -> list[tuple[str, Token]]:
        """Return a verb's prepositional phrases."""
        return [
            (case_of(child), child)
            for child in children(verb, "obl", "iobj", "obl:unmarked")
        ]

    def contents(self, noun: Token, kind: str) -> list[Term]:
        """Return the terms in a proposal noun's own phrase."""
        out: list[Term | None] = []
        for child in [*children(noun, "nmod", "obl"), *self.behind(noun)]:
            case = case_of(child)
            wanted = {"for", "of", "to"} if kind != "agreement" else set()
            if kind == "plan":
                wanted = {"for"}
            if child.head.i != noun.i or lemma(noun) in {"condition", "precondition"}:
                wanted = wanted & ({"for"} if child.head.i != noun.i else {"of"})
            if case not in wanted or (case in {"of", "to"} and self.cast.at(child)):
                continue
            if lemma(child) in self.lexicon.nouns or case == "to" and kind == "bid":
                continue
            if not topics_of(self.subtree(child)) and not self.numbered(child):
                continue
            for root in members(child):
                keep = (
                    trailing(noun.head, root) if self.exchange(noun.head, root) else []
                )
                out.append(term_of(root, "noun of a proposal", keep=keep))
        for child in children(noun, "acl", "advcl"):
            if child.tag_ == "VB" and kind != "agreement":
                if lemma(child) in {
                    "resolve",
                    "consider",
                    "end",
                    "discuss",
                } and (any(c.lower_ == "how" for c in child.children)):
                    continue
                out += [
                    term_of(root, "infinitive of a proposal") for root in members(child)
                ]
            elif lemma(child) in {
                "aim",
                "call",
                "provide",
                "require",
                "propose",
            }:
                if kind == "demand":
                    continue
                below = children(child, "advcl", "obl", "xcomp", "obj", "ccomp")
                for found in below:
                    if case_of(found) not in {"at", "for", ""} and found.tag_ != "VBG":
                        continue
                    late = [
                        c for c in below if c.i > found.right_edge.i and c.dep_ == "obl"
                    ]
                    for root in members(found):
                        keep = late if found is below[0] else []
                        out.append(term_of(root, "participle of a proposal", keep=keep))
                    break
        for child in children(noun, "acl:relcl"):
            found = self.under_which(child)
            if found is not None:
                out.append(found)
        return [term for term in out if term is not None]

    def behind(self, noun: Token) -> list[Token]:
        """Return what stands right behind a noun but hangs on its verb."""
        return [
            child
            for child in children(noun.head, "obl", "nmod", "advcl")
            if child.i != noun.i and child.left_edge.i == noun.right_edge.i + 1
        ]

    def exchange(self, verb: Token, root: Token) -> bool:
        """True where "in exchange for" follows on the verb instead of the noun."""
        return any(
            re.match(r"in (?:exchange|return) for", self.subtree(child))
            for child in trailing(verb, root)
        )

    def under_which(self, verb: Token) -> Term | None:
        """Return the term in "an arrangement under which A"."""
        for child in verb.subtree:
            if child.lower_ == "which":
                before = {t.lower_ for t in self.doc[max(0, child.i - 2) : child.i]}
                if before & {"according", "under", "by", "in"}:
                    last = clause_term(verb, "relative clause")
                    end = last.last if last is not None else verb.right_edge.i + 1
                    return trimmed(self.doc, child.i + 1, end, "relative clause")
            if child.lower_ == "whereby":
                return clause_term(verb, "relative clause", without=[child.i])
        return None

    # ------------------------------------------------------------ verbs

    def as_proposed(self, verb: Token) -> None:
        """Read "a cut in prices, as proposed by the importers"."""
        if verb.i < 2 or verb.nbor(-1).lower_ != "as" or verb.nbor(-2).text != ",":
            return
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        top = verb.nbor(-3) if verb.i > 2 else verb
        while (
            top.head.i < top.i
            and top.head.pos_ in {"NOUN", "PROPN"}
            and top.head.sent.start == verb.sent.start
        ):
            top = top.head
        if not who or top.pos_ not in {"NOUN", "PROPN"}:
            return
        draft = self.book.open(who[0], "proposal")
        term = trimmed(self.doc, top.left_edge.i, verb.i - 2, "as proposed", top)
        self.hold(draft, term, None)

    def verb(self, token: Token) -> None:
        """Read a verb that states terms: of its subject, or of the proposal it has."""
        if lemma(token) in {"propose", "demand", "suggest"} and is_passive(token):
            self.as_proposed(token)
        word = lemma(token)
        if self.conditions(token):
            return
        subject = self.subject_draft(token)
        if token.pos_ not in {"VERB", "AUX"} and not children(token, "aux", "xcomp"):
            return
        if subject is not None:
            self.stated(token, word, subject)
            return
        if self.framed(token):
            return
        if word == "agree":
            self.agreed(token)
        elif word in self.lexicon.puts or word == "say":
            self.put(token, word)
        if {c.lower_ for c in children(token, "aux")} & {"must", "should"}:
            self.must(token)

    def subject_draft(self, verb: Token) -> ProposalDraft | None:
        """Return the proposal that a verb's subject is."""
        for subject in grammatical_subjects(verb):
            if subject.i in self.drafts:
                return self.drafts[subject.i]
            if self.book.current is None:
                continue
            if is_pointing(subject) and subject.pos_ != "PRON":
                return self.book.current if self.last_held is not None else None
            before = [index for index in self.drafts if 0 < subject.i - index < 30]
            if subject.lower_ == "it" and before and self.near(subject):
                return self.drafts[max(before)]
            if subject.lower_ == "it" and self.last_held is not None:
                return self.book.current if self.near(subject) else None
        return None

    def near(self, pronoun: Token) -> bool:
        """True where "it" opens its clause right after a sentence with terms."""
        return (
            pronoun.sent.start == pronoun.i
            or pronoun.i - pronoun.sent.start < 3
            or any(
                index in self.drafts for index in range(pronoun.sent.start, pronoun.i)
            )
        )

    def stated(self, verb: Token, word: str, draft: ProposalDraft) -> None:
        """Read what a proposal includes, says or must be."""
        statement = self.statement(verb)
        auxiliaries = {c.lower_ for c in children(verb, "aux")}
        governed = [
            c
            for c in children(verb, "xcomp")
            if lemma(verb) in {"due", "have", "need", "set"}
        ]
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            return
        if word in self.lexicon.holds and not is_passive(verb):
            if word in {"omit", "leave", "mention"} and not is_negated(verb):
                return
            if word in COMPLEMENT:
                for root, keep in self.complements(verb):
                    self.hold(
                        draft,
                        term_of(root, "what a proposal says", keep=keep),
                        statement,
                    )
                return
            if not is_negated(verb) or auxiliaries & MODALS:
                self.hold(draft, self.predicate(verb), statement)
            return
        process = self.lexicon.process
        if word in process or any(lemma(c) in process for c in children(verb, "xcomp")):
            return
        if auxiliaries & MODALS or governed or self.due(verb):
            self.hold(draft, clause_term(verb, "what a proposal must be"), statement)

    def due(self, verb: Token) -> bool:
        """True for "is due to", "is to", "needs to"."""
        if lemma(verb) in {"due", "set", "need", "have"}:
            return bool(children(verb, "xcomp", "advcl", "ccomp"))
        return any(
            lemma(c) == "be" and c.i < verb.i and verb.doc[c.i + 1].lower_ == "to"
            for c in children(verb, "aux", "cop")
        )

    def complements(self, verb: Token) -> list[tuple[Token, list[Token]]]:
        """Return what a verb of stating states, one root a term."""
        wanted = self.lexicon.puts_case.get(lemma(verb), ("",))
        prepositional = {"provide", "call"} | set(self.lexicon.puts_case)
        roots = [*children(verb, "obj", "ccomp", "xcomp")]
        if lemma(verb) in prepositional:
            roots = [
                c
                for c in children(verb, "obl", "advcl", "ccomp", "obj")
                if c.dep_ in {"ccomp", "obj"}
                or case_of(c) in (*wanted, "for")
                or any(g.lower_ in {"for", "on"} for g in children(c, "mark"))
            ] or roots
        elif lemma(verb) == "consist":
            roots = [c for c in children(verb, "obl") if case_of(c) == "of"]
        if is_passive(verb):
            roots = patients(verb)
        out = []
        for root in roots:
            if root.lower_ in {"which", "who", "that", "it", "them", "this", "what"}:
                continue
            found = members(root)
            for one in found:
                keep = trailing(verb, one) if one is found[-1] else []
                keep = [c for c in keep if not self.is_time(c) and c.dep_ != "xcomp"]
                if root.dep_ != "obj":
                    keep = [c for c in keep if "which" in self.subtree(c).split()]
                out.append((one, keep))
        return out

    def is_time(self, token: Token) -> bool:
        """True where a phrase is a date."""
        return any(start <= token.idx < end for start, end in self.days)

    def predicate(self, verb: Token) -> Term | None:
        """Return a verb with all that follows it, without its subject."""
        subjects = [c.i for c in children(verb, *SUBJECTS)]
        term = clause_term(verb, "what a proposal does", without=subjects)
        if term is None:
            return None
        first = min(
            [verb.i, *(c.i for c in children(verb, "aux", "aux:pass", "advmod"))]
        )
        return trimmed(self.doc, max(term.first, first), term.last, term.rule)

    def framed(self, verb: Token) -> bool:
        """Read "Under the deal, A"."""
        for child in children(verb, "obl"):
            if case_of(child) not in {"under", "in"} or child.i > verb.i:
                continue
            kind = self.lexicon.nouns.get(lemma(child))
            if kind is None or kind in {"part", "demand"}:
                continue
            if case_of(child) == "in" and not is_pointing(child):
                continue
            words = {c.lower_ for c in children(child, "amod")}
            if words & {"current", "existing", "present", "expiring"}:
                continue
            proposer = proposer_of(child, self.cast, self.statement(verb))
            version, said = version_of(child)
            draft = self.book.open(proposer, kind, version, said)
            self.drafts[child.i] = draft
            return self.hold(
                draft,
                clause_term(verb, "under a proposal", without=[child.i]),
                self.statement(verb),
            )
        return False

    def put(self, verb: Token, word: str) -> None:
        """Read "X proposes A", "X demands A"."""
        if is_negated(verb):
            return
        statement = self.statement(verb)
        nouns = agents(verb)
        who = [part for noun in nouns for part in self.cast.who(noun)]
        if not who and statement is not None and any(map(first_person, nouns)):
            side = speaker_side(self.cast, statement)
            who = [side] if side is not None else []
        if not who:
            return
        if word == "say":
            self.subjunctive(verb, who[0])
            return
        roots = self.complements(verb)
        wanted = self.lexicon.puts_case.get(word)
        if wanted is not None and "" not in wanted:
            roots = [
                (root, keep)
                for root, keep in roots
                if case_of(root) in wanted
                or root.dep_ == "ccomp"
                or any(c.lower_ in wanted for c in children(root, "mark"))
            ]
        wishing = word in self.lexicon.wishes
        for root, keep in roots:
            if root.dep_ == "ccomp" and not self.meant(root):
                continue
            if lemma(root) in event_lexicon().small:
                continue
            kind = self.lexicon.nouns.get(lemma(root))
            if kind is not None and kind not in {"agreement", "part"}:
                continue
            term = term_of(root, "what a side puts", keep=keep)
            if term is None or (
                (wishing or is_passive(verb))
                and not topics_of(self.doc[term.first : term.last].text)
            ):
                continue
            if wishing and not self.is_side(who[0]):
                continue
            if kind == "agreement":
                inner = [self.under_which(c) for c in children(root, "acl:relcl")]
                term = next((found for found in inner if found is not None), term)
            draft = self.book.open(who[0], "demand" if wishing else self.kind_of(word))
            if not draft.mentions and not draft.held:
                draft.noun = "demands" if draft.kind == "demand" else "proposals"
            event = self.events.get(verb.idx)
            if event is not None and draft.event is None:
                draft.event = event
            self.hold(draft, term, statement)

    def meant(self, clause: Token) -> bool:
        """True for a clause that says what should be, not what is."""
        if clause.tag_ == "VB" or {c.lower_ for c in children(clause, "aux")} & MODALS:
            return True
        return any(c.tag_ == "VB" for c in children(clause, "cop", "aux:pass"))

    def kind_of(self, word: str) -> str:
        """Return what putting something by a verb makes it."""
        return (
            "demand"
            if word in {"demand", "insist", "request", "require"}
            else "proposal"
        )

    def is_side(self, part: Part) -> bool:
        """True for a party, an organisation or a collective, not one person."""
        if part.id is None:
            return True
        return self.cast.entities[part.id].kind in {"party", "organization"}

    def subjunctive(self, verb: Token, who: Part) -> None:
        """Read "consumers say that the adjustment be automatic"."""
        for clause in children(verb, "ccomp"):
            copula = children(clause, "cop", "aux:pass")
            bare = copula[0].lower_ == "be" if copula else clause.tag_ == "VB"
            if bare and not children(clause, "aux") and children(clause, *SUBJECTS):
                draft = self.book.open(who, "demand")
                if not draft.mentions and not draft.held:
                    draft.noun = "demands"
                self.hold(draft, clause_term(clause, "what a side asks"), None)

    def agreed(self, verb: Token) -> None:
        """Read "the sides agreed to A and on B"."""
        if is_negated(verb):
            return
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        if not who:
            return
        statement = self.statement(verb)
        infinitives = children(verb, "xcomp") + [
            c
            for c in children(verb, "conj", "advcl")
            if any(g.lower_ == "to" for g in children(c, "mark"))
        ]
        roots = [root for c in infinitives for root in members(c)]
        for clause in children(verb, "ccomp"):
            if {c.lower_ for c in children(clause, "aux")} & (MODALS | {"to"}):
                roots += members(clause)
        terms = [term_of(root, "what was agreed") for root in roots]
        for child in children(verb, "obl"):
            if case_of(child) in {"on", "to"} and not self.is_time(child):
                if lemma(child) in {
                    "point",
                    "element",
                    "principle",
                    "plan",
                    "term",
                }:
                    continue
                if topics_of(self.subtree(child)):
                    terms += [
                        term_of(root, "what was agreed") for root in members(child)
                    ]
        pointing = any(
            lemma(child) in self.lexicon.lists for child in children(verb, "obl")
        )
        if not any(terms) and not pointing:
            return
        draft = self.book.open(who[0], "agreement")
        if not draft.held:
            draft.noun = "agreement"
            draft.others = tuple(who[1:3])
        event = self.events.get(verb.idx)
        if event is not None and draft.event is None:
            draft.event = event
        for term in terms:
            self.hold(draft, term, statement)

    def conditions(self, token: Token) -> bool:
        """Read "willing to accept a truce, but only if A"."""
        if lemma(token) not in self.lexicon.willing or is_negated(token):
            return False
        clauses = [
            mark.head
            for mark in token.sent
            if mark.i > token.i
            and mark.lower_ in {"if", "provided", "unless"}
            and mark.dep_ == "mark"
            and mark.i - token.i < 25
        ]
        if not clauses:
            return False
        verb = token
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        if not who or not self.is_side(who[0]):
            return False
        found = False
        for clause in clauses:
            for root in members(clause):
                term = clause_term(root, "condition of a side")
                if term is None or not topics_of(self.doc[term.first : term.last].text):
                    continue
                draft = self.book.open(who[0], "demand")
                if not draft.mentions and not draft.held:
                    draft.noun = "conditions"
                found |= self.hold(draft, term, self.statement(token))
        return found

    def must(self, verb: Token) -> None:
        """Read what a speaker says the sides or the talks must do."""
        statement = self.statement(verb)
        if statement is None or not statement.speaker:
            return
        subjects = {lemma(noun) for noun in grammatical_subjects(verb)}
        if not subjects & self.lexicon.musts:
            return
        term = clause_term(verb, "what a speaker says must be")
        if term is None or not topics_of(self.doc[term.first : term.last].text):
            return
        who = Part(statement.speaker, statement.speaker_id, verb.idx)
        draft = self.book.open(who, "demand")
        if not draft.mentions and not draft.held:
            draft.noun = "demands"
        self.hold(draft, term, statement)

    # ------------------------------------------------------------ lists, continuations

    def listed(self, sent: Span) -> None:
        """Read "three issues: A, B and C"."""
        colon = next((t for t in sent if t.text == ":" and t.i > sent.start + 2), None)
        if colon is None or colon.i >= sent.end - 3 or self.book.current is None:
            return
        before = [t for t in sent if t.i < colon.i and t.pos_ == "NOUN"]
        if not before or lemma(before[-1]) not in self.lexicon.lists:
            return
        text = self.doc[colon.i + 1 : sent.end]
        start = text.start
        for token in text:
            cut = token.text in {",", ";"} and topics_of(self.doc[start : token.i].text)
            if cut or token.i == sent.end - 1:
                end = token.i + (token.i == sent.end - 1)
                self.hold(
                    self.book.current, trimmed(self.doc, start, end, "list"), None
                )
                start = token.i + 1

    def item(self, sent: Span, after_item: bool) -> bool:
        """Read an item of a list that the paragraph before announced.

        A paragraph without a mark goes on with the item right before it.
        """
        if self.list_draft is None:
            return False
        block = self.blocks.get(sent.start)
        marked = ITEM.match(sent.text) is not None and block is not None
        if not marked and block is None:
            start = max((i for i in self.blocks if i < sent.start), default=sent.start)
            opening = self.doc[start : sent.start].text
            if opening and ITEM.fullmatch(opening.strip() + " "):
                marked, block = True, self.blocks[start]
        root = sent.root
        modal = {c.lower_ for c in children(root, "aux")} & MODALS
        if not marked and not (modal and after_item and block is not None):
            return False
        first = sent.start
        found = ITEM.match(sent.text)
        if found:
            while (
                first < sent.end and self.doc[first].idx < sent.start_char + found.end()
            ):
                first += 1
        self.listing, self.after_item = 4, True
        term = trimmed(self.doc, first, sent.end, "list item")
        return self.hold(self.list_draft, term, None)

    def plainly(self, sent: Span) -> bool:
        """Read "The new pact is due to ...", whatever the tree makes of it."""
        words = [token for token in sent if not token.is_space]
        for place, token in enumerate(words[:8]):
            kind = self.noun_kind(token)
            pronoun = place == 0 and token.lower_ == "it" and self.last_held is not None
            if not pronoun and kind not in {"agreement", "plan", "draft", "proposal"}:
                continue
            before = {found.lower_ for found in words[:place]}
            if not pronoun and not before & {"the", "this", "new", "proposed"}:
                continue
            if before & {"current", "existing", "present", "old", "previous"}:
                return False
            after = [found.lower_ for found in words[place + 1 : place + 4]]
            due = {"due", "set"} & set(after) and "to" in after
            if not due and not set(after[:2]) & MODALS:
                continue
            verbs = [
                lemma(found)
                for found in words[place + 1 : place + 9]
                if found.pos_ == "VERB"
            ]
            if not verbs or verbs[0] in self.lexicon.process or verbs[0] in {"say"}:
                return False
            draft = self.book.current if pronoun else self.drafts.get(token.i)
            if draft is None:
                draft = self.book.open(None, kind or "agreement")
                if not draft.held:
                    draft.noun = token.lower_
            self.drafts[token.i] = draft
            term = trimmed(self.doc, words[0].i, self.before_cue(sent), "plain future")
            return self.hold(draft, term, self.statement(token))
        return False

    def before_cue(self, sent: Span) -> int:
        """Return where a sentence ends without its ", officials said"."""
        for token in sent:
            if token.text == "," and token.i > sent.start + 5:
                tail = self.doc[token.i + 1 : sent.end]
                cue = any(
                    lemma(t) in {"say", "add", "note"} and t.tag_ == "VBD" for t in tail
                )
                if cue and len(tail) < 10:
                    return int(token.i)
        return int(sent.end)

    def continued(self, sent: Span, draft: ProposalDraft, term: Term) -> bool:
        """Read a sentence that goes on with the terms of the one before."""
        clause = sent.root
        inner = children(clause, "ccomp")
        if (
            lemma(clause) in {"say", "add", "note", "explain", "state", "stress"}
            and inner
        ):
            clause = inner[0]
        statement, other = self.statement(clause), self.statement(self.doc[term.first])
        text = sent.text.strip()
        fragment = not any(t.pos_ in {"VERB", "AUX"} for t in sent)
        if not fragment and (statement is None) != (other is None):
            return False
        if statement is not None and other is not None:
            if statement.speaker != other.speaker:
                return False
        if fragment and re.match(
            r"(?:nor|and|or|as well as|plus)\b", text, re.IGNORECASE
        ):
            return self.hold(
                draft, trimmed(self.doc, sent.start, sent.end, "goes on"), statement
            )
        modal = {t.lower_ for t in sent if t.dep_ == "aux"} & MODALS
        opening = GOING_ON.match(text) is not None
        if not opening and not (modal and self.chained(sent, draft)):
            return False
        if text.endswith("?") or clause.tag_ == "VBD":
            return False
        return self.hold(draft, clause_term(clause, "goes on"), statement)

    def chained(self, sent: Span, draft: ProposalDraft) -> bool:
        """True where a sentence takes up a noun of the terms before it."""
        before = {
            stem(token)
            for held in draft.held
            for token in self.doc[held.term.first : held.term.last]
            if token.pos_ == "NOUN"
        }
        return any(token.pos_ == "NOUN" and stem(token) in before for token in sent)

    # ------------------------------------------------------------ small

    def subtree(self, token: Token) -> str:
        """Return the words under a token."""
        return str(self.doc[token.left_edge.i : token.right_edge.i + 1].text)

    def numbered(self, token: Token) -> bool:
        """True where a number stands under a token."""
        return any(found.pos_ == "NUM" for found in token.subtree)


def stem(token: Token) -> str:
    """Return the first letters of a noun, by which "guarantor" meets "guarantee"."""
    return lemma(token)[:7]


def proposer_name(draft: ProposalDraft) -> str | None:
    """Return who puts a draft."""
    return draft.proposer.name if draft.proposer is not None else None


def is_collective(token: Token) -> bool:
    """True for a noun that names a group."""
    return lemma(token) in event_lexicon().actors
