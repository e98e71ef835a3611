"""JSON Lines and JSON documents: texts to the character, and errors by row and column."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from made_files import LEAD, errors, only_error, only_report, only_source, read, reports

from dateline.ingest import IngestOptions


def lines(tmp_path: Path, *rows: Any, name: str = "reports.jsonl") -> Path:
    path = tmp_path / name
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows))
    return path


@pytest.mark.parametrize(
    "text",
    [
        "  Rebels shelled the town.  ",
        "a\r\nb\rc\n",
        "\ufeffbomb 💣 threat e\u0301\u00a0x",
        "قتل ثلاثة أشخاص",
        "x",
        "ALL CAPS " * 20_000,
        "\u2028line\x85next\x0bv\x0cf",
        'quoted "text" \\ and \t tabs',
    ],
)
def test_a_rows_text_stays_exact(tmp_path: Path, text: str) -> None:
    assert only_report(lines(tmp_path, {"id": "r", "text": text})).text == text


def test_a_rows_fields_become_the_reports(tmp_path: Path) -> None:
    row = {
        "id": "r-1", "text": LEAD, "title": "Clashes", "publisher": "The Kalden Post", "published": "2031-03-03",
        "url": "https://example.org/1", "authors": ["Mara Linde", "Jo Beck"], "language": "en-GB", "targets": [1],
    }  # fmt: skip
    report = only_report(lines(tmp_path, row))
    assert (report.id, report.title, report.publisher) == ("r-1", "Clashes", "The Kalden Post")
    assert (report.published, report.url) == (date(2031, 3, 3), "https://example.org/1")
    assert (report.authors, report.language) == (("Mara Linde", "Jo Beck"), "en")


def test_the_original_is_the_rows_own_bytes_and_is_hashed(tmp_path: Path) -> None:
    line = '{"id": "r",  "text": "Rebels shelled the town."}'
    source = only_source(lines(tmp_path, line))
    assert source.original == line.encode()
    assert source.report.sha256 == hashlib.sha256(line.encode()).hexdigest()
    assert source.media_type == "application/json"


def test_a_row_without_an_id_gets_one_from_its_content(tmp_path: Path) -> None:
    one = only_report(lines(tmp_path, {"text": LEAD}, name="one.jsonl"))
    two = only_report(lines(tmp_path, {"text": LEAD}, name="two.jsonl"))
    other = only_report(lines(tmp_path, {"text": LEAD + "!"}, name="three.jsonl"))
    assert one.id == two.id != other.id


@pytest.mark.parametrize(("given", "expected"), [(7, "7"), ("a b/c", "a b/c"), (" x ", " x "), ("é💣", "é💣")])
def test_an_id_is_kept_as_it_is(tmp_path: Path, given: object, expected: str) -> None:
    assert only_report(lines(tmp_path, {"id": given, "text": "Dockers struck."})).id == expected


def test_a_bad_row_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "a", "text": "One."}, "{broken", "", {"id": "b", "text": "Two."}, "[1]", '"x"')
    found = read(path)
    assert [report.id for report in reports(found)] == ["a", "b"]
    assert [(error.row, error.file) for error in errors(found)] == [(2, str(path)), (5, str(path)), (6, str(path))]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"id": "a", "text": 7}, "text"),
        ({"id": "a", "text": None}, "text"),
        ({"id": "a", "text": " \n"}, "text"),
        ({"id": True, "text": "x"}, "id"),
        ({"id": 1.5, "text": "x"}, "id"),
        ({"id": ["a"], "text": "x"}, "id"),
        ({"headline": 3, "text": "x"}, "headline"),
        ({"published_at": {"day": 3}, "text": "x"}, "published_at"),
        ({"date": "someday", "text": "x"}, "date"),
        ({"date": "0025-03-03", "text": "x"}, "date"),
        ({"date": "2031-02-30", "text": "x"}, "date"),
        ({"author": [3], "text": "x"}, "author"),
        ({"url": ["a"], "text": "x"}, "url"),
    ],
)
def test_a_wrong_value_is_reported_by_row_and_column(tmp_path: Path, row: dict[str, object], column: str) -> None:
    found = read(lines(tmp_path, {"id": "good", "text": "One."}, row))
    (error,) = errors(found)
    assert (error.row, error.column) == (2, column)
    assert error.mend
    assert len(reports(found)) == 1


def test_a_row_without_a_text_column_names_the_columns_it_has(tmp_path: Path) -> None:
    error = only_error(lines(tmp_path, {"id": "a", "storyline": "x"}))
    assert "'storyline'" in error.reason
    assert error.row == 1


def test_columns_are_mapped_by_option(tmp_path: Path) -> None:
    path = lines(tmp_path, {"id": "a", "storyline": "Rebels shelled the town.", "text": "no", "when": "2031-03-03"})
    report = only_report(path, options=IngestOptions(columns={"text": "storyline", "published": "when"}))
    assert report.text == "Rebels shelled the town."
    assert report.published == date(2031, 3, 3)


def test_a_mapped_column_that_is_missing_is_not_replaced_by_a_guess(tmp_path: Path) -> None:
    error = only_error(lines(tmp_path, {"text": "x"}), options=IngestOptions(columns={"text": "storyline"}))
    assert "'storyline'" in error.reason


@pytest.mark.parametrize("name", ["text", "Text", "body", "content", "notes", "fullText", "article-text"])
def test_common_names_of_the_text_are_known(tmp_path: Path, name: str) -> None:
    assert only_report(lines(tmp_path, {name: "Dockers struck."})).text == "Dockers struck."


def test_an_id_that_stands_twice_is_reported(tmp_path: Path) -> None:
    found = read(lines(tmp_path, {"id": 1, "text": "One."}, {"id": "1", "text": "Two."}, {"id": 2, "text": "Three."}))
    assert [report.text for report in reports(found)] == ["One.", "Three."]
    (error,) = errors(found)
    assert (error.row, error.column) == (2, "id")
    assert "row 1" in error.reason


@pytest.mark.parametrize("written", ["2031-03", "2031", "March 2031", "03/04/2031"])
def test_a_date_of_no_certain_day_is_unknown_and_noted(tmp_path: Path, written: str) -> None:
    report = only_report(lines(tmp_path, {"text": "Dockers struck.", "published": written}))
    assert report.published is None
    assert written in report.notes[0]


def test_which_comes_first_in_a_numeric_date_can_be_said(tmp_path: Path) -> None:
    path = lines(tmp_path, {"text": "Dockers struck.", "published": "03/04/2031"})
    assert only_report(path, options=IngestOptions(day_first=True)).published == date(2031, 4, 3)
    assert only_report(path, options=IngestOptions(day_first=False)).published == date(2031, 3, 4)


def test_nan_of_a_data_frame_is_nothing(tmp_path: Path) -> None:
    report = only_report(lines(tmp_path, '{"id": "a", "text": "Dockers struck.", "title": NaN}'))
    assert report.title is None


def test_a_long_first_row_does_not_hide_its_encoding(tmp_path: Path) -> None:
    text = "a" + "é" * 200_000
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text}, ensure_ascii=False), encoding="utf-8")
    assert only_report(path).text == text


def test_one_row_in_another_encoding_does_not_change_the_others(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [json.dumps({"id": name, "text": "Café “Norva”"}, ensure_ascii=False) for name in "abc"]
    path.write_bytes(b"\n".join([rows[0].encode("cp1252"), rows[1].encode(), rows[2].encode()]))
    assert {report.text for report in reports(read(path))} == {"Café “Norva”"}


def test_half_a_character_is_an_error_of_its_row(tmp_path: Path) -> None:
    assert only_error(lines(tmp_path, '{"id": "a", "text": "x\\ud83d"}')).row == 1
    assert only_error(lines(tmp_path, '{"id": "a", "text": "x\\ud83d", "title": NaN}')).row == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_rows_in_other_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    text = "Café “Norva” was bombed. " * 3
    path.write_bytes("\n".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) for n in "ab").encode(encoding))
    assert [report.text for report in reports(read(path))] == [text, text]


@pytest.mark.parametrize(
    "document",
    [
        '[{"id": "a", "text": "One."}, {"id": "b", "text": "Two."}]',
        '\ufeff [\n {"id": "a",\n "text": "One."},\n {"id": "b", "text": "Two."}\n]\n',
        '{"status": "ok", "articles": [{"id": "a", "content": "One."}, {"id": "b", "content": "Two."}]}',
        '{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n',
    ],
)
def test_a_json_document_of_objects_is_read(tmp_path: Path, document: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(document, encoding="utf-8")
    assert [(report.id, report.text) for report in reports(read(path))] == [("a", "One."), ("b", "Two.")]


def test_a_single_object_over_many_lines_is_one_report(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": "a", "text": "One."}, indent=2))
    assert only_report(path).id == "a"


def test_a_broken_json_document_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id": "a", "text": "One."}, {"id')
    assert "is not JSON" in only_error(path).reason


def test_the_publisher_of_a_news_interface_is_its_name(tmp_path: Path) -> None:
    row = {"content": "Dockers struck.", "source": {"id": None, "name": "The Kalden Post"}}
    assert only_report(lines(tmp_path, row)).publisher == "The Kalden Post"
