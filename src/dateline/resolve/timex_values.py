"""TIMEX3 values of time expressions, form by form (TimeML annotation guidelines 1.2.1, section 2.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.read.findings import TimeExpression
from dateline.resolve.intervals import Interval, interval_of
from dateline.resolve.named_days import days_named

UNKNOWN_DAY = "XXXX-XX-XX"
Parts = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value; its days where they are not simply the value's; and the part of them that is meant (START, MID, END)."""

    value: str
    edge: str = ""
    days: Interval | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from: the report's date (`now`: or what stands in for it), the last day and the
    last quarter that the text named, the last clock day."""

    published: date | None
    now: date | None
    day: date | None = None
    quarter: str | None = None
    year: int | None = None

    def after(self, expression: TimeExpression, meaning: Meaning) -> Context:
        """The context of the next expression."""
        value = meaning.value.split("/")[0]
        if re.match(r"\d{4}-Q\d$", value):
            compared = expression.form not in ("quarter", "this_quarter") or "year_ago" in dict(expression.parts)
            return self if compared else replace(self, quarter=value)
        if re.match(r"\d{4}-\d\d-\d\d", value) and expression.timex_type in ("DATE", "TIME"):
            days = interval_of(value)
            return replace(self, day=days[0] if days else self.day)
        return self

    @property
    def anchor(self) -> date | None:
        """The day that the story has come to."""
        return self.day or self.now


def meaning_of(expression: TimeExpression, context: Context) -> Meaning:
    """What the expression means; a value with X for what is not known."""
    parts = dict(expression.parts)
    try:
        return FORMS[expression.form](parts, context)
    except (OverflowError, ValueError):  # beyond the calendar's first or last year
        return Meaning(UNKNOWN_DAY if expression.timex_type in ("DATE", "TIME") else "PXX")


def number(parts: Parts, name: str) -> int | None:
    return int(parts[name]) if name in parts else None


# days ---------------------------------------------------------------------------------------------------------------


def year_of(parts: Parts) -> int | None:
    """The year as stated, a short one ("90", "'98") in the hundred years around 2000."""
    if "year" in parts:
        return int(parts["year"])
    if "short_year" in parts:
        short = int(parts["short_year"].lstrip("'’"))
        return 1900 + short if short >= 40 else 2000 + short
    return None


def calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


LATELY, LONG_AGO = 92, 270  # days: a date within a quarter is meant rather than its like of about a year ago


def nearest_day(month: int, day: int, parts: Parts, now: date) -> date | None:
    """The day without a year that the tense and nearness to the report's date suggest."""
    days = [found for year in (now.year - 1, now.year, now.year + 1) if (found := calendar_day(year, month, day))]
    tense = parts.get("tense")
    soon = [found for found in days if 0 < (found - now).days <= LATELY]
    if tense == "past":
        days = [found for found in days if found <= now and not (soon and (now - found).days > LONG_AGO)] or soon or days
    elif tense == "future":
        days = [found for found in days if found >= now - timedelta(days=31)] or days
    return min(days, key=lambda found: abs((found - now).days), default=None)


def dated(parts: Parts, context: Context) -> Meaning:
    month, day, year = int(parts["month"]), int(parts["day"]), year_of(parts)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return Meaning(UNKNOWN_DAY)
    if year is not None:
        return Meaning(f"{year:04}-{month:02}-{day:02}")
    found = nearest_day(month, day, parts, context.now) if context.now else None
    return Meaning(found.isoformat() if found else f"XXXX-{month:02}-{day:02}")


def numeric(parts: Parts, context: Context) -> Meaning:
    """Month and day in either order: as only one is possible, else the one nearer to the report's date, else the
    American for slashes and the European for dots and hyphens."""
    text = parts["numeric_date"]
    first, second, last = (int(one) for one in re.split(r"[/.-]", text))
    year = last if last >= 100 else year_of({"short_year": str(last)}) or last
    american, european = calendar_day(year, first, second), calendar_day(year, second, first)
    if american and european and context.now:
        chosen = min((american, european), key=lambda day: abs((day - context.now).days) if context.now else 0)
    else:
        chosen = (american or european) if "/" in text else (european or american)  # type: ignore[assignment]
    return Meaning(chosen.isoformat() if chosen else UNKNOWN_DAY)


