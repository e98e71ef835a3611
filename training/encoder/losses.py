"""What the model is taught, as losses: each head's sum over what its set says, by how much there was to find."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from encoder.model import OFFSET, SCALE, columns
from encoder.windows import Batch

WEIGHTS = {
    "triggers": 1.0,
    "cues": 0.5,
    "second": 0.5,
    "factuality": 0.3,
    "score": 0.3,
    "inside": 0.3,
    "begin": 0.2,
    "modes": 0.3,
    "relations": 1.0,
    "somewhere": 0.5,
}


def losses(tags: Tensor, queries: Tensor, keys: Tensor, batch: Batch) -> dict[str, Tensor]:
    """The loss of each head that this batch teaches."""
    at, found = columns(), {}
    for name in ("triggers", "cues", "second", "inside", "begin"):
        found[name] = marked(tags[..., at[name]], batch.targets[..., at[name]])
    found["factuality"] = chosen(tags[..., at["factuality"]], batch.targets[..., at["factuality"]])
    found["modes"] = chosen(tags[..., at["modes"]], batch.targets[..., at["modes"]])
    known = ~batch.targets[..., at["score"]].isnan()
    if known.any():
        found["score"] = functional.smooth_l1_loss(
            tags[..., at["score"]][known], batch.targets[..., at["score"]][known]
        )
    if len(batch.row_at):
        found["relations"] = related(tags, queries, keys, batch)
    if batch.somewhere:
        sure = [tags[b, :, at["triggers"]][batch.mask[b] == 1][:, types].max() for b, types in batch.somewhere]
        found["somewhere"] = functional.softplus(-torch.stack(sure)).mean()
    return {name: loss for name, loss in found.items() if loss is not None}


def marked(logits: Tensor, targets: Tensor) -> Tensor | None:
    """Yes or no for each output, where the set says."""
    known = (~targets.isnan()).float()
    if not known.any():
        return None
    wanted = targets.nan_to_num()
    loss = functional.binary_cross_entropy_with_logits(logits, wanted, weight=known, reduction="sum")
    return loss / (wanted.sum() + 4)


def chosen(logits: Tensor, targets: Tensor) -> Tensor | None:
    """One of the outputs that the set offers there: the others are nan."""
    rows = targets.nansum(dim=-1) > 0
    if not rows.any():
        return None
    some, wanted = logits[rows], targets[rows]
    some = some.masked_fill(wanted.isnan(), -1e4)
    return -(functional.log_softmax(some, dim=-1) * wanted.nan_to_num()).sum(dim=-1).mean()


def related(tags: Tensor, queries: Tensor, keys: Tensor, batch: Batch) -> Tensor:
    """Yes or no for each piece of the window, at each anchor's relation."""
    anchors = batch.row_at.clone()
    with torch.no_grad():
        for row, types in batch.unknown:
            anchors[row] = tags[batch.row_in[row], :, columns()["triggers"]][:, types].max(dim=1).values.argmax()
    pairs = queries.transpose(1, 2) @ keys.permute(0, 2, 3, 1)  # batch, relation, anchor, piece
    count, length = pairs.shape[1], pairs.shape[2]
    rows = (batch.row_in * count + batch.row_relation) * length + anchors
    logits = pairs.reshape(-1, length).index_select(0, rows) * SCALE + OFFSET
    loss = functional.binary_cross_entropy_with_logits(
        logits, batch.row_targets, weight=batch.row_counts, reduction="sum"
    )
    return loss / ((batch.row_targets * batch.row_counts).sum() + 8)
