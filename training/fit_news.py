"""Fit what tells news from history: writes `news.csv` in `read/data/encoder` and `background.csv` in `coding/data`.

    python training/fit_news.py ../shared/training ../shared/exams

From MUC-4's development reports with their templates: a happening is news where the exam's own alignment
(score_muc4.py in the second folder) finds a template for it. First a linear model learns it from the encoder's states
at the words that tell of a happening; then its opinion is weighed with the marks of how the happening is told. While
they are weighed, that opinion is the one of a model that has not seen the report (three folds): of reports that it
knows by heart it would be trusted too much. Run after fit_happenings.py, since who has a part in a happening is among
the marks. Takes about five minutes on a quiet core.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import logistic
import numpy as np
from fit_happenings import Told, aligned, asked_for
from logistic import Matrix, fit, learn_marks, report

from dateline.coding import involved
from dateline.coding.background import happening_marks, report_marks
from dateline.coding.crowds import with_crowds
from dateline.coding.deeds import Deed
from dateline.coding.happenings import renewed
from dateline.coding.opinions import MOST_WORDS, news_steps
from dateline.coding.whole import finished
from dateline.read.encoder import Floats, encoder

STATES = Path("src/dateline/read/data/encoder/news.csv")
MARKS = Path("src/dateline/coding/data/background.csv")
MADE = "made by training/fit_news.py"
RIDGE_OF_STATES, RIDGE_OF_MARKS = 100.0, 20.0
FEWEST = 15  # cases in which a mark is seen
FOLDS = 3


@dataclass(frozen=True)
class Case:
    """A happening that would make a template, of the report of that number; whether there is one for it."""

    number: int
    marks: tuple[str, ...]  # without the encoder's
    states: Floats  # the mean over its words
    is_news: bool


def cases_of(exam: Any, number: int, one: Told) -> Iterator[Case]:
    """The happenings of a report, filled."""
    scene, groups = one.scene(), one.groups()
    events = tuple(finished(scene, e) for e in with_crowds(scene, involved.with_involved(scene, groups)))
    filled = replace(one, record=replace(one.record, events=events))
    groups, report_wide = renewed(groups, events), tuple(report_marks(scene, len(groups)))
    states = encoder().states(one.parsed.report.text)
    for place, gold in aligned(exam, filled, groups, "neutral").items():
        told = (*happening_marks(scene, groups[place], place), *report_wide)
        marks = tuple(mark for mark in dict.fromkeys(told) if not mark.startswith("encoder news"))
        yield Case(number, marks, mean_state(one, states, groups[place]), gold is not None)


def mean_state(one: Told, states: Floats, group: Sequence[Deed]) -> Floats:
    """The mean state of the words of a happening, each word as much as another (as `opinions.news_opinion` has it)."""
    words = [trigger for deed in group for trigger in deed.event.triggers][:MOST_WORDS]
    means = [states[one.parsed.encoded.pieces(word.start, word.end)].mean(axis=0) for word in words]
    mean: Floats = np.mean(means, axis=0)
    return mean


def state_weights(cases: Sequence[Case]) -> Matrix:
    """The bias and the weights of the states, fitted with all states of mean 0 and spread 1."""
    states = np.array([case.states for case in cases], dtype=float)
    middle, spread = states.mean(axis=0), states.std(axis=0) + 1e-3
    table = np.hstack([np.ones((len(states), 1)), (states - middle) / spread])
    logistic.RIDGE = RIDGE_OF_STATES
    weights = fit(table, np.array([case.is_news for case in cases], dtype=float), free=1)
    bias = weights[0] - (weights[1:] * middle / spread).sum()
    return np.concatenate([[bias], weights[1:] / spread])


def opinions_unseen(cases: Sequence[Case]) -> Matrix:
    """What the states say of each case, by a model that was fitted without its report."""
    found = np.zeros(len(cases))
    for fold in range(FOLDS):
        weights = state_weights([case for case in cases if case.number % FOLDS != fold])
        for place, case in enumerate(cases):
            if case.number % FOLDS == fold:
                found[place] = case.states @ weights[1:] + weights[0]
    return found


def main() -> None:
    exam, told = asked_for(__doc__.split("\n")[0])
    cases = [case for number, one in enumerate(told) for case in cases_of(exam, number, one)]
    unseen = opinions_unseen(cases)
    report("states", unseen, np.array([case.is_news for case in cases], dtype=float))
    header = f"# How far the encoder's states at a word tell of news: the bias, then the weight of each; {MADE}"
    STATES.write_text("\n".join([header, *(f"{weight:.5f}" for weight in state_weights(cases)), ""]), encoding="utf-8")
    logistic.RIDGE = RIDGE_OF_MARKS
    marked = [
        ((*case.marks, *news_steps(logit)), case.is_news) for case, logit in zip(cases, unseen.tolist(), strict=True)
    ]
    learn_marks(
        MARKS,
        f"Coefficients of the model that tells that a happening is the report's news; {MADE}",
        marked,
        fewest=FEWEST,
    )


if __name__ == "__main__":
    main()
