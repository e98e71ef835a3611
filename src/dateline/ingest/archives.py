"""Web archives (WARC), through fastwarc: one report a page."""

from __future__ import annotations

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


def read_archive(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of a web archive, streamed: each page, text and PDF that was fetched whole.

    A report's address is the record's, its original the payload as the server sent it, unpacked. Records are counted
    from 1 with those that are passed over: requests, redirections, errors, pictures, scripts.
    """
    from fastwarc.warc import ArchiveIterator

    read = 0
    for number, record in enumerate(ArchiveIterator(stream, parse_http=True, auto_decode="all"), start=1):
        media_type = readable_type(record)
        if media_type is None:
            continue
        read += 1
        payload = record.reader.read(options.largest_bytes)
        try:
            if len(payload) >= options.largest_bytes:
                raise InputError(f"is {options.largest_bytes / 1e6:g} MB or larger", file=name, mend="raise the limit")
            draft = record_draft(record, payload, media_type, name)
            yield source_from(draft, payload, name=f"{name}, record {number}", media_type=media_type)
        except InputError as error:
            reason = f"{error.reason} [{record.headers.get('WARC-Target-URI')}]"
            yield InputError(reason, file=name, row=number, mend=error.mend)
    if not read:
        yield InputError("holds no page, text or PDF", file=name, mend="leave it out, or fetch it again")


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


def record_draft(record: Any, payload: bytes, media_type: str, name: str) -> Draft:
    """What a record holds."""
    url = record.headers.get("WARC-Target-URI")
    if media_type == "application/pdf":
        with quiet("pypdf"):
            return replace(pdf_draft(payload, name), url=url)
    declared = record.http_charset or declared_encoding(payload)
    text = decoded(payload, name, declared=declared)
    if media_type in PAGES:
        return page_draft(text, name, url=url)
    if not text.strip():
        raise InputError("is empty", file=name, mend="leave it out")
    return Draft(text=text, url=url)
