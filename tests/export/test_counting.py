"""Figures as another project counts them: in tables and documents, never in the records themselves."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from dateline.export import ExportOptions, write
from dateline.record import Event, EventFigure, Record, Report, Span


def record() -> Record:
    figure = EventFigure(start=0, end=6, text="Dozens", measure="killed", low=24, high=99, qualifier="vague")
    event = Event(id="e1", type="ASSAULT", triggers=(Span(12, 18, "killed"),), figures=(figure,))
    return Record(report=Report(id="r1", text="Dozens were killed.", sha256="0"), events=(event,))


def exported(tmp_path: Path, form: str, policy: str) -> str:
    target = tmp_path / "out"
    write([record()], [], format=form, output=target, options=ExportOptions(policy=policy))
    return target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("policy", "numbers"), [("latest", ("24", "", "99")), ("acled", ("12", "12", "12")), ("ucdp", ("24", "24", "99"))]
)
def test_a_table_counts_as_it_is_asked_to(tmp_path: Path, policy: str, numbers: tuple[str, ...]) -> None:
    (row,) = csv.DictReader(io.StringIO(exported(tmp_path, "csv", policy)))
    assert (row["killed_low"], row["killed_best"], row["killed_high"]) == numbers


def test_records_keep_the_words_bounds(tmp_path: Path) -> None:
    figure = json.loads(exported(tmp_path, "records", "acled"))["events"][0]["figures"][0]
    assert (figure["low"], figure["best"], figure["high"]) == (24, None, 99)
