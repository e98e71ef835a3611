"""What linking made of the readings: sketches, incidents, and up to where it has come."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TypeVar

from sqlalchemy import Connection, delete, func, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from dateline.record import Record
from dateline.store.reading import IS_OF
from dateline.store.rows import record_from, report_from_row
from dateline.store.schema import judgements, latest, linked, linking, members, readings, reports, sketches

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class StoredSketch:
    """A reading's sketch, as bytes."""

    report_id: str
    reading: int
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredMember:
    """An event of an incident; `origin` is the report of which its report is a near copy there, or its own."""

    report_id: str
    event_id: str
    incident: str
    origin: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Up to where incidents go: by which version of linking, how many judgements it heeded, of which readings."""

    linker: str | None
    judgements: int
    readings: Mapping[str, int]


def unsketched(connection: Connection, linker: str, of: Collection[str] | None = None) -> Iterator[tuple[int, Record]]:
    """The latest readings that this version of linking has no sketch of, with their numbers; `of` some reports alone,
    where these are named."""
    wanted = (
        select(latest.c.reading_number)
        .outerjoin(sketches, sketches.c.reading_number == latest.c.reading_number)
        .where((sketches.c.linker.is_(None)) | (sketches.c.linker != linker))
        .order_by(latest.c.reading_number)
    )
    if of is not None:
        wanted = wanted.where(latest.c.report_id.in_(of))
    for number in connection.execute(wanted).scalars().all():
        row = connection.execute(
            select(reports, readings.c.findings).join(readings, IS_OF).where(readings.c.number == number)
        ).one()
        yield number, record_from(report_from_row(row), row.findings)


def keep_sketches(connection: Connection, made: Mapping[int, bytes], linker: str) -> None:
    """Keeps sketches by the numbers of their readings, in place of those of another version."""
    for number, data in made.items():
        row = {"reading_number": number, "linker": linker, "sketch": data}
        connection.execute(insert_or(sketches).values(row).on_conflict_do_update(set_=row))


def latest_sketches(connection: Connection, linker: str) -> list[StoredSketch]:
    """The sketches of the latest readings."""
    rows = connection.execute(
        select(latest.c.report_id, sketches.c.reading_number, sketches.c.sketch)
        .join(sketches, sketches.c.reading_number == latest.c.reading_number)
        .where(sketches.c.linker == linker)
    )
    return [StoredSketch(*row) for row in rows]


def sketches_of(connection: Connection, numbers: Iterable[int], linker: str) -> list[bytes]:
    """The sketches of some readings, as far as they are there."""
    found: list[bytes] = []
    for some in batches(sorted(numbers)):
        query = select(sketches.c.sketch).where(sketches.c.reading_number.in_(some), sketches.c.linker == linker)
        found += connection.execute(query.order_by(sketches.c.reading_number)).scalars()
    return found


def standing(connection: Connection) -> Standing:
    """Up to where incidents go."""
    row = connection.execute(select(linking)).first()
    known = connection.execute(select(linked.c.report_id, linked.c.reading_number))
    return Standing(row.linker if row else None, row.judgements if row else 0, {str(name): at for name, at in known})


def latest_readings(connection: Connection) -> dict[str, int]:
    """The number of every report's latest reading."""
    rows = connection.execute(select(latest.c.report_id, latest.c.reading_number))
    return {str(name): at for name, at in rows}


def judgement_count(connection: Connection) -> int:
    """How many judgements there are."""
    return connection.execute(select(func.count()).select_from(judgements)).scalar_one()


def keep_incidents(
    connection: Connection, found: Sequence[StoredMember], *, read: Mapping[str, int], linker: str, heeded: int
) -> None:
    """Puts events into their incidents, in place of where they were. `read` names the readings of the reports that
    were linked; events that these no longer have are taken out."""
    gone = sorted(read.keys() - current(connection, read))
    for some in batches(gone):
        connection.execute(delete(members).where(members.c.report_id.in_(some)))
    put = insert_or(members)
    put = put.on_conflict_do_update(set_={"incident": put.excluded.incident, "origin": put.excluded.origin})
    for chosen in batches(found):
        connection.execute(put, [asdict(one) for one in chosen])
    for name in gone:
        row = {"report_id": name, "reading_number": read[name]}
        connection.execute(insert_or(linked).values(row).on_conflict_do_update(set_=row))
    row = {"number": 1, "linker": linker, "judgements": heeded}
    connection.execute(insert_or(linking).values(row).on_conflict_do_update(set_=row))


def current(connection: Connection, read: Mapping[str, int]) -> set[str]:
    """The reports of which the very same reading was linked before."""
    known = connection.execute(select(linked.c.report_id, linked.c.reading_number))
    return {name for name, at in known if read.get(name) == at}


def memberships(connection: Connection) -> Iterator[StoredMember]:
    """Every event that was linked, with its incident."""
    for row in connection.execute(select(members).order_by(members.c.report_id, members.c.event_id)):
        yield StoredMember(*row)


def members_of(connection: Connection, incident: str) -> list[StoredMember]:
    """The events of one incident; none where there is no such incident."""
    rows = connection.execute(
        select(members).where(members.c.incident == incident).order_by(members.c.report_id, members.c.event_id)
    )
    return [StoredMember(*row) for row in rows]


def companions(connection: Connection, names: Iterable[str]) -> set[str]:
    """The reports that share an incident with some of these."""
    other = members.alias()
    found: set[str] = set()
    for some in batches(sorted(names)):
        query = select(other.c.report_id).join(members, members.c.incident == other.c.incident)
        found |= set(connection.execute(query.where(members.c.report_id.in_(some))).scalars())
    return found


Item = TypeVar("Item")


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Some at a time, since a statement has room for so many values only."""
    yield from (items[start : start + ROWS_AT_ONCE] for start in range(0, len(items), ROWS_AT_ONCE))
