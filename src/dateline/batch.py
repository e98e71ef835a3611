"""Reports in, a casebook out: reads inputs, codes what is new, and stores it as it is finished."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, tee
from pathlib import Path

import msgspec

from dateline import workers
from dateline.codebook.actor_list import ActorList
from dateline.errors import InputError, UsageError
from dateline.incidents import link_casebook, linker_version, sketch_readings
from dateline.ingest import IngestOptions, Source, reports_from
from dateline.record import Report
from dateline.store.casebook import Casebook
from dateline.store.writing import Finished, Stored
from dateline.version import coder_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An input that gave no record: which, why, and the mend where one is known."""

    name: str
    reason: str
    mend: str | None = None


@dataclass(slots=True, kw_only=True)
class Summary:
    """What a run did. `reread` counts reports that have a new version of their reading, `incidents` all that the
    casebook now has."""

    coder: str
    coded: int = 0
    unchanged: int = 0
    reread: int = 0
    not_english: int = 0
    incidents: int = 0
    failed: list[Failure] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many inputs are dealt with."""
        return self.coded + self.unchanged + self.reread + len(self.failed)


Notify = Callable[[Summary], None]


def code_reports(
    inputs: str | Path | Sequence[str | Path],
    *,
    store: str | Path = "casebook.db",
    workers: int = 1,
    options: IngestOptions | None = None,
    actors: str | Path | None = None,
    notify: Notify | None = None,
) -> Summary:
    """Codes the reports of files, folders, globs or "-" and keeps them in the casebook `store`, made if need be.

    Each report is on the disk before it is counted; `notify` is told after each batch. What this version of the coder
    has read before is left alone, so a run that was cut short goes on where it stopped. An input that cannot be read
    or coded is named in the summary and the rest goes on; at the end what is new is linked. `actors` is a CSV file of
    the user's own actors, who win (docs/how-to/actors.md); InputError where it cannot be used. UsageError for
    options that make no sense, StoreError where the casebook cannot be opened or written.
    """
    if workers < 1:
        raise UsageError(f"workers must be 1 or more, not {workers}")
    names = [str(inputs)] if isinstance(inputs, str | Path) else [str(name) for name in inputs]
    if not names:
        raise UsageError("no input was named (name files, folders or globs, or - for standard input)")
    listed = ActorList.read(actors) if actors is not None else None
    coder = coder_version() if listed is None else f"{coder_version()}-{listed.version}"
    with Casebook(store, create=True) as casebook:
        run = Run(casebook, Summary(coder=coder), notify or (lambda summary: None), listed)
        run.code(reports_from(names, options or IngestOptions()), workers)
        run.summary.incidents = link_casebook(casebook).all_incidents
        return run.summary


@dataclass(frozen=True, slots=True)
class Run:
    """One run over its inputs."""

    casebook: Casebook
    summary: Summary
    notify: Notify
    listed: ActorList | None = None

    def code(self, items: Iterable[Source | InputError], processes: int) -> None:
        """Codes what is new in batches and stores each batch before the next is counted. What linking needs of a batch
        is made while the workers are at the next ones."""
        batches, in_hand = tee(batched(self.unread(items)))
        reports = ([source.report for source in batch] for batch in batches)
        results = workers.code_all(reports, processes=processes, listed=self.listed)
        for batch, coded in zip(in_hand, results, strict=True):
            finished = [
                Finished(report=s.report, original=s.original, media_type=s.media_type, record=record, failure=failure)
                for s, (record, failure) in zip(batch, coded, strict=True)
            ]
            stored = self.casebook.store(finished, coder=self.summary.coder)
            for one, outcome in zip(finished, stored, strict=True):
                self.count(one, outcome)
            self.notify(self.summary)
            sketch_readings(self.casebook, linker_version(), [one.report.id for one in finished])
        self.notify(self.summary)

    def unread(self, items: Iterable[Source | InputError]) -> Iterator[Source]:
        """The reports that this coder has not read; the others and the unreadable are counted on the way."""
        for item in items:
            if isinstance(item, InputError):
                if not self.is_ours(item.file):
                    self.summary.failed.append(failure_of(item))
                continue
            item = named_plainly(item)
            if not is_whole(item.report):
                self.summary.failed.append(half_characters(item.report))
            elif self.casebook.is_read(item.report, coder=self.summary.coder):
                self.count_report(item.report)
                self.summary.unchanged += 1
                if self.summary.unchanged % UNCHANGED_BETWEEN_NOTES == 0:
                    self.notify(self.summary)
            else:
                yield item

    def is_ours(self, file: str) -> bool:
        """Whether a file is the casebook itself, which may lie in the folder that is read."""
        ours = os.path.realpath(self.casebook.path)
        return os.path.realpath(file) in (ours, f"{ours}-wal", f"{ours}-shm")

    def count(self, one: Finished, stored: Stored) -> None:
        """Adds a stored report to the summary."""
        self.count_report(one.report)
        if stored.warning:
            self.summary.warnings.append(stored.warning)
        match stored.outcome:
            case "coded":
                self.summary.coded += 1
            case "reread":
                self.summary.reread += 1
            case "unchanged":
                self.summary.unchanged += 1
            case "failed":
                self.summary.failed.append(coding_failure(one))

    def count_report(self, report: Report) -> None:
        """Counts what holds of a report however coding went."""
        if any("not to be English" in note for note in report.notes):
            self.summary.not_english += 1


UNCHANGED_BETWEEN_NOTES = 100


def batched(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Sources, some at a time."""
    waiting = iter(sources)
    while batch := list(islice(waiting, workers.REPORTS_AT_ONCE)):
        yield batch


def failure_of(error: InputError) -> Failure:
    """An input error in the summary's words."""
    where = printable(error.file) + (f", row {error.row}" if error.row is not None else "")
    where += f", column {error.column!r}" if error.column is not None else ""
    return Failure(name=where, reason=error.reason, mend=error.mend)


def coding_failure(one: Finished) -> Failure:
    """A report on which the coder broke."""
    name = f"{one.report.id} ({one.report.source})" if one.report.source else one.report.id
    mend = "the report is kept; the next run tries it again; please tell us of it, with the report if you may"
    return Failure(name=name, reason=f"could not be coded: {one.failure}", mend=mend)


def half_characters(report: Report) -> Failure:
    """What to say of a report that has half a character: it has no UTF-8, so no JSON either."""
    mend = "a lone \\ud800 to \\udfff escape is half of an emoji or a rare letter: replace it"
    return Failure(name=printable(report.source or report.id), reason="has half a character", mend=mend)


def named_plainly(source: Source) -> Source:
    """The source under a name that can be written: file names need not be text."""
    report = source.report
    if report.source is None or printable(report.source) == report.source:
        return source
    return replace(source, report=replace(report, source=printable(report.source)))


def printable(name: str) -> str:
    """The name with a question mark for each byte that is no text."""
    return name.encode("utf-8", "replace").decode()


def is_whole(report: Report) -> bool:
    """Whether the report can be written as UTF-8."""
    try:
        msgspec.json.encode(report)
    except UnicodeEncodeError:
        return False
    return True
