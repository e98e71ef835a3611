"""Toponyms: where words that may name a place stand."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.places import toponyms
from dateline.record import Report

Parse = Callable[..., ParsedReport]
KNOWN = {"aleppo", "homs", "mazar-i-sharif", "springfield", "belgrade", "novi sad", "tashkent", "jackson"}


def is_name(words: str) -> bool:
    return words.lower() in KNOWN


def found(parse: Parse, text: str) -> dict[str, Toponym]:
    return {toponym.span.text: toponym for toponym in toponyms(parse(text), is_name)}


def test_countries_and_known_names_are_found(parse: Parse) -> None:
    assert {"Aleppo", "Homs", "Syria"} <= set(found(parse, "Shells fell on Aleppo and Homs in Syria overnight."))


def test_an_unknown_name_after_a_word_of_place_is_found(parse: Parse) -> None:
    assert "Vellorin" in found(parse, "Three farmers were shot near Vellorin on Sunday.")


def test_a_name_with_hyphens_is_one(parse: Parse) -> None:
    assert "Mazar-i-Sharif" in found(parse, "Clerics met in Mazar-i-Sharif for talks.")


def test_two_countries_with_a_hyphen_are_two(parse: Parse) -> None:
    assert {"Iran", "Iraq"} <= set(found(parse, "The Iran-Iraq border was closed."))


def test_the_word_for_a_street_belongs_to_its_name(parse: Parse) -> None:
    assert "Willow Street" in found(parse, "Marchers walked down Willow Street to the court.")


def test_peoples_and_adjectives_are_told_apart(parse: Parse) -> None:
    text = "Syrian officials met European envoys in Tashkent."
    kinds = {words: toponym.kind for words, toponym in found(parse, text).items()}
    assert kinds["Syrian"] == "adjective"
    assert kinds["European"] == "adjective"
    assert kinds["Tashkent"] == "name"


def test_a_country_that_acts_is_an_actor(parse: Parse) -> None:
    kinds = {words: toponym.kind for words, toponym in found(parse, "Serbia accused Kosovo of lying.").items()}
    assert kinds == {"Serbia": "actor", "Kosovo": "actor"}


def test_a_capital_with_airstrikes_is_an_actor(parse: Parse) -> None:
    assert found(parse, "Moscow's airstrikes left thousands without heat.")["Moscow"].kind == "actor"


def test_a_capital_where_something_is_is_a_name(parse: Parse) -> None:
    assert found(parse, "Thousands rallied in Belgrade on Friday.")["Belgrade"].kind == "name"


def test_a_small_us_is_no_country(parse: Parse) -> None:
    assert "us" not in found(parse, "They told us to leave the village.")


def test_an_abbreviated_state_after_a_comma_is_found(parse: Parse) -> None:
    found_here = found(parse, "A judge in Jackson, Miss., freed two protesters.")
    assert any(words.startswith("Miss") for words in found_here)


def test_what_stands_beside_a_name_becomes_a_cue(parse: Parse) -> None:
    text = "Rebels left the town of Springfield. Crowds filled the Homs region."
    assert "before:town of" in found(parse, text)["Springfield"].cues
    assert "after:feature:adm1" in found(parse, text)["Homs"].cues


def test_a_list_that_a_word_of_place_opens_is_a_cue(parse: Parse) -> None:
    assert "list:located" in found(parse, "Marches were held in Belgrade and Novi Sad.")["Novi Sad"].cues


def test_words_in_capitals_are_read(parse: Parse) -> None:
    assert "ALEPPO" in found(parse, "SHELLS FELL ON ALEPPO ON MONDAY, THE ARMY SAID.")


PIECES = [
    "in ",
    "Aleppo",
    "Homs, ",
    "U.S.",
    "-",
    "'s ",
    "al-",
    "Syrian ",
    "the ",
    ". ",
    "סוריה",
    "Lake ",
    "Street",
    "and ",
]
ODD = st.lists(
    st.sampled_from([*PIECES, ", Miss.", "(", "A", "of ", "0", "🔥", "\r\n", "\u00a0", "e\u0301", "\u202e"]),
    max_size=25,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=ODD)
def test_spans_stand_in_any_text_and_do_not_overlap(parser: Parser, pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [toponym.span for toponym in toponyms(parser.parse(Report(id="r", text=text, sha256="")), is_name)]
    assert all(span.stands_in(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_a_word_for_a_kind_of_place_alone_is_no_name(parse: Parse) -> None:
    assert not {"Town", "Avenue"} & set(found(parse, "The Town said the Avenue was closed on Monday."))


def test_a_direction_is_no_part_of_a_known_name(parse: Parse) -> None:
    assert "Syria" in found(parse, "Planes struck Northern Syria on Monday.")
