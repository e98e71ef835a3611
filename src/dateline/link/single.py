"""Incidents of one event each: every event of every report is a happening of its own, until linking joins them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from dateline.record import (
    Claim,
    Event,
    Incident,
    IncidentActor,
    IncidentEvent,
    IncidentFigure,
    IncidentValue,
    Record,
)
from dateline.record.values import Measure


def incidents(records: Iterable[Record]) -> Iterator[Incident]:
    """One incident for each event, in the order of the records. Its id follows from the report's and event's."""
    for record in records:
        for event in record.events:
            yield incident(record, event)


def incident(record: Record, event: Event) -> Incident:
    """The incident that one event makes."""
    told_by = claims_of(record, event)
    places = {place.id: place for place in record.mentions.places}
    where = [places[place.place_id] for place in event.places]
    return Incident(
        id=incident_id(record.report.id, event.id),
        events=(IncidentEvent(record.report.id, event.id),),
        reports=(record.report.id,),
        type=event.type,
        time=event.time,
        place=where[0] if where else None,
        actors=actors(record, event),
        figures=figures(record, event, told_by),
        publishers=1 if record.report.publisher else 0,
        sources=len({claim.actor_id or (claim.source.text if claim.source else None) for claim in told_by} - {None}),
        contested=event.factuality == "denied" or is_denied(record, event),
    )


def incident_id(report_id: str, event_id: str) -> str:
    """A name that the same event of the same report always gets, and no other."""
    return "i" + hashlib.sha256(f"{report_id}\0{event_id}".encode()).hexdigest()[:16]


def claims_of(record: Record, event: Event) -> list[Claim]:
    """The claims that tell of the event, in the event's order."""
    by_id = {claim.id: claim for claim in record.claims}
    return [by_id[name] for name in event.claims]


def is_denied(record: Record, event: Event) -> bool:
    """Whether another event of the report denies this one."""
    return any(
        relation.kind == "denies" and relation.event == event.id
        for other in record.events
        for relation in other.relations
    )


def actors(record: Record, event: Event) -> tuple[IncidentActor, ...]:
    """Who takes part, by the actor's name where it is known, else by the words."""
    names = {actor.id: actor.name for actor in record.actors}
    found = (
        IncidentActor(role=one.role, actor_id=one.actor_id, name=names.get(one.actor_id or "", one.text))
        for one in event.participants
    )
    return tuple(dict.fromkeys(found))


def figures(record: Record, event: Event, told_by: list[Claim]) -> tuple[IncidentFigure, ...]:
    """The event's figures by measure; the first of a measure stands for it, the fullest words coming first."""
    source = told_by[0].actor_id if told_by else None
    by_measure: dict[Measure, list[IncidentValue]] = {}
    for figure in event.figures:
        value = IncidentValue(
            report_id=record.report.id,
            event_id=event.id,
            low=figure.low,
            best=figure.best,
            high=figure.high,
            source=source,
            published=record.report.published,
        )
        by_measure.setdefault(figure.measure, []).append(value)
    return tuple(
        IncidentFigure(measure=measure, low=v[0].low, best=v[0].best, high=v[0].high, values=tuple(v))
        for measure, v in by_measure.items()
    )
