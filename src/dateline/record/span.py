"""Words of a report, by their place in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a report: half-open offsets in Unicode code points, and the words that stand there.

    Guaranteed: `0 <= start < end` and `len(text) == end - start`. That the words are the report's is checked where a
    span meets its report, in `Record`.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not {self.start}..{self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}..{self.end} has words of length {len(self.text)}: {self.text!r}")

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; ValueError where it would be empty or reach beyond the text."""
        return Span(start, end, text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def stands_in(self, text: str) -> bool:
        """Whether the words are what `text` has at these offsets."""
        return text[self.start : self.end] == self.text

    def bare(self) -> Span:
        """The span alone, without the fields that a subclass adds."""
        return Span(self.start, self.end, self.text)
