"""The encoder and its heads: one pass says what every word is, and how words relate.

`tags` are logits of each token by itself, in the order of `columns()`. A relation r from token i to token j scores
q[i, r] . k[j, r]; for roles and attributions both sides are turned by their position (rotary embedding, Su et
al. 2021),
so that the score sees how far apart the words stand; sameness does not depend on distance.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from encoder.examples import OUT
from encoder.modes import MODES

RELATIONS = OUT["relations"]
TURNED = [name for name in RELATIONS if not name.startswith("same_")]
SIZE = 64  # of a relation's vectors
SCALE = SIZE**-0.5
OFFSET = -3.0  # of a relation's logit: most words fill no role
RARE = -4.0  # where the logits of tags start: most words are nothing


def columns() -> dict[str, slice]:
    """Which columns of `tags` belong to which head."""
    widths = {
        "triggers": len(OUT["triggers"]),
        "cues": len(OUT["cues"]),
        "second": len(OUT["second"]),
        "factuality": len(OUT["factuality"]),
        "score": 1,
        "inside": len(OUT["mentions"]),
        "begin": len(OUT["mentions"]),
        "modes": len(MODES),
    }
    at, slices = 0, {}
    for name, width in widths.items():
        slices[name] = slice(at, at + width)
        at += width
    return slices


@dataclass
class Read:
    """What one pass gives: tags (batch, length, columns), queries and keys (batch, length, relations, SIZE)."""

    tags: Tensor
    queries: Tensor
    keys: Tensor


class Reader(nn.Module):
    """A BERT-like encoder with linear heads."""

    def __init__(self, pretrained: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(pretrained, attn_implementation="eager", add_pooling_layer=False)
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0  # its random numbers cost a third of the time here; words are masked instead
        width = self.encoder.config.hidden_size
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        outputs = max(where.stop for where in columns().values())
        self.tag = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Linear(width, outputs))
        for name in ("triggers", "cues", "second", "inside", "begin"):
            nn.init.constant_(self.tag[2].bias[columns()[name]], RARE)
        self.query = nn.Linear(width, len(RELATIONS) * SIZE)
        self.key = nn.Linear(width, len(RELATIONS) * SIZE)
        self.register_buffer("angles", angles(512), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor | None) -> tuple[Tensor, Tensor, Tensor]:
        return self.heads(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)

    def heads(self, hidden: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tags, queries and keys of the last layer's states (batch, length, width)."""
        shape = (hidden.shape[0], hidden.shape[1], len(RELATIONS), SIZE)
        queries, keys = self.query(hidden).view(shape), self.key(hidden).view(shape)
        return self.tag(hidden), self.turn(queries), self.turn(keys)

    def turn(self, vectors: Tensor) -> Tensor:
        """Rotate each pair of components by the token's position; the sameness relations stay as they are."""
        cos, sin = self.angles[0, : vectors.shape[1]], self.angles[1, : vectors.shape[1]]
        some, rest = vectors[:, :, : len(TURNED)].float(), vectors[:, :, len(TURNED) :].float()
        left, right = some[..., : SIZE // 2], some[..., SIZE // 2 :]
        cos, sin = cos[None, :, None], sin[None, :, None]
        turned = torch.cat([left * cos - right * sin, left * sin + right * cos], dim=-1)
        return torch.cat([turned, rest], dim=2)


def angles(length: int) -> Tensor:
    """Cosines and sines by position and component: (2, length, SIZE / 2)."""
    rates = 10000.0 ** (-torch.arange(SIZE // 2) / (SIZE // 2))
    turns = torch.arange(length)[:, None] * rates[None]
    return torch.stack([turns.cos(), turns.sin()])
