"""A GeoNames dump, row by row: places, alternate names, the hierarchy and the code lists of divisions.

The form is that of download.geonames.org/export/dump (its readme.txt), as text or as the zip archives there.
"""

from __future__ import annotations

import io
import math
import tomllib
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO, Final

from dateline.errors import InputError

COLUMNS: Final = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class", "feature code",
    "country code", "cc2", "admin1 code", "admin2 code", "admin3 code", "admin4 code", "population", "elevation", "dem",
    "timezone", "modification date",
)  # fmt: skip
NO_LANGUAGES: Final = frozenset({"link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "phon", "piny"})
NOTED_EVERY: Final = 20_000  # rows
Notify = Callable[[str, int, int], None]  # what is done, how much of it, of how much


@dataclass(frozen=True, slots=True)
class Source:
    """A place as GeoNames has it. `iso2` and the division codes say where it lies; without a point (a division of the
    code lists) it gets that of its seat."""

    geonames_id: int
    name: str
    latitude: float | None
    longitude: float | None
    feature_code: str
    iso2: str
    admin1: str
    admin2: str
    population: int
    names: tuple[str, ...] = field(default=())


@cache
def features() -> frozenset[str]:
    """The feature codes that go into a gazetteer, but for those of towns (data/features.toml)."""
    lists = feature_lists()
    return frozenset(code for codes in lists.values() if isinstance(codes, list) for code in codes)


@cache
def feature_lists() -> dict[str, str | list[str]]:
    """The lists of data/features.toml by name."""
    return tomllib.loads(files("dateline.resolve").joinpath("data/features.toml").read_text(encoding="utf-8"))


def is_kept(feature_class: str, feature_code: str) -> bool:
    return feature_class == feature_lists()["class_of_towns"] or feature_code in features()


def places_in(path: Path, notify: Notify) -> Iterator[Source]:
    """The places of a dump in 19 columns that go into a gazetteer. InputError names the row and column at fault."""
    for row, cells in rows_of(path, notify):
        if len(cells) != len(COLUMNS):
            reason = f"{len(cells)} columns, where a GeoNames dump has {len(COLUMNS)}"
            raise InputError(reason, file=str(path), row=row, mend="take a file of GeoNames' export/dump as it is")
        if is_kept(cells[6], cells[7]):
            yield place_of(cells, path, row)


def place_of(cells: Sequence[str], path: Path, row: int) -> Source:
    def number(index: int, least: float, most: float = math.inf) -> float:
        return number_in(cells[index] or "x", path, row, column=COLUMNS[index], least=least, most=most)

    return Source(
        geonames_id=int(number(0, 1)),
        name=cells[1],
        latitude=number(4, -90, 90),
        longitude=number(5, -180, 180),
        feature_code=cells[7] or "PPL",
        iso2=cells[8],
        admin1=cells[10],
        admin2=cells[11],
        population=int(number(14, 0)) if cells[14] else 0,
        names=(cells[2], *(name for name in cells[3].split(",") if name)),
    )


def number_in(text: str, path: Path, row: int, *, column: str, least: float, most: float = math.inf) -> float:
    """The number of a cell; InputError where it is none, or out of bounds."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not least <= value <= most or value == math.inf:
        bounds = f"from {least:g} to {most:g}" if most < math.inf else f"of {least:g} or more"
        raise InputError(f"{text[:40]!r} is no number {bounds}", file=str(path), row=row, column=column)
    return value


def alternate_names_in(path: Path, notify: Notify) -> Iterator[tuple[int, str]]:
    """The ids and names of alternateNamesV2, without links, postcodes and the like. It has 10 columns, of which the
    first four are needed."""
    for row, cells in rows_of(path, notify):
        _, number, language, name = enough(cells, 4, path, row)
        if language not in NO_LANGUAGES:
            yield int(number_in(number, path, row, column="geonameid", least=1)), name


def parents_in(path: Path, notify: Notify) -> Iterator[tuple[int, int]]:
    """The ids of the children and parents of hierarchy."""
    for row, cells in rows_of(path, notify):
        parent, child = enough(cells, 2, path, row)
        yield (
            int(number_in(child, path, row, column="child", least=1)),
            int(number_in(parent, path, row, column="parent", least=1)),
        )


def divisions_in(path: Path, feature_code: str, notify: Notify) -> Iterator[Source]:
    """The divisions of a code list (admin1CodesASCII, admin2Codes), without points."""
    for row, cells in rows_of(path, notify):
        code, name, ascii_name, number = enough(cells, 4, path, row)
        iso2, admin1, *rest = (*code.split("."), "")
        geonames_id = int(number_in(number, path, row, column="geonameid", least=1))
        admin2 = ".".join(rest[:-1])
        yield Source(geonames_id, name, None, None, feature_code, iso2, admin1, admin2, 0, (ascii_name,))


def enough(cells: Sequence[str], wanted: int, path: Path, row: int) -> Sequence[str]:
    if len(cells) < wanted:
        raise InputError(f"{len(cells)} columns, where {wanted} are needed", file=str(path), row=row)
    return cells[:wanted]


def rows_of(path: Path, notify: Notify) -> Iterator[tuple[int, list[str]]]:
    """The rows of a tab-separated file that are not empty, with their numbers from 1."""
    done = 0
    with opened(path) as (stream, size):
        for row, line in enumerate(stream, 1):
            done += len(line)
            if row % NOTED_EVERY == 0:
                notify(f"reading {path.name}", done, size)
            try:
                text = line.decode("utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise InputError(f"is not UTF-8 ({error.reason})", file=str(path), row=row) from None
            if text:
                yield row, text.split("\t")
    notify(f"reading {path.name}", size, size)


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """A file, or the table in a zip archive, and its size. InputError where there is none, or it is damaged."""
    try:
        if path.suffix != ".zip":
            with path.open("rb") as stream:
                yield stream, path.stat().st_size
            return
        with zipfile.ZipFile(path) as archive:
            member = table_of(archive, path)
            with archive.open(member) as packed:
                yield io.BufferedReader(packed), member.file_size  # type: ignore[type-var, arg-type, unused-ignore]
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", file=str(path)) from None
    except (zipfile.BadZipFile, EOFError) as error:
        raise InputError(f"is no whole zip archive: {error}", file=str(path), mend="fetch it again") from None


def table_of(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    """The table in an archive: the text of the archive's own name, else the only one that is no readme."""
    texts = {info.filename: info for info in archive.infolist() if info.filename.endswith(".txt")}
    if (own := texts.get(f"{path.stem}.txt")) is not None:
        return own
    others = [info for name, info in texts.items() if not name.lower().startswith(("readme", "iso-"))]
    if len(others) != 1:
        raise InputError(f"has no {path.stem}.txt in it", file=str(path), mend="name the text file itself")
    return others[0]
