"""Words of a text and their weights: a word counts the more, the fewer reports of any kind have it.

How many reports have a word is a table that comes with the package (data/word_reports.csv, made by
training/fit_linking.py). The weights therefore do not shift as a casebook grows, and how alike two reports are depends
on these two alone.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
POSSESSIVES = ("'s", "’s")
REPORTS_IN_ALL = "(reports in all)"
RARE = 5.0  # a word of every hundred and fiftieth report, or of fewer
FEWEST = 3.0  # reports that a word of no entry is taken to be in: rare, but less telling than a name seen once

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many reports have each word, of how many."""

    reports: Mapping[str, float]
    total: float

    def of(self, word: str) -> float:
        """The logarithm of how rare the word is: 0 for one that every report has."""
        return max(0.0, math.log(self.total / self.reports.get(word, FEWEST)))


@cache
def rarity() -> Rarity:
    """The table that comes with the package."""
    text = files("dateline.link").joinpath("data/word_reports.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    counts = {row["word"]: float(row["reports"]) for row in rows}
    return Rarity(counts, counts.pop(REPORTS_IN_ALL))


def words_of(text: str) -> list[str]:
    """The words in lower case, without possessive endings; single letters are left out, digits are not."""
    folded = map(str.casefold, WORD.findall(text))
    found = [word[:-2] if word.endswith(POSSESSIVES) else word for word in folded]
    return [word for word in found if len(word) > 1 or word.isdigit()]


def weighed(text: str, *, at_most: int) -> Weights:
    """The text's weightiest words, with weights whose squares add up to 1 before the others are dropped."""
    table = rarity()
    raw = {word: (1 + math.log(n)) * table.of(word) for word, n in Counter(words_of(text)).items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    heaviest = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:at_most]
    return {word: round(weight / length, 4) for word, weight in heaviest if weight > 0}


def rare_words(words: Iterable[str]) -> frozenset[str]:
    """The words that few reports have."""
    return frozenset(word for word in words if rarity().of(word) >= RARE)


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of the angle between two texts: 0 for no word in common, 1 for the same words."""
    return math.fsum([one[word] * other[word] for word in one.keys() & other.keys()])


def in_common(one: Weights, other: Weights, *, at_most: int) -> list[str]:
    """The words that make two texts alike, the weightiest first."""
    both = sorted(((one[word] * other[word], word) for word in one if word in other), key=lambda x: (-x[0], x[1]))
    return [word for _, word in both[:at_most]]
