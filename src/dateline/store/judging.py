"""Judgements: appended, never changed."""

from __future__ import annotations

from dataclasses import asdict

import msgspec
from sqlalchemy import Connection, insert, select

from dateline.record import Judgement
from dateline.store.schema import judgements as table


def append(connection: Connection, judgement: Judgement) -> None:
    """Keeps a judgement beside all earlier ones."""
    connection.execute(insert(table).values({**asdict(judgement), "at": judgement.at.isoformat()}))


def judgements(connection: Connection, subject: str | None) -> list[Judgement]:
    """All of them, or those on one subject, oldest first."""
    wanted = select(*(column for column in table.c if column.name != "number")).order_by(table.c.number)
    if subject is not None:
        wanted = wanted.where(table.c.subject == subject)
    rows = connection.execute(wanted).mappings()
    return [msgspec.convert({str(name): value for name, value in row.items()}, Judgement) for row in rows]
