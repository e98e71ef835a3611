"""A gazetteer in the making: places, names and parents in a database on the disk, to be put in order at the end."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

from dateline.codebook.countries import by_code
from dateline.codebook.names import name_key
from dateline.codebook.regions import divisions as named_divisions
from dateline.resolve.gazetteer_blocks import DivisionRow, PlaceRow
from dateline.resolve.geonames import Source

AT_ONCE = 10_000  # rows
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’‘`ʻʼ. ()/&-]+\Z")
DIVISION_WORDS = re.compile(
    r"\b(oblast|oblasts?'?|krai|kray|raion|rayon|governorate|province|region|state|county|district|prefecture|department|"
    r"municipality|republic|voivodeship|wilayat|wilaya|muhafazat|of|the|autonomous|okrug|city|parish|borough|regency|"
    r"kabupaten|kota|provincia|provincia di|departamento|département|arrondissement|kommun|canton|division|union|"
    r"gorod|gorodskoy|urban|hromada|republic of|opština|županija|judeţul|muhafaza|shahrestān-e|ostān-e)\b",
    re.IGNORECASE,
)
TABLES = """
create table place (id integer primary key, key text, name text, latitude real, longitude real, feature text,
    iso2 text, admin1 text, admin2 text, population integer);
create table name (key text, id integer);
create table parent (child integer, parent integer);
"""
FROM_PARENTS = """
update place set admin1 = above.admin1, admin2 = case above.feature when 'ADM2' then above.admin2 else '' end
from parent join place as above on above.id = parent.parent
where parent.child = place.id and above.feature in ('ADM1', 'ADM2') and above.iso2 = place.iso2
    and place.feature not in ('ADM1', 'ADM2') and (place.admin1 in ('', '00')
        or (place.admin1 = above.admin1 and place.admin2 = '' and above.feature = 'ADM2'))
"""
IN_ORDER = """
create table ordered as select row_number() over (order by key, population desc, id) - 1 as number, id from place;
create unique index number_of on ordered (id);
create unique index id_of on ordered (number);
"""
Home = tuple[str, str, str]  # the codes of a country, its first-order and its second-order division
Numbered = tuple[int, Source]


@dataclass(frozen=True)
class Draft:
    """Places that are gathered, then `settle`d, then read in the order of the file. It lives in a folder that nobody
    needs when the work is done."""

    folder: Path
    store: sqlite3.Connection

    @classmethod
    def at(cls, folder: Path) -> Draft:
        """A new draft in an empty folder."""
        store = sqlite3.connect(folder / "draft.sqlite")
        store.executescript(f"pragma journal_mode = off; pragma synchronous = off; {TABLES}")
        return cls(folder, store)

    def add(self, sources: Iterable[Source], *, aliases_from: int = 0) -> None:
        """Adds places. Of places with one id the first stays, with the names of all; towns of fewer than
        `aliases_from` inhabitants go by their own names alone."""
        waiting = iter(sources)
        while some := list(islice(waiting, AT_ONCE)):
            self.store.executemany(
                "insert or ignore into place values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", map(values, some)
            )
            named = ((key, one.geonames_id) for one in some for key in keys_of(one, aliases_from))
            self.store.executemany("insert into name values (?, ?)", named)

    def add_names(self, named: Iterable[tuple[int, str]]) -> None:
        """Adds names to places that are in the draft, by id; the others are passed over."""
        keys = ((name_key(name), number) for number, name in named if is_usable(name))
        known = "insert into name select ?1, ?2 where ?1 <> '' and exists (select 1 from place where id = ?2)"
        self.store.executemany(known, keys)

    def add_parents(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Adds which place lies in which, child before parent."""
        self.store.executemany("insert into parent values (?, ?)", pairs)

    def settle(self) -> None:
        """Gives places without codes those of their parents, and divisions the point of their seat and, where they
        have none, the population of their towns; divisions without any point go. Then puts all in order."""
        self.store.execute(FROM_PARENTS)
        seats: dict[Home, tuple[int, int, int, float, float]] = {}
        sums: dict[Home, int] = defaultdict(int)
        for town in self.sources("where feature like 'PPL%' or feature = 'STLMT'"):
            for home, seat_code in homes_of(town):
                sums[home] += town.population
                assert town.latitude is not None
                assert town.longitude is not None
                rank = (is_seat(town, seat_code), town.population, -town.geonames_id, town.latitude, town.longitude)
                seats[home] = max(seats.get(home, rank), rank)
        divisions = list(self.sources("where feature in ('ADM1', 'ADM2')"))
        for division in divisions:
            home = home_of(division) if division.feature_code == "ADM2" else (division.iso2, division.admin1, "")
            point = seats[home][3:] if home in seats else (division.latitude, division.longitude)
            change = (*point, division.population or sums[home], division.geonames_id)
            self.store.execute("update place set latitude = ?, longitude = ?, population = ? where id = ?", change)
        self.store.execute("delete from place where latitude is null")
        self.store.executescript(IN_ORDER)

    def sources(self, which: str = "", joined: str = "") -> Iterator[Source]:
        """Places of the draft, without their names."""
        columns = "place.id, name, latitude, longitude, feature, iso2, admin1, admin2, population"
        return (Source(*row) for row in self.store.execute(f"select {columns} from place {joined} {which}"))

    def in_order(self) -> Iterator[Numbered]:
        """The settled places with their numbers: by name, of one name the populous first."""
        return enumerate(self.sources("order by ordered.number", "join ordered on ordered.id = place.id"))

    def count(self) -> int:
        """How many places there are."""
        return int(self.store.execute("select count(*) from place").fetchone()[0])

    def names(self) -> Iterator[tuple[str, list[int]]]:
        """The sorted keys of all names, and the numbers of the places that bear each, the populous first."""
        rows = self.store.execute(
            "select distinct name.key, place.population, ordered.number from name join place on place.id = name.id "
            "join ordered on ordered.id = name.id order by name.key, place.population desc, ordered.number"
        )
        return ((key, [number for _, _, number in some]) for key, some in groupby(rows, key=itemgetter(0)))


