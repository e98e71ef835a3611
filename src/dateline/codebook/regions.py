"""Regions, waters and divisions by the names that news gives them: data/regions.csv and data/divisions.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dateline.codebook.names import name_key

RegionKind = Literal["region", "continent", "water"]


@dataclass(frozen=True, slots=True)
class Region:
    """A region or water: its GeoNames id where it has one, its centre to the degree and the radius of a circle about
    as large, the countries it lies in (none: larger than a country), its other names, and its adjectives."""

    name: str
    geonames_id: int | None
    latitude: float
    longitude: float
    radius_km: int
    countries: tuple[str, ...]
    kind: RegionKind
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """A first-order division under names that GeoNames does not give it. `admin1` is GeoNames' code within the country
    (ISO 3166-1 alpha-3); abbreviations name it after a comma ("Calif."), aliases anywhere."""

    country: str
    admin1: str
    name: str
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]


def rows_of(name: str) -> list[dict[str, str]]:
    text = files("dateline.codebook").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def parted(words: str) -> tuple[str, ...]:
    return tuple(word for word in words.split(";") if word)


@cache
def regions() -> tuple[Region, ...]:
    """All regions and waters of the table, in its order."""
    return tuple(
        Region(
            name=row["name"],
            geonames_id=int(row["geonames_id"]) if row["geonames_id"] else None,
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            radius_km=int(row["radius_km"]),
            countries=parted(row["countries"]),
            kind=cast(RegionKind, row["kind"]),
            aliases=parted(row["aliases"]),
            adjectives=parted(row["adjectives"]),
        )
        for row in rows_of("regions.csv")
    )


@cache
def divisions() -> tuple[Division, ...]:
    """All divisions of the table, in its order."""
    return tuple(
        Division(row["country"], row["admin1"], row["name"], parted(row["abbreviations"]), parted(row["aliases"]))
        for row in rows_of("divisions.csv")
    )


@cache
def region_names() -> frozenset[str]:
    """The keys of all names of regions and waters."""
    return frozenset(name_key(word) for region in regions() for word in (region.name, *region.aliases))


@cache
def region_adjectives() -> frozenset[str]:
    """The keys of all adjectives of regions ("european", "kurdish")."""
    return frozenset(name_key(word) for region in regions() for word in region.adjectives)


@cache
def division_abbreviations() -> dict[str, Division]:
    """Divisions by the words that abbreviate them, as they are written ("Calif.", "CA")."""
    return {word: division for division in divisions() for word in division.abbreviations}
