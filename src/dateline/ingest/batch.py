"""A batch: every report of every input, one after the other, whatever goes wrong with some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.archives import read_archive
from dateline.ingest.feeds import read_feed
from dateline.ingest.inputs import Input, inputs_from, reason
from dateline.ingest.jsonlines import read_json, read_json_lines
from dateline.ingest.kinds import kind_of
from dateline.ingest.mail import read_mail
from dateline.ingest.packing import DAMAGED_GZIP, damaged, unpacked
from dateline.ingest.pages import read_page
from dateline.ingest.pdf import read_pdf
from dateline.ingest.plain import read_text
from dateline.ingest.source import IngestOptions, Source, SourceKind
from dateline.ingest.tables import read_csv
from dateline.ingest.word import read_word

Reader = Callable[[BinaryIO, str, IngestOptions], Iterator[Source | InputError]]
READERS: dict[SourceKind, Reader] = {
    "text": read_text,
    "html": read_page,
    "pdf": read_pdf,
    "docx": read_word,
    "eml": read_mail,
    "feed": read_feed,
    "warc": read_archive,
    "json": read_json,
    "jsonl": read_json_lines,
    "csv": read_csv,
    "tsv": read_csv,
}
STREAMED: tuple[SourceKind, ...] = ("json", "jsonl", "csv", "tsv", "warc")


def reports_from(inputs: Iterable[str | Path], options: IngestOptions | None = None) -> Iterator[Source | InputError]:
    """Every report that the inputs hold, with the bytes it came from; an error where one cannot be read.

    Inputs are files, folders, globs, file:// URLs, and "-" for standard input, gzipped or not. The order is that of
    the names given, folders and globs sorted; a file named twice is read once. Errors are yielded, not raised, and the
    batch goes on. Rows and archives are streamed: of what was read, only the ids are kept.
    """
    chosen = options or IngestOptions()
    for found in inputs_from(inputs):
        if isinstance(found, InputError):
            yield found
        else:
            yield from reports_in(found, chosen)


def reports_in(found: Input, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of one input."""
    try:
        with found.opened() as stream:
            yield from read_stream(stream, found.name, options)
    except InputError as error:
        yield error
    except DAMAGED_GZIP:
        yield damaged(found.name)
    except OSError as error:
        yield InputError(f"cannot be read: {reason(error)}", file=found.name, mend="check the path and its permissions")


def read_stream(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of a stream of bytes, of the kind that options name or that name and content tell."""
    head, whole = unpacked(stream)
    if not head:
        raise InputError("is empty", file=name, mend="leave it out, or fetch it again")
    kind = options.kind or kind_of(name, head)
    yield from guarded(READERS[kind], kind, whole, name, options)


def guarded(
    reader: Reader, kind: SourceKind, stream: BinaryIO, name: str, options: IngestOptions
) -> Iterator[Source | InputError]:
    """What a reader finds; whatever a library raises over a broken file becomes an error that names the file."""
    try:
        yield from reader(stream, name, options)
    except InputError:
        raise
    except Exception as broken:
        if kind in STREAMED and isinstance(broken, (OSError, *DAMAGED_GZIP)):
            raise  # the stream's own trouble; a document's bytes were all there before its library saw them
        detail = f"{type(broken).__name__}: {broken}"[:200]
        raise InputError(f"cannot be read as {kind} ({detail})", file=name, mend="open and save it again") from broken
