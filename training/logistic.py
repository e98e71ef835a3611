"""Logistic regression over named marks, as the training scripts of this folder share it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RIDGE = 3.0
STEPS = 30
Matrix = NDArray[np.float64]


def columns_of(examples: Sequence[Sequence[str]], *, fewest: int, first: int) -> dict[str, int]:
    """A column for each mark seen at least so often, numbered from `first`, in alphabetical order."""
    seen = Counter(mark for marks in examples for mark in marks)
    return {mark: i + first for i, mark in enumerate(sorted(mark for mark, n in seen.items() if n >= fewest))}


def mark_matrix(examples: Sequence[Sequence[str]], columns: dict[str, int], *, first: int) -> Matrix:
    """One row an example: 1 in column 0 and for each of its marks; the columns between are left empty."""
    table = np.zeros((len(examples), len(columns) + first))
    table[:, 0] = 1
    for row, marks in enumerate(examples):
        for mark in marks:
            if mark in columns:
                table[row, columns[mark]] = 1
    return table


def fit(table: Matrix, target: Matrix, *, free: int) -> Matrix:
    """The coefficients, by Newton's method with a ridge penalty on all but the first `free` columns."""
    ridge = np.full(table.shape[1], RIDGE)
    ridge[:free] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - target) + ridge * weights
        curve = (table.T * (chance * (1 - chance))) @ table + np.diag(ridge)
        weights -= np.linalg.solve(curve, slope)
    return weights


def report(name: str, scores: Matrix, target: Matrix) -> None:
    """Print how well scores (log odds) foretell the target."""
    chance = np.clip(1 / (1 + np.exp(-scores)), 1e-6, 1 - 1e-6)
    loss = -(target * np.log(chance) + (1 - target) * np.log(1 - chance)).mean()
    yes, hits = chance > 0.5, (chance > 0.5) & (target > 0.5)
    precision, recall = hits.sum() / max(1, yes.sum()), hits.sum() / max(1, target.sum())
    print(f"{name}: n {len(target)}, log loss {loss:.3f}, precision {precision:.3f}, recall {recall:.3f}")


def learn_marks(path: Path, header: str, cases: Sequence[tuple[Sequence[str], bool]], *, fewest: int) -> None:
    """Fit the marks of some cases, each seen at least so often, and write what they are worth."""
    columns = columns_of([tuple(dict.fromkeys(marks)) for marks, _ in cases], fewest=fewest, first=1)
    table = mark_matrix([marks for marks, _ in cases], columns, first=1)
    target = np.array([yes for _, yes in cases], dtype=float)
    weights = fit(table, target, free=1)
    report(path.stem, table @ weights, target)
    write(path, header, {mark: float(weights[column]) for mark, column in ({"bias": 0} | columns).items()})


def write(path: Path, header: str, weights: dict[str, float]) -> None:
    """The coefficients as a data file."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.write(f"# {header}\n")
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["mark", "weight"])
        writer.writerows((mark, f"{weight:.3f}") for mark, weight in weights.items())
