"""Roles: actor and recipient, whatever the construction."""

from collections.abc import Callable

import pytest

from dateline.read.parsed import ParsedReport
from dateline.read.roles import roles
from dateline.read.triggers import triggers

Parse = Callable[..., ParsedReport]


def roles_of(parse: Parse, text: str, word: str) -> set[tuple[str, str]]:
    parsed = parse(text)
    acts = triggers(parsed)
    index = next(i for i, act in enumerate(acts) if word in act.span.text)
    return {(role.role, role.span.text) for role in roles(parsed, acts) if role.trigger == index}


@pytest.mark.parametrize(
    ("text", "word", "actor", "recipient"),
    [
        ("Soldiers arrested the mayor.", "arrested", "Soldiers", "the mayor"),
        ("The mayor was arrested by soldiers.", "arrested", "soldiers", "The mayor"),
        ("The mayor, who was arrested by soldiers, is ill.", "arrested", "soldiers", "The mayor"),
        ("The soldiers who arrested the mayor left.", "arrested", "The soldiers", "the mayor"),
        ("The arrest of the mayor by soldiers angered the town.", "arrest", "soldiers", "the mayor"),
        ("Soldiers refused to arrest the mayor.", "arrest", "Soldiers", "the mayor"),
        ("The general ordered soldiers to arrest the mayor.", "arrest", "soldiers", "the mayor"),
        ("Soldiers arrested and beat the students.", "arrested", "Soldiers", "the students"),
        ("Rebels carried out an attack on the village guard.", "attack", "Rebels", "the village guard"),
        ("Soldiers entered the hall, arresting the mayor.", "arresting", "Soldiers", "the mayor"),
        ("The union urged the mayor to resign.", "urged", "The union", "the mayor"),
        ("The union demanded that the soldiers leave the town.", "demanded", "The union", "the soldiers"),
        ("Parliament imposed sanctions on the generals.", "sanctions", "Parliament", "the generals"),
    ],
)
def test_who_did_it_to_whom(parse: Parse, text: str, word: str, actor: str, recipient: str) -> None:
    found = roles_of(parse, text, word)
    assert ("actor", actor) in found
    assert ("recipient", recipient) in found


def test_everybody_in_a_list_takes_part(parse: Parse) -> None:
    found = roles_of(parse, "Talks between Norland and Sudland opened on Monday.", "Talks")
    assert {words for role, words in found if role == "actor"} == {"Norland", "Sudland"}


def test_what_harm_is_done_with_is_the_instrument(parse: Parse) -> None:
    assert ("instrument", "batons") in roles_of(parse, "Police beat the students with batons.", "beat")
    assert ("instrument", "A bomb") in roles_of(parse, "A bomb killed nine farmers.", "killed")


def test_those_who_die_are_recipients(parse: Parse) -> None:
    assert roles_of(parse, "Nine farmers died.", "died") == {("recipient", "Nine farmers")}


def test_those_counted_after_a_shared_passive_suffer_too(parse: Parse) -> None:
    found = roles_of(parse, "Nine people were killed and at least twenty injured on Tuesday.", "injured")
    assert found == {("recipient", "at least twenty")}


def test_a_day_takes_no_part(parse: Parse) -> None:
    assert not {words for _, words in roles_of(parse, "The mayor was arrested on Monday.", "arrested")} & {"Monday"}


def test_who_sent_a_letter_speaks_in_it(parse: Parse) -> None:
    text = "A letter condemning the generals was sent by members of the brigade."
    assert ("actor", "members of the brigade") in roles_of(parse, text, "condemning")
