"""Write the trained network as the files that ship.

    python -m extract.training.export RUN FOLDER [--float]

``RUN`` holds ``last.pt`` and ``labels.json``; ``FOLDER`` gets ``network.onnx``
(8-bit weights unless ``--float``), ``heads.npz``, ``labels.json``,
``tokenizer.json``, ``gazetteer.txt.gz`` and ``lemmas.txt.gz``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from extract.encoder_features import N_FLAGS, N_HASHED
from extract.training import network
from extract.training.train import say

N_LEMMAS = 4
INPUTS = ("pieces", "piece_mask", "pool", "hashed", "flags", "mask")
OUTPUTS = (
    "xpos", "upos", "feats", "lemmas", "starts", "arcs", "rel_dep", "rel_head", "names",
)  # fmt: skip


class Reading(nn.Module):
    """The network as the reader runs it: labels where these do, else scores."""

    def __init__(self, net: network.Network) -> None:
        """Wrap a trained network."""
        super().__init__()
        self.net = net

    def forward(
        self,
        pieces: Tensor,
        piece_mask: Tensor,
        pool: Tensor,
        hashed: Tensor,
        flags: Tensor,
        mask: Tensor,
    ) -> tuple[Tensor, ...]:
        """Return the outputs in the order of :data:`OUTPUTS`."""
        net = self.net
        grammar, naming = net.trunks(pieces, piece_mask, pool, hashed, flags, mask)
        dep, head = net.rel_vectors(grammar)
        return (
            net.xpos(grammar).argmax(-1),
            net.upos(grammar).argmax(-1),
            net.feats(grammar).argmax(-1),
            net.lemmas(grammar).topk(N_LEMMAS, -1).indices,
            net.starts(grammar)[:, :, 0],
            net.arcs(grammar),
            dep,
            head,
            net.names(naming),
        )


def to_onnx(net: network.Network, path: Path) -> None:
    """Write the network in full precision."""
    b, t, w = 2, 11, 7
    sample = (
        torch.randint(5, 900, (b, t)),
        torch.ones(b, t),
        torch.rand(b, w, t),
        torch.randint(0, 900, (b, w, N_HASHED)),
        torch.rand(b, w, N_FLAGS),
        torch.ones(b, w),
    )
    two = {0: "batch", 1: "words"}
    axes = {
        "pieces": {0: "batch", 1: "pieces"},
        "piece_mask": {0: "batch", 1: "pieces"},
        "pool": {0: "batch", 1: "words", 2: "pieces"},
        "hashed": two,
        "flags": two,
        "mask": two,
        **dict.fromkeys(OUTPUTS, two),
        "arcs": {0: "batch", 1: "words", 2: "words"},
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Reading(net.eval()), sample, str(path), input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17,
            dynamo=False,
        )  # fmt: skip


def quantise(source: Path, target: Path, keep_float: tuple[str, ...] = ()) -> None:
    """Write 8-bit weights; nodes whose name contains one of ``keep_float`` stay."""
    model = onnx.load(str(source))
    kept = [n.name for n in model.graph.node if any(k in n.name for k in keep_float)]
    quantize_dynamic(
        str(source), str(target), per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"], nodes_to_exclude=kept,
        extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip


def export(
    run: Path, folder: Path, *, as_float: bool, checkpoint: str = "last.pt"
) -> None:
    """Write every file of the shipped model into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    net = network.Network.restore(run / checkpoint)
    labels = (run / "labels.json").read_text("utf8")
    with tempfile.TemporaryDirectory() as made:
        full, small = Path(made) / "full.onnx", Path(made) / "small.onnx"
        to_onnx(net, full)
        if as_float:
            small = full
        else:
            quantise(full, small)
        moves = net.moves + network.allowed_moves(json.loads(labels)["names"])
        np.savez(
            Path(made) / "heads.npz",
            rel_mix=net.rel_mix.detach().numpy().astype(np.float32),
            moves=moves.detach().numpy().astype(np.float32),
        )
        for name, source in (
            ("network.onnx", small),
            ("heads.npz", Path(made) / "heads.npz"),
        ):
            shutil.copy(source, folder / f"{name}.part")
            (folder / f"{name}.part").rename(folder / name)
    (folder / "labels.json").write_text(labels, "utf8")
    for name in ("tokenizer.json", "gazetteer.txt.gz", "lemmas.txt.gz"):
        shutil.copy(run / name, folder / name)
    size = sum(f.stat().st_size for f in folder.iterdir())
    say(f"{folder}: {size / 1e6:.1f} MB")


def main() -> None:
    """Parse the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--float", action="store_true")
    args = parser.parse_args()
    export(args.run, args.folder, as_float=args.float)


if __name__ == "__main__":
    main()
