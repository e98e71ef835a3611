"""Plain text and Markdown: the characters exactly as they stand, so that anybody's offsets agree with ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.decoding import decoded
from dateline.ingest.finishing import source_from
from dateline.ingest.packing import whole_document
from dateline.ingest.source import Draft, IngestOptions, Source


def read_text(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The one report of a text file: its characters unchanged (line ends too), without the byte order mark."""
    data = whole_document(stream, name, options)
    text = decoded(data, name, forced=options.encoding)
    if not text.strip():
        raise InputError("holds nothing but white space", file=name, mend="leave it out, or fetch it again")
    media_type = "text/markdown" if name.lower().removesuffix(".gz").endswith((".md", ".markdown")) else "text/plain"
    yield source_from(Draft(text=text), data, name=name, media_type=media_type)
