"""Values of days, weeks, months and years that are told by their distance: "this week", "two years ago"."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.resolve.intervals import Interval, interval_of
from dateline.resolve.timex_calendar import moved_quarter, quarter_of
from dateline.resolve.timex_context import Context, Meaning, Parts, reference, year_value

SUNDAY = 7
UNKNOWN_UNITS = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
EDGES = {"-1": "START", "1": "END"}  # of "earlier" and "later"


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def unit_value(day: date, unit: str, shift: int) -> str:
    """The day, week, month, quarter, year, decade or century `shift` units from the one that a day lies in."""
    if unit == "D":
        return (day + timedelta(days=shift)).isoformat()
    if unit in "WF":
        return week_value(day + timedelta(weeks=shift * (2 if unit == "F" else 1)))
    if unit == "M":
        index = day.year * 12 + day.month - 1 + shift
        return f"{year_value(index // 12)}-{index % 12 + 1:02}"
    if unit == "Q":
        return moved_quarter(quarter_of(day), shift)
    if unit == "Y":
        return year_value(day.year + shift)
    return year_value(day.year + 10 * shift)[:3] if unit == "E" else year_value(day.year + 100 * shift)[:2]


def weeks_from(day: date, shift: int) -> date:
    """A day of the week so many weeks off. A newspaper's week begins on Sunday: on a Sunday, "last week" is the one
    that ISO 8601 ends that day."""
    ended = shift < 0 and day.isoweekday() == SUNDAY
    return day + timedelta(weeks=shift, days=1 if ended else 0)


def unit(parts: Parts, context: Context) -> Meaning:
    """ "last week", "earlier this month", "the end of the year"."""
    leaning, name = parts.get("leaning", ""), parts["unit"]
    edge = parts.get("edge") or EDGES.get(leaning, leaning)
    shift = int(parts.get("shift", "0")) or (2 * int(parts["twice"]) if "twice" in parts else 0)
    shift = -1 if "over" in parts else shift
    edge = EDGES.get(edge, edge)
    if context.now is None:
        return Meaning(reference(shift))
    base = context.anchor if name == "D" and context.anchor else context.now
    value = week_value(weeks_from(base, shift)) if name == "W" else unit_value(base, name, shift)
    days = interval_of(value)
    if days and leaning in EDGES and days[0] <= context.now <= days[1]:
        return Meaning(value, edge, (days[0], context.now) if leaning == "-1" else (context.now, days[1]))
    return Meaning(value, edge)


def unit_end(parts: Parts, context: Context) -> Meaning:
    """ "year-end", "month's end": the last day of the running one; with a verb in the past that of the one before."""
    name, now = parts["unit"], context.now
    shift = -1 if parts.get("tense") == "past" else 0
    days = interval_of(unit_value(now, name, shift)) if now else None
    return Meaning(days[1].isoformat() if days else UNKNOWN_UNITS["D"])


def weekend(parts: Parts, context: Context) -> Meaning:
    """The last one that has begun; with "this" or a future verb that of the running week, with "next" the one to
    come."""
    now = context.now
    if now is None:
        return Meaning("XXXX-WXX-WE")
    shift, in_weekend = parts.get("shift"), now.isoweekday() >= 6
    if shift == "1":
        weeks = 1 if in_weekend else 0
    elif shift == "0" or parts.get("tense") == "future":
        weeks = 0
    else:
        weeks = 0 if in_weekend and shift is None else -1
    return Meaning(f"{week_value(now + timedelta(weeks=weeks))}-WE")


def anchored_unit(parts: Parts, context: Context) -> Meaning:
    """ "the following month", "the day before", "that year": counted from the time that the text named last."""
    name = parts["unit"]
    base = context.anchor if name == "D" else (context.told[0] if context.told else context.now)
    if base is None:
        return Meaning(UNKNOWN_UNITS.get(name, "XXXX"))
    if name == "D" and parts["shift"] == "0" and context.day is None and context.told and not context.is_running:
        return some_day_of(context.told)
    if name == "Y" and context.other_year and context.now and base.year == context.now.year:
        base = date(context.other_year, 1, 1)  # the running year would be "this year"
    return Meaning(unit_value(base, name, int(parts["shift"])))


def some_day_of(told: Interval) -> Meaning:
    """ "that day" where the text named a month or a year: an unknown day of it."""
    first, last = told
    return Meaning(f"{first:%Y-%m}-XX" if first.month == last.month else f"{first:%Y}-XX-XX", days=told)


def moved(base: date, unit: str, units: float) -> Meaning:
    """The day, month or year that lies so many units off, as exactly as the unit allows."""
    if unit in ("D", "N", "NI"):
        return Meaning((base + timedelta(days=round(units))).isoformat())
    if unit in ("W", "F"):
        return Meaning((base + timedelta(days=round(units * (14 if unit == "F" else 7)))).isoformat())
    if unit in ("E", "C"):
        return Meaning(year_value(base.year + round((10 if unit == "E" else 100) * units)))
    if unit == "Y" and units != int(units):
        return Meaning(unit_value(base, "M", round(12 * units)))
    return Meaning(unit_value(base, unit, round(units)) if unit in ("M", "Q", "Y") else base.isoformat())


def away(parts: Parts, context: Context, *, base: date | None, sign: int) -> Meaning:
    """So many units before or after a day; "a year ago" is of the quarter where the text speaks of one."""
    if "count" not in parts or base is None:
        return Meaning(reference(sign))
    units, name = float(parts["count"]) + float(parts.get("part", "0")), parts["length"]
    if name == "C" and units != int(units):
        units, name = 10 * units, "E"
    if name == "Y" and units == 1 and sign < 0 and context.year_before:
        return Meaning(context.year_before)
    return Meaning(base.isoformat()) if name.startswith("T") else moved(base, name, sign * units)


def ago(parts: Parts, context: Context) -> Meaning:
    """ "two years ago"; of several weeks, the week."""
    several_weeks = parts.get("length") == "W" and float(parts.get("count", "0")) > 1
    if several_weeks and context.now:
        return Meaning(unit_value(context.now, "W", -round(float(parts["count"]))))
    return away(parts, context, base=context.now, sign=-1)


def from_now(parts: Parts, context: Context) -> Meaning:
    """ "three weeks from now"."""
    return away(parts, context, base=context.now, sign=1)


def further(parts: Parts, context: Context) -> Meaning:
    """ "two days later", "a year earlier": counted from the day that the text named last; "earlier" else from the
    report's. "A few days later" stays a span of days."""
    sign, name = int(parts["sign"]), parts["length"]
    if "vague" in parts:
        return Meaning(f"PT X{name[1]}".replace(" ", "") if name.startswith("T") else f"PX{name}")
    told = context.day if name in ("D", "W", "N", "NI", "F") or name.startswith("T") else None
    base = told or (context.told[0] if context.told else None) or (context.now if sign < 0 else None)
    if base is None:
        return Meaning("XXXX" if name in "YEC" else UNKNOWN_UNITS.get(name, UNKNOWN_UNITS["D"]))
    return away(parts, context, base=base, sign=sign)
