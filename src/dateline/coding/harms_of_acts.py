"""Which act a harm told alone belongs to: "the toll rose to 37", three sentences after the bombing (coding rule 3).

The figures stay with the harm, whose words state them; its `part_of` leads to the act.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dateline.record import Event, Relation

BODILY = frozenset(("death", "injury", "missing"))
REAL = frozenset(("actual", "ongoing", "ceased", "unknown"))
JOINING = frozenset(("part_of", "causes"))


def with_acts_of_harms(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events; a bodily harm that nothing joins to an act yet is part of the last act told before it, or of the
    first one in a report that opens with the harm. Neither days that differ nor history are joined to the news."""
    acts = sorted(
        (trigger.start, event.id) for event in events if is_real(event, "ASSAULT") for trigger in event.triggers
    )
    by_id = {event.id: event for event in events}
    joined = {one.event for event in events for one in event.relations if one.kind in JOINING}
    tied: list[Event] = []
    for event in events:
        act = nearest_act(event, acts, by_id) if stands_alone(event, joined) else None
        tied.append(replace(event, relations=(*event.relations, Relation("part_of", act.id))) if act else event)
    return tuple(tied)


def is_real(event: Event, kind: str) -> bool:
    """Whether an event of a type is told as so."""
    return event.type == kind and event.factuality in REAL


def stands_alone(event: Event, joined: set[str]) -> bool:
    """Whether an event is a bodily harm that no relation joins to an act."""
    bodily = is_real(event, "HARM") and event.mode in BODILY
    return bodily and event.id not in joined and not any(one.kind in JOINING for one in event.relations)


def nearest_act(harm: Event, acts: Sequence[tuple[int, str]], by_id: dict[str, Event]) -> Event | None:
    """The act that a harm is part of; None where the nearest one cannot be it."""
    if not acts:
        return None
    place = bisect_left(acts, (min(trigger.start for trigger in harm.triggers), ""))
    act = by_id[acts[max(place - 1, 0)][1]]
    return act if act.background == harm.background and not other_days(act, harm) else None


def other_days(act: Event, harm: Event) -> bool:
    """Whether the harm was over before the act began."""
    return bool(act.time.earliest and harm.time.latest and harm.time.latest < act.time.earliest)
