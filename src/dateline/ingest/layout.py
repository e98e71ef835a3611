"""Laid-out documents: a text put together from parts whose kinds the source itself marks (pages, Word files, feeds)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.record import Section
from dateline.record.values import SectionKind

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, heading or caption as the source marks it."""

    kind: SectionKind
    words: str


def laid_out(parts: Iterable[Part], *, title: str | None = None) -> tuple[str, tuple[Section, ...]]:
    """The text of the parts, with a blank line between them, and where each lies in it.

    White space inside a part is made single spaces. The title opens the text where no part among the first says it.
    """
    kept = [Part(part.kind, " ".join(part.words.split())) for part in parts]
    kept = [part for part in kept if part.words]
    if title and (words := " ".join(title.split())):
        first = next((index for index, part in enumerate(kept[:4]) if bare(part.words) == bare(words)), None)
        if first is None:
            kept.insert(0, Part("title", words))
        else:
            kept[first] = Part("title", kept[first].words)
    places: list[Section] = []
    start = 0
    for part in kept:
        places.append(Section(part.kind, start, start + len(part.words)))
        start += len(part.words) + len(BETWEEN)
    return BETWEEN.join(part.words for part in kept), tuple(places)


def bare(title: str) -> str:
    """A title as titles are compared: without marks at its ends, case and breaks."""
    return " ".join(title.split()).strip(" .#*=_").casefold()
