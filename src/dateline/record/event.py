"""Events: what one report says happened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.record.span import Span
from dateline.record.values import (
    EventType,
    Factuality,
    Measure,
    ParticipantKind,
    PlaceBasis,
    Qualifier,
    RelationKind,
    Role,
    TimeBasis,
    TimePrecision,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Span):
    """Who or what takes part, in which role, by the mention nearest to the trigger."""

    role: Role
    kind: ParticipantKind
    actor_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace(Span):
    """Where the event happened; `place_id` is the place mention that says so, None where the words name no place ("the
    courthouse").

    `basis`: a sentence that tells of the event says so; or it is inherited from the dateline, the title, the paragraph,
    or elsewhere in the report.
    """

    place_id: str | None = None
    basis: PlaceBasis = "stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """The days on which the event may have happened, and how they are known.

    `basis`: the text states a date; it states one relative to another; the report's own date stands in; or none is
    known, and then both ends are None.
    """

    earliest: date | None = None
    latest: date | None = None
    precision: TimePrecision = "unknown"
    basis: TimeBasis = "none"
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"an event cannot end on {self.latest}, before it begins on {self.earliest}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFigure(Span):
    """A count that belongs to the event, with the bounds its words state."""

    measure: Measure
    low: float | None = None
    best: float | None = None
    high: float | None = None
    qualifier: Qualifier = "exact"


@dataclass(frozen=True, slots=True)
class Relation:
    """How the event bears on another event of the same record."""

    kind: RelationKind
    event: str


@dataclass(frozen=True, slots=True)
class AcledCoding:
    """The event in ACLED's types."""

    event_type: str
    sub_event_type: str


@dataclass(frozen=True, slots=True)
class CameoCoding:
    """The event in CAMEO's codes, with Goldstein's scale and the quad class (1 to 4)."""

    code: str
    goldstein: float
    quad_class: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening as one report tells it, however often it tells of it: `triggers` are all its words, fullest first.

    `claims` are ids of the claims that tell of it; none means that the report itself does. Events that share a
    `happening` are parts of one happening. `background` events are told as history. `salience` (0 to 1) says how
    central the event is to the report, `confidence` (0 to 1) how sure the reading is.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    triggers: tuple[Span, ...]
    factuality: Factuality = "actual"
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    time: EventTime = field(default_factory=EventTime)
    figures: tuple[EventFigure, ...] = ()
    claims: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    happening: str | None = None
    background: bool = False
    salience: float = 0.5
    acled: AcledCoding | None = None
    cameo: CameoCoding | None = None
    confidence: float = 0.5

    def __post_init__(self) -> None:
        if not self.triggers:
            raise ValueError(f"event {self.id} has no trigger: no words say that it happened")
