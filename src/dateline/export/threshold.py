"""Events that are sure enough for whoever asks: the rest is left out of an export, and stays in the casebook."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.record import Incident, Record


def sure_records(records: Iterable[Record], least: float) -> Iterator[Record]:
    """The records without events below a confidence, and without what points at them. Reports, mentions, actors and
    claims stay: what was said was said."""
    for record in records:
        kept = {event.id for event in record.events if event.confidence >= least}
        if len(kept) == len(record.events):
            yield record
            continue
        events = tuple(
            replace(event, relations=tuple(r for r in event.relations if r.event in kept))
            for event in record.events
            if event.id in kept
        )
        claims = tuple(replace(claim, events=tuple(e for e in claim.events if e in kept)) for claim in record.claims)
        yield replace(record, events=events, claims=claims)


def sure_incidents(incidents: Iterable[Incident], records: Iterable[Record], least: float) -> Iterator[Incident]:
    """The incidents of which some event is sure enough. `records` is gone through once, and only where it matters."""
    if least <= 0:
        yield from incidents
        return
    sure = {(record.report.id, event.id) for record in records for event in record.events if event.confidence >= least}
    for incident in incidents:
        if any((one.report_id, one.event_id) in sure for one in incident.events):
            yield incident
