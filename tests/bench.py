"""``make bench``: how fast Parley is, as figures and ratios of one run.

    python -m tests.bench [reading] [length] [times] [story] [store] [names] [page]

Seconds depend on the machine and on what else it does; the ratios are what to compare.
"""

from __future__ import annotations

import os

os.environ.setdefault("OMP_NUM_THREADS", "1")  # one core, said before numpy is loaded

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def timed(work: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """Return the median of processor seconds over several runs, and the last result."""
    seconds = []
    result = None
    for _ in range(times):
        began = time.process_time()
        result = work()
        seconds.append(time.process_time() - began)
    return statistics.median(seconds), result


def seed_texts() -> list[str]:
    files = sorted((ROOT / "seeds").glob("*.txt"))
    return [path.read_bytes().decode("utf-8") for path in files]


#: What spaCy's quickstart calls the efficiency set-up: one CNN for every component.
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96}
TAGGER = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER}


def transitions(state: str, hidden: int) -> dict[str, Any]:
    """The quickstart's parser or names model."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": LISTENER,
    }


def plain_pipeline(read_docs: list[Any], passes: int = 12) -> Any:
    """A CNN pipeline as spaCy's quickstart makes it, taught on what our model read.

    An untaught parser or names component takes other turns than a taught one and is
    slower for it, so the comparison would flatter us.
    """
    import random

    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.add_pipe("tagger", config={"model": TAGGER})
    nlp.add_pipe("morphologizer", config={"model": TAGGER})
    nlp.add_pipe("trainable_lemmatizer", config={"model": TAGGER, "min_tree_freq": 1})
    nlp.add_pipe("parser", config={"model": transitions("parser", 128)})
    nlp.add_pipe("ner", config={"model": transitions("ner", 64)})
    examples = []
    for read in read_docs:
        words, spaces = [t.text for t in read], [bool(t.whitespace_) for t in read]
        gold = Doc(
            nlp.vocab,
            words=words,
            spaces=spaces,
            tags=[t.tag_ for t in read],
            pos=[t.pos_ for t in read],
            morphs=[str(t.morph) for t in read],
            lemmas=[t.lemma_ for t in read],
            heads=[t.head.i for t in read],
            deps=[t.dep_ for t in read],
            ents=[f"{t.ent_iob_}-{t.ent_type_}".strip("-") for t in read],
        )
        examples.append(Example(Doc(nlp.vocab, words=words, spaces=spaces), gold))
    update = nlp.initialize(lambda: examples)
    order = random.Random(0)
    for _ in range(passes):
        order.shuffle(examples)
        for batch in minibatch(examples, 16):
            nlp.update(batch, sgd=update, drop=0.1)
    return nlp


def bench_reading() -> None:
    """Words per second: plain CNN, the model alone, the whole extraction."""
    from extract import load_pipeline, read
    from extract.articles import article_of
    from extract.reader import load_reader

    texts = seed_texts() * 4
    paragraphs = [line for text in texts for line in text.split("\n") if line.strip()]
    reader, nlp = load_reader(), load_pipeline()
    taught = list(reader.pipe(paragraphs[: len(paragraphs) // 4]))
    plain = plain_pipeline([doc for doc in taught if len(doc) > 1])
    words = sum(len(doc) for doc in plain.tokenizer.pipe(paragraphs))
    cnn, _ = timed(lambda: list(plain.pipe(paragraphs)))
    bare, _ = timed(lambda: list(reader.pipe(paragraphs)))
    articles = [
        article_of(f"{text}\n{n}", file=f"{n}.txt") for n, text in enumerate(texts)
    ]
    whole, _ = timed(lambda: list(read(articles, nlp=nlp)), times=1)
    say(f"reading: {words} words, one core")
    say(f"  plain CNN pipeline      {words / cnn:8.0f} words/s")
    say(f"  model alone             {words / bare:8.0f} words/s, 1 : {bare / cnn:.2f}")
    say(
        f"  whole extraction        {words / whole:8.0f} words/s, 1 : {whole / cnn:.2f}"
    )


def bench_length() -> None:
    """Seconds a word of an article of all seeds, and of one four times as long."""
    from extract import load_pipeline, read
    from extract.articles import article_of

    nlp = load_pipeline()
    once = "\n\n".join(seed_texts())
    each = []
    for times in (1, 4):
        article = article_of("\n\n".join([once] * times), file=f"{times}.txt")
        words = len(article.text.split())
        seconds, _ = timed(lambda given=article: list(read([given], nlp=nlp)), times=1)
        each.append(seconds / words)
        say(f"length: {words:6} words in one article, {1e3 * each[-1]:.2f} ms a word")
    say(f"  a word of the longer one costs 1 : {each[1] / each[0]:.2f}")


def bench_story() -> None:
    """Seconds an article to tell a dispute, and one of four times the articles."""
    from extract import load_pipeline, read
    from extract.articles import article_of
    from graph.chronology import tell

    nlp = load_pipeline()
    texts = seed_texts()
    found = list(read([article_of(t, file=f"{t[:9]}.txt") for t in texts], nlp=nlp))
    each = []
    for times in (4, 16):
        copies = [
            replace(
                reading,
                article=replace(reading.article, id=f"{n:03}{reading.article.id}"[:16]),
            )
            for n in range(times)
            for reading in found
        ]
        seconds, _ = timed(lambda given=copies: tell(given), times=1)
        each.append(seconds / len(copies))
        say(f"story: {len(copies):4} articles, {1e3 * each[-1]:.1f} ms an article")
    say(f"  an article of the larger dispute costs 1 : {each[1] / each[0]:.2f}")


def bench_times() -> None:
    """Words per second of finding times in parsed docs, and their share."""
    from extract import load_pipeline
    from extract.dates import find_times

    nlp = load_pipeline()
    docs = list(nlp.pipe(seed_texts()))
    words = sum(len(doc) for doc in docs)
    seconds, _ = timed(
        lambda: [find_times(doc, published=doc._.published) for doc in docs], times=9
    )
    whole, _ = timed(lambda: list(nlp.pipe(seed_texts())), times=3)
    say(
        f"times: {words / seconds:8.0f} words/s given a parse, "
        f"{100 * seconds / whole:.1f} % of the whole extraction"
    )


def bench_store() -> None:
    """Loading, opening and the named queries, beside rdflib's memory store."""
    from tests.bench_store import main

    main()


