"""Direct speech: quotations that are utterances, and the cue each belongs to.

Marks and punctuation lead here; the parse only helps to find the source. A cue
stands right after the quotation ("...," the mayor said; "...," said the mayor),
right before it (the mayor said: "..."), or the quotation goes on with the one
before it ("...," he said. "...").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extract.cues import Frame, Lexicon, Sense
from extract.drafts import Draft, Span, cue_span, lemma
from extract.phrases import (
    SUBJECTS,
    children,
    end_of,
    finite,
    text_of,
)
from extract.quotes import Quotation
from extract.sources import Source, agent, antecedent, is_passive, source_of, subject

_ENDS = ".?!…,;—-–"
_STOPS = ".?!…"
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_REACH = 45
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True)
class Spoken:
    """A quotation that is an utterance, with what the article says around it.

    Attributes:
        quote: the quotation.
        paragraph: the paragraph it stands in.
        draft: the attribution by its own cue, ``None`` for a floating one.
        follows: it stands right behind the sentence of the utterance before it.
    """

    quote: Quotation
    paragraph: Span
    draft: Draft | None = None
    follows: bool = False


def is_utterance(text: str, quote: Quotation, paragraph: Span) -> bool:
    """Tell whether a quotation is an utterance rather than a few quoted words.

    An utterance ends in punctuation, or a comma or cue follows it, and it begins
    like a sentence or after a colon, a comma or another cue.
    """
    inner = text[quote.inner_start : quote.inner_end].strip()
    if not inner:
        return False
    before = text[paragraph[0] : quote.start].rstrip()
    after = text[quote.end : paragraph[1]].lstrip()
    ends = inner[-1] in _ENDS or (
        after[:1] in (",", ".", "?", "!") and not quote.single
    )
    if not quote.closed:
        ends = True
    starts = inner[0].isupper() or not inner[0].isalpha()
    alone = not before or before[-1] in ".?!:,…”\"»'’)―—–-"
    words = len(inner.split())
    if quote.single and words < 4:
        return False
    if not before and not after and words > 1:
        return True
    if not before or before[-1] in _STOPS or before[-1] in '”"»':
        return ends and (starts or not before) and (words > 1 or after[:1] != ".")
    if before[-1] in ":":
        return True
    broken = before[-1] == "," and inner[-1] in _STOPS
    return ends and alone and (starts or broken or inner[-1] in ",—") and words > 1


def spoken(
    doc: Doc,
    quotations: Sequence[Quotation],
    paragraphs: Sequence[Span],
    lexicon: Lexicon,
) -> list[Spoken]:
    """Return the utterances of a document, each with its own cue where it has one."""
    out: list[Spoken] = []
    text = text_of(doc)
    used: set[int] = set()
    for number, quote in enumerate(quotations):
        paragraph = next(p for p in paragraphs if p[0] <= quote.start < p[1])
        if not is_utterance(text, quote, paragraph):
            continue
        nearest = quotations[number + 1] if number + 1 < len(quotations) else None
        stop = paragraph[1]
        if nearest is not None and nearest.start < stop:
            stop = nearest.start
        previous = quotations[number - 1] if number else None
        begin = paragraph[0]
        if previous is not None and previous.end > begin:
            begin = previous.end
        draft = _after(doc, quote, stop, lexicon)
        if draft is None:
            draft = _before(doc, quote, begin, lexicon)
        if draft is None and quote.start == paragraph[0]:
            opener = _announcing(text, paragraph, paragraphs)
            if opener is not None:
                draft = _before(doc, quote, opener, lexicon)
        if draft is not None and draft.word.i in used:
            _widen(out, draft.word.i, _span(quote))
            continue
        if draft is not None:
            used.add(draft.word.i)
        out.append(
            Spoken(quote, paragraph, draft, _follows(doc, quote, out, paragraph))
        )
    return out


def _announcing(text: str, paragraph: Span, paragraphs: Sequence[Span]) -> int | None:
    """Return where the paragraph before begins, if it ends in a colon."""
    number = list(paragraphs).index(paragraph)
    if number == 0:
        return None
    start, end = paragraphs[number - 1]
    return start if text[start:end].endswith(":") else None


def _widen(out: list[Spoken], word: int, more: Span) -> None:
    """Give a further quotation to the utterance whose cue it shares."""
    for number, item in enumerate(out):
        if item.draft is not None and item.draft.word.i == word:
            wider = replace(item.draft, content=(*item.draft.content, more))
            out[number] = replace(item, draft=wider)


def _span(quote: Quotation) -> Span:
    return quote.start, quote.end


def _follows(doc: Doc, quote: Quotation, before: list[Spoken], paragraph: Span) -> bool:
    if not before or before[-1].paragraph != paragraph:
        return False
    gap = text_of(doc)[before[-1].quote.end : quote.start]
    return gap.count(".") + gap.count("!") + gap.count("?") <= 4 and len(gap) < 400


def _words(doc: Doc, start: int, end: int) -> list[Token]:
    """Return the words between two characters, white space left out."""
    span = doc.char_span(start, end, alignment_mode="contract")
    if span is None:
        return []
    return [t for t in span if not t.is_space]


def _clause_end(tokens: list[Token]) -> list[Token]:
    """Return the tokens up to the end of the sentence they begin in."""
    for position, token in enumerate(tokens):
        if token.text in (".", "?", "!", ";") and position:
            return tokens[:position]
        if (
            position
            and "\n\n" in text_of(token.doc)[tokens[position - 1].idx : token.idx]
        ):
            return tokens[:position]
    return tokens


def _after(doc: Doc, quote: Quotation, stop: int, lexicon: Lexicon) -> Draft | None:
    """Return the attribution by a cue right behind a quotation."""
    text = text_of(doc)
    inner = text[quote.inner_start : quote.inner_end].rstrip()
    window = _words(doc, quote.end, stop)
    while (window and window[0].text in ",;") or (window and window[0].text in _DASHES):
        window = window[1:]
    window = _clause_end(window[:_REACH])
    if not window:
        return None
    dashed = any(d in text[quote.end : window[0].idx] for d in _DASHES)
    closed = inner[-1:] in ",?!—-–…" or dashed or "," in text[quote.end : window[0].idx]
    if window[0].lower_ == "according" and len(window) > 2:
        return None
    for token in window:
        if not _can_introduce(token, lexicon):
            continue
        offset = window.index(token)
        source = _leading(token, window[:offset]) or _inverted(token, window, offset)
        if source is None:
            if offset > 12:
                break
            continue
        if not closed and not window[0].text[0].islower() and inner[-1:] == ".":
            return None
        sense = _speech(token, lexicon)
        cue, via = cue_span(token), None
        who = source[0] if isinstance(source, tuple) else source
        if isinstance(source, tuple):
            via = source[1]
        return Draft(cue, token, who, (_span(quote),), sense, "quote", via)
    if dashed and quote.end > quote.start:
        return _signed(doc, quote, window)
    return None


def _signed(doc: Doc, quote: Quotation, window: list[Token]) -> Draft | None:
    """Return the attribution of a quotation that a dash and a name follow."""
    names = window
    if not names or len(names) > 12 or any(finite(t) for t in names):
        return None
    if not names[0].text[0].isupper():
        return None
    gap = text_of(doc)[quote.end : names[0].idx]
    at = next((quote.end + i for i, c in enumerate(gap) if c in _DASHES), None)
    dash = (
        doc.char_span(at, at + 1, alignment_mode="expand") if at is not None else None
    )
    if at is None or dash is None:
        return None
    head = next((t for t in reversed(names) if t.pos_ == "PROPN"), names[-1])
    source = Source(int(names[0].idx), end_of(names[-1]), head, head)
    sense = Sense("say", "speech")
    content = (_span(quote),)
    return Draft((at, at + 1), dash[0], source, content, sense, "signed")


def _speech(token: Token, lexicon: Lexicon) -> Sense:
    base = lemma(token)
    frames: tuple[Frame, ...] = ("clause", "quote", "told")
    for frame in frames:
        sense = lexicon.sense(base, frame)
        if sense is not None and sense.act == "speech":
            return sense
    return Sense("say", "speech")


def _can_introduce(token: Token, lexicon: Lexicon) -> bool:
    if not token.tag_.startswith("VB") and token.pos_ != "VERB":
        return False
    return lexicon.introduces_speech(lemma(token))


def _leading(
    verb: Token, before: list[Token]
) -> Source | tuple[Source, Source | None] | None:
    """Return the source where it stands between the quotation and its cue."""
    if not before:
        return None
    head = subject(verb)
    via = None
    if head is None and verb.tag_ == "VBN":
        head = next(iter(children(verb, "nsubj:pass")), None)
    if head is not None and head.dep_ == "nsubj:pass":
        by = agent(verb) or agent(verb.head)
        via = source_of(by) if by is not None else None
    if head is not None and before[0].i <= head.i < verb.i:
        source = source_of(head, cue=verb)
        if source is not None and source.start <= end_of(before[0]) + 1:
            return (source, via) if via is not None else source
        if source is not None and _only_trimmings(before, source):
            return (source, via) if via is not None else source
    return _by_position(verb, before)


def _only_trimmings(before: list[Token], source: Source) -> bool:
    """Tell whether nothing but adverbs and times stands before a source."""
    return all(
        t.pos_ in ("ADV", "ADP", "PUNCT", "NUM", "DET", "PROPN", "NOUN", "CCONJ")
        for t in before
        if t.idx < source.start
    )


def _by_position(verb: Token, before: list[Token]) -> Source | None:
    """Return the words before a cue as its source, where the parse gives none."""
    words = list(before)
    while words and (
        words[-1].pos_ in ("ADV", "AUX", "PART") or words[-1].tag_ == "MD"
    ):
        words.pop()
    closing = bool(words) and words[-1].text == ","
    if not words or any(
        finite(t) and t.pos_ in ("VERB", "AUX") for t in words if not _relative(t)
    ):
        return None
    core = [t for t in words if not t.is_punct]
    if not core or core[0].pos_ not in (
        "PROPN",
        "PRON",
        "NOUN",
        "DET",
        "ADJ",
        "NUM",
        "VERB",
    ):
        return None
    comma = next((i for i, t in enumerate(words) if t.text == ","), len(words))
    first = [t for t in words[:comma] if not t.is_punct] or core
    head = next(
        (t for t in reversed(first) if t.pos_ in ("PROPN", "NOUN", "PRON")), first[-1]
    )
    if head.pos_ not in ("PROPN", "NOUN", "PRON") and head.dep_ not in SUBJECTS:
        return None
    end = end_of(words[-1]) if closing and comma < len(words) - 1 else end_of(core[-1])
    return Source(int(core[0].idx), end, head, antecedent(head))


def _relative(token: Token) -> bool:
    return token.dep_ == "acl:relcl" or any(a.dep_ == "acl:relcl" for a in [token.head])


def _inverted(
    verb: Token, window: list[Token], offset: int
) -> Source | tuple[Source, Source | None] | None:
    """Return the source behind a cue that follows its quotation directly."""
    if any(t.pos_ not in ("ADV", "AUX", "PART", "PUNCT") for t in window[:offset]):
        return None
    rest = window[offset + 1 :]
    if not rest:
        return None
    own = [c for c in children(verb, "nsubj") if c.i > verb.i]
    by = agent(verb) if verb.tag_ == "VBN" or is_passive(verb) else None
    if by is None and rest[0].lower_ == "by":
        rest = rest[1:]
        by = next((t for t in rest if t.pos_ in ("PROPN", "NOUN")), None)
    head = own[0] if own else by
    if head is not None:
        return source_of(head, cue=verb)
    words: list[Token] = []
    for token in rest:
        if token.is_punct or token.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ"):
            break
        words.append(token)
    named = [t for t in words if t.pos_ in ("PROPN", "NOUN", "PRON")]
    if not named:
        return None
    return source_of(named[-1], cue=verb) or Source(
        int(words[0].idx), end_of(named[-1]), named[-1], named[-1]
    )


def _before(doc: Doc, quote: Quotation, begin: int, lexicon: Lexicon) -> Draft | None:
    """Return the attribution by a cue right before a quotation."""
    window = _words(doc, begin, quote.start)
    cut = 0
    for position, token in enumerate(window):
        stops = token.text in (".", "?", "!") and position + 1 < len(window)
        if stops:
            cut = position + 1
    window = window[cut:]
    if not window:
        return None
    colon = window[-1].text == ":"
    joint = window[-1].text in (",", ":") or window[-1].text in _DASHES
    for token in reversed(window):
        if not _can_introduce(token, lexicon):
            if token.pos_ == "VERB" and finite(token) and not joint:
                return None
            continue
        between = [t for t in window if t.i > token.i]
        if not _reaches(token, between, colon=colon):
            continue
        head = subject(token)
        source = source_of(head, cue=token) if head is not None else None
        if source is None:
            source = _by_position(token, [t for t in window if t.i < token.i][-14:])
        if source is None:
            continue
        cue = cue_span(token)
        if colon and len(between) == 1:
            cue = (cue[0], end_of(between[0]))
        return Draft(
            cue, token, source, (_span(quote),), _speech(token, lexicon), "quote"
        )
    return None


def _reaches(verb: Token, between: list[Token], *, colon: bool) -> bool:
    """Tell whether only addressees, times and adverbs part a cue and a quotation."""
    if len(between) > (25 if colon else 14):
        return False
    return not any(
        (finite(t) and t.pos_ in ("VERB", "AUX") and t.dep_ != "acl:relcl")
        or (t.lower_ == "that" and t.dep_ == "mark")
        for t in between
    )
