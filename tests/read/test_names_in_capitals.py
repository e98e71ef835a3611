"""Names of bodies in text that is all capitals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.casing import reading_text
from dateline.read.names_in_capitals import are_initials, names_in_capitals


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (
            "REBELS OF THE NORTHERN RIVER UNITY FRONT [NRUF] BURNED TWO BUSES IN THE TOWN.",
            "Rebels of the Northern River Unity Front [NRUF] burned two buses in the town.",
        ),
        (
            "THE ARMY OF POPULAR UNITY (EUP) CLAIMED RESPONSIBILITY FOR THE ATTACK.",
            "The Army of Popular Unity (EUP) claimed responsibility for the attack.",
        ),
        (
            "FIGHTERS OF THE EUP [ARMY OF POPULAR UNITY] CLAIMED THE ATTACK ON THE BRIDGE.",
            "Fighters of the EUP [Army of Popular Unity] claimed the attack on the bridge.",
        ),
        (
            "THE REVOLUTIONARY ARMED FORCES OF COLOMBIA HAVE FREED TWO HOSTAGES.",
            "The Revolutionary Armed Forces of Colombia have freed two hostages.",
        ),
    ],
)
def test_name_is_read_as_in_print(text: str, read: str) -> None:
    assert reading_text(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "THE CITY AND THE PORT (PERU) WERE CALM.",
        "THE MEN WHO LEFT THE ROOM [WORDS INDISTINCT] WERE CALM.",
        "THEY SAID IT WAS LATE (LAST NIGHT) AND LEFT.",
    ],
)
def test_brackets_that_hold_no_initials(text: str) -> None:
    assert list(names_in_capitals(text)) == []


def test_mixed_case_is_left_as_it_is() -> None:
    text = "The army of popular unity (EUP) met on Monday in the old town hall."
    assert reading_text(text) == text


def test_initials_in_the_name_s_own_language_and_in_another() -> None:
    assert are_initials("NRUF", "Northern River Unity Front")
    assert are_initials("EUP", "Army of Popular Unity")
    assert not are_initials("XYZ", "Northern River Unity Front")
    assert not are_initials("Peru", "Port of Peru")


@given(st.text(alphabet="ABCDE ()[]'.-ÉİẞﬁOF THE", max_size=80))
def test_names_keep_their_place_and_length(text: str) -> None:
    read = reading_text(text)
    assert len(read) == len(text)
    for start, name in names_in_capitals(text):
        assert text[start : start + len(name)].lower() == name.lower()


def test_known_names_are_read_in_print_in_small_letters() -> None:
    text = "the bsf and the rapid action force guarded the road while who knows what went on."
    assert reading_text(text).startswith("The BSF and the Rapid Action Force guarded the road while who")
