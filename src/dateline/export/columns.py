"""The columns of the CSV export: names that stay, and what stands in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from dateline.codebook.place_precision import precision_codes
from dateline.export.sentences import Sentences
from dateline.export.telling import Party, Telling, one_line, source_name
from dateline.record import Event, EventFigure, PlaceMention, Report
from dateline.record.values import Measure

SEPARATOR = "; "
Cell = str | float | int | None


@dataclass(frozen=True, slots=True)
class Row:
    """One event with all that its row is made from."""

    telling: Telling
    sentences: Sentences
    event: Event
    incident_id: str | None

    @property
    def report(self) -> Report:
        """The report that tells of the event."""
        return self.telling.record.report

    @property
    def place(self) -> PlaceMention | None:
        """The first place that the event happened at."""
        return next(iter(self.telling.places(self.event)), None)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds in one sentence (for the documentation), and how it is filled."""

    name: str
    meaning: str
    value: Callable[[Row], Cell]


def joined(words: list[str]) -> str:
    """Several values in one cell."""
    return SEPARATOR.join(words)


def names(parties: list[Party]) -> str:
    return joined([party.name for party in parties])


def codes(parties: list[Party], which: str) -> str:
    """The parties' codes in the order of their names, "?" where one is not known; empty where none is."""
    found = [getattr(party.actor.codes, which) if party.actor else None for party in parties]
    return joined([code or "?" for code in found]) if any(found) else ""


def figure(row: Row, measure: Measure) -> EventFigure | None:
    """The first figure of the measure: the others are parts of it or tell it again."""
    return next((figure for figure in row.event.figures if figure.measure == measure), None)


def bound(measure: Measure, which: str) -> Callable[[Row], Cell]:
    """How a figure's column is filled."""

    def value(row: Row) -> Cell:
        found = figure(row, measure)
        amount: float | None = getattr(found, which) if found else None
        return int(amount) if amount is not None and amount == int(amount) else amount

    return value


def trigger_words(row: Row) -> str:
    return joined([f"{one_line(span.text)} [{span.start}:{span.end}]" for span in row.event.triggers])


def figure_texts(row: Row) -> str:
    return joined([f"{figure.measure}: {one_line(figure.text)}" for figure in row.event.figures])


def relation_words(row: Row) -> str:
    return joined([f"{relation.kind} {relation.event}" for relation in row.event.relations])


def of_place(which: str) -> Callable[[Row], Cell]:
    """How a column of the event's place is filled."""
    return lambda row: getattr(row.place, which) if row.place else None


def precision_in(scheme: str) -> Callable[[Row], Cell]:
    """How a column of the place's precision in another scheme's code is filled."""
    return lambda row: getattr(precision_codes()[row.place.precision], scheme) if row.place else None


def place_basis(row: Row) -> Cell:
    return row.event.places[0].basis if row.event.places else None


def other_places(row: Row) -> str:
    return joined([one_line(place.name) for place in row.telling.places(row.event)[1:]])


def day(row: Row, which: str) -> Cell:
    found = getattr(row.event.time, which)
    return found.isoformat() if found else None


