"""Which files are read, in which order, and what happens to the rest of a batch when one of them fails."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from made_files import STORY, errors, only_error, only_report, page, read, reports

from dateline.errors import InputError, UsageError
from dateline.ingest import IngestOptions, Source


def test_a_folder_is_read_recursively_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c/y.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Rebels shelled the town of {name}.")
    sources = [report.source for report in reports(read(tmp_path))]
    assert sources == [str(tmp_path / name) for name in ("b.txt", "c.txt", "a/z.txt", "a/c/y.txt")]
    assert sources == [report.source for report in reports(read(tmp_path))]


def test_hidden_files_and_the_pictures_beside_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "story.html").write_bytes(page())
    (tmp_path / "story_files").mkdir()
    (tmp_path / "story_files" / "style.css").write_text("p { color: red }")
    (tmp_path / ".notes.txt").write_text("hidden")
    assert only_report(tmp_path).source == str(tmp_path / "story.html")


def test_a_glob_is_expanded_and_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text("Rebels shelled the town.")
    assert [report.source for report in reports(read(str(tmp_path / "*.txt")))] == [
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
    ]


def test_a_glob_without_a_match_is_an_error(tmp_path: Path) -> None:
    assert "matches no file" in str(only_error(str(tmp_path / "*.txt")))


def test_a_file_whose_name_looks_like_a_glob_is_read(tmp_path: Path) -> None:
    (tmp_path / "report [final].txt").write_text("Rebels shelled the town.")
    assert only_report(str(tmp_path / "report [final].txt")).text == "Rebels shelled the town."


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rebels shelled the town.")
    assert len(read(tmp_path / "a.txt", tmp_path, str(tmp_path / "*.txt"))) == 1


def test_a_local_url_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a story.txt"
    path.write_text("Rebels shelled the town.")
    assert only_report(path.as_uri()).text == "Rebels shelled the town."


def test_a_network_address_is_refused_by_name() -> None:
    error = only_error("https://example.org/story.html")
    assert error.file == "https://example.org/story.html"
    assert error.mend is not None


@pytest.mark.parametrize("name", ["nowhere.txt", "a\0b", "x" * 5000])
def test_a_file_that_is_not_there_is_an_error(name: str) -> None:
    assert only_error(name).file == name


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    assert "no file" in str(only_error(tmp_path))


def test_standard_input_is_read_as_bytes_of_any_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(b'{"id": "a", "text": "Rebels shelled the town."}\n{"id": "b", "text": "Dockers struck."}\n')
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    assert [report.id for report in reports(read("-"))] == ["a", "b"]


def test_the_kind_of_standard_input_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"id,text\n1,Dockers struck.\n")))
    assert only_report("-", options=IngestOptions(kind="text")).text == "id,text\n1,Dockers struck.\n"


@pytest.mark.parametrize("name", ["a.txt.gz", "a.gz", "a.txt"])
def test_gzip_is_taken_off_whatever_the_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(STORY.encode()))
    assert only_report(tmp_path / name).text == STORY


def test_a_gzip_bomb_stops_at_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * 5_000_000))
    error = only_error(tmp_path / "a.txt.gz", options=IngestOptions(largest_bytes=1_000_000))
    assert "1 MB or larger" in error.reason


@pytest.mark.parametrize("suffix", ["txt", "jsonl", "html"])
def test_cut_gzip_is_reported(tmp_path: Path, suffix: str) -> None:
    packed = gzip.compress(b"".join(b'{"id": "%d", "text": "Rebels shelled the town."}\n' % n for n in range(9000)))
    (tmp_path / f"a.{suffix}.gz").write_bytes(packed[: len(packed) // 2])
    found = errors(read(tmp_path / f"a.{suffix}.gz"))
    assert "gzip" in str(found[-1])


def test_a_document_of_fifty_megabytes_is_refused_and_rows_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rebels shelled the town. " * 100)
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "%s"}\n' % (b"Rebels shelled the town. " * 100))
    document, row = read(tmp_path / "a.txt", tmp_path / "a.jsonl", options=IngestOptions(largest_bytes=2500))
    assert isinstance(document, InputError)
    assert "or larger" in document.reason
    assert isinstance(row, Source)
    assert IngestOptions().largest_bytes == 50_000_000


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("blank.txt", b" \r\n\t", "white space"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        ("casebook.db", b"SQLite format 3\x00" + bytes(100), "database"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "password-protected"),
        ("archive.zip", b"PK\x03\x04" + bytes(100), "Word file"),
        ("broken.pdf", b"%PDF-1.7\nnothing more", "PDF"),
        ("no.feed.xml", b"<?xml version='1.0'?><note><body>Hello</body></note>", "feed"),
    ],
)
def test_what_cannot_be_read_is_reported_by_name_and_the_batch_goes_on(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text("Rebels shelled the town.")
    failed, good = read(tmp_path / name, tmp_path / "z.txt")
    assert isinstance(failed, InputError)
    assert failed.file == str(tmp_path / name)
    assert reason in failed.reason
    assert failed.mend
    assert isinstance(good, Source)


def test_options_that_make_no_sense_are_usage_errors() -> None:
    with pytest.raises(UsageError, match="colour"):
        IngestOptions(columns={"colour": "c"})  # type: ignore[dict-item]
    with pytest.raises(UsageError, match="klingon"):
        IngestOptions(encoding="klingon")
    with pytest.raises(UsageError, match="xls"):
        IngestOptions(kind="xls")  # type: ignore[arg-type]
