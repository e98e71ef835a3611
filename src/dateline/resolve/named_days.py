"""When a named day falls in a year: holidays of fixed date, of the nth weekday, of Easter, and of the Islamic and
Hebrew calendars by arithmetic (Reingold and Dershowitz, Calendrical Calculations; the sighted new moon may differ from
the tabular one by a day)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

from dateline.read.time_words import table
from dateline.resolve.intervals import Interval

ISLAMIC_EPOCH = 227014  # ordinal of 1 Muharram 1, Julian 15 July 622, the reckoning nearer to today's sightings
HEBREW_EPOCH = -1373427  # ordinal of 1 Tishri 1, less a day


@cache
def named_days() -> Mapping[str, Mapping[str, Any]]:
    """The entries of data/named_days.toml by each of their names, in lower case."""
    return {name.lower(): day for day in table("named_days").values() for name in day["names"]}


def days_named(name: str, year: int) -> tuple[Interval, ...]:
    """The days that a name means in a year of our calendar: mostly one, none where it does not fall in that year."""
    day = named_days().get(name.lower())
    if day is None or not 1600 <= year <= 2199:
        return ()
    return tuple(KINDS[day["kind"]](day, year))


def fixed(day: Mapping[str, Any], year: int) -> list[Interval]:
    when = date(day.get("year", year), day["month"], day["day"])
    return [(when, when)]


def nth_weekday(day: Mapping[str, Any], year: int) -> list[Interval]:
    if day["n"] < 0:
        after = date(year + day["month"] // 12, day["month"] % 12 + 1, 1)
        when = after - timedelta(days=(after.isoweekday() - day["weekday"] - 1) % 7 + 1)
    else:
        first = date(year, day["month"], 1)
        when = first + timedelta(days=(day["weekday"] - first.isoweekday()) % 7 + 7 * (day["n"] - 1))
    return [(when, when)]


def weekday_after(day: Mapping[str, Any], year: int) -> list[Interval]:
    start = date(year, day["month"], day["day"])
    when = start + timedelta(days=(day["weekday"] - start.isoweekday()) % 7)
    return [(when, when)]


def easter(day: Mapping[str, Any], year: int) -> list[Interval]:
    """The Gregorian Easter (Meeus, Jones and Butcher)."""
    century, in_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, rest = divmod(moon + week - 7 * shift + 114, 31)
    when = date(year, month, rest + 1) + timedelta(days=day["days"])
    return [(when, when)]


def orthodox_easter(day: Mapping[str, Any], year: int) -> list[Interval]:
    """The Julian Easter, on our calendar."""
    moon = (19 * (year % 19) + 15) % 30
    week = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, rest = divmod(moon + week + 114, 31)
    gap = year // 100 - year // 400 - 2
    when = date(year, month, rest + 1) + timedelta(days=gap + day["days"])
    return [(when, when)]


def islamic_ordinal(year: int, month: int, day: int) -> int:
    return day + 29 * (month - 1) + month // 2 + (year - 1) * 354 + (3 + 11 * year) // 30 + ISLAMIC_EPOCH - 1


def islamic_years(year: int) -> range:
    """The Islamic years that a year of our calendar touches."""
    about = (year - 622) * 33 // 32
    return range(about - 1, about + 3)


def islamic(day: Mapping[str, Any], year: int) -> list[Interval]:
    found = [date.fromordinal(islamic_ordinal(one, day["month"], day["day"])) for one in islamic_years(year)]
    return [(when, when) for when in found if when.year == year]


def islamic_month(day: Mapping[str, Any], year: int) -> list[Interval]:
    starts = [islamic_ordinal(one, day["month"], 1) for one in islamic_years(year)]
    found = [(date.fromordinal(start), date.fromordinal(start + 29)) for start in starts]
    return [days for days in found if days[0].year == year]


def hebrew_new_year(year: int) -> int:
    """Ordinal of 1 Tishri of a Hebrew year."""
    return HEBREW_EPOCH + hebrew_elapsed(year) + hebrew_delay(year)


def hebrew_elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def hebrew_delay(year: int) -> int:
    before, this, after = (hebrew_elapsed(year + shift) for shift in (-1, 0, 1))
    if after - this == 356:
        return 2
    return 1 if this - before == 382 else 0


def hebrew(day: Mapping[str, Any], year: int) -> list[Interval]:
    start = hebrew_new_year(year + 3761) - (0 if day["month"] == 7 else 177)  # Nisan begins 177 days before Tishri
    when = date.fromordinal(start + day["day"] - 1)
    return [(when, when)]


def listed(day: Mapping[str, Any], year: int) -> list[Interval]:
    found = [date.fromisoformat(one) for one in day["days"]]
    return [(when, when) for when in found if when.year == year]


def any_of(day: Mapping[str, Any], year: int) -> list[Interval]:
    days = table("named_days")
    return sorted(found for name in day["of"] for found in KINDS[days[name]["kind"]](days[name], year))


KINDS: Mapping[str, Callable[[Mapping[str, Any], int], list[Interval]]] = {
    "fixed": fixed,
    "year": fixed,
    "weekday": nth_weekday,
    "weekday_after": weekday_after,
    "easter": easter,
    "orthodox_easter": orthodox_easter,
    "islamic": islamic,
    "islamic_month": islamic_month,
    "hebrew": hebrew,
    "list": listed,
    "any": any_of,
}
