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
    stations_after: frozenset[str]
    dialled_after: frozenset[str]
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
    bands: frozenset[str]
    too_weak_for_one: frozenset[str]
    support: frozenset[str]
    groups: frozenset[str]
    between: frozenset[str]
    people_in_a_state: frozenset[str]
    numbers_of: frozenset[str]
    reflexive: frozenset[str]
    wounds: frozenset[str]
    parts_of_body: frozenset[str]
    hits: frozenset[str]
    hitting: frozenset[str]
    survived: frozenset[str]
    missiles: frozenset[str]
    recovering: frozenset[str]
    arriving: frozenset[str]
    hospitals: frozenset[str]
    hospital_centers: frozenset[str]
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

    def told(name: str) -> Mapping[str, Measure]:
        return dict(words_by_measure(data, name))

    def listed(name: str, key: str = "words") -> frozenset[str]:
        return frozenset(data[name][key])

    return MeasureWords(
        patient=told("patient"),
        subject=told("subject"),
        state=told("state"),
        phrase=told("phrase"),
        counted=told("counted"),
        counted_by_default=told("counted_by_default"),
        noun_of=told("noun_of"),
        only_people=listed("only_people", "verbs"),
        idle=listed("idle", "verbs"),
        bands=listed("bands"),
        too_weak_for_one=listed("too_weak_for_one", "verbs"),
        support=listed("support", "verbs"),
        things=listed("things"),
        people=listed("people"),
        groups=listed("groups"),
        between=listed("between"),
        people_in_a_state=listed("people_in_a_state"),
        numbers_of=listed("numbers_of"),
        reflexive=listed("reflexive"),
        wounds=listed("wounds"),
        parts_of_body=listed("parts_of_body"),
        hits=listed("hits"),
        hitting=listed("hitting"),
        survived=listed("survived"),
        missiles=listed("missiles"),
        recovering=listed("recovering", "verbs"),
        arriving=listed("arriving", "verbs"),
        hospitals=listed("hospitals"),
        hospital_centers=listed("hospitals", "centers"),
        people_suffixes=tuple(data["people"]["suffixes"]),
        person_suffixes=tuple(data["people"]["singular_suffixes"]),
    )


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
