"""From what the user names (files, folders, globs, "-", local URLs) to the files that are read, in a fixed order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from dateline.errors import InputError

STANDARD_INPUT = "-"
NETWORK = ("http://", "https://", "ftp://", "s3://")
PAGE_SUFFIXES = (".html", ".htm", ".xhtml")
COMPANION_SUFFIXES = ("_files", ".files", "_Files")  # what browsers save beside a page: pictures, scripts, styles


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read, under the name that messages give it; without a path it is standard input."""

    name: str
    path: Path | None

    @property
    def size(self) -> int | None:
        """In bytes; None for standard input and pipes."""
        return self.path.stat().st_size if self.path is not None and self.path.is_file() else None

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """The bytes, as they lie there."""
        if self.path is None:
            yield sys.stdin.buffer
            return
        with self.path.open("rb") as stream:
            yield stream


def inputs_from(named: Iterable[str | Path]) -> Iterator[Input | InputError]:
    """The inputs that the names stand for: as given, folders and globs sorted by path, no file twice."""
    seen: set[str] = set()
    for name in named:
        for found in files_of(str(name)):
            if isinstance(found, Input):
                key = os.path.realpath(found.path) if found.path is not None else STANDARD_INPUT
                if key in seen:
                    continue
                seen.add(key)
            yield found


def files_of(name: str) -> Iterator[Input | InputError]:
    """The inputs that one name stands for."""
    if name == STANDARD_INPUT:
        yield Input("standard input", None)
        return
    if name.lower().startswith(NETWORK):
        yield InputError("is on the network, which Dateline never reads", file=name, mend="save it to disk first")
        return
    path = local_path(name)
    try:
        if path.is_dir():
            yield from files_in(path)
        elif path.exists():
            yield Input(name, path)
        elif glob.has_magic(name):
            yield from files_matching(name)
        else:
            yield InputError("there is no such file", file=name, mend="check the spelling of the path")
    except (OSError, ValueError) as refused:  # ValueError: a null character in the name
        yield InputError(f"cannot be opened: {reason(refused)}", file=name, mend="check the path and its permissions")


def local_path(name: str) -> Path:
    """The path that a name or a file:// URL stands for."""
    if name.lower().startswith("file:"):
        return Path(url2pathname(urlsplit(name).path))
    return Path(name)


def files_matching(pattern: str) -> Iterator[Input | InputError]:
    """The files that a glob stands for ("**" crosses folders), folders among them read whole."""
    matches = sorted(glob.glob(pattern, recursive=True))
    if not matches:
        yield InputError("matches no file", file=pattern, mend="check the pattern; quote it if the shell expands it")
    for match in matches:
        if not os.path.isdir(match):
            yield Input(match, Path(match))
        elif "**" not in pattern:
            yield from files_in(Path(match))


def files_in(folder: Path) -> Iterator[Input | InputError]:
    """Every file below a folder, sorted; hidden ones and the companions of saved pages are passed over."""
    unreadable: list[OSError] = []
    found = False
    for place, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(one for one in folders if not one.startswith(".") and not is_companion(one, names))
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and (path.is_file() or path.is_symlink()):
                found = True
                yield Input(str(path), path)
    for error in unreadable:
        yield InputError(f"cannot be opened: {reason(error)}", file=str(error.filename), mend="check its permissions")
    if not found and not unreadable:
        yield InputError("the folder holds no file", file=str(folder), mend="name a folder with reports in it")


def is_companion(folder: str, names: list[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page saved beside it."""
    stems = [folder.removesuffix(suffix) for suffix in COMPANION_SUFFIXES if folder.endswith(suffix)]
    return any(stem + suffix in names for stem in stems for suffix in PAGE_SUFFIXES)


def reason(error: Exception) -> str:
    """What the system says, without the path, which the message names anyway."""
    return (error.strerror or str(error)).lower() if isinstance(error, OSError) else str(error)
