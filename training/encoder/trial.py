"""A quick look at how a model does on the records' own dev part, by pieces, while it learns."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from encoder.model import OFFSET, RELATIONS, SCALE, Reader, columns
from encoder.windows import Text, collate, windows

THRESHOLDS = np.linspace(-3, 3, 25)


def best_f1(logits: NDArray[np.float32], gold: NDArray[np.float32]) -> float:
    """The best F1 over thresholds on the logit."""
    best = 0.0
    for threshold in THRESHOLDS:
        said = logits > threshold
        right = float((said & (gold == 1)).sum())
        best = max(best, 2 * right / max(1.0, float(said.sum() + (gold == 1).sum())))
    return round(best, 3)


@torch.no_grad()
def trial(model: Reader, texts: list[Text], device: str) -> dict[str, float]:
    """Best F1 by head and relation; accuracy of factuality and modes at gold triggers."""
    at = columns()
    pairs: dict[str, list[tuple[NDArray[np.float32], NDArray[np.float32]]]] = {}
    picked: dict[str, list[bool]] = {"factuality": [], "modes": []}
    for text in texts:
        for window in windows(text):
            batch = collate([window])
            with torch.autocast(device, torch.bfloat16):
                said = model(batch.ids.to(device), batch.mask.to(device))
            tags, queries, keys = (part.float().cpu() for part in said)
            for name in ("triggers", "cues", "inside"):
                known = ~batch.targets[..., at[name]].isnan()
                pair = tags[..., at[name]][known].numpy(), batch.targets[..., at[name]][known].numpy()
                pairs.setdefault(name, []).append(pair)
            for name, right in picked.items():
                rows = batch.targets[..., at[name]].nansum(dim=-1) > 0
                wanted = batch.targets[..., at[name]][rows]
                said = tags[..., at[name]][rows].masked_fill(wanted.isnan(), -1e4)
                right.extend((said.argmax(-1) == wanted.nan_to_num().argmax(-1)).tolist())
            for row in range(len(batch.row_at)):
                relation = int(batch.row_relation[row])
                query = queries[0, batch.row_at[row], relation]
                logit = (keys[0, :, relation] @ query * SCALE + OFFSET).numpy()
                counts = batch.row_counts[row].numpy() > 0
                pair = logit[counts], batch.row_targets[row].numpy()[counts]
                pairs.setdefault(RELATIONS[relation], []).append(pair)
    shown = {name: best_f1(*(np.concatenate(side) for side in zip(*pair, strict=True))) for name, pair in pairs.items()}
    shown |= {name: round(sum(right) / max(1, len(right)), 3) for name, right in picked.items()}
    return shown
