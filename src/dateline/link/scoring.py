"""How likely two tellings are of one happening: a logistic model over the features (data/pair_weights.csv)."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.link.features import (
    CONFLICTS,
    FOREMOST,
    GROUPS,
    MOST_RARITY,
    NO_DATE,
    NO_PLACE,
    PEOPLE,
    RELATIONS,
    SALIENCE,
    SENTENCES,
    STEPS_OF_SENTENCES,
    Told,
    conflicting,
    conflicts,
    features,
    quick_features,
    report_features,
    slow_features,
)
from dateline.link.features import slopes as line
from dateline.link.telling import Sketch, Telling


@cache
def pair_weights() -> dict[str, float]:
    """The coefficient of each feature; the file's first line says by what it was made."""
    text = files("dateline.link").joinpath("data/pair_weights.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["feature"]: float(row["weight"]) for row in rows}


@dataclass(frozen=True, slots=True)
class Shared:
    """What two reports add to the log odds of all pairs of their tellings, and how many of their facts contradict."""

    odds: float
    conflicts: int

    @staticmethod
    def of(here: Sketch, there: Sketch) -> Shared:
        found = report_features(here, there)
        return Shared(weighed(found), conflicting(found))


def log_odds(one: Told, other: Told, *, of_reports: Shared | None = None, least: float = float("-inf")) -> float:
    """Above 0 where it is likelier than not that both tell of one happening. `of_reports` is what their reports add,
    where that is known already. What is not above `least` is not worked out to the end: it is at most what is given."""
    shared = of_reports or Shared.of(one[0], other[0])
    quick = quick_features(one, other)
    odds = shared.odds + weighed(quick)
    count = shared.conflicts + conflicting(quick)
    most = odds + most_of_slow() + max(conflict_weights()[count:])
    if most <= least:
        return most
    slow = slow_features(one[1], other[1])
    return odds + weighed(slow) + conflict_weights()[count + conflicting(slow)]


def weighed(found: Mapping[str, float]) -> float:
    """What features add up to."""
    weights = pair_weights()
    return sum([weights.get(name, 0.0) * value for name, value in found.items()])


def contributions(one: Told, other: Told) -> dict[str, float]:
    """What each feature adds to the log odds."""
    weights = pair_weights()
    return {name: weights[name] * value for name, value in features(one, other).items() if name in weights}


@cache
def conflict_weights() -> tuple[float, ...]:
    """What it adds that no, one, two, ... facts contradict each other."""
    return tuple(weighed(dict(conflicts(count))) for count in range(len(CONFLICTS) + 1))


@cache
def most_of_slow() -> float:
    """The most that likeness of the sentences and places can add."""
    return most_of_likeness() + max(pair_weights().get(name, 0.0) for name in (*RELATIONS, NO_PLACE))


@cache
def most_of_likeness() -> float:
    """The most that likeness of the sentences can add."""
    return max(weighed(dict(line(SENTENCES, value, STEPS_OF_SENTENCES))) for value in (0.0, *STEPS_OF_SENTENCES, 1.0))


@cache
def foremost_weights() -> tuple[float, float, float]:
    """What it adds that neither, one or each of two tellings is its report's foremost."""
    neither, one, each = (pair_weights().get(name, 0.0) for name in FOREMOST)
    return neither, one, each


def most_of(telling: Telling) -> float:
    """The most that a telling can add to what the reports of a pair do, whichever the other one is: most pairs are out
    of question by that alone, and need no closer look."""
    weights = pair_weights()
    most = most_of_likeness() + max(0.0, weights.get(SALIENCE, 0.0))
    if telling.people:
        most += max(0.0, weights.get(PEOPLE, 0.0) * MOST_RARITY)
    for group, name in zip(GROUPS, unknown(telling), strict=True):
        most += weights.get(name, 0.0) if name else max(0.0, *(weights.get(one, 0.0) for one in group))
    return most


def unknown(telling: Telling) -> tuple[str | None, ...]:
    """For each group of features the one that holds because this telling does not know better; None where it does."""
    return (
        None if any(spot.country for spot in telling.spots) else NO_PLACE,
        None if telling.first and telling.last else NO_DATE,
        None,
        None if telling.killed else "killed: not both say",
        None if telling.injured else "injured: not both say",
        *(None,) * (len(GROUPS) - 5),
    )


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
