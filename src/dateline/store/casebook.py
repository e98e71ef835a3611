"""The casebook: one file that holds reports, their originals, their records, and the history of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.record import Actor, Judgement, Record, Report
from dateline.store import contents, judging, reading, writing
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