def bench_names() -> None:
    """Seconds to join 1,000, 10,000 and 100,000 mentions."""
    from extract.articles import article_of
    from extract.records import Entity, Mention, Quoted, Reading
    from graph.identity import identify

    def readings(count: int) -> list[Reading]:
        made = []
        for n in range(count // 10):
            names = [
                f"{FIRST[(n * 7 + k) % len(FIRST)]} {LAST[(n + k * 13) % len(LAST)]}"
                f"{SYLLABLES[(n // 50 + k) % len(SYLLABLES)]}"
                for k in range(10)
            ]
            text = f"{n}: " + ", ".join(names)
            entities = []
            for k, name in enumerate(names):
                start = text.index(name)
                quoted = Quoted(start=start, end=start + len(name), text=name)
                entities.append(
                    Entity(
                        id=f"e{k}",
                        kind="person",
                        name=name,
                        mentions=(Mention(quoted=quoted),),
                    )
                )
            article = replace(article_of(text), file=f"{n}.txt")
            made.append(Reading(article=article, entities=tuple(entities)))
        return made

    for count in (1_000, 10_000, 100_000):
        given = readings(count)
        seconds, found = timed(lambda given=given: identify(given), times=1)
        say(
            f"names: {count:7} mentions joined into {len(found.entities):6} "
            f"in {seconds:7.2f} s, {1e6 * seconds / count:.0f} microseconds each"
        )


FIRST = ("Ana", "Ivan", "Li", "Omar", "Kofi", "Marta", "Yuki", "Pedro", "Sara", "Tomas")
LAST = ("Ruiz", "Petrov", "Wei", "Haddad", "Mensah", "Sousa", "Tanaka", "Lopez", "Berg")
SYLLABLES = tuple(
    a + b for a in ("", "son", "ov", "ez", "ic", "ski", "ian") for b in ("", "a", "er")
)


def bench_page() -> None:
    """Seconds until a page of 5,000 nodes answers, in a browser."""
    from tests.page.bench import main

    main()


def main() -> int:
    known = {
        "reading": bench_reading,
        "length": bench_length,
        "times": bench_times,
        "story": bench_story,
        "names": bench_names,
        "store": bench_store,
        "page": bench_page,
    }
    for name in sys.argv[1:] or known:
        known[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
