"""Times: the words of a report that name a day, a month, a time of the day, a span of time or a repetition.

Extents and types follow the TimeML annotation guidelines 1.2.1: the article and the modifier belong to the expression
("the past three weeks", "early November", "at least 30 days"), the preposition does not ("since Monday").
"""

from __future__ import annotations

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport
from dateline.read.time_checks import passes
from dateline.read.time_patterns import Candidate, candidates
from dateline.read.time_surroundings import Surroundings
from dateline.read.time_tense import tense_at
from dateline.read.time_words import lexemes

TENSED_FORMS = frozenset(
    [
        "weekday",
        "weekday_part",
        "date",
        "date_range",
        "named_day",
        "month",
        "season",
        "quarter",
        "numeric_date",
        "time",
        "part_of_day",
        "part_of_date",
        "weekend",
        "unit_end",
    ]
)


def times(parsed: ParsedReport) -> tuple[TimeExpression, ...]:
    """The time expressions in their order; none overlaps another. Linear in the length of the text."""
    found = lexemes(parsed.report.text)
    around = Surroundings(parsed, found)
    chosen: list[TimeExpression] = []
    free_from = 0
    for candidate in candidates(found):
        if candidate.first < free_from or not passes(candidate, around):
            continue
        free_from = candidate.last + 1
        if (expression := expression_of(candidate, around)) is not None:
            chosen.append(expression)
    return tuple(chosen)


def expression_of(candidate: Candidate, around: Surroundings) -> TimeExpression | None:
    """The candidate as a finding; with the tense of what it says where the form's meaning depends on it."""
    found = around.found
    span = around.parsed.cut(found[candidate.first].start, found[candidate.last].end)
    if span is None:
        return None
    parts = candidate.parts
    if candidate.rule.form in TENSED_FORMS and (governed := tense_at(around.token_at(span.start))):
        parts = (*parts, ("tense", governed.tense), ("certain", "yes" if governed.certain else "no"))
    return TimeExpression(span, candidate.rule.timex_type, candidate.rule.form, parts)
