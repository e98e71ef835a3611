"""The lexicon of attribution: verbs of saying, and how much each trait of a word speaks for its being a cue."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def verbs_of_saying() -> frozenset[str]:
    """Lemmas that may stand beside a quotation (data/verbs_of_saying.txt)."""
    return listed("verbs_of_saying.txt")


def listed(name: str) -> frozenset[str]:
    """The words of a list, one a line."""
    lines = files("dateline.codebook").joinpath(f"data/{name}").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def attitudes() -> frozenset[str]:
    """Lemmas of thinking, wishing and feeling (data/attitudes.txt)."""
    return listed("attitudes.txt")


@cache
def cue_weights() -> dict[str, float]:
    """What each trait adds to the log odds that a word is a cue (data/cues.csv); "base" is where they start."""
    rows = files("dateline.codebook").joinpath("data/cues.csv").read_text(encoding="utf-8").splitlines()
    table = csv.DictReader(line for line in rows if not line.startswith("#"))
    return {row["trait"]: float(row["weight"]) for row in table}


def cue_odds(traits: Iterable[str]) -> float:
    """The log odds that a word with these traits is a cue; a trait that the lexicon does not know adds nothing."""
    weights = cue_weights()
    return weights["base"] + sum(weights.get(trait, 0.0) for trait in traits)


@cache
def acts() -> frozenset[str]:
    """Lemmas that mean deeds in news of conflict, though they may mean words elsewhere (data/acts.txt)."""
    return listed("acts.txt")


@cache
def venue_words() -> frozenset[str]:
    """Lemmas and names of the places and media where words are said (data/venues.txt)."""
    return listed("venues.txt")
