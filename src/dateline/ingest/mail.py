"""E-mail messages (.eml), and pages that browsers save as one (.mhtml)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.dates import UnreadableDateError, day_of
from dateline.ingest.decoding import decoded
from dateline.ingest.finishing import authors_in, source_from
from dateline.ingest.packing import whole_document
from dateline.ingest.pages import page_draft
from dateline.ingest.sections import sections
from dateline.ingest.source import Draft, IngestOptions, Source

SAVED_PAGE = "Snapshot-Content-Location"
BROKEN_HEADER = (ValueError, LookupError, TypeError, AttributeError)  # what the email package raises over some


def read_mail(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The one report of a message: its plain text as it stands, else its HTML part; attachments are named in a note.

    Subject and date are the report's; the sender is its author, or its publisher where a byline names other people.
    """
    data = whole_document(stream, name, options)
    message = message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    draft = message_draft(message, name, options)
    yield source_from(draft, data, name=name, media_type="message/rfc822")


def message_draft(message: EmailMessage, name: str, options: IngestOptions) -> Draft:
    """What a message holds."""
    body = body_draft(message, name, options)
    if header(message, SAVED_PAGE) or (header(message, "From") or "").startswith("<Saved by"):
        return body  # the headers tell of the saving, not of the page
    writers = authors_in(body.text, sections(body.text, marked=body.sections))
    names = senders(message)
    return Draft(
        text=body.text,
        sections=body.sections,
        title=header(message, "Subject") or body.title,
        authors=writers or names,
        publisher=body.publisher or (names[0] if writers and names and names[0] not in writers else None),
        published=sent_on(message),
        url=body.url,
        notes=attachments(message),
    )


def body_draft(message: EmailMessage, name: str, options: IngestOptions) -> Draft:
    """The text of a message, plain where it has a plain part with words in it."""
    for kind in ("plain", "html"):
        part = message.get_body(preferencelist=(kind,))
        payload = part.get_payload(decode=True) if part is not None else None
        if part is None or not isinstance(payload, bytes) or not payload.strip():
            continue
        text = decoded(payload, name, declared=part.get_content_charset(), forced=options.encoding)
        if kind == "html":
            return page_draft(text, name, url=header(part, "Content-Location") or header(message, SAVED_PAGE))
        if text.strip():
            return Draft(text=text)
    raise InputError("the message has no text", file=name, mend="save its attachments and pass those")


def header(message: MIMEPart, name: str) -> str | None:
    """A header as text in one line; None where it is missing or broken."""
    try:
        value = " ".join(str(message[name] or "").split())
    except BROKEN_HEADER:
        return None
    return value.encode("utf-8", "replace").decode() or None


def raw_header(message: EmailMessage, name: str) -> str:
    """A header as it was sent: the email package reads the year 25 as 2025."""
    return next((" ".join(str(value).split()) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def senders(message: EmailMessage) -> tuple[str, ...]:
    """The names of the senders; an address alone is no name."""
    written = header(message, "From")
    return tuple(name for name, _ in getaddresses([written]) if name) if written else ()


def sent_on(message: EmailMessage) -> date | None:
    """The day in the Date header, as the sender's clock had it."""
    try:
        return day_of(raw_header(message, "Date")).day
    except UnreadableDateError:
        return None


def attachments(message: EmailMessage) -> tuple[str, ...]:
    """A note on what was not read."""
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    return (f"attachments were not read: {', '.join(names)}",) if names else ()
