"""What tests of coding share: the coder, loaded once."""

from __future__ import annotations

import pytest

from dateline.pipeline import Coder
from dateline.read.parsed import Parser
from dateline.resolve.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def coder(parser: Parser) -> Coder:
    return Coder(parser, Gazetteer.bundled())
