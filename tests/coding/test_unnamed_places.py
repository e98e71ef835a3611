"""Places of events that are told by a noun: "outside the courthouse"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.export.telling import Telling
from dateline.link.accounts import account
from dateline.pipeline import Coder
from dateline.record import EventPlace, Record, Report
from dateline.record.form import record_from_json, to_json


@pytest.fixture
def code(coder: Coder) -> Callable[[str], Record]:
    return lambda text: coder.code(Report(id="r1", text=text, sha256="x"))


def unnamed(record: Record) -> list[EventPlace]:
    return [place for event in record.events for place in event.places if place.place_id is None]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hundreds of people protested outside the courthouse on Monday.", "the courthouse"),
        ("Gunmen opened fire on three officers at a checkpoint on Tuesday.", "a checkpoint"),
        ("Soldiers killed five men in the village, a witness said.", "the village"),
        ("The two ministers met in the presidential palace.", "the presidential palace"),
    ],
)
def test_a_noun_tells_where_an_event_happened(code: Callable[[str], Record], text: str, words: str) -> None:
    record = code(text)
    assert [place.text for place in unnamed(record)] == [words]
    assert record.mentions.places == ()  # it names no place, and has no point


def test_a_name_in_the_phrase_puts_it_on_the_map(code: Callable[[str], Record]) -> None:
    record = code("Six people were killed at a market in Gwoza on Sunday.")
    (place,) = record.events[0].places
    assert place.text == "a market in Gwoza"
    assert [mention.id for mention in record.mentions.places if mention.text == "Gwoza"] == [place.place_id]


def test_what_is_on_the_map_comes_first(code: Callable[[str], Record]) -> None:
    record = code("In Kirkuk, hundreds of people protested outside the courthouse on Monday.")
    assert [place.place_id is None for place in record.events[0].places] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "The police arrested two students with knives on Monday.",
        "The minister condemned the attack in a statement.",
        "Gunmen killed six people in Kirkuk in the night.",
    ],
)
def test_what_is_no_place_is_none(code: Callable[[str], Record], text: str) -> None:
    assert unnamed(code(text)) == []


def test_exports_tell_it_by_its_words_and_linking_leaves_it_out(code: Callable[[str], Record]) -> None:
    record = code("Hundreds of people protested outside the courthouse on Monday.")
    assert record_from_json(to_json(record)) == record
    (event,) = record.events
    (shown,) = Telling(record).places(event)
    assert (shown.name, shown.precision, shown.latitude) == ("the courthouse", "unknown", None)
    assert account(record, event).places == ()
