"""Times."""

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport


def times(parsed: ParsedReport) -> tuple[TimeExpression, ...]:
    return ()
