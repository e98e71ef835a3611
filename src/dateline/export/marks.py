"""The marks on a report's text: what its record found, as layers."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.export.segments import Layer
from dateline.export.telling import Telling, bounds, date_words, one_line, place_words, type_words
from dateline.record import Claim, Event, EventTime, Record, Span


def layers(telling: Telling) -> list[Layer]:
    """Every mark of a record: first its mentions and claims, then the words of each event with the event's number."""
    record = telling.record
    found = [*mention_layers(record), *claim_layers(telling)]
    for number, event in enumerate(record.events, 1):
        found += event_layers(telling, event, number)
    return found


def mention_layers(record: Record) -> Iterator[Layer]:
    """Actors, places, times and figures, wherever they are named."""
    names = {actor.id: actor for actor in record.actors}
    for actor in record.mentions.actors:
        known = names[actor.actor_id]
        codes = " ".join(code for code in (known.codes.country, known.codes.sector) if code)
        yield layer(actor, "actor", f"{actor.kind.replace('_', ' ')}: {one_line(known.name)}", codes)
    for place in record.mentions.places:
        point = "" if place.latitude is None else f"{place.latitude:.2f}, {place.longitude:.2f}"
        yield layer(place, "place", f"place: {place_words(place)}", point, place.precision)
    for time in record.mentions.times:
        days = date_words(EventTime(earliest=time.earliest, latest=time.latest))
        yield layer(time, "time", f"time: {days or time.timex_value}", time.precision)
    for figure in record.mentions.figures:
        yield layer(figure, "figure", f"figure: {figure.measure} {bounds(figure)}")


def claim_layers(telling: Telling) -> Iterator[Layer]:
    """Who is quoted, and the word that ascribes."""
    for claim in telling.record.claims:
        if claim.source:
            yield layer(claim.source, "source", f"source: {telling.source(claim)}")
        if claim.cue:
            yield layer(claim.cue, "cue", f"claim, {claim.kind}: {telling.source(claim)}")


def event_layers(telling: Telling, event: Event, number: int) -> Iterator[Layer]:
    """The words of one event, under its number."""
    for trigger in event.triggers:
        yield layer(trigger, "trigger", f"event: {type_words(event)}", event.factuality, event=number)
    for participant in event.participants:
        yield layer(participant, participant.role, f"{participant.role} of {type_words(event)}", event=number)
    tied: list[tuple[str, tuple[Span, ...]]] = [
        ("place", event.places),
        ("time", event.time.spans),
        ("figure", event.figures),
        ("source", tuple(span for claim in telling.claims(event) for span in said_by(claim))),
    ]
    for kind, spans in tied:
        for span in spans:
            yield layer(span, kind, event=number)


def said_by(claim: Claim) -> list[Span]:
    """The words that name the source of a claim and ascribe it."""
    return [span for span in (claim.source, claim.cue) if span]


def layer(span: Span, kind: str, *tips: str, event: int | None = None) -> Layer:
    """A layer over a span; the tips that say something, joined."""
    return Layer(span.start, span.end, kind, " · ".join(tip for tip in tips if tip), event)
