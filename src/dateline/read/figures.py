"""Figures."""

from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport


def figures(parsed: ParsedReport) -> tuple[FigurePhrase, ...]:
    return ()
