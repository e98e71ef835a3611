"""A report's text cut at every boundary of its marks, so that marks may overlap and none is lost.

Offsets are code points here and nowhere else: the page gets the pieces of text themselves, in order, and has nothing to
count or convert.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.record import Report
from dateline.record.values import SectionKind


@dataclass(frozen=True, slots=True)
class Layer:
    """A mark over `text[start:end]`: its kind, what the reader of the page is told of it, and the number of the event
    that it belongs to (None: to none)."""

    start: int
    end: int
    kind: str
    tip: str = ""
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text over which the same layers lie throughout."""

    text: str
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the text that stands on its own: a section of the report, or words between two."""

    kind: SectionKind
    segments: tuple[Segment, ...]


def blocks(report: Report, layers: Iterable[Layer]) -> list[Block]:
    """The whole text in blocks of segments. Joined, the segments are the text, less blank space between the blocks."""
    spans = block_spans(report)
    edges = {edge for _, start, end in spans for edge in (start, end)}
    pieces = segments(report.text, layers, edges)
    made = []
    position, piece = 0, next(pieces, None)
    for kind, start, end in spans:
        inside = []
        while piece is not None and position < end:
            if position >= start:
                inside.append(piece)
            position += len(piece.text)
            piece = next(pieces, None)
        made.append(Block(kind, tuple(inside)))
    return made


def segments(text: str, layers: Iterable[Layer], edges: Iterable[int] = ()) -> Iterator[Segment]:
    """The text cut at every beginning and end of a layer and at the edges given; joined, the pieces are the text."""
    layers = list(layers)
    begins: dict[int, list[Layer]] = {}
    ends: dict[int, list[Layer]] = {}
    for layer in layers:
        begins.setdefault(layer.start, []).append(layer)
        ends.setdefault(layer.end, []).append(layer)
    lying: dict[Layer, None] = {}  # in order of their beginning
    for start, end in pairwise(sorted({0, len(text), *edges, *begins, *ends})):
        for layer in ends.get(start, ()):
            lying.pop(layer, None)
        lying.update(dict.fromkeys(begins.get(start, ())))
        yield Segment(text[start:end], tuple(lying))


def block_spans(report: Report) -> list[tuple[SectionKind, int, int]]:
    """Sections in order, without overlap, and the words between them as paragraphs. What shares a line with the section
    before it (the text after "KITWE —") belongs to the same block."""
    text = report.text
    spans: list[tuple[SectionKind, int, int]] = []
    reached = 0
    for section in sorted(report.sections, key=lambda section: (section.start, -section.end)):
        start = max(section.start, reached)
        if start >= section.end:
            continue
        if text[reached:start].strip():
            spans.append(("paragraph", reached, start))
        if spans and "\n" not in text[spans[-1][2] - 1 : start] and spans[-1][0] in ("dateline", "paragraph"):
            spans[-1] = ("paragraph", spans[-1][1], section.end)
        else:
            spans.append((section.kind, start, section.end))
        reached = section.end
    if text[reached:].strip():
        spans.append(("paragraph", reached, len(text)))
    return spans
