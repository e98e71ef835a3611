"""Learn the day of events whose own words name none: python training/fit_days.py ../shared/training

Every event of a coded record that our coder finds too, and that its own words do not date, is a choice among the days
that the report names, its own date, and none. The right days are those that meet the days of the record; where it dates
the event by nothing (basis "none"), none is right. Prints how the choice does on the records kept apart. Writes
src/dateline/coding/data/days.csv.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fit_coreference import report_of
from fit_whereabouts import coded_event
from logistic import write
from measure_lexicon import rows_of
from place_weights import Choice, learn_senses

from dateline.coding import days
from dateline.pipeline import Coder

OUTPUT = Path("src/dateline/coding/data/days.csv")
HEADER = "What speaks for a day being that of an event whose words name none; made by training/fit_days.py"
SLACK = timedelta(days=1)
STEPS = 400
Row = dict[str, Any]


def choices(coder: Coder, path: Path) -> Iterator[Choice]:
    """The events of coded reports as choices among days."""
    rows = list(rows_of(path))
    for row, parsed in zip(rows, coder.parser.parse_all(map(report_of, rows)), strict=True):
        record = coder.record(parsed)
        seen = days.Calendar(parsed, record.mentions.times, record.events)
        for event in record.events:
            told = coded_event(row, event) if days.is_undated(event) else None
            if told is not None:
                possible = list(seen.days_for(event))
                right = [is_right(day.days, told["time"]) for day in possible]
                yield Choice(
                    [*(dict(day.traits) for day in possible), dict(days.no_day(event))], [*right, not any(right)]
                )


def is_right(day: days.Days, told: Row | None) -> bool:
    """Whether a day meets what a coder read in the text, and is not much wider."""
    earliest, latest = day
    if not told or told["basis"] == "none" or not (told["earliest"] and told["latest"] and earliest and latest):
        return False
    first, last = date.fromisoformat(told["earliest"][:10]), date.fromisoformat(told["latest"][:10])
    meets = latest >= first - SLACK and earliest <= last + SLACK
    return meets and latest - earliest <= 2 * (last - first) + 2 * SLACK


def report(found: Sequence[Choice], table: dict[str, float], least: float) -> None:
    """Print how the choice does where a day is taken at so much or more."""
    taken = right = 0
    for choice in found:
        scores = [sum(table.get(trait, 0.0) * value for trait, value in traits.items()) for traits in choice.senses]
        parts = [math.exp(score - max(scores)) for score in scores]
        if 1 - parts[-1] / sum(parts) >= least and len(parts) > 1:
            taken += 1
            right += choice.right[max(range(len(parts) - 1), key=parts.__getitem__)]
    dated = sum(not choice.right[-1] for choice in found)
    print(f"{len(found)} events, {dated} with a day: {taken} dated at {least}, {right} of them right")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    least, days.LIKELY = days.LIKELY, math.inf  # nothing is inferred while it is learnt how
    coder = Coder.load()
    table = learn_senses(list(choices(coder, folder / "records/train.jsonl.gz")), steps=STEPS)
    report(list(choices(coder, folder / "records/dev.jsonl.gz")), table, least)
    write(OUTPUT, HEADER, dict(sorted(table.items())))


if __name__ == "__main__":
    main()
