"""The record of a report: what it says happened, and the words that say so.

Frozen dataclasses in the shape of the record format (docs/record-format.md). Nothing here knows how a record is made,
kept or shown; every other room imports this one, and this one imports none.
"""

from dateline.record.actor import Actor, Attribute, Codes
from dateline.record.claim import Claim
from dateline.record.event import (
    AcledCoding,
    CameoCoding,
    Event,
    EventFigure,
    EventPlace,
    EventTime,
    Participant,
    Relation,
)
from dateline.record.incident import (
    Incident,
    IncidentActor,
    IncidentCount,
    IncidentEvent,
    IncidentFigure,
    IncidentTelling,
    IncidentValue,
    Share,
    Spread,
)
from dateline.record.judgement import Judgement
from dateline.record.mention import ActorMention, FigureMention, Mentions, PlaceMention, TimeMention
from dateline.record.record import Record
from dateline.record.report import Report, Section
from dateline.record.span import Span

__all__ = [
    "AcledCoding",
    "Actor",
    "ActorMention",
    "Attribute",
    "CameoCoding",
    "Claim",
    "Codes",
    "Event",
    "EventFigure",
    "EventPlace",
    "EventTime",
    "FigureMention",
    "Incident",
    "IncidentActor",
    "IncidentCount",
    "IncidentEvent",
    "IncidentFigure",
    "IncidentTelling",
    "IncidentValue",
    "Judgement",
    "Mentions",
    "Participant",
    "PlaceMention",
    "Record",
    "Relation",
    "Report",
    "Section",
    "Share",
    "Span",
    "Spread",
    "TimeMention",
]
