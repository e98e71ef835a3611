"""Where an event happened."""

from collections.abc import Callable

import pytest

from dateline.coding.event_place import event_places
from dateline.coding.place_ties import mere_places
from dateline.read.parsed import ParsedReport
from dateline.read.places import toponyms
from dateline.record import Span
from dateline.record.values import EventType
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places

Parse = Callable[..., ParsedReport]
Where = Callable[..., list[str]]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.bundled()


@pytest.fixture
def where(parse: Parse, gazetteer: Gazetteer) -> Where:
    """`where(text, trigger, kind)`: the words for the places of the event of the first such word."""

    def of(text: str, word: str, kind: EventType) -> list[str]:
        parsed = parse(text)
        found = toponyms(parsed, gazetteer.is_name)
        places = resolve_places(parsed, found, gazetteer)
        start = text.index(word)
        triggers = [Span(start, start + len(word), word)]
        chosen = event_places(triggers, parsed, mere_places(parsed, places), kind=kind)
        ids = {place.id for place in places}
        assert all(place.place_id in ids and place.stands_in(text) for place in chosen)
        return [place.text for place in chosen]

    return of


def test_the_place_that_hangs_on_the_trigger(where: Where) -> None:
    assert where("Gunmen killed six people in Kirkuk on Monday.", "killed", "ASSAULT") == ["Kirkuk"]


def test_not_the_place_that_somebody_comes_from(where: Where) -> None:
    text = "Doctors from Basra were attacked by gunmen in Kirkuk on Monday."
    assert where(text, "attacked", "ASSAULT") == ["Kirkuk"]


def test_the_most_specific_of_nested_places(where: Where) -> None:
    text = "Militants attacked a post in the town of Gwoza in Borno state, Nigeria, on Friday."
    assert where(text, "attacked", "ASSAULT") == ["Gwoza"]


def test_a_place_that_acts_is_not_where_it_happened(where: Where) -> None:
    assert "Moscow" not in where("Moscow condemned the attack in Kharkiv.", "condemned", "ACCUSE")


def test_places_joined_by_and_are_both(where: Where) -> None:
    assert where("Thousands protested in Belgrade and Nis on Friday.", "protested", "PROTEST") == ["Belgrade", "Nis"]


def test_a_place_is_carried_on_from_the_sentence_before(where: Where) -> None:
    text = "A bomb exploded in Kirkuk on Monday. At least six people were killed."
    assert where(text, "killed", "HARM") == ["Kirkuk"]


def test_without_a_place_there_is_none(where: Where) -> None:
    assert where("Six people were killed on Monday.", "killed", "HARM") == []


def test_no_trigger_has_no_place(parse: Parse) -> None:
    assert event_places([], parse("Six people were killed in Kirkuk."), ()) == ()


def test_a_street_that_is_not_on_the_map_comes_with_a_place_that_is(where: Where) -> None:
    text = "Police in Kirkuk closed the market. A man was shot on Juniper Street."
    assert where(text, "shot", "ASSAULT") in (["Kirkuk", "Juniper Street"], ["Kirkuk"])


def test_whose_a_building_is_does_not_say_where_it_stands(where: Where) -> None:
    assert where("Pensioners rallied at the Brazil consulate in Rosario.", "rallied", "PROTEST") == ["Rosario"]
