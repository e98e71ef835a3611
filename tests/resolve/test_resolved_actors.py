"""Resolved actors: names, codes, attributes and wholes."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.codebook.actor_list import ActorList
from dateline.read.actors import actors
from dateline.read.parsed import ParsedReport
from dateline.record import Actor
from dateline.resolve.actors import ResolvedActors, resolve_actors
from dateline.resolve.gazetteer import Gazetteer

Parse = Callable[..., ParsedReport]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.bundled()


@pytest.fixture
def resolve(parse: Parse, gazetteer: Gazetteer) -> Callable[[str], ResolvedActors]:
    def resolved(text: str) -> ResolvedActors:
        parsed = parse(text)
        return resolve_actors(parsed, actors(parsed), gazetteer)

    return resolved


Resolve = Callable[[str], ResolvedActors]


def named(resolved: ResolvedActors, name: str) -> Actor:
    return next(actor for actor in resolved.actors if actor.name == name)


def attributes(actor: Actor) -> set[tuple[str, str]]:
    return {(attribute.name, attribute.value) for attribute in actor.attributes}


def test_the_fullest_name_without_its_title(resolve: Resolve) -> None:
    resolved = resolve("Sorin spoke. President Vladimir Sorin was calm.")
    assert [actor.name for actor in resolved.actors] == ["Vladimir Sorin"]


def test_a_brigade_is_part_of_a_fleet_is_part_of_a_state(resolve: Resolve) -> None:
    resolved = resolve("The 155th marine brigade of Russia's Pacific Fleet attacked.")
    fleet, brigade = named(resolved, "Russia's Pacific Fleet"), resolved.actors[0]
    assert brigade.part_of == fleet.id
    assert fleet.part_of == named(resolved, "Russia").id
    assert brigade.codes.country == "RUS"
    assert brigade.codes.sector == "MIL"


def test_a_capital_that_acts_is_the_state(resolve: Resolve) -> None:
    (actor,) = resolve("Moscow warned of a long winter.").actors
    assert (actor.name, actor.kind, actor.codes.country, actor.codes.sector) == ("Russia", "state", "RUS", "GOV")


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        ("Hospital workers struck.", "MED"),
        ("A police spokesman denied it.", "COP"),
        ("Opposition leaders walked out.", "OPP"),
        ("Thirty legislators walked out.", "LEG"),
        ("Islamic State militants withdrew.", "REB"),
        ("A former minister was jailed.", "ELI"),
        ("Reporters were beaten.", "JRN"),
        ("Farmers blocked the road.", "AGR"),
        ("Tens of thousands of people marched.", "CVL"),
        ("Unknown gunmen fired.", "UAF"),
        ("Members of the militia fled.", "REB"),
        ("The attorney-general resigned.", "JUD"),
        ("Travel agents protested.", "BUS"),
        ("Riot victims protested.", "CVL"),
        ("Veteran politicians walked out.", "GOV"),
        ("Reactionary forces attacked the mayor.", None),
        ("Government forces attacked the mayor.", "MIL"),
    ],
)
def test_sector(resolve: Resolve, sentence: str, sector: str | None) -> None:
    assert resolve(sentence).actors[0].codes.sector == sector


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Iraqi police fired.", "IRQ"),
        ("The police of Iraq fired.", "IRQ"),
        ("The CIA denied it.", "USA"),
        ("Protesters marched through Lima and Cusco, in Peru.", "PER"),
        ("Russian-backed rebels fired.", None),
        ("The United Nations met.", None),
        ("Farmers blocked the road.", None),
    ],
)
def test_country(resolve: Resolve, sentence: str, country: str | None) -> None:
    assert resolve(sentence).actors[0].codes.country == country


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Irina Belova, 41, was freed.", ("age", "41")),
        ("Irina Belova (41) was freed.", ("age", "41")),
        ("Irina Belova, aged 41, was freed.", ("age", "41")),
        ("A 16-year-old boy was shot.", ("age", "16")),
        ("Governor Oleg Marin spoke.", ("role", "Governor")),
        ("Oleg Marin, governor of the Amur region, spoke.", ("role", "governor of the Amur region")),
        ("A nurse from Voronezh was wounded.", ("home", "Voronezh")),
        ("A Boston man was arrested.", ("home", "Boston")),
        (
            "Joel Britton, a candidate of the Socialist Workers Party, spoke.",
            ("affiliation", "Socialist Workers Party"),
        ),
    ],
)
def test_attributes(resolve: Resolve, text: str, attribute: tuple[str, str]) -> None:
    assert attribute in {each for actor in resolve(text).actors for each in attributes(actor)}


def test_a_title_of_courtesy_is_no_role(resolve: Resolve) -> None:
    assert attributes(resolve("Mr. Oleg Marin spoke.").actors[0]) == set()


def test_attributes_stand_in_the_text(resolve: Resolve) -> None:
    text = "😀 Governor Oleg Marin, 56, spoke.\r\nIrina Belova, 41, of Tomsk, left."
    resolved = resolve(text)
    spans = [attribute for actor in resolved.actors for attribute in actor.attributes]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in (*spans, *resolved.mentions))


def test_ids_count_from_the_first_mention(resolve: Resolve) -> None:
    resolved = resolve("Police met Ana Roux. She thanked them. Police left.")
    assert [mention.id for mention in resolved.mentions] == [f"a{n + 1}" for n in range(len(resolved.mentions))]
    assert [actor.id for actor in resolved.actors] == [f"x{n + 1}" for n in range(len(resolved.actors))]
    assert {m for actor in resolved.actors for m in actor.mentions} == {m.id for m in resolved.mentions}


def test_a_town_that_was_left_is_nobody(resolve: Resolve) -> None:
    assert "Velyka Novosilka" not in {m.text for m in resolve("His men had left Velyka Novosilka.").mentions}


def test_an_empty_report_has_no_actors(resolve: Resolve) -> None:
    assert resolve("") == ResolvedActors()


def test_a_town_before_an_office_is_no_part_of_the_name(resolve: Resolve) -> None:
    assert resolve("Ramallah Mayor Rami Hamid spoke.").actors[0].name == "Rami Hamid"


def test_a_description_is_named_without_its_article(resolve: Resolve) -> None:
    assert resolve("The miners struck.").actors[0].name == "miners"


def resolved_with(parse: Parse, gazetteer: Gazetteer, rows: str, text: str, path: Path) -> ResolvedActors:
    path.write_text(rows)
    parsed = replace(parse(text), listed=ActorList.read(path))
    return resolve_actors(parsed, actors(parsed), gazetteer)


def test_a_listed_body_is_found_and_has_the_codes_of_the_list(
    parse: Parse, gazetteer: Gazetteer, tmp_path: Path
) -> None:
    rows = "name,aliases,country,sector,id,kind\nGreen Lantern,the Lanterns,ZMB,REB,q1,armed_unit\n"
    text = "Green Lantern shelled the town. The Lanterns left."
    resolved = resolved_with(parse, gazetteer, rows, text, tmp_path / "mine.csv")
    listed = [actor for actor in resolved.actors if actor.listed == "q1"]
    assert {(one.name, one.kind, one.codes.country, one.codes.sector) for one in listed} == {
        ("Green Lantern", "armed_unit", "ZMB", "REB")
    }
    assert {one.codes.country_basis for one in listed} == {"list"}


def test_the_list_wins_over_what_the_words_say(parse: Parse, gazetteer: Gazetteer, tmp_path: Path) -> None:
    rows = "name,aliases,country,sector,id\nViktor Sorin,Sorin,MDA,OPP,q2\n"
    resolved = resolved_with(
        parse, gazetteer, rows, "Russian President Viktor Sorin spoke. Sorin left.", tmp_path / "mine.csv"
    )
    (sorin,) = [actor for actor in resolved.actors if actor.kind == "person"]
    assert (sorin.listed, sorin.codes.country, sorin.codes.sector) == ("q2", "MDA", "OPP")


@pytest.mark.parametrize(
    ("text", "name", "country", "basis"),
    [
        ("Syrian troops fired. Police in Damascus and Aleppo watched.", "Syrian troops", "SYR", "stated"),
        ("Syrian troops fired in Aleppo, Syria. A policeman fled.", "policeman", "SYR", "report"),
        ("The 155th marine brigade of Russia's Pacific Fleet attacked.", "155th marine brigade", "RUS", "stated"),
    ],
)
def test_how_a_country_is_known(resolve: Resolve, text: str, name: str, country: str, basis: str) -> None:
    found = next(actor for actor in resolve(text).actors if name in actor.name)
    assert (found.codes.country, found.codes.country_basis) == (country, basis)


def test_a_known_body_before_its_people_is_what_they_are_part_of(resolve: Resolve) -> None:
    resolved = resolve("Taliban gunmen killed a mayor.")
    gunmen = next(actor for actor in resolved.actors if "gunmen" in actor.name)
    assert gunmen.part_of == named(resolved, "Taliban").id


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The army denied it. Army troops shot two farmers.", "Army troops", "army"),
        ("The Guatemalan army denied it. Army troops shot two farmers.", "Army troops", "Guatemalan army"),
        ("The armed forces were silent. Two armed forces members burned a bus.", "members", "armed forces"),
    ],
)
def test_people_are_part_of_the_body_before_their_word(resolve: Resolve, text: str, part: str, whole: str) -> None:
    resolved = resolve(text)
    people = next(actor for actor in resolved.actors if part in actor.name)
    body = next(actor for actor in resolved.actors if actor.name == whole)
    assert people.part_of == body.id


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("A group of Taliban terrorists burned a bus.", "group of", "Taliban"),
        ("Two Shining Path members were shot by a policeman.", "members", "Shining Path"),
    ],
)
def test_a_crowd_is_part_of_the_body_that_its_words_name(resolve: Resolve, text: str, part: str, whole: str) -> None:
    resolved = resolve(text)
    crowd = next(actor for actor in resolved.actors if part in actor.name)
    assert crowd.part_of == named(resolved, whole).id


def test_which_of_two_armies_is_not_guessed(resolve: Resolve) -> None:
    resolved = resolve("The Honduran army met the Salvadoran army. Later army troops shot two farmers.")
    assert next(actor for actor in resolved.actors if actor.name == "army troops").part_of is None


def test_a_known_body_called_a_group_is_that_body(resolve: Resolve) -> None:
    (group,) = [actor for actor in resolve("The Maoist Shining Path group left.").actors if actor.names]
    assert (group.name, group.codes.country, group.codes.sector) == ("Shining Path", "PER", "REB")


def test_a_persons_own_name_is_no_country(resolve: Resolve) -> None:
    assert named(resolve("Michael Jordan was hurt."), "Michael Jordan").codes.country_basis != "stated"


def test_a_marine_brigade_and_a_president_through_a_report(resolve: Resolve) -> None:
    resolved = resolve(
        "Members of the 155th marine brigade of Russia's Pacific Fleet attacked a village. The marines left. The unit "
        "denied it. The same brigade fought on.\n\nRussian President Viktor Sorin spoke. Sorin was calm, he said."
    )
    said: dict[str, list[str]] = {}
    for mention in resolved.mentions:
        said.setdefault(mention.actor_id, []).append(mention.text)
    together = [set(texts) for texts in said.values()]
    assert any({"The marines", "The unit", "The same brigade"} <= texts for texts in together)
    assert any({"Russian President Viktor Sorin", "Sorin", "he"} <= texts for texts in together)
    members = next(actor for actor in resolved.actors if actor.name.startswith("Members"))
    by_id = {actor.id: actor for actor in resolved.actors}
    chain = []
    one: Actor | None = members
    while one is not None and one.part_of:
        one = by_id[one.part_of]
        chain.append(one.name)
    assert chain == ["155th marine brigade of Russia's Pacific Fleet", "Russia's Pacific Fleet", "Russia"]
    assert members.codes.sector == "MIL"


@pytest.mark.parametrize("rank", ["Maj.", "Lt. Col.", "Sgt.", "Gen."])
def test_an_abbreviated_rank_ends_no_sentence(resolve: Resolve, rank: str) -> None:
    officer = named(resolve(f"The army left. {rank} Omar Adan denied it."), "Omar Adan")
    assert (officer.codes.sector, [told.value for told in officer.attributes]) == ("MIL", [rank])


def test_the_adjective_major_is_no_rank(resolve: Resolve) -> None:
    (party,) = resolve("A major party condemned the raid.").actors
    assert party.codes.sector == "PTY"
