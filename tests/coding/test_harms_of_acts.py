"""Harms told alone belong to the act that is told before them."""

from __future__ import annotations

from datetime import date

from dateline.coding.harms_of_acts import with_acts_of_harms
from dateline.record import Event, EventTime, Relation, Span
from dateline.record.values import EventType


def event(name: str, kind: EventType, start: int, mode: str | None = None, **more: object) -> Event:
    return Event(id=name, type=kind, mode=mode, triggers=(Span(start, start + 4, "word"),), **more)  # type: ignore[arg-type]


def parts(*events: Event) -> list[str | None]:
    tied = with_acts_of_harms(events)
    return [next((one.event for one in each.relations if one.kind == "part_of"), None) for each in tied]


def test_a_harm_is_part_of_the_last_act_before_it() -> None:
    acts = event("e1", "ASSAULT", 0), event("e2", "ASSAULT", 50)
    assert parts(*acts, event("e3", "HARM", 80, "death")) == [None, None, "e2"]


def test_a_report_that_opens_with_the_harm() -> None:
    assert parts(event("e1", "HARM", 0, "injury"), event("e2", "ASSAULT", 50)) == ["e2", None]


def test_without_an_act_it_stands_alone() -> None:
    assert parts(event("e1", "HARM", 0, "death"), event("e2", "PROTEST", 9)) == [None, None]


def test_what_is_joined_already_stays() -> None:
    harm = event("e2", "HARM", 50, "death", relations=(Relation("causes", "e1"),))
    assert parts(event("e1", "ASSAULT", 0), harm) == [None, None]


def test_nobody_died_in_an_act_that_came_later_or_is_not_real() -> None:
    old = EventTime(earliest=date(2019, 1, 1), latest=date(2019, 1, 1))
    new = EventTime(earliest=date(2022, 1, 1), latest=date(2022, 1, 1))
    harm = event("e2", "HARM", 50, "death", time=old)
    assert parts(event("e1", "ASSAULT", 0, time=new), harm) == [None, None]
    assert parts(event("e1", "ASSAULT", 0, factuality="planned"), harm) == [None, None]
    assert parts(event("e1", "ASSAULT", 0, background=True), harm) == [None, None]


def test_damage_is_no_bodily_harm() -> None:
    assert parts(event("e1", "ASSAULT", 0), event("e2", "HARM", 50, "damage")) == [None, None]
