"""What ingest hands on: a report together with the bytes it came from, and the choices a caller may make."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from dateline.errors import UsageError
from dateline.record import Report, Section

SourceKind = Literal["text", "html", "pdf", "docx", "eml", "feed", "json", "jsonl", "csv", "tsv", "warc"]
Field = Literal["id", "text", "title", "published", "publisher", "url", "authors", "language"]
FIELDS: tuple[Field, ...] = get_args(Field)
LARGEST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One report and the bytes it came from, untouched: a row's, an entry's or an archived page's own, else the file's.

    `report.sha256` is the SHA-256 of `original`. `media_type` is an IANA name such as "text/html".
    """

    report: Report
    original: bytes
    media_type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestOptions:
    """Choices for a whole batch. UsageError where one makes no sense.

    `columns` maps our fields to the column names of JSON Lines and CSV rows; common names are known without it.
    A single document of `largest_bytes` or more is refused; rows and archives are streamed and have no such limit.
    `encoding` overrides detection, `kind` the recognition by name and content. `day_first` says how 03/04/2022 is
    read; without it such a date is ambiguous and stays unknown.
    """

    columns: Mapping[Field, str] = field(default_factory=dict)
    largest_bytes: int = LARGEST_BYTES
    encoding: str | None = None
    kind: SourceKind | None = None
    day_first: bool | None = None

    def __post_init__(self) -> None:
        for name in self.columns:
            if name not in FIELDS:
                raise UsageError(f"no field is called {name!r}; the fields are {', '.join(FIELDS)}")
        if self.kind is not None and self.kind not in get_args(SourceKind):
            raise UsageError(f"no kind is called {self.kind!r}; the kinds are {', '.join(get_args(SourceKind))}")
        if self.encoding is not None:
            try:
                codecs.lookup(self.encoding)
            except LookupError as unknown:
                raise UsageError(f"no encoding is called {self.encoding!r}; try utf-8 or cp1252") from unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What a reader found: the text, and what the source's own metadata says of it. The rest follows from the text.

    `sections` are the parts that the source itself marks (headings of a page, say); none where it marks none.
    """

    text: str
    sections: tuple[Section, ...] = ()
    id: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
