"""The comparison's static vectors stand where the encoder stood."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch is in the train extra only")

from extract.training.network import Encoder, Shape  # noqa: E402
from extract.training.static import distil  # noqa: E402

SIZES = {"n_xpos": 1, "n_upos": 1, "n_feats": 1, "n_lemmas": 1, "n_deprels": 1}


@pytest.fixture
def encoder():
    torch.manual_seed(1)
    small = Shape(**SIZES, n_names=1, vocab=120, width=12, inner=24, layers=4, heads=2)
    return Encoder(small).eval()


def test_a_piece_has_one_vector_wherever_it_stands(encoder):
    static = distil(encoder, batch=50)
    states = static(torch.tensor([[7, 8, 7]]), torch.ones(1, 3))

    assert [tuple(state.shape) for state in states] == [(1, 3, 12)] * 4
    assert torch.equal(states[0][0, 0], states[0][0, 2])
    assert not torch.equal(states[0][0, 0], states[0][0, 1])


def test_padding_says_nothing(encoder):
    (state, *_) = distil(encoder)(torch.tensor([[7, 0]]), torch.tensor([[1.0, 0.0]]))

    assert state[0, 1].abs().sum() == 0
