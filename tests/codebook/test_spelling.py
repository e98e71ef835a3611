"""One key for the spellings of one name."""

import pytest

from dateline.codebook.spelling import sound_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Zelensky", "Zelenskiy"),
        ("Mohammed", "Muhammad"),
        ("Hussein", "Husain"),
        ("Khamenei", "Khamenai"),
        ("Viktor", "Victor"),
        ("Yeltsin", "Yeltzin"),
        ("Al-Shabaab", "al-Shabab"),
        ("Abdulaziz", "Abdel-Aziz".replace("-", "")),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert sound_keys(one) == sound_keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Hasan", "Hussein"), ("Maria", "Mario"), ("Ali", "Ula"), ("Moscow", "Minsk")]
)
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound_keys(one) != sound_keys(other)
