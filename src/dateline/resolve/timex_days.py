"""Values of days: dates, days of the week, today and tomorrow, named days."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from dateline.resolve.named_days import days_named
from dateline.resolve.timex_context import UNKNOWN_DAY, Context, Meaning, Parts, reference, year_value

LATELY, LONG_AGO = 92, 270  # days: a date within a quarter is meant rather than its like of about a year ago
JUST_PAST = 3  # days back
SHORT_YEARS_FROM = 40  # "40" to "99" are of the twentieth century, the others of ours


def year_of(parts: Parts, context: Context) -> int | None:
    """The year as stated: in full, short ("90", "'98"), or as "last year"."""
    if "year" in parts:
        return int(parts["year"])
    if "short_year" in parts:
        short = int(parts["short_year"].lstrip("'’"))
        return (1900 if short >= SHORT_YEARS_FROM else 2000) + short
    if "year_shift" in parts and context.now:
        return context.now.year + int(parts["year_shift"])
    return None


def calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where no calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest_day(month: int, day: int, parts: Parts, now: date) -> date | None:
    """The day without a year that the tense and nearness to the report's date suggest."""
    days = [found for year in (now.year - 1, now.year, now.year + 1) if (found := calendar_day(year, month, day))]
    tense = {"-1": "past", "1": "future"}.get(parts.get("shift", ""), parts.get("tense"))
    if tense == "past":
        doubtful = parts.get("certain") != "yes"
        soon = [found for found in days if doubtful and 0 < (found - now).days <= LATELY]
        days = (
            [found for found in days if found <= now and not (soon and (now - found).days > LONG_AGO)] or soon or days
        )
    elif tense == "future":
        days = [found for found in days if (now - found).days <= 31] or days
    return min(days, key=lambda found: abs((found - now).days), default=None)


def dated(parts: Parts, context: Context) -> Meaning:
    """ "Nov. 4", "4 November 2022"."""
    month, day, year = int(parts["month"]), int(parts["day"]), year_of(parts, context)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Meaning(UNKNOWN_DAY)
    if year is None and context.now is None:
        year = context.year
    if year is not None:
        return Meaning(f"{year_value(year)}-{month:02}-{day:02}")
    found = nearest_day(month, day, parts, context.now) if context.now else None
    return Meaning(found.isoformat() if found else f"XXXX-{month:02}-{day:02}")


