"""CSV: one row for each event, as RFC 4180 has it, in UTF-8."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from dateline.export.columns import COLUMNS, Cell, Row
from dateline.export.masking import masked
from dateline.export.options import ExportOptions
from dateline.export.sentences import Sentences
from dateline.export.telling import Telling
from dateline.record import Incident, Record

FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def pieces(records: Iterable[Record], incidents: Iterable[Incident], options: ExportOptions) -> Iterator[bytes]:
    """A header and one row for each event, in the order of the records; the columns are those of columns.py.

    A cell of words that a spreadsheet would take for a formula begins with an apostrophe. Names of private people are
    masked unless `options.show_names`. Incident ids are held in memory, records are not.
    """
    incident_ids = {
        (event.report_id, event.event_id): incident.id for incident in incidents for event in incident.events
    }
    yield csv_line([column.name for column in COLUMNS])
    for record in records:
        shown = record if options.show_names else masked(record)
        telling, sentences = Telling(shown), Sentences.of(shown.report)
        for event in shown.events:
            row = Row(telling, sentences, event, incident_ids.get((shown.report.id, event.id)))
            yield csv_line([column.value(row) for column in COLUMNS])


def csv_line(cells: Sequence[Cell]) -> bytes:
    """One line, quoted where needed, ended by CR LF."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([safe(cell) for cell in cells])
    return out.getvalue().encode("utf-8", errors="replace")


def safe(cell: Cell) -> Cell:
    """Words that no spreadsheet runs as a formula; numbers as they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell
