"""Counts of victims: what befell each, and what is no victim."""

from __future__ import annotations

import pytest

from read_figures import Parse, figures, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Haddad was shot along with three others.", ("three", "injured")),
        ("The man who police say shot four people at a fair was sentenced to ten years.", ("four", "injured")),
        ("One woman is dead and another is in critical condition.", ("another", "injured")),
        ("Ana Ruiz, who was pronounced dead at the clinic, taught music.", ("Ana Ruiz", "killed")),
        ("A boy was taken to Mercy General Hospital with a gunshot wound.", ("A", "injured")),
        ("A girl is fighting to stay alive after being shot on Sunday.", ("A girl", "injured")),
        ("Two men died and seven were badly injured. Among the dead is a clerk.", ("seven", "injured")),
        ("4 people shot outside cafe in Tulsa after a quarrel", ("4", "injured")),
        ("The two other boys survived but were also hit and wounded by bullets.", ("two", "injured")),
        ("One male victim is in critical, but stable condition.", ("One", "injured")),
        ("Four women who were with her received life-threatening injuries.", ("Four", "injured")),
    ],
)
def test_what_befell_each_is_told_in_many_ways(parse: Parse, text: str, expected: tuple[str, str]) -> None:
    assert expected in told(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad, 24 was shot in the chest.",
        "Omar Haddad, 27, and Ana Ruiz, 29 — both of Tulsa — were shot.",
        "Police seek a gunman in the slayings of 14- and 18-year-olds.",
        "Officers were called to a shooting at 7900 Scott Hamilton in Tulsa.",
        "Three other children in the flat were not injured.",
        "Omar Haddad,24, of Tulsa, died at the scene.",
        "Two girls, one 15 and the other 18, were wounded in the park.",
        "Two people were stabbed; the oldest was 61.",
        "Tulsa police tell 9 News two men were wounded.",
        "The town saw seven shootings in which one person was killed.",
    ],
)
def test_numbers_and_names_that_count_no_victims(parse: Parse, text: str) -> None:
    harmed = [figure for figure in figures(parse(text)) if figure.measure in ("killed", "injured")]
    assert {figure.best for figure in harmed} <= {1.0, 2.0}


def test_dogs_are_not_injured_people(parse: Parse) -> None:
    assert told(parse("Two service dogs were also struck by gunfire.")) == [("Two", "damaged")]


def test_one_that_ends_a_name_counts_nobody(parse: Parse) -> None:
    assert ("One", "injured") not in told(parse("The driver was taken to Regional One in critical condition."))


def test_numbers_of_pictures_count_nothing(parse: Parse) -> None:
    assert told(parse("Woman gets life for killing brothers 1 / 5 Back to Gallery")) == []


def test_a_pronoun_is_no_victim_beside_the_dead(parse: Parse) -> None:
    text = "A body was found in Tulsa. The victim is Omar Haddad. Police said he was shot many times."
    assert "injured" not in {measure for _, measure in told(parse(text))}


def test_namesakes_are_two_people(parse: Parse) -> None:
    text = "Jon Marek was found dead in a house on Thursday. His son, Pavel Marek, was found wounded."
    assert {measure for _, measure in told(parse(text))} == {"killed", "injured"}


def test_names_behind_their_number_are_not_added_to_it(parse: Parse) -> None:
    found = figures(parse("Two of those men, Todd Marek and Omar Haddad, later died."))
    assert {figure.best for figure in found if figure.measure == "killed"} == {2.0}


def test_the_dead_who_with_the_hurt_make_up_the_whole_are_those_among_it(parse: Parse) -> None:
    text = (
        "Three people were killed and one was wounded. Police found four people had been shot. Two died at the scene."
    )
    assert max(figure.best or 0 for figure in figures(parse(text)) if figure.measure == "injured") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two women were flown to the Mercy Trauma Center.", ("Two", "injured")),
        ("A gunman's shots sent four people to Harlow Hospital.", ("four", "injured")),
        ("One man is in critical condition and three others are in stable condition.", ("three", "injured")),
        ("4 shot at a bar in Tulsa", ("4", "injured")),
        ("Tulsa shooting: 3 dead, 1 wounded at a home", ("3", "killed")),
        ("Four men were shot on Elm Street. A day before a clerk died. All four were injured.", ("Four", "injured")),
    ],
)
def test_hospitals_conditions_and_headlines_tell_of_the_hurt(
    parse: Parse, text: str, expected: tuple[str, str]
) -> None:
    assert expected in told(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two women were taken to Harlow Hospital, where they died.",
        "Police fired one shot at the door.",
        "Three crates were sent to Harlow Hospital.",
    ],
)
def test_what_is_brought_to_hospital_or_fired_is_not_hurt(parse: Parse, text: str) -> None:
    assert not [figure for figure in figures(parse(text)) if figure.measure == "injured" and figure.best]


def test_those_left_of_the_hit_are_told_beside_them_unless_counted_there(parse: Parse) -> None:
    far = "Four men were shot on Elm Lane, one fatally. The road was closed. It was dark. Three men were wounded."
    assert [figure.measure for figure in figures(parse(far)) if figure.span.text == "Four"] == ["casualties", "injured"]
    near = "Four men were shot on Elm Lane, one fatally. Three men were wounded."
    assert [figure.measure for figure in figures(parse(near)) if figure.span.text == "Four"] == ["casualties"]


def test_one_who_dies_by_his_own_hand_is_none_of_those_he_hit(parse: Parse) -> None:
    figures_told = told(parse("A man shot three women in Tulsa. The gunman then fatally shot himself."))
    assert ("three", "injured") in figures_told
    assert "casualties" not in {measure for _, measure in figures_told}
