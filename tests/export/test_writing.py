"""Writing: the whole file or what stood there before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.export import FORMATS, ExportOptions, write
from dateline.record import Record
from made_casebook import incident_of, wire_record


def broken_off() -> Iterator[Record]:
    yield wire_record()
    raise RuntimeError("the casebook went away")


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_a_failed_export_leaves_the_file_that_was_there(tmp_path: Path, format: str) -> None:
    target = tmp_path / "out"
    target.write_text("from last week")
    with pytest.raises(RuntimeError):
        write(broken_off(), (incident_of(record) for record in broken_off()), format=format, output=target)
    assert target.read_text() == "from last week"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_the_same_casebook_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    records = [wire_record("r1"), wire_record("r2")]
    for name in ("one", "two"):
        write(iter(records), iter([incident_of(*records)]), format=format, output=tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_an_empty_casebook_can_be_written(tmp_path: Path, format: str) -> None:
    write([], [], format=format, output=tmp_path / "out")
    assert (tmp_path / "out").is_file()


def test_an_unknown_format_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no format 'xlsx'; there are records, incidents, json, csv, html"):
        write([], [], format="xlsx", output=tmp_path / "out")
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        write([], [], format="csv", output=tmp_path / "nowhere" / "out.csv")


def test_a_folder_cannot_be_written_over(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        write([], [], format="csv", output=tmp_path)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("before")
    link.symlink_to(real)
    write([], [], format="csv", output=link)
    assert link.is_symlink()
    assert real.read_text().startswith("report_id,")


def test_the_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("before")
    target.chmod(0o600)
    write([], [], format="csv", output=target)
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_dash_is_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write([wire_record()], [], format="records", output="-")
    assert capfdbinary.readouterr().out.startswith(b'{"report":')


def test_names_cannot_be_both_shown_and_masked() -> None:
    with pytest.raises(UsageError, match="not both"):
        ExportOptions(show_names=True, mask=True)
