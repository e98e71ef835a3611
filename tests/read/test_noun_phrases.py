"""Noun phrases: the words that belong to a head."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read.noun_phrases import phrase_of
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report

Parse = Callable[..., ParsedReport]


def phrase(parsed: ParsedReport, head: str) -> str:
    token = next(token for token in parsed.doc if token.text == head)
    return phrase_of(parsed, token.i).text


def test_keeps_determiner_number_and_of_phrase(parse: Parse) -> None:
    parsed = parse("The three officers of the port police fled at dawn.")
    assert phrase(parsed, "officers") == "The three officers of the port police"


def test_leaves_the_relative_clause_out(parse: Parse) -> None:
    parsed = parse("Soldiers shot a farmer who had refused to leave his field.")
    assert phrase(parsed, "farmer") == "a farmer"


def test_leaves_the_next_of_a_list_out(parse: Parse) -> None:
    parsed = parse("The blast killed two miners and a cook.")
    assert phrase(parsed, "miners") == "two miners"


def test_keeps_the_owner(parse: Parse) -> None:
    parsed = parse("The union's general secretary resigned.")
    assert phrase(parsed, "secretary") == "The union's general secretary"


def test_leaves_the_possessive_ending_out(parse: Parse) -> None:
    parsed = parse("Peru's president spoke.")
    assert phrase(parsed, "Peru") == "Peru"


def test_leaves_quotation_marks_out(parse: Parse) -> None:
    parsed = parse('He spoke of "brave miners" and left.')
    assert phrase(parsed, "miners") == "brave miners"


@pytest.fixture(scope="module")
def quick(parser: Parser) -> Parser:
    return parser


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ab A,.\"'()\r\n\u00a0\u0301é😀شلAl-of the", min_size=1, max_size=60))
def test_every_token_has_a_phrase_that_holds_it(quick: Parser, text: str) -> None:
    parsed = quick.parse(Report(id="r", text=text, sha256="0" * 64))
    for token in parsed.doc:
        span = phrase_of(parsed, token.i)
        assert span.stands_in(text)
        assert token.is_space or (span.start <= token.idx + len(token) and token.idx <= span.end)


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        (
            "Joint Commissioner of Police R K Vale, however, said such talk was nonsense.",
            "Vale",
            "Joint Commissioner of Police R K Vale",
        ),
        (
            "Deputy Commissioner of Police (East) R K Vale led the raid.",
            "Vale",
            "Deputy Commissioner of Police (East) R K Vale",
        ),
        ("The members of Parliament met Vale.", "Vale", "Vale"),
    ],
)
def test_an_office_with_of_belongs_to_the_name_behind_it(parse: Parse, text: str, name: str, whole: str) -> None:
    assert phrase(parse(text), name) == whole
