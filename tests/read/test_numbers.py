"""Numbers in running text, and the bounds their words set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.numbers import written_numbers


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "qualifier"),
    [
        ("12", 12, 12, 12, "exact"),
        ("twenty-one", 21, 21, 21, "exact"),
        ("two hundred and fifty thousand", 250_000, 250_000, 250_000, "exact"),
        ("a dozen", 12, 12, 12, "exact"),
        ("4.5 million", 4_500_000, 4_500_000, 4_500_000, "exact"),
        ("1.2m", 1_200_000, 1_200_000, 1_200_000, "exact"),
        ("10\u00a0000", 10_000, 10_000, 10_000, "exact"),
        ("half a million", None, 500_000, None, "about"),
        ("about 300", None, 300, None, "about"),
        ("Some thirty", None, 30, None, "about"),
        ("a dozen or so", None, 12, None, "about"),
        ("fifty-odd", None, 50, None, "about"),
        ("more than 100", 100, 100, None, "at_least"),
        ("at least twelve", 12, 12, None, "at_least"),
        ("300-plus", 300, 300, None, "at_least"),
        ("up to 40", None, 40, 40, "at_most"),
        ("fewer than 450", None, 450, 450, "at_most"),
        ("between 40 and 60", 40, None, 60, "range"),
        ("40-60", 40, None, 60, "range"),
        ("two to three hundred", 200, None, 300, "range"),
        ("dozens", 24, None, 99, "vague"),
        ("hundreds", 100, None, 999, "vague"),
        ("TENS OF THOUSANDS", 10_000, None, 99_999, "vague"),
        ("more than a dozen", 12, 12, None, "at_least"),
    ],
)
def test_a_number_has_the_bounds_its_words_state(
    text: str, low: float | None, best: float | None, high: float | None, qualifier: str
) -> None:
    (number,) = written_numbers(f"They counted {text} there.")
    assert (number.low, number.best, number.high, number.qualifier) == (low, best, high, qualifier)
    assert f"They counted {text} there."[number.start : number.end] == text


@pytest.mark.parametrize(
    "text", ["155th", "AK-47", "12:30", "30mm", "$50", "2014-05-06", "9.04", "34-year-old", "0225"]
)
def test_digits_glued_to_something_else_are_no_number(text: str) -> None:
    assert written_numbers(f"It was {text} then.") == []


def test_two_numbers_beside_each_other_stay_two() -> None:
    assert [number.best for number in written_numbers("12 dead, 40 hurt")] == [12, 40]


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-–aeotwhundrdozen\u00a0\n👍é"), max_size=60))
def test_numbers_lie_in_the_text_and_apart(text: str) -> None:
    end = 0
    for number in written_numbers(text):
        assert end <= number.start <= number.core_start < number.core_end <= number.end <= len(text)
        end = number.end
        bounds = [bound for bound in (number.low, number.best, number.high) if bound is not None]
        assert bounds == sorted(bounds)
