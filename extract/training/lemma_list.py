"""List the lemmas of the treebanks' word forms for the shipped model.

    python -m extract.training.lemma_list CORPORA TOKENIZER OUT.txt.gz

Known words are the lemmas themselves and the whole words of the word piece
vocabulary, which tell *enjoy* from *enjoye*.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from extract.encoder_lemmas import edit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.training.corpora import Sentence

NAMES = frozenset({"NNP", "NNPS"})
INFLECTED = frozenset(
    {"NNS", "VBD", "VBN", "VBG", "VBZ", "VBP", "JJR", "JJS", "RBR", "RBS"}
)
ENDINGS = ("s", "ed", "ing", "er", "est")
SHARE = 0.8


def lines(sentences: Iterable[Sentence], tokenizer: Path) -> list[str]:
    """Return the lines of the list, sorted."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    known: set[str] = set()
    for s in sentences:
        for form, tag, lemma in zip(s.forms, s.xpos, s.lemmas, strict=False):
            known.add(lemma)
            if tag not in NAMES and form.isascii() and not form.isupper():
                counts.setdefault((tag, form.lower()), Counter())[
                    edit(form, lemma)
                ] += 1
    vocab = json.loads(tokenizer.read_text("utf8"))["model"]["vocab"]
    known |= {w for w in vocab if w.isalpha() and len(w) > 2}
    out = sorted(w for w in known if w.isalpha() and w.islower())
    for (tag, form), edits in sorted(counts.items()):
        best, n = max(edits.items(), key=lambda x: (x[1], x[0]))
        plain = best == "L||" and not (tag in INFLECTED or form.endswith(ENDINGS))
        if n / edits.total() >= SHARE and not plain:
            out.append(f"{tag}\t{form}\t{best}")
    return out


def write(sentences: Iterable[Sentence], tokenizer: Path, path: Path) -> None:
    """Write the list, the same bytes each time."""
    text = "".join(line + "\n" for line in lines(sentences, tokenizer))
    path.write_bytes(gzip.compress(text.encode("utf8"), 9, mtime=0))


def main() -> None:
    """Parse the command line."""
    from extract.training import corpora

    root, tokenizer, out = (Path(a) for a in sys.argv[1:4])
    sentences = corpora.ewt(root / "ewt", "train") + corpora.gum(root / "gum", "train")
    write(sentences, tokenizer, out)


if __name__ == "__main__":
    main()
