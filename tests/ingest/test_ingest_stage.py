"""Ingest stands at the beginning: it imports the record and the errors, and no other room."""

from __future__ import annotations

import ast
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

ROOM = Path(str(files("dateline.ingest")))
ALLOWED = ("dateline.ingest", "dateline.record", "dateline.errors")


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
    return names


def test_ingest_imports_no_room_to_its_right() -> None:
    ours = {name for module in ROOM.glob("*.py") for name in imported(module) if name.startswith("dateline")}
    assert ours
    assert all(name.startswith(ALLOWED) for name in ours)


def test_importing_ingest_loads_no_reader_library() -> None:
    heavy = "trafilatura", "pypdf", "docx", "feedparser", "fastwarc", "py3langid", "lxml", "numpy", "spacy"
    script = f"import sys, dateline.ingest; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
