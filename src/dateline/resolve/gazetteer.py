"""The gazetteer: places by name, with their divisions, points and populations."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final, NamedTuple

from dateline.codebook.countries import Country, by_code, country_word
from dateline.codebook.names import name_key
from dateline.codebook.regions import Region, regions
from dateline.resolve.gazetteer_file import GazetteerFile

BUNDLED: Final = "data/gazetteer.sqlite"
CHOSEN: Final = "DATELINE_GAZETTEER"  # the environment variable that names another file
NAMES_KEPT: Final = 8192
MOST_NAMESAKES: Final = 200  # the most populous; a full dump has thousands of places called San José
WATER_WORDS: Final = (
    ("Sea", "SEA"),
    ("Ocean", "OCN"),
    ("Gulf", "GULF"),
    ("Strait", "STRT"),
    ("Channel", "CHNM"),
    ("Lake", "LK"),
    ("Canal", "CNL"),
    ("Bosphorus", "STRT"),
    ("Mediterranean", "SEA"),
)
WATER_CODES: Final = frozenset(
    {"OCN", "SEA", "GULF", "STRT", "BAY", "CHN", "CHNM", "LK", "STM", "RF", "SD", "CNL", "RSV"}
)
SITE_CODES: Final = frozenset({"AIRP", "AIRB", "CMPRF", "MILB", "NUCL", "BDG"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: its GeoNames id (None for a region of the codebook) and feature code, its country (ISO
    3166-1 alpha-3; None at sea and in what is larger than a country), the names of its divisions, its point in
    degrees, its population (0: unknown); for a region of the codebook, the radius of a circle about as large."""

    geonames_id: int | None
    name: str
    feature_code: str
    country: str | None
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    population: int
    admin1_id: int | None = None
    admin2_id: int | None = None
    radius_km: int | None = None

    @property
    def is_country(self) -> bool:
        return self.feature_code.startswith("PCL") or self.feature_code == "TERR"

    @property
    def is_division(self) -> bool:
        return self.feature_code.startswith("ADM")

    @property
    def is_town(self) -> bool:
        return self.feature_code.startswith("PPL") or self.feature_code == "STLMT"

    @property
    def is_water(self) -> bool:
        return self.feature_code in WATER_CODES

    @property
    def is_region(self) -> bool:
        """Whether it is an informal or historic region, of which its extent is known."""
        return self.feature_code.startswith("RGN") and self.radius_km is not None

    @property
    def is_site(self) -> bool:
        return self.feature_code in SITE_CODES


