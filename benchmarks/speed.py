"""How fast, how large, how soon: rate and peak memory of `dateline code`, the rate of the time reader alone, and the
time that `dateline --help` takes.

    python benchmarks/speed.py                  1,000 reports of 600 words, with one and with two workers
    python benchmarks/speed.py --reports 100    a quicker look

Memory is that of the largest single process (VmHWM, Linux), workers and their parent alike.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import spacy
from copies import copies, write_copies

from dateline.read.parsed import ParsedReport, Parser
from dateline.read.times import times
from dateline.read.tokens import Doc
from dateline.record import Report
from dateline.resolve.calendar import resolve_times

COMMAND = Path(sys.executable).with_name("dateline")
LOOK_EVERY_SECONDS = 0.25
STARTS = 7
TIMED_REPORTS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """One run over all reports; `seconds` holds the loading of the model."""

    workers: int
    reports: int
    seconds: float
    peak_mb: float | None

    @property
    def rate(self) -> float:
        """Reports a second."""
        return self.reports / self.seconds


def measured(reports: Path, count: int, *, workers: int, folder: Path) -> Coding:
    """Codes all reports into a fresh casebook."""
    command = [str(COMMAND), "code", str(reports), "--store", str(folder / f"{workers}.db"), "--workers", str(workers)]
    started = time.perf_counter()
    run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    peak = 0.0
    while run.poll() is None:
        peak = max([peak, *(peak_mb(process) for process in family(run.pid))])
        time.sleep(LOOK_EVERY_SECONDS)
    seconds = time.perf_counter() - started
    if run.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {run.returncode}")
    return Coding(workers=workers, reports=count, seconds=seconds, peak_mb=peak or None)


def family(process: int) -> list[int]:
    """A process and all that it has started (Linux)."""
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        children = [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [process, *(one for child in children for one in family(child))]


def peak_mb(process: int) -> float:
    """The most memory that a process has had so far; 0 where that cannot be told."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReading:
    """Reports a second whose time expressions are found and normalised by one process, without the rest of the way:
    with a parse that is there already, and from the bare text, where no tense is known."""

    parsed: float
    bare: float


def time_reading() -> TimeReading:
    """The rates over some copies, each the better of two passes."""
    reports = [
        Report(id=row["id"], text=row["text"], sha256="", published=date.fromisoformat(row["published"]))
        for row in copies(TIMED_REPORTS)
    ]
    parsed = list(Parser().parse_all(reports))
    cutter = spacy.blank("en")

    def cut() -> list[ParsedReport]:
        return [ParsedReport(one, Doc(cutter.make_doc(one.text))) for one in reports]

    return TimeReading(
        parsed=TIMED_REPORTS / min(seconds_to_read(lambda: parsed) for _ in range(2)),
        bare=TIMED_REPORTS / min(seconds_to_read(cut) for _ in range(2)),
    )


def seconds_to_read(given: Callable[[], list[ParsedReport]]) -> float:
    started = time.perf_counter()
    for one in given():
        resolve_times(one, times(one), one.report.published)
    return time.perf_counter() - started


def start_up_seconds() -> float:
    """The median time of `dateline --help`."""
    return statistics.median(help_seconds() for _ in range(STARTS))


def help_seconds() -> float:
    started = time.perf_counter()
    subprocess.run([str(COMMAND), "--help"], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def table(codings: list[Coding], reading: TimeReading, start_up: float) -> str:
    """The measurements for people."""
    lines = ["workers  reports  seconds  reports/s  peak MB of a process"]
    for one in codings:
        peak = f"{one.peak_mb:.0f}" if one.peak_mb else "not known"
        lines.append(f"{one.workers:7}  {one.reports:7}  {one.seconds:7.1f}  {one.rate:9.2f}  {peak:>20}")
    lines.append(f"times alone, reports/s: {reading.parsed:.0f} of parsed reports, {reading.bare:.0f} of bare text")
    return "\n".join([*lines, f"dateline --help: {start_up:.2f} s (median of {STARTS})"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--workers", type=int, action="append", help="may be given again; default: 1 and 2")
    parser.add_argument("--json", type=Path, help="write the measurements here too")
    arguments = parser.parse_args()
    start_up = start_up_seconds()
    reading = time_reading()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        reports = folder / "reports.jsonl"
        write_copies(reports, arguments.reports)
        codings = [
            measured(reports, arguments.reports, workers=count, folder=folder) for count in arguments.workers or [1, 2]
        ]
    print(table(codings, reading, start_up))
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        found = {
            "help_seconds": start_up,
            "cores": os.cpu_count(),
            "times": asdict(reading),
            "codings": [{**asdict(one), "rate": one.rate} for one in codings],
        }
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
