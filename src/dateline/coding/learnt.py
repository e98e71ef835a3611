"""Small learnt tables: what each mark of a case is worth, and the probability that marks add up to."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files


@cache
def learnt_weights(name: str) -> dict[str, float]:
    """The coefficients by mark of one table (data/NAME.csv, whose first line says by what it was made)."""
    text = files("dateline.coding").joinpath(f"data/{name}.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["mark"]: float(row["weight"]) for row in rows}


def worth(weights: Mapping[str, float], marks: Iterable[str]) -> float:
    """What marks are worth together; those of no known weight count for nothing."""
    return sum(filter(None, map(weights.get, marks)))


def chance(weights: dict[str, float], marks: Iterable[str]) -> float:
    """The probability (0 to 1) that a logistic model gives a case with these marks; unknown marks count for nothing."""
    score = weights["bias"] + worth(weights, dict.fromkeys(marks))
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def shares_of(weights: Mapping[str, float], choices: Sequence[Mapping[str, float]]) -> list[float]:
    """How likely (0 to 1, adding up to 1) a log-linear model holds each of some choices, by their traits."""
    scores = [sum(weights.get(trait, 0.0) * value for trait, value in traits.items()) for traits in choices]
    highest = max(scores)
    parts = [math.exp(score - highest) for score in scores]
    whole = sum(parts)
    return [part / whole for part in parts]
