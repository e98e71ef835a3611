"""What one event adds to the incident that it belongs to."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.record import Claim, Event, EventTime, IncidentActor, IncidentValue, PlaceMention, Record, Report
from dateline.record.places import named_places
from dateline.record.values import EventType, Measure

Place = tuple[str, int, int]
BESIDE = 60  # characters before and after a figure in which a correction is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An event, with what its report says of it; `origin` is the report of which its own is a near copy, or its own.

    `place` is where in which report its fullest trigger stands, `values` are its figures by measure, the fullest words
    first, `sources` the names of those who are quoted.
    """

    report: Report
    origin: str
    event_id: str
    place: Place
    type: EventType
    salience: float
    is_denied: bool
    time: EventTime
    places: tuple[PlaceMention, ...]
    actors: tuple[IncidentActor, ...]
    values: tuple[tuple[Measure, IncidentValue], ...]
    sources: frozenset[str]


def account(record: Record, event: Event, *, origin: str | None = None) -> Account:
    """The account that an event of a record gives."""
    claims = claims_of(record, event)
    places = {place.id: place for place in record.mentions.places}
    return Account(
        report=record.report,
        origin=origin or record.report.id,
        event_id=event.id,
        place=(record.report.id, event.triggers[0].start, event.triggers[0].end),
        type=event.type,
        salience=event.salience,
        is_denied=event.factuality == "denied" or is_denied(record, event),
        time=event.time,
        places=named_places(event.places, places),
        actors=actors(record, event),
        values=tuple(values(record, event, claims)),
        sources=frozenset(source_names(record, claims)),
    )


def incident_id(report_id: str, event_id: str) -> str:
    """The id of the incident that an event is at the head of: always the same, and no other event's."""
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


def source_names(record: Record, claims: list[Claim]) -> Iterator[str]:
    """Those who are quoted, by name or else by the words, in lower case; who is not named is nobody."""
    names = {actor.id: actor.name for actor in record.actors}
    for claim in claims:
        name = names.get(claim.actor_id or "") or (claim.source.text if claim.source else None)
        if name:
            yield name.casefold()


def values(record: Record, event: Event, claims: list[Claim]) -> Iterator[tuple[Measure, IncidentValue]]:
    """The event's figures, on the word of the first who is quoted."""
    report = record.report
    for figure in event.figures:
        around = report.text[max(0, figure.start - BESIDE) : figure.end + BESIDE]
        yield (
            figure.measure,
            IncidentValue(
                report_id=report.id,
                event_id=event.id,
                low=figure.low,
                best=figure.best,
                high=figure.high,
                source=claims[0].actor_id if claims else None,
                published=report.published,
                correction=corrections().search(around.casefold()) is not None,
            ),
        )


@cache
def corrections() -> re.Pattern[str]:
    """The words that say a figure was another before (data/correction_words.csv)."""
    text = files("dateline.link").joinpath("data/correction_words.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return re.compile(r"\b(" + "|".join(re.escape(row["words"]).replace(r"\ ", r"\s+") for row in rows) + r")\b")
