"""Counts in sentences: how many, and of what."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.read.parsed import Parser
from dateline.record import Report
from read_figures import Parse, figures, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve villagers were killed and five wounded.", [("Twelve", "killed"), ("five", "injured")]),
        ("The raid killed 12 people and wounded at least 30.", [("12", "killed"), ("at least 30", "injured")]),
        ("A blast at the mill left three dead and nine others hurt.", [("three", "killed"), ("nine", "injured")]),
        ("The death toll rose to 37 on Monday.", [("37", "killed")]),
        ("Doctors put the death toll at 41.", [("41", "killed")]),
        ("The collapse claimed the lives of six miners.", [("six", "killed")]),
        ("More than 100 people died of cholera.", [("More than 100", "killed")]),
        ("Police arrested about 30 students.", [("about 30", "arrested")]),
        ("Gunmen kidnapped eleven girls from a school.", [("eleven", "captured")]),
        ("Seven fishermen are missing.", [("Seven", "missing")]),
        ("Some 4,000 families were displaced by the fighting.", [("Some 4,000", "displaced")]),
        ("The shells destroyed between 40 and 60 houses.", [("between 40 and 60", "damaged")]),
        ("Hundreds of people marched through the port.", [("Hundreds", "participants")]),
        ("A crowd of 5,000 gathered outside the court.", [("5,000", "participants")]),
        ("The storm left 4.5 million without power.", [("4.5 million", "affected")]),
        ("The assault left 300 soldiers killed, wounded and missing.", [("300", "casualties")]),
        ("The blast killed and wounded 40 people.", [("40", "casualties")]),
        ("Two men were shot dead near the market.", [("Two", "killed")]),
        ("Two men were shot near the market.", [("Two", "injured")]),
        ("KILLED: 11. WOUNDED: 4.", [("11", "killed"), ("4", "injured")]),
        ("The army freed 60 detainees.", [("60", "other")]),
    ],
)
def test_the_syntax_tells_what_is_counted(parse: Parse, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(parse(text)) == expected


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("No casualties were reported.", "casualties"),
        ("Nobody was killed in the crash.", "killed"),
        ("No one was injured.", "injured"),
        ("Not a single person was hurt.", "injured"),
    ],
)
def test_nobody_is_a_count_of_zero(parse: Parse, text: str, measure: str) -> None:
    (figure,) = figures(parse(text))
    assert (figure.low, figure.best, figure.high, figure.measure) == (0, 0, 0, measure)


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted three hours.",
        "Ana Ruiz, 34, was elected mayor.",
        "He was born in 1987.",
        "They met on May 12.",
        "The bridge is 40 km away.",
        "The firm lost 12 million euros.",
        "Turnout was 45 percent.",
        "The 155th brigade is based there.",
        "She lives at 1200 Linden Street.",
        "Article 12 was amended.",
        "Flight 370 was late.",
        "Image 23 of 33",
        "The mill stands at 8535 Martin Luther King Boulevard.",
        "The victims, aged 22, 26, 29 and 37, were friends.",
        "The victims, aged between 20 and 37, were friends.",
        "The meeting begins at 5 p.m.",
        "Call 555-0199 for tickets.",
        "One must wait.",
        "No one else came.",
        "No one else was hurt.",
        "No other injuries were reported.",
    ],
)
def test_other_numbers_are_no_figures(parse: Parse, text: str) -> None:
    assert figures(parse(text)) == ()


def test_a_lone_unnamed_victim_is_a_count_of_one(parse: Parse) -> None:
    (figure,) = figures(parse("A policeman was killed at the gate."))
    assert (figure.best, figure.measure) == (1, "killed")


def test_a_person_to_whom_nothing_happened_is_no_count(parse: Parse) -> None:
    assert figures(parse("A policeman stood at the gate.")) == ()


def test_a_named_victim_counts_where_the_report_gives_no_count(parse: Parse) -> None:
    assert told(parse("Ana Ruiz was killed in the market on Monday.")) == [("Ana Ruiz", "killed")]


def test_a_named_victim_adds_nothing_to_a_count(parse: Parse) -> None:
    assert told(parse("Nine people were killed. Ana Ruiz was killed in the market.")) == [("Nine", "killed")]


def test_a_named_victim_of_an_apposition_is_counted_once(parse: Parse) -> None:
    assert len(figures(parse("Ana Ruiz, a teacher, was killed in the market."))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one who is hurt and then dies is one of the dead
        ("A miner was shot in Gorn on Monday. The miner died in hospital.", [("A", 1, "killed")]),
        ("A man was shot on the quay. Jan Novak, 31, was pronounced dead on Tuesday.", [("A", 1, "killed")]),
        ("The clerk shot himself and died.", [("The clerk", 1, "killed")]),
        ("Police found a nurse with a gunshot wound. She died on the way.", [("a nurse", 1, "killed")]),
        # what tells two people apart
        ("A man was killed at the gate. A woman was hurt at the well.", [("A", 1, "killed"), ("A", 1, "injured")]),
        ("A boy was killed. Another boy was hurt.", [("A", 1, "killed"), ("Another", 1, "injured")]),
        (
            "A man was killed and a policeman was hurt at the port. Jan Novak, 40, died at the scene.",
            [("A", 1, "killed"), ("a", 1, "injured")],
        ),
        # who is told to be hurt, one by one
        ("The driver accidentally shot himself.", [("The driver", 1, "injured")]),
        ("Ilse Brandt is in hospital after being stabbed.", [("Ilse Brandt", 1, "injured")]),
        ("A baker is expected to recover from the blast.", [("A baker", 1, "injured")]),
        ("The pilot was struck by a bullet.", [("The pilot", 1, "injured")]),
        ("The pilot was struck by the news.", []),
        ("The sniper tried to kill Ana Ruiz.", []),
        ("Ana Ruiz was not hurt.", []),
        ("The shooting of a clerk by a guard was filmed.", [("a", 1, "injured")]),
        ("Doctors saved the life of a clerk.", []),
        ("The clerk is fighting for her life after being shot.", [("The clerk", 1, "injured")]),
        ("Two men, 25 and 30, were shot dead.", [("Two", 2, "killed")]),
        ("Three boys, ages 17, 18 and 19, were hurt.", [("Three", 3, "injured")]),
        ("A boy called 911 after being stabbed.", [("A boy", 1, "injured")]),
        ("As many as 17 people were hurt.", [("As many as 17", 17, "injured")]),
        # those who stand side by side are counted together
        ("The blast killed a woman and her two sons.", [("a woman and her two sons", 3, "killed")]),
        ("The blast killed Ana Ruiz and Ben Ortiz.", [("Ana Ruiz and Ben Ortiz", 2, "killed")]),
        ("The blast killed 12 soldiers and three clerks.", [("12", 12, "killed"), ("three", 3, "killed")]),
        # being shot says nothing of who lived
        (
            "Five men were shot, one of them fatally.",
            [("Five", 5, "casualties"), ("Five", 4, "injured"), ("one", 1, "killed")],
        ),
        (
            "Four men were shot on Elm Lane. One was killed and three were wounded.",
            [("Four", 4, "casualties"), ("One", 1, "killed"), ("three", 3, "injured")],
        ),
        ("Four men were shot on Elm Lane.", [("Four", 4, "injured")]),
        ("Medics found three gunshot victims on Elm Lane.", [("three", 3, "injured")]),
        (
            "Medics found five shooting victims on Elm Lane. Two died there.",
            [("five", 5, "casualties"), ("five", 3, "injured"), ("Two", 2, "killed")],
        ),
        # who is hit fatally is among the dead only
        (
            "The raid left one man fatally wounded and two others with grave injuries.",
            [("one", 1, "killed"), ("two", 2, "injured")],
        ),
        (
            "The boy shot and fatally wounded four clerks and wounded another.",
            [("four", 4, "killed"), ("another", 1, "injured")],
        ),
        ("The blast left two dead and six more hurt.", [("two", 2, "killed"), ("six", 6, "injured")]),
        ("Six bakers are recovering after the blast.", [("Six", 6, "injured")]),
        ("A boy was hurt at the port. He was hit in his upper body.", [("A", 1, "injured")]),
        (
            "Three clerks died and another is fighting for her life.",
            [("Three", 3, "killed"), ("another", 1, "injured")],
        ),
        # of those hurt together, one dies
        (
            "A baker and her son were shot. The son died on Monday.",
            [("A baker", 1, "injured"), ("The son", 1, "killed")],
        ),
        (
            "Jan Novak and Ana Ruiz were shot. Novak died at once. Ruiz died later.",
            [("Jan Novak and Ana Ruiz", 2, "killed")],
        ),
        # a count of others leaves out the dead
        (
            "Ana Ruiz and Jan Novak were killed. Four others were shot and hurt.",
            [("Ana Ruiz and Jan Novak", 2, "killed"), ("Four", 4, "injured")],
        ),
        # two in one sentence are two
        (
            "A clerk was shot in the back, and a five-year-old boy was struck in the arm by a bullet.",
            [("A clerk was shot in the back, and a", 2, "injured")],
        ),
        ("A clerk was shot in the arm. A baker was shot in the leg.", [("A", 1, "injured"), ("A", 1, "injured")]),
    ],
)
def test_what_befell_the_victims(parse: Parse, text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(figure.span.text, figure.best, figure.measure) for figure in figures(parse(text))] == expected


def test_a_part_names_the_whole_and_takes_its_measure(parse: Parse) -> None:
    whole, part = figures(parse("Twelve people were killed, including three children."))
    assert part.part_of == 0
    assert (whole.measure, part.measure, part.best) == ("killed", "killed", 3)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("He was one of 570 men captured at the mill.", "one", "570"),
        ("The army lost 12 men, three of them officers.", "three", "12"),
        ("Three people, two of whom were nurses, were killed.", "two", "Three"),
    ],
)
def test_a_part_does_not_add_up(parse: Parse, text: str, part: str, whole: str) -> None:
    found = figures(parse(text))
    names = [figure.span.text for figure in found]
    assert found[names.index(part)].part_of == names.index(whole)
    assert found[names.index(whole)].part_of is None


@pytest.mark.parametrize(
    ("text", "low", "best", "high", "qualifier"),
    [
        ("About 300 people fled the valley.", None, 300, None, "about"),
        ("More than 100 miners died.", 100, 100, None, "at_least"),
        ("Tens of thousands marched in the port.", 10_000, None, 99_999, "vague"),
        ("Some 30 men were arrested.", None, 30, None, "about"),
        ("Dozens were hurt in the blast.", 24, None, 99, "vague"),
        ("A dozen men were killed.", 12, 12, 12, "exact"),
        ("Several hundred families were displaced.", 200, None, 999, "vague"),
        ("Between 40 and 60 houses were destroyed.", 40, None, 60, "range"),
        ("The quake left 4.5 million homeless.", 4_500_000, 4_500_000, 4_500_000, "exact"),
        ("Half a million people marched.", None, 500_000, None, "about"),
        ("Some 1.2m people were displaced.", None, 1_200_000, None, "about"),
        ("Fewer than 20 people turned up.", None, 20, 20, "at_most"),
        ("The raid left 90 dead, many of them women.", 90, 90, 90, "exact"),
        ("No casualties were reported.", 0, 0, 0, "exact"),
    ],
)
def test_words_set_bounds(
    parse: Parse, text: str, low: float | None, best: float | None, high: float | None, qualifier: str
) -> None:
    (figure,) = figures(parse(text))
    assert (figure.low, figure.best, figure.high, figure.qualifier) == (low, best, high, qualifier)


def test_a_similar_number_refers_back(parse: Parse) -> None:
    _, again = figures(parse("About 40 people were killed and a similar number were wounded."))
    assert again.refers_back
    assert (again.best, again.qualifier, again.measure) == (40, "about", "injured")


def test_a_number_similar_to_a_vague_one_is_as_vague(parse: Parse) -> None:
    _, again = figures(parse("Dozens of people were killed and a similar number were wounded."))
    assert (again.low, again.best, again.high, again.qualifier) == (24, None, 99, "vague")


def test_what_is_counted_is_named(parse: Parse) -> None:
    (figure,) = figures(parse("Rebels captured 14 soldiers."))
    assert figure.counted is not None
    assert figure.counted.text == "soldiers"


def test_capitals_are_read_like_any_text(parse: Parse) -> None:
    assert told(parse("AT LEAST FOURTEEN PEOPLE WERE KILLED IN THE VILLAGE.")) == [("AT LEAST FOURTEEN", "killed")]


@pytest.mark.parametrize("text", ["", "7", " ", "👍🏽 12 dead\r\n\u00a0", "قتل 12 شخصا", "e\u0301 three killed"])
def test_odd_texts_do_no_harm(parse: Parse, text: str) -> None:
    assert all(figure.span.stands_in(text) for figure in figures(parse(text)))


PIECES = [
    "12",
    "about 300",
    "people",
    "were killed",
    ",",
    "no",
    "dozens of",
    "a man",
    "40-60",
    "\r\n",
    "👍",
    "\u00a0",
    ".",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=14))
def test_spans_are_the_texts_words_and_lie_apart(parser: Parser, pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for index, figure in enumerate(figures(parser.parse(Report(id="r", text=text, sha256="0")))):
        assert figure.span.stands_in(text)
        assert figure.span.start >= end
        bounds = [value for value in (figure.low, figure.best, figure.high) if value is not None]
        assert bounds == sorted(bounds)
        end = figure.span.end
        assert figure.part_of is None or figure.part_of != index
