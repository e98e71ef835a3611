"""The gazetteer as one file: a SQLite database whose rows are compressed blocks of names, places and divisions.

Places are numbered in the order of their names, so that places that share a name lie side by side; a name's entry lists
the numbers of all places that bear it. A look-up reads one block of names and, mostly, one of places. The same rows in
give the same bytes out (with one version of SQLite).
"""

from __future__ import annotations

import sqlite3
import zlib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from dateline.errors import InputError
from dateline.resolve.gazetteer_blocks import (
    DivisionBlock,
    DivisionRow,
    NumberBlock,
    Numbers,
    PlaceBlock,
    PlaceRow,
    Places,
    division_block,
    key_block,
    number_block,
    packed,
    place_block,
    unpacked,
)

FORMAT = 1
HOW_MADE = "make one with: dateline gazetteer build"
NAMES_IN_BLOCK = 512
PLACES_IN_BLOCK = 512
DIVISIONS_IN_BLOCK = 512
BLOCKS_KEPT = 1_200  # decoded blocks of each kind, some 70 kB each at most; more than the package's own has
NAME_BLOCKS_KEPT = 4_000  # decoded blocks of keys, some 6 kB each; more than the package's own has
PAGE_BYTES = 1024  # small pages: a block seldom fills the last of its own


def write_gazetteer(
    path: Path,
    *,
    places: Iterable[PlaceRow],
    divisions: Iterable[DivisionRow],
    names: Callable[[], Iterable[tuple[str, Sequence[int]]]],
    about: dict[str, str],
) -> tuple[int, int]:
    """A new file at `path`: numbered places and divisions, and the sorted keys of names with the numbers of the places
    that bear them. `about` says where they come from; `names` is asked twice. How many places and names there are."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as store, store:
        store.execute(f"pragma page_size = {PAGE_BYTES}")
        store.execute("create table about (key text primary key, value text not null) without rowid")
        store.execute("create table names (block integer primary key, first text not null, keys blob not null)")
        for start, some in parts(names(), NAMES_IN_BLOCK):
            store.execute("insert into names values (?, ?, ?)", (start, some[0][0], key_block(some)))
        store.execute("create table numbers (first integer primary key, block blob not null)")
        named = 0
        for start, some in parts(names(), NAMES_IN_BLOCK):
            store.execute("insert into numbers values (?, ?)", (start, packed(number_block(some))))
            named = start + len(some)
        store.execute("create table places (first integer primary key, block blob not null)")
        count = 0
        for start, rows in parts(places, PLACES_IN_BLOCK):
            store.execute("insert into places values (?, ?)", (start, packed(place_block(rows))))
            count = start + len(rows)
        store.execute("create table divisions (first integer primary key, block blob not null)")
        for start, groups in parts(divisions, DIVISIONS_IN_BLOCK):
            store.execute("insert into divisions values (?, ?)", (start, packed(division_block(groups))))
        facts = about | {"format": str(FORMAT), "places": str(count), "names": str(named)}
        store.executemany("insert into about values (?, ?)", sorted(facts.items()))
    return count, named


Row = TypeVar("Row")


def parts(rows: Iterable[Row], size: int) -> Iterator[tuple[int, list[Row]]]:
    """The rows by blocks, each with the number of its first."""
    waiting, start = iter(rows), 0
    while some := list(islice(waiting, size)):
        yield start, some
        start += len(some)


class GazetteerFile:
    """An open file. It holds the blocks that were used last: in the end all of the package's own, some 50 MB; of a file
    of all the world as many as it may keep, some 120 MB if they are of the same size."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.is_file():
            raise InputError("there is no such gazetteer", file=str(path), mend=HOW_MADE)
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._store = sqlite3.connect(address, uri=True, check_same_thread=False)
        self.about: dict[str, str] = self._facts()
        blocks = self._store.execute("select first, block from names order by block").fetchall()
        self._first_keys: list[str] = [first for first, _ in blocks]
        self._name_blocks: list[int] = [number for _, number in blocks]
        self._keys = lru_cache(NAME_BLOCKS_KEPT)(self._read_keys)
        self._numbers = lru_cache(BLOCKS_KEPT)(self._read_numbers)
        self._places = lru_cache(BLOCKS_KEPT)(self._read_places)
        self._divisions = lru_cache(BLOCKS_KEPT)(self._read_divisions)

    def has(self, key: str) -> bool:
        """Whether a place bears the name, by its key."""
        return self._find(key) is not None

    def numbers(self, key: str) -> Sequence[int]:
        """The numbers of the places that bear a name, by its key; the most populous first."""
        found = self._find(key)
        return self._numbers(found[0]).at(found[1]) if found else ()

    def place(self, number: int) -> PlaceRow:
        """The place with a number; IndexError where there is none."""
        return self._places(number - number % PLACES_IN_BLOCK).at(number % PLACES_IN_BLOCK)

    def division(self, number: int) -> DivisionRow:
        """The division with a number; IndexError where there is none."""
        block = self._divisions(number - number % DIVISIONS_IN_BLOCK)
        index = number % DIVISIONS_IN_BLOCK
        return DivisionRow(block.countries[index], block.admin1[index], block.admin2[index])

    def _find(self, key: str) -> tuple[int, int] | None:
        """The block that has a key, and the key's place in it."""
        place = bisect_right(self._first_keys, key) - 1
        if place < 0 or "\n" in key:
            return None
        number = self._name_blocks[place]
        keys = self._keys(number)
        at = keys.find(b"\n" + key.encode() + b"\n")
        return (number, keys.count(b"\n", 0, at)) if at >= 0 else None

    def _facts(self) -> dict[str, str]:
        try:
            about = dict(self._store.execute("select key, value from about").fetchall())
        except sqlite3.DatabaseError as error:
            raise InputError(f"is no gazetteer: {error}", file=str(self.path), mend=HOW_MADE) from None
        if about.get("format") != str(FORMAT):
            reason = f"is a gazetteer of format {about.get('format')}, not {FORMAT}"
            raise InputError(reason, file=str(self.path), mend=HOW_MADE)
        return about

    def _blob(self, question: str, number: int) -> bytes:
        row = self._store.execute(question, (number,)).fetchone()
        if row is None:
            raise IndexError(f"the gazetteer has no block {number}")
        return bytes(row[0])

    def _read_keys(self, number: int) -> bytes:
        return zlib.decompress(self._blob("select keys from names where block = ?", number))

    def _read_numbers(self, first: int) -> Numbers:
        return Numbers.of(unpacked(self._blob("select block from numbers where first = ?", first), NumberBlock))

    def _read_places(self, first: int) -> Places:
        return Places.of(unpacked(self._blob("select block from places where first = ?", first), PlaceBlock))

    def _read_divisions(self, first: int) -> DivisionBlock:
        return unpacked(self._blob("select block from divisions where first = ?", first), DivisionBlock)
