"""Whatever bytes come in: reports or errors come out, and nothing is raised."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import LEAD, RSS, STORY, mail, page, pdf, read, warc

from dateline.errors import InputError
from dateline.ingest import IngestOptions, Source, SourceKind

QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def docx_file() -> bytes:
    import docx

    document = docx.Document()
    document.add_paragraph(LEAD)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


MAKERS: dict[SourceKind, Callable[[], bytes]] = {
    "text": STORY.encode,
    "html": page,
    "pdf": pdf,
    "docx": docx_file,
    "eml": lambda: mail(STORY).as_bytes(),
    "feed": lambda: RSS,
    "json": lambda: b'[{"id": "a", "text": "One."}]',
    "jsonl": lambda: b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n',
    "csv": lambda: b'id,text\n1,"One, two."\n2,Three.\n',
    "tsv": lambda: b"id\ttext\n1\tOne.\n",
    "warc": lambda: warc(("https://example.org/a", "200 OK", "text/html", page())),
}


@cache
def whole(kind: SourceKind) -> bytes:
    return MAKERS[kind]()


def check(path: Path, data: bytes, kind: SourceKind | None) -> None:
    """Reads the bytes as a kind: sound reports and errors with a name, at least one of them."""
    path.write_bytes(data)
    found = read(path, options=IngestOptions(kind=kind))
    assert found
    for one in found:
        if isinstance(one, InputError):
            assert one.file == str(path)
            assert one.reason
        else:
            assert isinstance(one, Source)
            one.report.text.encode()
            assert one.report.text.strip()
    assert [str(one) for one in read(path, options=IngestOptions(kind=kind))] == [str(one) for one in found]


def test_every_kind_is_fuzzed() -> None:
    assert set(MAKERS) == set(get_args(SourceKind))


@pytest.mark.parametrize("kind", [*MAKERS, None])
@given(data=st.binary(max_size=300))
@QUICK
def test_random_bytes_give_reports_or_errors(tmp_path: Path, kind: SourceKind | None, data: bytes) -> None:
    check(tmp_path / "fuzz", data, kind)


@pytest.mark.parametrize("kind", MAKERS)
@given(draw=st.data())
@QUICK
def test_damaged_files_give_reports_or_errors(tmp_path: Path, kind: SourceKind, draw: st.DataObject) -> None:
    data = bytearray(whole(kind))
    for place in draw.draw(st.lists(st.integers(0, len(data) - 1), max_size=20)):
        data[place] = draw.draw(st.integers(0, 255))
    check(tmp_path / "fuzz", bytes(data[: draw.draw(st.integers(0, len(data)))]), kind)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=8), inside, max_size=3),
    max_leaves=6,
)
COLUMNS = ["id", "text", "title", "published", "publisher", "url", "authors", "language", "body", "Date", "source"]


@given(st.lists(st.dictionaries(st.sampled_from(COLUMNS), JSON), min_size=1, max_size=6))
@QUICK
def test_random_rows_give_one_report_or_error_each(tmp_path: Path, rows: list[dict[str, object]]) -> None:
    path = tmp_path / "fuzz.jsonl"
    path.write_bytes("\n".join(json.dumps(row) for row in rows).encode())
    found = read(path)
    assert len(found) == len(rows)
    for row, one in zip(rows, found, strict=True):
        if isinstance(one, Source):
            assert one.report.text in (row.get("text"), row.get("body"))
        else:
            assert one.row is not None
