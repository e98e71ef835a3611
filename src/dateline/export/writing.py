"""From pieces to a file: the whole of it or nothing."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Literal

from dateline.errors import UsageError
from dateline.export.counting import counted_as
from dateline.export.formats import FORMATS
from dateline.export.options import ExportOptions
from dateline.record import Incident, Record

STANDARD_OUTPUT: Literal["-"] = "-"


def write(
    records: Iterable[Record],
    incidents: Iterable[Incident],
    *,
    format: str,
    output: Path | Literal["-"] = STANDARD_OUTPUT,
    options: ExportOptions | None = None,
) -> None:
    """Write records and incidents in a format to a file, or to standard output for "-".

    Each iterable is gone through at most once, and formats that need not hold it in memory do not. A file is replaced
    when all of it has been written and not before: what stood there stays if anything fails, or if the program is
    killed. UsageError for an unknown format or a folder that is not there.
    """
    if format not in FORMATS:
        raise UsageError(f"there is no format {format!r}; there are {', '.join(FORMATS)}")
    asked = options or ExportOptions()
    if format != "records":  # which holds the words' own bounds, whoever asks
        records = counted_as(records, asked.policy)
    pieces = FORMATS[format].pieces(records, incidents, asked)
    with opened(output) as target:
        for piece in pieces:
            target.write(piece)


@contextmanager
def opened(output: Path | Literal["-"]) -> Iterator[IO[bytes]]:
    """Standard output, or a file that takes its name only at the end."""
    if str(output) == STANDARD_OUTPUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with replaced(Path(output)) as target:
        yield target


@contextmanager
def replaced(path: Path) -> Iterator[IO[bytes]]:
    """A new file beside `path` that takes its place when the block ends well, and vanishes otherwise.

    A path that is there and no plain file (a pipe, /dev/null) is written to as it is.
    """
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise UsageError(f"{path} is a folder; name a file to write")
        with path.open("wb") as target:
            yield target
        return
    real = path.resolve()  # through a link, so that the link stays one
    if not real.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent} to write {path.name} into")
    handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".part", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as target:
            yield target
            target.flush()
            os.fsync(target.fileno())
        os.chmod(name, mode_of(real))
        os.replace(name, real)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def mode_of(path: Path) -> int:
    """The permissions of the file that is there, or those that a new file would get."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
