"""What linking needs to know of a report: its words, and each happening that it tells of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import msgspec

from dateline.link.words import Weights, rare_words, words_of
from dateline.record.values import EventType, PlacePrecision

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place where something happened."""

    gazetteer_id: int | None
    name: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event by its id in this reading, and by where its fullest trigger stands, which later readings share."""

    event_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A happening as one report tells it: the events that share a `happening`, or a single one.

    `people` are surnames of those who take part; `first` and `last` the days on which it may have happened; `killed`
    and `injured` the least and most that is said; `central` how salient it is, `is_main` whether it is its report's
    foremost one, of all or in a family that reports are written about; `happened` is False for what is planned, asked
    for, threatened or never was.
    """

    events: tuple[Anchor, ...]
    family: str
    types: tuple[EventType, ...]
    modes: tuple[str, ...]
    happened: bool
    spots: tuple[Spot, ...]
    first: date | None
    last: date | None
    killed: Range | None
    injured: Range | None
    people: tuple[str, ...]
    words: Weights
    central: float
    is_main: bool


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """A report as linking sees it. `people` are surnames, `ages` ages of anybody in it."""

    report_id: str
    published: date | None
    publisher: str | None
    words: Weights
    people: tuple[str, ...]
    ages: tuple[str, ...]
    fingerprint: bytes
    tellings: tuple[Telling, ...]

    @cached_property
    def rare_words(self) -> frozenset[str]:
        """Its words that few reports have."""
        return rare_words(self.words)

    @cached_property
    def place_words(self) -> frozenset[str]:
        """The words of the places where its foremost happenings were."""
        names = {spot.name for telling in self.tellings if telling.is_main for spot in telling.spots}
        return frozenset(word for name in names for word in words_of(name))


def packed(sketch: Sketch) -> bytes:
    """The sketch as bytes."""
    return msgspec.msgpack.encode(sketch)


def unpacked(data: bytes) -> Sketch:
    """The sketch that `packed` wrote."""
    return msgspec.msgpack.decode(data, type=Sketch)
