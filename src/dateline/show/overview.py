"""A casebook at a glance: its reports, each with the events that say most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import RenderableType
from rich.text import Text

from dateline.record import Record
from dateline.show.report import report_head
from dateline.show.table import events_table, most_telling
from dateline.show.wording import one_line
from dateline.store.contents import Info

EVENTS_OF_A_REPORT = 3


def overview(records: Iterable[Record], info: Info, *, reports: int) -> Iterator[RenderableType]:
    """What is there in numbers, then the first reports, each with its most telling events, one after the other."""
    yield numbers(info)
    for shown, record in enumerate(records):
        if shown == reports:
            yield Text(f"\n… and {info.reports - reports:,} more reports (see more with --limit)", style="dim")
            return
        yield Text()
        yield report_head(record)
        yield from telling_events(record)


def numbers(info: Info) -> Text:
    """The casebook in one line or two."""
    head = Text(info.path, style="bold")
    head.append(f"  {counted(info.reports, 'report')} · {counted(info.events, 'event')} · ", style="not bold")
    head.append(counted(info.claims, "claim"), style="not bold")
    if info.first_published:
        head.append(f" · published {info.first_published} to {info.last_published}", style="not bold dim")
    return head


def telling_events(record: Record) -> Iterator[RenderableType]:
    """The first few events of a report, and how to see the rest."""
    events = most_telling(record)
    if not events:
        yield Text("No event was found.", style="dim")
        return
    yield events_table(record, events[:EVENTS_OF_A_REPORT])
    if (left := len(events) - EVENTS_OF_A_REPORT) > 0:
        yield Text(f"… {counted(left, 'more event')}: dateline show {one_line(record.report.id)}", style="dim")


def counted(count: int, noun: str) -> str:
    """ "1 report", "2 reports"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
