"""Roles: actor and recipient, whatever the construction."""

from collections.abc import Callable

import pytest

from dateline.read.parsed import ParsedReport
from dateline.read.roles import roles
from dateline.read.triggers import as_trigger, candidates, triggers, without_overlaps

Parse = Callable[..., ParsedReport]
LIKELY = 0.3


def roles_of(parse: Parse, text: str, word: str) -> set[tuple[str, str]]:
    parsed = parse(text)
    acts = list(triggers(parsed))
    if not any(word in act.span.text for act in acts):  # roles are asked of doubtful acts as well
        doubtful = without_overlaps([candidate for candidate in candidates(parsed) if candidate.confidence > LIKELY])
        acts = [act for candidate in doubtful if (act := as_trigger(parsed, candidate)) is not None]
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


@pytest.mark.parametrize(
    ("text", "word", "recipient"),
    [
        ("The court rejected an appeal by the miners.", "rejected", "the miners"),
        ("The mayor rejected the union's demand.", "rejected", "the union"),
        ("The general refused to free the prisoners.", "refused", "the prisoners"),
        ("The council agreed to meet the strikers.", "agreed", "the strikers"),
        ("Parliament suspended food deliveries to Norland.", "suspended", "Norland"),
        ("The governor gave in to pressure from the fishermen.", "gave", "the fishermen"),
    ],
)
def test_those_whom_the_content_concerns_are_recipients(parse: Parse, text: str, word: str, recipient: str) -> None:
    assert ("recipient", recipient) in roles_of(parse, text, word)


def test_content_adds_nobody_where_the_words_name_somebody(parse: Parse) -> None:
    found = roles_of(parse, "The union urged the mayor to free the prisoners.", "urged")
    assert {words for role, words in found if role == "recipient"} == {"the mayor"}


def test_who_rejects_a_demand_has_not_made_it(parse: Parse) -> None:
    found = roles_of(parse, "The mayor rejected the demand.", "demand")
    assert ("actor", "The mayor") not in found


def test_whose_planes_attack_acts(parse: Parse) -> None:
    found = roles_of(parse, "The army's warplanes attacked the village.", "attacked")
    assert ("actor", "The army") in found or ("actor", "The army's") in found


def test_nouns_of_one_list_share_their_verb(parse: Parse) -> None:
    found = roles_of(parse, "The bishops voiced sorrow and condemnation of the general.", "condemnation")
    assert ("actor", "The bishops") in found


def test_a_series_lends_its_verb(parse: Parse) -> None:
    found = roles_of(parse, "The ministry held a series of talks with the farmers.", "talks")
    assert ("actor", "The ministry") in found


@pytest.mark.parametrize(
    ("text", "word", "recipient"),
    [
        ("Miners marched to demand the resignation of the governor.", "marched", "the governor"),
        ("The rebels threatened to attack unless the army leaves the valley.", "threatened", "the army"),
        ("Norland is opposed to the Sudlandish plan.", "opposed", "Sudlandish"),
        ("The president received the ambassador for talks.", "talks", "the ambassador"),
        ("The general demanded an apology from the Prime Minister.", "demanded", "the Prime Minister"),
    ],
)
def test_recipients_in_purpose_condition_and_occasion(parse: Parse, text: str, word: str, recipient: str) -> None:
    assert ("recipient", recipient) in roles_of(parse, text, word)


def test_who_warns_of_his_own_act_is_not_warned(parse: Parse) -> None:
    found = roles_of(parse, "Norland warned the rebels that the army would attack.", "warned")
    assert {words for role, words in found if role == "recipient"} == {"the rebels"}


def test_what_follows_a_passive_act_is_its_agent_s(parse: Parse) -> None:
    found = roles_of(parse, "The camp was attacked by gunmen, killing nine farmers.", "killing")
    assert ("actor", "gunmen") in found


def test_who_explodes_a_bomb_acts(parse: Parse) -> None:
    assert ("actor", "Rebels") in roles_of(parse, "Rebels exploded a bomb near the bridge.", "exploded")


def test_a_curfew_is_imposed_on_the_town_it_holds_in(parse: Parse) -> None:
    for place in ("Lisbon", "the town of Lisbon"):
        found = roles_of(parse, f"The army imposed a curfew in {place}.", "curfew")
        assert {("actor", "The army"), ("recipient", "Lisbon")} <= found


def test_a_town_where_people_meet_takes_no_part(parse: Parse) -> None:
    assert not any(words == "Lisbon" for _, words in roles_of(parse, "The ministers met in Lisbon.", "met"))


def test_a_staged_march_has_marchers(parse: Parse) -> None:
    assert ("actor", "Miners") in roles_of(parse, "Miners staged a march on Monday.", "march")


def test_troops_are_mobilized_against_somebody(parse: Parse) -> None:
    found = roles_of(parse, "Norland mobilized its troops against Portugal.", "mobilized")
    assert ("recipient", "Portugal") in found


def test_a_clause_behind_the_verb_belongs_to_its_noun(parse: Parse) -> None:
    found = roles_of(parse, "The union repeated its demand today that the mayor leave the town.", "demand")
    assert ("recipient", "the mayor") in found


@pytest.mark.parametrize(
    ("text", "word", "recipients"),
    [
        ("An explosion targeting a clinic frightened the town.", "explosion", {"a clinic"}),
        ("The union condemned the bombings aimed at nuns.", "bombings", {"nuns"}),
        ("The attack hit a bakery and a chapel.", "attack", {"a bakery", "a chapel"}),
    ],
)
def test_what_an_act_is_aimed_at(parse: Parse, text: str, word: str, recipients: set[str]) -> None:
    found = {words for role, words in roles_of(parse, text, word) if role in {"recipient", "object"}}
    assert recipients <= found


def test_those_named_among_others_suffer_too(parse: Parse) -> None:
    found = roles_of(parse, "Nine monks were arrested on Friday, including the abbot and two cooks.", "arrested")
    assert {("recipient", "Nine monks"), ("recipient", "the abbot"), ("recipient", "two cooks")} <= found


def test_nouns_of_one_list_share_their_of(parse: Parse) -> None:
    text = "The union condemned the killing and wounding of farmers and nuns."
    for word in ("killing", "wounding"):
        assert {("recipient", "farmers"), ("recipient", "nuns")} <= roles_of(parse, text, word)


def test_a_body_before_its_act_does_it(parse: Parse) -> None:
    assert ("actor", "Coalition") in roles_of(parse, "Coalition airstrikes destroyed two bridges.", "airstrikes")
