"""How many reports to expect: a guess for the progress bar, quick and never in the way."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from dateline.expected import reports_expected


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("a.jsonl", b"{}\n{}\n{}\n", 3),
        ("a.jsonl", b"{}\n{}", 2),
        ("a.jsonl", b"", 0),
        ("a.csv", b"text\none\ntwo\n", 2),
        ("a.csv", b"", 0),
        ("a.html", b"<p>\n\n\n", 1),
        ("a.jsonl.gz", gzip.compress(b"{}\n{}\n"), 2),
        ("a.jsonl.gz", b"not gzip", 1),
        ("a.jsonl.gz", gzip.compress(b"{}\n" * 9)[:-9], 1),
    ],
)
def test_reports_of_a_file(tmp_path: Path, name: str, content: bytes, count: int) -> None:
    (tmp_path / name).write_bytes(content)
    assert reports_expected([str(tmp_path / name)]) == count


def test_a_missing_file_is_one_to_come(tmp_path: Path) -> None:
    assert reports_expected([str(tmp_path / "gone.txt")]) == 1


def test_standard_input_cannot_be_counted() -> None:
    assert reports_expected(["-"]) is None
