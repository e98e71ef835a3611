"""The sample reports, coded and written in every format: what `make demo` leaves, held to what is promised of it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

import dateline
from dateline.export import FORMATS
from dateline.record import Record

ROOT = Path(__file__).parents[2]
REPORTS = 13  # eight files, three entries of a feed and four rows of JSON Lines among them


@pytest.fixture(scope="module")
def casebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample reports in a casebook, and beside it an export in every format."""
    store = tmp_path_factory.mktemp("samples") / "casebook.db"
    summary = dateline.code_reports(ROOT / "examples" / "reports", store=store)
    assert summary.failed == []
    for name in FORMATS:
        dateline.export_casebook(store, format=name, output=store.parent / name)
    return store


@pytest.fixture(scope="module")
def records(casebook: Path) -> list[Record]:
    with dateline.open_casebook(casebook) as opened:
        return list(opened.records())


@pytest.mark.parametrize(("name", "schema"), [("records", "record"), ("incidents", "incident")])
def test_every_line_fits_the_published_schema(casebook: Path, name: str, schema: str) -> None:
    published = json.loads((ROOT / "docs" / f"{schema}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(published, format_checker=jsonschema.FormatChecker())
    lines = (casebook.parent / name).read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))


def test_every_span_reads_as_its_words(casebook: Path) -> None:
    lines = (casebook.parent / "records").read_text(encoding="utf-8").splitlines()
    assert len(lines) == REPORTS
    for line in lines:
        record = json.loads(line)
        spans = list(spans_in(record))
        assert spans
        assert all(record["report"]["text"][s["start"] : s["end"]] == s["text"] for s in spans)


def spans_in(part: object) -> list[dict[str, object]]:
    """Everything with offsets and words, at any depth."""
    if isinstance(part, list):
        return [span for one in part for span in spans_in(one)]
    if not isinstance(part, dict):
        return []
    own = [part] if {"start", "end", "text"} <= part.keys() else []
    return own + [span for one in part.values() for span in spans_in(one)]


def test_the_table_has_a_row_for_each_event(casebook: Path, records: list[Record]) -> None:
    with (casebook.parent / "csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == sum(len(record.events) for record in records) > REPORTS


def test_the_page_has_every_report(casebook: Path, records: list[Record]) -> None:
    page = (casebook.parent / "html").read_text(encoding="utf-8")
    assert page.count('<details class="report"') == len(records) == REPORTS
    assert page.count('<tr class="event"') == sum(len(record.events) for record in records)


def test_the_document_holds_what_the_lines_hold(casebook: Path) -> None:
    document = json.loads((casebook.parent / "json").read_text(encoding="utf-8"))
    assert len(document["records"]) == REPORTS
    assert len(document["incidents"]) == len((casebook.parent / "incidents").read_text(encoding="utf-8").splitlines())


def test_three_reports_of_the_market_disagree_about_the_dead(records: list[Record]) -> None:
    said = {}
    for record in records:
        if "/market-" in (record.report.source or ""):
            counted = {figure.text.lower() for figure in record.mentions.figures if figure.measure == "killed"}
            said[Path(record.report.source or "").name] = counted
    assert len(said) == 3
    for name, words in (
        ("market-wire.txt", "at least 12"),
        ("market-courier.html", "nine"),
        ("market-post.eml", "four"),
    ):
        assert any(words in figure for figure in said[name]), f"{name} counts {said[name]}"


def test_days_of_publication_are_the_sources_own(records: list[Record]) -> None:
    published = {Path(r.report.source or "").name.partition(",")[0]: r.report.published for r in records}
    assert published["market-courier.html"] == date(2024, 3, 12)
    assert published["market-wire.txt"] == date(2024, 3, 13)
    assert published["market-post.eml"] == date(2024, 3, 14)
    assert published["rent-marches.pdf"] == date(2023, 10, 23)
    assert published["solwezi-weekly-note.docx"] == date(2024, 3, 22)
    assert None not in published.values()
