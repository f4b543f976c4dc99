"""Score a model folder on the test parts of the corpora.

    python -m extract.training.evaluate CORPORA [FOLDER] [--part dev] [--json FILE]

Every part is read twice: with the corpus's own words, and from raw paragraphs, where
tokenizer and sentence splitter count too. Words are matched by their characters;
tag, lemma, UAS and LAS are F1 over words (the measure of the CoNLL 2018 shared task),
sentences and names F1 over exact spans.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from extract.encoder import ReadingNetwork
from extract.encoder_features import Gazetteer
from extract.training import corpora, names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from extract.encoder import Parsed
    from extract.training.corpora import Sentence

GAZETTEER = "gazetteer.txt.gz"
GRAMMAR = ("words", "tag", "pos", "feats", "lemma", "uas", "las", "sents")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Marked:
    """An analysis with character offsets: words, sentences and names."""

    words: dict[Span, tuple[str, str, str, str, Span, str]]
    sentences: frozenset[Span]
    names: frozenset[tuple[int, int, str]]


def paragraphs(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph, as the corpus marks them."""
    current: list[Sentence] = []
    for s in sentences:
        if current and (s.new_paragraph or s.group != current[0].group):
            yield current
            current = []
        current.append(s)
    if current:
        yield current


def gold(paragraph: Sequence[Sentence]) -> tuple[str, list[Span], list[bool], Marked]:
    """Return text, word spans, spaces and the true analysis of a paragraph."""
    text = ""
    spans: list[Span] = []
    spaces: list[bool] = []
    marked: dict[Span, tuple[str, str, str, str, Span, str]] = {}
    sents, ents = set(), set()
    for s in paragraph:
        own = []
        for n, (form, space) in enumerate(zip(s.forms, s.spaces, strict=True)):
            own.append((len(text), len(text) + len(form)))
            gap = space or n == len(s.forms) - 1
            text += form + " " * gap
            spaces.append(gap)
        spans += own
        sents.add((own[0][0], own[-1][1]))
        for i in range(len(own) if s.xpos else 0):
            marked[own[i]] = (
                s.xpos[i], s.upos[i], s.feats[i], s.lemmas[i], own[s.heads[i]],
                s.deprels[i],
            )  # fmt: skip
        ents |= {(own[a][0], own[b - 1][1], k) for a, b, k in names.spans(s.names)}
    return text, spans, spaces, Marked(marked, frozenset(sents), frozenset(ents))


def marked(parsed: Parsed, spans: Sequence[Span]) -> Marked:
    """Return the network's analysis with offsets."""
    words = {
        span: (
            parsed.tags[i], parsed.pos[i], parsed.feats[i], parsed.lemmas[i],
            spans[parsed.heads[i]], parsed.deprels[i],
        )
        for i, span in enumerate(spans)
    }  # fmt: skip
    tops = [_top(parsed.heads, i) for i in range(len(spans))]
    groups: dict[int, list[Span]] = {}
    for i, top in enumerate(tops):
        groups.setdefault(top, []).append(spans[i])
    sents = frozenset((g[0][0], g[-1][1]) for g in groups.values())
    ents = frozenset((spans[a][0], spans[b - 1][1], k) for a, b, k in parsed.names)
    return Marked(words, sents, ents)


def _top(heads: Sequence[int], i: int) -> int:
    while heads[i] != i:
        i = heads[i]
    return i


def count(true: Marked, ours: Marked, c: Counter[str]) -> None:
    """Add what is right, found and wanted."""
    if true.words:
        shared = true.words.keys() & ours.words.keys()
        c["words"] += len(shared)
        c["gold words"] += len(true.words)
        c["found words"] += len(ours.words)
        for span in shared:
            a, b = true.words[span], ours.words[span]
            for n, what in enumerate(("tag", "pos", "feats", "lemma")):
                c[what] += a[n] == b[n]
            c["uas"] += a[4] == b[4]
            c["las"] += a[4:] == b[4:]
        c["sents"] += len(true.sentences & ours.sentences)
        c["gold sents"] += len(true.sentences)
        c["found sents"] += len(ours.sentences)
    for label in names.LABELS:
        t = {n for n in true.names if n[2] == label}
        o = {n for n in ours.names if n[2] == label}
        keys = [f"{label}", *(["names"] if label in names.SCORED else [])]
        for key in keys:
            c[key] += len(t & o)
            c[f"gold {key}"] += len(t)
            c[f"found {key}"] += len(o)


def figures(c: Mapping[str, int]) -> dict[str, float | list[float]]:
    """Return per cents: F1 for grammar, precision, recall and F1 for names."""

    def part(right: int, all_: int) -> float:
        return round(100 * right / all_, 1) if all_ else 0.0

    out: dict[str, float | list[float]] = {}
    if c["gold words"]:
        for what in GRAMMAR:
            unit = "sents" if what == "sents" else "words"
            out[what] = part(2 * c[what], c[f"gold {unit}"] + c[f"found {unit}"])
    for what in ("names", *names.LABELS):
        if c[f"gold {what}"]:
            out[what] = [
                part(c[what], c[f"found {what}"]),
                part(c[what], c[f"gold {what}"]),
                part(2 * c[what], c[f"gold {what}"] + c[f"found {what}"]),
            ]
    return out


def evaluate(
    network: ReadingNetwork, parts: Mapping[str, Sequence[Sentence]]
) -> dict[str, dict[str, dict[str, float | list[float]]]]:
    """Return the figures of each part, on the corpus's words and on raw text."""
    tokenizer = spacy.blank("en").tokenizer
    out: dict[str, dict[str, dict[str, float | list[float]]]] = {}
    sums: dict[str, dict[str, Counter[str]]] = {}
    for part, sentences in parts.items():
        texts = [gold(p) for p in paragraphs(sentences)]
        counts = {"gold words": Counter[str](), "raw text": Counter[str]()}
        own = network.parse(
            [([t[a:b] for a, b in spans], spaces) for t, spans, spaces, _ in texts]
        )
        raw_spans, passages = [], []
        for text, *_ in texts:
            doc = tokenizer(text)
            kept = [t for t in doc if not t.is_space]
            raw_spans.append([(t.idx, t.idx + len(t)) for t in kept])
            passages.append(
                ([t.text for t in kept], [bool(t.whitespace_) for t in kept])
            )
        raw = network.parse(passages)
        for n, (_, spans, _, true) in enumerate(texts):
            count(true, marked(own[n], spans), counts["gold words"])
            count(true, marked(raw[n], raw_spans[n]), counts["raw text"])
        out[part] = {how: figures(c) for how, c in counts.items()}
        sums[part] = counts
    if {"ewt", "gum"} <= sums.keys():
        out["ewt+gum"] = {
            how: figures(sums["ewt"][how] + sums["gum"][how]) for how in sums["ewt"]
        }
    return out


def tell(result: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
    """Print one line a part and way of reading."""
    for part, ways in result.items():
        for how, values in ways.items():
            told = "  ".join(f"{k} {v}" for k, v in values.items())
            sys.stdout.write(f"{part:9} {how:10} {told}\n")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    default = Path(__file__).parent.parent / "model"
    parser.add_argument("folder", type=Path, nargs="?", default=default)
    parser.add_argument("--part", choices=("dev", "test"), default="test")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    data = corpora.read(args.corpora, Gazetteer.load(args.folder / GAZETTEER))
    result = evaluate(
        ReadingNetwork(args.folder), data.test if args.part == "test" else data.dev
    )
    tell(result)
    if args.json:
        args.json.write_text(json.dumps(result, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
