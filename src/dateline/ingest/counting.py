"""How many reports are to come, where that is cheap to know: for the progress bar, and for nothing else."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest.inputs import Input, inputs_from
from dateline.ingest.kinds import kind_of
from dateline.ingest.packing import DAMAGED_GZIP, HEAD, unpacked
from dateline.ingest.source import IngestOptions, SourceKind
from dateline.ingest.tables import LONGEST_CELL

ONE_REPORT: tuple[SourceKind, ...] = ("text", "html", "pdf", "docx", "eml")
LARGEST_COUNTED = 500_000_000  # bytes; a second's reading


def count_reports(inputs: Iterable[str | Path], options: IngestOptions | None = None) -> int | None:
    """About how many reports and errors `reports_from` will yield; None where only reading it all would tell.

    Known for documents, JSON Lines and CSV files; not for standard input, web archives, feeds, and anything packed.
    """
    total = 0
    for found in inputs_from(inputs):
        count = 1 if isinstance(found, InputError) else count_in(found, options or IngestOptions())
        if count is None:
            return None
        total += count
    return total


def count_in(found: Input, options: IngestOptions) -> int | None:
    """The count for one input."""
    size = found.size
    if found.path is None or size is None or size > LARGEST_COUNTED:
        return None
    try:
        with found.path.open("rb") as stream:
            head = stream.read(HEAD)
            kind = options.kind or kind_of(found.name, unpacked_head(found.path))
            if kind in ONE_REPORT or not head:
                return 1
            if head.startswith(b"\x1f\x8b") or b"\x00" in head:
                return None
            stream.seek(0)
            if kind == "jsonl":
                return sum(1 for line in stream if line.strip())
            return count_rows(found.path) if kind in ("csv", "tsv") else None
    except (InputError, OSError, csv.Error, *DAMAGED_GZIP):
        return 1


def unpacked_head(path: Path) -> bytes:
    """The first bytes of a file, unpacked."""
    with path.open("rb") as stream:
        return unpacked(stream)[0]


def count_rows(path: Path) -> int:
    """The rows of a table after its header."""
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="latin-1", newline="") as lines:
        return max(0, sum(1 for row in csv.reader(lines) if any(row)) - 1)
