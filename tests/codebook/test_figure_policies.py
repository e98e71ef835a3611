"""Figures as other projects code them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook.figure_policies import counted_by, figure_policies
from dateline.codebook.figure_words import figure_words
from dateline.read.numbers import written_numbers
from dateline.record import EventFigure


def figure_of(text: str) -> EventFigure:
    (number,) = written_numbers(text)
    words = text[number.start : number.end]
    return EventFigure(
        start=0,
        end=len(words),
        text=words,
        measure="killed",
        low=number.low,
        best=number.best,
        high=number.high,
        qualifier=number.qualifier,
    )


@pytest.mark.parametrize(
    ("text", "acled", "ucdp"),
    [
        ("dozens died", 12, (24, 24, 99)),
        ("hundreds died", 100, (100, 100, 999)),
        ("several died", 3, (3, 3, 9)),
        ("at least 12 died", 12, (12, 12, 12)),
        ("more than 100 died", 100, (100, 100, 100)),
        ("about 300 died", 300, (300, 300, 300)),
        ("between 40 and 60 died", 40, (40, 40, 60)),
        ("up to 90 died", 90, (90, 90, 90)),
        ("37 died", 37, (37, 37, 37)),
    ],
)
def test_what_projects_make_of_words(text: str, acled: float, ucdp: tuple[float, ...]) -> None:
    one = counted_by(figure_policies()["acled"], figure_of(text))
    assert (one.low, one.best, one.high) == (acled, acled, acled)
    three = counted_by(figure_policies()["ucdp"], figure_of(text))
    assert (three.low, three.best, three.high) == ucdp


def test_every_vague_word_of_acled_is_a_word_that_is_read() -> None:
    known = figure_words().vague.keys() | figure_words().few.keys()
    assert figure_policies()["acled"].vague.keys() <= known


def test_nobody_stays_nobody() -> None:
    nobody = EventFigure(start=0, end=2, text="no", measure="killed", low=0, best=0, high=0)
    assert all(counted_by(policy, nobody) == nobody for policy in figure_policies().values())


BOUND = st.none() | st.integers(0, 10_000).map(float)


@given(
    bounds=st.lists(BOUND, min_size=3, max_size=3),
    text=st.sampled_from(["dozens", "12", "several hundred", "a number"]),
)
def test_low_best_and_high_are_in_order(bounds: list[float | None], text: str) -> None:
    stated = sorted(bound for bound in bounds if bound is not None)
    low, best, high = (stated.pop(0) if bound is not None else None for bound in bounds)
    figure = EventFigure(start=0, end=len(text), text=text, measure="killed", low=low, best=best, high=high)
    for policy in figure_policies().values():
        found = counted_by(policy, figure)
        numbers = [found.low, found.best, found.high]
        assert numbers == [None] * 3 or numbers == sorted(number for number in numbers if number is not None)
