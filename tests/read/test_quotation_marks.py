"""Quotations in a text: marks of every kind, nested, unclosed, over several paragraphs."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.quotation_marks import Quoted, quotations


def words(text: str) -> list[list[str]]:
    return [[text[start:end] for start, end in quotation.pieces] for quotation in quotations(text)]


@pytest.mark.parametrize(
    "quoted",
    [
        "“We stay.”",
        '"We stay."',
        "«We stay.»",
        "„We stay.“",
        "''We stay.''",
        "``We stay.''",
        "‘We all stay,’",
    ],
)
def test_every_kind_of_mark(quoted: str) -> None:
    assert words(f"The baker was calm. {quoted} The street was empty.") == [[quoted]]


def test_a_quotation_within_another_is_not_a_second_one() -> None:
    text = "“They shouted ‘Get out, all of you!’ and left,” she said."
    assert words(text) == [["“They shouted ‘Get out, all of you!’ and left,”"]]


def test_paragraphs_opened_again_are_one_quotation() -> None:
    text = "“The first day.\n\n“The second day.\n\n“The third day,” he said. “And more.”"
    assert words(text) == [["“The first day.", "“The second day.", "“The third day,”"], ["“And more.”"]]


def test_straight_marks_opened_again_are_one_quotation() -> None:
    assert words('"The first day.\n\n"The second day," he said.') == [['"The first day.', '"The second day,"']]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert words("“We never went home.\n\nThe school was shut.") == [["“We never went home."]]


def test_a_stray_mark_in_mid_sentence_counts_for_nothing() -> None:
    assert words("A board of 5 “feet was missing\n\nThe school was shut.") == []


@pytest.mark.parametrize("text", ["The soldiers’ wives waited at the miners' hall.", "It’s the ’90s, isn’t it?", "'"])
def test_apostrophes_are_no_marks(text: str) -> None:
    assert words(text) == []


def test_inches_are_no_marks() -> None:
    assert words('A 12" pipe and a 14" pipe burst.') == []


def test_offsets_are_found_in_their_quotation() -> None:
    text = "He said “yes, always” and “no, never” again."
    quoted = Quoted.of(text)
    assert [quoted.at(text.index(word)) for word in ("He", "yes", "and", "never", "again")] == [None, 0, None, 1, None]


@given(st.text(alphabet="“”„«»\"'’‘` .,!aB1\n\r🔥é\u05d0\u0301", max_size=80))
def test_quotations_are_apart_and_inside_the_text(text: str) -> None:
    pieces = [piece for quotation in quotations(text) for piece in quotation.pieces]
    assert all(0 <= start < end <= len(text) for start, end in pieces)
    assert all(left[1] <= right[0] for left, right in pairwise(pieces))


def test_a_long_text_of_marks_takes_linear_time() -> None:
    assert len(quotations("“a” 'b " * 40_000)) == 40_000
