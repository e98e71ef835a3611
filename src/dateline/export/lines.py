"""JSON Lines: the record format itself, and incidents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.export.masking import masked, masked_incidents
from dateline.export.options import ExportOptions
from dateline.record import Incident, Record
from dateline.record.form import to_json


def records(records: Iterable[Record], incidents: Iterable[Incident], options: ExportOptions) -> Iterator[bytes]:
    """Every record as it stands, its text exact; with `options.mask`, names of private people hidden throughout."""
    for record in records:
        yield to_json(masked(record) if options.mask else record) + b"\n"


def incidents(records: Iterable[Record], incidents: Iterable[Incident], options: ExportOptions) -> Iterator[bytes]:
    """Every incident, names of private people hidden unless asked for."""
    shown = incidents if options.show_names else masked_incidents(records, incidents)
    for incident in shown:
        yield to_json(incident) + b"\n"
