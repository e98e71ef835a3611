"""Conditions on the words around a time expression, by the names that the grammar calls them (`check`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dateline.read import time_checks_dates as dates
from dateline.read import time_checks_spans as spans
from dateline.read.time_patterns import Candidate, Parts
from dateline.read.time_surroundings import Surroundings

Check = Callable[[Parts, Candidate, Surroundings], bool]


def passes(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the words around allow the reading."""
    name = candidate.rule.check
    return not name or CHECKS[name](dict(candidate.parts), candidate, around)


CHECKS: Mapping[str, Check] = {
    "adverb_set": spans.adverb_set,
    "alone": spans.alone,
    "after_preposition": dates.after_preposition,
    "bare_units": spans.bare_units,
    "capital_month": dates.capital_month,
    "clock": spans.clock,
    "clock_words": spans.clock_words,
    "day_before_month": dates.day_before_month,
    "day_count": spans.day_count,
    "day_of_month": dates.day_of_month,
    "decade": dates.decade,
    "duration": spans.duration,
    "led_by_for": spans.led_by_for,
    "month": dates.month,
    "part_of_day": spans.part_of_day,
    "range_of_days": dates.range_of_days,
    "reference": spans.reference,
    "running_unit": spans.running_unit,
    "season": dates.season,
    "set": spans.is_repeated,
    "short_weekday": dates.short_weekday,
    "some_day": spans.some_day,
    "spelled_year": dates.spelled_year,
    "weeks_or_months": spans.weeks_or_months,
    "year": dates.year,
    "year_range": dates.year_range,
}
