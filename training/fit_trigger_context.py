"""Fit the trigger context model: writes `read/data/trigger_context.csv`. Run after measure_lexicon.py.

    python training/fit_trigger_context.py ../shared/training

Logistic regression (Newton's method, ridge penalty) of "a coder marked an event of this type here" on the entry's
precision, counted without the word at hand, and the marks of its context. Prints log loss and accuracy on the coded
records kept apart, with the lexicon's precision alone for comparison.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from logistic import Matrix, columns_of, fit, mark_matrix, report, write
from measure_lexicon import OUTPUT as PRECISION_FILE
from measure_lexicon import VIOLENT, record_gold, rows_of

from dateline.codebook.lexicon import Key, drawn
from dateline.read.parsed import Parser
from dateline.read.trigger_context import log_odds, marks
from dateline.read.word_matches import all_matches
from dateline.record import Report

OUTPUT = Path("src/dateline/read/data/trigger_context.csv")
FEWEST = 40  # a mark seen less often gets no coefficient
HEADER = "Coefficients of the trigger context model; made by training/fit_trigger_context.py"


@dataclass(frozen=True)
class Example:
    """A match: its entry, the marks of its context, and whether it is an event of the entry's type."""

    key: Key
    marks: tuple[str, ...]
    right: bool


def examples(path: Path) -> Iterator[Example]:
    """Every match of the lexicon in a set of coded records."""
    rows = list(rows_of(path))
    reports = [Report(id=str(i), text=row["report"]["text"], sha256="") for i, row in enumerate(rows)]
    for parsed, row in zip(Parser().parse_all(reports), rows, strict=True):
        gold = record_gold(row)
        for match in all_matches(parsed):
            head, kind = parsed.doc[match.head], match.entry.type
            there = {other for start, end, other in gold if start < head.idx + len(head) and head.idx < end}
            right = kind in there or (kind in VIOLENT and bool(there & VIOLENT))
            yield Example(match.entry.key, tuple(marks(head, len(match.entry.words))), right)


def counts() -> dict[Key, tuple[int, int]]:
    """Right and matched, by entry, as measured."""
    with PRECISION_FILE.open(encoding="utf-8") as handle:
        rows: Any = csv.DictReader(line for line in handle if not line.startswith("#"))
        return {(r["words"], r["class"], r["type"], r["needs"]): (int(r["right"]), int(r["matched"])) for r in rows}


def matrix(found: list[Example], columns: dict[str, int], *, leave_out: bool) -> Matrix:
    """Bias, precision and marks; `leave_out` counts the precision without the example itself."""
    measured = counts()
    table = mark_matrix([example.marks for example in found], columns, first=2)
    for row, example in enumerate(found):
        right, matched = measured.get(example.key, (0, 0))
        if leave_out and matched:
            right, matched = right - example.right, matched - 1
        table[row, 1] = log_odds(drawn(max(right, 0), matched, example.key[3]))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    train = list(examples(arguments.folder / "records/train.jsonl.gz"))
    dev = list(examples(arguments.folder / "records/dev.jsonl.gz"))
    columns = columns_of([example.marks for example in train], fewest=FEWEST, first=2)
    right = np.array([example.right for example in train], dtype=float)
    weights = fit(matrix(train, columns, leave_out=True), right, free=2)
    apart, wanted = matrix(dev, columns, leave_out=False), np.array([example.right for example in dev], dtype=float)
    report("precision alone", apart[:, 1], wanted)
    report("with context", apart @ weights, wanted)
    names = {"bias": 0, "precision": 1} | columns
    write(OUTPUT, HEADER, {mark: float(weights[column]) for mark, column in names.items()})


if __name__ == "__main__":
    main()
