"""Attributions by verbs: what somebody says, asks, rejects, believes or wants.

A verb's content is its clause, its infinitive, its object or what a preposition
brings; or the sentence that it stands in as an aside.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extract.content import (
    around,
    behind,
    fronted_end,
    spans_of,
    timely,
)
from extract.cues import Lexicon, Sense
from extract.drafts import (
    LIGHT,
    Draft,
    Span,
    cue_span,
    is_infinitive,
    lemma,
    phrase_tokens,
    real_sense,
    unreal,
)
from extract.mended import may_attribute, said_in, unattached, unmarked
from extract.objects import relative, thing
from extract.phrases import case_of, children, finite, noun_phrase
from extract.sources import (
    Source,
    agent,
    antecedent,
    is_passive,
    says_nothing,
    source_of,
    subject,
)
from extract.word_sets import spaced

#: Verbs whose clause is an effect, not something said or thought.
_CAUSES = spaced(
    """
    ensure make mean prove cause happen seem appear let help keep leave get
    have be do take go come turn prevent stop require need follow matter
    result
    """
)

_AS = frozenset({"as"})


def verb_names(verb: Token, lexicon: Lexicon) -> Iterator[tuple[str, Token | None]]:
    """Yield the names a verb may stand under, the longest first.

    With each comes the preposition or particle that completes it, if any:
    "called for" yields ``("call for", for)`` and then ``("call", None)``.
    """
    base = lemma(verb)
    options = lexicon.particles.get(base, frozenset())
    if options:
        doc = verb.doc
        for option in sorted(options):
            parts = option.split()
            ahead = [t.lower_ for t in doc[verb.i + 1 : verb.i + 1 + len(parts)]]
            if len(parts) > 1 and ahead == parts:
                yield f"{base} {option}", doc[verb.i + len(parts)]
        for reach in range(1, 4):
            if verb.i + reach >= len(doc):
                break
            token = doc[verb.i + reach]
            if token.lower_ in options:
                if not _of_time(token):
                    yield f"{base} {token.lower_}", token
                break
            if token.pos_ not in ("ADV", "PRON", "PART"):
                break
        far = _distant(verb, options)
        if far is not None:
            yield f"{base} {far.lower_}", far
        for c in children(verb, "compound"):
            if c.dep_ == "compound:prt" and c.lower_ in options:
                yield f"{base} {c.lower_}", c
        for c in children(verb, "obl", "advcl"):
            for mark in children(c, "case", "mark"):
                if mark.lower_ in options and mark.i > verb.i and not _of_time(mark):
                    yield f"{base} {mark.lower_}", mark
    yield base, None


def _of_time(word: Token) -> bool:
    """Tell whether a preposition only says when ("called off a strike on Sunday")."""
    return word.head.i > word.i and word.dep_ == "case" and timely(word.head)


def _distant(verb: Token, options: frozenset[str]) -> Token | None:
    """Return a verb's preposition behind a time ("alluded on Tuesday to")."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]:
        if _of_time(token):
            continue
        if token.lower_ in options and token.pos_ == "ADP" and token.i > verb.i + 1:
            between = verb.doc[verb.i + 1 : token.i]
            if any(timely(t) for t in between) and not any(
                t.pos_ == "PROPN" and not timely(t) for t in between
            ):
                return token
            return None
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ") or token.is_punct:
            return None
    return None


