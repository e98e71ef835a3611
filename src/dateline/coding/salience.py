"""How central an event is to its report."""

from __future__ import annotations

from dateline.read.parsed import ParsedReport
from dateline.record import Event

WEIGHT_OF_TYPE = {"ASSAULT": 1.0, "HARM": 0.9, "COERCE": 0.7, "PROTEST": 0.8, "MOBILIZE": 0.6, "SANCTION": 0.6}
OTHER_TYPES = 0.5
UNREAL = frozenset(("negated", "hypothetical", "requested"))


def salience(parsed: ParsedReport, event: Event) -> float:
    """Between 0 and 1: early and often told, with figures, place and people, and of a grave type, is central."""
    first = min(trigger.start for trigger in event.triggers)
    length = max(1, len(parsed.report.text))
    score = 0.30 * (1 - first / length) ** 2
    score += 0.20 * WEIGHT_OF_TYPE.get(event.type, OTHER_TYPES)
    score += 0.06 * min(3, len(event.triggers))
    score += 0.12 * bool(event.figures) + 0.05 * bool(event.places) + 0.05 * bool(event.participants)
    if any(parsed.section_at(trigger.start) == "title" for trigger in event.triggers):
        score += 0.10
    if event.factuality in UNREAL:
        score *= 0.5
    return round(min(1.0, score) * (0.5 + 0.5 * event.confidence), 3)
