"""Trees of headlines, which leave out what tells a reading model where the verb is.

"Union rejects offer" and "Talks to resume" are parsed as noun phrases by a model that
learnt from sentences. So a headline without a verb is told once more as a sentence
would be: in small letters, with articles and a full stop, the verb in the past, with
"will" for "to" and with the auxiliary that a passive lacks. Where the model then finds
the verb that the order of the words gives, the headline takes that tree.

Source:
    Mardh (1980), Headlinese: the grammar of English front-page headlines.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from extract.event_groups import PEOPLE
from extract.event_lexicon import event_lexicon
from extract.headline_order import (
    CLOSED,
    MANY,
    SUBJECTS,
    Change,
    changes_in,
    is_finite,
    is_misread,
    is_told,
    joined,
    parts_of,
    steadied,
)
from extract.headline_verbs import verbs
from extract.inflections import forms

if TYPE_CHECKING:
    from spacy.tokens import Token

Read = Callable[[Sequence[str], Sequence[bool]], Doc]

_STOPS: Final = frozenset({".", "?", "!"})
_PHRASE: Final = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "VB", "VBP", "VBZ", "VBG"}
)
#: Nouns that a model takes for verbs, and nouns that it does not.
_PLAIN_NOUNS: Final = {"talks": "negotiations", "rebels": "fighters"}


def as_told(
    headline: Doc, named: Sequence[str], body: Mapping[str, int], read: Read
) -> Doc:
    """Return a headline with the tree that it has as a plain sentence.

    Args:
        headline: a headline that was read as it stands.
        named: its words, with common names in place of its own.
        body: words of the article in small letters, how often they stand there so.
        read: parses words and the white space behind them.
    """
    parts = parts_of(headline)
    holes = [part for part in parts if not is_told(headline, part)]
    if not holes:
        return headline
    plain = _small(headline, named, body)
    steady = [
        c for part in parts if part not in holes for c in steadied(headline, part)
    ]
    changes = [found for hole in holes for found in changes_in(headline, hole)]
    while True:
        tree, kept = _retold(headline, plain, [*steady, *changes], holes, read)
        place = {at: new for new, at in enumerate(kept)}
        sure = [c for c in changes if _is_clause(tree[place[c.verb]], kept, holes)]
        if len(sure) == len(changes):
            break
        changes = sure
    filled = any(_is_clause(token, kept, holes) for token in tree)
    if not filled or not all(
        _is_clause(tree[place[c.verb]], kept, parts) for c in steady
    ):
        return headline
    told = [part for part in parts if part not in holes]
    return _under(headline, tree, kept, [*steady, *changes], told)


def _is_clause(token: Token, kept: Sequence[int], holes: Sequence[range]) -> bool:
    """Tell whether a retold word is a verb whose subject stands before it in a hole."""
    at = kept[token.i]
    hole = next((part for part in holes if at in part), None)
    if hole is None or not is_finite(token):
        return False
    state = any(child.dep_ == "cop" for child in token.children)
    return (token.pos_ == "VERB" or state) and any(
        child.dep_ in SUBJECTS and kept[child.i] in hole and child.i < token.i
        for child in token.children
    )


def _small(headline: Doc, named: Sequence[str], body: Mapping[str, int]) -> list[str]:
    """Return a headline's words as they stand inside a sentence, names apart."""
    letters = [t.text for t in headline if t.text[:1].isalpha() and len(t.text) > 3]
    shouted = bool(letters) and sum(t.isupper() for t in letters) > len(letters) / 2
    titled = sum(t[0].isupper() for t in letters[1:]) > 0.7 * len(letters[1:])
    out = []
    for token, word in zip(headline, named, strict=True):
        low = token.lower_
        common = bool(body.get(low)) or low in CLOSED or low in verbs() or _known(low)
        if word != token.text or not word[:1].isupper():
            out.append(word)
        elif common and (token.i == 0 or titled or shouted):
            out.append(low)
        elif shouted and token.is_alpha and len(word) > 3:
            out.append(word.capitalize())
        else:
            out.append(word)
    return out


def _known(low: str) -> bool:
    base, known = forms()[1].get(low, low), event_lexicon()
    return base in known.nouns or base in known.actors | PEOPLE | known.labour


