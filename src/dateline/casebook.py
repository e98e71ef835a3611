"""Casebooks from Python: open one, find things in it, write it out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from dateline.actors import registry_of
from dateline.errors import UsageError
from dateline.incidents import incidents_of, one_incident
from dateline.link.registered import registered_records
from dateline.record import Event, Incident, Record
from dateline.store.casebook import Casebook

if TYPE_CHECKING:
    from dateline.export import ExportOptions

__all__ = ["Casebook", "export_casebook", "find", "open_casebook"]


def open_casebook(path: str | Path) -> Casebook:
    """The casebook at `path`; StoreError, with the mend, where there is none or it cannot be opened."""
    return Casebook(path)


def export_casebook(
    store: str | Path,
    *,
    format: str,
    output: str | Path | Literal["-"],
    options: ExportOptions | None = None,
) -> None:
    """Writes the latest records of a casebook in a format: "records", "incidents", "json", "csv" or "html".

    The file `output` is replaced when all of it is written and not before; "-" is standard output. UsageError for an
    unknown format or a missing folder, StoreError for a casebook that cannot be opened.
    """
    from dateline.export import ExportOptions, write
    from dateline.export.threshold import sure_incidents, sure_records

    least = (options or ExportOptions()).least_confidence
    target: Path | Literal["-"] = "-" if str(output) == "-" else Path(output)
    with Casebook(store) as casebook:
        known = registry_of(casebook)
        records = sure_records(registered_records(casebook.records(), known), least)
        registered = registered_records(casebook.records(), known)
        incidents = incidents_of(casebook, registered, policy=(options or ExportOptions()).policy)
        linked = sure_incidents(incidents, casebook.records(), least)
        write(records, linked, format=format, output=target, options=options)


Found = tuple[Record, Event | None] | tuple[Incident, list[Record]]


def find(casebook: Casebook, name: str) -> Found:
    """What bears a name: a report, an event of one (REPORT:EVENT), or an incident, with the records that tell of it.

    UsageError where nothing does.
    """
    if record := casebook.record(name):
        return record, None
    report_id, colon, event_id = name.rpartition(":")
    if colon and (record := casebook.record(report_id)):
        for event in record.events:
            if event.id == event_id:
                return record, event
        raise UsageError(f"report {report_id} has no event {event_id!r} (it has {len(record.events)}, from e1 on)")
    if incident := one_incident(casebook, name):
        return incident
    raise UsageError(f"{casebook.path} has no report, event or incident {name!r} (dateline show lists what is there)")
