"""Incidents: events of several reports that tell of one happening. A view over the events, never a copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.record.event import EventTime
from dateline.record.mention import PlaceMention
from dateline.record.values import EventType, Measure, Role


@dataclass(frozen=True, slots=True)
class IncidentEvent:
    """An event of a report."""

    report_id: str
    event_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentActor:
    """Who takes part, in which role."""

    role: Role
    actor_id: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentValue:
    """What one report says of a figure, on whose word (None: its own), published when."""

    report_id: str
    event_id: str
    low: float | None
    best: float | None
    high: float | None
    source: str | None
    published: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentFigure:
    """A measure over the incident: its values by report, and the one the policy picked."""

    measure: Measure
    low: float | None
    best: float | None
    high: float | None
    values: tuple[IncidentValue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening, and all that reports say of it.

    `publishers` and `sources` count the independent outlets and the quoted sources behind it; `contested` says that
    two of them disagree on a figure, or that one denies it.
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
