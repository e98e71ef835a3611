"""The formats by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.export import document, lines, page, table
from dateline.export.options import ExportOptions
from dateline.record import Incident, Record

Pieces = Callable[[Iterable[Record], Iterable[Incident], ExportOptions], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is, in one line for `--help`, and the function that gives its bytes piece by piece."""

    summary: str
    pieces: Pieces


FORMATS: Mapping[str, Format] = {
    "records": Format("one record a line, exact (JSON Lines; docs/record-format.md)", lines.records),
    "incidents": Format("one incident a line (JSON Lines)", lines.incidents),
    "json": Format("records and incidents in one JSON document", document.pieces),
    "csv": Format("one row for each event, for spreadsheets (docs/csv-columns.md)", table.pieces),
    "html": Format("one self-contained page: reports with their words marked, and the table", page.pieces),
}