def verb_attributions(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a verb attributes: a clause, an infinitive or an object."""
    if verb.dep_ in ("aux", "aux:pass", "cop", "case", "mark", "fixed", "amod"):
        return
    if not may_attribute(verb, lexicon):
        return
    if is_passive(verb):
        yield from _of_passive(verb, lexicon)
        return
    source, via = _source(verb)
    if source is None or (lemma(verb) == "see" and says_nothing(source.antecedent)):
        return
    for name, tail in verb_names(verb, lexicon):
        spans, sense, form = _clausal(verb, name, tail, source, lexicon)
        if spans and sense is not None:
            cue = cue_span(verb, tail)
            real = real_sense(verb, sense)
            yield Draft(cue, verb, source, spans, real, form, via)
            return
        drafts = list(_with_object(verb, name, tail, source, lexicon))
        if drafts:
            yield from drafts
            return


def _of_passive(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a passive with an agent attributes ("rejected by producers")."""
    if any(case_of(c).startswith("as") for c in children(verb, "advcl", "xcomp")):
        return  # "was quoted as saying by": the saying is the cue
    by = agent(verb)
    source = source_of(by, cue=verb) if by is not None else None
    patient = next(iter(children(verb, "nsubj:pass")), None)
    sense = lexicon.known(lemma(verb))
    if source is None or patient is None or sense is None:
        return
    head = antecedent(patient)
    span = noun_phrase(head, without=[verb])
    if span is not None and lemma(head) not in ("this", "that", "it"):
        yield Draft(cue_span(verb), verb, source, (span,), sense, "passive")


def _source(verb: Token) -> tuple[Source | None, Source | None]:
    """Return the source of a verb, and the agent that passed its words on."""
    head = subject(verb)
    if head is None:
        return None, None
    via = None
    governor = verb.head
    if head.dep_ == "nsubj:pass" and lemma(governor) in ("quote", "cite", "report"):
        for candidate in (verb, governor):
            by = agent(candidate)
            if by is not None:
                via = source_of(by, cue=verb)
                break
    return source_of(head, cue=verb), via


def _clausal(
    verb: Token, name: str, tail: Token | None, source: Source, lexicon: Lexicon
) -> tuple[tuple[Span, ...], Sense | None, str]:
    """Return what a verb says in a clause: behind it, before it or around it."""
    sense = lexicon.sense(name, "clause")
    clauses = said_in(verb, lexicon)
    right = [c for c in clauses if c.i > verb.i]
    if right and sense is None and tail is None:
        sense = _unlisted(verb, right[0], source, lexicon)
    if sense is None:
        return (), None, ""
    if tail is None or tail.dep_ == "compound:prt":
        spans = relative(verb)
        if spans:
            return spans, sense, "relative"
    left = [c for c in clauses if c.i < verb.i]
    if left and right and _is_aside(verb, source):
        right = []
    if right:
        return behind(verb, right[0], lexicon), sense, "clause"
    found = unattached(verb)
    if found is not None:
        start, head = found
        return behind(verb, head, lexicon, start=start), sense, "clause"
    if verb.tag_ == "VBG" or any(c.lower_ == "as" for c in children(verb, "mark")):
        front = fronted_end(verb)
        said = [t for t in verb.doc[verb.i + 1 : (front or 0) + 1] if not t.is_space]
        if len(said) > 1 and sense.act == "speech" and verb.tag_ == "VBG":
            return spans_of(said), sense, "clause"
    objects = [c for c in children(verb, "obj") if c.i > verb.i]
    if objects and lexicon.sense(name, "told") is None:
        return (), None, ""
    if left or _is_aside(verb, source):
        return around(verb, (source.start, source.end), lexicon), sense, "aside"
    bare = unmarked(verb, source) if sense.act == "speech" else None
    if bare is not None:
        start, head = bare
        return behind(verb, head, lexicon, start=start), sense, "clause"
    return (), None, ""


def _is_aside(verb: Token, source: Source) -> bool:
    """Tell whether a saying verb stands aside from what is said (", he added,")."""
    if not finite(verb) or unreal(verb):
        return False
    if verb.dep_ == "acl:relcl" and not _asides_on(verb.doc, verb):
        return False
    if source.head.lower_ in ("who", "which", "that", "what"):
        return False
    doc, sentence = verb.doc, verb.sent
    first = min(source.start, int(verb.idx))
    before = [t for t in sentence if not t.is_space and t.idx < first]
    if any(c.lower_ == "as" for c in children(verb, "mark")):
        own = children(verb, "obj", "xcomp", "ccomp")
        return not any(c.i > verb.i for c in own)
    if len(before) < 3 or before[-1].text not in (",", "”", '"', "''", "—", "--", "-"):
        return False
    if not any(t.pos_ in ("VERB", "AUX") for t in before):
        return verb.dep_ == "parataxis" or _asides_on(doc, verb)
    return True


def _asides_on(doc: Doc, verb: Token) -> bool:
    after = next((t for t in doc[verb.i + 1 : verb.sent.end] if not t.is_space), None)
    return after is not None and after.text == ","


def _unlisted(
    verb: Token, clause: Token, source: Source | None, lexicon: Lexicon
) -> Sense | None:
    """Return a sense for a verb outside the lexicon that takes a that-clause."""
    if source is None or lemma(verb) in _CAUSES or not verb.is_alpha:
        return None
    marks = {c.lower_ for c in children(clause, "mark")}
    if "that" not in marks or clause.i < verb.i:
        return None
    if source.antecedent.lower_ in ("it", "this", "that", "which", "what"):
        return None
    return lexicon.known(lemma(verb)) or Sense("think", "belief")


def _with_object(
    verb: Token,
    name: str,
    tail: Token | None,
    source: Source | None,
    lexicon: Lexicon,
) -> Iterator[Draft]:
    if source is None:
        return
    objects = [c for c in children(verb, "obj") if c.i > verb.i or c.tag_ == "WP"]
    if not objects:
        objects = [c for c in children(verb, "iobj") if c.i > verb.i]
    infinitives = [
        c
        for c in children(verb, "xcomp", "ccomp", "advcl")
        if c.i > verb.i and is_infinitive(c)
    ]
    told = lexicon.sense(name, "told")
    base: list[Token] = []
    sense: Sense | None = None
    form = "object"
    without: list[Token] = []
    about = [
        c
        for c in children(verb, "obl")
        if c.i > verb.i and case_of(c) in ("about", "of")
    ]
    if told is not None and objects and about and tail is None and not infinitives:
        sense = told
        base = phrase_tokens(about[0])
        without = [c for c in children(about[0], "case") if c.i < about[0].i]
    elif infinitives and objects and told is not None and tail is None:
        sense = told
        base = [*phrase_tokens(objects[0]), *phrase_tokens(infinitives[0])]
    elif infinitives and not objects:
        sense = lexicon.sense(name, "infinitive")
        if sense is not None:
            form = "infinitive"
            spans = behind(verb, infinitives[0], lexicon)
            if spans:
                yield Draft(
                    cue_span(verb), verb, source, spans, real_sense(verb, sense), form
                )
            return
        elif tail is not None and (found := lexicon.sense(name, "object")):
            sense = found
            base = phrase_tokens(infinitives[0])
    elif (
        objects
        and tail is None
        and lexicon.sense(name, "object") is not None
        and not (lemma(verb) == "raise" and lemma(objects[0]) in lexicon.figures)
    ):
        sense = lexicon.sense(name, "object")
        target = objects[0]
        if (
            target.pos_ == "NOUN"
            and lemma(target) in lexicon.nouns
            and any(c.dep_.startswith(("acl", "ccomp")) for c in target.children)
        ) and lemma(verb) in LIGHT:
            return  # the noun is the cue: "expressed concern that"
        base = phrase_tokens(target) if target.tag_ not in ("WP", "WDT") else []
        for c in verb.children:
            if c.i > verb.i and c is not target and _completes(c, verb):
                base += phrase_tokens(c)
    if not base and tail is not None:
        sense = lexicon.sense(name, "object") or lexicon.sense(name, "infinitive")
        if sense is None:
            return
        if tail.dep_ == "compound:prt":
            base = [t for o in objects for t in phrase_tokens(o)]
        else:
            phrase = tail.head
            if phrase.i > verb.i and tail.i > verb.i and phrase.i != tail.i:
                without = [tail]
                base = [t for t in phrase_tokens(phrase) if t.i > tail.i]
            elif objects:
                base = [t for o in objects for t in phrase_tokens(o)]
    if not base and tail is None and not objects:
        named = _named(verb) if lexicon.sense(name, "object") is not None else None
        if named is not None:
            sense = lexicon.sense(name, "object")
            without = [k for k in children(named, "case", "mark") if k.lower_ in _AS]
            tail = without[0] if without else None
            base = [t for t in phrase_tokens(named) if t not in without]
    if not base or sense is None:
        return
    base = [t for t in base if t not in without]
    if form == "object" and base and not infinitives:
        base = thing(base, verb)
    spans = spans_of(base)
    spans = tuple(s for s in spans if not source.start <= s[0] < source.end)
    if spans:
        yield Draft(
            cue_span(verb, tail),
            verb,
            source,
            spans,
            real_sense(verb, sense),
            form,
        )


def _named(verb: Token) -> Token | None:
    """Return what a thing is called ("that he described as constructive")."""
    for c in verb.children:
        if c.i <= verb.i:
            continue
        if c.dep_ in ("xcomp", "ccomp"):
            return c
        if c.dep_ in ("obl", "advcl") and case_of(c) == "as":
            return c
    return None


def _completes(child: Token, verb: Token) -> bool:
    """Tell whether a dependent goes on with what is said of the object."""
    if child.dep_ in ("xcomp", "iobj") or child.dep_.startswith("ccomp"):
        return True
    if child.dep_ == "advcl" and any(
        k.lower_ == "that" and verb.doc[k.i - 1].dep_ == "obj"
        for k in children(child, "mark")
    ):
        return True  # "dismissed the idea that it is over"
    case = case_of(child)
    if child.dep_ == "obl":
        return case in (
            "as",
            "of",
            "for",
            "from",
            "against",
            "to",
            "with",
            "in terms of",
        )
    if child.dep_ == "advcl":
        return case in ("of", "for", "as", "from", "to")
    return False
