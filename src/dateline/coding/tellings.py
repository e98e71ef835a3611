"""Tellings: each trigger with all that its own sentence says around it, before it is known which tell of one event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.coding.claims import SpanIndex
from dateline.coding.event_figures import assign_figures
from dateline.coding.event_place import event_places
from dateline.coding.event_time import event_time
from dateline.coding.place_ties import mere_places
from dateline.read.findings import FactualityReading, Findings, RoleFiller, Trigger
from dateline.read.parsed import ParsedReport
from dateline.record import EventFigure, EventPlace, EventTime, PlaceMention, TimeMention
from dateline.resolve.actors import ResolvedActors


@dataclass(frozen=True)
class ActorIndex:
    """The actors of a report by the words that stand for them."""

    spans: SpanIndex
    actors: ResolvedActors

    @classmethod
    def of(cls, actors: ResolvedActors) -> ActorIndex:
        """Over all mentions of the report."""
        return cls(SpanIndex.of((mention, index) for index, mention in enumerate(actors.mentions)), actors)

    def at(self, offset: int) -> str | None:
        """The actor of the shortest mention that holds an offset."""
        holders = [self.actors.mentions[index] for index in self.spans.owners_at(offset)]
        return min(holders, key=lambda mention: mention.end - mention.start).actor_id if holders else None


@dataclass(frozen=True)
class Telling:
    """One trigger, who takes part by its own words (each with the actor they stand for), when, where, and whether."""

    index: int
    trigger: Trigger
    sentence: int
    fillers: tuple[tuple[RoleFiller, str | None], ...]
    time: EventTime
    places: tuple[EventPlace, ...]
    factuality: FactualityReading
    figures: tuple[EventFigure, ...] = ()
    _who: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def who(self, *roles: str) -> frozenset[str]:
        """The actors in some roles, or the lemma of the words where no actor is known."""
        known = self._who.get(roles)
        if known is None:
            told = (actor or filler.span.text.lower() for filler, actor in self.fillers if filler.role in roles)
            known = self._who[roles] = frozenset(told)
        return known


def tellings(
    parsed: ParsedReport,
    found: Findings,
    *,
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    actors: ResolvedActors,
) -> tuple[Telling, ...]:
    """One telling for each trigger, in the order of the text."""
    who = ActorIndex.of(actors)
    starts = [sentence.start for sentence in parsed.sentences]
    figures = assign_figures([(act.type, [act.span]) for act in found.triggers], parsed, found.figures)
    somewhere = mere_places(parsed, places)
    fillers: list[list[tuple[RoleFiller, str | None]]] = [[] for _ in found.triggers]
    for filler in found.roles:
        fillers[filler.trigger].append((filler, who.at(parsed.doc[filler.token].idx)))
    return tuple(
        Telling(
            index=index,
            trigger=trigger,
            sentence=bisect_right(starts, trigger.token) - 1,
            fillers=tuple(fillers[index]),
            time=event_time([trigger.span], parsed, times, parsed.report.published),
            places=event_places([trigger.span], parsed, somewhere, kind=trigger.type),
            factuality=found.factuality[index],
            figures=figures[index],
        )
        for index, trigger in enumerate(found.triggers)
    )
