"""Times."""

from collections.abc import Sequence
from datetime import date

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport
from dateline.record import TimeMention


def resolve_times(
    parsed: ParsedReport, found: Sequence[TimeExpression], published: date | None
) -> tuple[TimeMention, ...]:
    return ()
