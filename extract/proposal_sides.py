"""What a side puts, wants, promises or agrees to, in articles about talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    case_of,
    children,
    conjuncts,
    grammatical_subjects,
    is_passive,
    patients,
)
from extract.event_cast import Part
from extract.event_groups import collective
from extract.event_participants import first_person
from extract.inflections import lemma
from extract.proposal_broad import BroadReader, is_denied, is_infinitive, marks
from extract.proposal_drafts import speaker_side
from extract.proposal_gates import ASKING_PAPERS, LAWS, is_nobody, is_somebody
from extract.provisions import Term, clause_term, members, term_of, trailing, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Pronouns that stand for somebody told of before.
SOMEBODY: Final = frozenset({"it", "they", "he", "she", "who", "that", "which"})


class SideReader(BroadReader):
    """Read "X countered with A", "X would like A", "X is ready to do A"."""

    def doers(self, verb: Token) -> list[Token]:
        """Return who does it, also where a tree takes an active for a passive."""
        if is_passive(verb) and verb.dep_ != "acl" and not children(verb, "aux:pass"):
            before = [s for s in children(verb, "nsubj:pass") if s.i < verb.i]
            if before:
                return conjuncts(before[-1])
        found = agents(verb)
        if found and all(lemma(n) in term_lexicon().meetings for n in found):
            above = found[0].head
            while above.pos_ not in {"VERB", "AUX"} and above.head.i != above.i:
                above = above.head
            if above.i < verb.i:
                return agents(above)
        return found or [
            c for c in children(verb, "expl") if c.lower_ == "it" and c.i < verb.i
        ]

    def parties(self, verb: Token, word: str) -> list[Part]:
        """Return who puts something by a verb."""
        nouns = [noun for noun in self.doers(verb) if lemma(noun) not in LAWS]
        statement = self.statement(verb) or self.anybody(verb)
        if statement is not None and any(map(first_person, nouns)):
            if statement.speaker_id is None and statement.speaker:
                return [Part(statement.speaker, None, verb.idx)]
            side = speaker_side(self.cast, statement)
            return [side] if side is not None else []
        wish = word in term_lexicon().wishes
        itself = self.who_says(verb) if nouns and nouns[0].lower_ == "it" else []
        if itself:
            return itself[:1]
        who = [part for noun in nouns for part in self.cast.who(noun)]
        if who and is_nobody(who[0]):
            return []
        if who:
            return [who[0]] if not wish or self.takes_part(who[0]) else []
        noun = next(iter(nouns), None)
        if noun is None:
            return []
        if noun.lower_ in SOMEBODY:
            return self.told_before(verb)
        if noun.pos_ not in {"NOUN", "PROPN"} or (wish and not is_somebody(noun)):
            return []
        if self.noun_kind(noun) or noun.lower_ in {"people", "many", "most", "some"}:
            return []
        return self.side_of(verb)

    def told_before(self, verb: Token) -> list[Part]:
        """Return whom a pronoun subject stands for.

        Who acts in the clause above, in the sentence before, or puts what is under
        discussion. In somebody's own words "they" are others than who speaks.
        """
        own = self.own_names(verb)
        for clause in self.clauses_above(verb):
            who = [part for noun in agents(clause) for part in self.cast.who(noun)]
            others = [part for part in who if not self.is_one_of(part, own)]
            if others:
                return others[:1]
        current = self.book.current
        if current is not None and current.proposer is not None:
            return (
                [current.proposer] if not self.is_one_of(current.proposer, own) else []
            )
        return []

    def clauses_above(self, verb: Token) -> list[Token]:
        """Return the verbs above a verb, then the main one of the sentence before."""
        out = []
        while verb.head.i != verb.i and verb.head.sent.start == verb.sent.start:
            verb = verb.head
            out.append(verb)
        previous = self.before(verb)
        return [*out, previous.root] if previous is not None else out

    def takes_part(self, part: Part) -> bool:
        """True for a side, or a person who speaks or acts for one."""
        if self.is_side(part):
            return True
        entity = self.cast.entities[part.id or ""]
        return entity.affiliation is not None or bool(entity.roles)

    def party_puts(self, verb: Token) -> None:
        """Read "X countered with A", "X would like A", "X held out for A"."""
        words, word = term_lexicon(), lemma(verb)
        frames = frames_of(verb)
        if not frames or is_denied(verb):
            return
        if is_passive(verb) and children(verb, "aux:pass"):
            if "for" in frames and word in words.demands:
                for term in self.behind_prepositions(verb, frames, wish=True):
                    self.add(None, "demand", term, self.statement(verb))
            return
        if word == "like" and not children(verb, "aux"):
            return
        terms = self.taken(verb, frames)
        who = self.parties(verb, word) if terms else []
        if not who and (not terms or word in words.wishes):
            return
        doers = self.doers(verb)
        papers = [n for n in doers if lemma(n) in ASKING_PAPERS]
        if not who and papers:
            side = self.author(papers[0], self.statement(verb))
            who = [side] if side is not None else []
        if not who and not any(
            n.lower_ in SOMEBODY or lemma(n) in ASKING_PAPERS for n in doers
        ):
            return
        if not who and self.own_names(verb):
            return
        kind = "demand" if word in words.demands else "proposal"
        kind = "agreement" if word in words.agreed else kind
        for term in terms:
            self.add(next(iter(who), None), kind, term, self.statement(verb))

    def taken(self, verb: Token, frames: frozenset[str]) -> list[Term]:
        """Return the terms that a verb takes, by what it can take."""
        word = lemma(verb)
        wish = word in term_lexicon().wishes
        out: list[Term | None] = []
        things = self.objects(verb)
        clauses = [c for c in children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i]
        infinitives = [c for c in clauses if is_infinitive(c)]
        infinitives += [
            more
            for clause in infinitives
            for more in series(clause)
            if more not in infinitives
        ]
        if "to" in frames and wish:
            infinitives += [
                c for t in things for c in children(t, "acl") if is_infinitive(c)
            ]
        if "offer" in frames:
            return self.raised(verb, things)
        told_to = (
            "to" in frames and infinitives and bool(things or children(verb, "iobj"))
        )
        if told_to:
            out += self.told_to(verb, things, infinitives)
        else:
            if "inf" in frames:
                for clause in infinitives if wish else ():
                    out += [
                        term_of(one, "listed among demands")
                        for one in self.listed_in(clause)
                    ]
                    if lemma(clause) == "see":
                        out += self.things_put(clause, self.objects(clause), wish=True)
                out += [
                    term_of(root, "what a side would do")
                    for clause in infinitives
                    if not children(clause, "nsubj", "nsubj:pass")
                    for root in members(clause)
                    if not (wish and lemma(root) in term_lexicon().idle)
                    and (word != "seek" or lemma(root) in term_lexicon().deeds)
                ]
            if "obj" in frames:
                out += self.things_put(verb, things, wish=wish)
            if "for" in frames:
                behind = [c for c in children(verb, "obj") if case_of(c) == "for"]
                out += self.things_put(verb, behind, wish=wish)
        if "clear" in frames:
            out += [
                clause_term(root, "what a side makes clear")
                for near in (*children(verb, "xcomp", "obj", "ccomp"), verb)
                if near.lower_ == "clear" or "clear" in self.below(near)
                for clause in children(near, "ccomp", "csubj")
                if self.ruling(clause)
                for root in members(clause)
            ]
        for clause in clauses:
            out += self.clause_put(clause, word, frames)
        out += self.behind_prepositions(verb, frames, wish=wish)
        return [term for term in out if term is not None]

    def listed_in(self, clause: Token) -> list[Token]:
        """Return A of "to discuss issues including A"."""
        return [
            one
            for noun in children(clause, "obj")
            for child in children(noun, "nmod", "acl")
            if case_of(child) in {"including", "like"}
            for one in members(child)
        ]

    def below(self, token: Token) -> set[str]:
        """Return the words right below a token."""
        return {child.lower_ for child in token.children}

    def told_to(
        self, verb: Token, things: list[Token], infinitives: list[Token]
    ) -> list[Term | None]:
        """Return what "asked X to do A" and "wants A to be done" put."""
        words, word = term_lexicon(), lemma(verb)
        first = things[0] if things and word in {"want", "like", "need"} else None
        out = []
        for clause in infinitives:
            for root in members(clause):
                if first is None and lemma(root) in words.fate | words.idle:
                    continue
                term = term_of(root, "what a side asks")
                if first is not None and root is clause and term is not None:
                    left = first.left_edge.i
                    term = trimmed(self.doc, left, term.last, term.rule)
                out.append(term)
        return out

    def things_put(
        self, verb: Token, things: list[Token], *, wish: bool
    ) -> list[Term | None]:
        """Return what "proposed A and B" puts."""
        out = []
        for thing in things:
            for root in members(thing):
                keep = trailing(verb, root) if thing is things[-1] else []
                keep = [c for c in keep if not self.is_time(c) and c.dep_ != "advcl"]
                if self.telling(root, wish=wish):
                    out.append(term_of(root, "what a side puts", keep=keep))
        return out

    def clause_put(
        self, clause: Token, word: str, frames: frozenset[str]
    ) -> list[Term | None]:
        """Return what a clause or a gerund under a verb puts."""
        subject = children(clause, "nsubj", "nsubj:pass", "expl")
        if subject and clause.dep_ != "advcl":
            meant = self.ruling(clause) or (
                word not in term_lexicon().saying
                and clause.dep_ == "ccomp"
                and marks(clause) <= {"that"}
            )
            loose = (
                {"to", "part"} & frames
                and clause.tag_ in {"VB", "VBN"}
                and not children(clause, "aux")
            )
            if (meant and "that" in frames) or loose:
                return [clause_term(r, "what a side puts") for r in members(clause)]
        elif clause.tag_ == "VBG" and (
            ("ger" in frames and clause.dep_ != "advcl")
            or marks(clause) & (frames - {"to", "with"})
        ):
            return [term_of(root, "what a side puts") for root in members(clause)]
        return []

    def behind_prepositions(
        self, verb: Token, frames: frozenset[str], *, wish: bool
    ) -> list[Term | None]:
        """Return what "called for A", "countered with A" and "held out for A" put."""
        out: list[Term | None] = []
        wanted = frames & {"for", "on", "upon", "with", "to"}
        if lemma(verb) not in {"agree", "consent", "stick", "commit", "appeal"}:
            wanted -= {"to"}
        for child in children(verb, "obl", "nmod"):
            if child.i < verb.i or case_of(child) not in wanted or self.is_time(child):
                continue
            for root in members(child):
                if self.telling(root, wish=wish, behind=True):
                    out.append(term_of(root, "what a side puts"))
        return out

    def raised(self, verb: Token, things: list[Token]) -> list[Term]:
        """Read "raised its offer to 6 percent"."""
        for thing in things:
            paper = self.noun_kind(thing) in {"proposal", "demand"} or any(
                self.noun_kind(c) == "proposal" for c in children(thing, "compound")
            )
            if thing.lower_ in {"it", "that", "this"} and self.spoken_of(verb):
                paper = any(
                    t.lower_ in {"%", "percent", "pct", "$"} for t in verb.subtree
                )
            if paper and any(t.like_num for t in verb.subtree):
                term = self.predicate(verb)
                return [term] if term is not None else []
        return []

    def objects(self, verb: Token) -> list[Token]:
        """Return a verb's objects, also where a tree takes one for a measure."""
        out = [c for c in children(verb, "obj") if not case_of(c)]
        return out or [
            c
            for c in children(verb, "obl:unmarked", "obl")
            if c.left_edge.i == verb.i + 1
            and not case_of(c)
            and not self.is_time(c)
            and c.pos_ in {"NOUN", "PROPN", "NUM"}
        ]

    def was_put(self, verb: Token) -> None:
        """Read "a cap was proposed", "it was agreed that A"."""
        words, word = term_lexicon(), lemma(verb)
        if word not in {"propose", "offer", "demand", "agree", "suggest", "decide"}:
            return
        if verb.dep_ in {"acl", "amod"} and word in {"agree", "decide"}:
            return
        kind = "demand" if word == "demand" else "proposal"
        kind = "agreement" if word in words.agreed else kind
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        side, statement = next(iter(who), None), self.statement(verb)
        for clause in children(verb, "ccomp", "csubj", "xcomp"):
            if self.ruling(clause) or is_infinitive(clause):
                for root in members(clause):
                    self.add(side, kind, clause_term(root, "what was put"), statement)
        for noun in patients(verb):
            bare = verb.dep_ == "acl" and len(list(noun.lefts)) == 0
            if bare and lemma(noun) in {"change", "measure", "amendment", "step"}:
                continue
            if noun.i < verb.i and self.telling(noun, wish=True, behind=True):
                self.add(side, kind, term_of(noun, "what was put"), statement)

    def is_ready(self, word: Token) -> None:
        """Read "is ready to do A", "was prepared to do A"."""
        if word.lower_ not in term_lexicon().ready or is_denied(word):
            return
        nouns = grammatical_subjects(word)
        named = [part for noun in nouns for part in self.cast.who(noun)]
        who = [p for p in named if self.takes_part(p)] or self.parties(word, "want")
        if not who:
            who = [
                Part(collective(n), None, n.idx)
                for n in nouns
                if n.pos_ == "NOUN" and is_somebody(n)
            ]
        if not who:
            return
        for clause in children(word, "xcomp", "advcl", "ccomp"):
            if not is_infinitive(clause) or lemma(clause) in term_lexicon().idle:
                continue
            for root in members(clause):
                term = term_of(root, "what a side would do")
                self.add(who[0], "proposal", term, self.statement(word))


def frames_of(verb: Token) -> frozenset[str]:
    """Return what a verb takes, with the particle that it stands with.

    "out:for" of "hold" holds only in "hold out for".
    """
    after = {c.lower_ for c in verb.children if 0 < c.i - verb.i < 8}
    out = set()
    for frame in term_lexicon().puts.get(lemma(verb), ()):
        particle, _, rest = frame.rpartition(":")
        if not particle or particle in after:
            out.add(rest)
    return frozenset(out)


def series(clause: Token) -> list[Token]:
    """Return the infinitives that a tree hangs below the first of a list of them."""
    out: list[Token] = []
    for child in children(clause, "advcl", "conj"):
        if not is_infinitive(child) or child.i < clause.i:
            continue
        before = child.doc[child.left_edge.i - 1]
        if before.text in {",", ";"} or child.dep_ == "conj":
            out += [child, *series(child)] if child.dep_ == "advcl" else series(child)
    return out
