"""Data flows one way: a room imports nothing to its right in the design's picture."""

import ast
from pathlib import Path

import dateline

ROOT = Path(dateline.__file__).parent
# What each room may import of the package, beside itself.
ALLOWED: dict[str, set[str]] = {
    "record": set(),
    "codebook": {"record", "errors"},
    "ingest": {"record", "errors"},
    "read": {"record", "codebook", "errors"},
    "resolve": {"record", "codebook", "read", "errors"},
    "coding": {"record", "codebook", "read", "resolve", "errors"},
    "link": {"record", "codebook", "errors"},
    "store": {"record", "errors"},
    "export": {"record", "codebook", "errors"},
}


def rooms_imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline."):
            found.add(node.module.split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {name.name.split(".")[1] for name in node.names if name.name.startswith("dateline.")}
    return found


def test_no_room_imports_one_to_its_right() -> None:
    wrong = {
        str(path.relative_to(ROOT)): sorted(beyond)
        for room, allowed in ALLOWED.items()
        for path in sorted((ROOT / room).rglob("*.py"))
        if (beyond := rooms_imported(path) - allowed - {room})
    }
    assert wrong == {}
