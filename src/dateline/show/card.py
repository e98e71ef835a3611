"""One event: every field, and the words that say so in their context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dateline.record import Claim, Event, Record, Span
from dateline.record.places import mention_of
from dateline.show.report import report_head
from dateline.show.table import FACTUALITY_STYLES
from dateline.show.wording import UNKNOWN, figure_words, one_line, place_words, source_words, time_words, who

CONTEXT = 60  # characters on either side of the words


def event_view(record: Record, event: Event) -> RenderableType:
    """The event's card, under the head of its report."""
    table = Table(box=box.SIMPLE, show_header=False, expand=True, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=5, overflow="fold")
    for name, value, words in fields(record, event):
        table.add_row(name, value, words if words is not None else Text(""))
    title = Text(f"{event.id} {event.type} {event.mode or ''}".rstrip(), style="bold")
    return Group(report_head(record), Panel(table, title=title, title_align="left", box=box.ROUNDED))


def fields(record: Record, event: Event) -> Iterator[tuple[str, Text, Text | None]]:
    """Name, value and words in context of each field, in reading order."""
    text = record.report.text
    yield "is it so?", Text(event.factuality, style=FACTUALITY_STYLES[event.factuality]), None
    for trigger in event.triggers:
        yield "told by", Text(one_line(trigger.text)), context(text, trigger)
    names = {actor.id: actor.name for actor in record.actors}
    for one in event.participants:
        yield one.role, Text(f"{who(one, names.get(one.actor_id or ''))} · {one.kind}"), context(text, one)
    places = {place.id: place for place in record.mentions.places}
    for where in event.places:
        place = mention_of(where, places)
        yield "place", Text(f"{place_words(place)} · {place.precision}"), context(text, where)
    when = time_words(event.time)
    if when != UNKNOWN:
        when += f" · {event.time.precision}, {event.time.basis}"
    yield "date", Text(when), first_words(record, event)
    for figure in event.figures:
        yield "figure", Text(figure_words(figure)), context(text, figure)
    claims = {claim.id: claim for claim in record.claims}
    for name in event.claims:
        yield from claim_fields(claims[name], text, names)
    if not event.claims:
        yield "according to", Text("the report itself"), None
    yield from remarks(event)


def claim_fields(claim: Claim, text: str, names: Mapping[str, str]) -> Iterator[tuple[str, Text, Text | None]]:
    """Who says it, and how."""
    source = source_words(claim, names)
    words = claim.source or claim.cue or (claim.content[0] if claim.content else None)
    yield "according to", Text(f"{source} · {claim.kind} {claim.stance}"), context(text, words) if words else None


def first_words(record: Record, event: Event) -> Text | None:
    """The words that say when."""
    return context(record.report.text, event.time.spans[0]) if event.time.spans else None


def remarks(event: Event) -> Iterator[tuple[str, Text, Text | None]]:
    """What else is known of the event."""
    for relation in event.relations:
        yield relation.kind.replace("_", " "), Text(relation.event), None
    if event.contexts:
        yield "contexts", Text(", ".join(event.contexts)), None
    if event.acled:
        yield "ACLED", Text(f"{event.acled.event_type}: {event.acled.sub_event_type}"), None
    if event.cameo:
        yield "CAMEO", Text(f"{event.cameo.code}, Goldstein {event.cameo.goldstein:+}"), None
    if event.happening:
        yield "happening", Text(event.happening), None
    if event.background:
        yield "background", Text("told as history"), None
    yield "how sure", Text(f"{event.confidence:.2f} · salience {event.salience:.2f}"), None


def context(text: str, words: Span) -> Text:
    """The words, marked, with what stands around them."""
    start, end = whole_words(text, words.start - CONTEXT, words.end + CONTEXT, around=words)
    before, after = text[start : words.start], text[words.end : end]
    shown = Text("… " if start else "", style="dim")
    shown.append(one_line(before) + (" " if before[-1:].isspace() else ""))
    shown.append(one_line(words.text), style="bold black on yellow not dim")
    shown.append((" " if after[:1].isspace() else "") + one_line(after))
    shown.append(" …" if end < len(text) else "")
    return shown


def whole_words(text: str, start: int, end: int, *, around: Span) -> tuple[int, int]:
    """The offsets moved inwards to white space, so that no word is cut, and not into the words themselves."""
    start, end = max(start, 0), min(end, len(text))
    if start:
        start = next((at for at in range(start, around.start) if text[at].isspace()), start)
    if end < len(text):
        end = next((at for at in range(end, around.end, -1) if text[at - 1].isspace()), end)
    return start, end
