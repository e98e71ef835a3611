"""Adding to a casebook: reports with their originals, readings, failed attempts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from dateline.record import Report
from dateline.store.rows import compressed, findings_of, report_digest, report_from_row, report_values
from dateline.store.schema import failures, originals, readings, reports

Outcome = Literal["coded", "unchanged", "reread", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A report, the bytes it came as, and what coding it gave: the record's JSON, or the reason why there is none."""

    report: Report
    original: bytes
    media_type: str
    record: bytes | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """What became of a report: its first reading was `coded`, it was `reread` by a new coder, it is `unchanged`, or it
    `failed`. `warning` names both sources where another report of the same id is there."""

    report_id: str
    outcome: Outcome
    warning: str | None = None


def is_read(connection: Connection, report: Report, coder: str) -> bool:
    """Whether this very report has been read by this very coder."""
    found = connection.execute(
        select(readings.c.number)
        .join(reports, (reports.c.report_id == readings.c.report_id) & (reports.c.version == readings.c.report_version))
        .where(reports.c.report_id == report.id, reports.c.digest == report_digest(report), readings.c.coder == coder)
    )
    return found.first() is not None


def store(connection: Connection, finished: Sequence[Finished], *, coder: str) -> list[Stored]:
    """Adds the reports and their readings in their order. What is there already is left as it is."""
    return [store_one(connection, one, coder) for one in finished]


def store_one(connection: Connection, one: Finished, coder: str) -> Stored:
    """Adds one report, or a version of it, and its reading or failure."""
    if is_read(connection, one.report, coder):
        return Stored(report_id=one.report.id, outcome="unchanged")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    version, warning = version_for(connection, one, now)
    key = {"report_id": one.report.id, "report_version": version}
    if one.record is None:
        tried = select(func.count()).where(
            failures.c.report_id == one.report.id, failures.c.report_version == version, failures.c.coder == coder
        )
        attempt = connection.execute(tried).scalar_one() + 1
        reason = one.failure or "no reason given"
        row = {**key, "coder": coder, "attempt": attempt, "reason": reason, "stored_at": now}
        connection.execute(insert(failures).values(row))
        return Stored(report_id=one.report.id, outcome="failed", warning=warning)
    before = connection.execute(
        select(func.max(readings.c.version)).where(
            readings.c.report_id == one.report.id, readings.c.report_version == version
        )
    ).scalar_one()
    findings = findings_of(one.record, one.report)
    connection.execute(
        insert(readings).values(**key, version=(before or 0) + 1, coder=coder, findings=findings, stored_at=now)
    )
    return Stored(report_id=one.report.id, outcome="reread" if before else "coded", warning=warning)


def version_for(connection: Connection, one: Finished, now: str) -> tuple[int, str | None]:
    """The version under which the report is kept, added where it is new, and a warning where its id is taken."""
    report, digest = one.report, report_digest(one.report)
    others = connection.execute(
        select(reports).where(reports.c.report_id == report.id).order_by(reports.c.version)
    ).all()
    for other in others:
        if other.digest == digest:
            return int(other.version), None
    connection.execute(
        insert_or(originals)
        .values(
            sha256=report.sha256,
            media_type=one.media_type,
            length=len(one.original),
            compressed=compressed(one.original),
            name=report.source,
            stored_at=now,
        )
        .on_conflict_do_nothing()
    )
    version = len(others) + 1
    connection.execute(insert(reports).values(report_values(report, version, now)))
    return version, clash(report, report_from_row(others[-1]), version) if others else None


def clash(report: Report, before: Report, version: int) -> str:
    """What to say of two reports of one id."""
    fields = ("text", "title", "authors", "publisher", "published", "url", "language", "sections", "notes")
    differs = [name for name in fields if getattr(report, name) != getattr(before, name)]
    what = "other text" if "text" in differs else "the same text but another " + ", another ".join(differs)
    here, there = report.source or "no named source", before.source or "no named source"
    return f"{report.id}: {here} has {what} under the id that {there} came with; kept as version {version}"