def values(place: Source) -> tuple[object, ...]:
    """A place as a row of the draft."""
    point = (place.latitude, place.longitude)
    codes = (place.feature_code, place.iso2, place.admin1, place.admin2)
    return (place.geonames_id, name_key(place.name), place.name, *point, *codes, place.population)


def keys_of(place: Source, aliases_from: int) -> list[str]:
    """The keys of a place's names, its own first."""
    names = place.names if place.population >= aliases_from or place.feature_code != "PPL" else ()
    if place.feature_code in ("ADM1", "ADM2"):
        names = (*names, bare_name(place.name), *codebook_names(place))
    keys = [name_key(name) for name in (place.name, *(name for name in names if is_usable(name)))]
    return list(dict.fromkeys(key for key in keys if key))


def is_usable(name: str) -> bool:
    """Whether news in English may use a name: in Latin letters, and no code."""
    return len(name) > 2 and not (name.isupper() and len(name) < 5) and LATIN.match(name) is not None


def bare_name(name: str) -> str:
    """A division's name without the word for what it is: "Donetsk" for "Donetsk Oblast"."""
    bare = " ".join(DIVISION_WORDS.sub(" ", re.sub(r"\(.*?\)", " ", name)).replace("’", "").split())
    return bare if len(bare) > 2 else name


def codebook_names(place: Source) -> tuple[str, ...]:
    """What the codebook calls a first-order division."""
    return names_by_code().get((place.iso2, place.admin1), ()) if place.feature_code == "ADM1" else ()


@cache
def names_by_code() -> dict[tuple[str, str], tuple[str, ...]]:
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in named_divisions():
        code = (by_code()[one.country].iso2, one.admin1)
        found[code] = (*found.get(code, ()), one.name, *one.aliases)
    return found


def home_of(place: Source) -> Home:
    return (place.iso2, place.admin1, place.admin2)


def homes_of(town: Source) -> Iterator[tuple[Home, str]]:
    """The divisions that a town may stand for, with the feature code of their seat."""
    yield (town.iso2, town.admin1, ""), "PPLA"
    if town.admin2:
        yield home_of(town), "PPLA2"


def is_seat(town: Source, seat_code: str) -> int:
    is_capital = seat_code == "PPLA" and town.feature_code == "PPLC"
    return int(is_capital or town.feature_code == seat_code)


def division_rows(ordered: Callable[[], Iterable[Numbered]]) -> tuple[list[DivisionRow], dict[Home, int]]:
    """Every country, first-order and second-order division that a place lies in, and its number by its codes."""
    first: dict[tuple[str, str], int] = {}
    second: dict[Home, int] = {}
    codes: set[Home] = set()
    for number, place in ordered():
        if place.feature_code == "ADM1":
            first[place.iso2, place.admin1] = number
        elif place.feature_code == "ADM2":
            second[home_of(place)] = number
        if place.iso2 in by_code():
            codes.add(home_of(place))
    rows = [DivisionRow(by_code()[c[0]].iso3, first.get(c[:2], -1), second.get(c, -1)) for c in sorted(codes)]
    return rows, {code: number for number, code in enumerate(sorted(codes))}


def place_row(place: Source, homes: dict[Home, int]) -> PlaceRow:
    """A place as the file keeps it."""
    assert place.latitude is not None
    assert place.longitude is not None
    home = homes.get(home_of(place), -1)
    population = rounded(place.population)
    return PlaceRow(
        place.geonames_id, place.name, place.latitude, place.longitude, place.feature_code, home, population
    )


def rounded(population: int) -> int:
    """Two digits that count, one below ten thousand: enough to rank by, and half the room."""
    scale: int = 10 ** max(0, len(str(population)) - (2 if population >= 10_000 else 1))
    return population // scale * scale
