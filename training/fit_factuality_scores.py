"""Fit what each sign of factuality weighs: `python training/fit_factuality_scores.py TRAIN.jsonl.gz > scores.csv`.

Reads sentences with targets (`{"id", "text", "targets": [{"start", "end", "text", "score"}]}`, scores from -3 to 3), as
the UW event factuality corpus (Lee, Artzi, Choi and Zettlemoyer, EMNLP 2015) comes, and solves one ridge regression
from the signs of `dateline.read.factuality` to the scores. The committed table was fitted on that corpus's training
part alone. Writes a CSV table for `src/dateline/codebook/data/factuality_scores.csv`.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.read.factuality import signs, token_at
from dateline.read.factuality_signs import clause_of, governors_of
from dateline.read.factuality_value import decide, outside
from dateline.read.parsed import Parser
from dateline.record import Report, Span

ORIGIN = """\
# What each sign of factuality adds to an event's score (-3: certainly did not happen, 3: certainly did).
# Ridge regression on crowd judgements of news: UW event factuality corpus, training part (Lee et al., EMNLP 2015).
# Written by training/fit_factuality_scores.py; do not edit by hand."""


def examples(rows: list[dict[str, Any]]) -> Iterator[tuple[list[str], float]]:
    """The signs and the score of every target."""
    reports = [Report(id=str(row["id"]), text=row["text"], sha256="") for row in rows]
    for row, parsed in zip(rows, Parser().parse_all(reports), strict=True):
        starts = [token.idx for token in parsed.doc]
        for target in row["targets"]:
            span = Span(target["start"], target["end"], target["text"])
            token = token_at(parsed, span, starts)
            if token is not None:
                clause, governors = clause_of(token), governors_of(token)
                value, _ = decide(token, outside(clause, span), governors)
                yield sorted(set(signs(token, clause, governors, value))), float(target["score"])


def fitted(data: list[tuple[list[str], float]], *, rarest: int, penalty: float) -> dict[str, float]:
    """The weight of each sign that occurs at least `rarest` times, and of "" for what every event starts from."""
    counts = Counter(sign for found, _ in data for sign in found)
    names = sorted(sign for sign, count in counts.items() if count >= rarest)
    column = {sign: index for index, sign in enumerate(names)}
    inputs: NDArray[np.float64] = np.zeros((len(data), len(names) + 1))
    inputs[:, -1] = 1.0
    for row, (found, _) in enumerate(data):
        inputs[row, [column[sign] for sign in found if sign in column]] = 1.0
    scores = np.array([score for _, score in data])
    shrink = np.eye(len(names) + 1) * penalty
    shrink[-1, -1] = 0.0
    weights = np.linalg.solve(inputs.T @ inputs + shrink, inputs.T @ scores)
    return {"": float(weights[-1]), **{sign: float(weights[column[sign]]) for sign in names}}


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--rarest", type=int, default=3, help="leave out signs that occur less often")
    options.add_argument("--penalty", type=float, default=5.0, help="of the ridge regression")
    chosen = options.parse_args()
    with gzip.open(chosen.data, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    weights = fitted([*examples(rows)], rarest=chosen.rarest, penalty=chosen.penalty)
    print(ORIGIN)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["sign", "score"])
    table.writerows([sign, f"{weight:.3f}"] for sign, weight in weights.items() if abs(weight) >= 0.001)


if __name__ == "__main__":
    main()
