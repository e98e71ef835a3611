"""What kind of source a file is: by its first bytes where they are unmistakable, then by its name, then by content."""

from __future__ import annotations

import re

from dateline.errors import InputError
from dateline.ingest.columns import known_columns, plain_name
from dateline.ingest.source import SourceKind

SUFFIXES: dict[str, SourceKind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".eml": "eml",
    ".mht": "eml",
    ".mhtml": "eml",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".warc": "warc",
}
# Formats that are no report, or that no reader here opens: what they are, and what to do.
REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "is an old or password-protected Word, Excel or Outlook file",
        "save it as .docx, unprotected",
    ),
    (b"SQLite format 3\x00", "is a database", "name reports, not a casebook"),
    (b"\x89PNG", "is a picture", "pass the text of it"),
    (b"\xff\xd8\xff", "is a picture", "pass the text of it"),
    (b"GIF8", "is a picture", "pass the text of it"),
    (b"7z\xbc\xaf\x27\x1c", "is a packed archive", "unpack it first"),
    (b"Rar!", "is a packed archive", "unpack it first"),
    (b"BZh", "is packed with bzip2", "unpack it first, or use gzip"),
    (b"\xfd7zXZ", "is packed with xz", "unpack it first, or use gzip"),
    (b"\x28\xb5\x2f\xfd", "is packed with zstandard", "unpack it first, or use gzip"),
    (b"{\\rtf", "is a Rich Text file", "save it as .docx or plain text"),
    (b"PAR1", "is a Parquet file", "export it as JSON Lines or CSV"),
)
HTML_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
FEED_START = re.compile(rb"\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.I)
MAIL_HEADER = re.compile(rb"^(From|To|Subject|Date|Received|Message-ID|MIME-Version|Return-Path|Delivered-To):\s", re.I)
ANY_HEADER = re.compile(rb"^(?:[!-9;-~]+:\s?|[ \t]+\S)")
COLUMN_NAME = re.compile(r"[A-Za-z][\w /-]{0,40}")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def kind_of(name: str, head: bytes) -> SourceKind:
    """The kind of a source from its name and its first bytes; InputError for what cannot be a report."""
    if kind := kind_by_magic(head):
        return kind
    for magic, what, mend in REFUSED:
        if head.startswith(magic):
            raise InputError(what, file=name, mend=mend)
    return kind_by_suffix(name, head) or kind_by_content(head)


def kind_by_magic(head: bytes) -> SourceKind | None:
    """The kind where the first bytes are unmistakable, whatever the file is called."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"  # its reader says so where the ZIP archive is something else
    if re.match(rb"WARC/\d", head):
        return "warc"
    return None


def kind_by_suffix(name: str, head: bytes) -> SourceKind | None:
    """The kind that the name promises."""
    lowered = name.lower().removesuffix(".gz")
    suffix = lowered[lowered.rfind(".") :] if "." in lowered.rsplit("/", 1)[-1] else ""
    if suffix == ".xml":
        return "html" if HTML_START.match(head) else "feed"
    return SUFFIXES.get(suffix)


def kind_by_content(head: bytes) -> SourceKind:
    """The kind of a source without a telling name, such as standard input; plain text where nothing else fits."""
    head = head.removeprefix(BYTE_ORDER_MARK)
    if FEED_START.match(head):
        return "feed"
    if HTML_START.match(head):
        return "html"
    if re.match(rb'\s*(?:\{\s*["}]|\[\s*[\[{"\]])', head):
        return "json"
    if is_mail(head):
        return "eml"
    return "csv" if is_table(head) else "text"


def is_mail(head: bytes) -> bool:
    """Whether the first lines are the headers of a message."""
    known = 0
    for line in head.splitlines():
        if not line.strip():
            break
        if not ANY_HEADER.match(line):
            return False
        known += MAIL_HEADER.match(line) is not None
    return known >= 2


def is_table(head: bytes) -> bool:
    """Whether the first line is a header that names a column of text."""
    line = head.split(b"\n", 1)[0].decode("latin-1").strip()
    for delimiter in ",;\t|":
        cells = [cell.strip().strip('"') for cell in line.split(delimiter)]
        if len(cells) > 1 and all(COLUMN_NAME.fullmatch(cell) for cell in cells):
            return any(plain_name(cell) in known_columns()["text"] for cell in cells)
    return False
