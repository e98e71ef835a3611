"""Figures as other projects code them: ACLED's one number, UCDP's best, low and high (data/figure_policies.toml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from dateline.codebook.figure_words import read_table
from dateline.record import EventFigure


@dataclass(frozen=True, slots=True)
class FigurePolicy:
    """How a project counts: which bound is its number, whether low and high stay apart, what vague words come to."""

    name: str
    summary: str
    best: tuple[str, ...]
    spread: bool
    vague: Mapping[str, int]


@cache
def figure_policies() -> Mapping[str, FigurePolicy]:
    """The policies by their names."""
    return {
        name: FigurePolicy(name, data["summary"], tuple(data["best"]), data["spread"], data["vague"])
        for name, data in read_table("figure_policies.toml").items()
    }


def counted_by(policy: FigurePolicy, figure: EventFigure) -> EventFigure:
    """The figure as a project would have it, its words and its qualifier as they are. All of low, best and high are
    numbers, low <= best <= high; or all are None, where the words state no number and the project has none for them."""
    number = vague_number(policy, figure)
    if number is None:
        stated = (getattr(figure, bound) for bound in policy.best)
        number = next((value for value in stated if value is not None), None)
    if number is None or not policy.spread:
        return replace(figure, low=number, best=number, high=number)
    low = figure.low if figure.low is not None else number
    high = figure.high if figure.high is not None else number
    return replace(figure, low=min(low, number), best=number, high=max(high, number))


def vague_number(policy: FigurePolicy, figure: EventFigure) -> float | None:
    """What the project makes of the figure's vague word; None where it has none, or the project no number for it."""
    if figure.best is not None or not policy.vague:
        return None
    found = vague_words(policy.name).search(" ".join(figure.text.lower().split()))
    return float(policy.vague[found[0]]) if found else None


@cache
def vague_words(name: str) -> re.Pattern[str]:
    """The vague words that a policy has numbers for, the longest first."""
    words = sorted(figure_policies()[name].vague, key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")
