"""The sample reports: ours, marked as invented, and built from the sources beside them."""

from __future__ import annotations

import importlib.util
import json
import zipfile
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
REPORTS = ROOT / "examples" / "reports"


def load_tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain_words(path: Path) -> str:
    """The sample's text, roughly: enough to look for a sentence in it."""
    if path.suffix == ".docx":
        return zipfile.ZipFile(path).read("word/document.xml").decode()
    if path.suffix == ".pdf":
        return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())
    return path.read_text(encoding="utf-8").replace("=\n", "")


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_every_sample_says_that_it_is_invented(path: Path) -> None:
    assert "is invented" in plain_words(path)


@pytest.mark.parametrize("path", sorted(REPORTS.iterdir()), ids=lambda path: path.name)
def test_every_sample_stands_in_the_readme(path: Path) -> None:
    assert f"`{path.name}`" in (ROOT / "examples" / "README.md").read_text(encoding="utf-8")


def test_every_row_of_the_json_lines_sample_says_that_it_is_invented() -> None:
    rows = [json.loads(line) for line in (REPORTS / "wires.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) >= 3
    assert all("is invented" in row["text"] for row in rows)


def test_committed_pdf_and_mail_are_what_the_tool_builds() -> None:
    tool = load_tool("build_examples")
    for name in ("market-post.eml", "rent-marches.pdf"):
        assert tool.BUILDERS[name]() == (REPORTS / name).read_bytes(), f"run tools/build_examples.py: {name} is stale"


def test_committed_word_file_is_what_the_tool_builds() -> None:
    built = tool_parts(load_tool("build_examples").solwezi_weekly_note())
    committed = tool_parts((REPORTS / "solwezi-weekly-note.docx").read_bytes())
    assert built == committed, "run tools/build_examples.py: the Word file is stale"


def tool_parts(packed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(packed)) as parts:
        return {name: parts.read(name) for name in parts.namelist()}
