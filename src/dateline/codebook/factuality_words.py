"""The words that say whether a told event is so, and the scores that each sign of it weighs.

Loaded from `data/factuality.toml` and `data/factuality_scores.csv`, which state their origin.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dateline.codebook.figure_words import read_table


@dataclass(frozen=True)
class FactualityWords:
    """Which word does what to the event beside or beneath it; every mapping leads from a lemma to its classes."""

    governor: Mapping[str, tuple[str, ...]]
    adverb: Mapping[str, tuple[str, ...]]
    modal: Mapping[str, tuple[str, ...]]
    marker: Mapping[str, tuple[str, ...]]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    negative_prepositions: frozenset[str]
    weak_determiners: frozenset[str]
    lasting_nouns: frozenset[str]
    lasting_verbs: frozenset[str]
    reaching_prepositions: frozenset[str]
    claim_nouns: frozenset[str]
    claim_denials: frozenset[str]
    responsibility: frozenset[str]


@cache
def factuality_words() -> FactualityWords:
    """The table of cues."""
    data = read_table("factuality.toml")
    negation = {name: frozenset(words) for name, words in data["negation"].items()}
    return FactualityWords(
        governor=classes(data["governor"]),
        adverb=classes(data["adverb"]),
        modal=classes(data["modal"]),
        marker=classes(data["marker"]),
        negative_determiners=negation["determiners"],
        negative_pronouns=negation["pronouns"],
        negative_prepositions=negation["prepositions"],
        weak_determiners=negation["weak_determiners"],
        lasting_nouns=frozenset(data["lasting"]["nouns"]),
        lasting_verbs=frozenset(data["lasting"]["verbs"]),
        claim_nouns=frozenset(data["claim"]["nouns"]),
        responsibility=frozenset(data["claim"]["responsibility"]),
        claim_denials=frozenset(data["claim"]["denials"]),
        reaching_prepositions=frozenset(data["reaching"]["prepositions"]),
    )


def classes(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """From words by class to classes by word, in the table's order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in table.items():
        for word in dict.fromkeys(words):
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def factuality_scores() -> Mapping[str, float]:
    """What each sign adds to an event's score; "" is what every event starts from."""
    path = resources.files("dateline.codebook").joinpath("data", "factuality_scores.csv")
    rows = csv.DictReader(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {row["sign"]: float(row["score"]) for row in rows}
