"""The tables behind counts and factuality hold together."""

from __future__ import annotations

import pytest

from dateline.codebook.factuality_words import factuality_scores, factuality_words
from dateline.codebook.figure_words import figure_words, measure_words, read_table, words_by_measure
from dateline.coding.event_figures import measure_table
from dateline.errors import CodebookError
from dateline.read.factuality_value import VALUES


def test_vague_words_have_ordered_bounds() -> None:
    assert all(low <= high for low, high in figure_words().vague.values())


def test_the_guides_vague_words_have_its_lower_bounds() -> None:
    guide = {"dozens": 24, "hundreds": 100, "thousands": 1_000, "tens of thousands": 10_000}
    assert {word: figure_words().vague[word][0] for word in guide} == guide


def test_a_measure_that_the_format_does_not_know_is_an_error() -> None:
    with pytest.raises(CodebookError, match="'slain' is no measure"):
        list(words_by_measure({"patient": {"slain": ["slay"]}}, "patient"))


def test_people_are_not_things() -> None:
    assert not measure_words().people & measure_words().things


def test_every_class_of_governor_gives_a_value_or_leaves_it() -> None:
    neutral = {"actual", "known", "alleged", "attempted", "wanted"}
    named = {name for names in factuality_words().governor.values() for name in names}
    assert named <= set(VALUES) | neutral


def test_modals_and_markers_give_values() -> None:
    words = factuality_words()
    named = {name for table in (words.modal, words.marker) for names in table.values() for name in names}
    assert named <= set(VALUES)


def test_scores_start_from_something_and_stay_on_the_scale() -> None:
    scores = factuality_scores()
    assert 0 < scores[""] <= 3
    assert all(abs(score) <= 3 for score in scores.values())


def test_every_type_with_counts_is_listed_once_for_each_measure() -> None:
    assert all(len(set(found)) == len(found) for table in measure_table().values() for found in table.values())
    assert "ASSAULT" in read_table("event_measures.toml")["compatible"]
