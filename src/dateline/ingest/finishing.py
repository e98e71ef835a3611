"""From a reader's draft to a report: the id, the hash, and all that the text itself tells."""

from __future__ import annotations

import hashlib

from dateline.ingest.bylines import byline_names, byline_outlet
from dateline.ingest.datelines import dateline_agency, stated_date
from dateline.ingest.language import language_note, language_of
from dateline.ingest.sections import sections
from dateline.ingest.source import Draft, Source
from dateline.record import Report, Section

UNREADABLE_NOTE = "holds characters that could not be decoded"
ID_LENGTH = 16  # hexadecimal digits, 64 bits: a billion reports collide with a chance of a few per cent


def source_from(draft: Draft, original: bytes, *, name: str, media_type: str) -> Source:
    """The report of a draft, with its original.

    The id is the draft's own, else the first sixteen hexadecimal digits of the original's SHA-256: the same bytes have
    the same id whatever the file is called. What the source's metadata leaves open is taken from the text, where the
    text says it: the title from a headline, authors and outlet from a byline, date and agency from a dateline. Nothing
    is taken from the clock or the file system.
    """
    digest = hashlib.sha256(original).hexdigest()
    text = draft.text
    parts = sections(text, title=draft.title, marked=draft.sections)
    detected = language_of(text)
    doubts = (language_note(draft.language, detected), UNREADABLE_NOTE if "\ufffd" in text else None)
    report = Report(
        id=draft.id or digest[:ID_LENGTH],
        text=text,
        source=name,
        title=draft.title or title_in(text, parts),
        authors=draft.authors or authors_in(text, parts),
        publisher=draft.publisher or publisher_in(text, parts),
        published=draft.published or stated_date(text),
        url=draft.url,
        language=draft.language or detected,
        sha256=digest,
        sections=parts,
        notes=(*draft.notes, *filter(None, doubts)),
    )
    return Source(report, original, media_type)


def first(text: str, parts: tuple[Section, ...], kind: str) -> str | None:
    """The words of the first section of a kind."""
    return next((text[part.start : part.end] for part in parts if part.kind == kind), None)


def title_in(text: str, parts: tuple[Section, ...]) -> str | None:
    """The headline in one line, without the marks of Markdown."""
    line = first(text, parts, "title")
    return " ".join(line.split()).strip(" #*=_") or None if line else None


def publisher_in(text: str, parts: tuple[Section, ...]) -> str | None:
    """The outlet in the byline or below it, else the agency in the dateline."""
    for part in parts:
        line = text[part.start : part.end]
        if part.kind == "byline" and (outlet := byline_outlet(line)):
            return outlet
    dateline = first(text, parts, "dateline")
    return dateline_agency(dateline) if dateline else None


def authors_in(text: str, parts: tuple[Section, ...]) -> tuple[str, ...]:
    """The names of the byline, where the text has one."""
    line = first(text, parts, "byline")
    return byline_names(line) if line else ()
