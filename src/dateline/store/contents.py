"""What is in a casebook, in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, func, select, text

from dateline.store.schema import HEAD, originals, reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """Counts over a casebook. `events` and what follows are of the latest records; `first` and `last` published are
    days (YYYY-MM-DD), None where no report has one. `unread` reports have no reading by any coder."""

    path: str
    form: str
    size_bytes: int
    reports: int
    report_versions: int
    readings: int
    unread: int
    failures: int
    judgements: int
    originals: int
    original_bytes: int
    events: int
    claims: int
    coders: dict[str, int]
    types: dict[str, int]
    factuality: dict[str, int]
    publishers: dict[str, int]
    languages: dict[str, int]
    first_published: str | None
    last_published: str | None


LATEST = "latest JOIN readings ON readings.number = latest.reading_number"
COUNTS = {
    "types": f"SELECT json_extract(value, '$.type') AS name, count(*) FROM {LATEST}, json_each(findings, '$.events')",
    "factuality": "SELECT json_extract(value, '$.factuality') AS name, count(*) "
    f"FROM {LATEST}, json_each(findings, '$.events')",
    "coders": f"SELECT coder AS name, count(*) FROM {LATEST}",
    "publishers": "SELECT coalesce(r.publisher, 'unknown') AS name, count(*) "
    "FROM latest l JOIN reports r ON r.number = l.report_number",
    "languages": "SELECT coalesce(r.language, 'unknown') AS name, count(*) "
    "FROM latest l JOIN reports r ON r.number = l.report_number",
}


def info(connection: Connection, path: Path) -> Info:
    """Counts everything; a moment for each ten thousand reports."""
    counted = {name: counts(connection, query) for name, query in COUNTS.items()}
    days = connection.execute(select(func.min(reports.c.published), func.max(reports.c.published))).one()
    ids = connection.execute(select(func.count(reports.c.report_id.distinct()))).scalar_one()
    kept, length = connection.execute(select(func.count(), func.coalesce(func.sum(originals.c.length), 0))).one()
    return Info(
        path=str(path),
        form=HEAD,
        size_bytes=path.stat().st_size,
        reports=ids,
        report_versions=rows_of(connection, "reports"),
        readings=rows_of(connection, "readings"),
        unread=ids - rows_of(connection, "latest"),
        failures=rows_of(connection, "failures"),
        judgements=rows_of(connection, "judgements"),
        originals=kept,
        original_bytes=length,
        events=sum(counted["types"].values()),
        claims=connection.execute(text(f"SELECT count(*) FROM {LATEST}, json_each(findings, '$.claims')")).scalar_one(),
        first_published=days[0],
        last_published=days[1],
        **counted,
    )


def counts(connection: Connection, query: str) -> dict[str, int]:
    """Names and their counts, the commonest first."""
    rows = connection.execute(text(f"{query} GROUP BY name ORDER BY count(*) DESC, name"))
    return {str(name): int(count) for name, count in rows}


def rows_of(connection: Connection, table: str) -> int:
    """How many rows a table or view has; `table` is one of our own names."""
    return int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
