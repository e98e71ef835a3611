"""PDF files, through pypdf."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from dateline.errors import InputError
from dateline.ingest.finishing import source_from
from dateline.ingest.metadata import document_title, people_in
from dateline.ingest.packing import whole_document
from dateline.ingest.printed import running_text
from dateline.ingest.quiet import quiet
from dateline.ingest.source import Draft, IngestOptions, Source

if TYPE_CHECKING:
    from pypdf import PdfReader

MEDIA_TYPE = "application/pdf"


def read_pdf(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The one report of a PDF file, its pages run together, without running heads and page numbers.

    When the file was made is no date of publication: `published` is what the text states. InputError where the file
    is protected by a password, or holds pictures of pages and no text.
    """
    data = whole_document(stream, name, options)
    with quiet("pypdf"):
        draft = pdf_draft(data, name)
    yield source_from(draft, data, name=name, media_type=MEDIA_TYPE)


def pdf_draft(data: bytes, name: str) -> Draft:
    """What a PDF file holds."""
    from pypdf.errors import PyPdfError

    try:
        reader = opened(data, name)
        pages = [page.extract_text() for page in reader.pages]
        title, author = (reader.metadata.title, reader.metadata.author) if reader.metadata else (None, None)
    except PyPdfError as broken:
        raise InputError(f"is a broken PDF: {broken}", file=name, mend="fetch it again, or print it anew") from broken
    wordless = sum(not page.strip() for page in pages)
    if wordless == len(pages):
        reason = "holds pictures of its pages and no text" if pages else "has no pages"
        raise InputError(reason, file=name, mend="run text recognition (OCR) over it first")
    note = (f"{wordless} of {len(pages)} pages hold no text",) if wordless else ()
    text = running_text(pages)
    return Draft(text=text, title=document_title(title), authors=people_in(author), notes=note)


def opened(data: bytes, name: str) -> PdfReader:
    """The file, unlocked where no password is needed to read it."""
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError

    reader = PdfReader(io.BytesIO(data))
    mend = "open it with its password and save it without one"
    if reader.is_encrypted:
        try:
            if reader.decrypt("") is PasswordType.NOT_DECRYPTED:
                raise InputError("is protected by a password", file=name, mend=mend)
        except DependencyError:
            raise InputError("is encrypted", file=name, mend=mend) from None
    return reader
