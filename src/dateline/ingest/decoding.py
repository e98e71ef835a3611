"""From bytes to text: by byte order mark, declaration, UTF-8, detection, in this order; and what is no text at all."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from charset_normalizer import from_bytes

from dateline.errors import InputError

SAMPLE = 65_536  # bytes that detection looks at
# Encodings that detection chooses among: those that news and office files are in fact kept in.
CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp874",
    "koi8_r", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr",
)  # fmt: skip
MARKS = (  # the longer marks first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WESTERN_SHARE = 0.04  # text with fewer bytes beyond ASCII than this is English or the like in Windows' encoding
BINARY_MEND = "pass the report as text, a page, PDF or Word file"
STATEFUL = ("iso-2022", "iso2022", "hz", "utf-7", "utf7")  # these write other scripts in ASCII's bytes
LATIN = dict.fromkeys(("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252")  # as browsers read them
WIDE = ("utf-16", "utf16", "utf-32", "utf32")  # whose line breaks are no single bytes
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CONTROL_SHARE = 0.02
DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.I)


def decoded(data: bytes, name: str, *, declared: str | None = None, forced: str | None = None) -> str:
    """The text of a file, exactly but for its byte order mark; InputError where the bytes are no text.

    `declared` is what the source says of itself: believed where the bytes agree and are not UTF-8, which no other text
    is by accident. `forced` is what the caller says, and is not doubted.
    """
    if forced:
        return decoded_as(data, forced, name)
    encoding, mark = encoding_of(data, name, declared=declared)
    return data[mark:].decode(encoding, errors="replace" if encoding == "cp1252" else "strict")


def decoded_as(data: bytes, encoding: str, name: str) -> str:
    """The text in the encoding that the caller names."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as wrong:
        raise InputError(f"is not {encoding}: {wrong}", file=name, mend="name no encoding, or another one") from None


def encoding_of(data: bytes, name: str, *, declared: str | None = None) -> tuple[str, int]:
    """The encoding that decodes the data, and how many bytes its byte order mark takes."""
    for mark, encoding in MARKS:
        if data.startswith(mark) and decodes(data[len(mark) :], encoding):
            return encoding, len(mark)
    if declared and declared.lower().startswith(STATEFUL) and decodes(data, declared):
        return declared, 0
    if b"\x00" in data[:SAMPLE]:
        return wide_encoding(data, name), 0
    if looks_binary(data):
        raise InputError("is binary, not text", file=name, mend=BINARY_MEND)
    if decodes(data, "utf-8"):
        return "utf-8", 0
    stated = LATIN.get((declared or "").lower(), declared)
    if stated and known_encoding(stated) and decodes(data, stated):
        return stated, 0
    return eight_bit_encoding(data), 0


def known_encoding(name: str) -> bool:
    """Whether Python has a text encoding of the name."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def decodes(data: bytes, encoding: str) -> bool:
    """Whether every byte has a meaning in the encoding."""
    try:
        data.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True


def wide_encoding(data: bytes, name: str) -> str:
    """UTF-16 without a mark shows by its zero bytes, all in even or all in odd places; anything else is binary."""
    sample = data[:SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > 0.4 * len(sample) / 2 and others < 0.05 * zeros and decodes(data, encoding):
            return encoding
    raise InputError("is binary, not text", file=name, mend=BINARY_MEND)


def looks_binary(data: bytes) -> bool:
    """Whether control characters stand where text has none."""
    sample = data[:SAMPLE]
    return len(CONTROL.findall(sample)) > CONTROL_SHARE * len(sample)


def eight_bit_encoding(data: bytes) -> str:
    """The likeliest encoding of text that is not UTF-8; Windows' Western one where nothing speaks for another."""
    sample = data[:SAMPLE]
    if sum(byte > 127 for byte in sample) < WESTERN_SHARE * len(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=list(CANDIDATES), preemptive_behaviour=False).best()
    return best.encoding if best is not None and decodes(data, best.encoding) else "cp1252"


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an HTML page or XML file names in its first bytes."""
    match = DECLARED.search(data[:4096])
    return match.group(1).decode("ascii") if match else None


def text_lines(stream: BinaryIO, head: bytes, name: str, *, forced: str | None = None) -> Iterator[tuple[bytes, str]]:
    """The lines of a table or JSON Lines file, one at a time: each as its bytes, and as text without the mark.

    UTF-8 is tried line by line, so that one stray line does not change how the others are read.
    """
    encoding, mark = (forced, 0) if forced else line_encoding(head, name)
    stream.read(mark)
    if encoding.lower().startswith(WIDE):
        yield from wide_lines(stream, encoding)
        return
    first = encoding if forced else "utf-8"
    fallback = encoding if encoding != "utf-8" else "cp1252"
    for line in split_lines(stream, head):
        try:
            yield line, line.decode(first)
        except UnicodeDecodeError:
            yield line, line.decode(fallback, errors="replace")


def line_encoding(head: bytes, name: str) -> tuple[str, int]:
    """The encoding of a stream from its first bytes, of which the last character may be cut."""
    for mark, encoding in MARKS:
        if head.startswith(mark):
            return encoding, len(mark)
    if b"\x00" not in head and not looks_binary(head):
        try:
            codecs.getincrementaldecoder("utf-8")().decode(head)
        except UnicodeDecodeError:
            return encoding_of(head[: head.rfind(b"\n") + 1] or head, name)
        return "utf-8", 0
    return encoding_of(head, name)


def wide_lines(stream: BinaryIO, encoding: str) -> Iterator[tuple[bytes, str]]:
    """Lines of UTF-16 or UTF-32 text."""
    for line in io.TextIOWrapper(stream, encoding, errors="replace", newline="\n"):
        yield line.encode(encoding), line


def split_lines(stream: BinaryIO, head: bytes) -> Iterator[bytes]:
    """Lines with their ends; a lone carriage return ends one only where the file has no line feed."""
    if b"\r" in head and b"\n" not in head:
        yield from stream.read().splitlines(keepends=True)
    else:
        yield from stream
