"""The days that metadata and datelines state."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.ingest.datelines import opening_of, stated_date
from dateline.ingest.dates import EARLIEST_YEAR, LATEST_YEAR, UnreadableDateError, day_of


@pytest.mark.parametrize(
    "written",
    [
        "2031-03-03",
        "2031-03-03T23:30:00-05:00",
        "2031-03-03 08:00:00.123Z",
        "2031-03-03T08:00+01:00[Europe/Kyiv]",
        "2031/03/03",
        "20310303",
        "20310303T101500Z",
        "3 March 2031",
        "3rd of March, 2031",
        "3-Mar-2031",
        "March 3, 2031",
        "Mar. 3, 2031 at 10:15 pm EST",
        "Monday, 3 March 2031, 10:15 GMT",
        "Mon, 03 Mar 2031 08:00:00 +0000 (UTC)",
        "Mon Mar 03 10:15:00 +0000 2031",
        "3.3.2031",
        "03/03/2031",
        "1930262400",
        "1930262400000",
    ],
)
def test_a_day_is_read_as_written(written: str) -> None:
    assert day_of(written).day == date(2031, 3, 3)


@pytest.mark.parametrize(
    ("written", "day"),
    [("10 JAN 90", date(1990, 1, 10)), ("10 JAN 31", date(2031, 1, 10)), ("1 may '68", date(2068, 5, 1))],
)
def test_two_digits_of_a_year_are_of_their_century(written: str, day: date) -> None:
    assert day_of(written).day == day


@pytest.mark.parametrize(
    "written",
    [
        "",
        "yesterday",
        "3 March",
        "Monday",
        "2031-02-30",
        "2031-13-01",
        "0025-03-03",
        "25-03-03",
        "31/04/2031",
        "x" * 999,
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(UnreadableDateError):
        day_of(written)


@pytest.mark.parametrize("written", ["2031", "2031-03", "2031-03-00", "2031-03-XX", "March 2031", "03/04/2031"])
def test_a_date_that_leaves_the_day_open_is_unknown_with_a_doubt(written: str) -> None:
    stated = day_of(written)
    assert stated.day is None
    assert written in (stated.doubt or "")


@given(st.dates(date(EARLIEST_YEAR, 1, 1), date(LATEST_YEAR, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 10:00:00 +0000", "%Y%m%d"):
        assert day_of(day.strftime(form)).day == day


@given(st.text())
def test_nothing_but_a_day_or_an_unreadable_date_comes_out(written: str) -> None:
    try:
        stated = day_of(written)
    except UnreadableDateError:
        return
    assert (stated.day is None) == (stated.doubt is not None)


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        ("KALDEN, March 3, 2031 (NPA) - Troops entered the town.", "KALDEN, March 3, 2031 (NPA) - "),
        ("KALDEN, March 3 (NPA) — Troops entered the town.", "KALDEN, March 3 (NPA) — "),
        ("SAN PALDO, 10 JAN 90 (NPA) -- [TEXT] TROOPS ENTERED THE TOWN.", "SAN PALDO, 10 JAN 90 (NPA) -- [TEXT] "),
        ("KALDEN (NORVANIA), 10 JAN 90 -- TROOPS ENTERED.", "KALDEN (NORVANIA), 10 JAN 90 -- "),
        ("KALDEN, Norvania (NPA) _ Troops entered.", "KALDEN, Norvania (NPA) _ "),
        ("GENEVA (3 March 2031) – Two experts said.", "GENEVA (3 March 2031) – "),
        ("(NPA) - Troops entered.", "(NPA) - "),
        ("Kalden — Troops entered the town.", "Kalden — "),
        ("NEW KALDEN: Troops entered the town.", "NEW KALDEN: "),
        ("new kalden: troops entered the town.", "new kalden: "),
        ("March 3, 2031", "March 3, 2031"),
        ("Updated: Mar 3, 2031 - 6:38 PM", "Updated: Mar 3, 2031 - 6:38 PM"),
        ("Kalden (NPA)", "Kalden (NPA)"),
    ],
)
def test_a_dateline_is_found_at_the_start_of_a_line(line: str, dateline: str) -> None:
    opening = opening_of(line)
    assert opening is not None
    assert line[: opening.end] == dateline


@pytest.mark.parametrize(
    "line",
    [
        "Troops entered the town of Kalden on March 3, 2031.",
        "On March 3, 2031, troops entered the town.",
        "March 3, 2031 was the day on which they came.",
        "BREAKING: Troops enter Kalden",
        "Mara Linde — the mayor's daughter — said nothing.",
        "The army - which denied it - left.",
        "He said: nothing.",
        "QUESTION: Did they come?",
        "",
        "—",
        ":",
    ],
)
def test_running_text_has_no_dateline(line: str) -> None:
    assert opening_of(line) is None


@pytest.mark.parametrize(
    "text",
    [
        "Clashes in Kalden\n\nKALDEN, March 3, 2031 (NPA) - Troops entered.",
        "KALDEN, 3 MAR 31 -- TROOPS ENTERED.",
        "Clashes in Kalden\nBy Mara Linde\nMarch 3, 2031\nTroops entered.",
        "Clashes in Kalden\r\nBy Mara Linde, March 3, 2031\r\nTroops entered.",
        "Clashes in Kalden\nBy Mara Linde | The Post | 3 March 2031 | 10:15\nTroops entered.",
        "Published: Monday, 3 March 2031 10:15 GMT\n\nTroops entered.",
        "**3 March 2031**\n\nTroops entered.",
        "Date: 2031-03-03\n\nTroops entered.",
    ],
)
def test_a_text_states_its_own_date_in_its_head(text: str) -> None:
    assert stated_date(text) == date(2031, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "KALDEN, March 3 (NPA) - Troops entered.",
        "On March 3, 2031, troops entered Kalden.",
        "KALDEN, 30 FEB 31 -- TROOPS ENTERED.",
        "Clashes\n\nMarch 3, 0025\n\nTroops entered.",
        "A history\n\nThe town was founded early.\n\nMarch 3, 1931 - The army takes the town by night.",
        "Troops entered.\n" * 40 + "March 3, 2031\n",
    ],
)
def test_a_date_elsewhere_or_of_no_certain_day_is_not_the_texts_own(text: str) -> None:
    assert stated_date(text) is None
