"""Web archives (WARC), through fastwarc: one report a page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.ingest.decoding import declared_encoding, decoded
from dateline.ingest.finishing import source_from
from dateline.ingest.pages import page_draft
from dateline.ingest.pdf import pdf_draft
from dateline.ingest.quiet import quiet
from dateline.ingest.source import Draft, IngestOptions, Source

PAGES = ("text/html", "application/xhtml+xml")
READABLE = (*PAGES, "text/plain", "application/pdf")
OK = 200
FETCH_MEND = "fetch the archive again; the records before were read"


class Forward:
    """A stream as fastwarc wants it: it asks where it stands, and never goes back."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.position = stream, 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        piece = self.stream.read(size)
        self.position += len(piece)
        return piece

    def tell(self) -> int:
        """How many bytes were read."""
        return self.position

    def seek(self, offset: int, whence: int = 0) -> int:
        """Nowhere but where it stands."""
        raise io.UnsupportedOperation("a stream that goes forward only")

    def close(self) -> None:
        """Leaves the stream to whoever opened it."""


def read_archive(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of a web archive, streamed: each page, text and PDF that was fetched whole.

    A report's address is the record's, its original the payload as the server sent it, unpacked. Records are counted
    from 1 with those that are passed over: requests, redirections, errors, pictures, scripts. Of a page that was
    fetched twice without a change, the second is passed over too.
    """
    read: set[str] = set()
    nothing = True
    for number, record in records(stream, name):
        if isinstance(record, InputError):
            yield record
        elif media_type := readable_type(record):
            nothing = False
            source = record_source(record, media_type, number, name, options)
            if isinstance(source, InputError):
                yield source
            elif source.report.id not in read:
                read.add(source.report.id)
                yield source
    if nothing:
        yield InputError("holds no page, text or PDF", file=name, mend="leave it out, or fetch it again")


def records(stream: BinaryIO, name: str) -> Iterator[tuple[int, Any]]:
    """The records, counted from 1; an error in place of the one where the archive is broken."""
    from fastwarc.warc import ArchiveIterator

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(Forward(stream), parse_http=True, auto_decode="all"), start=1):
            yield number, record
    except OSError as broken:
        yield number + 1, InputError(f"is broken: {broken}", file=name, row=number + 1, mend=FETCH_MEND)


def readable_type(record: Any) -> str | None:
    """The media type of a record that holds something to read; None for all else."""
    from fastwarc.warc import WarcRecordType

    if record.record_type == WarcRecordType.response:
        headers = record.http_headers
        if headers is None or headers.status_code != OK:
            return None
        stated = record.http_content_type
    elif record.record_type in (WarcRecordType.resource, WarcRecordType.conversion):
        stated = record.headers.get("Content-Type")
    else:
        return None
    media_type = (stated or "").split(";")[0].strip().lower()
    return media_type if media_type in READABLE else None


def record_source(record: Any, media_type: str, number: int, name: str, options: IngestOptions) -> Source | InputError:
    """The report of a record, or why there is none."""
    try:
        payload = record_payload(record, name, options)
        draft = record_draft(record, payload, media_type, name)
        return source_from(draft, payload, name=f"{name}, record {number}", media_type=media_type)
    except InputError as error:
        reason = f"{error.reason} [{record.headers.get('WARC-Target-URI')}]"
        return InputError(reason, file=name, row=number, mend=error.mend)


def record_payload(record: Any, name: str, options: IngestOptions) -> bytes:
    """What the server sent; InputError where it is too much, or less than the server meant to send."""
    payload: bytes = record.reader.read(options.largest_bytes)
    if len(payload) >= options.largest_bytes:
        raise InputError(
            f"is {options.largest_bytes / 1_000_000:g} MB or larger", file=name, mend="pass its text by itself"
        )
    headers = record.http_headers
    length = headers.get("Content-Length") if headers is not None else None
    if length and length.isdecimal() and int(length) > len(payload) and not headers.get("Content-Encoding"):
        raise InputError(f"is cut short: {len(payload)} of {length} bytes", file=name, mend="fetch it again")
    return payload


def record_draft(record: Any, payload: bytes, media_type: str, name: str) -> Draft:
    """What a record holds."""
    url = record.headers.get("WARC-Target-URI")
    if media_type == "application/pdf":
        with quiet("pypdf"):
            return replace(pdf_draft(payload, name), url=url)
    text = decoded(payload, name, declared=record.http_charset or declared_encoding(payload))
    if media_type in PAGES:
        return page_draft(text, name, url=url)
    if not text.strip():
        raise InputError("is empty", file=name, mend="leave it out")
    return Draft(text=text, url=url)
