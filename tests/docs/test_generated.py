"""Pages that follow from the code are what the code says."""

from __future__ import annotations

import pytest
from test_examples import ROOT, load_tool

TOOL = load_tool("build_docs")


@pytest.mark.parametrize("name", sorted(TOOL.PAGES))
def test_generated_page_is_up_to_date(name: str) -> None:
    committed = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert committed == TOOL.PAGES[name](), f"docs/{name} is stale: run python tools/build_docs.py"