def iso(parts: Parts, context: Context) -> Meaning:
    text = parts["iso_date"].upper()
    return Meaning(text[:16].rstrip("Z")) if interval_of(text[:10]) else Meaning(UNKNOWN_DAY)


def date_range(parts: Parts, context: Context) -> Meaning:
    first = dated(parts, context)
    last_parts = {**parts, "day": parts["last_day"], "month": parts.get("last_month", parts["month"])}
    last = dated(last_parts, context)
    return Meaning(f"{first.value}/{last.value}")


def weekday_date(weekday: int, parts: Parts, context: Context) -> date | None:
    """The day of that name: the last one, with a future verb the next; "last" and "next" leave today out."""
    now = context.now
    if now is None:
        return None
    back = (now.isoweekday() - weekday) % 7
    shift = parts.get("shift")
    if shift == "-1":
        return now - timedelta(days=back or 7)
    if shift == "1":
        return now + timedelta(days=(-back) % 7 or 7)
    if parts.get("tense") == "future":
        return now + timedelta(days=(-back) % 7)
    return now - timedelta(days=back)


def weekday(parts: Parts, context: Context) -> Meaning:
    day = int(parts["weekday"])
    found = weekday_date(day, parts, context)
    return Meaning(found.isoformat() if found else f"XXXX-WXX-{day}")


def weekday_part(parts: Parts, context: Context) -> Meaning:
    return Meaning(f"{weekday(parts, context).value}T{parts['day_part']}")


def weekday_set(parts: Parts, context: Context) -> Meaning:
    part = f"T{parts['day_part']}".replace("TN", "TNI").replace("TNII", "TNI") if "day_part" in parts else ""
    return Meaning(f"XXXX-WXX-{parts['weekday']}{part}")


def day(parts: Parts, context: Context) -> Meaning:
    if context.now is None:
        return Meaning("PRESENT_REF" if parts["shift"] == "0" else UNKNOWN_DAY)
    return Meaning((context.now + timedelta(days=int(parts["shift"]))).isoformat())


def day_part(parts: Parts, context: Context) -> Meaning:
    if "overnight" in parts:
        return Meaning(f"{context.now.isoformat() if context.now else UNKNOWN_DAY}TNI")
    shift = int(parts["shift"])
    found = context.now + timedelta(days=shift) if context.now else None
    return Meaning(f"{found.isoformat() if found else UNKNOWN_DAY}T{parts.get('day_part', 'NI')}")


def next_day(parts: Parts, context: Context) -> Meaning:
    shift = int(parts.get("shift", "0"))
    found = context.anchor + timedelta(days=shift) if context.anchor else None
    return Meaning(f"{found.isoformat() if found else UNKNOWN_DAY}T{parts['day_part']}")


def beyond_day(parts: Parts, context: Context) -> Meaning:
    found = context.now + timedelta(days=2 * int(parts["shift"])) if context.now else None
    return Meaning(found.isoformat() if found else UNKNOWN_DAY)


def named_day(parts: Parts, context: Context) -> Meaning:
    name, now = parts["named_day"], context.now
    if "year" in parts:
        found = days_named(name, int(parts["year"]))
    elif now is None:
        found = days_named(name, 2000) if name == "9/11" else ()
    else:
        found = tuple(days for year in (now.year - 1, now.year, now.year + 1) for days in days_named(name, year))
        past = [days for days in found if days[0] <= now]
        future = [days for days in found if days[1] >= now]
        if (parts.get("shift") == "-1" or parts.get("tense") == "past") and past:
            found = (past[-1],)
        elif (parts.get("shift") == "1" or parts.get("tense") == "future") and future:
            found = (future[0],)
    if not found:
        return Meaning(UNKNOWN_DAY)
    chosen = min(found, key=lambda days: abs((days[0] - now).days) if now else 0)
    first, last = chosen
    return Meaning(first.isoformat()) if first == last else Meaning(f"{first}/{last}")


