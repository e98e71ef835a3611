"""The lexicons of actors hold together."""

from typing import get_args

import pytest

from dateline.codebook.actor_words import actor_cues, actor_nouns, checked_sector, known_actors, noun_for
from dateline.codebook.countries import by_code
from dateline.errors import CodebookError
from dateline.record.values import ActorKind, Sector


def test_several_hundred_nouns_each_with_a_known_sector() -> None:
    nouns = actor_nouns()
    assert len(nouns) > 1000
    assert all(noun.sector is None or noun.sector in get_args(Sector) for noun in nouns.values())


def test_known_bodies_have_kinds_and_countries_of_the_lists() -> None:
    for known in known_actors().values():
        assert known.kind in get_args(ActorKind)
        assert known.country is None or known.country in by_code()


def test_weak_words_are_nouns() -> None:
    assert {word for word, noun in actor_nouns().items() if noun.is_weak} >= {"hospital", "court", "embassy"}


@pytest.mark.parametrize(
    ("words", "noun", "plural"),
    [
        (("riot", "policemen"), "policeman", True),
        (("deputy", "prime", "minister"), "deputy prime minister", False),
        (("children",), "child", True),
        (("city", "authorities"), "authorities", False),
        (("two", "families"), "family", True),
        (("the", "attorney", "-", "general"), "attorney general", False),
        (("the", "secular", "forces"), "secular forces", False),
    ],
)
def test_finds_the_longest_noun(words: tuple[str, ...], noun: str, plural: bool) -> None:
    found = noun_for(words)
    assert found is not None
    assert (found[0].word, found[1]) == (noun, plural)


def test_other_words_are_no_nouns_for_actors() -> None:
    assert noun_for(("two", "houses")) is None
    assert noun_for(("burnt", "corpses")) is None


def test_a_sector_that_plover_lacks_is_an_error() -> None:
    with pytest.raises(CodebookError, match="NGO"):
        checked_sector("NGO", "a file")


def test_titles_tell_gender() -> None:
    assert actor_cues().titles["mrs."] == "f"
