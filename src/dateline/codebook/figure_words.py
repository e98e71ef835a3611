"""The words of counts: numerals, vague words, qualifiers, and what tells the thing that is counted.

Loaded from `data/figures.toml` and `data/measures.toml`, which state their origin.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, get_args

from dateline.errors import CodebookError
from dateline.record.values import Measure


@dataclass(frozen=True)
class FigureWords:
    """How numbers are written, and which words around them set bounds or make them something else than a count."""

    numerals: Mapping[str, int]
    multipliers: Mapping[str, int]
    suffixes: Mapping[str, int]
    fractions: Mapping[str, float]
    vague: Mapping[str, tuple[int, int]]
    few: Mapping[str, tuple[int, int]]
    zero_determiners: tuple[str, ...]
    zero_pronouns: tuple[str, ...]
    back_references: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]
    after: Mapping[str, tuple[str, ...]]
    units_after: frozenset[str]
    money_after: frozenset[str]
    money_before: frozenset[str]
    designators_before: frozenset[str]
    streets_after: frozenset[str]
    months: frozenset[str]
    abstract: frozenset[str]


@dataclass(frozen=True)
class MeasureWords:
    """Which words around a count tell what it counts; every mapping leads from a lemma or phrase to the measure."""

    patient: Mapping[str, Measure]
    subject: Mapping[str, Measure]
    state: Mapping[str, Measure]
    phrase: Mapping[str, Measure]
    counted: Mapping[str, Measure]
    counted_by_default: Mapping[str, Measure]
    noun_of: Mapping[str, Measure]
    only_people: frozenset[str]
    idle: frozenset[str]
    things: frozenset[str]
    people: frozenset[str]
    people_suffixes: tuple[str, ...]
    person_suffixes: tuple[str, ...]


@cache
def figure_words() -> FigureWords:
    """The table of numerals, vague words, qualifiers and exclusions."""
    data = read_table("figures.toml")
    excluded = {name: frozenset(words) for name, words in data["excluded"].items()}
    return FigureWords(
        numerals=data["numerals"],
        multipliers=data["multipliers"],
        suffixes=data["suffixes"],
        fractions=data["fractions"],
        vague={words: (bounds[0], bounds[1]) for words, bounds in data["vague"].items()},
        few={words: (bounds[0], bounds[1]) for words, bounds in data["few"].items()},
        zero_determiners=tuple(data["zero"]["determiners"]),
        zero_pronouns=tuple(data["zero"]["pronouns"]),
        back_references=tuple(data["back_reference"]["phrases"]),
        before={name: tuple(words) for name, words in data["before"].items()},
        after={name: tuple(words) for name, words in data["after"].items()},
        **excluded,
    )


@cache
def measure_words() -> MeasureWords:
    """The table of words that tell what is counted."""
    data = read_table("measures.toml")
    by_word = {name: dict(words_by_measure(data, name)) for name in data if name not in WORD_LISTS}
    lists = {name: frozenset(data[name]["verbs" if "verbs" in data[name] else "words"]) for name in WORD_LISTS}
    endings = data["people"]
    return MeasureWords(
        **by_word,
        **lists,
        people_suffixes=tuple(endings["suffixes"]),
        person_suffixes=tuple(endings["singular_suffixes"]),
    )


WORD_LISTS = ("only_people", "idle", "things", "people")


def words_by_measure(data: Mapping[str, Any], table: str) -> Iterator[tuple[str, Measure]]:
    """Each word of a table with its measure; CodebookError on a measure that the record format does not know."""
    for measure, words in data[table].items():
        if measure not in get_args(Measure):
            raise CodebookError(f"measures.toml, [{table}]: {measure!r} is no measure")
        for word in words:
            yield word, measure


def read_table(name: str) -> dict[str, Any]:
    """A TOML file of the codebook's data."""
    return tomllib.loads(resources.files("dateline.codebook").joinpath("data", name).read_text(encoding="utf-8"))
