"""Who says what: quotations, reported speech, sources, venues, and spans that are always the report's own words."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read.attribution import attributions
from dateline.read.findings import Attribution
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report, Section

Parse = Callable[..., ParsedReport]


def text_of(span: Any) -> str | None:
    return None if span is None else span.text


def told(found: Attribution) -> tuple[str | None, str | None, list[str]]:
    return text_of(found.source), text_of(found.cue), [piece.text for piece in found.content]


def only(parsed: ParsedReport) -> Attribution:
    found = attributions(parsed)
    assert len(found) == 1, [told(one) for one in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The mayor said that three people had died in the fire.",
            "The mayor",
            "said",
            ["that three people had died in the fire"],
        ),
        (
            "Three people died in the fire, the mayor said.",
            "the mayor",
            "said",
            ["Three people died in the fire"],
        ),
        (
            "The opposition, the governor insisted, had started the riots.",
            "the governor",
            "insisted",
            ["The opposition", "had started the riots"],
        ),
        (
            "According to the Red Crescent, forty families fled the valley.",
            "the Red Crescent",
            "According to",
            ["forty families fled the valley"],
        ),
        (
            "Forty families fled the valley, according to the Red Crescent.",
            "the Red Crescent",
            "according to",
            ["Forty families fled the valley"],
        ),
        (
            "The union accused the police of beating prisoners.",
            "The union",
            "accused",
            ["the police of beating prisoners"],
        ),
        (
            "The drone attack was condemned by the African Union.",
            "the African Union",
            "was condemned",
            ["The drone attack"],
        ),
        (
            "The governor left the hall without a word, denying that he had ordered the raid.",
            "The governor",
            "denying",
            ["that he had ordered the raid"],
        ),
        (
            "Her denial that the prison was overcrowded surprised the lawyers.",
            "Her",
            "denial",
            ["that the prison was overcrowded"],
        ),
        (
            "It was reported that two bridges had collapsed.",
            None,
            "was reported",
            ["that two bridges had collapsed"],
        ),
    ],
)
def test_reported_speech(parse: Parse, text: str, source: str | None, cue: str, content: list[str]) -> None:
    found = only(parse(text))
    assert told(found) == (source, cue, content)
    assert found.kind == "indirect"


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "“We will not leave,” Amina Diallo said. “This is our land.”",
            "Amina Diallo",
            "said",
            ["“We will not leave,”", "“This is our land.”"],
        ),
        (
            '"We will not leave," she told the men, "until the road is open."',
            "she",
            "told",
            ['"We will not leave,"', '"until the road is open."'],
        ),
        (
            "Colonel Petrov said: «The road is open again».",
            "Colonel Petrov",
            "said",
            ["«The road is open again»"],
        ),
        (
            "‘We are tired of waiting,’ said Mr Osei, a fisherman.",
            "Mr Osei, a fisherman",
            "said",
            ["‘We are tired of waiting,’"],
        ),
        (
            "“They came at dawn.\n\n“They burned everything,” the baker said.",
            "the baker",
            "said",
            ["“They came at dawn.", "“They burned everything,”"],
        ),
        (
            "“They came at dawn,” the baker said.\n\n“They burned everything.”",
            "the baker",
            "said",
            ["“They came at dawn,”", "“They burned everything.”"],
        ),
        (
            "The ambassador tweeted:\n\n“Two of our staff are safe.”",
            "The ambassador",
            "tweeted",
            ["“Two of our staff are safe.”"],
        ),
        (
            "“Stop the war!” protesters chanted outside parliament.",
            "protesters",
            "chanted",
            ["“Stop the war!”"],
        ),
    ],
)
def test_direct_quotations(parse: Parse, text: str, source: str, cue: str, content: list[str]) -> None:
    found = only(parse(text))
    assert told(found) == (source, cue, content)
    assert found.kind == "direct"


def test_a_quotation_without_a_cue_goes_on_with_reported_speech(parse: Parse) -> None:
    found = only(parse("The judge said nine people were missing. “We are still searching the river.”"))
    assert told(found) == ("The judge", "said", ["nine people were missing", "“We are still searching the river.”"])
    assert found.kind == "mixed"


def test_partly_quoted_content_is_mixed(parse: Parse) -> None:
    found = only(parse("The engineers said the dam was “close to failure” on Monday."))
    assert found.kind == "mixed"


def test_words_told_within_words_are_two_attributions(parse: Parse) -> None:
    found = attributions(parse("The minister said the rebels had claimed that the army shot prisoners."))
    assert [told(one) for one in found] == [
        ("The minister", "said", ["the rebels had claimed that the army shot prisoners"]),
        ("the rebels", "had claimed", ["that the army shot prisoners"]),
    ]


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("The ministry denied the report in a statement on Telegram.", "a statement on Telegram"),
        ("The doctor told Reuters that the clinic was full.", "Reuters"),
        ("The general told reporters that the bridge was safe.", "reporters"),
        ("The general told his wife that the bridge was safe.", None),
    ],
)
def test_venue(parse: Parse, text: str, venue: str | None) -> None:
    assert text_of(only(parse(text)).venue) == venue


def test_hopes_are_attitudes(parse: Parse) -> None:
    assert only(parse("Residents hope the truce will hold.")).stance == "attitude"


def test_statements_are_statements(parse: Parse) -> None:
    assert only(parse("Residents said the truce would hold.")).stance == "statement"


def test_a_source_has_no_relative_clause(parse: Parse) -> None:
    text = "The captain of the ferry, who survived, said the storm came without a warning."
    assert told(only(parse(text)))[0] == "The captain of the ferry"


def test_the_speaker_of_a_participle_is_not_who_is_spoken_of(parse: Parse) -> None:
    found = attributions(parse("The mayor said the army had fled, adding that the road was open."))
    assert [told(one)[0] for one in found] == ["The mayor", "The mayor"]


def test_responsibility_claimed_is_a_claim(parse: Parse) -> None:
    assert told(only(parse("The group claimed responsibility for the blast."))) == (
        "The group",
        "claimed",
        ["responsibility for the blast"],
    )


def test_a_deed_denied_is_a_claim(parse: Parse) -> None:
    assert told(only(parse("The army has denied shelling the town."))) == (
        "The army",
        "has denied",
        ["shelling the town"],
    )


def test_a_number_put_on_something_is_a_claim(parse: Parse) -> None:
    assert told(only(parse("Medics put the death toll at 40."))) == ("Medics", "put", ["the death toll at 40"])


def test_a_sentence_before_a_semicolon_is_not_told_by_the_next(parse: Parse) -> None:
    found = attributions(parse("Kyiv blamed Moscow for the strike; the Kremlin denied involvement."))
    assert told(found[-1]) == ("the Kremlin", "denied", ["involvement"])


def test_hearsay_has_no_source(parse: Parse) -> None:
    assert told(only(parse("Five soldiers were reportedly killed in the ambush.")))[:2] == (None, "reportedly")


def test_a_headline_names_its_source_before_a_colon(parse: Parse) -> None:
    found = attributions(parse("Police: Two killed in market blast\n\nThe market was full on Friday."))
    assert [told(one) for one in found] == [("Police", ":", ["Two killed in market blast"])]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels attacked the village and burned the market.",
        "Soldiers fired on the crowd near the bridge.",
        "The earthquake destroyed four hundred houses.",
        "The so-called “peace wall” runs along the river.",
    ],
)
def test_deeds_are_no_cues(parse: Parse, text: str) -> None:
    assert attributions(parse(text)) == ()


def test_text_in_capitals(parse: Parse) -> None:
    text = "POLICE SAID ON FRIDAY THAT FIVE MEN WERE ARRESTED IN THE VILLAGE."
    assert told(only(parse(text))) == ("POLICE", "SAID", ["THAT FIVE MEN WERE ARRESTED IN THE VILLAGE"])


def test_spans_after_symbols_and_line_breaks(parse: Parse) -> None:
    text = "🔥🔥 Nacht\u00a0\r\n\r\n“Fire\u0301!” the guard yelled.\r\nThe crowd ran."
    assert told(only(parse(text))) == ("the guard", "yelled", ["“Fire\u0301!”"])


@pytest.mark.parametrize(
    "text", ["", " ", "“", "said", ":", "He said", "\n\n\n", "“”", "said “", "🔥: “", "שלום אמר הוא"]
)
def test_next_to_nothing_is_read_without_complaint(parse: Parse, text: str) -> None:
    for found in attributions(parse(text)):
        assert found.content


MARKS = ("“", "”", '"', "'", "’", ":", ",", ".", "\n", "\r\n", " ", "\u00a0", "🔥", "é", "\u0301")
WORDS = (
    *("said", "the army", "he", "told us that", "according to", "claimed", "fled", "denied it", "SAID"),
    *("reportedly", "it seems", "of", "Smith"),
)
PIECES = st.sampled_from((*MARKS, *WORDS))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=24), spaced=st.booleans())
def test_spans_are_the_reports_own_words(parse: Parse, pieces: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(pieces)
    found = attributions(parse(text))
    for one in found:
        spans = [one.source, one.cue, one.venue, *one.content]
        assert all(span.stands_in(text) for span in spans if span is not None)
        assert one.content
        assert all(left.end <= right.start for left, right in pairwise(one.content))
    cues = [(one.cue.start, one.cue.end) for one in found if one.cue is not None]
    assert len(set(cues)) == len(cues)


def test_one_report_reads_the_same_twice(parse: Parse) -> None:
    text = "The mayor said that “nobody” was hurt. Witnesses denied it. “I saw two men fall,” said Ida Roth."
    assert attributions(parse(text)) == attributions(parse(text))


def test_a_title_section_is_the_title(parser: Parser) -> None:
    title = "Police: Two killed in market blast"
    text = f"{title} The market was full on Friday."
    sections = (Section("title", 0, len(title)), Section("paragraph", len(title) + 1, len(text)))
    found = attributions(parser.parse(Report(id="r", text=text, sha256="0", sections=sections)))
    assert [told(one) for one in found] == [("Police", ":", ["Two killed in market blast"])]
