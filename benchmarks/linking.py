"""How linking grows: seconds and memory for 1,000, 10,000 and 100,000 events, all at once and a hundred reports more.

    python benchmarks/linking.py                       the three sizes
    python benchmarks/linking.py --events 1000         a quicker look

Each size runs in a process of its own: invented coded reports (corpus.py) are stored in a casebook, and linked. Seconds
are those of linking, sketches made anew; memory is the most that the process had (VmHWM, Linux). Pairs of reports that
were linked are held against the happenings that they tell of, all of them and those that have look-alikes: another
happening in the same town within a week.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, islice
from pathlib import Path

from corpus import coded_reports

from dateline.incidents import link_casebook
from dateline.record import Record
from dateline.record.form import to_json
from dateline.store.casebook import Casebook
from dateline.store.writing import Finished

MORE = 100  # reports that come when the others are linked
SIZES = (1_000, 10_000, 100_000)
WEEK = 7
Told = tuple[Record, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One size; `precision` and `recall` are of pairs of reports, `lookalikes` the precision among look-alikes."""

    events: int
    reports: int
    seconds: float
    more_seconds: float
    peak_mb: float
    precision: float
    recall: float
    lookalikes: float


def measured(events: int) -> Growth:
    """Stores and links so many events in this process."""
    with tempfile.TemporaryDirectory() as folder, Casebook(Path(folder) / "c.db", create=True) as casebook:
        reports = iter(coded_reports(events))
        late = list(islice(reports, MORE if events > 10 * MORE else 10))
        of_report: dict[str, int] = {record.report.id: number for record, number in late}
        places: dict[int, tuple[int | None, int]] = {number: where(record) for record, number in late}
        while some := list(islice(reports, 500)):
            store(casebook, some)
            of_report |= {record.report.id: number for record, number in some}
            places |= {number: where(record) for record, number in some}
        started = time.perf_counter()
        link_casebook(casebook)
        seconds = time.perf_counter() - started
        store(casebook, late)
        started = time.perf_counter()
        link_casebook(casebook)
        more = time.perf_counter() - started
        linked = linked_pairs(casebook)
    crowded = crowds(places)
    same = sum(n * (n - 1) // 2 for n in Counter(of_report.values()).values())
    right = sum(of_report[a] == of_report[b] for a, b in linked)
    alike = [of_report[a] == of_report[b] for a, b in linked if of_report[a] in crowded]
    return Growth(
        events=events,
        reports=len(of_report),
        seconds=seconds,
        more_seconds=more,
        peak_mb=peak_mb(),
        precision=right / max(1, len(linked)),
        recall=right / max(1, same),
        lookalikes=sum(alike) / max(1, len(alike)),
    )


def store(casebook: Casebook, some: Sequence[Told]) -> None:
    """Keeps coded reports."""
    finished = [
        Finished(report=r.report, original=r.report.text.encode(), media_type="text/plain", record=to_json(r))
        for r, _ in some
    ]
    casebook.store(finished, coder="invented")


def linked_pairs(casebook: Casebook) -> list[tuple[str, str]]:
    """The pairs of reports whose killings are one incident."""
    together: dict[str, list[str]] = {}
    for member in casebook.memberships():
        if member.event_id == "e1":
            together.setdefault(member.incident, []).append(member.report_id)
    return [pair for reports in together.values() for pair in combinations(sorted(reports), 2)]


def where(record: Record) -> tuple[int | None, int]:
    """Town and day of the killing."""
    day = record.events[0].time.earliest
    return record.mentions.places[0].gazetteer_id, day.toordinal() if day else 0


def crowds(places: dict[int, tuple[int | None, int]]) -> set[int]:
    """The happenings that another one looks like."""
    by_week: dict[tuple[int | None, int], list[int]] = {}
    for number, (town, day) in places.items():
        by_week.setdefault((town, day // WEEK), []).append(number)
    return {number for some in by_week.values() if len(some) > 1 for number in some}


def peak_mb() -> float:
    """The most memory that this process has had; 0 where that cannot be told."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except FileNotFoundError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


def table(found: Sequence[Growth]) -> str:
    """The measurements for people."""
    lines = [" events  reports  seconds  100 more, s  peak MB  pair precision  recall  look-alikes"]
    for one in found:
        lines.append(
            f"{one.events:7,}  {one.reports:7,}  {one.seconds:7.1f}  {one.more_seconds:11.1f}  {one.peak_mb:7.0f}  "
            f"{one.precision:14.3f}  {one.recall:6.3f}  {one.lookalikes:11.3f}"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--events", type=int, action="append", help="may be given again; default: 1,000 to 100,000")
    parser.add_argument("--json", type=Path, help="write the measurements here too")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(asdict(measured(arguments.one))))
        return
    found = []
    for events in arguments.events or SIZES:
        command = [sys.executable, __file__, "--one", str(events)]
        run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        found.append(Growth(**json.loads(run.stdout)))
    print(table(found))
    if arguments.json:
        arguments.json.parent.mkdir(parents=True, exist_ok=True)
        arguments.json.write_text(json.dumps([asdict(one) for one in found], indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
