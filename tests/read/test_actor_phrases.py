"""Actors: which words name or describe somebody, and of what kind they are."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read.actors import actors
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report

Parse = Callable[..., ParsedReport]


def found(parsed: ParsedReport) -> dict[str, str]:
    return {phrase.span.text: phrase.kind for phrase in actors(parsed)}


@pytest.mark.parametrize(
    ("sentence", "words", "kind"),
    [
        ("Maj. Gen. Oleh Marchenko visited the camp.", "Maj. Gen. Oleh Marchenko", "person"),
        ("President Ana Roux spoke in Lyon.", "President Ana Roux", "person"),
        ("A local nurse was wounded.", "A local nurse", "person"),
        ("The governor refused to speak.", "The governor", "person"),
        ("Thirty legislators walked out.", "Thirty legislators", "group"),
        ("Hospital workers struck for a day.", "Hospital workers", "group"),
        ("Tens of thousands of people marched.", "Tens of thousands of people", "group"),
        ("Twelve were killed in the blast.", "Twelve", "group"),
        ("The Foreign Ministry rejected the offer.", "The Foreign Ministry", "organisation"),
        ("Police dispersed the march.", "Police", "organisation"),
        ("The 155th marine brigade withdrew.", "The 155th marine brigade", "armed_unit"),
        ("Ukrainian forces shelled the depot.", "Ukrainian forces", "armed_unit"),
        ("Islamic State militants burned the bus.", "Islamic State militants", "armed_unit"),
        (
            "The Islamic State of Iraq and the Levant claimed it.",
            "The Islamic State of Iraq and the Levant",
            "organisation",
        ),
        ("Peru accused Chile of spying.", "Peru", "state"),
        ("Peru accused Chile of spying.", "Chile", "state"),
        ("The government denied it.", "The government", "state"),
        ("Moscow warned the rebels.", "Moscow", "state"),
        ("A 16-year-old was shot.", "A 16-year-old", "person"),
        ("His mother, Irina Belova, 41, sued.", "Irina Belova", "person"),
        ("Saboteurs blew up the railway bridge on Tuesday.", "Saboteurs", "group"),
        ("Two hundred emigrants picketed the consulate.", "Two hundred emigrants", "group"),
    ],
)
def test_finds_who_acts_suffers_and_speaks(parse: Parse, sentence: str, words: str, kind: str) -> None:
    assert found(parse(sentence)).get(words) == kind


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The talks were held in Moscow.", "Moscow"),
        ("He crossed from Chad into Sudan.", "Sudan"),
        ("The statement said nothing of it.", "The statement"),
        ("Police stations were closed.", "Police"),
        ("The shells hit the hospital.", "the hospital"),
        ("The harvest was late again this year.", "The harvest"),
        ("The department of defence said so.", "defence"),
    ],
)
def test_leaves_places_and_things_alone(parse: Parse, sentence: str, words: str) -> None:
    assert words not in found(parse(sentence))


def test_names_the_doer_of_a_deed_told_by_a_noun(parse: Parse) -> None:
    assert found(parse("The Israeli shelling went on all night."))["Israeli"] == "state"


def test_a_name_does_not_run_over_a_blank_line(parse: Parse) -> None:
    assert "Ana Roux" in found(parse("The minister left for Geneva\n\nAna Roux was wounded."))


def test_no_two_phrases_have_one_head(parse: Parse) -> None:
    parsed = parse(
        "The head of the Socialist Workers Party (SWP), Joel Britton, met miners of the north. He thanked them."
    )
    heads = [phrase.token for phrase in actors(parsed)]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize("text", ["", "a", "\n", "😀", "?!", "the", "\u202e\u0627\u0644", "\r\n\r\n"])
def test_odd_texts_are_read_without_a_word(parse: Parse, text: str) -> None:
    assert all(phrase.span.stands_in(text) for phrase in actors(parse(text)))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "President",
                "Ana",
                "Roux",
                "he",
                "they",
                "“",
                "”",
                '"',
                "said",
                "\r\n\r\n",
                "😀",
                "police",
                "of",
                "\u00a0",
                "the",
                "(SWP)",
                "UN",
                "we",
                "Al-",
                "ÉCOLE",
                ".",
                ",",
                "12",
                "killed",
            ]
        ),
        max_size=30,
    )
)
def test_spans_are_the_text_and_runs_are_alike(parser: Parser, words: list[str]) -> None:
    text = " ".join(words)
    parsed = parser.parse(Report(id="r", text=text, sha256="0" * 64))
    first = actors(parsed)
    assert all(phrase.span.stands_in(text) for phrase in first)
    assert first == actors(parsed)