def day_of_anchor(parts: Parts, context: Context) -> Meaning:
    """ "the 9th": of the month that the story has come to, else the last one before the report."""
    base, day = context.anchor, int(parts["day"])
    if base is None or not 1 <= day <= 31:
        return Meaning(f"XXXX-XX-{day:02}")
    months = [base.year * 12 + base.month - 1 + shift for shift in (0, -1, 1, -2)]
    days = [found for index in months if (found := calendar_day(index // 12, index % 12 + 1, day))]
    if context.now and parts.get("tense") != "future":
        days = [found for found in days if found <= context.now] or days
    elif context.now:
        days = [found for found in days if found >= context.now] or days
    return Meaning(days[0].isoformat())


def day_beside(parts: Parts, context: Context) -> Meaning:
    """ "25" in "April 24 and 25": of the month named just before."""
    day = int(parts["day"])
    if context.day is None:
        return Meaning(f"XXXX-XX-{day:02}")
    return Meaning(context.day.replace(day=day).isoformat())


def numeric(parts: Parts, context: Context) -> Meaning:
    """ "11/04/2022" in either order: as only one is possible, else the one nearer to the report's date, else the
    American for slashes and the European for dots and hyphens."""
    text = parts.get("numeric_date") or parts["short_date"]
    first, second, *rest = (int(one) for one in re.split(r"[/.-]", text))
    year = year_of({"year" if len(text) > 8 or rest[0] > 99 else "short_year": str(rest[0])}, context) if rest else None
    orders = []
    for month, day in ((first, second), (second, first)):
        if year is not None:
            found = calendar_day(year, month, day)
        else:
            found = nearest_day(month, day, parts, context.now) if context.now else None
        orders.append(found)
    american, european = orders
    if american and european and context.now:
        now = context.now
        return Meaning(min(american, european, key=lambda day: abs((day - now).days)).isoformat())
    chosen = (american or european) if "/" in text and rest else (european or american)
    return Meaning(chosen.isoformat() if chosen else UNKNOWN_DAY)


def iso(parts: Parts, context: Context) -> Meaning:
    """ "2022-11-04", with a time of the day or without."""
    text = parts["iso_date"].upper()
    year, month, day = (int(one) for one in text[:10].split("-"))
    return Meaning(text[:16] if calendar_day(year, month, day) else UNKNOWN_DAY)


def date_range(parts: Parts, context: Context) -> Meaning:
    """ "March 14-15", "between May 3 and 5": the first and the last day, as ISO 8601 writes an interval."""
    last_parts = {**parts, "day": parts["last_day"], "month": parts.get("last_month", parts["month"])}
    first, last = dated(parts, context), dated(last_parts, context)
    return Meaning(f"{first.value}/{last.value}")


def weekday_date(weekday: int, parts: Parts, context: Context) -> date | None:
    """The day of that name: the last one, with a future verb the next; "last" and "next" leave today out. A day just
    past is meant rather than its like of next week where the future is doubtful ("could not be found Monday"); with a
    verb in the present, the nearer one."""
    now = context.now
    if now is None:
        return None
    back = (now.isoweekday() - weekday) % 7
    shift = parts.get("shift")
    if shift == "-1":
        return now - timedelta(days=back or 7)
    if shift == "1":
        return now + timedelta(days=(-back) % 7 or 7)
    tense, certain = parts.get("tense"), parts.get("certain") == "yes"
    if shift == "0" and tense != "past":
        return now + timedelta(days=(-back) % 7)
    ahead = (tense == "future" and (certain or back > JUST_PAST)) or (
        tense == "present" and certain and back > JUST_PAST
    )
    return now + timedelta(days=(-back) % 7) if ahead else now - timedelta(days=back)


def weekday(parts: Parts, context: Context) -> Meaning:
    """ "Friday", "last Friday", "Monday" of "Monday to Friday"."""
    day = int(parts["weekday"])
    found = weekday_date(int(parts.get("until", day)), parts, context)
    if found and "until" in parts:
        found -= timedelta(days=(int(parts["until"]) - day) % 7)
    return Meaning(found.isoformat() if found else f"XXXX-WXX-{day}")


def anchored_weekday(parts: Parts, context: Context) -> Meaning:
    """ "the previous Friday", "the following Monday": before or after the day that the story has come to."""
    return weekday(parts, replace(context, now=context.anchor))


def weekday_set(parts: Parts, context: Context) -> Meaning:
    """ "every Friday", "Tuesday nights"."""
    part = {"N": "NI"}.get(parts.get("day_part", ""), parts.get("day_part", ""))
    return Meaning(f"XXXX-WXX-{parts['weekday']}" + (f"T{part}" if part else ""))


def day(parts: Parts, context: Context) -> Meaning:
    """ "today", "yesterday", "tomorrow"."""
    shift = int(parts["shift"])
    return Meaning((context.now + timedelta(days=shift)).isoformat() if context.now else reference(shift))


def beyond_day(parts: Parts, context: Context) -> Meaning:
    """ "the day before yesterday"."""
    return day({"shift": str(2 * int(parts["shift"]))}, context)


def named_day(parts: Parts, context: Context) -> Meaning:
    """A holiday: of the year stated, else the one that tense and nearness suggest."""
    name, now = parts["named_day"], context.now
    years = [int(parts["year"])] if "year" in parts else [now.year + shift for shift in (-1, 0, 1)] if now else []
    found = [days for year in years for days in days_named(name, year)]
    if now and "year" not in parts:
        past, future = [days for days in found if days[0] <= now], [days for days in found if days[1] >= now]
        if (parts.get("shift") == "-1" or parts.get("tense") == "past") and past:
            found = past[-1:]
        elif (parts.get("shift") == "1" or parts.get("tense") == "future") and future:
            found = future[:1]
    if not found:
        return Meaning(UNKNOWN_DAY)
    first, last = min(found, key=lambda days: abs((days[0] - now).days)) if now else found[0]
    return Meaning(first.isoformat() if first == last else f"{first}/{last}")
