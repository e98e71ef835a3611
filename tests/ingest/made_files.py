"""Files of every kind that ingest reads, made on the spot from sentences of our own."""

from __future__ import annotations

import io
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

from dateline.errors import InputError
from dateline.ingest import IngestOptions, Source, reports_from
from dateline.record import Report

TITLE = "Two hurt as clashes spread in Norvania"
LEAD = (
    "Two people were hurt on Monday when police fired rubber bullets at some 300 protesters in Kalden, witnesses said. "
    "They had come to the square in the afternoon to demand the release of eleven students."
)
SECOND = (
    "The mayor, Ana Brod, declared a curfew and said that the army would be called if the protests went on for another "
    "night in the old town, where shops stayed shut."
)
DATELINE = "KALDEN, March 3, 2031 (NPA) -"
STORY = f"{TITLE}\n\nBy Mara Linde\n\n{DATELINE} {LEAD}\n\n{SECOND}\n"


def read(*inputs: str | Path, options: IngestOptions | None = None) -> list[Source | InputError]:
    """All that the inputs hold."""
    return list(reports_from(inputs, options))


def only_source(*inputs: str | Path, options: IngestOptions | None = None) -> Source:
    """The one report of the inputs, which must hold no other and no error."""
    (found,) = read(*inputs, options=options)
    assert isinstance(found, Source), found
    return found


def only_report(*inputs: str | Path, options: IngestOptions | None = None) -> Report:
    return only_source(*inputs, options=options).report


def only_error(*inputs: str | Path, options: IngestOptions | None = None) -> InputError:
    (found,) = read(*inputs, options=options)
    assert isinstance(found, InputError), found
    return found


def reports(found: Iterable[Source | InputError]) -> list[Report]:
    return [one.report for one in found if isinstance(one, Source)]


def errors(found: Iterable[Source | InputError]) -> list[InputError]:
    return [one for one in found if isinstance(one, InputError)]


def marked(report: Report) -> list[tuple[str, str]]:
    """The sections of a report with their words."""
    return [(part.kind, report.text[part.start : part.end]) for part in report.sections]


def page(
    *, head: str = "", body: str = f"<p>{LEAD}</p><p>{SECOND}</p>", title: str = TITLE, charset: str = "utf-8"
) -> bytes:
    """A web page with a menu and a footer around an article."""
    return (
        f'<!doctype html><html><head><meta charset="{charset}"><title>{title}</title>{head}</head><body>'
        f'<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>{title}</h1>{body}</article>'
        "<footer>© 2019 The Kalden Post. Page generated 2024-05-06 10:11.</footer></body></html>"
    ).encode(charset)


def pdf(
    paragraphs: Iterable[str] = (TITLE, "By Mara Linde", f"{DATELINE} {LEAD}", SECOND),
    *,
    pages: int = 1,
    password: str | None = None,
    feet: bool = False,
) -> bytes:
    """A PDF file; with feet, every page has a running head and its number."""
    from fpdf import FPDF

    document = FPDF()
    document.set_font("helvetica", size=12)
    for number in range(1, pages + 1):
        document.add_page()
        if feet:
            document.multi_cell(0, 6, "The Kalden Post, weekly edition")
            document.ln(4)
        for paragraph in paragraphs:
            document.multi_cell(0, 6, paragraph.replace("PAGE", f"number {'abcdefgh'[number]}"))
            document.ln(4)
        if feet:
            document.set_y(-25)
            document.cell(0, 10, f"Page {number} of {pages}")
    if password is not None:
        document.set_encryption(owner_password="owner", user_password=password)
    return bytes(document.output())


def mail(body: str, *, subtype: str = "plain", **headers: str) -> EmailMessage:
    """A message with a subject, a sender and a date, unless they are given."""
    message = EmailMessage()
    given = {"Subject": TITLE, "From": "Mara Linde <mara@example.org>", "Date": "Mon, 03 Mar 2031 08:00:00 +0100"}
    for name, value in {**given, **{name.replace("_", "-"): value for name, value in headers.items()}}.items():
        message[name] = value
    message.set_content(body, subtype=subtype)
    return message


def warc(*pages: tuple[str, str, str, bytes]) -> bytes:
    """A web archive of responses: address, status line, content type, body."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    archive = io.BytesIO()
    for address, status, media_type, body in pages:
        record = WarcRecord()
        record.init_headers(WarcRecordType.response, record_urn=b"<urn:uuid:0>")
        record.headers["WARC-Target-URI"] = address
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
        record.set_bytes_content(head.encode() + body)
        record.write(archive)
    return archive.getvalue()


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Kalden Post</title><link>https://example.org/</link>
<item><title>Rebels &amp; army trade fire</title><link>https://example.org/1</link>
<pubDate>Mon, 03 Mar 2031 23:30:00 -0500</pubDate><dc:creator>Mara Linde</dc:creator>
<description>&lt;p&gt;A short summary.&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>{LEAD}</p><h2>Curfew</h2><p>{SECOND}</p><script>track()</script>]]></content:encoded></item>
<item><title>Strike called off</title><link>https://example.org/2</link>
<description>Dockers ended their strike. They return on Friday.</description></item>
</channel></rss>
""".encode()
