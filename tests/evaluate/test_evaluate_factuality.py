"""The factuality reader on given targets: every good row is scored, every bad one named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.evaluate.factuality import evaluate_factuality

GOOD = {
    "id": "a",
    "text": "🕊️ The rebels shelled the port.\r\nThe army did not shell it.",
    "targets": [
        {"id": "t0", "start": 14, "end": 21, "text": "shelled"},
        {"id": "t1", "start": 50, "end": 55, "text": "shell"},
    ],
}


def target(start: int, end: int, text: str | None = None) -> dict[str, object]:
    return {"id": "a", "text": "It burned.", "targets": [{"id": "t0", "start": start, "end": end, "text": text}]}


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


def test_each_target_gets_a_line(tmp_path: Path) -> None:
    given, scored = write(tmp_path / "in.jsonl", GOOD, "", {**GOOD, "id": "b"}), tmp_path / "out.jsonl"
    result = evaluate_factuality(given, scored)
    lines = [json.loads(line) for line in scored.read_text().splitlines()]
    assert result.targets == 4
    assert result.failed == ()
    assert [(line["id"], line["target_id"]) for line in lines] == [("a", "t0"), ("a", "t1"), ("b", "t0"), ("b", "t1")]
    assert all(-3 <= line["score"] <= 3 for line in lines)
    assert lines[0]["score"] > 1 > -1 > lines[1]["score"]


def test_bad_rows_are_named_by_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = [
        "{",
        {"id": "x"},
        {"id": "x", "text": "It burned.", "targets": "burned"},
        target(3, 99),
        target(-1, 2),
        target(3, 3),
        target(3, 9, "other"),
        '{"id": "x", "text": "\\ud83d", "targets": []}',
    ]
    given = write(tmp_path / "in.jsonl", *bad, target(3, 9, "burned"), target(3, 9))
    result = evaluate_factuality(given, tmp_path / "out.jsonl")
    assert result.targets == 2
    assert [error.row for error in result.failed] == list(range(1, len(bad) + 1))
    assert all(error.file.endswith("in.jsonl") and error.mend for error in result.failed)


def test_a_missing_file_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        evaluate_factuality(tmp_path / "gone.jsonl", tmp_path / "out.jsonl")
    given = write(tmp_path / "in.jsonl", GOOD)
    with pytest.raises(UsageError, match="does not exist"):
        evaluate_factuality(given, tmp_path / "nowhere" / "out.jsonl")
