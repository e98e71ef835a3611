"""Incidents: events of several reports that tell of one happening. A view over the events, never a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.record.event import EventTime
from dateline.record.mention import PlaceMention
from dateline.record.record import GAZETTEER_ATTRIBUTION
from dateline.record.values import EventType, Measure, Role

Standing = Literal["confirmed", "rejected"]


@dataclass(frozen=True, slots=True)
class IncidentEvent:
    """An event of a report."""

    report_id: str
    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentActor:
    """Who takes part, in which role, by how many reports; `actor_id` is that of the first of them."""

    role: Role
    actor_id: str | None
    name: str
    reports: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentValue:
    """What one report says of a figure, on whose word (None: its own), published when; `correction` where it says that
    the figure was another before ("rose to")."""

    report_id: str
    event_id: str
    low: float | None
    best: float | None
    high: float | None
    source: str | None
    published: date | None
    correction: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFigure:
    """A measure over the incident: its values by report, the least and the most that is said, and the value that the
    policy picked as `best`. `contested`: independent reports of about the same time exclude each other."""

    measure: Measure
    low: float | None
    best: float | None
    high: float | None
    values: tuple[IncidentValue, ...]
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """One value of a field, and how many independent reports give it."""

    value: str
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """All that reports say of a field of which the incident shows one value, the commonest first."""

    types: tuple[Share, ...] = ()
    days: tuple[Share, ...] = ()
    places: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentCount:
    """A figure as one report has it."""

    measure: Measure
    low: float | None
    best: float | None
    high: float | None
    correction: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentTelling:
    """What one report said of the incident, and when; `copy_of` is the report that it reprints."""

    report_id: str
    published: date | None
    publisher: str | None
    copy_of: str | None
    denied: bool
    figures: tuple[IncidentCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening, and all that reports say of it.

    `publishers` and `sources` count the independent outlets and the quoted sources behind it, near copies as one;
    `contested` says that two of them disagree on a figure, or that one denies it. `timeline` has the reports in the
    order of publication. `policy` names what picked the figures; `judgement` is what a reviewer said of the incident.
    `attribution` goes with it, as the licence of the gazetteer asks.
    """

    id: str
    events: tuple[IncidentEvent, ...]
    reports: tuple[str, ...]
    type: EventType
    time: EventTime
    place: PlaceMention | None
    actors: tuple[IncidentActor, ...] = ()
    figures: tuple[IncidentFigure, ...] = ()
    publishers: int
    sources: int
    contested: bool
    spread: Spread = Spread()
    timeline: tuple[IncidentTelling, ...] = ()
    policy: str = "latest"
    judgement: Standing | None = None
    attribution: str = GAZETTEER_ATTRIBUTION
