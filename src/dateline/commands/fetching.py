"""Files fetched from the web for a command that asks for them; nothing else in Dateline fetches anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException, HTTPResponse
from pathlib import Path, PurePosixPath
from typing import IO, Final
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

from dateline.errors import InputError

WAITED_S: Final = 60
PIECE_BYTES: Final = 1 << 20
NOT_FOUND: Final = 404
Notify = Callable[[str, int, int], None]  # what is done, how much of it, of how much


def is_address(name: str) -> bool:
    """Whether a name is a web address and no file's."""
    return name.startswith(("http://", "https://"))


def fetched(address: str, folder: Path, notify: Notify) -> Path:
    """The file at an address, whole, in a folder, under its own name. InputError says what was in the way."""
    path = folder / file_name(address)
    with answered(address) as answer, path.open("wb") as target:
        size = int(answer.headers.get("Content-Length") or 0)
        copy(answer, target, lambda done: notify(f"fetching {path.name}", done, max(size, done)))
        got = target.tell()
    if size and got != size:
        raise InputError(f"broke off after {got:,} of {size:,} bytes", file=address, mend="try again")
    return path


def file_name(address: str) -> str:
    name = PurePosixPath(unquote(urlsplit(address).path)).name
    if not name:
        raise InputError("names no file", file=address)
    return name


def copy(source: HTTPResponse, target: IO[bytes], notify: Callable[[int], None]) -> None:
    while piece := source.read(PIECE_BYTES):
        target.write(piece)
        notify(target.tell())


@contextmanager
def answered(address: str) -> Iterator[HTTPResponse]:
    """The server's answer; InputError where there is none, or another than the file, then or while it is read."""
    try:
        with urlopen(address, timeout=WAITED_S) as answer:
            yield answer
    except HTTPError as error:
        error.close()
        kind = MissingError if error.code == NOT_FOUND else InputError
        raise kind(f"the server answers {error.code} {error.reason}", file=address) from None
    except URLError as error:
        raise InputError(f"cannot be fetched: {error.reason}", file=address) from None
    except (HTTPException, OSError, ValueError) as error:
        raise InputError(f"cannot be fetched: {error}", file=address) from None


class MissingError(InputError):
    """The server has no such file."""
