"""Countries: their codes, names, peoples and capitals, from data/countries.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from dateline.codebook.names import name_key

CountryWord = Literal["name", "adjective", "demonym", "capital"]
OWN_PLURAL = ("ese", "ish", "ch", "ss", "men", "women", "s")
COMMON_WORDS = frozenset(
    {"turkey", "china", "chad", "jersey", "jordan", "guinea", "pole", "poles", "polish", "swede", "brit"}
)
LONGEST_CODE = 3  # letters; "US", "UK", "CAR" and "PNG" are names in capitals only


@dataclass(frozen=True, slots=True)
class Country:
    """A country or dependent territory. `iso3` is ISO 3166-1 alpha-3 (XKX: Kosovo); the point is in degrees; the first
    of `capitals` is the seat that stands for the state in the news."""

    iso3: str
    iso2: str
    name: str
    geonames_id: int
    latitude: float
    longitude: float
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    neighbours: tuple[str, ...]

    def demonym_forms(self) -> tuple[str, ...]:
        """The words for its people, one and several: "Syrian", "Syrians"; "Japanese"."""
        plurals = (word if word.endswith(OWN_PLURAL) else word + "s" for word in self.demonyms)
        return tuple(dict.fromkeys((*self.demonyms, *plurals)))


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of their codes."""
    text = files("dateline.codebook").joinpath("data/countries.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(country_from(row) for row in rows)


def country_from(row: dict[str, str]) -> Country:
    def several(column: str) -> tuple[str, ...]:
        return tuple(part for part in row[column].split(";") if part)

    return Country(
        iso3=row["iso3"],
        iso2=row["iso2"],
        name=row["name"],
        geonames_id=int(row["geonames_id"]),
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        capitals=several("capitals"),
        aliases=several("aliases"),
        adjectives=several("adjectives"),
        demonyms=several("demonyms"),
        neighbours=several("neighbours"),
    )


@cache
def by_code() -> dict[str, Country]:
    """Countries by ISO 3166-1 code, of three letters and of two."""
    return {c.iso3: c for c in countries()} | {c.iso2: c for c in countries()}


@cache
def words_for_countries() -> dict[str, tuple[str, CountryWord]]:
    """Every word for a country by its key: the country's code and what kind of word it is. Where two countries share a
    word ("Congolese"), it is the one whose row in the table has it; where one word is two kinds ("Iraqi"), it is the
    first of name, adjective, demonym, capital."""
    words: dict[str, tuple[str, CountryWord]] = {}
    for country in countries():
        for word in (country.name, *country.aliases):
            words.setdefault(name_key(word), (country.iso3, "name"))
    for country in countries():
        for word in country.adjectives:
            words.setdefault(name_key(word), (country.iso3, "adjective"))
    for country in countries():
        for word in country.demonym_forms():
            words.setdefault(name_key(word), (country.iso3, "demonym"))
    for country in countries():
        for word in country.capitals:
            words.setdefault(name_key(word), (country.iso3, "capital"))
    return words


@lru_cache(maxsize=20_000)
def country_word(words: str) -> tuple[str, CountryWord] | None:
    """The country that the words name, and how: by its name, an adjective, a word for its people, or its capital.

    A leading article and a possessive ending do not matter; "us" is nobody and "turkey" a bird, "US" and "U.S." are
    a country.
    """
    key = name_key(words)
    if key.startswith("the ") and key not in words_for_countries():
        key = key.removeprefix("the ")
    found = words_for_countries().get(key)
    if found is None or (len(key) <= LONGEST_CODE and not looks_like_code(words)):
        return None
    if key in COMMON_WORDS and words.islower():
        return None
    return found


def looks_like_code(words: str) -> bool:
    letters = "".join(letter for letter in words.removesuffix("'s").removesuffix("’s") if letter.isalpha())
    return letters.removeprefix("the").removeprefix("The").isupper() or "." in words or letters in ("Lao", "Pak")


@lru_cache(maxsize=20_000)
def country_of(words: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that the words name, by name, adjective or people (not by capital)."""
    found = country_word(words)
    return found[0] if found and found[1] != "capital" else None


def country_of_capital(words: str) -> str | None:
    """The code of the country whose capital the words name ("Moscow", "Kyiv")."""
    key = name_key(words)
    return capitals().get(key)


@cache
def capitals() -> dict[str, str]:
    """Countries by the keys of their capitals."""
    return {name_key(capital): country.iso3 for country in reversed(countries()) for capital in country.capitals}
