"""The version of the coder follows from what a record depends on, and from nothing else."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from dateline import version


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small copy of the package that a test may change."""
    for room in version.ROOMS:
        (tmp_path / room).mkdir()
        shutil.copy(version.PACKAGE / room / "__init__.py", tmp_path / room)
    shutil.copy(version.PACKAGE / "pipeline.py", tmp_path)
    monkeypatch.setattr(version, "PACKAGE", tmp_path)
    return tmp_path


def digest() -> str:
    return version.coder_version_with.__wrapped__(None)


def test_it_is_the_same_twice(package: Path) -> None:
    assert digest() == digest()
    assert len(digest()) == 12


@pytest.mark.parametrize(
    "name", ["read/triggers.py", "codebook/data/words.txt", "resolve/gazetteer.sqlite", "pipeline.py"]
)
def test_it_follows_sources_and_data(package: Path, name: str) -> None:
    before = digest()
    path = package / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("something else")
    assert digest() != before


@pytest.mark.parametrize("name", ["read/__pycache__/x.pyc", "read/.hidden", "store/schema.py", "cli.py"])
def test_it_does_not_follow_the_rest(package: Path, name: str) -> None:
    before = digest()
    path = package / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("something else")
    assert digest() == before


def test_a_moved_file_is_a_change(package: Path) -> None:
    (package / "read" / "a.txt").write_text("x")
    before = digest()
    (package / "read" / "a.txt").rename(package / "read" / "b.txt")
    assert digest() != before


def test_it_is_quick_and_asked_for_once() -> None:
    version.coder_version()
    started = time.perf_counter()
    version.coder_version()
    assert time.perf_counter() - started < 0.01


def test_every_room_that_makes_a_record_is_in_it() -> None:
    rooms = {path.name for path in version.PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms - set(version.ROOMS) == {"commands", "evaluate", "export", "link", "show", "store"}
