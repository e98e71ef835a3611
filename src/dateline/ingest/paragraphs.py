"""Paragraphs: which lines of a text belong together, whether blank lines, single breaks or hard wrapping part them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
WIDEST_WRAP = 110  # characters; longer lines are paragraphs of their own
FULL, CERTAINLY_FULL = 0.75, 0.94  # of the width: letters differ in width on a printed page
SHORTEST_WRAPPED = 40
FINAL = re.compile(r"[.!?:;…]['\"’”)\]]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]`, without white space at its edges, and how many lines it takes."""

    start: int
    end: int
    lines: int = 1

    def __len__(self) -> int:
        return self.end - self.start


def paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of a text, in order; every character but white space lies in exactly one of them."""
    blocks = list(blocks_of(text))
    width = wrapping_width(text, blocks)
    return [paragraph for block in blocks for paragraph in unwrapped(text, block, width)]


def blocks_of(text: str) -> Iterator[list[Paragraph]]:
    """Runs of lines without a blank line between them; each line trimmed."""
    block: list[Paragraph] = []
    for line in lines_of(text):
        if line is not None:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def lines_of(text: str) -> Iterator[Paragraph | None]:
    """Each line trimmed, None for a blank one."""
    start = 0
    for end, following in [*((match.start(), match.end()) for match in LINE_BREAK.finditer(text)), (len(text), 0)]:
        line = text[start:end]
        bare = line.strip()
        if bare:
            first = start + len(line) - len(line.lstrip())
            yield Paragraph(first, first + len(bare))
        else:
            yield None
        start = following


def wrapping_width(text: str, blocks: list[list[Paragraph]]) -> int | None:
    """The width at which the text is wrapped by hand; None where its lines are paragraphs."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    if not pairs:
        return None
    lengths = sorted(len(line) for block in blocks if len(block) > 1 for line in block)
    width = lengths[len(lengths) * 19 // 20]
    if not SHORTEST_WRAPPED <= width <= WIDEST_WRAP:
        return None
    wrapped = sum(is_unfinished(text, line) and is_full(text, line, following, width) for line, following in pairs)
    return width if 2 * wrapped >= len(pairs) else None


def is_full(text: str, line: Paragraph, following: Paragraph, width: int) -> bool:
    """Whether the next line's first word would not have fitted; at the end of a sentence that must be certain."""
    word = text[following.start : following.end].split(None, 1)[0]
    return len(line) + 1 + len(word) > (FULL if is_unfinished(text, line) else CERTAINLY_FULL) * width


def is_unfinished(text: str, line: Paragraph) -> bool:
    """Whether a line ends in the middle of a sentence."""
    return not FINAL.search(text, max(line.start, line.end - 5), line.end)


def unwrapped(text: str, block: list[Paragraph], width: int | None) -> Iterator[Paragraph]:
    """The paragraphs of a block: its lines, joined where one runs on into the next."""
    start, count = block[0].start, 1
    for line, following in pairwise(block):
        if runs_on(text, line, following, width):
            count += 1
        else:
            yield Paragraph(start, line.end, count)
            start, count = following.start, 1
    yield Paragraph(start, block[-1].end, count)


def runs_on(text: str, line: Paragraph, following: Paragraph, width: int | None) -> bool:
    """Whether two lines are of one paragraph."""
    if text[line.start : line.end] == text[following.start : following.end]:
        return False
    if is_unfinished(text, line) and text[following.start].islower() and not text[line.start].islower():
        return True
    return width is not None and len(line) <= 1.5 * width and is_full(text, line, following, width)
