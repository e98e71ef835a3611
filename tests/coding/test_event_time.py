"""When an event happened: the time that governs its words, and not another's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dateline.coding.event_time import event_time
from dateline.read.parsed import ParsedReport
from dateline.read.times import times
from dateline.record import EventTime, Span
from dateline.resolve.calendar import resolve_times

WEDNESDAY = date(2022, 11, 9)
Timed = Callable[..., EventTime]


@pytest.fixture
def timed(parse: Callable[..., ParsedReport]) -> Timed:
    def when(text: str, word: str, published: date | None = WEDNESDAY) -> EventTime:
        parsed = parse(text, published=published)
        start = text.index(word)
        mentions = resolve_times(parsed, times(parsed), published)
        return event_time([Span.cut(text, start, start + len(word))], parsed, mentions, published)

    return when


def test_the_time_of_its_own_clause(timed: Timed) -> None:
    found = timed("Rebels attacked the camp on Nov. 4.", "attacked")
    assert (found.earliest, found.latest, found.basis) == (date(2022, 11, 4), date(2022, 11, 4), "stated")
    assert [span.text for span in found.spans] == ["Nov. 4"]


def test_a_noun_takes_the_time_before_it(timed: Timed) -> None:
    found = timed("The mayor condemned the Oct. 16 attack.", "attack")
    assert found.earliest == date(2022, 10, 16)


def test_joined_verbs_share_a_time(timed: Timed) -> None:
    text = "Protesters marched and burned tyres on Friday."
    assert timed(text, "marched").earliest == timed(text, "burned").earliest == date(2022, 11, 4)


def test_when_it_was_said_is_not_when_it_happened(timed: Timed) -> None:
    assert timed("Police said on Tuesday that gunmen killed two guards.", "killed").earliest is None


def test_the_time_of_a_relative_clause_is_not_the_main_verbs(timed: Timed) -> None:
    assert timed("Soldiers arrested a man who fled the city in 2019.", "arrested").earliest is None


def test_a_dateline_dates_no_event(timed: Timed) -> None:
    found = timed("COLOMBO, Monday - Rebels attacked the camp.", "attacked")
    assert (found.earliest, found.basis) == (None, "none")


def test_by_leaves_the_beginning_open(timed: Timed) -> None:
    found = timed("The army had destroyed nine bridges by Nov. 4.", "destroyed")
    assert (found.earliest, found.latest) == (None, date(2022, 11, 4))
    assert found.precision == "unknown"


def test_since_reaches_to_the_report(timed: Timed) -> None:
    found = timed("Militias have seized nine villages since Nov. 4.", "seized")
    assert (found.earliest, found.latest) == (date(2022, 11, 4), WEDNESDAY)


def test_a_story_goes_on_in_the_next_sentence(timed: Timed) -> None:
    found = timed("Rebels stormed the camp on Friday. They killed two guards.", "killed")
    assert (found.earliest, found.basis) == (date(2022, 11, 4), "relative")
    assert [span.text for span in found.spans] == ["Friday"]


def test_background_does_not_take_the_storys_day(timed: Timed) -> None:
    assert timed("Rebels stormed the camp on Friday. They have killed many guards.", "killed").earliest is None


def test_the_reports_date_is_no_fallback(timed: Timed) -> None:
    assert timed("Rebels attacked the camp.", "attacked") == EventTime()
    assert timed("Rebels attacked the camp on Friday.", "attacked", None) == EventTime()


def test_between_joins_two_mentions(timed: Timed) -> None:
    found = timed("Police arrested forty men between Nov. 1 and Nov. 4.", "arrested")
    assert (found.earliest, found.latest, found.precision) == (date(2022, 11, 1), date(2022, 11, 4), "days")
    assert [span.text for span in found.spans] == ["Nov. 1", "Nov. 4"]


@pytest.mark.parametrize(
    "days", ["on Nov. 1 and 4", "on Nov. 1 and on Nov. 4", "from Tuesday to Friday", "from Nov. 1 to 4", "Nov. 1-4"]
)
def test_days_told_together_bound_the_event(timed: Timed, days: str) -> None:
    found = timed(f"Police arrested forty men {days}.", "arrested")
    assert (found.earliest, found.latest) == (date(2022, 11, 1), date(2022, 11, 4))


def test_a_clause_joined_by_and_keeps_its_own_day(timed: Timed) -> None:
    found = timed("Rebels shelled the town on Nov. 1 and on Nov. 4 the mayor fled.", "shelled")
    assert found.earliest == date(2022, 11, 1)


def test_a_caption_does_not_date_the_next_sentence(timed: Timed) -> None:
    text = "FILE - Soldiers patrol the old bridge, Jan. 23, 2016. Rebels shelled the town."
    assert timed(text, "shelled").earliest is None
