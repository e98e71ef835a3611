"""Toponyms."""

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport


def toponyms(parsed: ParsedReport) -> tuple[Toponym, ...]:
    return ()
