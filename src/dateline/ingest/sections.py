"""Sections: the parts a report falls into, told by their form and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.ingest.bylines import is_byline
from dateline.ingest.captions import is_caption
from dateline.ingest.datelines import opening_of
from dateline.ingest.paragraphs import Paragraph, paragraphs
from dateline.record import Section
from dateline.record.values import SectionKind

HEAD = 8  # paragraphs among which title, byline and dateline are looked for
LONGEST_TITLE, LONGEST_HEADING = 200, 80  # characters
MOST_TITLE_WORDS, MOST_HEADING_WORDS = 28, 12
FEWEST_REPEATED_WORDS = 5
NEAR = 3  # paragraphs between a caption and its repetition
SENTENCE_END = re.compile(r"[.,;:…]['\"’”)\]]*$")
HEADING_END = re.compile(r"[.,;:!…)\]\"”]$")
MARKED_HEADING = re.compile(r"#{1,6}\s+\S|==+[^=\n]+==+$")
BULLET = re.compile(r"(?:[-*•·+–]|\d+[.)])\s")


def sections(text: str, *, title: str | None = None) -> tuple[Section, ...]:
    """The sections of a text, sorted, apart from one another, and without white space at their edges.

    Every character that is not white space lies in exactly one section, but for paragraphs that say word for word what
    an earlier one says (a caption printed twice, a quotation pulled out): those lie in no section, so that nobody
    reads them twice. `title` is the report's title where its source states one; it need not stand in the text.
    """
    return tuple(_sections(text, paragraphs(text), title))


def _sections(text: str, found: list[Paragraph], title: str | None) -> Iterator[Section]:
    repeated = repetitions(text, found)
    captions = {first for later, first in repeated.items() if later - first <= NEAR and first < HEAD}
    titled = body = False
    for index, paragraph in enumerate(found):
        if index in repeated:
            continue
        words = text[paragraph.start : paragraph.end]
        if not titled and index < HEAD and is_title(words, found[index:], title, body=body):
            kind: SectionKind = "title"
            titled = True
        elif kind_by_form := formal_kind(words, in_head=index < HEAD and not body):
            kind = kind_by_form
        elif index in captions:
            kind = "caption"
        elif is_heading(words, found[index:], subtitle=titled and not body):
            kind = "heading"
        else:
            if not body:
                body = True
                opening = opening_of(words)
                if opening is not None and opening.end < len(words):
                    yield trimmed(text, "dateline", paragraph.start, paragraph.start + opening.end)
                    paragraph = Paragraph(paragraph.start + opening.end, paragraph.end)
            kind = "paragraph"
        yield trimmed(text, kind, paragraph.start, paragraph.end)


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


def is_title(words: str, rest: Sequence[Paragraph], title: str | None, *, body: bool) -> bool:
    """Whether a paragraph of the head is the title: it is the one stated, or it looks like one and text follows."""
    if title is not None and bare(words) == bare(title):
        return True
    if body or len(rest) < 2 or len(words) > LONGEST_TITLE or len(words.split()) > MOST_TITLE_WORDS:
        return False
    if MARKED_HEADING.match(words):
        return True
    if SENTENCE_END.search(words) or BULLET.match(words) or not any(map(str.isalpha, words)) or words[0].islower():
        return False
    return not is_caption(words) and not is_byline(words) and opening_of(words) is None


def bare(title: str) -> str:
    """A title as titles are compared: without marks at its ends, case and breaks."""
    return " ".join(title.split()).strip(" .#*=_").casefold()


def formal_kind(words: str, *, in_head: bool) -> SectionKind | None:
    """The kind of a paragraph that its own form tells."""
    if is_byline(words):
        return "byline"
    if in_head and (opening := opening_of(words)) is not None and opening.whole:
        return "dateline"
    if is_caption(words):
        return "caption"
    return "heading" if MARKED_HEADING.match(words) else None


def is_heading(words: str, rest: Sequence[Paragraph], *, subtitle: bool) -> bool:
    """Whether a paragraph is a heading: short, without an end of sentence, and with text to follow."""
    if len(rest) < 2 or BULLET.match(words) or words[0].islower() or not any(map(str.isalpha, words)):
        return False
    if subtitle and len(words) <= LONGEST_TITLE and not SENTENCE_END.search(words) and len(words.split()) > 1:
        return len(words.split()) <= MOST_TITLE_WORDS
    short = len(words) <= LONGEST_HEADING and len(words.split()) <= MOST_HEADING_WORDS
    return short and not HEADING_END.search(words) and len(rest[1]) > LONGEST_HEADING
