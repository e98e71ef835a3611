"""How many reports there may be in the inputs: a quick count for the progress bar, which need not be exact."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from dateline.ingest.inputs import Input, inputs_from

LINED = (".jsonl", ".ndjson", ".csv", ".tsv")
BLOCK = 1 << 20
LARGEST_COUNTED = 500_000_000  # bytes of one file; counting more would keep the user waiting


def reports_expected(named: Iterable[str]) -> int | None:
    """The lines of row files, and one for each other file; None where it cannot be told (standard input)."""
    total = 0
    for found in inputs_from(named):
        if isinstance(found, Input):
            if found.path is None:
                return None
            total += reports_in(found.path)
        else:
            total += 1
    return total


def reports_in(path: Path) -> int:
    """The reports of one file, by its name."""
    name = path.name.lower().removesuffix(".gz")
    try:
        if not name.endswith(LINED) or path.stat().st_size > LARGEST_COUNTED:
            return 1
        with gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb") as stream:
            return max(lines_in(stream) - name.endswith((".csv", ".tsv")), 0)
    except (OSError, EOFError):
        return 1


def lines_in(stream: BinaryIO | gzip.GzipFile) -> int:
    """How many lines a stream has, the last with or without its end."""
    count, last = 0, b"\n"
    while block := stream.read(BLOCK):
        count += block.count(b"\n")
        last = block[-1:]
    return count + (last != b"\n")
