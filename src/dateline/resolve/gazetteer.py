"""The gazetteer: places by name, with their divisions, points and populations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from dateline.codebook.countries import Country, by_code
from dateline.codebook.names import name_key
from dateline.resolve.gazetteer_file import GazetteerFile

BUNDLED: Final = "data/gazetteer.sqlite"
NAMES_KEPT: Final = 2048
WATER_CODES: Final = frozenset({"OCN", "SEA", "GULF", "STRT", "BAY", "CHN", "CHNM", "LK", "STM", "RF", "SD"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: its GeoNames id and feature code, its country (ISO 3166-1 alpha-3; None at sea and in
    what is larger than a country), the names of its divisions, its point in degrees, its population (0: unknown)."""

    geonames_id: int
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


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Places by name, from one file that is read as far as names are asked for."""

    file: GazetteerFile
    _named: dict[str, tuple[Place, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def bundled(cls) -> Gazetteer:
        """The package's own: towns of more than 500 inhabitants, divisions, countries, seas. See data/NOTICE.txt."""
        with as_file(files("dateline.resolve").joinpath(BUNDLED)) as path:
            return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Gazetteer:
        """A gazetteer that `tools/build_gazetteer.py` wrote; ValueError where it is another kind of file."""
        return cls(GazetteerFile(path))

    def named(self, words: str) -> tuple[Place, ...]:
        """All places that bear the name, the most populous first. Case, accents and hyphens do not matter."""
        key = name_key(words)
        if not key:
            return ()
        known = self._named.get(key)
        if known is None:
            if len(self._named) >= NAMES_KEPT:
                self._named.clear()
            known = self._named[key] = tuple(self._read(key))
        return known

    def is_name(self, words: str) -> bool:
        """Whether a place bears the name."""
        key = name_key(words)
        return bool(key) and (key in self._named or self.file.has(key))

    def country(self, iso3: str) -> Place | None:
        """The country with an ISO 3166-1 code."""
        country = by_code().get(iso3)
        return country_place(country) if country else None

    def _read(self, key: str) -> Iterator[Place]:
        for number in self.file.numbers(key):
            yield self._place(number)

    def _place(self, number: int) -> Place:
        row = self.file.place(number)
        home = self.file.division(row.division) if row.division >= 0 else None
        first = self.file.place(home.admin1) if home and home.admin1 >= 0 else None
        second = self.file.place(home.admin2) if home and home.admin2 >= 0 else None
        return Place(
            geonames_id=row.geonames_id,
            name=row.name,
            feature_code=row.feature_code,
            country=home.country if home else None,
            admin1=first.name if first else None,
            admin2=second.name if second else None,
            latitude=row.latitude,
            longitude=row.longitude,
            population=row.population,
            admin1_id=first.geonames_id if first else None,
            admin2_id=second.geonames_id if second else None,
        )


@lru_cache(512)
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
