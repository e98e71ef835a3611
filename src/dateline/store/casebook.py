"""The casebook: one file that holds reports, their originals, their records, and the history of all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.record import Actor, Judgement, Record, Report
from dateline.store import contents, judging, linking, reading, writing
from dateline.store.opening import WAIT_SECONDS, open_engine, said_plainly, transaction


class Casebook:
    """An open casebook. Close it, or use it in a `with`.

    Everything it has is kept: a report of a known id with other text is a new version, another coder's reading too.
    Every method may raise StoreError, which says what to do about it.
    """

    def __init__(self, path: str | Path, *, create: bool = False, wait_seconds: float = WAIT_SECONDS) -> None:
        self.path = Path(path)
        self._engine = open_engine(self.path, create=create, wait_seconds=wait_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file. What was stored is all in it."""
        self._engine.dispose()

    def is_read(self, report: Report, *, coder: str) -> bool:
        """Whether this very report (id, text, metadata) has been read by this version of the coder."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return writing.is_read(connection, report, coder)

    def store(self, finished: Sequence[writing.Finished], *, coder: str) -> list[writing.Stored]:
        """Adds all of them or, on an error, none; when it returns they are on the disk."""
        with said_plainly(self.path), transaction(self._engine) as connection:
            return writing.store(connection, finished, coder=coder)

    def records(self) -> Iterator[Record]:
        """The latest record of every report, in the order in which the reports came."""
        with said_plainly(self.path), self._engine.connect() as connection:
            yield from reading.latest_records(connection)

    def actors(self) -> Iterator[tuple[str, tuple[Actor, ...]]]:
        """The actors of every report's latest record, by the report's id, in the order in which the reports came."""
        with said_plainly(self.path), self._engine.connect() as connection:
            yield from reading.latest_actors(connection)

    def record(self, report_id: str) -> Record | None:
        """The latest record of one report; None where there is none."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return reading.latest_record(connection, report_id)

    def original(self, report: Report) -> bytes | None:
        """The bytes that a report came as, identical to the last one."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return reading.original_of(connection, report)

    def history(self, report_id: str) -> list[reading.Version]:
        """Every reading of every version of a report, oldest first."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return reading.history_of(connection, report_id)

    def search(self, words: str, *, limit: int = 20) -> list[reading.Hit]:
        """The reports that have all of the words, best first."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return reading.search(connection, words, limit=limit)

    def info(self) -> contents.Info:
        """What is in the casebook, in numbers."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return contents.info(connection, self.path)

    def judge(self, judgement: Judgement) -> None:
        """Appends a reviewer's judgement; on the disk when it returns."""
        with said_plainly(self.path), transaction(self._engine) as connection:
            judging.append(connection, judgement)

    def judgements(self, subject: str | None = None) -> list[Judgement]:
        """All judgements, or those on one subject, oldest first."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return judging.judgements(connection, subject)

    def unsketched(self, linker: str, of: Collection[str] | None = None) -> Iterator[tuple[int, Record]]:
        """The latest readings that this version of linking has no sketch of, with their numbers; `of` some reports
        alone, where these are named."""
        with said_plainly(self.path), self._engine.connect() as connection:
            yield from linking.unsketched(connection, linker, of)

    def keep_sketches(self, made: Mapping[int, bytes], *, linker: str) -> None:
        """Keeps sketches by the numbers of their readings."""
        with said_plainly(self.path), transaction(self._engine) as connection:
            linking.keep_sketches(connection, made, linker)

    def sketches(self, linker: str) -> list[linking.StoredSketch]:
        """The sketches of the latest readings."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return linking.latest_sketches(connection, linker)

    def sketches_of(self, readings: Iterable[int], linker: str) -> list[bytes]:
        """The sketches of some readings, as far as they are there."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return linking.sketches_of(connection, readings, linker)

    def standing(self) -> linking.Standing:
        """Up to where the incidents go."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return linking.standing(connection)

    def keep_incidents(
        self, found: Sequence[linking.StoredMember], *, read: Mapping[str, int], linker: str, heeded: int
    ) -> bool:
        """Puts events into their incidents, all or none; False, and nothing done, where a report or judgement has come
        in the meantime. `read` names the latest reading of every report, `heeded` says how many judgements there are.
        """
        with said_plainly(self.path), transaction(self._engine) as connection:
            if linking.latest_readings(connection) != read or linking.judgement_count(connection) != heeded:
                return False
            linking.keep_incidents(connection, found, read=read, linker=linker, heeded=heeded)
            return True

    def companions(self, reports: Iterable[str]) -> set[str]:
        """The reports that share an incident with some of these, themselves among them."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return linking.companions(connection, reports)

    def memberships(self) -> Iterator[linking.StoredMember]:
        """Every event that was linked, with its incident."""
        with said_plainly(self.path), self._engine.connect() as connection:
            yield from linking.memberships(connection)

    def members_of(self, incident: str) -> list[linking.StoredMember]:
        """The events of one incident; none where there is no such incident."""
        with said_plainly(self.path), self._engine.connect() as connection:
            return linking.members_of(connection, incident)
