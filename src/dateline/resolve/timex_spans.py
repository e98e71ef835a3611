"""Values of durations and repetitions: "P3W", "PT5H", and the days of "the past three weeks"."""

from __future__ import annotations

from dateline.resolve.intervals import Interval, interval_of
from dateline.resolve.timex_context import Context, Meaning, Parts, reference
from dateline.resolve.timex_units import moved

# decades and centuries are told as years, fortnights as weeks, nights as days
AS_OTHER_UNITS = {"E": ("Y", 10), "C": ("Y", 100), "F": ("W", 2), "N": ("D", 1), "NI": ("D", 1)}
SMALLER = {
    "C": ("Y", 100),
    "E": ("Y", 10),
    "Y": ("M", 12),
    "M": ("D", 30),
    "W": ("D", 7),
    "D": ("TH", 24),
    "TH": ("TM", 60),
    "TM": ("TS", 60),
}


def plain(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:g}"


def period(count: str, unit: str) -> str:
    """The duration of so many units; "X" units are an unknown number."""
    name, factor = AS_OTHER_UNITS.get(unit, (unit, 1))
    if count == "X":
        name, amount = ("C" if unit == "C" else name), "X"
    else:
        amount = plain(float(count) * factor)
    return f"PT{amount}{name[1]}" if name.startswith("T") else f"P{amount}{name}"


def duration(parts: Parts, context: Context) -> Meaning:
    """ "three weeks", "two and a half years", "half an hour", "weeks"."""
    name = parts.get("length") or parts.get("vague") or parts.get("vague_clock") or "D"
    if "single" in parts:
        return Meaning(period("1", parts["single"]))
    if "half" in parts:
        smaller, number = SMALLER.get(name, ("M", 6))
        return Meaning(period(plain(number / 2), smaller))
    if "count" not in parts:
        return Meaning(period("X", name))
    if "part" in parts and name in SMALLER:
        return Meaning(period(parts["count"], name) + rest_of(parts, name))
    return Meaning(period(parts["count"], name), days=span_days(parts, context))


def rest_of(parts: Parts, name: str) -> str:
    """The half of "two and a half years" in the next smaller unit: "6M"."""
    smaller, number = SMALLER[name]
    rest = period(plain(number * float(parts["part"])), smaller).removeprefix("PT").removeprefix("P")
    return ("T" if smaller.startswith("T") and not name.startswith("T") else "") + rest


def span_days(parts: Parts, context: Context) -> Interval | None:
    """The days of "the past three weeks" and "the next two days": up to the report's date, or from it on."""
    if "span" not in parts or context.now is None or parts.get("length", "T").startswith("T"):
        return None
    sign = int(parts["span"]) or -1
    other = interval_of(moved(context.now, parts["length"], sign * float(parts["count"])).value)
    if other is None:
        return None
    return (other[0], context.now) if sign < 0 else (context.now, other[1])


def repeated(parts: Parts, context: Context) -> Meaning:
    """ "every two weeks", "each July"."""
    if "month" in parts:
        return Meaning(f"XXXX-{int(parts['month']):02}")
    if "day_part" in parts or "weekend" in parts:
        return Meaning(f"XXXX-XX-XXT{parts['day_part']}" if "day_part" in parts else "XXXX-WXX-WE")
    return Meaning(period(parts.get("count", "1"), parts["length"]))


def stated(parts: Parts, context: Context) -> Meaning:
    """ "now", "recent years", "the coming weeks": no more than past, present or future."""
    if "value" in parts:
        return Meaning(parts["value"])
    return Meaning(reference(-1 if "past" in parts else 1 if "to_come" in parts else 0))


def whole_unit(parts: Parts, context: Context) -> Meaning:
    """ "the year ended June 30"."""
    return Meaning(period("1", parts["unit"]))
