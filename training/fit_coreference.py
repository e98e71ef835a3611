"""Fit the model that tells whether two triggers are of one event: writes `coding/data/coreference.csv`.

    python training/fit_coreference.py ../shared/training

Pairs are two triggers of one family in a coded record, not more than WINDOW apart, which a coder put into some event
each; the target is whether it is the same one. Prints precision and recall on the records kept apart.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from logistic import columns_of, fit, mark_matrix, report, write
from measure_lexicon import rows_of

from dateline.coding.coreference import VIOLENT, family_of, marks
from dateline.coding.tellings import Telling, tellings
from dateline.pipeline import read
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report
from dateline.resolve.actors import resolve_actors
from dateline.resolve.calendar import resolve_times
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places

OUTPUT = Path("src/dateline/coding/data/coreference.csv")
HEADER = (
    "Coefficients of the model that tells whether two triggers are of one event; made by training/fit_coreference.py"
)
WINDOW = 14
FEWEST = 40
Pair = tuple[tuple[str, ...], bool]


def told(parsed: ParsedReport, gazetteer: Gazetteer) -> tuple[Telling, ...]:
    """The tellings of a report, as the pipeline makes them."""
    found = read(parsed, gazetteer.is_name)
    return tellings(
        parsed,
        found,
        places=resolve_places(parsed, found.toponyms, gazetteer),
        times=resolve_times(parsed, found.times, parsed.report.published),
        actors=resolve_actors(parsed, found.actors, gazetteer),
    )


def coded_event(telling: Telling, row: dict[str, Any]) -> str | None:
    """The id of the event that the coder put this trigger into."""
    span, kind = telling.trigger.span, telling.trigger.type
    for event in row["events"]:
        there = any(t["start"] < span.end and span.start < t["end"] for t in event["triggers"])
        if there and (event["type"] == kind or {event["type"], kind} <= VIOLENT):
            return str(event["id"])
    return None


def pairs(path: Path, parser: Parser, gazetteer: Gazetteer) -> Iterator[Pair]:
    """The marks of each pair, and whether it is of one event."""
    rows = list(rows_of(path))
    for parsed, row in zip(parser.parse_all(map(report_of, rows)), rows, strict=True):
        before: dict[str, list[tuple[Telling, str]]] = defaultdict(list)
        for telling in told(parsed, gazetteer):
            event = coded_event(telling, row)
            if event is None:
                continue
            family = before[family_of(telling)]
            for earlier, other in family[-WINDOW:]:
                yield tuple(marks(parsed, telling, earlier)), event == other
            family.append((telling, event))


def report_of(row: dict[str, Any]) -> Report:
    published = row["report"].get("published")
    day = date.fromisoformat(published) if published else None
    return Report(id=row["report"]["id"], text=row["report"]["text"], published=day, sha256="")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    syntax, gazetteer = Parser(), Gazetteer.bundled()
    train = list(pairs(arguments.folder / "records/train.jsonl.gz", syntax, gazetteer))
    dev = list(pairs(arguments.folder / "records/dev.jsonl.gz", syntax, gazetteer))
    columns = columns_of([found for found, _ in train], fewest=FEWEST, first=1)
    weights = fit(mark_matrix([found for found, _ in train], columns, first=1), targets(train), free=1)
    report("records kept apart", mark_matrix([found for found, _ in dev], columns, first=1) @ weights, targets(dev))
    names = {"bias": 0} | columns
    write(OUTPUT, HEADER, {mark: float(weights[column]) for mark, column in names.items()})


def targets(found: list[Pair]) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([same for _, same in found], dtype=float)


if __name__ == "__main__":
    main()
