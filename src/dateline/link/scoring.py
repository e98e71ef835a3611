"""How likely two tellings are of one happening: a logistic model over the features (data/pair_weights.csv)."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.link.features import Told, features


@cache
def pair_weights() -> dict[str, float]:
    """The coefficient of each feature; the file's first line says by what it was made."""
    text = files("dateline.link").joinpath("data/pair_weights.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["feature"]: float(row["weight"]) for row in rows}


def log_odds(one: Told, other: Told) -> float:
    """Above 0 where it is likelier than not that both tell of one happening."""
    return sum(contributions(one, other).values())


def contributions(one: Told, other: Told) -> dict[str, float]:
    """What each feature adds to the log odds."""
    weights = pair_weights()
    found: Mapping[str, float] = features(one, other)
    return {name: weights[name] * value for name, value in found.items() if name in weights}


def probability(odds: float) -> float:
    """The probability (0 to 1) that log odds stand for."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, odds))))


def linkable(one: Told, other: Told) -> bool:
    """Whether two tellings may be of one happening at all: of different reports, of one family, both (or neither) said
    to have happened; and where no violence is told, of one mode."""
    (here, this), (there, that) = one, other
    if here.report_id == there.report_id or this.family != that.family or this.happened != that.happened:
        return False
    if this.family == "violence" or not this.modes or not that.modes:
        return True
    return bool(set(this.modes) & set(that.modes))
