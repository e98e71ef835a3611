"""From findings to the record: tellings gathered into events, each with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.claims import ClaimContents, asserts, claims
from dateline.coding.coreference import gather, is_harm
from dateline.coding.days import with_days
from dateline.coding.event_figures import assign_figures
from dateline.coding.modes import event_mode, event_type
from dateline.coding.outlook import event_factuality
from dateline.coding.participants import participants
from dateline.coding.relations import relations
from dateline.coding.scene import Scene
from dateline.coding.tellings import Telling, tellings
from dateline.coding.whole import seen_whole
from dateline.read.findings import FigurePhrase, Findings
from dateline.read.parsed import ParsedReport
from dateline.record import (
    Claim,
    Event,
    EventFigure,
    EventTime,
    FigureMention,
    Mentions,
    PlaceMention,
    Record,
    Span,
    TimeMention,
)
from dateline.record.values import RelationKind
from dateline.resolve.actors import ResolvedActors


def assemble(
    parsed: ParsedReport,
    found: Findings,
    *,
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    actors: ResolvedActors,
) -> Record:
    """The record of a report from what was found in it and what that stands for."""
    told = claims(parsed, found.attributions, actors, times)
    gathered = gather(parsed, tellings(parsed, found, places=places, times=times, actors=actors))
    events = coded_events(parsed, [fullest_first(event) for event in gathered], found, told=told, actors=actors)
    told = with_events(told, events)
    scene = Scene.of(parsed, events, actors=actors.actors, mentions=actors.mentions, claims=told, places=places)
    return Record(
        report=parsed.report,
        mentions=Mentions(
            actors=actors.mentions,
            places=tuple(places),
            times=tuple(times),
            figures=tuple(figure_mention(figure, number) for number, figure in enumerate(found.figures, 1)),
        ),
        actors=actors.actors,
        events=with_days(parsed, seen_whole(scene), times),
        claims=told,
    )


def fullest_first(event: Sequence[Telling]) -> tuple[Telling, ...]:
    """An event's tellings: acts before harms (coding guide, rule 3), then those that tell who and to whom."""

    def rank(telling: Telling) -> tuple[bool, int, int]:
        filled = len({filler.role for filler, _ in telling.fillers})
        return (is_harm(telling), -filled, telling.index)

    return tuple(sorted(event, key=rank))


def coded_events(
    parsed: ParsedReport,
    gathered: Sequence[Sequence[Telling]],
    found: Findings,
    *,
    told: tuple[Claim, ...],
    actors: ResolvedActors,
) -> tuple[Event, ...]:
    """The events of a report, e1, e2, ... in the order of their first telling."""
    ids = [f"e{number}" for number in range(1, len(gathered) + 1)]
    kinds = [event_type(event) for event in gathered]
    spans = [[telling.trigger.span for telling in event] for event in gathered]
    figures = assign_figures(list(zip(kinds, spans, strict=True)), parsed, found.figures)
    bearing = relations(parsed, gathered, ids)
    borne: dict[str, set[RelationKind]] = {name: set() for name in ids}
    for relation in (one for some in bearing for one in some):
        borne[relation.event].add(relation.kind)
    contents = ClaimContents.of(tuple(claim for claim in told if asserts(parsed, claim)))
    events = [
        Event(
            id=ids[index],
            type=kinds[index],
            mode=event_mode(parsed, kinds[index], event),
            triggers=tuple(spans[index]),
            factuality=event_factuality(event, borne[ids[index]]),
            participants=participants(parsed, event, actors),
            places=next((telling.places for telling in event if telling.places), ()),
            time=best_time(event),
            figures=told_once(figures[index]),
            claims=claims_of(contents, spans[index]),
            relations=tuple(bearing[index]),
            confidence=max(telling.trigger.confidence for telling in event),
        )
        for index, event in enumerate(gathered)
    ]
    return tuple(events)


def told_once(figures: Sequence[EventFigure]) -> tuple[EventFigure, ...]:
    """The figures without those that only repeat a count in headline, lead or later sentence."""
    first: dict[tuple[object, ...], EventFigure] = {}
    for figure in figures:
        first.setdefault((figure.measure, figure.low, figure.best, figure.high), figure)
    return tuple(first.values())


def best_time(event: Sequence[Telling]) -> EventTime:
    """The narrowest of the times that tellings state, the fullest telling's first; else the first that is known."""
    times = [telling.time for telling in event]
    stated = [time for time in times if time.basis == "stated" and time.earliest and time.latest]
    if stated:
        return min(stated, key=days_wide)
    return next((time for time in times if time.earliest or time.latest), times[0])


def days_wide(time: EventTime) -> int:
    """How many days an interval spans beyond the first."""
    return (time.latest - time.earliest).days if time.earliest and time.latest else 0


def claims_of(contents: ClaimContents, triggers: Sequence[Span]) -> tuple[str, ...]:
    """The claims that tell of an event, the innermost of each telling; none where the report alone tells of it."""
    told = [contents.telling_of(trigger) for trigger in triggers]
    return tuple(dict.fromkeys(holders[0].id for holders in told if holders))


def with_events(told: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """The claims with the events that are told in them."""
    told_in: dict[str, list[str]] = {}
    for event in events:
        for claim in event.claims:
            told_in.setdefault(claim, []).append(event.id)
    return tuple(replace(claim, events=tuple(told_in.get(claim.id, ()))) for claim in told)


def figure_mention(figure: FigurePhrase, number: int) -> FigureMention:
    """A figure as the record's mention of it."""
    span = figure.span
    return FigureMention(
        span.start,
        span.end,
        span.text,
        id=f"f{number}",
        low=figure.low,
        best=figure.best,
        high=figure.high,
        qualifier=figure.qualifier,
        measure=figure.measure,
    )
