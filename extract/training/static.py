"""Word pieces as fixed vectors: the cheapest way to use the encoder, for comparison.

Each piece is read alone by the published encoder, as model2vec distils sentence
encoders (van Dongen and Tulkens, 2024), and what comes out is its vector wherever it
stands. Nothing in a sentence then changes a piece but the trunks' windows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn

if TYPE_CHECKING:
    from extract.training.network import Encoder

#: Word pieces of BERT's vocabulary that open and close every passage.
CLS, SEP = 101, 102


class StaticEncoder(nn.Module):
    """Looks vectors up, in the place of the network's encoder."""

    def __init__(self, words: nn.Embedding, mixed: int) -> None:
        """Keep the table; ``mixed`` states are asked for and all are the same."""
        super().__init__()
        self.words = words
        self.mixed = mixed

    def forward(self, pieces: Tensor, mask: Tensor) -> list[Tensor]:
        """Return [batch, pieces, width], once for each state that the trunks mix."""
        return [self.words(pieces) * mask[:, :, None]] * self.mixed


def distil(encoder: Encoder, batch: int = 2048) -> StaticEncoder:
    """Return every piece's vector: the mean of the last states over it alone."""
    was = encoder.training
    encoder.eval()
    rows = []
    with torch.no_grad():
        for pieces in torch.arange(encoder.words.num_embeddings).split(batch):
            alone = torch.stack(
                [torch.full_like(pieces, CLS), pieces, torch.full_like(pieces, SEP)], 1
            )
            states = encoder(alone, torch.ones(alone.shape))
            rows.append(torch.stack(states).mean(0)[:, 1])
    encoder.train(was)
    return StaticEncoder(nn.Embedding.from_pretrained(torch.cat(rows)), encoder.mixed)
