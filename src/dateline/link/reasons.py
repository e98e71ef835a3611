"""Why tellings are taken to be of one happening, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.link.features import Told
from dateline.link.scoring import contributions, linkable, probability
from dateline.link.words import in_common

NAMED_AT_MOST = 4
WORDS = 6
NEVER = -50.0  # log odds of what cannot be
LEAST = 0.15  # log odds; less is not worth a word


@dataclass(frozen=True, slots=True)
class Part:
    """A feature of a pair, and what it adds to the log odds."""

    feature: str
    log_odds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """How likely two reports tell of one happening, what speaks most for it and against it, and their common words.

    Where that is unlikely, the two are together because of the others, or by a judgement.
    """

    report_id: str
    other: str
    probability: float
    speaks_for: tuple[Part, ...]
    speaks_against: tuple[Part, ...]
    words: tuple[str, ...]


def reasons(told: Sequence[Told]) -> list[Reason]:
    """For each telling but the first, the one before it that fits it best; and last the pair that fits worst."""
    found = [
        max((reason(told[before], told[at]) for before in range(at)), key=lambda one: one.probability)
        for at in range(1, len(told))
    ]
    if len(told) > 2:
        pairs = (reason(told[a], told[b]) for b in range(1, len(told)) for a in range(b))
        worst = min(pairs, key=lambda one: one.probability)
        if worst not in found:
            found.append(worst)
    return found


def reason(one: Told, other: Told) -> Reason:
    """What speaks for and against a pair."""
    contributed = contributions(one, other)
    odds = sum(contributed.values()) if linkable(one, other) else NEVER
    order = sorted(summed(contributed), key=lambda part: (-abs(part.log_odds), part.feature))
    return Reason(
        report_id=one[0].report_id,
        other=other[0].report_id,
        probability=round(probability(odds), 3),
        speaks_for=tuple(part for part in order if part.log_odds >= LEAST)[:NAMED_AT_MOST],
        speaks_against=tuple(part for part in order if part.log_odds <= -LEAST)[:NAMED_AT_MOST],
        words=tuple(in_common(one[0].words, other[0].words, at_most=WORDS)),
    )


def summed(contributed: dict[str, float]) -> list[Part]:
    """The features as one reads them: the pieces of a bent line together, and without the bias."""
    found: dict[str, float] = {}
    for name, value in contributed.items():
        if name != "bias":
            feature = name.partition(" above ")[0]
            found[feature] = found.get(feature, 0.0) + value
    return [Part(name, round(value, 2)) for name, value in found.items()]
