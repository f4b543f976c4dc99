"""Attributions that the parse shows: a cue, who is behind it, and its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from extract.content import (
    around,
    behind,
    fronted_end,
    relative,
    spans_of,
    thing,
    timely,
)
from extract.cues import Lexicon, Sense, lexicon
from extract.phrases import (
    NOMINAL,
    case_of,
    children,
    end_of,
    finite,
    noun_phrase,
    runs,
    subtree,
    text_of,
    trimmed,
)
from extract.records import Act
from extract.sources import Source, agent, antecedent, is_passive, source_of, subject

Span = tuple[int, int]

_ENDINGS = (
    ("ied", "y"),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ting", ""),
    ("ted", ""),
)
_LIGHT = frozenset(
    "express make give issue voice offer have put raise deliver send release hold "
    "share repeat present state show show reach publish extract".split()
)
#: Verbs whose clause is an effect, not something said or thought.
_CAUSES = frozenset(
    [
        "ensure",
        "make",
        "mean",
        "prove",
        "cause",
        "happen",
        "seem",
        "appear",
        "let",
        "help",
        "keep",
        "leave",
        "get",
        "have",
        "be",
        "do",
        "take",
        "go",
        "come",
        "turn",
        "prevent",
        "stop",
        "require",
        "need",
        "follow",
        "matter",
        "result",
    ]
)
_TIMES = ("obl:unmarked", "nmod:unmarked", "obl:tmod")
_AS = frozenset({"as"})


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution before its speaker and date are known.

    Attributes:
        cue: the cue as a character span.
        word: the cue's main word.
        source: who is behind it, ``None`` for a passive without agent.
        content: what is attributed, as character spans in reading order.
        sense: what the cue does.
        form: how it was read: "clause", "quote", "object", "noun", "phrase", ...
        via: the agent that passed it on ("as saying by the agency").
    """

    cue: Span
    word: Token
    source: Source | None
    content: tuple[Span, ...]
    sense: Sense
    form: str
    via: Source | None = None


def lemma(token: Token) -> str:
    """Return a token's lemma in lower case, mended where a cue's was misread.

    A verb whose lemma the lexicon does not know is tried under the regular
    endings of its form.
    """
    return _lemma(token.lemma_.lower() or token.lower_, token.lower_, token.tag_)


@cache
def _lemma(read: str, form: str, tag: str) -> str:
    words = lexicon()
    if not tag.startswith("VB") or words.known(read) or read in words.particles:
        return read
    for ending, instead in _ENDINGS:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)] + instead
            if words.known(stem):
                return stem
    return read


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
                if mark.lower_ in options and mark.i > verb.i:
                    yield f"{base} {mark.lower_}", mark
    yield base, None


def _distant(verb: Token, options: frozenset[str]) -> Token | None:
    """Return a verb's preposition behind times and adverbs ("alluded on Tuesday to")."""
    for token in verb.doc[verb.i + 1 : min(verb.i + 10, verb.sent.end)]:
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


def cue_span(verb: Token, tail: Token | None = None) -> Span:
    """Return a cue with its auxiliaries, adverbs, negation and particle."""
    doc = verb.doc
    first = last = verb
    while first.i > 0:
        before = doc[first.i - 1]
        if before.is_space:
            break
        mine = before.head.i in (verb.i, first.i) or before.head.i == verb.head.i
        helps = before.dep_.startswith("aux") or (
            before.dep_ == "advmod" and before.pos_ in ("ADV", "PART")
        )
        if not (mine and helps) or before.lower_ in ("when", "where", "how", "why"):
            break
        first = before
    for c in children(verb, "compound"):
        if c.dep_ == "compound:prt" and c.i == last.i + 1:
            last = c
    if tail is not None and last.i < tail.i <= verb.i + 5:
        last = tail
    return int(first.idx), end_of(last)


def negated(verb: Token) -> bool:
    """Tell whether a verb is negated."""
    return any(
        c.lower_ in ("not", "n't", "n’t", "never", "nor") or c.dep_ == "neg"
        for c in verb.children
    )


