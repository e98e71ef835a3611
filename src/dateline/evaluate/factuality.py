"""The factuality reader on given targets."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from dateline.read.factuality import factuality
from dateline.read.parsed import Parser
from dateline.record import Report, Span


def evaluate_factuality(rows: Path, output: Path) -> None:
    """Scores each row's targets and writes one line for each."""
    parser = Parser()
    given = [json.loads(line) for line in rows.read_bytes().splitlines() if line.strip()]
    reports = (Report(id=r["id"], text=r["text"], sha256=hashlib.sha256(r["text"].encode()).hexdigest()) for r in given)
    with output.open("w", encoding="utf-8") as handle:
        for row, parsed in zip(given, parser.parse_all(reports), strict=True):
            spans = [Span(t["start"], t["end"], t["text"]) for t in row["targets"]]
            for target, found in zip(row["targets"], factuality(parsed, spans), strict=True):
                handle.write(json.dumps({"id": row["id"], "target_id": target["id"], "score": found.score}) + "\n")
