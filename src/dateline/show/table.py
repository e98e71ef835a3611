"""The table of events."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.record import Event, Record
from dateline.record.values import Factuality
from dateline.show.wording import REPORT_ITSELF, UNKNOWN, Lookup, figure_words, one_line, time_words

FACTUALITY_STYLES: dict[Factuality, str] = {
    "actual": "green",
    "ongoing": "green",
    "denied": "red",
    "negated": "red",
    "planned": "yellow",
    "requested": "yellow",
    "threatened": "yellow",
    "hypothetical": "yellow",
    "ceased": "cyan",
    "unknown": "dim",
}
COLUMNS = (  # name and share of the width; at 100 characters the shares are about the characters of the column
    ("Event", 16),
    ("Actor", 15),
    ("Recipient", 16),
    ("Place and date", 16),
    ("Figures", 14),
    ("According to", 14),
)


def most_telling(record: Record) -> list[Event]:
    """The events of a record, the most salient first, history last; equal ones in the order of the text."""
    return sorted(record.events, key=lambda event: (event.background, -event.salience, event.triggers[0].start))


def events_table(record: Record, events: Sequence[Event]) -> Table:
    """Who did what to whom, where, when, how many, according to whom, and whether it is so; one row an event."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, leading=1, pad_edge=False, header_style="bold", border_style="dim")
    for name, share in COLUMNS:
        table.add_column(name, ratio=share, overflow="fold")
    lookup = Lookup(record)
    for event in events:
        table.add_row(*cells(lookup, event))
    return table


def cells(lookup: Lookup, event: Event) -> list[RenderableType]:
    """One event's row."""
    done_to = lookup.participants(event, "recipient", "object")
    means = [f"with {words}" for words in lookup.participants(event, "instrument")]
    sources = lookup.sources(event)
    return [
        event_cell(event),
        lines(lookup.participants(event, "actor")),
        Group(lines(done_to), *(Text(words, style="dim") for words in means)),
        where_and_when(lookup.places(event), time_words(event.time)),
        lines([figure_words(figure) for figure in event.figures]),
        Text("\n".join(sources), style="dim" if sources == [REPORT_ITSELF] else ""),
    ]


def event_cell(event: Event) -> Text:
    """What kind of event, whether it is so, and the word that says it."""
    cell = Text(f"{event.id} ", style="dim")
    cell.append(event.type, style="bold not dim")
    if event.mode:
        cell.append(f" {event.mode}", style="not dim")
    cell.append(f"\n{event.factuality}", style=f"{FACTUALITY_STYLES[event.factuality]} not dim")
    if event.background:
        cell.append(" (background)")
    cell.append(f"\n“{one_line(event.triggers[0].text)}”", style="italic not dim")
    return cell


def where_and_when(places: Sequence[str], time: str) -> Text:
    """The places, then the days; one sign where neither is known."""
    cell = Text("\n".join(places))
    if time != UNKNOWN:
        cell.append(("\n" if places else "") + time, style="cyan")
    return cell if cell.plain else lines(())


def lines(words: Sequence[str]) -> Text:
    """One a line, or the sign for what is not known."""
    return Text("\n".join(words)) if words else Text(UNKNOWN, style="dim")
