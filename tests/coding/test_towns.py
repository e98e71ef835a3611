"""The town of each event, and how it is known."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding.place_basis import basis_of, finest_first
from dateline.coding.whereabouts import is_within
from dateline.pipeline import Coder
from dateline.read.parsed import ParsedReport
from dateline.record import Event, EventPlace, PlaceMention, Record, Report, Span
from dateline.record.places import mention_of

STREET = (
    "Springfield police are looking for a gunman.\n\n"
    "Two men were shot on Alder Street on Monday night, police said. One of them died in hospital.\n\n"
    "Neighbours in Springfield, Ill., said that they had heard six shots."
)
DATELINE = "KHARKIV, Ukraine - Four people were killed by shells on Tuesday.\n\nMoscow denied that it had fired them."
COUNTY = (
    "DES MOINES, Iowa - A boy was shot dead in Polk County on Sunday.\n\n"
    "The shooting happened at a house in Ankeny, deputies said. Ankeny police found the boy in the kitchen."
)

VILLAGE = (
    "SKADOVSK, Ukraine - Two guards were shot dead in Skadovsk on Monday.\n\n"
    "Shells killed six people in the village of Brodna in the Donetsk region of Ukraine.\n\n"
    "Skadovsk lies on the Black Sea."
)


@pytest.fixture
def code(coder: Coder) -> Callable[[str], Record]:
    return lambda text: coder.code(Report(id="r1", text=text, sha256="x"))


def main_event(record: Record) -> Event:
    return max((e for e in record.events if e.type in ("ASSAULT", "HARM")), key=lambda event: event.salience)


def test_a_street_comes_with_its_town(code: Callable[[str], Record]) -> None:
    places = main_event(code(STREET)).places
    assert "Springfield, Ill." in [place.text for place in places]
    assert "Alder Street" in [place.text for place in places]


def test_a_town_is_inherited_from_the_opening(code: Callable[[str], Record]) -> None:
    assert main_event(code(DATELINE)).places[0].text == "KHARKIV, Ukraine"


def test_the_finest_place_on_the_map_comes_first(code: Callable[[str], Record]) -> None:
    record = code(COUNTY)
    mentions = {place.id: place for place in record.mentions.places}
    event = main_event(record)
    assert mention_of(event.places[0], mentions).name == "Ankeny"


def test_a_village_off_the_map_gets_no_town_of_another_division(code: Callable[[str], Record]) -> None:
    record = code(VILLAGE)
    killed = next(event for event in record.events if any(span.text == "killed" for span in event.triggers))
    named = {place.place_id for place in killed.places}
    assert {place.name for place in record.mentions.places if place.id in named} == {"Brodna"}


def test_a_village_lies_within_the_division_it_was_put_into(code: Callable[[str], Record]) -> None:
    places = {place.name: place for place in code(VILLAGE).mentions.places}
    assert is_within(places["Brodna"], places["Donetsk"])
    assert not is_within(places["Donetsk"], places["Brodna"])
    assert not is_within(places["Donetsk"], places["Donetsk"])


def test_speech_inherits_no_town(code: Callable[[str], Record]) -> None:
    record = code(DATELINE)
    denial = next(event for event in record.events if event.type == "REJECT")
    assert denial.places == ()


def test_every_place_of_an_event_has_a_basis_and_a_mention(code: Callable[[str], Record]) -> None:
    for text in (STREET, DATELINE, COUNTY):
        record = code(text)
        known = {place.id for place in record.mentions.places}
        for event in record.events:
            assert len({place.place_id for place in event.places}) == len(event.places)
            for place in event.places:
                assert place.place_id in known
                assert place.basis in ("stated", "dateline", "title", "paragraph", "report")


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


@pytest.mark.parametrize(
    ("place", "basis"), [("Alder Street", "stated"), ("hospital", "paragraph"), ("Springfield, Ill", "report")]
)
def test_the_basis_is_where_the_report_says_so(parse: Callable[..., ParsedReport], place: str, basis: str) -> None:
    assert basis_of(parse(STREET), [span(STREET, "shot")], span(STREET, place)) == basis


def test_what_is_not_on_the_map_comes_last() -> None:
    mentions = {
        one.id: one
        for one in (
            PlaceMention(0, 1, "A", id="p1", name="A", precision="unknown"),
            PlaceMention(2, 3, "B", id="p2", name="B", precision="country", country="UKR", latitude=1.0, longitude=1.0),
            PlaceMention(4, 5, "C", id="p3", name="C", precision="town", country="UKR", latitude=1.0, longitude=1.0),
        )
    }
    told = [EventPlace(p.start, p.end, p.text, place_id=p.id) for p in mentions.values()]
    assert [place.text for place in finest_first(told, mentions)] == ["C", "B", "A"]


def test_of_equals_what_the_events_own_sentence_names_comes_first() -> None:
    mentions = {
        one.id: one
        for one in (
            PlaceMention(0, 1, "A", id="p1", name="A", precision="town", country="UKR", latitude=1.0, longitude=1.0),
            PlaceMention(2, 3, "B", id="p2", name="B", precision="town", country="UKR", latitude=1.0, longitude=1.0),
        )
    }
    told = [
        EventPlace(0, 1, "A", place_id="p1", basis="dateline"),
        EventPlace(2, 3, "B", place_id="p2", basis="stated"),
    ]
    assert [place.text for place in finest_first(told, mentions)] == ["B", "A"]
