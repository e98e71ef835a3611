"""Sentences around spans."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.sentences import Sentences
from dateline.record import Section, Span
from made_casebook import plain_record


def around(text: str, words: str, sections: tuple[Section, ...] = ()) -> str:
    start = text.index(words)
    report = plain_record(text, sections=sections).report
    return Sentences.of(report).around(Span.cut(text, start, start + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. They marched home. Night fell.", "marched", "They marched home."),
        ('"They fired." He ran. All ran.', "ran", "He ran."),
        (
            "Then Gen. Sool resigned on Nov. 4 in Arl. It was late.",
            "resigned",
            "Then Gen. Sool resigned on Nov. 4 in Arl.",
        ),
        ("A J. Kolo was hurt. He left.", "hurt", "A J. Kolo was hurt."),
        ("Headline without stop\n\nThe text begins.", "begins", "The text begins."),
        ("No end", "end", "No end"),
    ],
)
def test_a_sentence_is_found(text: str, words: str, sentence: str) -> None:
    assert around(text, words) == sentence


def test_a_sentence_stays_in_its_section() -> None:
    text = "RIOT IN TOWN Police came."
    assert around(text, "Police", (Section("title", 0, 12), Section("paragraph", 13, 25))) == "Police came."


@given(st.text(min_size=1), st.data())
def test_a_sentence_holds_its_span(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    sentence = Sentences.of(plain_record(text).report).around(Span.cut(text, start, end))
    assert " ".join(text[start:end].split()) in sentence


@pytest.mark.parametrize("bite", [".", "a", " ", "\n", "'", '."', ". "])
def test_a_long_text_of_one_letter_takes_no_time(bite: str) -> None:
    text = bite * (1_000_000 // len(bite))
    assert Sentences.of(plain_record(text).report).begins[0] == 0
