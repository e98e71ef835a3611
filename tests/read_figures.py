"""The counts of a parsed text, for the tests that look at them."""

from __future__ import annotations

from collections.abc import Callable

from dateline.read.actors import actors
from dateline.read.figures import figures as figures_of
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport

Parse = Callable[..., ParsedReport]


def figures(parsed: ParsedReport) -> tuple[FigurePhrase, ...]:
    return figures_of(parsed, actors(parsed))


def told(parsed: ParsedReport) -> list[tuple[str, str]]:
    return [(figure.span.text, figure.measure) for figure in figures(parsed)]
