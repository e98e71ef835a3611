"""Which counts belong to which event: to the event whose word governs them, else to the nearest fitting one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.codebook.figure_words import read_table
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.record import EventFigure, Span
from dateline.record.values import EventType, Measure

GOVERNED_STEPS = 6  # a trigger further above a count than this does not govern it
HARMS = ("killed", "injured", "missing", "casualties")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A trigger's head in the parse, and the index of its event."""

    event: int
    token: Token


def assign_figures(
    events: Sequence[tuple[EventType, Sequence[Span]]], parsed: ParsedReport, figures: Sequence[FigurePhrase]
) -> tuple[tuple[EventFigure, ...], ...]:
    """The figures of each event (type and triggers), in text order. A figure belongs to one event at most: to the one
    whose trigger governs it in the syntax, else to the nearest of its sentence whose type has such counts; harm may
    also belong to a fitting event of the sentence before (coding-guide rules 3 and 9)."""
    anchors = anchors_by_sentence(events, parsed)
    starts = [sentence.start for sentence in parsed.sentences]
    given: list[list[EventFigure]] = [[] for _ in events]
    for figure in figures:
        sentence = bisect_right(starts, figure.token) - 1
        owner = owner_of(figure, parsed.doc[figure.token], anchors.get(sentence, ()), events)
        if owner is not None:
            given[owner].append(event_figure(figure))
    return tuple(tuple(found) for found in given)


def anchors_by_sentence(
    events: Sequence[tuple[EventType, Sequence[Span]]], parsed: ParsedReport
) -> Mapping[int, Sequence[Anchor]]:
    """The triggers of all events by the index of their sentence."""
    starts = [sentence.start for sentence in parsed.sentences]
    offsets = [token.idx for token in parsed.doc]
    found: dict[int, list[Anchor]] = {}
    for index, (_, triggers) in enumerate(events):
        for trigger in triggers:
            token = head_at(parsed, trigger, offsets)
            if token is not None:
                found.setdefault(bisect_right(starts, token.i) - 1, []).append(Anchor(index, token))
    return found


def head_at(parsed: ParsedReport, span: Span, offsets: Sequence[int]) -> Token | None:
    """The head of a span's words."""
    first = max(bisect_right(offsets, span.start) - 1, 0)
    last = bisect_right(offsets, span.end - 1)
    return parsed.doc[first:last].root if first < last else None


def owner_of(
    figure: FigurePhrase, token: Token, anchors: Sequence[Anchor], events: Sequence[tuple[EventType, Sequence[Span]]]
) -> int | None:
    """The event of the figure's sentence that it belongs to."""
    ranked = sorted(ranks(figure, token, anchors, events))
    return ranked[0][-1] if ranked else None


def ranks(
    figure: FigurePhrase, token: Token, anchors: Sequence[Anchor], events: Sequence[tuple[EventType, Sequence[Span]]]
) -> Iterator[tuple[int, int, int, int]]:
    """The events that may own a figure: fitting ones first, then by steps in the parse and by distance in words."""
    above = {ancestor.i: steps for steps, ancestor in enumerate([token, *token.ancestors])}
    for anchor in anchors:
        fits = figure.measure in compatible(events[anchor.event][0])
        steps = steps_between(above, anchor.token)
        governed = anchor.token.i in above and above[anchor.token.i] <= GOVERNED_STEPS
        if fits or (figure.measure == "other" and governed):
            yield (not fits, steps, abs(anchor.token.i - token.i), anchor.event)


def steps_between(above: Mapping[int, int], token: Token) -> int:
    """The steps from a count's word, whose ancestors `above` numbers, to another word by way of the tree."""
    for steps, ancestor in enumerate([token, *token.ancestors]):
        if ancestor.i in above:
            return steps + above[ancestor.i]
    return len(above) + 100


def event_figure(figure: FigurePhrase) -> EventFigure:
    """The figure as the record's event has it."""
    span = figure.span
    return EventFigure(
        start=span.start,
        end=span.end,
        text=span.text,
        measure=figure.measure,
        low=figure.low,
        best=figure.best,
        high=figure.high,
        qualifier=figure.qualifier,
    )


@cache
def compatible_measures() -> Mapping[str, tuple[Measure, ...]]:
    """The measures that counts of each event type may have."""
    return {name: tuple(measures) for name, measures in read_table("event_measures.toml")["compatible"].items()}


def compatible(event_type: EventType) -> tuple[Measure, ...]:
    """The measures that counts of this type of event may have."""
    return compatible_measures().get(event_type, ())
