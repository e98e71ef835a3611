"""One id for the same actor in every report of a casebook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dateline.link.actor_registry import Registry, registry
from dateline.record import Actor, Attribute, Codes, Judgement

Reports = Sequence[tuple[str, Sequence[Actor]]]
AT = datetime(2031, 5, 6, tzinfo=UTC)


def person(name: str, sector: Any = "GOV", country: str | None = None, **more: Any) -> Actor:
    basis: Any = "stated" if country else "none"
    codes = Codes(sector=sector, country=country, country_basis=basis)
    return Actor(id="x1", name=name, names=(name,), kind="person", codes=codes, **more)


def body(name: str, country: str | None = None, *, basis: Any = "stated", sector: Any = None) -> Actor:
    codes = Codes(country=country, sector=sector, country_basis=basis if country else "none")
    return Actor(id="x1", name=name, names=(name,), kind="organisation", codes=codes)


def told(name: Any, value: str) -> Attribute:
    return Attribute(start=0, end=len(value), text=value, name=name, value=value)


def ids(*actors: Actor, judgements: Sequence[Judgement] = ()) -> list[str]:
    """The ids of actors of which each stands in a report of its own."""
    reports = [(f"r{number}", [actor]) for number, actor in enumerate(actors)]
    known = registry(reports, judgements)
    return [known.ids(report, found)[0] for report, found in reports]


def test_spellings_of_one_name_are_one() -> None:
    one, other, third = ids(
        person("Volodymyr Sorinskyy", country="UKR"), person("Vladimir Sorinsky", country="UKR"), person("Ana Roux")
    )
    assert one == other != third


def test_initials_and_middle_names_fit() -> None:
    assert len(set(ids(person("Viktor Sorin"), person("V. Sorin"), person("Viktor B. Sorin")))) == 1


def test_a_surname_is_the_only_one_of_its_country() -> None:
    full, short = ids(person("Viktor Sorin", country="RUS"), person("Sorin", country="RUS"))
    assert full == short
    full, _, short = ids(
        person("Viktor Sorin", country="RUS"), person("Olga Sorin", country="RUS"), person("Sorin", country="RUS")
    )
    assert full != short


def test_countries_and_sides_keep_namesakes_apart() -> None:
    assert len(set(ids(person("Ali Hasan", country="IRQ"), person("Ali Hasan", country="SYR")))) == 2
    assert len(set(ids(person("Ali Hasan", "GOV"), person("Aly Hassan", "REB")))) == 2


def test_a_name_without_a_country_goes_to_the_only_one() -> None:
    one, other = ids(person("Ali Hasan", country="IRQ"), person("Ali Hasan"))
    assert one == other
    one, two, neither = ids(person("Ali Hasan", country="IRQ"), person("Ali Hasan", country="SYR"), person("Ali Hasan"))
    assert len({one, two, neither}) == 3


def test_private_people_are_not_one_by_their_name_alone() -> None:
    assert len(set(ids(person("Ana Roux", "CVL"), person("Ana Roux", "CVL")))) == 2


def test_private_people_are_one_where_more_agrees() -> None:
    nurse = person("Ana Roux", "CVL", attributes=(told("age", "34"), told("home", "Mwense")))
    again = person("Ana Roux", "CVL", attributes=(told("home", "Mwense"),))
    older = person("Ana Roux", "CVL", attributes=(told("age", "61"), told("home", "Mwense")))
    one, same, other = ids(nurse, again, older)
    assert one == same
    assert ids(nurse, older)[0] != ids(nurse, older)[1]
    assert other != ids(nurse, older)[0]


def test_a_full_name_alone_is_the_public_person_of_that_name() -> None:
    minister, bare, aged = ids(
        person("Viktor Sorin", country="RUS"),
        person("Viktor Sorin", None),
        person("Viktor Sorin", None, attributes=(told("age", "9"),)),
    )
    assert minister == bare != aged


def test_bodies_of_general_names_need_a_country() -> None:
    assert len(set(ids(body("Supreme Court", "BRA"), body("Supreme Court", "IND")))) == 2
    assert len(set(ids(body("Supreme Court"), body("Supreme Court")))) == 2
    assert len(set(ids(body("Supreme Court", "BRA"), body("Supreme Court", "BRA", basis="report")))) == 1


def test_bodies_by_spelling_and_acronym() -> None:
    one, other, short = ids(body("Harakat al-Amin Front"), body("Harakat Al-Ameen Front"), body("HAF"))
    assert one == other == short


def test_forces_of_a_country_are_one() -> None:
    forces = Actor(
        id="x1", name="Iraqi police", kind="organisation", codes=Codes(country="IRQ", country_basis="stated")
    )
    some = Actor(id="x1", name="two policemen", kind="group", codes=Codes(country="IRQ", country_basis="stated"))
    assert len(set(ids(forces, forces))) == 1
    assert len(set(ids(some, some))) == 2


def test_a_listed_actor_has_the_id_of_the_list() -> None:
    listed = Actor(id="x1", name="Ridge Front", names=("RF",), listed="q-17", kind="armed_unit")
    assert ids(listed) == ["q-17"]


def judgement(verdict: Any, one: str, other: str, **more: Any) -> Judgement:
    return Judgement(subject=f"actor:{one}", verdict=verdict, new=other, by="ada", at=AT, **more)


def test_judgements_are_heeded_and_the_last_one_holds() -> None:
    actors = [body("Ridge Front"), body("Valley Army")]
    one, other = ids(*actors)
    merge, split = judgement("merge", one, other), judgement("split", other, one)
    assert len(set(ids(*actors, judgements=[merge]))) == 1
    assert len(set(ids(*actors, judgements=[merge, split]))) == 2
    assert len(set(ids(*actors, judgements=[merge, split, merge]))) == 1


def test_a_split_keeps_spellings_apart() -> None:
    actors = [person("Ali Hasan"), person("Aly Hassan")]
    known = registry([("r0", actors[:1]), ("r1", actors[1:])])
    (tie,) = known.ties
    assert len(set(ids(*actors, judgements=[judgement("split", tie.one, tie.other)]))) == 2


def test_a_report_may_mean_somebody_else() -> None:
    actors = [body("Ridge Front"), body("Ridge Front"), body("Ridge Front")]
    front = ids(*actors)[0]
    found = ids(*actors, judgements=[judgement("split", front, "r1", field="report")])
    assert found[0] == found[2] == front != found[1]


def test_corrections_and_reasons_are_shown() -> None:
    reports = [("r1", [person("Viktor Sorin")]), ("r2", [person("Victor Sorin")])]
    known = registry(reports)
    (actor,) = known.actors()
    assert (actor.reports, len(actor.ids), actor.ties[0].reason) == (("r1", "r2"), 2, "one name in two spellings")
    corrected = registry(reports, [judgement("correct", actor.ids[1], "MDA", field="country")])
    assert next(corrected.actors()).country == "MDA"
    assert corrected.corrected(Actor(id=actor.id, name="Sorin", kind="person")).codes.country == "MDA"


NAMES = ("Viktor Sorin", "Victor Sorin", "V. Sorin", "Sorin", "Ana Roux", "Anna Roux", "Ali Hasan", "Aly Hassan")
people = st.builds(
    person,
    st.sampled_from(NAMES),
    st.sampled_from(("GOV", "REB", "CVL", None)),
    st.sampled_from((None, "RUS", "IRQ")),
    attributes=st.sampled_from(((), (told("age", "34"),), (told("home", "Mwense"),))),
)
bodies = st.builds(
    body,
    st.sampled_from(("Ridge Front", "Rydge Front", "Front of the Ridge", "RFA", "Ridge Front Army", "Supreme Court")),
    st.sampled_from((None, "RUS", "IRQ")),
)
casebooks = st.lists(st.lists(st.one_of(people, bodies), max_size=3), max_size=8)


def numbered(found: Sequence[Sequence[Actor]]) -> Reports:
    return [(f"r{number}", actors) for number, actors in enumerate(found)]


def who(known: Registry, reports: Reports) -> dict[str, list[str]]:
    return {report: known.ids(report, actors) for report, actors in reports}


@given(casebooks, st.randoms(use_true_random=False))
def test_the_order_of_reports_makes_no_difference(found: list[list[Actor]], random: Any) -> None:
    reports = numbered(found)
    shuffled = list(reports)
    random.shuffle(shuffled)
    one, other = registry(reports), registry(shuffled)
    assert who(one, reports) == who(other, reports)
    assert list(one.actors()) == list(other.actors())


@given(casebooks)
def test_nobody_is_of_two_countries(found: list[list[Actor]]) -> None:
    known = registry(numbered(found))
    for actor in known.actors():
        stated = {country for id in actor.ids if (country := known.known[id].country)}
        assert len(stated) <= 1


@given(casebooks, st.lists(people, min_size=1, max_size=3))
def test_ids_lead_to_their_actor_whatever_comes_later(found: list[list[Actor]], later: list[Actor]) -> None:
    reports = numbered(found)
    before = registry(reports)
    after = registry([*reports, ("later", later)])
    for id in before.root:
        assert after.actor(id) is not None


@given(casebooks, st.data())
def test_what_was_judged_holds(found: list[list[Actor]], data: st.DataObject) -> None:
    reports = numbered(found)
    known = sorted(registry(reports).known)
    if len(known) < 2:
        return
    one, other = data.draw(st.permutations(known))[:2]
    merged = registry(reports, [judgement("merge", one, other)])
    assert merged.root[one] == merged.root[other]
    split = registry(reports, [judgement("split", one, other)])
    assert split.root[one] != split.root[other]


def test_a_numbered_unit_of_a_country_is_one() -> None:
    def unit(name: str, country: str) -> Actor:
        codes = Codes(country=country, country_basis="stated")
        return Actor(id="x1", name=name, kind="armed_unit", codes=codes)

    one, same, other, abroad = ids(
        unit("155th marine brigade of Russia's Pacific Fleet", "RUS"),
        unit("155th brigade", "RUS"),
        unit("15th brigade", "RUS"),
        unit("155th brigade", "UKR"),
    )
    assert one == same
    assert len({one, other, abroad}) == 3
