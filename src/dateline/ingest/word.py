"""Word files (.docx), through python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.ingest.finishing import source_from
from dateline.ingest.layout import Part, laid_out
from dateline.ingest.metadata import document_title, people_in
from dateline.ingest.packing import whole_document
from dateline.ingest.source import Draft, IngestOptions, Source
from dateline.record.values import SectionKind

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAIN_PART = "word/document.xml"
STYLES: dict[str, SectionKind] = {"title": "title", "subtitle": "heading", "caption": "caption"}
MOST_GROWTH = 10  # unpacked, a file may be so many times the largest allowed


def read_word(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The one report of a Word file: paragraphs and table rows in their order, their kinds from the styles.

    When the file was made or changed is no date of publication: `published` is what the text states.
    """
    data = whole_document(stream, name, options)
    check_package(data, name, options)
    yield source_from(word_draft(data, name), data, name=name, media_type=MEDIA_TYPE)


def check_package(data: bytes, name: str, options: IngestOptions) -> None:
    """InputError where the ZIP archive is broken, no Word file, or would unpack to more than memory should hold."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = package.infolist()
    except zipfile.BadZipFile as broken:
        raise InputError(f"is a broken Word file: {broken}", file=name, mend="fetch it again") from None
    if not any(member.filename == MAIN_PART for member in members):
        raise InputError("is a ZIP archive and no Word file", file=name, mend="unpack it first")
    if sum(member.file_size for member in members) > MOST_GROWTH * options.largest_bytes:
        raise InputError("unpacks to too much", file=name, mend="split it, or save its text alone")


def word_draft(data: bytes, name: str) -> Draft:
    """What a Word file holds."""
    import docx

    document = docx.Document(io.BytesIO(data))
    text, sections = laid_out(part for block in document.iter_inner_content() for part in block_parts(block))
    if not text:
        raise InputError("holds no text", file=name, mend="pass a file with text in it")
    properties = document.core_properties
    return Draft(
        text=text,
        sections=sections,
        title=document_title(properties.title),
        authors=people_in(properties.author),
    )


def block_parts(block: Any) -> Iterator[Part]:
    """The parts of a paragraph or table; a merged cell is read once."""
    if hasattr(block, "rows"):
        for row in block.rows:
            cells = {id(cell._tc): cell.text for cell in row.cells}
            yield Part("paragraph", " ".join(cells.values()))
    else:
        style = ((block.style.name if block.style is not None else None) or "").lower()
        yield Part("heading" if style.startswith("heading") else STYLES.get(style, "paragraph"), block.text)