class Home(NamedTuple):
    """Where a place lies: its country's code, and its divisions with their GeoNames ids."""

    country: str | None
    admin1: str | None
    admin1_id: int | None
    admin2: str | None
    admin2_id: int | None


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Places by name, from one file that is read as far as names are asked for."""

    file: GazetteerFile
    _named: dict[str, tuple[Place, ...]] = field(default_factory=dict, repr=False)
    _homes: dict[int, Home] = field(default_factory=dict, repr=False)

    @classmethod
    def bundled(cls) -> Gazetteer:
        """The package's own: towns of more than 500 inhabitants, divisions, countries, seas. See data/NOTICE.txt."""
        with as_file(files("dateline.resolve").joinpath(BUNDLED)) as path:
            return cls.open(path)

    @classmethod
    def in_use(cls) -> Gazetteer:
        """The file that the environment variable DATELINE_GAZETTEER names, else the package's own."""
        path = chosen_gazetteer()
        return cls.open(path) if path else cls.bundled()

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """A gazetteer that `dateline gazetteer build` wrote; InputError where it is another kind of file."""
        return cls(GazetteerFile(path))

    def named(self, words: str) -> tuple[Place, ...]:
        """All places that bear the name: a country or region of the codebook, then the most populous first.

        Case, accents and hyphens do not matter, but that "us" is no country.
        """
        found = country_word(words)
        country = self.country(found[0]) if found and found[1] == "name" else None
        places = self._by_key(name_key(words))
        return (country, *places) if country else places

    def is_name(self, words: str) -> bool:
        """Whether a place bears the name."""
        key = name_key(words)
        known = self._named.get(key)
        return bool(known) if known is not None else bool(key) and self.file.has(key)

    def _by_key(self, key: str) -> tuple[Place, ...]:
        if not key:
            return ()
        known = self._named.get(key)
        if known is None:
            if len(self._named) >= NAMES_KEPT:
                self._named.clear()
            known = tuple(self._place(number) for number in self.file.numbers(key)[:MOST_NAMESAKES])
            known = self._named[key] = (*self._regions(key, known), *known)
        return known

    def _regions(self, key: str, known: Sequence[Place]) -> Iterator[Place]:
        """The codebook's regions of the name that the file lacks; those it has under another name, from there."""
        ids = {place.geonames_id for place in known}
        for region in regions_by_key().get(key, ()):
            place = region_place(region)
            same = [p for n in self.file.numbers(name_key(region.name)) if is_same(p := self._place(n), place)]
            if not any(p.geonames_id in ids for p in same or [place]):
                yield replace(same[0], radius_km=region.radius_km) if same else place

    def country(self, iso3: str) -> Place | None:
        """The country with an ISO 3166-1 code."""
        country = by_code().get(iso3)
        return country_place(country) if country else None

    def _place(self, number: int) -> Place:
        row = self.file.place(number)
        home = self._home(row.division)
        return Place(
            geonames_id=row.geonames_id,
            name=row.name,
            feature_code=row.feature_code,
            country=home.country,
            admin1=home.admin1,
            admin2=home.admin2,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
            admin1_id=home.admin1_id,
            admin2_id=home.admin2_id,
        )

    def _home(self, division: int) -> Home:
        """Country and divisions by the number of the innermost."""
        if division < 0:
            return Home(None, None, None, None, None)
        known = self._homes.get(division)
        if known is None:
            row = self.file.division(division)
            first = self.file.place(row.admin1) if row.admin1 >= 0 else None
            second = self.file.place(row.admin2) if row.admin2 >= 0 else None
            known = self._homes[division] = Home(
                row.country,
                first.name if first else None,
                first.geonames_id if first else None,
                second.name if second else None,
                second.geonames_id if second else None,
            )
        return known


def chosen_gazetteer() -> Path | None:
    """The gazetteer that the environment variable DATELINE_GAZETTEER names; None where the package's own is used."""
    named = os.environ.get(CHOSEN, "")
    return Path(named) if named else None


@cache
def country_place(country: Country) -> Place:
    """A country of the codebook as a place."""
    return Place(
        geonames_id=country.geonames_id,
        name=country.name,
        feature_code="PCLI",
        country=country.iso3,
        admin1=None,
        admin2=None,
        latitude=country.latitude,
        longitude=country.longitude,
        population=0,
    )


@cache
def regions_by_key() -> dict[str, tuple[Region, ...]]:
    """The codebook's regions by the keys of their names."""
    found: dict[str, tuple[Region, ...]] = {}
    for region in regions():
        for key in dict.fromkeys(name_key(word) for word in (region.name, *region.aliases)):
            found[key] = (*found.get(key, ()), region)
    return found


@cache
def region_place(region: Region) -> Place:
    """A region of the codebook as a place."""
    return Place(
        geonames_id=region.geonames_id,
        name=region.name,
        feature_code=region_code(region),
        country=region.countries[0] if len(region.countries) == 1 else None,
        admin1=None,
        admin2=None,
        latitude=region.latitude,
        longitude=region.longitude,
        population=0,
        radius_km=region.radius_km,
    )


def region_code(region: Region) -> str:
    """The GeoNames feature code of a region of the codebook, as far as its name tells."""
    if region.kind != "water":
        return "CONT" if region.kind == "continent" else "RGN"
    return next((code for word, code in WATER_WORDS if word in region.name.split()), "STM")


def is_same(place: Place, region: Place) -> bool:
    """Whether a place of the file is what the codebook means by a region of its name."""
    if region.geonames_id is not None:
        return place.geonames_id == region.geonames_id
    return place.is_water == region.is_water and not (place.is_town or place.is_country or place.is_division)
