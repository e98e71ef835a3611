"""Sources weighed: the parse's word, the encoder's, and constructions that leave no doubt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.read import source_opinions
from dateline.read.attribution import attributions
from dateline.read.parsed import ParsedReport
from dateline.read.source_opinions import weighed_source
from dateline.read.tokens import Token

Parse = Callable[..., ParsedReport]
TEXT = "The mayor said the guards had told the press."


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """How sure the encoder is of each word, as the test says."""
    words: dict[str, float] = {}

    def sureness(parsed: ParsedReport, cue: Token, source: Token) -> float:
        return words.get(source.text, -9.0)

    def best(parsed: ParsedReport, cue: Token) -> Token | None:
        able = [token for token in parsed.doc if words.get(token.text, -9.0) >= source_opinions.LEAST_SURE]
        return max(able, key=lambda token: words[token.text], default=None)

    monkeypatch.setattr(source_opinions, "sureness", sureness)
    monkeypatch.setattr(source_opinions, "encoders_source", best)
    return words


def word(parsed: ParsedReport, text: str) -> Token:
    return next(token for token in parsed.doc if token.text == text)


def test_whom_the_parse_finds_stays_where_the_encoder_is_little_surer(parse: Parse, sure: dict[str, float]) -> None:
    parsed = parse(TEXT)
    sure |= {"mayor": 1.0, "guards": 2.5}
    assert weighed_source(parsed, word(parsed, "said"), word(parsed, "mayor")) == word(parsed, "mayor")


def test_the_encoder_wins_where_it_is_much_surer(parse: Parse, sure: dict[str, float]) -> None:
    parsed = parse(TEXT)
    sure |= {"mayor": 0.5, "guards": 3.0}
    assert weighed_source(parsed, word(parsed, "said"), word(parsed, "mayor")) == word(parsed, "guards")


def test_nobody_is_named_where_neither_finds_anybody(parse: Parse, sure: dict[str, float]) -> None:
    parsed = parse(TEXT)
    assert weighed_source(parsed, word(parsed, "said"), None) is None
    sure["guards"] = 0.5
    assert weighed_source(parsed, word(parsed, "said"), None) == word(parsed, "guards")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A senior official who asked not to be named said the bridge was mined.", "A senior official"),
        ("Local media reported that the bridge was mined.", "Local media"),
        ("Two people familiar with the talks said the bridge was mined.", "Two people familiar with the talks"),
        ("The daily quoted the mayor as saying the bridge was mined.", "the mayor"),
        ("The bridge was reportedly mined.", None),
    ],
)
def test_unnamed_and_institutional_sources_are_kept_as_told(parse: Parse, text: str, source: str | None) -> None:
    sources = [one.source and one.source.text for one in attributions(parse(text))]
    assert sources[-1] == source
