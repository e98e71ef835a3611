"""From a TIMEX3 value to the days it means: first and last day, both included, and how exact that is."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dateline.record.values import TimePrecision

Interval = tuple[date, date]
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # first months on the northern half of the earth
DAY = timedelta(days=1)


def interval_of(value: str) -> Interval | None:
    """The days of a calendar value ("2022-11", "1989-Q3", "2022-W47-WE", "199", "A/B"); None where it has none."""
    if "/" in value:
        first, last = (interval_of(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last and first[0] <= last[1] else None
    value = value.split("T")[0]
    for pattern, read in READERS:
        if match := pattern.fullmatch(value):
            try:
                return read(match)
            except (ValueError, OverflowError):
                return None
    return None


def day_of(match: re.Match[str]) -> Interval:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return day, day


def week_of(match: re.Match[str]) -> Interval:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return (monday + 5 * DAY if match[3] else monday), monday + 6 * DAY


def months(year: int, month: int, number: int) -> Interval:
    """`number` whole months from a month on; a month beyond 12 lies in the next year."""
    last = month + number - 2
    end_year, end_month = year + last // 12, last % 12 + 1
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Interval]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), day_of),
    (re.compile(r"(\d{4})-W(\d\d)(-WE)?"), week_of),
    (re.compile(r"(\d{4})-(\d\d)"), lambda m: months(int(m[1]), int(m[2]), 1)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda m: months(int(m[1]), 3 * int(m[2]) - 2, 3)),
    (re.compile(r"(\d{4})-H([12])"), lambda m: months(int(m[1]), 6 * int(m[2]) - 5, 6)),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)"), lambda m: months(int(m[1]), SEASON_MONTHS[m[2]], 3)),
    (re.compile(r"(\d{4})"), lambda m: months(int(m[1]), 1, 12)),
    (re.compile(r"(\d{3})X?"), lambda m: (date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31))),
    (re.compile(r"(\d{2})"), lambda m: (date(int(m[1]) * 100, 1, 1), date(int(m[1]) * 100 + 99, 12, 31))),
)


def narrowed(days: Interval, edge: str) -> Interval:
    """The early (START), middle (MID) or late (END) part: of a month its first ten days, its 11th to 20th, the rest; of
    anything longer a third; a shorter time stays whole."""
    first, last = days
    width = (last - first).days + 1
    if width < 28 or edge not in ("START", "MID", "END"):
        return days
    third = timedelta(days=10 if width <= 31 else width // 3)
    if edge == "START":
        return first, first + third - DAY
    return (first + third, first + 2 * third - DAY) if edge == "MID" else (first + 2 * third, last)


def precision_of(days: Interval | None) -> TimePrecision:
    """What an interval's width amounts to: the finest unit that covers it."""
    if days is None:
        return "unknown"
    width = (days[1] - days[0]).days + 1
    if width <= 1:
        return "day"
    if width <= 6:
        return "days"
    if width <= 13:
        return "week"
    return "month" if width <= 31 else "year"
