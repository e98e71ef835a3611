"""Whether an event is told as so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read.factuality import factuality
from dateline.read.findings import FactualityReading
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report, Span

Parse = Callable[..., ParsedReport]


def read(parsed: ParsedReport, word: str) -> FactualityReading:
    start = parsed.report.text.index(word)
    (reading,) = factuality(parsed, [Span(start, start + len(word), word)])
    return reading


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("Rebels attacked the town on Friday.", "attacked", "actual"),
        ("The mayor said that rebels attacked the town.", "attacked", "actual"),
        ("The attack surprised the garrison.", "attack", "actual"),
        ("The army managed to retake the bridge.", "retake", "actual"),
        ("Troops are shelling the port.", "shelling", "ongoing"),
        ("The two sides continue to fight.", "fight", "ongoing"),
        ("Police did not arrest anybody.", "arrest", "negated"),
        ("Nobody was arrested.", "arrested", "negated"),
        ("There were no arrests.", "arrests", "negated"),
        ("The police never attacked the camp.", "attacked", "negated"),
        ("The guards failed to stop the crowd.", "stop", "negated"),
        ("The garrison refused to surrender.", "surrender", "negated"),
        ("The police were not able to arrest the gunmen.", "arrest", "negated"),
        ("The council has neither received nor requested aid.", "requested", "negated"),
        ("Perhaps 60 men were arrested.", "arrested", "actual"),
        ("They called for the return of villagers expelled last year.", "expelled", "actual"),
        ("The ministry denied that its planes bombed the village.", "bombed", "denied"),
        ("He rejects the assertion that any prisoner was beaten.", "beaten", "denied"),
        ("The union plans to march on Sunday.", "march", "planned"),
        ("The envoys will meet in Oslo.", "meet", "planned"),
        ("The delegations are to meet in Oslo.", "meet", "planned"),
        ("They agreed to withdraw their tanks.", "withdraw", "planned"),
        ("The union demanded the release of its members.", "release", "requested"),
        ("Washington urged both sides to negotiate.", "negotiate", "requested"),
        ("The bishop called for talks.", "talks", "requested"),
        ("The general threatened to bomb the dam.", "bomb", "threatened"),
        ("The general warned that his planes would bomb the dam.", "bomb", "threatened"),
        ("The rebels may attack the capital.", "attack", "hypothetical"),
        ("If the rebels attack, the town will fall.", "attack", "hypothetical"),
        ("Aides spoke of a possible attack.", "attack", "hypothetical"),
        ("The two armies halted the offensive.", "offensive", "ceased"),
    ],
)
def test_the_words_around_an_event_decide(parse: Parse, text: str, word: str, value: str) -> None:
    assert read(parse(text), word).value == value


@pytest.mark.parametrize(
    ("text", "word", "cue"),
    [
        ("Police did not arrest anybody.", "arrest", "not"),
        ("The union plans to march on Sunday.", "march", "plans"),
        ("Rebels attacked the town.", "attacked", None),
    ],
)
def test_the_deciding_words_are_named(parse: Parse, text: str, word: str, cue: str | None) -> None:
    found = read(parse(text), word).cue
    assert (found.text if found is not None else None) == cue


def test_a_refusal_whose_words_hold_the_negation_took_place(parse: Parse) -> None:
    assert read(parse("The village will not pay the tax."), "will not pay").value == "actual"


def test_what_is_not_denied_is_so(parse: Parse) -> None:
    assert read(parse("The spokesman did not deny the attack."), "attack").value == "actual"


def test_what_somebody_tries_to_prevent_has_not_been_prevented(parse: Parse) -> None:
    assert read(parse("Envoys flew in to prevent a war."), "war").value == "hypothetical"


def test_words_after_a_request_are_not_requested(parse: Parse) -> None:
    assert read(parse("The bishop called for calm after the attack."), "attack").value == "actual"


def test_scores_fall_from_certain_to_denied(parse: Parse) -> None:
    certain = read(parse("Rebels attacked the town on Friday."), "attacked").score
    possible = read(parse("Rebels may attack the town on Friday."), "attack").score
    negated = read(parse("Rebels did not attack the town on Friday."), "attack").score
    assert 3 >= certain > possible > negated >= -3


def test_there_is_one_reading_for_each_target_in_their_order(parse: Parse) -> None:
    text = "Rebels attacked the town and may attack the port."
    parsed = parse(text)
    late, early = text.index("attack the"), text.index("attacked")
    readings = factuality(parsed, [Span.cut(text, late, late + 6), Span.cut(text, early, early + 8)])
    assert [reading.value for reading in readings] == ["hypothetical", "actual"]


def test_a_target_without_a_word_is_unknown(parse: Parse) -> None:
    (reading,) = factuality(parse("  \u00a0 "), [Span(0, 2, "  ")])
    assert (reading.value, reading.score, reading.cue) == ("unknown", 0.0, None)


PIECES = [
    "Rebels",
    "attacked",
    "may",
    "not",
    "the town",
    ",",
    "if",
    "to",
    "deny",
    "👍",
    "\r\n",
    "\u00a0",
    "?",
    "e\u0301",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), data=st.data())
def test_any_target_of_any_text_is_read(parser: Parser, pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    parsed = parser.parse(Report(id="r", text=text, sha256="0"))
    (reading,) = factuality(parsed, [Span.cut(text, start, end)])
    assert -3 <= reading.score <= 3
    assert reading.cue is None or reading.cue.stands_in(text)


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("The group denied responsibility for the bombing.", "bombing", "actual"),
        ("The group denied the bombing.", "bombing", "denied"),
        ("Nurses went on strike.", "strike", "actual"),
        ("Soldiers left without firing a shot.", "firing", "negated"),
        ("Talks planned for Friday were cancelled.", "Talks", "ceased"),
        ("Reports that police killed a student are untrue.", "killed", "denied"),
    ],
)
def test_what_the_words_above_do_not_reach_and_what_they_do(parse: Parse, text: str, word: str, value: str) -> None:
    start = text.index(word)
    (found,) = factuality(parse(text), [Span.cut(text, start, start + len(word))])
    assert found.value == value
