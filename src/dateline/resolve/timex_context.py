"""What the value of a time expression is counted from, and the shape of the answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dateline.read.findings import TimeExpression
from dateline.resolve.intervals import Interval, interval_of

UNKNOWN_DAY = "XXXX-XX-XX"
Parts = Mapping[str, str]
ACCOUNTS = "P[69]M"  # the months that a company's accounts sum up beside the quarter
REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A value; its days where they are not simply the value's; and the part of them that is meant (START, MID, END)."""

    value: str
    edge: str = ""
    days: Interval | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from.

    `now` is the report's date, or the day that stands in for it; `year` that of dates without one where no day is
    known; `told` the days that the text named last, `quarter` the quarter of the year that it speaks of; in
    `accounts` of several months ("the nine months") what is compared with it is a year, not a quarter. `other_year` is
    the last that was named beside the running one.
    """

    now: date | None
    year: int | None = None
    told: Interval | None = None
    quarter: str | None = None
    accounts: bool = False
    other_year: int | None = None

    def after(self, expression: TimeExpression, meaning: Meaning) -> Context:
        """The context of the next expression."""
        value = meaning.value
        if re.fullmatch(r"\d{4}-Q\d", value):
            return self.after_quarter(expression, value)
        if re.fullmatch(ACCOUNTS, value) and self.quarter:
            return replace(self, accounts=True)
        in_passing = expression.form == "day_part" and "shift" not in dict(expression.parts)  # "overnight"
        if expression.timex_type in ("DATE", "TIME") and not in_passing and re.match(r"\d{4}(?:-\d\d|$)", value):
            days = interval_of(value)
            named = days is not None and self.now is not None and days[0].year != self.now.year
            year = int(value[:4]) if named else self.other_year
            return replace(self, told=(days or self.told) if "-" in value else self.told, other_year=year)
        return self

    def after_quarter(self, expression: TimeExpression, value: str) -> Context:
        """A quarter that is over is spoken of from now on, but not one that lies before the one spoken of: the text
        looks back at it."""
        if expression.form not in ("quarter", "this_quarter") or "year_ago" in dict(expression.parts):
            return self
        days = interval_of(value)
        told = dict(expression.parts).get("tense") == "past"  # the fourth quarter of a company's year may be over
        to_come = self.now is None or days is None or (days[1] if not told else days[0]) > self.now
        back = self.quarter is not None and value < self.quarter
        return self if to_come else replace(self, quarter=self.quarter if back else value, accounts=False)

    @property
    def year_before(self) -> str | None:
        """What "a year ago" means where the text speaks of a quarter or of several months: a quarter or a year."""
        if self.quarter is None:
            return None
        year = int(self.quarter[:4]) - 1
        return year_value(year) + ("" if self.accounts else self.quarter[4:])

    @property
    def day(self) -> date | None:
        """The day that the text named last, if it was a single day."""
        return self.told[0] if self.told and self.told[0] == self.told[1] else None

    @property
    def is_running(self) -> bool:
        """Whether the days named last hold the report's own."""
        return bool(self.told and self.now and self.told[0] <= self.now <= self.told[1])

    @property
    def anchor(self) -> date | None:
        """The day that the story has come to."""
        return self.day or self.now


Form = Callable[[Parts, Context], Meaning]


def reference(shift: int) -> str:
    """The value of a time of which only past, present or future is known."""
    return REFERENCES[(shift > 0) - (shift < 0)]


def year_value(year: int | None) -> str:
    """The four figures of a year, "XXXX" where it is not known; ValueError beyond the calendar."""
    if year is None:
        return "XXXX"
    if not 1 <= year <= 9999:
        raise ValueError(f"no calendar has the year {year}")
    return f"{year:04}"
