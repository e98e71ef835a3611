"""A report: the text as it came, where it came from, and the parts it falls into."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.record.values import SectionKind


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report's text, `text[start:end]`."""

    kind: SectionKind
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a section needs 0 <= start < end, not {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document, kept exactly: every offset of its record counts code points of `text`.

    `title`, `authors`, `publisher` and `published` are what the source's metadata says, or what the text itself says;
    None where neither does (`published` is never today's date for want of another). `source` names the file and, where
    it holds several reports, the row or entry. `sha256` is of the original bytes. `notes` are doubts a reader of the
    record should know of ("the text seems not to be English").
    """

    id: str
    text: str
    source: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    sha256: str
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("a report needs an id")
        for section in self.sections:
            if section.end > len(self.text):
                raise ValueError(f"section {section.start}..{section.end} reaches beyond the text of {self.id}")
