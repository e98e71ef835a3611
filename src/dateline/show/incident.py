"""One incident: what its reports say of it, when they said so, and why they are taken to tell of one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dateline.link.reasons import Part, Reason
from dateline.record import Incident, IncidentActor, IncidentCount, IncidentFigure, IncidentTelling, Share
from dateline.show.wording import UNKNOWN, number, one_line, place_words, time_words

LIKELY = 0.5
NAMED_AT_MOST = 5  # actors of a role; --json has all


def incident_view(incident: Incident, reasons: Sequence[Reason]) -> RenderableType:
    """The incident's card, its timeline, and the reasons."""
    table = Table(box=box.SIMPLE, show_header=False, expand=True, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=3, overflow="fold")
    table.add_column(ratio=5, overflow="fold", style="dim")
    for row in fields(incident):
        table.add_row(*map(one_line, row))
    title = Text(f"{incident.id} {incident.type}", style="bold")
    parts: list[RenderableType] = [Panel(table, title=title, title_align="left", box=box.ROUNDED)]
    parts += [Text("What was said when", style="bold"), timeline(incident.timeline)]
    if reasons:
        parts += [Text("Why these reports belong together", style="bold"), *map(reason_text, reasons)]
    return Group(*parts)


def fields(incident: Incident) -> Iterator[tuple[str, str, str]]:
    """Name, value and spread of each field."""
    yield "what", incident.type, spread(incident.spread.types)
    yield "when", time_words(incident.time), spread(incident.spread.days)
    yield "where", place_words(incident.place) if incident.place else UNKNOWN, spread(incident.spread.places)
    for role in dict.fromkeys(actor.role for actor in incident.actors):
        yield role, *names([actor for actor in incident.actors if actor.role == role])
    for figure in incident.figures:
        yield figure.measure, best(figure, incident.policy), limits(figure)
    yield (
        "told by",
        f"{len(incident.reports)} reports, {incident.publishers} publishers, {incident.sources} sources",
        "",
    )
    if incident.contested:
        yield "contested", "reports of the same days contradict each other, or somebody denies it", ""
    if incident.judgement:
        yield "judged", incident.judgement, ""


def names(actors: Sequence[IncidentActor]) -> tuple[str, str]:
    """Those whom most reports name, and the others."""
    most = max(actor.reports for actor in actors)
    foremost = [actor for actor in actors if actor.reports == most][:NAMED_AT_MOST]
    others = [actor.name for actor in actors if actor not in foremost]
    more = f" and {len(others) - NAMED_AT_MOST} more" if len(others) > NAMED_AT_MOST else ""
    shown = ", ".join(actor.name for actor in foremost) + (f" ({most} reports)" if most > 1 else "")
    return shown, ("also " if others else "") + ", ".join(others[:NAMED_AT_MOST]) + more


def spread(shares: Sequence[Share]) -> str:
    """All values that reports give; nothing where all give the same one."""
    return "; ".join(f"{one.value} ({one.reports})" for one in shares) if len(shares) > 1 else ""


def best(figure: IncidentFigure, policy: str) -> str:
    """The number that stands for the incident, and by which policy."""
    return f"{number(figure.best)} ({policy})" if figure.best is not None else UNKNOWN


def limits(figure: IncidentFigure) -> str:
    """From the least to the most that is said."""
    if figure.low is None or figure.high is None or figure.low == figure.high:
        return ""
    return f"{number(figure.low)} to {number(figure.high)}" + (", contested" if figure.contested else "")


def timeline(tellings: Sequence[IncidentTelling]) -> Table:
    """A line for each report."""
    table = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    for one in tellings:
        said = [figure_words(figure) for figure in one.figures] + (["denied"] if one.denied else [])
        copy = f"copy of {one.copy_of}" if one.copy_of else ""
        day = str(one.published or "no date")
        table.add_row(day, one_line(one.publisher or UNKNOWN), one_line(one.report_id), ", ".join(said) or copy or "")
    return table


def figure_words(figure: IncidentCount) -> str:
    """A number and what it counts; with a mark where the report says that it was another before."""
    value = figure.best if figure.best is not None else figure.low if figure.low is not None else figure.high
    shown = number(value) if value is not None else "some"
    return f"{shown} {figure.measure}" + (" (corrected)" if figure.correction else "")


def reason_text(reason: Reason) -> Text:
    """Two reports, how likely it is, and what speaks for and against it."""
    text = Text(f"  {one_line(reason.report_id)} and {one_line(reason.other)}: ")
    text.append(f"{reason.probability:.0%}", style="green" if reason.probability >= LIKELY else "yellow")
    if reason.words:
        text.append(f"\n    words in common: {', '.join(map(one_line, reason.words))}", style="dim")
    for name, parts in (("for", reason.speaks_for), ("against", reason.speaks_against)):
        if parts:
            text.append(f"\n    {name}: {', '.join(map(part_words, parts))}", style="dim")
    return text


def part_words(part: Part) -> str:
    """A feature and its weight."""
    return f"{part.feature} {part.log_odds:+.1f}"
