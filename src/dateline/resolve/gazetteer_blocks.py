"""The blocks that a gazetteer file is made of: how they are written, and what they are once read."""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from sys import intern
from typing import TypeVar

import msgspec

DEGREE = 10_000  # coordinates are kept in ten-thousandths of a degree, eleven metres

Block = TypeVar("Block", bound=msgspec.Struct)


class PlaceRow(msgspec.Struct, frozen=True, array_like=True):
    """A place as the file keeps it. `division` is the number of the innermost division it lies in; -1 where unknown."""

    geonames_id: int
    name: str
    latitude: float
    longitude: float
    feature_code: str
    division: int
    population: int


class DivisionRow(msgspec.Struct, frozen=True, array_like=True):
    """A division, or a country as a whole: the country's ISO 3166-1 alpha-3 code, and the numbers of the places that
    stand for its first-order and second-order division; -1 where it has none."""

    country: str
    admin1: int
    admin2: int


class NumberBlock(msgspec.Struct, frozen=True, array_like=True):
    """How many places bear each key of a block, and the places' numbers, each less the one before it."""

    counts: list[int]
    steps: list[int]


class PlaceBlock(msgspec.Struct, frozen=True, array_like=True):
    ids: list[int]
    names: str
    latitudes: list[int]
    longitudes: list[int]
    features: list[str]
    divisions: list[int]
    populations: list[int]


class DivisionBlock(msgspec.Struct, frozen=True, array_like=True):
    countries: list[str]
    admin1: list[int]
    admin2: list[int]


def packed(block: msgspec.Struct) -> bytes:
    return zlib.compress(msgspec.msgpack.encode(block), 9)


def unpacked(data: bytes, kind: type[Block]) -> Block:
    return msgspec.msgpack.decode(zlib.decompress(data), type=kind)


def number_block(entries: Sequence[tuple[str, Sequence[int]]]) -> NumberBlock:
    numbers = [number for _, some in entries for number in some]
    return NumberBlock(
        [len(some) for _, some in entries], [after - before for before, after in pairwise([0, *numbers])]
    )


def key_block(entries: Sequence[tuple[str, Sequence[int]]]) -> bytes:
    """The keys, each on a line of its own, the first after an empty one."""
    return zlib.compress("".join(f"\n{key}" for key, _ in entries).encode() + b"\n", 9)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the places that bear the keys of a block: those of the key at i from `starts[i]` on."""

    starts: array[int]
    numbers: array[int]

    @staticmethod
    def of(block: NumberBlock) -> Numbers:
        return Numbers(array("q", accumulate(block.counts, initial=0)), array("q", accumulate(block.steps)))

    def at(self, index: int) -> Sequence[int]:
        """The numbers of the places that bear the key at an index."""
        return self.numbers[self.starts[index] : self.starts[index + 1]]


@dataclass(frozen=True, slots=True)
class Places:
    """A block's places, kept small: a list of Python's own numbers takes three times as much."""

    ids: array[int]
    names: list[str]
    latitudes: array[int]
    longitudes: array[int]
    features: list[str]
    divisions: array[int]
    populations: array[int]

    @staticmethod
    def of(block: PlaceBlock) -> Places:
        ids, latitudes, longitudes, divisions, populations = (
            array("q", some)
            for some in (block.ids, block.latitudes, block.longitudes, block.divisions, block.populations)
        )
        features = [intern(feature) for feature in block.features]
        return Places(ids, block.names.split("\n"), latitudes, longitudes, features, divisions, populations)

    def at(self, index: int) -> PlaceRow:
        return PlaceRow(
            self.ids[index],
            self.names[index],
            self.latitudes[index] / DEGREE,
            self.longitudes[index] / DEGREE,
            self.features[index],
            self.divisions[index],
            self.populations[index],
        )


def place_block(rows: Sequence[PlaceRow]) -> PlaceBlock:
    return PlaceBlock(
        [row.geonames_id for row in rows],
        "\n".join(row.name for row in rows),
        [round(row.latitude * DEGREE) for row in rows],
        [round(row.longitude * DEGREE) for row in rows],
        [row.feature_code for row in rows],
        [row.division for row in rows],
        [row.population for row in rows],
    )


def division_block(rows: Sequence[DivisionRow]) -> DivisionBlock:
    return DivisionBlock([r.country for r in rows], [r.admin1 for r in rows], [r.admin2 for r in rows])
