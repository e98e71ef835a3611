"""How the encoder's word and that of lexicon and parse are weighed against each other.

Each use has a small logistic model over a few numbers (data/blends.csv). It is fitted on records that neither the
encoder nor the lexicon's counts were made from (training/fit_blends.py), so that neither is trusted more than it has
earned, and its probability is calibrated.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FLAT = 6.0  # logits beyond this say no more: no single reader is ever certain


def blended(use: str, numbers: Mapping[str, float]) -> float:
    """The log-odds that several opinions give together. Raises KeyError for a use that has no model."""
    weights = blend_weights()[use]
    return weights["bias"] + sum(weights.get(name, 0.0) * flattened(value) for name, value in numbers.items())


def flattened(value: float) -> float:
    """A logit, kept within bounds."""
    return max(-FLAT, min(FLAT, value))


def probability(logit: float) -> float:
    """The probability of a logit."""
    return 1 / (1 + math.exp(-logit))


@cache
def blend_weights() -> dict[str, dict[str, float]]:
    """The coefficients by use and mark."""
    text = files("dateline.read").joinpath("data/blends.csv").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = {}
    for row in csv.DictReader(line for line in text.splitlines() if not line.startswith("#")):
        found.setdefault(row["use"], {})[row["mark"]] = float(row["weight"])
    return found
