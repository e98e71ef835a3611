"""Coreference: which phrases of a report stand for the same actor."""

from collections.abc import Callable

import pytest

from dateline.read.actors import actors
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token

Parse = Callable[..., ParsedReport]


def same(parsed: ParsedReport, one: str, other: str) -> bool:
    """Whether the first phrase of the one wording and the last of the other are of one cluster."""
    phrases = actors(parsed)
    first = next(phrase for phrase in phrases if phrase.span.text == one)
    last = next(phrase for phrase in reversed(phrases) if phrase.span.text == other)
    return first.cluster == last.cluster


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Vladimir Sorin flew to Minsk. Sorin praised the army.", "Vladimir Sorin", "Sorin"),
        ("Juan Miguel Arce sued. Juan Miguel won.", "Juan Miguel Arce", "Juan Miguel"),
        ("Gen. Carlos Arturo Mesa Torrado spoke. Mesa was calm.", "Gen. Carlos Arturo Mesa Torrado", "Mesa"),
        ("The Socialist Workers Party (SWP) met. The SWP opposed it.", "The Socialist Workers Party", "The SWP"),
        ("The Socialist Workers Party [SWP] met. The SWP opposed it.", "The Socialist Workers Party", "The SWP"),
        ("The SWP opposed it. The Socialist Workers Party (SWP) met.", "The SWP", "The Socialist Workers Party"),
        (
            "The SWP [Socialist Workers Party] met in a small town on a river. The Socialist Workers Party opposed it.",
            "The SWP",
            "The Socialist Workers Party",
        ),
        (
            "THE NATIONAL RIVER FRONT [NRF] KILLED TWO SOLDIERS. POLICE BLAMED THE NRF FOR THE ATTACK.",
            "THE NATIONAL RIVER FRONT",
            "THE NRF",
        ),
        ("Joel Britton, a candidate of the party, spoke.", "Joel Britton", "a candidate of the party"),
        ("The governor of the region, Oleg Kuznetsov, denied it.", "The governor of the region", "Oleg Kuznetsov"),
        (
            "Russian President Vladimir Sorin came. The president left.",
            "Russian President Vladimir Sorin",
            "The president",
        ),
        ("The 155th marine brigade attacked. The brigade lost ten men.", "The 155th marine brigade", "The brigade"),
        ("The 155th marine brigade attacked. The marines withdrew.", "The 155th marine brigade", "The marines"),
        ("Moscow sent a note. Russia denied the charge.", "Moscow", "Russia"),
        ("Police arrived. Later police left.", "Police", "police"),
        ("Ana Roux was arrested. She was freed at noon.", "Ana Roux", "She"),
        ("Protesters met at noon. They blocked the bridge.", "Protesters", "They"),
        ('"We will go on," said Ana Roux.', "Ana Roux", "We"),
    ],
)
def test_one_actor(parse: Parse, text: str, one: str, other: str) -> None:
    assert same(parse(text), one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("Ana Roux met Jean Roux. Both smiled.", "Ana Roux", "Jean Roux"),
        ("Mr. Tan spoke. Mrs. Tan was silent.", "Mr. Tan", "Mrs. Tan"),
        ("Two soldiers died. Three soldiers fled.", "Two soldiers", "Three soldiers"),
        ("A soldier died. A soldier fled.", "A soldier", "A soldier"),
        ("The mayor of Lima spoke. The mayor of Cusco was silent.", "The mayor of Lima", "The mayor of Cusco"),
        ("Iraqi police fired. Turkish police watched.", "Iraqi police", "Turkish police"),
        ("Islamic State militants withdrew. The army said so.", "Islamic State militants", "The army"),
        ("Sorin's brother Ivan Sorin fled.", "Sorin", "Sorin's brother Ivan Sorin"),
        ("The minister warned him. Jon Vale left.", "The minister", "Jon Vale"),
    ],
)
def test_two_actors(parse: Parse, text: str, one: str, other: str) -> None:
    assert not same(parse(text), one, other)


def test_a_pronoun_takes_the_gender_of_the_title(parse: Parse) -> None:
    parsed = parse("Mr. Tan met Mrs. Lee on Monday. She thanked him.")
    assert same(parsed, "Mrs. Lee", "She")
    assert same(parsed, "Mr. Tan", "him")


def test_subject_and_object_of_one_verb_are_two(parse: Parse) -> None:
    assert not same(parse("Jon Vale came. Ivan Sorin warned him."), "Ivan Sorin", "him")


def test_a_description_between_commas_belongs_to_the_name_before(parse: Parse) -> None:
    assert same(parse("Bryan Kent, a Watertown resident, heard shots."), "Bryan Kent", "a Watertown resident")


def test_a_government_of_another_country_is_another(parse: Parse) -> None:
    text = "The military government fell in March. The U.S. government sent aid."
    assert not same(parse(text), "The military government", "The U.S. government")


def test_a_long_chain_of_nouns_is_read_to_its_end(parse: Parse) -> None:
    assert actors(parse("president of " * 1500))


def told_by(monkeypatch: pytest.MonkeyPatch, logit: Callable[[Token, Token], float]) -> None:
    """Lets the encoder say something of pairs of heads."""
    monkeypatch.setattr("dateline.read.actors.sameness", lambda parsed: logit)


@pytest.mark.parametrize(("logit", "taken_up"), [(4.0, True), (1.0, False)])
def test_the_encoder_tells_whom_a_description_takes_up_where_no_word_does(
    parse: Parse, monkeypatch: pytest.MonkeyPatch, logit: float, taken_up: bool
) -> None:
    told_by(monkeypatch, lambda one, other: logit if other.text == "Farmers" else -6.0)
    text = "Farmers blocked the road on Monday. Police said the protesters left at night."
    assert same(parse(text), "Farmers", "the protesters") == taken_up


def test_a_description_of_another_country_is_not_taken_up(parse: Parse, monkeypatch: pytest.MonkeyPatch) -> None:
    told_by(monkeypatch, lambda one, other: 6.0)
    assert not same(parse("Iraqi troops fired. The Turkish soldiers fled."), "Iraqi troops", "The Turkish soldiers")


@pytest.mark.parametrize("surname", ["Roux", "Vale"])
def test_the_encoder_is_weighed_in_for_pronouns(parse: Parse, monkeypatch: pytest.MonkeyPatch, surname: str) -> None:
    told_by(monkeypatch, lambda one, other: 6.0 if other.text == surname else -6.0)
    parsed = parse("Ana Roux met Ida Vale. She left.")
    for name in ("Ana Roux", "Ida Vale"):
        assert same(parsed, name, "She") == name.endswith(surname)
