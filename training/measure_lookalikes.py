"""How many of the pairs that linking puts together are right where incidents look alike.

    python training/measure_lookalikes.py ../shared/exams/incidents

Two harder sets are made of the incidents exam's dev part, six incidents at a time: all reports moved to the town and
week of the first ("neighbours"), and the text of one report with the facts of each of the others ("twins"). Prints the
precision and recall of linked pairs of reports. Coding the 500 reports takes some minutes; `--records` keeps them.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from fit_linking import report_of, sketches_of
from lookalikes import has_foremost, neighbour, twin

from dateline.link.linking import link
from dateline.link.telling import Sketch

AT_ONCE = 6  # incidents that are made to look alike
DAYS = 5  # over which the reports of one incident appear


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def made(groups: Sequence[tuple[str, list[Sketch]]], *, twins: bool) -> Iterator[tuple[str, Sketch]]:
    """The reports of some incidents, changed to look alike, each with its incident's name."""
    base = groups[0][1][0]
    for name, sketches in groups:
        for number, sketch in enumerate(sketches):
            changed = twin(base, sketch) if twins else neighbour(sketch, base)
            if not twins:
                changed = replace(changed, published=base.published and base.published + timedelta(number % DAYS))
            yield name, replace(changed, report_id=f"{name}/{sketch.report_id}")


def pairs(groups: Sequence[tuple[str, list[Sketch]]], *, twins: bool) -> tuple[int, int, int]:
    """How many pairs of reports are linked rightly, wrongly, and how many there are to link."""
    incident_of = {sketch.report_id: name for name, sketch in made(groups, twins=twins)}
    right = wrong = 0
    for incident in link(sketch for _, sketch in made(groups, twins=twins)):
        for one, other in combinations(sorted({member.report_id for member in incident}), 2):
            same = incident_of[one] == incident_of[other]
            right, wrong = right + same, wrong + (not same)
    return right, wrong, sum(a == b for a, b in combinations(incident_of.values(), 2))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("exam", type=Path, help="the folder of the incidents exam")
    parser.add_argument("--records", type=Path, default=Path("build/training/lookalikes.records.jsonl"))
    arguments = parser.parse_args()
    incident_of = {row["id"]: row["incident"] for row in rows_of(arguments.exam / "dev.gold.jsonl")}
    reports = [report_of(row) for row in rows_of(arguments.exam / "dev.reports.jsonl")]
    found: dict[str, list[Sketch]] = defaultdict(list)
    for sketch in sketches_of(reports, arguments.records):
        if has_foremost(sketch):
            found[incident_of[sketch.report_id]].append(sketch)
    groups = sorted(found.items())
    for name, twins in (("neighbours", False), ("twins", True)):
        counts = [pairs(groups[i : i + AT_ONCE], twins=twins) for i in range(0, len(groups), AT_ONCE)]
        right, wrong, all_pairs = (sum(column) for column in zip(*counts, strict=True))
        shares = f"precision {right / (right + wrong):.3f}, recall {right / all_pairs:.3f}"
        print(f"{name}: {right + wrong} pairs linked, {shares}")


if __name__ == "__main__":
    main()
