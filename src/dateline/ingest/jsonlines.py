"""JSON Lines, one object a line and streamed; and JSON documents: an array of objects, or a single one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from dateline.errors import InputError
from dateline.ingest.decoding import decoded, text_lines
from dateline.ingest.packing import peeked, whole_document
from dateline.ingest.rows import RowReader
from dateline.ingest.source import IngestOptions, Source

MEDIA_TYPE = "application/json"
OBJECT_MEND = 'write one JSON object a line, such as {"id": "1", "text": "..."}'
DECODER = msgspec.json.Decoder()
RAW_LIST = msgspec.json.Decoder(list[msgspec.Raw])


def read_json_lines(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """One report a line, however many; blank lines are passed over, and a bad line is reported by its number."""
    head = peeked(stream)
    rows = RowReader(name, options, MEDIA_TYPE)
    nothing = True
    for number, (line, text) in enumerate(text_lines(stream, head, name, forced=options.encoding), start=1):
        if text.strip():
            nothing = False
            yield from row_report(rows, number, text, line.rstrip(b"\r\n"))
    if nothing:
        yield InputError("is empty", file=name, mend="leave it out, or fetch it again")


def row_report(rows: RowReader, number: int, text: str, original: bytes) -> Iterator[Source | InputError]:
    """The report of one object, or what is wrong with it."""
    try:
        value = json_value(text)
    except ValueError as broken:
        yield InputError(f"is not JSON: {broken}", file=rows.file, row=number, mend=OBJECT_MEND)
        return
    if isinstance(value, dict):
        yield rows.read(number, value, original)
    else:
        yield InputError("is JSON, but no object", file=rows.file, row=number, mend=OBJECT_MEND)


def json_value(text: str) -> object:
    """A JSON value; "NaN", which data frames write for a missing one, is null. ValueError where it is none."""
    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError) as strict:
        if "NaN" not in text:
            raise ValueError(str(strict).removeprefix("JSON is malformed: ")) from None
    value = json.loads(text, parse_constant=lambda _: None)
    json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no character
    return value


def read_json(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of a JSON document: an array, an object with one array of objects in it, or one object.

    A file called .json that holds one object a line is read as JSON Lines, and streamed.
    """
    if is_lines(peeked(stream)):
        yield from read_json_lines(stream, name, options)
        return
    data = whole_document(stream, name, options)
    text = decoded(data, name, forced=options.encoding)
    rows = RowReader(name, options, MEDIA_TYPE)
    try:
        pieces = elements(text)
    except ValueError as broken:
        raise InputError(f"is not JSON: {broken}", file=name, mend="mend it, or write one JSON object a line") from None
    if not pieces:
        raise InputError("holds no report", file=name, mend="leave it out, or fetch it again")
    for number, piece in enumerate(pieces, start=1):
        yield from row_report(rows, number, piece, piece.encode())


def elements(text: str) -> list[str]:
    """The objects of a JSON document, each as it is written."""
    data = text.strip().encode()
    if data.startswith(b"["):
        return [bytes(piece).decode() for piece in RAW_LIST.decode(data)]
    members = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    lists = [value for value in members.values() if bytes(value).startswith(b"[{")]
    if len(lists) == 1 and not any(name.lower() in ("text", "body", "content") for name in members):
        return elements(bytes(lists[0]).decode())
    return [text]


def is_lines(head: bytes) -> bool:
    """Whether the first line that is not blank is a whole JSON object, with more of them to come."""
    lines = [line for line in head.removeprefix(b"\xef\xbb\xbf").splitlines() if line.strip()]
    if len(lines) < 2 or not re.match(rb"\s*\{", lines[0]):
        return False
    return re.match(rb"\s*\{", lines[1]) is not None
