"""What an event says, in words for people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dateline.export.telling import (
    Party,
    Telling,
    bound_words,
    bounds,
    date_words,
    number,
    place_words,
    report_name,
    source_name,
)
from dateline.record import Event, EventFigure, EventTime, Participant, PlaceMention
from made_casebook import Draft, plain_record, wire_record


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (12, 12, 12, "12"),
        (12, 12, None, "≥ 12"),
        (None, 50, 50, "≤ 50"),
        (None, 300, None, "≈ 300"),
        (40, None, 60, "40–60"),
        (0, 0, 0, "0"),
        (None, None, None, "?"),
        (1500, 1500, 1500, "1,500"),
    ],
)
def test_bounds_in_signs(low: float | None, best: float | None, high: float | None, words: str) -> None:
    assert bound_words(low, best, high) == words


def test_a_vague_number_has_only_its_lowest_bound() -> None:
    assert bounds(EventFigure(0, 6, "dozens", measure="killed", low=24, high=99, qualifier="vague")) == "≥ 24"


@pytest.mark.parametrize(("value", "words"), [(3.0, "3"), (2.5, "2.5"), (4_500_000.0, "4,500,000")])
def test_numbers(value: float, words: str) -> None:
    assert number(value) == words


def test_dates() -> None:
    first, last = date(2024, 5, 6), date(2024, 5, 9)
    assert date_words(EventTime()) == ""
    assert date_words(EventTime(earliest=first, latest=first)) == "2024-05-06"
    assert date_words(EventTime(earliest=first, latest=last)) == "2024-05-06 to 2024-05-09"
    assert date_words(EventTime(latest=last)) == "… to 2024-05-09"


def test_places() -> None:
    fields: dict[str, Any] = {"id": "p1", "country": "ZMB"}
    assert place_words(PlaceMention(0, 1, "x", name="Mwense", precision="town", **fields)) == "Mwense, ZMB"
    assert place_words(PlaceMention(0, 1, "x", name="Zambia", precision="country", **fields)) == "Zambia"


def test_who_is_named_twice_in_a_role_is_listed_once() -> None:
    draft = Draft("Rebels fought. Rebels fled. Miners fought.")
    draft.actor("a1", "Rebels", kind="armed_unit")
    first, second = (draft.part("actor", "Rebels", nth=nth, kind="armed_unit", actor="a1") for nth in (0, 1))
    miners = Participant(*draft.at("Miners"), role="actor", kind="group")
    draft.events.append(
        Event(id="e1", type="ASSAULT", triggers=(draft.span("fought"),), participants=(first, second, miners))
    )
    telling = Telling(draft.record())
    assert [party.name for party in telling.parties(telling.record.events[0], "actor")] == ["Rebels", "Miners"]


def test_denials_are_found_from_the_denied_event() -> None:
    record = wire_record()
    assert [event.id for event in Telling(record).denials(record.events[0])] == ["e3"]


def test_a_report_without_title_is_called_by_its_first_words() -> None:
    assert report_name(plain_record("Police came.", title="Raid").report) == "Raid"
    assert report_name(plain_record("Police\ncame.").report) == "Police came."
    assert report_name(plain_record("word " * 50).report) == "word " * 13 + "word …"
    assert report_name(plain_record("", id="r9").report) == "r9"


def test_a_name_is_added_where_the_words_do_not_say_it() -> None:
    draft = Draft("The Ridge Front fled. It burned the boats of the Ridge Front.")
    draft.actor("a1", "Ridge Front", kind="armed_unit")
    short, full, pronoun = (
        Party(draft.part("actor", words, actor="a1"), draft.record().actors[0])
        for words in ("Front", "The Ridge Front", "It")
    )
    assert (short.also, full.also, pronoun.also) == (None, None, "Ridge Front")
    assert pronoun.name == "Ridge Front"


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("articles/a.csv, row 3", "articles/a.csv, row 3"),
        ("/home/jo/cases/a.csv, row 3", "a.csv, row 3"),
        (r"C:\cases\a.txt", "a.txt"),
        ("/a.txt", "a.txt"),
        ("-", "-"),
        (None, None),
    ],
)
def test_whose_disk_a_report_came_from_is_not_told(source: str | None, shown: str | None) -> None:
    assert source_name(plain_record("", source=source).report) == shown
