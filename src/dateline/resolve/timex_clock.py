"""Values of times of the day: "T14:30", and the parts of the day, "TMO", "TNI"."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.resolve.timex_context import UNKNOWN_DAY, Context, Meaning, Parts, reference
from dateline.resolve.timex_days import calendar_day, dated, day, iso, numeric, weekday

SMALL_HOURS = 5  # "four last night" is before dawn
AFTER_NOON = ("AF", "EV", "NI")


def clock_of(parts: Parts) -> str:
    """ "T" with hours and minutes, on the clock of 24 hours."""
    if "past_hour" in parts:
        return past_the_hour(parts)
    if "noon" in parts:
        return "T" + parts["noon"]
    if "clock" in parts:
        hour, minute = (int(one) for one in re.split(r"[:.]", parts["clock"])[:2])
    elif "military" in parts:
        hour, minute = int(parts["military"][:2]), int(parts["military"][2:])
    else:
        hour, minute = int(parts.get("hour", "0")), 0
    by_part = "hour" in parts and "meridiem" not in parts and parts.get("day_part") in AFTER_NOON
    if hour < 12 and (parts.get("meridiem") == "pm" or (by_part and hour > SMALL_HOURS)):
        hour += 12
    elif parts.get("meridiem") == "am" and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else "TXX:XX"


def past_the_hour(parts: Parts) -> str:
    """ "half past nine", "ten to six"."""
    past = {"0.5": 30, "Q": 15}.get(parts["past_hour"]) or int(parts["past_hour"])
    hour = int(clock_of({**{name: one for name, one in parts.items() if name != "past_hour"}})[1:3])
    minutes = hour * 60 + (past if "beyond" in parts else -past)
    return f"T{minutes // 60 % 24:02}:{minutes % 60:02}"


def anchored(context: Context) -> str:
    """The day that the story has come to, as a value."""
    return context.anchor.isoformat() if context.anchor else UNKNOWN_DAY


def time(parts: Parts, context: Context) -> Meaning:
    """A time on the day stated with it, else on the day that the story has come to."""
    if "month" in parts:
        base = dated(parts, context).value
    elif "weekday" in parts:
        base = weekday(parts, context).value
    elif "relative_day" in parts:
        base = day({"shift": parts["relative_day"]}, context).value
    else:
        base = anchored(context)
    return Meaning((UNKNOWN_DAY if base.endswith("REF") else base) + clock_of(parts))


def dated_time(parts: Parts, context: Context) -> Meaning:
    """ "21.07.2020, 09:14"."""
    base = numeric(parts, context) if "numeric_date" in parts else iso(parts, context)
    return Meaning(base.value[:10] + clock_of(parts))


def weekday_part(parts: Parts, context: Context) -> Meaning:
    """ "Friday night"."""
    return Meaning(f"{weekday(parts, context).value}T{parts['day_part']}")


def part_of_date(parts: Parts, context: Context) -> Meaning:
    """ "the night of 9 May"."""
    return Meaning(f"{dated(parts, context).value}T{parts['day_part']}")


def day_part(parts: Parts, context: Context) -> Meaning:
    """ "tonight", "last night", "this morning"; "overnight" and "all night" are the night before the report."""
    shift = int(parts.get("shift", "-1"))
    if context.now is None:
        return Meaning(reference(shift) if "shift" in parts else f"{UNKNOWN_DAY}TNI")
    return Meaning(f"{context.now + timedelta(days=shift)}T{parts.get('day_part', 'NI')}")


def next_day_part(parts: Parts, context: Context) -> Meaning:
    """ "the next morning", "that night": counted from the day that the story has come to."""
    if context.anchor is None:
        return Meaning(f"{UNKNOWN_DAY}T{parts['day_part']}")
    return Meaning(f"{context.anchor + timedelta(days=int(parts['shift']))}T{parts['day_part']}")


def part_of_day(parts: Parts, context: Context) -> Meaning:
    """ "at dawn"."""
    return Meaning(f"{anchored(context)}T{parts['day_part']}")


__all__ = [
    "calendar_day",
    "dated_time",
    "day_part",
    "next_day_part",
    "part_of_date",
    "part_of_day",
    "time",
    "weekday_part",
]