def unreal(verb: Token) -> bool:
    """Tell whether a saying is future, wished or only possible, or is denied."""
    auxiliaries = {c.lower_ for c in children(verb, "aux")}
    if auxiliaries & {"will", "'ll", "’ll", "would", "could", "might", "may", "should"}:
        return True
    if "to" in {c.lower_ for c in children(verb, "mark")} and verb.tag_ == "VB":
        return True
    return negated(verb)


def content_spans(
    head: Token, *, without: tuple[Token, ...] = (), drop_case: bool = False
) -> tuple[Span, ...]:
    """Return the stretches that a clause or phrase covers, cut to its words."""
    cut = list(without)
    if drop_case:
        cut += [c for c in children(head, "case", "mark") if c.i < head.i]
        cut += [f for c in cut for f in children(c, "fixed")]
    cut += [c for c in children(head, "cc") if c.i < head.i]
    found = []
    for first, last in runs(subtree(head, without=cut)):
        span = trimmed(text_of(head.doc), first.idx, end_of(last))
        if span is not None:
            found.append(span)
    return tuple(found)


def attributions(doc: Doc, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attributions of a parsed document in reading order of their cues.

    Args:
        doc: a document with a Universal Dependencies parse, lemmas and tags.
        lexicon: the cues.

    Yields:
        One draft for each cue that has content. A cue whose content or source
        the parse does not show is passed over.
    """
    for token in doc:
        if token.is_space or not token.dep_:
            continue
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            yield from _of_verb(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from _of_noun(token, lexicon)
        elif token.pos_ == "ADJ":
            yield from _of_adjective(token, lexicon)
        if token.lower_ == "according":
            yield from _according(token)


def _real_act(verb: Token, sense: Sense) -> Sense:
    if sense.act != "speech" or not unreal(verb):
        return sense
    act: Act = "belief" if negated(verb) else "intention"
    return replace(sense, act=act)


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


def _of_verb(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    if verb.dep_ in ("aux", "aux:pass", "cop", "case", "mark", "fixed", "amod"):
        return
    if is_passive(verb):
        yield from _of_passive(verb, lexicon)
        return
    source, via = _source(verb)
    if source is None:
        return
    for name, tail in verb_names(verb, lexicon):
        spans, sense, form = _clausal(verb, name, tail, source, lexicon)
        if spans and sense is not None:
            cue = cue_span(verb, tail)
            real = _real_act(verb, sense)
            yield Draft(cue, verb, source, spans, real, form, via)
            return
        drafts = list(_with_object(verb, name, tail, source, lexicon))
        if drafts:
            yield from drafts
            return


def _of_passive(verb: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a passive with an agent attributes ("rejected by producers")."""
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


def _clausal(
    verb: Token, name: str, tail: Token | None, source: Source, lexicon: Lexicon
) -> tuple[tuple[Span, ...], Sense | None, str]:
    """Return what a verb says in a clause: behind it, before it or around it."""
    sense = lexicon.sense(name, "clause")
    clauses = [c for c in children(verb, "ccomp") if not _infinitive(c)]
    right = [c for c in clauses if c.i > verb.i]
    if right and sense is None and tail is None:
        sense = _unlisted(verb, right[0], source, lexicon)
    if sense is None:
        return (), None, ""
    if tail is None or tail.dep_ == "compound:prt":
        spans = relative(verb)
        if spans:
            return spans, sense, "relative"
    if right:
        return behind(verb, right[0], lexicon), sense, "clause"
    found = _unattached(verb)
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
    left = [c for c in clauses if c.i < verb.i]
    if left or _is_aside(verb, source):
        return around(verb, (source.start, source.end)), sense, "aside"
    return (), None, ""


def _unattached(verb: Token) -> tuple[int, Token] | None:
    """Return a that-clause right of a verb that the parse hung elsewhere."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 9, verb.sent.end)):
        token = doc[i]
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ == "mark":
            head = token.head
            if head.i > i:
                return i, head
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":"):
            return None
    return None


def _is_aside(verb: Token, source: Source) -> bool:
    """Tell whether a saying verb stands aside from what is said ("..., he added, ...")."""
    if not finite(verb) or unreal(verb) or verb.dep_ == "acl:relcl":
        return False
    if source.head.lower_ in ("who", "which", "that", "what"):
        return False
    doc, sentence = verb.doc, verb.sent
    first = min(source.start, int(verb.idx))
    before = [t for t in sentence if not t.is_space and t.idx < first]
    as_said = any(c.lower_ == "as" for c in children(verb, "mark"))
    if as_said:
        return True
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
        if c.i > verb.i and _infinitive(c)
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
        base = _tokens(about[0])
        without = [c for c in children(about[0], "case") if c.i < about[0].i]
    elif infinitives and objects and told is not None and tail is None:
        sense = told
        base = [*_tokens(objects[0]), *_tokens(infinitives[0])]
    elif infinitives and not objects:
        sense = lexicon.sense(name, "infinitive")
        if sense is not None:
            form = "infinitive"
            spans = behind(verb, infinitives[0], lexicon)
            if spans:
                yield Draft(
                    cue_span(verb), verb, source, spans, _real_act(verb, sense), form
                )
            return
        elif tail is not None and (found := lexicon.sense(name, "object")):
            sense = found
            base = _tokens(infinitives[0])
    elif objects and tail is None and lexicon.sense(name, "object") is not None:
        sense = lexicon.sense(name, "object")
        target = objects[0]
        if (
            target.pos_ == "NOUN"
            and lemma(target) in lexicon.nouns
            and any(c.dep_.startswith(("acl", "ccomp")) for c in target.children)
        ):
            if lemma(verb) in _LIGHT:
                return  # the noun is the cue: "expressed concern that"
        base = _tokens(target) if target.tag_ not in ("WP", "WDT") else []
        for c in verb.children:
            if c.i > verb.i and c is not target and _completes(c, verb):
                base += _tokens(c)
    if not base and tail is not None:
        sense = lexicon.sense(name, "object") or lexicon.sense(name, "infinitive")
        if sense is None:
            return
        if tail.dep_ == "compound:prt":
            base = [t for o in objects for t in _tokens(o)]
        else:
            phrase = tail.head
            if phrase.i > verb.i and tail.i > verb.i and phrase.i != tail.i:
                without = [tail]
                base = [t for t in _tokens(phrase) if t.i > tail.i]
            elif objects:
                base = [t for o in objects for t in _tokens(o)]
    if not base and tail is None and not objects:
        # "that he described as constructive", "called him"
        if lexicon.sense(name, "object") is not None:
            sense = lexicon.sense(name, "object")
            named = [
                c
                for c in verb.children
                if c.i > verb.i
                and (
                    c.dep_ in ("xcomp", "ccomp")
                    or (c.dep_ == "obl" and case_of(c) == "as")
                    or (c.dep_ == "advcl" and case_of(c) == "as")
                )
            ]
            if named:
                marks = [
                    k for k in children(named[0], "case", "mark") if k.lower_ in _AS
                ]
                without = marks
                tail = marks[0] if marks else None
                base = [t for t in _tokens(named[0]) if t not in marks]
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
            _real_act(verb, sense),
            form,
        )


def _tokens(head: Token) -> list[Token]:
    return subtree(head, without=[c for c in children(head, "cc") if c.i < head.i])


def _infinitive(clause: Token) -> bool:
    return any(c.lower_ == "to" and c.i < clause.i for c in children(clause, "mark"))


def _completes(child: Token, verb: Token) -> bool:
    """Tell whether a dependent goes on with what is said of the object."""
    if child.dep_ in ("xcomp", "iobj") or child.dep_.startswith("ccomp"):
        return True
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


def _of_noun(noun: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a noun of saying or thinking attributes ("his warning that")."""
    sense = lexicon.nouns.get(lemma(noun))
    if sense is None:
        return
    doc = noun.doc
    clause = next(
        (
            c
            for c in children(noun, "acl", "ccomp")
            if c.i > noun.i and c.dep_ != "acl:relcl" and _takes(c)
        ),
        None,
    )
    phrase = next(
        (
            c
            for c in children(noun, "nmod", "obl")
            if c.i > noun.i
            and c.dep_ == "nmod"
            and case_of(c)
            in (
                "of",
                "for",
                "about",
                "on",
                "over",
                "to",
                "against",
                "toward",
                "towards",
            )
        ),
        None,
    )
    if clause is None and phrase is None:
        return
    source_head: Token | None = None
    first = noun
    owners = [c for c in children(noun, "nmod:poss") if c.dep_ == "nmod:poss"]
    by = next(
        (
            c
            for c in children(noun, "nmod")
            if case_of(c) in ("by", "from") and c.i > noun.i
        ),
        None,
    )
    verb = noun.head
    if owners:
        source_head = owners[0]
    elif by is not None:
        source_head = by
    elif noun.dep_ in ("obj", "obl") and verb.pos_ == "VERB" and not is_passive(verb):
        if lemma(verb) not in _LIGHT:
            return
        source_head = subject(verb)
        if source_head is not None and verb.i < noun.i:
            first = verb
    elif noun.dep_ == "obl" and verb.pos_ == "VERB":
        return
    if source_head is None:
        return
    source = source_of(source_head)
    if source is None:
        return
    if clause is not None:
        spans = content_spans(clause)
        if not _infinitive(clause) and clause.tag_ == "VBG":
            return
        start, tail_end = int(first.idx), end_of(noun)
    elif phrase is not None:
        marks = [c for c in children(phrase, "case") if c.i < phrase.i]
        if by is phrase:
            return
        spans = content_spans(phrase, drop_case=True)
        tail_end = end_of(marks[-1]) if marks else end_of(noun)
        start = int(first.idx)
        if first is noun and sense.act == "speech":
            sense = replace(sense, act="belief")
    if first is not noun:
        start = cue_span(first)[0]
        if sense.act == "speech":
            sense = _real_act(first, sense)
    elif by is None:
        before = doc[noun.i - 1] if noun.i else noun
        while (
            before.i > source_head.i
            and before.head.i == noun.i
            and before.dep_ == "amod"
        ):
            start = int(before.idx)
            before = doc[before.i - 1]
    if spans and source.start not in range(spans[0][0], spans[-1][1]):
        yield Draft((start, tail_end), noun, source, spans, sense, "noun")


def _takes(clause: Token) -> bool:
    marks = {c.lower_ for c in children(clause, "mark")}
    return bool(marks & {"that", "to", "whether", "if"})


def _of_adjective(word: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what an adjective of mind attributes ("is willing to accept")."""
    sense = lexicon.adjectives.get(lemma(word))
    copula = children(word, "cop")
    if sense is None:
        return
    head = subject(word)
    if head is None or not (copula or word.dep_ in ("xcomp", "conj", "advcl")):
        return
    clause = next(
        (
            c
            for c in children(word, "ccomp", "xcomp", "advcl", "csubj")
            if (c.i > word.i and _takes(c)) or (c.dep_ == "ccomp" and c.i > word.i)
        ),
        None,
    )
    tail: Token | None = None
    if clause is not None:
        spans = content_spans(clause)
    else:
        phrase = next(
            (
                c
                for c in children(word, "obl")
                if c.i > word.i
                and case_of(c) in ("of", "about", "to", "with", "on", "at", "by")
            ),
            None,
        )
        if phrase is None:
            return
        marks = children(phrase, "case")
        tail = marks[-1] if marks else None
        spans = content_spans(phrase, drop_case=True)
    source = source_of(head, cue=copula[0] if copula else word)
    if source is None or not spans:
        return
    if source.antecedent.lower_ in ("it", "there", "this", "that"):
        return
    first = copula[0] if copula and copula[0].i < word.i else word
    start = cue_span(first)[0] if first is not word else int(word.idx)
    for c in word.children:
        if c.dep_ in ("aux", "advmod") and c.idx < start and c.idx >= source.end:
            start = int(c.idx)
    yield Draft((start, end_of(tail or word)), word, source, spans, sense, "adjective")


def _according(token: Token) -> Iterator[Draft]:
    """Yield what stands "according to" somebody: the clause beside the phrase."""
    doc, sentence = token.doc, token.sent
    words = [t for t in sentence if not t.is_space]
    to = next((t for t in doc[token.i + 1 : token.i + 3] if t.lower_ == "to"), None)
    if to is None:
        return
    phrase: list[Token] = []
    for t in words:
        if t.i <= to.i:
            continue
        if t.text in (",", ".", ";", ":", ")", "—", "--") or t.text in '"“”':
            break
        if finite(t) and t.pos_ in ("VERB", "AUX") and not _in_relative(t, phrase):
            break
        phrase.append(t)
    nominal = [t for t in phrase if t.pos_ in NOMINAL]
    if not nominal:
        return
    ids = {t.i for t in phrase}
    head = next((t for t in nominal if t.head.i not in ids), nominal[-1])
    span = trimmed(text_of(doc), phrase[0].idx, end_of(phrase[-1]))
    if span is None or nominal[0].lower_ in ("which", "whom", "what"):
        return
    before = [t for t in words if t.i < token.i]
    last = phrase[-1].i
    after = [t for t in words if t.i > last]
    if not any(t.is_alpha for t in before):
        spans = spans_of(after)
        span = _with_apposition(span, after) or span
        if span[1] > end_of(phrase[-1]):
            spans = spans_of([t for t in after if t.idx >= span[1]])
    else:
        opener = [t for t in before if not t.is_punct]
        joint = opener[-1].lower_ if opener else ""
        if joint in ("where", "which", "who", "that", "because", "and", "but", "as"):
            spans = spans_of(after)
        elif len([t for t in after if t.is_alpha]) > 2 and after[0].text == ",":
            spans = spans_of([*before, *after])
        else:
            spans = spans_of(before)
        if spans and _only_apposition(after):
            spans = spans_of(before)
            whole = trimmed(text_of(doc), span[0], end_of(after[-1]))
            span = whole or span
    if not spans:
        return
    source = Source(span[0], span[1], head, head)
    sense = Sense("according to", "speech")
    yield Draft((int(token.idx), end_of(to)), token, source, spans, sense, "phrase")


def _only_apposition(after: list[Token]) -> bool:
    """Tell whether a comma and a description of the source end the sentence."""
    words = [t for t in after if t.is_alpha]
    if not words or after[0].text != "," or words[0].pos_ in ("CCONJ", "SCONJ"):
        return False
    relative = words[0].lower_ in ("who", "which")
    return relative or not any(
        finite(t) and t.dep_ != "acl:relcl" and t.pos_ in ("VERB", "AUX") for t in words
    )


def _in_relative(token: Token, phrase: list[Token]) -> bool:
    return any(t.lower_ in ("who", "which", "that") for t in phrase)


def _with_apposition(span: Span, after: list[Token]) -> Span | None:
    """Return a fronted source with what stands between commas behind it."""
    if not after or after[0].text != ",":
        return None
    for position, t in enumerate(after[1:], start=1):
        if t.text == ",":
            inner = after[1:position]
            if (
                inner
                and inner[0].lower_ in ("a", "an", "the", "who", "which")
                and not any(finite(x) for x in inner if inner[0].lower_ != "who")
            ):
                return span[0], end_of(t)
            return None
    return None


__all__ = [
    "NOMINAL",
    "Draft",
    "Span",
    "attributions",
    "content_spans",
    "cue_span",
    "lemma",
    "negated",
    "unreal",
    "verb_names",
]
