"""CSV and TSV files with a header, streamed row by row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from dateline.errors import InputError
from dateline.ingest.columns import columns_of, missing_text
from dateline.ingest.decoding import text_lines
from dateline.ingest.packing import peeked
from dateline.ingest.rows import RowReader
from dateline.ingest.source import IngestOptions, Source

DELIMITERS = ",;\t|"
LONGEST_CELL = 2**31 - 1  # csv's own limit, 131,072 characters, would refuse long reports
QUOTES_MEND = "put text that holds the delimiter in quotation marks, and double those inside it"


class Lines:
    """The lines of a table as csv takes them; it counts them, and keeps the bytes of the row at hand."""

    def __init__(self, lines: Iterator[tuple[bytes, str]]) -> None:
        self.waiting, self.number = lines, 0
        self.taken: list[tuple[bytes, str]] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self.waiting)
        self.taken.append(line)
        self.number += 1
        return line[1]

    def row(self) -> bytes:
        """The bytes taken since the last call."""
        taken = b"".join(line for line, _ in self.taken)
        self.taken.clear()
        return taken

    def put_back(self) -> None:
        """Gives back all lines of the row at hand but its first."""
        again = self.taken[1:]
        self.waiting, self.number = chain(again, self.waiting), self.number - len(again)
        del self.taken[1:]


def read_csv(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """One report a row. The delimiter is found in the header; quoted cells may hold line breaks.

    Rows are numbered by the line they begin in. Blank rows are passed over. Rows with more cells than the header are
    reported: their text would be cut short.
    """
    csv.field_size_limit(LONGEST_CELL)
    lines = Lines(text_lines(stream, peeked(stream), name, forced=options.encoding))
    delimiter = delimiter_of(lines)
    media_type = "text/tab-separated-values" if delimiter == "\t" else "text/csv"
    table = table_rows(lines, delimiter)
    header = next(((cells, number) for number, cells, _ in table if isinstance(cells, list)), None)
    if header is None:
        raise InputError("is empty", file=name, mend="leave it out, or fetch it again")
    names = [cell.strip() for cell in header[0]]
    if "text" not in columns_of(names, options):
        raise missing_text(names, options, file=name)
    yield from reports(table, names, RowReader(name, options, media_type))


def reports(table: Iterator[Numbered], names: list[str], rows: RowReader) -> Iterator[Source | InputError]:
    """The reports of the rows after the header."""
    nothing = True
    for number, cells, original in table:
        nothing = False
        if isinstance(cells, csv.Error):
            yield InputError(f"is no row: {cells}", file=rows.file, row=number, mend=QUOTES_MEND)
        elif any(cells[len(names) :]):
            reason = f"has {len(cells)} cells, the header {len(names)}"
            yield InputError(reason, file=rows.file, row=number, mend=QUOTES_MEND)
        else:
            yield rows.read(number, dict(zip(names, cells, strict=False)), original.rstrip(b"\r\n"))
    if nothing:
        yield InputError("has a header and no rows", file=rows.file, mend="leave it out, or fetch it again")


Numbered = tuple[int, list[str] | csv.Error, bytes]


def table_rows(lines: Lines, delimiter: str) -> Iterator[Numbered]:
    """Each row that is not blank: the line it begins in, its cells or what is wrong with it, its bytes."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = lines.number + 1 - len(lines.taken)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as broken:
            if "unexpected end" in str(broken):  # a quotation mark that is never closed: the other rows go on
                lines.put_back()
                broken = csv.Error("a quotation mark is never closed")
            yield number, broken, lines.row()
            continue
        original = lines.row()
        if any(cell.strip() for cell in cells):
            yield number, cells, original


def delimiter_of(lines: Lines) -> str:
    """What parts the cells of the header, by count; the header goes back to the lines."""
    header = next(lines, "")
    if header.lower().startswith("sep=") and len(header.strip()) == 5:  # Excel's own hint
        lines.row()
        return header[4]
    lines.waiting, lines.number = chain(list(lines.taken), lines.waiting), 0
    lines.taken.clear()
    outside = "".join(header.split('"')[::2])
    return max(DELIMITERS, key=outside.count)
