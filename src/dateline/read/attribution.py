"""Attributions."""

from dateline.read.findings import Attribution
from dateline.read.parsed import ParsedReport


def attributions(parsed: ParsedReport) -> tuple[Attribution, ...]:
    return ()