def _retold(
    headline: Doc,
    plain: Sequence[str],
    changes: Sequence[Change],
    holes: Sequence[range],
    read: Read,
) -> tuple[Doc, list[int]]:
    """Return the tree of the changed words, and which of its words are which."""
    by_place = {change.at: change for change in changes}
    bare = {c.at + 1 for c in changes if c.word and c.word != "will"}
    bare |= {
        part.start for part in parts_of(headline) for c in changes if c.verb in part
    }
    commas = {
        joined(headline, hole, c.verb)
        for hole in holes
        for c in changes
        if c.verb in hole
    }
    told: list[str] = []
    kept: list[int] = []
    spaces: list[bool] = []
    for token in headline:
        change = by_place.get(token.i)
        word = _PLAIN_NOUNS.get(token.lower_, plain[token.i])
        if token.i in commas:
            word = "and"
        elif change is not None:
            word = change.word or word
        added = change.before if change is not None else ""
        if token.i in bare and _lacks_article(token, word):
            added = "the"
        if added:
            told.append(added)
            kept.append(-1)
            spaces.append(True)
        told.append(word)
        kept.append(token.i)
        spaces.append(bool(token.whitespace_))
    told[0] = told[0][:1].upper() + told[0][1:]
    if told[-1] not in _STOPS:
        spaces[-1] = False
        told.append(".")
        kept.append(-1)
        spaces.append(False)
    return read(told, spaces), kept


def _lacks_article(token: Token, word: str) -> bool:
    """Tell whether a common noun stands without an article."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if token.tag_ == "CD" and after is not None and after.text == "-":
        return True
    noun = token.tag_ in _PHRASE and token.lower_ not in CLOSED | MANY
    return noun and word.islower()


def _under(
    headline: Doc,
    tree: Doc,
    kept: Sequence[int],
    changes: Sequence[Change],
    told: Sequence[range],
) -> Doc:
    """Return the headline's own words and names with the tree of what was retold.

    Parts that had a verb before keep the tree that they had.
    """
    place = {at: new for new, at in enumerate(kept)}
    changed = {c.at: c.word for c in changes if c.word}
    tags, pos, lemmas, heads, deps = [], [], [], [], []
    for token in headline:
        new = tree[place[token.i]]
        head = new.head
        while kept[head.i] < 0 and head.head.i != head.i:
            head = head.head
        own = head.i == new.i or kept[head.i] < 0
        tag, lemma, part = new.tag_, new.lemma_, new.pos_
        word = changed.get(token.i)
        if word == "will":
            tag, lemma, part = "TO", "to", "PART"
        elif word is not None:
            verb = verbs()[token.lower_]
            tag, lemma = ("VBZ" if verb.form == "s" else "VBP"), verb.base
        elif token.text == ",":
            tag, lemma, part = ",", ",", "PUNCT"
        elif new.lower_ != token.lower_:
            lemma = token.lemma_
        tags.append(tag)
        pos.append(part)
        lemmas.append(lemma)
        heads.append(token.i if own else kept[head.i])
        deps.append("ROOT" if own else "punct" if token.text == "," else new.dep_)
    for stretch in told:
        if not is_misread(headline, stretch):
            _keep(headline, stretch, (tags, pos, lemmas, heads, deps))
    read = Doc(
        headline.vocab,
        words=[token.text for token in headline],
        spaces=[bool(token.whitespace_) for token in headline],
        tags=tags,
        pos=pos,
        morphs=[str(token.morph) for token in headline],
        lemmas=lemmas,
        heads=heads,
        deps=deps,
    )
    read.ents = [Span(read, e.start, e.end, label=e.label_) for e in headline.ents]
    return read


def _keep(
    headline: Doc,
    part: range,
    columns: tuple[list[str], list[str], list[str], list[int], list[str]],
) -> None:
    """Put back the tree of a part, if it hangs on the rest by one word."""
    tags, pos, lemmas, heads, deps = columns
    tops = [at for at in part if heads[at] not in part or heads[at] == at]
    own = [t for t in headline[part.start : part.stop] if _is_top(t, part)]
    if len(tops) != 1 or len(own) != 1:
        return
    above = heads[tops[0]] if heads[tops[0]] != tops[0] else own[0].i
    label = deps[tops[0]]
    for token in headline[part.start : part.stop]:
        at = token.i
        tags[at], pos[at], lemmas[at] = token.tag_, token.pos_, token.lemma_
        heads[at], deps[at] = token.head.i, token.dep_
    heads[own[0].i], deps[own[0].i] = above, label


def _is_top(token: Token, part: range) -> bool:
    return token.head.i == token.i or token.head.i not in part
