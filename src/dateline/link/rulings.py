"""Judgements on incidents, and the tellings that they are about in the readings of today.

A judgement names events by report and by where their fullest trigger stands, so that it holds for later readings of the
report too, in which an event may have another id. What no reading knows any more rules nothing, and is kept all the
same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from dateline.link.constraints import Ruling, Sense
from dateline.link.features import Told
from dateline.link.telling import Anchor
from dateline.record import Judgement

FIELD = "events"  # what a judgement on an incident is about
SENSES: Mapping[str, Sense] = {"merge": "together", "confirm": "together", "split": "apart", "reject": "alone"}


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that a judgement is about."""

    report_id: str
    event_id: str
    start: int
    end: int


Parts = tuple[tuple[Judged, ...], ...]


def written(parts: Sequence[Sequence[Judged]]) -> str:
    """The parts as a judgement keeps them."""
    return msgspec.json.encode(parts).decode()


def parts_of(judgement: Judgement) -> Parts:
    """The groups of events that a judgement is about; none where it is not about an incident."""
    if judgement.field != FIELD or judgement.verdict not in SENSES or judgement.new is None:
        return ()
    return msgspec.json.decode(judgement.new, type=Parts)


def rulings(judgements: Iterable[Judgement], told: Sequence[Told]) -> Iterator[Ruling]:
    """The judgements on incidents as rulings on numbered tellings, in their order."""
    by_report: dict[str, list[tuple[Anchor, int]]] = {}
    for at, (sketch, telling) in enumerate(told):
        by_report.setdefault(sketch.report_id, []).extend((anchor, at) for anchor in telling.events)
    for judgement in judgements:
        parts = [[found(one, by_report.get(one.report_id, ())) for one in part] for part in parts_of(judgement)]
        known = tuple(tuple(sorted({one for one in part if one is not None})) for part in parts)
        if any(known):
            yield Ruling(SENSES[judgement.verdict], known)


def found(judged: Judged, anchors: Sequence[tuple[Anchor, int]]) -> int | None:
    """The telling with the event that the judgement meant: the same words, else words that overlap with them."""
    over = [(a, at) for a, at in anchors if a.start < judged.end and judged.start < a.end]
    exact = [at for a, at in over if (a.start, a.end) == (judged.start, judged.end) and a.event_id == judged.event_id]
    same_words = [at for a, at in over if (a.start, a.end) == (judged.start, judged.end)]
    return next(iter([*exact, *same_words, *(at for _, at in over)]), None)
