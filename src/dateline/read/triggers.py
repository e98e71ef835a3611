"""Event triggers."""

from dateline.read.findings import Trigger
from dateline.read.parsed import ParsedReport


def triggers(parsed: ParsedReport) -> tuple[Trigger, ...]:
    return ()
