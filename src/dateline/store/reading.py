"""Looking into a casebook: records, originals, versions, search."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select, text

from dateline.record import Actor, Record, Report
from dateline.store.rows import record_from, report_from_row, restored
from dateline.store.schema import latest, originals, readings, reports

ROWS_AT_ONCE = 100
IS_OF = (reports.c.report_id == readings.c.report_id) & (reports.c.version == readings.c.report_version)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report in which words were found: how well (higher is better), and the words in place, in [brackets]."""

    report_id: str
    title: str | None
    snippet: str
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One reading in a report's history."""

    report_version: int
    reading_version: int
    coder: str
    stored_at: str
    source: str | None


def latest_records(connection: Connection) -> Iterator[Record]:
    """The latest record of every report that was read, in the order in which the reports came. Not held in memory."""
    numbers = connection.execute(select(latest.c.reading_number).order_by(latest.c.place_in_order)).scalars().all()
    for start in range(0, len(numbers), ROWS_AT_ONCE):
        some = numbers[start : start + ROWS_AT_ONCE]
        found = connection.execute(
            select(reports, readings.c.number.label("reading_number"), readings.c.findings)
            .join(readings, IS_OF)
            .where(readings.c.number.in_(some))
        )
        records = {row.reading_number: record_from(report_from_row(row), row.findings) for row in found}
        yield from (records[number] for number in some)


def latest_actors(connection: Connection) -> Iterator[tuple[str, tuple[Actor, ...]]]:
    """The actors of every report's latest record, by the report's id, in the order in which the reports came."""
    rows = connection.execute(
        text(
            "SELECT l.report_id, json_extract(d.findings, '$.actors') AS actors "
            "FROM latest l JOIN readings d ON d.number = l.reading_number ORDER BY l.place_in_order"
        )
    )
    for row in rows.yield_per(ROWS_AT_ONCE):
        yield row.report_id, msgspec.json.decode(row.actors or "[]", type=tuple[Actor, ...])


def latest_record(connection: Connection, report_id: str) -> Record | None:
    """The latest record of one report; None where no such report was read."""
    row = connection.execute(
        select(reports, readings.c.findings)
        .join(latest, latest.c.report_number == reports.c.number)
        .join(readings, readings.c.number == latest.c.reading_number)
        .where(latest.c.report_id == report_id)
    ).first()
    return record_from(report_from_row(row), row.findings) if row else None


def original_of(connection: Connection, report: Report) -> bytes | None:
    """The bytes that the report came as, identical."""
    found = connection.execute(select(originals.c.compressed).where(originals.c.sha256 == report.sha256)).scalar()
    return restored(found) if found is not None else None


def history_of(connection: Connection, report_id: str) -> list[Version]:
    """Every reading of every version of a report, oldest first."""
    rows = connection.execute(
        select(
            readings.c.report_version,
            readings.c.version.label("reading_version"),
            readings.c.coder,
            readings.c.stored_at,
            reports.c.source,
        )
        .join(reports, IS_OF)
        .where(readings.c.report_id == report_id)
        .order_by(readings.c.report_version, readings.c.version)
    )
    return [Version(**row) for row in rows.mappings()]


def search(connection: Connection, words: str, *, limit: int) -> list[Hit]:
    """Reports whose latest version has all the words, in any order and form ("bombing" finds "bombed"), best first."""
    wanted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
    if not wanted:
        return []
    found = connection.execute(
        text(
            "SELECT l.report_id, r.title, snippet(report_words, -1, '[', ']', ' … ', 24) AS snippet, "
            "-bm25(report_words, 4.0, 1.0) AS rank "
            "FROM report_words JOIN reports r ON r.number = report_words.rowid "
            "JOIN latest l ON l.report_number = r.number "
            "WHERE report_words MATCH :wanted ORDER BY rank DESC, l.place_in_order LIMIT :limit"
        ),
        {"wanted": wanted, "limit": limit},
    )
    return [Hit(**row) for row in found.mappings()]
