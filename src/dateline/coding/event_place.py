"""Where an event happened."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.record import EventPlace, PlaceMention, Span


def event_places(
    triggers: Sequence[Span], parsed: ParsedReport, found: Sequence[Toponym], places: Sequence[PlaceMention]
) -> tuple[EventPlace, ...]:
    """Placeholder until the real one lands."""
    return ()
