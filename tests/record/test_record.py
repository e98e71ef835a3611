"""The record: spans held to the text, ids that resolve, JSON there and back."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.record import (
    Actor,
    ActorMention,
    Claim,
    Event,
    EventTime,
    Mentions,
    Participant,
    PlaceMention,
    Record,
    Relation,
    Report,
    Section,
    Span,
)
from dateline.record.form import incident_from_json, json_schema, record_from_json, to_json

TEXT = "💥 Shells hit Kharkiv, the mayor said."
REPORT = Report(id="a", text=TEXT, sha256="", published=date(2031, 5, 14))
HIT = Span.cut(TEXT, 9, 12)


def test_offsets_count_code_points() -> None:
    assert HIT.text == "hit"


@given(st.text(), st.integers(-5, 30), st.integers(-5, 30))
def test_a_span_is_cut_exactly_or_not_at_all(text: str, start: int, end: int) -> None:
    if 0 <= start < end <= len(text):
        assert Span.cut(text, start, end).stands_in(text)
    else:
        with pytest.raises(ValueError, match="span"):
            Span.cut(text, start, end)


def test_a_record_with_words_from_elsewhere_is_refused() -> None:
    event = Event(id="e1", type="ASSAULT", triggers=(Span(9, 12, "hat"),))
    with pytest.raises(ValueError, match=r"'hat' is not at 9\.\.12"):
        Record(report=REPORT, events=(event,))


def test_a_span_in_a_participant_is_checked_too() -> None:
    part = Participant(2, 8, "Rocket", role="actor", kind="thing")
    event = Event(id="e1", type="ASSAULT", triggers=(HIT,), participants=(part,))
    with pytest.raises(ValueError, match="Rocket"):
        Record(report=REPORT, events=(event,))


@pytest.mark.parametrize(
    "parts",
    [
        {"events": (Event(id="e1", type="ASSAULT", triggers=(HIT,), claims=("c9",)),)},
        {"events": (Event(id="e1", type="ASSAULT", triggers=(HIT,), relations=(Relation("denies", "e9"),)),)},
        {"claims": (Claim(id="c1", kind="direct", actor_id="x9"),)},
        {"claims": (Claim(id="c1", kind="direct", within="c9"),)},
        {"actors": (Actor(id="x1", name="mayor", kind="person", mentions=("a9",)),)},
        {"mentions": Mentions(actors=(ActorMention(26, 31, "mayor", id="a1", kind="person", actor_id="x9"),))},
    ],
)
def test_an_id_that_names_nothing_is_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"'\w9' is named but not there"):
        Record(report=REPORT, **parts)


def test_an_id_that_stands_twice_is_refused() -> None:
    event = Event(id="e1", type="ASSAULT", triggers=(HIT,))
    with pytest.raises(ValueError, match="two events are called 'e1'"):
        Record(report=REPORT, events=(event, event))


def test_an_event_needs_words() -> None:
    with pytest.raises(ValueError, match="no trigger"):
        Event(id="e1", type="ASSAULT", triggers=())


def test_intervals_and_points_must_make_sense() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        EventTime(earliest=date(2031, 5, 2), latest=date(2031, 5, 1))
    with pytest.raises(ValueError, match="latitude"):
        PlaceMention(13, 20, "Kharkiv", id="p1", name="Kharkiv", latitude=91.0, longitude=0.0)


def test_a_section_ends_within_its_text() -> None:
    with pytest.raises(ValueError, match="beyond the text"):
        Report(id="a", text="short", sha256="", sections=(Section("title", 0, 9),))


def test_a_record_comes_back_from_json_as_it_was() -> None:
    time = EventTime(earliest=date(2031, 5, 1), latest=date(2031, 5, 2))
    event = Event(id="e1", type="ASSAULT", triggers=(HIT,), time=time)
    record = Record(report=REPORT, events=(event,))
    assert record_from_json(to_json(record)) == record
    assert b"\n" not in to_json(record)


def test_json_of_another_shape_is_refused_by_field() -> None:
    line = to_json(Record(report=REPORT)).replace(b'"published":"2031-05-14"', b'"published":"soon"')
    with pytest.raises(msgspec.ValidationError, match="published"):
        record_from_json(line)
    with pytest.raises(msgspec.ValidationError):
        incident_from_json(line)


def test_the_schema_names_every_part_of_a_record() -> None:
    schema = json_schema()
    assert {"Record", "Report", "Event", "Claim", "Actor", "PlaceMention"} <= set(schema["$defs"])
