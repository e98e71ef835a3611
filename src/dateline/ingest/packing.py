"""Streams as readers like them: unpacked, and with their first bytes visible before they are read."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import BinaryIO, cast

from dateline.errors import InputError
from dateline.ingest.source import IngestOptions

HEAD = 65_536  # bytes looked at to tell what a stream is
GZIP_MAGIC = b"\x1f\x8b"
MOST_WRAPPINGS = 3
PIECE = 1_048_576
DAMAGED_GZIP = (gzip.BadGzipFile, EOFError, zlib.error)


class Peekable(io.RawIOBase):
    """A stream behind its own first bytes, which have been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head, self.rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.head:
            count = min(len(buffer), len(self.head))
            buffer[:count], self.head = self.head[:count], self.head[count:]
            return count
        piece = self.rest.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def unpacked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of the stream and the whole of it, with gzip taken off.

    OSError, EOFError or zlib.error where the gzip layer is damaged.
    """
    for _ in range(MOST_WRAPPINGS):
        head = read_up_to(stream, HEAD)
        whole = cast(BinaryIO, io.BufferedReader(Peekable(head, stream), HEAD))
        if not head.startswith(GZIP_MAGIC):
            return head, whole
        stream = cast(BinaryIO, gzip.GzipFile(fileobj=whole))
    head = read_up_to(stream, HEAD)
    return head, cast(BinaryIO, io.BufferedReader(Peekable(head, stream), HEAD))


def peeked(stream: BinaryIO) -> bytes:
    """The first bytes of an unpacked stream, which stay in it."""
    assert isinstance(stream, io.BufferedReader)
    return stream.peek(HEAD)[:HEAD]


def read_up_to(stream: BinaryIO, most: int) -> bytes:
    """At most so many bytes, fewer only at the end of the stream."""
    pieces: list[bytes] = []
    while most > 0 and (piece := stream.read(min(most, PIECE))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def whole_document(stream: BinaryIO, name: str, options: IngestOptions) -> bytes:
    """All bytes of a single document; InputError where they are none or too many."""
    try:
        data = read_up_to(stream, options.largest_bytes)
    except DAMAGED_GZIP:
        raise damaged(name) from None
    if len(data) >= options.largest_bytes:
        limit = f"{options.largest_bytes / 1_000_000:g} MB"
        raise InputError(f"is {limit} or larger", file=name, mend="split it, or pass its parts as JSON Lines")
    if not data:
        raise InputError("is empty", file=name, mend="leave it out, or fetch it again")
    return data


def damaged(name: str) -> InputError:
    """The error for a file whose gzip layer cannot be taken off."""
    return InputError("its gzip packing is damaged or cut short", file=name, mend="fetch it or pack it again")
