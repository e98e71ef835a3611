"""Which counts belong to which event: to the event whose word governs them, else to the nearest fitting one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook.figure_words import read_table
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import EventFigure, Span
from dateline.record.values import EventType, Measure

GOVERNED_STEPS = 4  # a trigger so many steps above an idle count does not govern it
Events = Sequence[tuple[EventType, Sequence[Span]]]
BACK = 3  # sentences before a count of victims in which its event may be told
HARMS = ("killed", "injured", "missing", "casualties")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A trigger's head in the parse, and the index of its event."""

    event: int
    token: Token


def assign_figures(
    events: Events, parsed: ParsedReport, figures: Sequence[FigurePhrase]
) -> tuple[tuple[EventFigure, ...], ...]:
    """The figures of each event (type and triggers), in text order. A figure belongs to one event at most: to the one
    whose trigger governs it in the syntax, else to the nearest of its sentence whose type has such counts; a count of
    the dead or hurt may also belong to the last such event of the few sentences before (coding-guide rules 3, 9)."""
    anchors = anchors_by_sentence(events, parsed)
    starts = [sentence.start for sentence in parsed.sentences]
    given: list[list[EventFigure]] = [[] for _ in events]
    for figure in figures:
        sentence = bisect_right(starts, figure.token) - 1
        token = parsed.doc[figure.token]
        owner = owner_of(figure, token, anchors.get(sentence, ()), events)
        if owner is None and figure.measure in HARMS:
            before = (anchors.get(sentence - back, ()) for back in range(1, BACK + 1))
            owners = (owner_before(figure, earlier, events) for earlier in before)
            owner = next((one for one in owners if one is not None), None)
        if owner is not None:
            given[owner].append(event_figure(figure))
    return tuple(tuple(found) for found in given)


def anchors_by_sentence(events: Events, parsed: ParsedReport) -> Mapping[int, Sequence[Anchor]]:
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


def owner_of(figure: FigurePhrase, token: Token, anchors: Sequence[Anchor], events: Events) -> int | None:
    """The event of the figure's sentence that it belongs to."""
    ranked = sorted(ranks(figure, token, anchors, events))
    return ranked[0][-1] if ranked else None


def owner_before(figure: FigurePhrase, anchors: Sequence[Anchor], events: Events) -> int | None:
    """The last fitting event of a sentence before the figure's."""
    fitting = [anchor for anchor in anchors if figure.measure in measures(events[anchor.event][0], "compatible")]
    return max(fitting, key=lambda anchor: anchor.token.i).event if fitting else None


def ranks(
    figure: FigurePhrase, token: Token, anchors: Sequence[Anchor], events: Events
) -> Iterator[tuple[int, int, int, int]]:
    """The events that may own a figure: fitting ones first, then by steps in the parse and by distance in words."""
    above = {ancestor.i: steps for steps, ancestor in enumerate([token, *token.ancestors])}
    for anchor in anchors:
        kind = events[anchor.event][0]
        if figure.measure in measures(kind, "compatible"):
            tier = 0
        elif figure.measure == "other" and above.get(anchor.token.i, GOVERNED_STEPS) < GOVERNED_STEPS:
            tier = 1
        elif figure.measure in measures(kind, "possible"):
            tier = 2
        else:
            continue
        yield tier, steps_between(above, anchor.token), abs(anchor.token.i - token.i), anchor.event


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
def measure_table() -> Mapping[str, Mapping[str, tuple[Measure, ...]]]:
    """The measures that counts of each event type mostly ("compatible") or sometimes ("possible") have."""
    data = read_table("event_measures.toml")
    return {name: {kind: tuple(found) for kind, found in table.items()} for name, table in data.items()}


def measures(kind: EventType, table: str) -> tuple[Measure, ...]:
    """The measures of one type in one table."""
    return measure_table()[table].get(kind, ())
