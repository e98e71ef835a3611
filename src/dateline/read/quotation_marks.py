"""Quotations: which words of a text stand between quotation marks.

Works on the text alone, paragraph by paragraph, so that a missing mark harms one paragraph at most. A quotation that
runs over several paragraphs, each opened again and only the last one closed, is one quotation of several pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

PARAGRAPH = re.compile(r"[^\r\n\u2028\u2029]+")
MARK = re.compile(r"[“”„«»\"]|''|``|[‘’']")
DOUBLE_OPENING = frozenset({"“", "„", "«", "``"})
DOUBLE_CLOSING = frozenset({"”", "»"})
SINGLE = frozenset({"‘", "’", "'"})
CLOSERS = {
    "“": frozenset({"”", '"', "''"}),
    "„": frozenset({"“", "”", '"'}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "``": frozenset({"''", '"'}),
    '"': frozenset({'"', "”"}),
    "''": frozenset({"''", '"'}),
    "”": frozenset({"”", '"'}),
}
BEFORE_OPENING = frozenset("([{-–—/:,;>…")
LONGEST_APART = 400  # characters that a single-quoted passage may hold: beyond, the mark was an apostrophe


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks, the marks with them: one (start, end) for each paragraph they run through."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Offset of the opening mark."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Offset after the closing mark, or after the last word where there is none."""
        return self.pieces[-1][1]


@dataclass(frozen=True, slots=True)
class Piece:
    """A quoted stretch of one paragraph; `closed` and `opens_paragraph` tell whether it may go on in the next."""

    start: int
    end: int
    closed: bool
    opens_paragraph: bool


@dataclass(frozen=True)
class Quoted:
    """The quotations of a text, to be asked for by offset."""

    quotations: tuple[Quotation, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    owners: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Quoted:
        """The quotations of a text."""
        found = quotations(text)
        pieces = [(*piece, index) for index, quotation in enumerate(found) for piece in quotation.pieces]
        starts, ends, owners = zip(*pieces, strict=True) if pieces else ((), (), ())
        return cls(found, starts, ends, owners)

    def at(self, offset: int) -> int | None:
        """The index of the quotation that an offset lies in."""
        place = bisect_right(self.starts, offset) - 1
        return self.owners[place] if place >= 0 and offset < self.ends[place] else None

    def beginning_in(self, start: int, end: int) -> tuple[int, ...]:
        """The indices of the quotations of which a piece begins between two offsets."""
        return self.owners[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def piece_at(self, offset: int) -> tuple[int, int] | None:
        """The quoted stretch that an offset lies in."""
        place = bisect_right(self.starts, offset) - 1
        return (self.starts[place], self.ends[place]) if place >= 0 and offset < self.ends[place] else None


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in their order; none lies within another. Takes time linear in the text's length."""
    found: list[Quotation] = []
    waiting: list[tuple[int, int]] = []  # pieces of a quotation that its paragraph's end has not closed
    for paragraph in PARAGRAPH.finditer(text):
        if not paragraph.group().strip():
            continue
        pieces = list(pieces_of(text, paragraph.start(), paragraph.end()))
        if waiting and not (pieces and pieces[0].opens_paragraph):
            found.append(Quotation(tuple(waiting)))
            waiting = []
        for piece in pieces:
            waiting.append((piece.start, piece.end))
            if piece.closed:
                found.append(Quotation(tuple(waiting)))
                waiting = []
    if waiting:
        found.append(Quotation(tuple(waiting)))
    return tuple(found)


def pieces_of(text: str, start: int, end: int) -> Iterator[Piece]:
    """The quoted stretches of one paragraph. An opening mark that nothing closes reaches to the paragraph's end where
    it stands at a sentence's beginning, and counts for nothing elsewhere."""
    first = start + len(text[start:end]) - len(text[start:end].lstrip())
    last = start + len(text[start:end].rstrip())
    opened: tuple[int, str] | None = None
    skip_to = start
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if at < skip_to:
            continue
        if opened is None and mark in SINGLE:
            if closing := closing_apart(text, at, end):
                yield Piece(at, closing, True, at == first)
                skip_to = closing
        elif opened is None:
            opened = (at, mark) if can_open(text, match, start, end) else None
        elif mark == opened[1] and (mark in DOUBLE_OPENING or opens_only(text, at, start, end)):
            opened = (at, mark)  # the earlier one was never closed
        elif mark in CLOSERS[opened[1]]:
            yield Piece(opened[0], match.end(), True, opened[0] == first)
            opened = None
    if opened is not None and begins_sentence(text, opened[0], start) and last > opened[0] + len(opened[1]):
        yield Piece(opened[0], last, False, opened[0] == first)


def can_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a double mark can open a quotation where it stands."""
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    if mark in DOUBLE_OPENING:
        return True
    if mark in DOUBLE_CLOSING:  # a slip of the typesetter: ” Then he left.”
        return before.isspace() and (mark == "»" or after.isspace() or after.isalnum())
    return (before.isspace() or before in BEFORE_OPENING) or (not before.isdigit() and not after.isspace())


def opens_only(text: str, at: int, start: int, end: int) -> bool:
    """Whether a straight mark inside a quotation looks like one that opens: space before it, a word after it."""
    return at > start and text[at - 1].isspace() and at + 1 < end and text[at + 1].isalnum()


def begins_sentence(text: str, at: int, start: int) -> bool:
    """Whether a mark stands where a sentence or a quotation would begin."""
    before = text[max(start, at - 8) : at].rstrip()
    return not before or before[-1] in ".!?:,…"


def closing_apart(text: str, at: int, end: int) -> int | None:
    """Where a passage in single marks, opened at `at`, ends; None where the mark is an apostrophe.

    Only a mark next to a comma, full stop and the like closes: "the soldiers’ lives" would close anything else.
    """
    before = text[at - 1] if at else " "
    if text[at] == "’" or not (before.isspace() or before in BEFORE_OPENING) or not text[at + 1 : at + 2].isalnum():
        return None
    closer = "’" if text[at] == "‘" else "'"
    limit = min(end, at + LONGEST_APART)
    place = text.find(closer, at + 1, limit)
    while place != -1:
        after = text[place + 1 : place + 2]
        if not after.isalnum() and (text[place - 1] in ".,!?…" or after in {",", ".", ";", ""}):
            return place + 1 if " " in text[at:place] else None
        place = text.find(closer, place + 1, limit)
    return None
