"""The reading network: a small encoder and one head for each question asked of it.

The encoder is MiniLM (6 layers, 384 wide, Apache-2.0). Two trunks mix its layers with
features of the word forms: one for grammar, one for names.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from extract.encoder_features import HASH_ROWS, N_FLAGS, N_HASHED

NEVER = -1e4


@dataclass(frozen=True)
class Shape:
    """Sizes of the network; label counts come from the training data."""

    n_xpos: int
    n_upos: int
    n_feats: int
    n_lemmas: int
    n_deprels: int
    n_names: int
    vocab: int = 30522
    width: int = 384
    inner: int = 1536
    layers: int = 6
    heads: int = 12
    mixed: int = 4
    hashed_width: int = 24
    grammar: int = 320
    naming: int = 256
    arc: int = 256
    rel: int = 96
    dropout: float = 0.1
    head_dropout: float = 0.25


class Layer(nn.Module):
    """One transformer layer, post-norm, as BERT has it."""

    def __init__(self, s: Shape) -> None:
        """Make the weights."""
        super().__init__()
        self.heads = s.heads
        self.qkv = nn.Linear(s.width, 3 * s.width)
        self.out = nn.Linear(s.width, s.width)
        self.norm1 = nn.LayerNorm(s.width, eps=1e-12)
        self.up = nn.Linear(s.width, s.inner)
        self.down = nn.Linear(s.inner, s.width)
        self.norm2 = nn.LayerNorm(s.width, eps=1e-12)
        self.drop = nn.Dropout(s.dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Return the next states; ``bias`` is [batch, 1, 1, pieces]."""
        b, t, w = x.shape
        qkv = (
            self.qkv(x)
            .view(b, t, 3, self.heads, w // self.heads)
            .permute(2, 0, 3, 1, 4)
        )
        q, k, v = qkv[0], qkv[1], qkv[2]
        scores = torch.matmul(q, k.transpose(-1, -2)) * (w // self.heads) ** -0.5 + bias
        mixed = torch.matmul(scores.softmax(-1), v)
        mixed = mixed.transpose(1, 2).reshape(b, t, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """The pretrained encoder; returns its last layers' states."""

    def __init__(self, s: Shape) -> None:
        """Make the weights; :meth:`load` fills them."""
        super().__init__()
        self.words = nn.Embedding(s.vocab, s.width)
        self.places = nn.Embedding(512, s.width)
        self.norm = nn.LayerNorm(s.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(s) for _ in range(s.layers))
        self.drop = nn.Dropout(s.dropout)
        self.mixed = s.mixed

    def load(self, folder: Path) -> None:
        """Take the weights of the published model."""
        from safetensors.torch import load_file

        w = load_file(str(folder / "model.safetensors"))
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        pick: dict[str, Tensor] = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "places.weight": w["embeddings.position_embeddings.weight"]
            + w["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        names = {
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for n in range(len(self.layers)):
            at = f"encoder.layer.{n}."
            for part in ("weight", "bias"):
                pick[f"layers.{n}.qkv.{part}"] = torch.cat(
                    [
                        w[f"{at}attention.self.{x}.{part}"]
                        for x in ("query", "key", "value")
                    ]
                )
                for ours, theirs in names.items():
                    pick[f"layers.{n}.{ours}.{part}"] = w[f"{at}{theirs}.{part}"]
        self.load_state_dict(pick)

    def forward(self, pieces: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the states of the last layers, the very last at the end."""
        place = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.drop(self.norm(self.words(pieces) + self.places(place)))
        bias = (1.0 - mask)[:, None, None, :] * NEVER
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states[-self.mixed :]


class Window(nn.Module):
    """Mix each word with its neighbours, and add what came in."""

    def __init__(self, width: int, dropout: float) -> None:
        """Make the weights."""
        super().__init__()
        self.mix = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the new word vectors."""
        x = x * mask[:, :, None]
        before = F.pad(x, (0, 0, 1, 0))[:, :-1]
        after = F.pad(x, (0, 0, 0, 1))[:, 1:]
        return self.norm(
            x + self.drop(F.gelu(self.mix(torch.cat([before, x, after], -1))))
        )


class Trunk(nn.Module):
    """Word vectors for one group of heads."""

    def __init__(self, s: Shape, width: int, windows: int) -> None:
        """Make the weights."""
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(s.mixed))
        features = N_HASHED * s.hashed_width + N_FLAGS
        self.mix = nn.Linear(s.width + features, width)
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(s.head_dropout)
        self.windows = nn.ModuleList(
            Window(width, s.head_dropout) for _ in range(windows)
        )

    def forward(
        self, states: list[Tensor], pool: Tensor, features: Tensor, mask: Tensor
    ) -> Tensor:
        """Return [batch, words, width]."""
        weights = self.weights.softmax(0)
        mixed = states[0] * weights[0]
        for n in range(1, len(states)):
            mixed = mixed + states[n] * weights[n]
        words = torch.matmul(pool, mixed)
        x = self.drop(self.norm(F.gelu(self.mix(torch.cat([words, features], -1)))))
        for window in self.windows:
            x = window(x, mask)
        return x


class Network(nn.Module):
    """Encoder, trunks and heads."""

    def __init__(self, shape: Shape) -> None:
        """Make the weights."""
        super().__init__()
        s = self.shape = shape
        self.encoder = Encoder(s)
        self.hashed = nn.ModuleList(nn.Embedding(r, s.hashed_width) for r in HASH_ROWS)
        for table in self.hashed:
            nn.init.normal_(table.weight, std=0.1)
        self.grammar = Trunk(s, s.grammar, 1)
        self.naming = Trunk(s, s.naming, 2)
        self.xpos = nn.Linear(s.grammar, s.n_xpos)
        self.upos = nn.Linear(s.grammar, s.n_upos)
        self.feats = nn.Linear(s.grammar, s.n_feats)
        self.lemmas = nn.Linear(s.grammar, s.n_lemmas)
        self.starts = nn.Linear(s.grammar, 1)
        self.arc_dep = nn.Linear(s.grammar, s.arc)
        self.arc_head = nn.Linear(s.grammar, s.arc)
        self.arc_mix = nn.Linear(s.arc, s.arc, bias=False)
        self.arc_bias = nn.Linear(s.arc, 1, bias=False)
        self.rel_dep = nn.Linear(s.grammar, s.rel)
        self.rel_head = nn.Linear(s.grammar, s.rel)
        self.rel_mix = nn.Parameter(torch.zeros(s.rel + 1, s.n_deprels, s.rel + 1))
        nn.init.normal_(self.rel_mix, std=0.02)
        self.names = nn.Linear(s.naming, s.n_names)
        self.moves = nn.Parameter(torch.zeros(s.n_names, s.n_names))
        self.drop = nn.Dropout(s.head_dropout)
        self.light = nn.Dropout(s.dropout)

    def trunks(
        self,
        pieces: Tensor,
        piece_mask: Tensor,
        pool: Tensor,
        hashed: Tensor,
        flags: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return word vectors for grammar and for names."""
        states = self.encoder(pieces, piece_mask)
        tables = [table(hashed[:, :, n]) for n, table in enumerate(self.hashed)]
        features = torch.cat([self.light(torch.cat(tables, -1)), flags], -1)
        return (
            self.grammar(states, pool, features, mask),
            self.naming(states, pool, features, mask),
        )

    def arcs(self, x: Tensor) -> Tensor:
        """Return scores [batch, word, its head]; a word is its own head at the root."""
        dep = self.drop(F.gelu(self.arc_dep(x)))
        head = self.drop(F.gelu(self.arc_head(x)))
        scores = torch.matmul(self.arc_mix(dep), head.transpose(1, 2))
        return scores * self.shape.arc**-0.5 + self.arc_bias(head).transpose(1, 2)

    def rel_vectors(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Return what each word says of its relation as dependent and as head."""
        return (
            self.drop(F.gelu(self.rel_dep(x))),
            self.drop(F.gelu(self.rel_head(x))),
        )

    def relations(self, dep: Tensor, head: Tensor) -> Tensor:
        """Return relation scores of aligned dependents and heads."""
        ones = dep.new_ones((*dep.shape[:-1], 1))
        dep, head = torch.cat([dep, ones], -1), torch.cat([head, ones], -1)
        n, r, m = self.rel_mix.shape
        left = (dep @ self.rel_mix.view(n, r * m)).view((*dep.shape[:-1], r, m))
        return (left @ head[..., None])[..., 0]

    def save(self, path: Path) -> None:
        """Write weights and shape."""
        torch.save({"shape": asdict(self.shape), "weights": self.state_dict()}, path)

    @classmethod
    def restore(cls, path: Path) -> Network:
        """Read what :meth:`save` wrote."""
        saved: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        network = cls(Shape(**saved["shape"]))
        network.load_state_dict(saved["weights"])
        return network


def allowed_moves(tags: list[str]) -> Tensor:
    """Return 0 where one BIOES tag may follow another, a large negative elsewhere."""
    table = torch.full((len(tags), len(tags)), NEVER)
    for i, a in enumerate(tags):
        for j, b in enumerate(tags):
            opened = a[0] in "BI"
            if (opened and b[0] in "IE" and a[2:] == b[2:]) or (
                not opened and b[0] in "OBS"
            ):
                table[i, j] = 0.0
    return table


def chain_loss(
    scores: Tensor, moves: Tensor, gold: Tensor, mask: Tensor, tags: list[str]
) -> Tensor:
    """Return the summed negative log likelihood of tag sequences (linear-chain CRF).

    Args:
        scores: [batch, words, tags].
        moves: [tags, tags], with what is not allowed already far down.
        gold: [batch, words] indices.
        mask: [batch, words] 1.0 for words; words stand first.
        tags: BIOES names, to know how a sequence may begin and end.
    """
    first = torch.tensor([0.0 if t[0] in "OBS" else NEVER for t in tags])
    final = torch.tensor([0.0 if t[0] in "OES" else NEVER for t in tags])
    lengths = mask.sum(1).long()
    alpha = scores[:, 0] + first
    for n in range(1, scores.shape[1]):
        step = torch.logsumexp(alpha[:, :, None] + moves, 1) + scores[:, n]
        alpha = torch.where(mask[:, n, None] > 0, step, alpha)
    total = torch.logsumexp(alpha + final, 1)
    path = (scores.gather(2, gold[:, :, None])[:, :, 0] * mask).sum(1)
    path = path + (moves[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum(1)
    return ((total - path) * (lengths > 0)).sum()


def write_labels(path: Path, labels: dict[str, list[str]]) -> None:
    """Write the label lists beside the weights."""
    path.write_text(json.dumps(labels, ensure_ascii=False, indent=0), "utf8")
