"""Sections: the parts a report falls into, told by their form, by where they stand, and by the source's own marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline.ingest.bylines import OUTLET, is_byline
from dateline.ingest.captions import caption_end
from dateline.ingest.datelines import opening_of
from dateline.ingest.layout import bare
from dateline.ingest.paragraphs import FINAL, Paragraph, paragraphs
from dateline.record import Section
from dateline.record.values import SectionKind

HEAD = 8  # paragraphs among which title, byline and dateline are looked for
LONGEST_TITLE, LONGEST_HEADING = 200, 80  # characters
MOST_TITLE_WORDS, MOST_HEADING_WORDS = 28, 12
MOST_OUTLET_WORDS = 6
FEWEST_REPEATED_WORDS = 5
NEAR = 3  # paragraphs between a caption and its repetition
TITLE_END = re.compile(r"[.,;:…]['\"’”)\]]*(?:\[\d+\])*$|[a-z]{3}\. [A-Z]|^\(.*\)$")
HEADING_END = re.compile(r"[.,;:!…)\]]['\"’”]*$|[\"”]$")
MARKED_HEADING = re.compile(r"#{1,6}\s+\S|==+[^=\n]+==+$")
BULLET = re.compile(r"(?:[-*•·+–]|\d+[.)])\s|\[")


def sections(text: str, *, title: str | None = None, marked: Sequence[Section] = ()) -> tuple[Section, ...]:
    """The sections of a text, sorted, apart from one another, and without white space at their edges.

    Every character that is not white space lies in exactly one section, but for paragraphs that say word for word what
    an earlier one says (a caption printed twice, a quotation pulled out): those lie in no section, so that nobody
    reads them twice. `title` is the report's title where its source states one; it need not stand in the text.
    `marked` are the parts as the source itself marks them; their titles, headings and captions are believed.
    """
    return tuple(Reading(text, title, marked).sections())


@dataclass(slots=True)
class Reading:
    """One pass over a text's paragraphs, and what it has met so far."""

    text: str
    title: str | None
    marked: Sequence[Section]
    believed: bool = field(init=False)  # a source that marks no title and no heading marks nothing but paragraphs
    titled: bool = False
    body: bool = False
    previous: SectionKind | None = None

    def __post_init__(self) -> None:
        self.believed = any(part.kind in ("title", "heading") for part in self.marked)

    def sections(self) -> Iterator[Section]:
        """Each paragraph's section or sections."""
        found = [Paragraph(part.start, part.end) for part in self.marked] or paragraphs(self.text)
        repeated = repetitions(self.text, found)
        printed_twice = {first for later, first in repeated.items() if later - first <= NEAR and later < HEAD}
        for index, paragraph in enumerate(found):
            if index in repeated:
                continue
            mark = self.mark(index)
            kind = self.kind(index, found, mark, printed_twice=index in printed_twice)
            yield from self.parts(paragraph, kind)
            self.titled = self.titled or kind == "title"
            self.body = self.body or (kind == "paragraph" and self.is_prose(paragraph))
            self.previous = kind

    def mark(self, index: int) -> SectionKind | None:
        """What the source says a paragraph is; None where it does not tell."""
        if not self.marked or (self.marked[index].kind == "paragraph" and not self.believed):
            return None
        return self.marked[index].kind

    def kind(
        self, index: int, found: Sequence[Paragraph], mark: SectionKind | None, *, printed_twice: bool
    ) -> SectionKind:
        """What the paragraph is."""
        words = self.text[found[index].start : found[index].end]
        in_head = index < HEAD and not self.body
        follows = len(found[index + 1]) if index + 1 < len(found) else 0
        if not self.titled and index < HEAD and (mark in ("title", None)) and self.is_title(words, follows):
            return "title"
        if mark not in ("paragraph", None):
            return mark
        if is_byline(words):
            return "byline"
        if in_head and (opening := opening_of(words)) is not None and opening.whole:
            return "dateline"
        if caption_end(words):
            return "caption"
        if in_head and self.previous in ("byline", "dateline") and follows and is_outlet_line(words):
            return "byline"
        if mark is None and self.is_heading(words, follows):
            return "heading"
        return "caption" if printed_twice and opening_of(words) is None else "paragraph"

    def parts(self, paragraph: Paragraph, kind: SectionKind) -> Iterator[Section]:
        """The paragraph as sections: a dateline that opens the body, and text run on to a caption, are their own."""
        words = self.text[paragraph.start : paragraph.end]
        cut, first, rest = 0, kind, kind
        if kind == "paragraph" and not self.body and (opening := opening_of(words)) is not None:
            cut, first = opening.end, "dateline"
        elif kind == "caption" and (end := caption_end(words)):
            cut, rest = end, "paragraph"
        if 0 < cut < len(words):
            yield trimmed(self.text, first, paragraph.start, paragraph.start + cut)
            yield trimmed(self.text, rest, paragraph.start + cut, paragraph.end)
        else:
            yield trimmed(self.text, kind, paragraph.start, paragraph.end)

    def is_prose(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is of the body, and no stray line before it ("Share", "3 min read")."""
        words = self.text[paragraph.start : paragraph.end]
        return len(words) > LONGEST_HEADING or FINAL.search(words) is not None

    def is_title(self, words: str, follows: int) -> bool:
        """Whether a paragraph of the head is the title: the one that is stated, or one by its looks."""
        if self.title is not None and bare(words) == bare(self.title):
            return True
        if self.body or not follows or len(words) > LONGEST_TITLE or len(words.split()) > MOST_TITLE_WORDS:
            return False
        if MARKED_HEADING.match(words):
            return True
        if TITLE_END.search(words) or BULLET.match(words) or not has_letters(words) or words[0].islower():
            return False
        return not caption_end(words) and not is_byline(words) and opening_of(words) is None

    def is_heading(self, words: str, follows: int) -> bool:
        """Whether a paragraph is a heading: marked, or short, without an end of sentence, and with text to follow."""
        if MARKED_HEADING.match(words):
            return True
        if not follows or BULLET.match(words) or words[0].islower() or not has_letters(words):
            return False
        count = len(words.split())
        if self.previous == "title" and 1 < count <= MOST_TITLE_WORDS and len(words) <= LONGEST_TITLE:
            return not TITLE_END.search(words)
        short = len(words) <= LONGEST_HEADING and count <= MOST_HEADING_WORDS
        return short and follows > LONGEST_HEADING and not HEADING_END.search(words)


def is_outlet_line(words: str) -> bool:
    """Whether a line below the byline names the outlet: a few words, each with a capital."""
    return len(words.split()) <= MOST_OUTLET_WORDS and OUTLET.fullmatch(words) is not None


def has_letters(words: str) -> bool:
    """Whether there is a letter in it."""
    return any(map(str.isalpha, words))


def trimmed(text: str, kind: SectionKind, start: int, end: int) -> Section:
    """A section without white space at its edges."""
    words = text[start:end]
    return Section(kind, start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def repetitions(text: str, found: Sequence[Paragraph]) -> dict[int, int]:
    """For each paragraph that repeats an earlier one word for word, the index of the earlier one."""
    seen: dict[str, int] = {}
    repeated: dict[int, int] = {}
    for index, paragraph in enumerate(found):
        words = text[paragraph.start : paragraph.end].split()
        if len(words) >= FEWEST_REPEATED_WORDS:
            first = seen.setdefault(" ".join(words).casefold(), index)
            if first != index:
                repeated[index] = first
    return repeated
