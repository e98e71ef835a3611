"""Incidents that several reports tell of, in words for the page: what each report says of the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.export.telling import bound_words, date_words, place_words
from dateline.record import Incident, IncidentFigure


@dataclass(frozen=True, slots=True)
class EventLink:
    """Where the page shows an event, and the report's name for people."""

    target: str
    words: str


@dataclass(frozen=True, slots=True)
class Together:
    """One incident: its head, its events on the page, its figures in words, whether reports contradict each other."""

    head: str
    links: tuple[EventLink, ...]
    figures: tuple[str, ...]
    contested: bool


def told_together(incidents: Iterable[Incident], links: Mapping[tuple[str, str], EventLink]) -> Iterator[Together]:
    """The incidents with events of at least two reports, in their order."""
    for incident in incidents:
        if len(incident.reports) > 1:
            yield Together(
                head=head(incident),
                links=tuple(links[key] for one in incident.events if (key := (one.report_id, one.event_id)) in links),
                figures=tuple(figure_line(figure, links) for figure in incident.figures),
                contested=incident.contested,
            )


def head(incident: Incident) -> str:
    """Type, place and date: "ASSAULT · Mufumbwe, ZMB · 2024-03-12"."""
    where = place_words(incident.place) if incident.place else ""
    return " · ".join(part for part in (incident.type, where, date_words(incident.time)) if part)


def figure_line(figure: IncidentFigure, links: Mapping[tuple[str, str], EventLink]) -> str:
    """A measure and who says what of it: "killed: 9 (Courier), ≥ 12 (Wire)"."""
    said = []
    for value in figure.values:
        link = links.get((value.report_id, value.event_id))
        said.append(f"{bound_words(value.low, value.best, value.high)} ({link.words if link else value.report_id})")
    return f"{figure.measure}: {', '.join(dict.fromkeys(said))}"
