"""Printed pages as running text: without what every page repeats, and with the words made whole that a line broke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

FEWEST_PAGES = 3  # on which a line recurs before it is a running head
EDGE = 2  # lines at the top and bottom of a page that may be one
PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.I)
BROKEN_WORD = re.compile(r"\b(\w{0,40}[^\W\d_])[-\u2010\u00ad][ \t]*\r?\n[ \t]*([^\W\d_A-Z]\w{0,40})\b[ \t]?")
LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
SENTENCE_END = re.compile(r"[.!?:][\"'”’)]*$")


def running_text(pages: Sequence[str]) -> str:
    """The pages as one text. A sentence that runs over a page's end is not parted."""
    kept = [lines for lines in bodies([page.translate(LIGATURES).splitlines() for page in pages]) if lines]
    text = ""
    for lines in kept:
        page = "\n".join(lines)
        runs_on = text and not SENTENCE_END.search(text[-4:]) and page[0].islower()
        text += ("" if not text else "\n" if runs_on else "\n\n") + page
    return whole_words(text)


def bodies(pages: list[list[str]]) -> list[list[str]]:
    """The lines of each page without running heads, running feet, and page numbers."""
    trimmed = [[line.rstrip() for line in page] for page in pages]
    trimmed = [without_blank_edges(page) for page in trimmed]
    recurring = Counter(shape(line) for page in trimmed for line in {*page[:EDGE], *page[-EDGE:]} if line.strip())
    often = {line for line, count in recurring.items() if count >= max(FEWEST_PAGES, len(pages) / 2)}
    return [without_blank_edges(without_running(page, often)) for page in trimmed]


def without_running(page: list[str], often: set[str]) -> list[str]:
    """A page without the lines at its edges that recur or only number it."""

    def is_running(index: int) -> bool:
        at_edge = index < EDGE or index >= len(page) - EDGE
        outermost = index in (0, len(page) - 1)
        line = page[index]
        return at_edge and (shape(line) in often or (outermost and PAGE_NUMBER.fullmatch(line) is not None))

    return [line for index, line in enumerate(page) if not is_running(index)]


def shape(line: str) -> str:
    """A line as it recurs from page to page: its numbers differ."""
    return re.sub(r"\d+", "0", line.strip())


def without_blank_edges(page: list[str]) -> list[str]:
    """A page from its first line with words to its last."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    return page[filled[0] : filled[-1] + 1] if filled else []


def whole_words(text: str) -> str:
    """The text with words that a line's end broke made whole; a hyphen that the text has elsewhere too stays."""
    hyphenated = {match.lower() for match in re.findall(r"\b\w{1,40}-\w{1,40}\b", text)}

    def joined(match: re.Match[str]) -> str:
        compound = f"{match[1]}-{match[2]}"
        return (compound if compound.lower() in hyphenated else match[1] + match[2]) + "\n"

    return BROKEN_WORD.sub(joined, text)
