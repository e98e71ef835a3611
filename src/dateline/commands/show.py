"""dateline show: a casebook in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.options import DEFAULT_STORE, AsJson, StoreOption, one_store

if TYPE_CHECKING:
    from rich.text import Text

    from dateline.casebook import Casebook
    from dateline.record import Incident, Record


def show(
    thing: Annotated[
        str | None,
        typer.Argument(metavar="[REPORT|EVENT|INCIDENT]", help="A report's id, REPORT:EVENT, or an incident's id."),
    ] = None,
    store: StoreOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="How many reports an overview lists.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Show what was found, with the words that say so.

    Without a name: an overview of the casebook. With a report's id: its events, and its text with their words marked.
    With an event's (REPORT:e3): every field of it, with its words in context. With an incident's: what all its reports
    say, when, and why they are taken to tell of one happening.
    """
    from dateline.casebook import Casebook

    if thing is not None and Path(thing).is_file():  # a casebook, named as `info` and `export` name it
        store = one_store(Path(thing), None if store == DEFAULT_STORE else store)
        thing = None
    with Casebook(store) as casebook:
        if thing is None:
            show_overview(casebook, limit=limit, as_json=as_json)
        else:
            show_one(casebook, thing, as_json=as_json)


def show_overview(casebook: Casebook, *, limit: int, as_json: bool) -> None:
    """The casebook at a glance."""
    from itertools import islice

    from dateline.commands.terminal import console, print_json
    from dateline.show.overview import overview

    info = casebook.info()
    if as_json:
        first = islice(casebook.records(), limit)
        listed = [{"report": one.report.id, "title": one.report.title, "events": one.events} for one in first]
        print_json({"reports": info.reports, "listed": listed})
        return
    terminal = console()
    for part in overview(casebook.records(), info, reports=limit):
        terminal.print(part)


def show_one(casebook: Casebook, thing: str, *, as_json: bool) -> None:
    """A report, an event or an incident, whichever bears the name."""
    from dateline.casebook import find
    from dateline.commands.terminal import console, print_json
    from dateline.record import Incident
    from dateline.show.card import event_view
    from dateline.show.report import report_view

    found = find(casebook, thing)
    if isinstance(found[0], Incident):
        show_incident(casebook, *found, as_json=as_json)
        return
    record, event = found
    if as_json:
        print_json(event or record)
    else:
        terminal = console()
        terminal.print(event_view(record, event) if event else report_view(record))
        if kept := earlier(casebook, record.report.id):
            terminal.print(kept)


def show_incident(casebook: Casebook, incident: Incident, records: list[Record], *, as_json: bool) -> None:
    """An incident, and why its reports are taken to tell of one happening; of a single event, its card."""
    from dateline.commands.terminal import console, print_json
    from dateline.incidents import reasons_for
    from dateline.show.card import event_view
    from dateline.show.incident import incident_view

    [first, *_] = incident.events
    if as_json:
        print_json({"incident": incident, "reasons": reasons_for(casebook, incident)})
    elif len(incident.events) == 1:
        console().print(event_view(records[0], next(one for one in records[0].events if one.id == first.event_id)))
    else:
        console().print(incident_view(incident, reasons_for(casebook, incident)))


def earlier(casebook: Casebook, report_id: str) -> Text | None:
    """What else is kept of a report: its other versions and readings; None where there is but one."""
    from rich.text import Text

    history = casebook.history(report_id)
    if len(history) < 2:
        return None
    last = history[-1]
    versions = len({version.report_version for version in history})
    words = f"{len(history)} readings of {versions} versions are kept; this is the latest, by coder {last.coder}"
    return Text(words if versions > 1 else words.replace("1 versions", "it"), style="dim")
