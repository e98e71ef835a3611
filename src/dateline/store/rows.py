"""Reports and records to and from the rows that keep them."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Row

from dateline.record import Record, Report, Section
from dateline.record.form import record_from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a report has beside the columns that are asked for by name."""

    authors: tuple[str, ...] = ()
    url: str | None = None
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()


def report_digest(report: Report) -> str:
    """Equal for two reports whose text and metadata are equal; from which file they came makes no difference."""
    return hashlib.sha256(msgspec.json.encode(replace(report, source=None, sha256=""))).hexdigest()


def report_values(report: Report, version: int, stored_at: str) -> dict[str, Any]:
    """The row of a report."""
    details = Details(authors=report.authors, url=report.url, sections=report.sections, notes=report.notes)
    return {
        "report_id": report.id,
        "version": version,
        "digest": report_digest(report),
        "text": report.text,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "source": report.source,
        "details": msgspec.json.encode(details).decode(),
        "original": report.sha256,
        "stored_at": stored_at,
    }


def report_from_row(row: Row[Any]) -> Report:
    """The report that `report_values` made a row of, equal in every field."""
    details = msgspec.json.decode(row.details, type=Details)
    return Report(
        id=row.report_id,
        text=row.text,
        source=row.source,
        title=row.title,
        authors=details.authors,
        publisher=row.publisher,
        published=date.fromisoformat(row.published) if row.published else None,
        url=details.url,
        language=row.language,
        sha256=row.original,
        sections=details.sections,
        notes=details.notes,
    )


def findings_of(record: bytes, report: Report) -> str:
    """A record's JSON without its report, whose words the casebook keeps once."""
    head = report_head(report)
    if not record.startswith(head):
        raise ValueError(f"{report.id}: the record tells of another report")
    return "{" + record[len(head) :].decode()


def record_line(report: Report, findings: str) -> bytes:
    """The record's JSON again, byte for byte as it was."""
    return report_head(report) + findings[1:].encode()


def record_from(report: Report, findings: str) -> Record:
    """The record again."""
    return record_from_json(record_line(report, findings))


def report_head(report: Report) -> bytes:
    """How the JSON of any record of this report begins."""
    return b'{"report":' + msgspec.json.encode(report) + b","


def compressed(original: bytes) -> bytes:
    """The original's bytes, smaller."""
    return zlib.compress(original, 6)


def restored(stored: bytes) -> bytes:
    """The original's bytes, identical."""
    return zlib.decompress(stored)
