"""Opening: what is a casebook, of which form, and what is said of everything else."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from dateline.errors import StoreError
from dateline.store import opening, schema
from dateline.store.casebook import Casebook
from made_up import finished, report_of


def test_a_missing_casebook_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no casebook here .*dateline code"):
        Casebook(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere does not exist"):
        Casebook(tmp_path / "nowhere" / "c.db", create=True)


def test_a_folder_is_no_casebook(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        Casebook(tmp_path, create=True)


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("these are my notes, not a database" * 100)
    with pytest.raises(StoreError, match="not a casebook"):
        Casebook(path, create=True)
    assert path.read_text().startswith("these are my notes")


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Casebook(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_casebook_is_refused_with_the_mend(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    Casebook(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StoreError, match=r"newer Dateline .*9999.*\(update Dateline"):
        Casebook(path)


def test_an_older_casebook_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    path.touch()  # the oldest form of all: an empty file
    with Casebook(path) as casebook:
        assert casebook.info().form == schema.HEAD


def test_the_newest_migration_is_the_one_the_schema_names() -> None:
    scripts = ScriptDirectory(str(Path(opening.__file__).parent / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]


def test_the_migrations_make_what_the_schema_says(tmp_path: Path) -> None:
    engine = opening.open_engine(tmp_path / "c.db", create=True)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        differences = compare_metadata(context, schema.metadata)
    engine.dispose()
    assert differences == []


def is_ours(name: str | None, kind: str, parents: object) -> bool:
    """Not the search index's own tables."""
    return not (kind == "table" and name is not None and name.startswith("report_words"))


def test_a_commit_waits_for_the_disk(tmp_path: Path) -> None:
    engine = opening.open_engine(tmp_path / "c.db", create=True)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2, "FULL"
    engine.dispose()


def test_a_closed_casebook_is_one_file(tmp_path: Path) -> None:
    with Casebook(tmp_path / "c.db", create=True) as casebook:
        casebook.store([finished(report_of())], coder="one")
    assert [path.name for path in tmp_path.iterdir()] == ["c.db"]


def test_odd_characters_in_the_path_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "50% of #1?.db"
    Casebook(path, create=True).close()
    assert path.exists()


def test_a_writer_that_waits_in_vain_says_so(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    Casebook(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Casebook(path, wait_seconds=0.1) as casebook, pytest.raises(StoreError, match="another process is writing"):
        casebook.store([finished(report_of())], coder="one")
    other.close()


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    with Casebook(path, create=True) as casebook:
        casebook.store([finished(report_of())], coder="one")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Casebook(path, wait_seconds=0.1) as casebook:
        assert len(list(casebook.records())) == 1
    other.close()


def test_a_new_casebook_waits_for_whoever_makes_it_at_the_same_time(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    let_go = threading.Timer(0.3, other.rollback)
    let_go.start()
    with Casebook(path, create=True, wait_seconds=30) as casebook:
        assert casebook.info().readings == 0
    let_go.join()
    other.close()


def test_a_new_casebook_that_waits_in_vain_says_so(tmp_path: Path) -> None:
    path = tmp_path / "c.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another process is writing"):
        Casebook(path, create=True, wait_seconds=0.1)
    other.close()