# times of the day ---------------------------------------------------------------------------------------------------


def clock_of(parts: Parts) -> str:
    """ "T" and the time as hours and minutes; part of the day where no clock says it."""
    if "noon" in parts:
        return "T" + parts["noon"]
    if "clock" in parts:
        hour, minute = (int(one) for one in re.split(r"[:.]", parts["clock"])[:2])
    else:
        hour, minute = int(parts.get("hour", "0")), 0
    later = parts.get("meridiem") == "pm" or (
        "oclock" in parts and parts.get("day_part") in ("AF", "EV", "NI") and hour < 12
    )
    hour = hour % 12 + 12 if later else 0 if parts.get("meridiem") == "am" and hour == 12 else hour
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else "TXX:XX"


def time(parts: Parts, context: Context) -> Meaning:
    if "month" in parts:
        base = dated(parts, context).value
    elif "weekday" in parts:
        base = weekday(parts, context).value
    elif "relative_day" in parts:
        base = day({"shift": parts["relative_day"]}, context).value
    else:
        base = context.anchor.isoformat() if context.anchor else UNKNOWN_DAY
    return Meaning(base.replace("PRESENT_REF", UNKNOWN_DAY) + clock_of(parts))


def part_of_day(parts: Parts, context: Context) -> Meaning:
    return Meaning(f"{context.anchor.isoformat() if context.anchor else UNKNOWN_DAY}T{parts['day_part']}")


# months, seasons, years ------------------------------------------------------------------------------------------------


def shifted_year(parts: Parts, context: Context) -> int | None:
    """The year stated, or "this", "last" or "next" year."""
    if (year := year_of(parts)) is not None:
        return year
    if "of_year" in parts:
        return int(parts["of_year"])
    if "year_shift" in parts and context.now:
        return context.now.year + int(parts["year_shift"])
    return None


def chosen_year(starts: Callable[[int], date], parts: Parts, now: date) -> int:
    """The year of a month or season without one: the last that has begun; with a future verb the next; "last" and
    "next" leave the running one out."""
    years = (now.year - 2, now.year - 1, now.year, now.year + 1, now.year + 2)
    begun = [year for year in years if starts(year) <= now]
    to_come = [year for year in years if starts(year) > now]
    shift, tense = parts.get("shift"), parts.get("tense")
    if shift == "1":
        return to_come[0]
    running = (now - starts(begun[-1])).days < 28
    if shift == "-1":
        return begun[-2] if running else begun[-1]
    if tense == "future" and not running:
        return to_come[0]
    if tense in (None, "present") and not running:
        return min((begun[-1], to_come[0]), key=lambda year: abs((starts(year) - now).days - 90))
    return begun[-1]


def month(parts: Parts, context: Context) -> Meaning:
    number_of_month = int(parts["month"])
    year = shifted_year(parts, context)
    if year is None and context.now:
        if parts.get("shift") == "0":
            year = context.now.year
        else:
            year = chosen_year(lambda one: date(one, number_of_month, 1), parts, context.now)
    return Meaning(f"{year:04}-{number_of_month:02}" if year else f"XXXX-{number_of_month:02}", parts.get("edge", ""))


SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(parts: Parts, context: Context) -> Meaning:
    name = parts["season"]
    year = shifted_year(parts, context)
    if year is None and context.now:
        if parts.get("shift") == "0":
            year = context.now.year
        else:
            year = chosen_year(lambda one: date(one, SEASON_STARTS[name], 1), parts, context.now)
    return Meaning(f"{year:04}-{name}" if year else f"XXXX-{name}", parts.get("edge", ""))


def year(parts: Parts, context: Context) -> Meaning:
    return Meaning(parts["year"], parts.get("edge", ""))


def spelled_year(parts: Parts, context: Context) -> Meaning:
    numbers = [int(one) for one in parts["words"].split()]
    if numbers[:2] == [2, 1000]:
        value = 2000 + sum(numbers[2:])
    else:
        value = numbers[0] * 100 + sum(numbers[1:])
    return month({**parts, "year": str(value)}, context) if "month" in parts else Meaning(f"{value:04}")


