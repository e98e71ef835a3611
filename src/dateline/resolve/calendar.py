"""Times on the calendar: what a time expression means, given the report's date and what stands before it in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport
from dateline.record import TimeMention
from dateline.resolve.intervals import interval_of, narrowed, precision_of
from dateline.resolve.timex_values import Context, Meaning, meaning_of

FULL_DATES = frozenset({"date", "numeric_date", "iso"})


def resolve_times(
    parsed: ParsedReport, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeMention, ...]:
    """The expressions with their TIMEX3 values and days, in their order.

    Days are counted from `published`, else from the first full date that the text itself states. With neither, a value
    keeps what is known ("XXXX-WXX-3", "XXXX-10-16") and the days are None. A date that is on no calendar (31 June)
    stays unresolved in the same way. Never raises, whatever was caught.
    """
    context = Context(published, published or first_full_date(found))
    mentions = []
    for number, expression in enumerate(found, 1):
        meaning = meaning_of(expression, context)
        mentions.append(mention_of(expression, meaning, f"t{number}"))
        context = context.after(expression, meaning)
    return tuple(mentions)


def first_full_date(found: Sequence[TimeExpression]) -> date | None:
    """The first day that the text states with its year."""
    empty = Context(None, None)
    for expression in found:
        if expression.form in FULL_DATES and (days := interval_of(meaning_of(expression, empty).value)):
            return days[0]
    return None


def mention_of(expression: TimeExpression, meaning: Meaning, name: str) -> TimeMention:
    days = meaning.days or interval_of(meaning.value)
    if days is not None and meaning.days is None:
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


__all__ = ["replace", "resolve_times"]
