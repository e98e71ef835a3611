"""Opening a casebook: one SQLite file, brought to this version's form.

Write-ahead logging with `synchronous=FULL`: a commit returns after its pages are synced to the disk, so that what was
said to be stored survives a killed process, and a power cut too where the disk honours the sync.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError

from dateline.errors import StoreError
from dateline.store.schema import APPLICATION_ID, HEAD

WAIT_SECONDS = 60  # for another process that writes
READS = {"begin": "BEGIN"}
WRITES = {"begin": "BEGIN IMMEDIATE"}  # takes the lock at once: no other writer can come between look and insert


def open_engine(path: Path, *, create: bool, wait_seconds: float = WAIT_SECONDS) -> Engine:
    """An engine over the casebook at `path`, in this version's form: created where asked for, migrated where older.

    StoreError, with the mend, where there is none, or the file is something else, newer, or not writable.
    """
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no casebook here (write one with: dateline code INPUT --store {path})")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} does not exist (create it, or name another --store)")
    if path.is_dir():
        raise StoreError(f"{path}: is a folder (name a file in it: --store {path / 'casebook.db'})")
    engine = engine_for(path, wait_seconds=wait_seconds)
    try:
        with said_plainly(path):
            bring_up_to_date(engine, path, wait_seconds=wait_seconds)
    except BaseException:
        engine.dispose()
        raise
    return engine


def engine_for(path: Path, *, wait_seconds: float) -> Engine:
    """SQLAlchemy's engine, with the settings that a casebook needs on each connection."""
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": wait_seconds})

    @event.listens_for(engine, "connect")
    def settings(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so, not at sqlite3's discretion
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA fullfsync=ON")  # macOS, where a plain sync leaves the disk's own cache
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", READS["begin"]))

    return engine


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """A transaction that has the write lock from its first moment; committed at the end, undone on an error."""
    with engine.connect().execution_options(**WRITES) as connection, connection.begin():
        yield connection


def bring_up_to_date(engine: Engine, path: Path, *, wait_seconds: float) -> None:
    """Migrates an empty or older file; leaves one of this version untouched."""
    with engine.connect() as connection:
        if version_of(connection, path) == HEAD:
            return
    write_ahead(engine, wait_seconds)
    with transaction(engine) as connection:
        if version_of(connection, path) != HEAD:  # another process may have done it while we waited
            migrate(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")


def write_ahead(engine: Engine, wait_seconds: float) -> None:
    """Sets the file's journal, for good; waits for other writers, which SQLite itself does not do for this setting."""
    until = time.monotonic() + wait_seconds
    while True:
        try:
            with closing(engine.raw_connection()) as connection:  # it cannot be set inside a transaction
                connection.cursor().execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if time.monotonic() >= until or "locked" not in str(error):
                raise DatabaseError("PRAGMA journal_mode=WAL", None, error) from error
            time.sleep(0.02)


def version_of(connection: Connection, path: Path) -> str | None:
    """The migration that the file stands at, None for an empty one; StoreError for what we must not touch."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    marked = connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
    if "alembic_version" not in tables or not marked:
        raise StoreError(f"{path}: is a database of another program (name another file with --store)")
    version = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())
    if version > HEAD:
        raise StoreError(
            f"{path}: was written by a newer Dateline (its form is {version}, this one knows {HEAD}) "
            "(update Dateline: nothing in the file was changed)"
        )
    return version


def migrate(connection: Connection, *, to: str = "head") -> None:
    """Runs the migrations that are shipped with the package, inside the connection's transaction."""
    from alembic import command  # half a second to import, and most openings do not need it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)


@contextmanager
def said_plainly(path: Path) -> Iterator[None]:
    """Turns the database's own errors into StoreErrors that say what to do."""
    try:
        yield
    except DatabaseError as error:
        reason = str(error.orig)
        raise StoreError(f"{path}: {plain(reason, path)}") from error


def plain(reason: str, path: Path) -> str:
    """What SQLite's words mean, and the mend."""
    if "locked" in reason or "busy" in reason:
        return "another process is writing to this casebook (wait for it to end, then run again: nothing is lost)"
    if "not a database" in reason:
        return "is not a casebook (name another file with --store)"
    if "readonly" in reason:
        return f"cannot be written (check who may write to it and to its folder {path.parent})"
    if "unable to open" in reason:
        return f"cannot be opened (check who may read and write it and its folder {path.parent})"
    if "full" in reason:
        return "the disk is full (free some space, then run again: what was stored is kept)"
    if "malformed" in reason:
        return f"is damaged (restore a copy; `sqlite3 {path} .recover` may save the rest)"
    return reason
