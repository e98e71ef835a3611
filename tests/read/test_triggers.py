"""Triggers: the lexicon's words in the lexicon's sense."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read.parsed import ParsedReport, Parser
from dateline.read.triggers import triggers
from dateline.record import Report, Section

Parse = Callable[..., ParsedReport]


def told(parse: Parse, text: str) -> list[tuple[str, str]]:
    return [(trigger.type, trigger.span.text) for trigger in triggers(parse(text))]


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("Gunmen attacked the market in Halm on Monday.", "ASSAULT", "attacked"),
        ("The attack on the market killed nine people.", "ASSAULT", "attack"),
        ("Nine farmers died when the dam gave way.", "HARM", "died"),
        ("Police arrested the mayor on Friday.", "COERCE", "arrested"),
        ("Thousands of students protested against the new fees.", "PROTEST", "protested"),
        ("The two presidents held talks in Geneva.", "CONSULT", "talks"),
        ("The government accused the rebels of burning the bridge.", "ACCUSE", "accused"),
        ("The union demanded the release of its leader.", "REQUEST", "demanded"),
        ("The army withdrew from the valley.", "RETREAT", "withdrew"),
        ("The court sentenced the colonel to nine years.", "SANCTION", "sentenced"),
        ("The ministry denied the report of an attack.", "REJECT", "denied"),
        ("The general threatened to shell the town.", "THREATEN", "threatened"),
        ("The two sides signed a peace agreement.", "AGREE", "signed"),
    ],
)
def test_an_act_is_found_by_its_word(parse: Parse, text: str, kind: str, word: str) -> None:
    assert any(found == kind and word in words for found, words in told(parse, text))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The explosion shattered the windows of a bakery.", "explosion"),
        ("An airstrike killed nine villagers.", "airstrike"),
        ("Police arrested a man in connection with the explosion.", "explosion"),
    ],
)
def test_the_use_of_force_is_an_act_where_it_does_the_harm(parse: Parse, text: str, word: str) -> None:
    assert ("ASSAULT", word) in told(parse, text)


def test_a_name_may_tell_of_an_act_and_need_not(parse: Parse) -> None:
    assert ("ASSAULT", "Invasion") in told(parse, "Many countries have reacted to the U.S. Invasion of Panama.")
    assert "Attack" not in dict(told(parse, "On Friday the Attack Records label signed her.")).values()


@pytest.mark.parametrize("text", ["A bomb killed nine villagers.", "They were killed with a bomb."])
def test_what_force_is_used_with_is_no_act(parse: Parse, text: str) -> None:
    assert told(parse, text) == [("ASSAULT", "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack, his doctor said, after a long panic attack in the lift.",
        "The band will release a new album on Friday.",
        "On March 3 the shop opened its doors.",
        "The weather will be mild in the north and wet in the south.",
        "The museum has a fine collection of stamps and coins.",
    ],
)
def test_a_word_in_another_sense_is_no_attack_release_or_march(parse: Parse, text: str) -> None:
    assert not [kind for kind, _ in told(parse, text) if kind in {"ASSAULT", "RETREAT", "PROTEST", "SANCTION"}]


def test_a_phrase_wins_over_its_words(parse: Parse) -> None:
    found = told(parse, "Soldiers opened fire on the crowd.")
    assert [words for _, words in found] == ["opened fire"]


def test_a_text_in_capitals_is_read_like_any_other(parse: Parse) -> None:
    found = told(parse, "GUNMEN ATTACKED THE MARKET IN HALM ON MONDAY AND KILLED NINE PEOPLE, POLICE SAID.")
    assert {"ATTACKED", "KILLED"} <= {words for _, words in found}


def test_a_text_without_capitals_is_read_like_any_other(parse: Parse) -> None:
    found = told(parse, "gunmen attacked the market in halm on monday and killed nine people, police said.")
    assert {"attacked", "killed"} <= {words for _, words in found}


def test_police_brought_out_count_as_such_and_shoppers_do_not(parse: Parse) -> None:
    assert "MOBILIZE" in [kind for kind, _ in told(parse, "Police guarded the bridge through the night.")]
    assert "MOBILIZE" not in [kind for kind, _ in told(parse, "The dog guarded the bridge through the night.")]


def test_bylines_tell_of_nothing(parser: Parser) -> None:
    text = "Arrested in Halm\n\nThe shop opened."
    told = Report(id="r", text=text, sha256="", sections=(Section("title", 0, 16), Section("paragraph", 18, len(text))))
    assert triggers(parser.parse(told))
    report = Report(
        id="r", text=text, sha256="", sections=(Section("byline", 0, 16), Section("paragraph", 18, len(text)))
    )
    assert triggers(parser.parse(report)) == ()


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_triggers_that_stand_in_it_and_share_no_character(parse: Parse, text: str) -> None:
    found = triggers(parse(text))
    assert all(trigger.span.stands_in(text) for trigger in found)
    assert all(0 < trigger.confidence <= 1 for trigger in found)
    ends = [trigger.span.end for trigger in found]
    assert all(end <= trigger.span.start for end, trigger in zip(ends, found[1:], strict=False))


@pytest.mark.parametrize(
    "text",
    [
        "The insurance company provided cover and launched a new scheme.",
        "Security forces and other security personnel were there.",
    ],
)
def test_words_of_police_that_tell_of_no_act(parse: Parse, text: str) -> None:
    assert not {"MOBILIZE", "COERCE"} & {kind for kind, _ in told(parse, text)}
