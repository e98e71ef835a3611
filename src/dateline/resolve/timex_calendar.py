"""Values of months, seasons, years, decades, centuries and quarters."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dateline.resolve.intervals import SEASON_MONTHS
from dateline.resolve.timex_context import Context, Meaning, Parts, year_value
from dateline.resolve.timex_days import year_of

SOON = 31  # days
RUNNING = 60  # days: "last May" is not the May that began less than two months ago


def chosen_year(starts: Callable[[int], date], parts: Parts, now: date) -> int:
    """The year of a month or season without one: the last that has begun; with a future verb the next; "last" and
    "next" leave the running one out. What begins within a month is meant rather than its like of a year ago, unless a
    verb in the past says it of the time itself."""
    years = range(now.year - 2, now.year + 3)
    begun = [year for year in years if starts(year) <= now]
    to_come = [year for year in years if starts(year) > now]
    shift, tense = parts.get("shift"), parts.get("tense")
    running = (now - starts(begun[-1])).days < (RUNNING if shift == "-1" else 28)
    if shift == "1":
        return to_come[0]
    if shift == "-1":
        return begun[-2] if running else begun[-1]
    near = (starts(to_come[0]) - now).days <= SOON and parts.get("certain") != "yes"
    if (tense == "future" or near) and not running:
        return to_come[0]
    if tense in (None, "present") and not running:
        return min((begun[-1], to_come[0]), key=lambda year: abs((starts(year) - now).days + 90))
    return begun[-1]


def year_for(starts: Callable[[int], date], parts: Parts, context: Context) -> int | None:
    """The year stated, else the one that fits the report's date."""
    year = int(parts["of_year"]) if "of_year" in parts else year_of(parts, context)
    if year is not None or context.now is None:
        return year
    return context.now.year if parts.get("shift") == "0" else chosen_year(starts, parts, context.now)


def month(parts: Parts, context: Context) -> Meaning:
    """ "November", "early November 2022", "last May"."""
    number = int(parts["month"])
    year = year_for(lambda one: date(one, number, 1), parts, context)
    return Meaning(f"{year_value(year)}-{number:02}", parts.get("edge", ""))


def season(parts: Parts, context: Context) -> Meaning:
    """ "spring 2014", "last fall"."""
    name = parts["season"]
    year = year_for(lambda one: date(one, SEASON_MONTHS[name], 1), parts, context)
    return Meaning(f"{year_value(year)}-{name}", parts.get("edge", ""))


def year(parts: Parts, context: Context) -> Meaning:
    """ "1998", "early 2019"."""
    return Meaning(parts["year"], parts.get("edge", ""))


def spelled_year(parts: Parts, context: Context) -> Meaning:
    """ "nineteen ninety-six"."""
    numbers = [int(one) for one in parts["words"].split()]
    value = 2000 + sum(numbers[2:]) if numbers[:2] == [2, 1000] else numbers[0] * 100 + sum(numbers[1:])
    if "season" in parts:
        return Meaning(f"{year_value(value)}-{parts['season']}")
    return month({**parts, "year": str(value)}, context) if "month" in parts else Meaning(year_value(value))


def year_range(parts: Parts, context: Context) -> Meaning:
    """ "1990-1995", "1990-95"; "2022-11" is a month, since no range runs backwards."""
    if "last_year" in parts:
        return Meaning(f"{parts['year']}/{parts['last_year']}")
    text = parts["year_pair"]
    first, short = int(text[:4]), int(text[-2:])
    if "-" in text and short <= first % 100 and 1 <= short <= 12:
        return Meaning(f"{first}-{short:02}")
    last = first - first % 100 + short
    return Meaning(f"{first}/{last if last > first else last + 100}")


def half_year(parts: Parts, context: Context) -> Meaning:
    """ "the first half of 1989"."""
    half = 2 if parts["half"] in ("-1", "2") else 1
    now = context.now
    year = year_of(parts, context) or (now.year + int(parts.get("shift", "0")) if now else None)
    return Meaning(f"{year_value(year)}-H{half}")


def decade(parts: Parts, context: Context) -> Meaning:
    """ "the 1990s", "the nineties": the first three figures of its years."""
    if "decade_word" in parts:
        return Meaning(parts["decade_word"], parts.get("edge", ""))
    digits = re.sub(r"\D", "", parts["decade"])
    value = digits[:3] if len(digits) == 4 else ("20" if int(digits) < 30 else "19") + digits[0]
    return Meaning(value, parts.get("edge", ""))


def century(parts: Parts, context: Context) -> Meaning:
    """ "the 20th century": the first two figures of its years."""
    return Meaning(f"{int(parts['nth']) - 1:02}", parts.get("edge", ""))


def moved_quarter(value: str, quarters: int) -> str:
    """The quarter so many quarters after "1989-Q3"."""
    index = int(value[:4]) * 4 + int(value[6]) - 1 + quarters
    return f"{year_value(index // 4)}-Q{index % 4 + 1}"


def quarter_of(day: date) -> str:
    """The quarter that a day lies in."""
    return f"{year_value(day.year)}-Q{(day.month + 2) // 3}"


def quarter(parts: Parts, context: Context) -> Meaning:
    """ "the third quarter", "the 1988 third quarter", "the year-ago third quarter"."""
    nth = int(parts["nth"])
    if not 1 <= nth <= 4:
        return Meaning("XXXX-QX")
    year = int(parts["of_year"]) if "of_year" in parts else year_of(parts, context)
    if year is None and context.now:
        begun = date(context.now.year, 3 * nth - 2, 1) <= context.now
        year = (
            context.now.year - (0 if begun or parts.get("tense") == "future" else 1) + int(parts.get("year_ago", "0"))
        )
    return Meaning(f"{year_value(year)}-Q{nth}")


def this_quarter(parts: Parts, context: Context) -> Meaning:
    """ "the quarter", "the latest period": the quarter spoken of, else the last one that is over."""
    if context.now is None:
        return Meaning("XXXX-QX")
    running = quarter_of(context.now)
    if "running" in parts or parts.get("shift", "0") != "0":
        return Meaning(moved_quarter(running, int(parts.get("shift", "0"))))
    over = moved_quarter(running, -1)
    spoken = max(over, context.quarter or over) if "newest" in parts else context.quarter or over
    if "year_ago" in parts:
        return Meaning(moved_quarter(spoken, -4))
    if "year" in parts:
        return Meaning(parts["year"] + ("" if context.accounts else spoken[4:]))
    return Meaning(spoken)


def year_ago(parts: Parts, context: Context) -> Meaning:
    """ "year-earlier": of the quarter, where the text speaks of one."""
    if context.now is None:
        return Meaning("PAST_REF")
    return Meaning(context.year_before or year_value(context.now.year - 1))
