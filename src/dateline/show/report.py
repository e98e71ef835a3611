"""One report: its head, its events, and its text with the words of the events marked."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dateline.record import Record, Span
from dateline.show.table import events_table, most_telling
from dateline.show.wording import one_line, plain

TRIGGER_STYLE = "bold black on yellow"


def report_view(record: Record) -> RenderableType:
    """The whole report."""
    return Group(
        report_head(record),
        events_table(record, most_telling(record)) if record.events else Text("No event was found.", style="dim"),
        Rule("text", style="dim"),
        Padding(marked_text(record), (0, 2)),
    )


def report_head(record: Record) -> Text:
    """Title, publisher, date and id; the doubts that were noted."""
    report = record.report
    head = Text(one_line(report.title or first_line(report.text)), style="bold")
    known = [report.publisher, str(report.published) if report.published else "date unknown", report.id]
    head.append("\n" + " · ".join(one_line(part) for part in known if part), style="not bold dim")
    for note in report.notes:
        head.append(f"\nnote: {one_line(note)}", style="not bold yellow")
    return head


def first_line(text: str) -> str:
    """The first words of a report that has no title."""
    line = next((line for line in text.splitlines() if line.strip()), "(no text)").strip()
    return line if len(line) <= 80 else line[:79] + "…"


def marked_text(record: Record) -> Text:
    """The report's text with the events' words marked, and after each word the event's id."""
    marks = sorted(
        ((trigger, event.id) for event in record.events for trigger in event.triggers), key=lambda m: m[0].start
    )
    text, shown, at = record.report.text, Text(), 0
    for trigger, event_id in marks:
        if trigger.start < at:
            shown.append(f"[{event_id}]", style="dim")  # the same words tell of another event too
            continue
        shown.append(plain(text[at : trigger.start]))
        append_mark(shown, trigger, event_id)
        at = trigger.end
    shown.append(plain(text[at:]))
    return shown


def append_mark(shown: Text, trigger: Span, event_id: str) -> None:
    """The words, marked; without colour the brackets still say where they are."""
    shown.append(plain(trigger.text), style=TRIGGER_STYLE)
    shown.append(f"[{event_id}]", style="dim")
