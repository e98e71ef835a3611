"""Mentions: words of a report that stand for an actor, a place, a time or a number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.record.span import Span
from dateline.record.values import ActorKind, Measure, PlacePrecision, Qualifier, TimePrecision, TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention(Span):
    """Words that name or describe an actor; `actor_id` is the actor of this record that they stand for."""

    id: str
    kind: ActorKind
    actor_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Span):
    """A place that the report names, and where the gazetteer puts it.

    `gazetteer_id` is a GeoNames id, `country` an ISO 3166-1 alpha-3 code, the point in degrees (WGS 84). All are None
    where the place is not known; then `precision` is "unknown". A place that was put into the region around it keeps
    its own `name`.
    """

    id: str
    gazetteer_id: int | None = None
    name: str
    feature_code: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: PlacePrecision = "unknown"
    confidence: float = 0.5

    def __post_init__(self) -> None:
        super(PlaceMention, self).__post_init__()
        if self.latitude is not None and not -90 <= self.latitude <= 90:
            raise ValueError(f"latitude {self.latitude} of {self.text!r} is off the globe")
        if self.longitude is not None and not -180 <= self.longitude <= 180:
            raise ValueError(f"longitude {self.longitude} of {self.text!r} is off the globe")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Span):
    """A time expression: its TIMEX3 type and value, and the days it may mean (None where they cannot be known)."""

    id: str
    timex_type: TimexType
    timex_value: str
    earliest: date | None = None
    latest: date | None = None
    precision: TimePrecision = "unknown"

    def __post_init__(self) -> None:
        super(TimeMention, self).__post_init__()
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"{self.text!r} would end on {self.latest}, before it begins on {self.earliest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention(Span):
    """A count, with the bounds that its words state (None: the words set no such bound) and what is counted."""

    id: str
    low: float | None = None
    best: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"
    measure: Measure = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All mentions of a report, by kind."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    figures: tuple[FigureMention, ...] = ()
