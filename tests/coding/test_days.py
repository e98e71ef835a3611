"""The day of an event whose own words name none, and how it is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import Coder
from dateline.record import EventTime, Record, Report

PUBLISHED = date(2031, 5, 14)  # a Wednesday
MARKET = (
    "Gunmen attacked the market of Dol Marek on Monday.\n\n"
    "They burned six stalls, traders said. Two guards were killed."
)


@pytest.fixture
def code(coder: Coder) -> Callable[..., Record]:
    def made(text: str, published: date | None = PUBLISHED) -> Record:
        return coder.code(Report(id="r1", text=text, sha256="x", published=published))

    return made


def time_of(record: Record, words: str) -> EventTime:
    return next(event.time for event in record.events if any(words in trigger.text for trigger in event.triggers))


def test_a_day_told_before_is_that_of_what_follows(code: Callable[..., Record]) -> None:
    time = time_of(code(MARKET), "burned")
    assert (time.earliest, time.latest, time.basis) == (date(2031, 5, 12), date(2031, 5, 12), "relative")


def test_an_inferred_day_has_the_words_that_name_it(code: Callable[..., Record]) -> None:
    [span] = time_of(code(MARKET), "burned").spans
    assert MARKET[span.start : span.end] == span.text == "Monday"


def test_what_is_told_as_of_today_has_the_reports_date(code: Callable[..., Record]) -> None:
    time = time_of(code("Teachers are marching through Dol Marek against the new law."), "marching")
    assert (time.earliest, time.latest, time.basis, time.spans) == (PUBLISHED, PUBLISHED, "report", ())


def test_a_report_without_a_date_gives_none(code: Callable[..., Record]) -> None:
    time = time_of(code("Teachers are marching through Dol Marek against the new law.", None), "marching")
    assert time == EventTime()


def test_what_may_yet_happen_has_no_day(code: Callable[..., Record]) -> None:
    text = "Police arrested six students on Friday. The union threatened to block the port unless they were freed."
    assert time_of(code(text), "block").basis == "none"


def test_history_inherits_no_day(code: Callable[..., Record]) -> None:
    record = code(MARKET + "\n\nThe region has seen years of war. Rebels had seized the bridge in an earlier campaign.")
    assert time_of(record, "war") == time_of(record, "seized") == EventTime()


def test_the_date_of_the_report_written_out_dates_nothing(code: Callable[..., Record]) -> None:
    record = code("May 14, 2031\n\nGunmen had attacked the market of Dol Marek. Two guards had been killed.")
    assert all(event.time.spans == () for event in record.events)
