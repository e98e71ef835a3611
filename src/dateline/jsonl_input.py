"""JSON Lines rows as reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest.source import Source
from dateline.record import Report


def reports_from(inputs: Iterable[str], options: object = None) -> Iterator[Source | InputError]:
    """The rows of the files, in order."""
    for name in inputs:
        try:
            handle = Path(name).open("rb")
        except OSError as error:
            yield InputError(error.strerror or "cannot be opened", file=name, mend="check the name")
            continue
        with handle:
            for number, line in enumerate(handle, 1):
                if line.strip():
                    yield row_source(line, name, number)


def row_source(line: bytes, name: str, number: int) -> Source | InputError:
    """One row."""
    try:
        row = json.loads(line)
        published = row.get("published")
        report = Report(
            id=row["id"],
            text=row["text"],
            source=f"{name}, row {number}",
            title=row.get("title"),
            publisher=row.get("publisher"),
            published=date.fromisoformat(published) if published else None,
            url=row.get("url"),
            sha256=hashlib.sha256(line).hexdigest(),
        )
    except (ValueError, KeyError, TypeError) as error:
        return InputError(str(error), file=name, row=number)
    return Source(report, line, "application/json")
