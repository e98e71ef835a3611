"""What tests of several rooms share: the parser and the coder, loaded once, and reports made of a sentence or two."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import Coder
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report
from dateline.resolve.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def coder(parser: Parser) -> Coder:
    return Coder(parser, Gazetteer.bundled())


@pytest.fixture(scope="session")
def parse(parser: Parser) -> Callable[..., ParsedReport]:
    """`parse(text, published=..., title=...)`: a report of that text, parsed."""

    def parsed(text: str, published: date | None = None, title: str | None = None) -> ParsedReport:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return parser.parse(Report(id="r1", text=text, title=title, published=published, sha256=digest))

    return parsed