def year_range(parts: Parts, context: Context) -> Meaning:
    if "last_year" in parts:
        return Meaning(f"{parts['year']}/{parts['last_year']}")
    text = parts["year_pair"]
    first, short = int(text[:4]), int(text[-2:])
    if "-" in text and short <= first % 100 and 1 <= short <= 12:
        return Meaning(f"{first}-{short:02}")
    last = first - first % 100 + short
    return Meaning(f"{first}/{last if last > first else last + 100}")


def half_year(parts: Parts, context: Context) -> Meaning:
    half = "2" if parts["half"] in ("-1", "2") else "1"
    year = number(parts, "year") or (context.now.year + int(parts.get("shift", "0")) if context.now else None)
    return Meaning(f"{year}-H{half}" if year else f"XXXX-H{half}")


def decade(parts: Parts, context: Context) -> Meaning:
    if "decade_word" in parts:
        return Meaning(parts["decade_word"], parts.get("edge", ""))
    digits = re.sub(r"\D", "", parts["decade"])
    value = digits[:3] if len(digits) == 4 else ("20" if int(digits) < 30 else "19") + digits[0]
    return Meaning(value, parts.get("edge", ""))


def century(parts: Parts, context: Context) -> Meaning:
    return Meaning(f"{int(parts['nth']) - 1:02}", parts.get("edge", ""))


# quarters -----------------------------------------------------------------------------------------------------------


def moved_quarter(value: str, quarters: int) -> str:
    index = int(value[:4]) * 4 + int(value[6]) - 1 + quarters
    return f"{index // 4:04}-Q{index % 4 + 1}"


def quarter_of(day: date) -> str:
    return f"{day.year:04}-Q{(day.month + 2) // 3}"


def quarter(parts: Parts, context: Context) -> Meaning:
    nth = int(parts["nth"])
    year = shifted_year(parts, context)
    if not 1 <= nth <= 4:
        return Meaning("XXXX-QX")
    if year is None and context.now:
        now = context.now
        year = now.year if date(now.year, 3 * nth - 2, 1) <= now or parts.get("tense") == "future" else now.year - 1
        year += int(parts.get("year_ago", "0"))
    return Meaning(f"{year}-Q{nth}" if year else f"XXXX-Q{nth}")


def this_quarter(parts: Parts, context: Context) -> Meaning:
    """ "the quarter", "the latest period": the quarter spoken of, else the last one that is over."""
    if context.now is None:
        return Meaning("XXXX-QX")
    running = quarter_of(context.now)
    if "shift" in parts and parts["shift"] != "0":
        return Meaning(moved_quarter(running, int(parts["shift"])))
    spoken = context.quarter or moved_quarter(running, -1)
    if "year_ago" in parts:
        return Meaning(moved_quarter(spoken, -4) if spoken[:4] == str(context.now.year) else spoken)
    if "year" in parts:
        return Meaning(f"{parts['year']}{spoken[4:]}")
    return Meaning(spoken)


def year_ago(parts: Parts, context: Context) -> Meaning:
    if context.now is None:
        return Meaning("PAST_REF")
    if context.quarter:
        return this_quarter(parts, context)
    return Meaning(f"{context.now.year - 1}")


# units ----------------------------------------------------------------------------------------------------------------


def unit_value(day: date, unit: str, shift: int) -> str:
    """The day, week, month, year ... `shift` units from the one that a day lies in."""
    if unit == "D":
        return (day + timedelta(days=shift)).isoformat()
    if unit in "WF":
        year, week, _ = (day + timedelta(weeks=shift * (2 if unit == "F" else 1))).isocalendar()
        return f"{year:04}-W{week:02}"
    if unit == "M":
        index = day.year * 12 + day.month - 1 + shift
        return f"{index // 12:04}-{index % 12 + 1:02}"
    if unit == "Q":
        return moved_quarter(quarter_of(day), shift)
    if unit == "Y":
        return f"{day.year + shift:04}"
    if unit == "E":
        return f"{(day.year // 10 + shift):03}"
    return f"{day.year // 100 + shift:02}"


