"""TIMEX3 values of time expressions, form by form (TimeML annotation guidelines 1.2.1, section 2.4)."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.read.findings import TimeExpression
from dateline.resolve import timex_calendar, timex_clock, timex_days, timex_nth, timex_spans, timex_units
from dateline.resolve.intervals import interval_of
from dateline.resolve.timex_context import UNKNOWN_DAY, Context, Form, Meaning, Parts


def week_of(parts: Parts, context: Context) -> Meaning:
    """ "the week of March 6"."""
    days = interval_of(timex_days.dated(parts, context).value)
    return Meaning(timex_units.week_value(days[0]) if days else "XXXX-WXX")


FORMS: Mapping[str, Form] = {
    "date": timex_days.dated,
    "day_of_anchor": timex_days.day_of_anchor,
    "day_beside": timex_days.day_beside,
    "short_date": timex_days.numeric,
    "numeric_date": timex_days.numeric,
    "iso": timex_days.iso,
    "date_range": timex_days.date_range,
    "named_day": timex_days.named_day,
    "weekday": timex_days.weekday,
    "anchored_weekday": timex_days.anchored_weekday,
    "weekday_of_week": timex_nth.weekday_of_week,
    "nth_weekday": timex_nth.nth_weekday,
    "nth_day": timex_nth.nth_day,
    "nth_week": timex_nth.nth_week,
    "weekday_set": timex_days.weekday_set,
    "day": timex_days.day,
    "beyond_day": timex_days.beyond_day,
    "weekday_part": timex_clock.weekday_part,
    "part_of_date": timex_clock.part_of_date,
    "day_part": timex_clock.day_part,
    "next_day": timex_clock.next_day_part,
    "time": timex_clock.time,
    "dated_time": timex_clock.dated_time,
    "part_of_day": timex_clock.part_of_day,
    "month": timex_calendar.month,
    "season": timex_calendar.season,
    "year": timex_calendar.year,
    "spelled_year": timex_calendar.spelled_year,
    "year_range": timex_calendar.year_range,
    "half_year": timex_calendar.half_year,
    "decade": timex_calendar.decade,
    "century": timex_calendar.century,
    "quarter": timex_calendar.quarter,
    "this_quarter": timex_calendar.this_quarter,
    "year_ago": timex_calendar.year_ago,
    "unit": timex_units.unit,
    "unit_end": timex_units.unit_end,
    "weekend": timex_units.weekend,
    "week_of": week_of,
    "anchored_unit": timex_units.anchored_unit,
    "ago": timex_units.ago,
    "from_now": timex_units.from_now,
    "away": timex_units.further,
    "duration": timex_spans.duration,
    "whole_unit": timex_spans.whole_unit,
    "set": timex_spans.repeated,
    "adverb_set": timex_spans.stated,
    "reference": timex_spans.stated,
}


def meaning_of(expression: TimeExpression, context: Context) -> Meaning:
    """What the expression means; a value with X for what is not known."""
    try:
        return FORMS[expression.form](dict(expression.parts), context)
    except (ArithmeticError, LookupError, ValueError):  # beyond the calendar, or parts that make no sense
        return Meaning(UNKNOWN_DAY if expression.timex_type in ("DATE", "TIME") else "PXX")
