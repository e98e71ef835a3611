"""Times on the calendar: what an expression means, given the report's date and what stands before it in the text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport
from dateline.record import TimeMention
from dateline.resolve.intervals import interval_of, narrowed, precision_of
from dateline.resolve.timex_context import Context, Meaning
from dateline.resolve.timex_values import meaning_of

FULL_DATES = frozenset({"date", "numeric_date", "iso", "dated_time", "time"})
HEAD = 200  # characters: a full date that stands earlier dates the report


def resolve_times(
    parsed: ParsedReport, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeMention, ...]:
    """The expressions with their TIMEX3 values and days, in their order.

    Days are counted from `published`, else from a full date at the head of the text. With neither, dates without a year
    take the year that all full dates of the text share, and other values keep what is known ("XXXX-WXX-3",
    "XXXX-10-16", "PAST_REF") with the days None. A date that is on no calendar (31 June) keeps its value and has no
    days. Never raises, whatever was caught.
    """
    context = first_context(found, published)
    mentions = []
    for number, expression in enumerate(found, 1):
        meaning = meaning_of(expression, context)
        mentions.append(mention_of(expression, meaning, f"t{number}"))
        context = context.after(expression, meaning)
    return tuple(mentions)


def first_context(found: Sequence[TimeExpression], published: date | None) -> Context:
    """What the first expression is counted from."""
    if published:
        return Context(published)
    empty = Context(None)
    stated = [
        (expression, days[0])
        for expression in found
        if expression.form in FULL_DATES and (days := interval_of(meaning_of(expression, empty).value))
    ]
    if stated and stated[0][0].span.start < HEAD:
        return Context(stated[0][1])
    years = {day.year for _, day in stated}
    return Context(None, years.pop() if len(years) == 1 else None)


def mention_of(expression: TimeExpression, meaning: Meaning, name: str) -> TimeMention:
    """The expression with its value and days."""
    days = interval_of(meaning.value)
    if meaning.days is not None:
        days = meaning.days
    elif days is not None:
        days = narrowed(days, meaning.edge)
    span = expression.span
    return TimeMention(
        span.start,
        span.end,
        span.text,
        id=name,
        timex_type=expression.timex_type,
        timex_value=meaning.value,
        earliest=days[0] if days else None,
        latest=days[1] if days else None,
        precision=precision_of(days),
    )