UNKNOWN_UNITS = {"D": UNKNOWN_DAY, "W": "XXXX-WXX", "F": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}


def unit(parts: Parts, context: Context) -> Meaning:
    edge = parts.get("edge") or {"-1": "START", "1": "END"}.get(parts.get("leaning", ""), parts.get("leaning", ""))
    name = parts["unit"]
    if context.now is None:
        shift = parts.get("shift", "0")
        return Meaning({"-1": "PAST_REF", "1": "FUTURE_REF"}.get(shift, UNKNOWN_UNITS.get(name, "PRESENT_REF")))
    base = context.anchor if name == "D" and context.anchor else context.now
    value = unit_value(base, name, int(parts.get("shift", "0")))
    days = interval_of(value)
    if days and parts.get("shift", "0") == "0" and days[0] <= context.now <= days[1]:
        if parts.get("leaning") == "-1":
            return Meaning(value, edge, (days[0], context.now))
        if parts.get("leaning") == "1":
            return Meaning(value, edge, (context.now, days[1]))
    return Meaning(value, edge)


def weekend(parts: Parts, context: Context) -> Meaning:
    """The last one that has begun; with "this" that of the running week, with "next" the one to come."""
    now = context.now
    if now is None:
        return Meaning("XXXX-WXX-WE")
    shift = parts.get("shift")
    in_weekend = now.isoweekday() >= 6
    if shift == "0" or (shift == "1" and not in_weekend):
        weeks = 0
    elif shift == "1":
        weeks = 1
    else:
        weeks = 0 if in_weekend and shift is None else -1
    year, week, _ = (now + timedelta(weeks=weeks)).isocalendar()
    return Meaning(f"{year:04}-W{week:02}-WE")


def week_of(parts: Parts, context: Context) -> Meaning:
    days = interval_of(dated(parts, context).value)
    return Meaning(unit_value(days[0], "W", 0) if days else "XXXX-WXX")


def anchored_unit(parts: Parts, context: Context) -> Meaning:
    if context.anchor is None:
        return Meaning(UNKNOWN_UNITS.get(parts["unit"], "XXXX"))
    return Meaning(unit_value(context.anchor, parts["unit"], int(parts["shift"])))


# distances and durations -----------------------------------------------------------------------------------------------


def moved(base: date, unit: str, units: float) -> Meaning:
    """The day, month or year that lies so many units off, as exactly as the unit allows."""
    if unit == "D" or unit == "N":
        return Meaning((base + timedelta(days=round(units))).isoformat())
    if unit in "WF":
        return Meaning((base + timedelta(days=round(units * (14 if unit == "F" else 7)))).isoformat())
    if unit == "E":
        return Meaning(f"{base.year + round(10 * units):04}")
    if unit == "C":
        return Meaning(f"{base.year + round(100 * units):04}")
    if unit in "MQY":
        if units != int(units) and unit == "Y":
            return Meaning(unit_value(base, "M", round(12 * units)))
        return Meaning(unit_value(base, unit, round(units)))
    return Meaning(base.isoformat())


def away(parts: Parts, context: Context, *, base: date | None, sign: int, unknown: str) -> Meaning:
    if "count" not in parts:
        return Meaning(unknown)
    units = float(parts["count"]) + float(parts.get("part", "0"))
    name = parts["length"]
    if name == "Y" and units == 1 and sign < 0 and context.quarter:
        return Meaning(moved_quarter(context.quarter, -4))
    if base is None:
        return Meaning(unknown)
    if name.startswith("T"):
        return Meaning(base.isoformat())
    return moved(base, name, sign * units)


def ago(parts: Parts, context: Context) -> Meaning:
    name = parts.get("length", "")
    if name == "W" and "count" in parts and context.now and float(parts["count"]) > 1:
        return Meaning(unit_value(context.now, "W", -round(float(parts["count"]))))
    return away(parts, context, base=context.now, sign=-1, unknown="PAST_REF")


