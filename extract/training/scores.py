"""Score the network on gold words, while it trains."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch

from extract import encoder_lemmas
from extract.encoder_decode import TagChain, sentence_starts, tree
from extract.training import names, network
from extract.training.batches import passages, tensors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.training.batches import Coder
    from extract.training.corpora import Sentence


def f1(right: int, found: int, gold: int) -> float:
    """Return F1 in per cent."""
    return round(200 * right / max(1, found + gold), 1)


def measure(
    net: network.Network,
    parts: Mapping[str, Sequence[Sentence]],
    coder: Coder,
    *,
    share: int = 1,
) -> dict[str, dict[str, float]]:
    """Return scores of each part, on every ``share``-th passage."""
    net.eval()
    labels = coder.labels
    chain = TagChain(
        labels.names, (net.moves + network.allowed_moves(labels.names)).detach().numpy()
    )
    out: dict[str, dict[str, float]] = {}
    for part, sentences in parts.items():
        c: Counter[str] = Counter()
        cut = passages(sentences, coder.reader, None)[::share]
        coded = {id(e): p for p in cut for e in [coder.encode(p)]}
        kept = [coder.encode(p) for p in cut]
        coded = {id(e): p for e, p in zip(kept, cut, strict=True)}
        for batch in coder.batches(kept, 4000, None):
            t = tensors(batch)
            with torch.no_grad():
                grammar, naming = net.trunks(
                    t["pieces"],
                    t["piece_mask"],
                    t["pool"],
                    t["hashed"],
                    t["flags"],
                    t["mask"],
                )
                arcs = net.arcs(grammar).numpy()
                starts = net.starts(grammar)[:, :, 0].numpy()
                tags = net.names(naming).numpy()
                picks = {
                    k: getattr(net, k)(grammar).argmax(-1).numpy()
                    for k in ("xpos", "upos", "feats", "lemmas")
                }
                dep, head = net.rel_vectors(grammar)
                for row, e in enumerate(batch):
                    passage = coded[id(e)]
                    n = len(e.lengths)
                    gold = [
                        (at, at + len(s.forms), s)
                        for at, s in zip(
                            np.cumsum([0] + [len(s.forms) for s in passage]).tolist(),
                            passage,
                            strict=False,
                        )
                    ]
                    path = chain.best(tags[row, :n])
                    found = {x for x in chain.spans(path) if x[2] in names.SCORED}
                    true = {
                        (at + a, at + b, k)
                        for at, _, s in gold
                        for a, b, k in names.spans(s.names)
                        if k in names.SCORED
                    }
                    c["name_right"] += len(found & true)
                    c["name_found"] += len(found)
                    c["name_gold"] += len(true)
                    if not passage[0].xpos:
                        continue
                    begins = [*sentence_starts(starts[row, :n]), n]
                    ours = set(itertools.pairwise(begins))
                    theirs = {(a, b) for a, b, _ in gold}
                    c["sent_right"] += len(ours & theirs)
                    c["sent_found"] += len(ours)
                    c["sent_gold"] += len(theirs)
                    heads = np.zeros(n, dtype=np.int64)
                    for a, b in sorted(ours):
                        heads[a:b] = tree(arcs[row, a:b, a:b]) + a
                    rels = net.relations(dep[row, :n], head[row, heads]).argmax(-1)
                    for a, _, s in gold:
                        for i, form in enumerate(s.forms):
                            c["words"] += 1
                            c["tag"] += (
                                labels.xpos[picks["xpos"][row, a + i]] == s.xpos[i]
                            )
                            c["pos"] += (
                                labels.upos[picks["upos"][row, a + i]] == s.upos[i]
                            )
                            c["morph"] += (
                                labels.feats[picks["feats"][row, a + i]] == s.feats[i]
                            )
                            script = labels.lemmas[picks["lemmas"][row, a + i]]
                            lemma = encoder_lemmas.apply(form, script) or form
                            c["lemma"] += lemma == s.lemmas[i]
                            right = heads[a + i] == a + s.heads[i]
                            c["uas"] += right
                            c["las"] += (
                                right and labels.deprels[rels[a + i]] == s.deprels[i]
                            )
        words = max(1, c["words"])
        result = {
            k: round(100 * c[k] / words, 1)
            for k in ("tag", "pos", "morph", "lemma", "uas", "las")
            if c["words"]
        }
        if c["words"]:
            result["sents"] = f1(c["sent_right"], c["sent_found"], c["sent_gold"])
        result["names"] = f1(c["name_right"], c["name_found"], c["name_gold"])
        out[part] = result
    return out
