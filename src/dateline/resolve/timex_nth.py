"""Values of days and weeks told by their place in a month or a week: "the second Sunday of May", "the last day of
February", "the first week of March", "Thursday last week"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from dateline.resolve.timex_calendar import year_for
from dateline.resolve.timex_context import UNKNOWN_DAY, Context, Meaning, Parts
from dateline.resolve.timex_units import week_value, weeks_from

WEEK = 7


def month_of(parts: Parts, context: Context) -> tuple[date, date] | None:
    """The first and the last day of the month that is spoken of; None where its year is not known."""
    number = int(parts["month"])
    year = year_for(lambda one: date(one, number, 1), parts, context)
    return (date(year, number, 1), date(year, number, monthrange(year, number)[1])) if year else None


def within(day: date, month: tuple[date, date]) -> date:
    """The day; ValueError where it does not lie in the month ("the fifth Sunday", "the 31st day")."""
    if not month[0] <= day <= month[1]:
        raise ValueError(f"{day} lies outside the month")
    return day


def nth_day(parts: Parts, context: Context) -> Meaning:
    """ "the first day of March"."""
    month, nth = month_of(parts, context), int(parts["nth"])
    if month is None:
        return Meaning(UNKNOWN_DAY)
    return Meaning((month[1] if nth < 0 else within(month[0] + timedelta(days=nth - 1), month)).isoformat())


def nth_weekday(parts: Parts, context: Context) -> Meaning:
    """ "the second Sunday in May", "the last Friday of March"."""
    month, nth, weekday = month_of(parts, context), int(parts["nth"]), int(parts["weekday"])
    if month is None:
        return Meaning(f"XXXX-WXX-{weekday}")
    if nth < 0:
        return Meaning((month[1] - timedelta(days=(month[1].isoweekday() - weekday) % WEEK)).isoformat())
    first = month[0] + timedelta(days=(weekday - month[0].isoweekday()) % WEEK)
    return Meaning(within(first + timedelta(weeks=nth - 1), month).isoformat())


def nth_week(parts: Parts, context: Context) -> Meaning:
    """ "the third week of March": the calendar week that holds the middle of its days, the 15th to the 21st."""
    month, nth = month_of(parts, context), int(parts["nth"])
    if month is None:
        return Meaning("XXXX-WXX")
    first = month[1] - timedelta(days=WEEK - 1) if nth < 0 else within(month[0] + timedelta(weeks=nth - 1), month)
    last = min(first + timedelta(days=WEEK - 1), month[1])
    return Meaning(week_value(first + timedelta(days=WEEK // 2)), days=(first, last))


def weekday_of_week(parts: Parts, context: Context) -> Meaning:
    """ "Thursday last week"."""
    if context.now is None:
        return Meaning(f"XXXX-WXX-{parts['weekday']}")
    base = weeks_from(context.now, int(parts["shift"]))
    return Meaning((base + timedelta(days=int(parts["weekday"]) - base.isoweekday())).isoformat())