def further(parts: Parts, context: Context) -> Meaning:
    sign = int(parts["sign"])
    if "vague" in parts:
        return Meaning(period("X", parts["length"]))
    if sign < 0 and parts.get("length") == "Y" and context.day is None:
        base = context.now
    else:
        base = context.day or (context.now if context.published is None or sign < 0 else None)
    return away(parts, context, base=base, sign=sign, unknown="PAST_REF" if sign < 0 else "FUTURE_REF")


def period(count: str, unit: str) -> str:
    """A duration: "P3W", "PT5H"; decades and centuries as years, fortnights as weeks, nights as days."""
    name, factor = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "N": ("D", 1), "NI": ("D", 1)}.get(unit, (unit, 1))
    amount = count if count == "X" and factor == 1 else "X" if count == "X" else plain(float(count) * factor)
    return f"PT{amount}{name[1]}" if name.startswith("T") else f"P{amount}{name}"


def plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


SMALLER = {"Y": ("M", 12), "W": ("D", 7), "D": ("TH", 24), "TH": ("TM", 60), "TM": ("TS", 60), "M": ("D", 30)}


def duration(parts: Parts, context: Context) -> Meaning:
    name = parts.get("length") or parts.get("vague") or parts.get("vague_clock") or "D"
    if "half" in parts:
        smaller, number_of = SMALLER.get(name, ("M", 6))
        return Meaning(period(plain(number_of / 2), smaller))
    if "count" not in parts:
        return Meaning(period("X", name))
    if "part" in parts and name in SMALLER and float(parts["count"]) > 0:
        smaller, number_of = SMALLER[name]
        rest = period(plain(number_of * float(parts["part"])), smaller).lstrip("PT")
        value = period(parts["count"], name)
        joint = "T" if smaller.startswith("T") and not name.startswith("T") else ""
        return Meaning(f"{value}{joint}{rest}")
    value = period(parts["count"], name)
    return Meaning(value, days=span_days(parts, context))


def span_days(parts: Parts, context: Context) -> Interval | None:
    """The days of "the past three weeks" and "the next two days": up to the report's date or from it on."""
    if "span" not in parts or context.now is None or parts.get("length", "").startswith("T"):
        return None
    sign = int(parts["span"]) or -1
    other = interval_of(moved(context.now, parts["length"], sign * float(parts["count"])).value)
    if other is None:
        return None
    return (other[0], context.now) if sign < 0 else (context.now, other[1])


def repeated(parts: Parts, context: Context) -> Meaning:
    if "month" in parts:
        return Meaning(f"XXXX-{int(parts['month']):02}")
    return Meaning(period(parts.get("count", "1"), parts["length"]))


def stated(parts: Parts, context: Context) -> Meaning:
    return Meaning(parts.get("value") or ("PAST_REF" if "past" in parts else "PRESENT_REF"))


def whole_unit(parts: Parts, context: Context) -> Meaning:
    return Meaning(period("1", parts["unit"]))


FORMS: Mapping[str, Callable[[Parts, Context], Meaning]] = {
    "date": dated,
    "numeric_date": numeric,
    "iso": iso,
    "date_range": date_range,
    "named_day": named_day,
    "weekday": weekday,
    "weekday_part": weekday_part,
    "weekday_set": weekday_set,
    "day": day,
    "day_part": day_part,
    "next_day": next_day,
    "beyond_day": beyond_day,
    "time": time,
    "part_of_day": part_of_day,
    "month": month,
    "season": season,
    "year": year,
    "spelled_year": spelled_year,
    "year_range": year_range,
    "half_year": half_year,
    "decade": decade,
    "century": century,
    "quarter": quarter,
    "this_quarter": this_quarter,
    "year_ago": year_ago,
    "unit": unit,
    "weekend": weekend,
    "week_of": week_of,
    "anchored_unit": anchored_unit,
    "ago": ago,
    "away": further,
    "duration": duration,
    "whole_unit": whole_unit,
    "set": repeated,
    "adverb_set": stated,
    "reference": stated,
}