COLUMNS: tuple[Column, ...] = (
    Column("report_id", "The report's id.", lambda row: row.report.id),
    Column("event_id", "The event's id, unique within its report.", lambda row: row.event.id),
    Column("incident_id", "The incident that the event belongs to.", lambda row: row.incident_id),
    Column("report_title", "The report's title.", lambda row: row.report.title),
    Column("publisher", "The outlet.", lambda row: row.report.publisher),
    Column("published", "The day of publication, YYYY-MM-DD.", lambda row: iso(row.report)),
    Column("url", "Where the report was published.", lambda row: row.report.url),
    Column("source_file", "The file that it was read from, and the row or entry.", lambda row: source_name(row.report)),
    Column("event_type", "A PLOVER event type, or HARM.", lambda row: row.event.type),
    Column("mode", "A mode of that type.", lambda row: row.event.mode),
    Column("contexts", "What it was about.", lambda row: joined(list(row.event.contexts))),
    Column("factuality", "Whether it happened: actual, denied, planned ...", lambda row: row.event.factuality),
    Column("happening", "Shared by the events of one happening in the report.", lambda row: row.event.happening),
    Column("background", "true where it is told as history.", lambda row: "true" if row.event.background else "false"),
    Column("actors", "Who did it.", lambda row: names(row.telling.parties(row.event, "actor"))),
    Column(
        "actor_countries",
        "Their countries, ISO 3166-1 alpha-3, in the same order.",
        lambda row: codes(row.telling.parties(row.event, "actor"), "country"),
    ),
    Column(
        "actor_sectors",
        "Their PLOVER sectors, in the same order.",
        lambda row: codes(row.telling.parties(row.event, "actor"), "sector"),
    ),
    Column("recipients", "To whom it was done.", lambda row: names(row.telling.parties(row.event, "recipient"))),
    Column(
        "recipient_countries",
        "Their countries.",
        lambda row: codes(row.telling.parties(row.event, "recipient"), "country"),
    ),
    Column(
        "recipient_sectors",
        "Their PLOVER sectors.",
        lambda row: codes(row.telling.parties(row.event, "recipient"), "sector"),
    ),
    Column("objects", "The things it was done to.", lambda row: names(row.telling.parties(row.event, "object"))),
    Column("instruments", "What it was done with.", lambda row: names(row.telling.parties(row.event, "instrument"))),
    Column("place", "Where it happened: the first place, by its name in the gazetteer.", of_place("name")),
    Column("place_words", "The words of the report for that place.", of_place("text")),
    Column("latitude", "Degrees north (WGS 84).", of_place("latitude")),
    Column("longitude", "Degrees east (WGS 84).", of_place("longitude")),
    Column("place_precision", "How exactly the place is known: site, town, adm1 ...", of_place("precision")),
    Column("place_basis", "How it is known: stated, dateline, title, paragraph or report.", place_basis),
    Column("geo_precision", "The same in ACLED's code, 1 (exact) to 3 (part of a country).", precision_in("acled")),
    Column("where_prec", "The same in UCDP GED's code, 1 (exact) to 7 (at sea).", precision_in("ucdp")),
    Column("place_level", "The same in PLOVER's levels, 1 (country) to 5 (below a town).", precision_in("plover")),
    Column("place_country", "The place's country, ISO 3166-1 alpha-3.", of_place("country")),
    Column("place_admin1", "The first-order division that it lies in.", of_place("admin1")),
    Column("geonames_id", "The place's GeoNames id.", of_place("gazetteer_id")),
    Column("other_places", "Further places of the same event.", other_places),
    Column("earliest", "The first day on which it may have happened.", lambda row: day(row, "earliest")),
    Column("latest", "The last such day.", lambda row: day(row, "latest")),
    Column("time_precision", "day, days, week, month, year or unknown.", lambda row: row.event.time.precision),
    Column("time_basis", "How the date is known: stated, relative, report or none.", lambda row: row.event.time.basis),
    *(
        Column(f"{measure}_{which}", f"Figure for {measure}: {meaning}.", bound(measure, which))
        for measure in get_args(Measure)
        for which, meaning in (
            ("low", "the lowest that the words allow"),
            ("best", "the number itself"),
            ("high", "the highest that the words allow"),
        )
    ),
    Column("figure_words", "All figures of the event in the words of the report.", figure_texts),
    Column(
        "according_to",
        "Who tells of it; empty: the report itself.",
        lambda row: joined(row.telling.sources(row.event)),
    ),
    Column(
        "denied_by",
        "The ids of the report's events that deny it.",
        lambda row: joined([event.id for event in row.telling.denials(row.event)]),
    ),
    Column("relations", "How it bears on other events of its report.", relation_words),
    Column("trigger", "The fullest words that say it happened.", lambda row: one_line(row.event.triggers[0].text)),
    Column(
        "trigger_start", "Where they begin in the report's text, in code points.", lambda r: r.event.triggers[0].start
    ),
    Column("trigger_end", "Where they end.", lambda row: row.event.triggers[0].end),
    Column("triggers", "All words that say so, each with [start:end].", trigger_words),
    Column(
        "sentence", "The sentence that those words stand in.", lambda row: row.sentences.around(row.event.triggers[0])
    ),
    Column("salience", "How central it is to its report, 0 to 1.", lambda row: row.event.salience),
    Column("confidence", "How sure the reading is, 0 to 1.", lambda row: row.event.confidence),
    Column(
        "attribution",
        "Whose the places are: to be told with the table when it is passed on.",
        lambda row: row.telling.record.attribution,
    ),
)


def iso(report: Report) -> str | None:
    """The report's day of publication."""
    return report.published.isoformat() if report.published else None
