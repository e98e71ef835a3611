"""CSV and TSV files with a header."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from made_files import errors, only_error, only_report, only_source, read, reports

from dateline.ingest import IngestOptions


def table(tmp_path: Path, content: str | bytes, name: str = "reports.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_row_is_a_report_with_its_fields(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "event_id_cnty,event_date,source,notes,Headline,Author,link\n"
        'NOR1,03 March 2031,Kalden Post,"Police fired, twice",Clash,Mara Linde; Jo Beck,https://example.org/1\n',
    )
    report = only_report(path)
    assert (report.id, report.text, report.title) == ("NOR1", "Police fired, twice", "Clash")
    assert (report.published, report.publisher) == (date(2031, 3, 3), "Kalden Post")
    assert (report.authors, report.url) == (("Mara Linde", "Jo Beck"), "https://example.org/1")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found_in_the_header(tmp_path: Path, delimiter: str) -> None:
    path = table(tmp_path, f"id{delimiter}text\n1{delimiter}Dockers struck.\n")
    assert only_report(path).text == "Dockers struck."


def test_a_cell_keeps_its_line_breaks_and_the_row_its_bytes(tmp_path: Path) -> None:
    path = table(tmp_path, b'id,text\r\n1,"Police fired.\r\n\r\nTwo fell. ""Stop"" "\r\n2,b\r\n')
    first, second = reports(read(path))
    assert first.text == 'Police fired.\r\n\r\nTwo fell. "Stop" '
    assert (first.source, second.source) == (f"{path}, row 2", f"{path}, row 5")


def test_the_original_is_the_rows_own_bytes(tmp_path: Path) -> None:
    assert only_source(table(tmp_path, b'id,text\r\n1,"a\r\nb"\r\n')).original == b'1,"a\r\nb"'


def test_a_table_without_a_text_column_is_one_error_with_its_columns(tmp_path: Path) -> None:
    error = only_error(table(tmp_path, "id,storyline\n1,a\n2,b\n"))
    assert "'id', 'storyline'" in error.reason
    assert error.mend


def test_columns_are_mapped_by_option(tmp_path: Path) -> None:
    path = table(tmp_path, "id,storyline\n1,Dockers struck.\n")
    assert only_report(path, options=IngestOptions(columns={"text": "storyline"})).text == "Dockers struck."


def test_blank_rows_are_passed_over_and_empty_text_is_an_error(tmp_path: Path) -> None:
    found = read(table(tmp_path, "id,text\n1,a\n\n,\n2,\n3,b\n"))
    assert [report.id for report in reports(found)] == ["1", "3"]
    (error,) = errors(found)
    assert (error.row, error.column) == (5, "text")


def test_a_row_with_more_cells_than_the_header_is_not_cut_silently(tmp_path: Path) -> None:
    found = read(table(tmp_path, "id,text\n1,Police fired, twice\n2,b\n"))
    (error,) = errors(found)
    assert error.row == 2
    assert "3 cells" in error.reason
    assert [report.id for report in reports(found)] == ["2"]


def test_an_unclosed_quotation_mark_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    found = read(table(tmp_path, 'id,text\n1,a\n2,"b\n3,c\n4,d\n'))
    assert [report.id for report in reports(found)] == ["1", "3", "4"]
    (error,) = errors(found)
    assert error.row == 3


def test_a_long_cell_is_not_refused(tmp_path: Path) -> None:
    text = "Dockers struck. " * 20_000
    assert only_report(table(tmp_path, f"id,text\n1,{text}\n")).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    path = table(tmp_path, "id;text\n1;Café “Norva” was bombed\n".encode(encoding))
    assert only_report(path).text == "Café “Norva” was bombed"


def test_old_macintosh_line_ends_are_read(tmp_path: Path) -> None:
    assert len(reports(read(table(tmp_path, b"id,text\r1,a\r2,b\r")))) == 2


def test_a_header_alone_is_an_error(tmp_path: Path) -> None:
    assert "no rows" in only_error(table(tmp_path, "id,text\n")).reason
