"""What an event says, in words for people: the same words on the page and in a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.record import (
    Actor,
    Claim,
    Event,
    EventFigure,
    EventTime,
    FigureMention,
    Participant,
    PlaceMention,
    Record,
    Report,
)
from dateline.record.places import mention_of
from dateline.record.values import Role

ABSOLUTE = re.compile(r"^(?:[A-Za-z]:)?[\\/](?:.*[\\/])?")
UNNAMED_SOURCE = "an unnamed source"


@dataclass(frozen=True, slots=True)
class Party:
    """A participant, with the actor that its words stand for (None: not known)."""

    participant: Participant
    actor: Actor | None

    @property
    def name(self) -> str:
        """The actor's name, else the words of the report."""
        return one_line(self.actor.name) if self.actor else self.words

    @property
    def words(self) -> str:
        """The words of the report, in one line."""
        return one_line(self.participant.text)

    @property
    def also(self) -> str | None:
        """The actor's name where the words do not say it: "the brigade", "She"."""
        name, words = self.name.casefold(), self.words.casefold()
        return None if name in words or words in name else self.name


class Telling:
    """A record, ready to be asked about its events: its parts by id, looked up once."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._actors = {actor.id: actor for actor in record.actors}
        self._claims = {claim.id: claim for claim in record.claims}
        self._places = {place.id: place for place in record.mentions.places}
        self._denials: dict[str, list[Event]] = {}
        for event in record.events:
            for relation in event.relations:
                if relation.kind == "denies":
                    self._denials.setdefault(relation.event, []).append(event)

    def parties(self, event: Event, role: Role) -> list[Party]:
        """Who fills the role, each once, in the record's order."""
        found: dict[str, Party] = {}
        for participant in event.participants:
            if participant.role == role:
                party = Party(participant, self._actors.get(participant.actor_id or ""))
                found.setdefault(participant.actor_id or party.name.casefold(), party)
        return list(found.values())

    def places(self, event: Event) -> list[PlaceMention]:
        """Where it happened, each place once."""
        found: dict[object, PlaceMention] = {}
        for where in event.places:
            place = mention_of(where, self._places)
            found.setdefault(place.gazetteer_id or place.name.casefold(), place)
        return list(found.values())

    def claims(self, event: Event) -> list[Claim]:
        """The claims that tell of the event; none means that the report itself does."""
        return [self._claims[id] for id in event.claims]

    def sources(self, event: Event) -> list[str]:
        """According to whom, each once; empty means: according to the report itself."""
        return list(dict.fromkeys(self.source(claim) for claim in self.claims(event)))

    def source(self, claim: Claim) -> str:
        """Who makes the claim."""
        if actor := self._actors.get(claim.actor_id or ""):
            return one_line(actor.name)
        return one_line(claim.source.text) if claim.source else UNNAMED_SOURCE

    def denials(self, event: Event) -> list[Event]:
        """The events of the same record that deny this one."""
        return self._denials.get(event.id, [])


def report_name(report: Report) -> str:
    """What to call a report: its title, else the beginning of its text, else its id."""
    if report.title and report.title.strip():
        return one_line(report.title)
    words = one_line(report.text[:200])
    return (words if len(words) <= 70 else words[:70].rsplit(" ", 1)[0] + " …") or report.id


def source_name(report: Report) -> str | None:
    """The file that the report was read from, and the row or entry; of an absolute path the last part alone, since a
    page or table that is passed on need not tell whose disk it came from."""
    source = report.source
    return ABSOLUTE.sub("", source) if source else None


def type_words(event: Event) -> str:
    """The type and, where known, the mode: "ASSAULT/aerial"."""
    return f"{event.type}/{event.mode}" if event.mode else event.type


def figure_words(figure: EventFigure) -> str:
    """The measure with its bounds: "killed ≥ 12", "participants 40–60", "injured ?"."""
    return f"{figure.measure} {bounds(figure)}"


def bounds(figure: EventFigure | FigureMention) -> str:
    """The bounds that the words state, as briefly as they can be written: "12", "≥ 12", "≈ 300", "40–60"."""
    high = None if figure.qualifier == "vague" else figure.high  # "dozens" says no more than that there were some
    return bound_words(figure.low, figure.best, high)


def bound_words(low: float | None, best: float | None, high: float | None) -> str:
    """Bounds in signs; "?" where none is known."""
    if low is not None and high is not None:
        return number(low) if low == high else f"{number(low)}–{number(high)}"
    if low is not None:
        return f"≥ {number(low)}"
    if high is not None:
        return f"≤ {number(high)}"
    return "?" if best is None else f"≈ {number(best)}"


def number(value: float) -> str:
    """A number as people write it: 1,500 and not 1500.0."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def date_words(time: EventTime) -> str:
    """The day, or the first and the last possible day; "" where no date is known."""
    if time.earliest == time.latest:
        return time.earliest.isoformat() if time.earliest else ""
    return f"{time.earliest or '…'} to {time.latest or '…'}"


def place_words(place: PlaceMention) -> str:
    """The place and its country: "Kasempa, ZMB"."""
    name = one_line(place.name)
    return f"{name}, {place.country}" if place.country and place.precision != "country" else name


def one_line(words: str) -> str:
    """The words without line breaks and doubled spaces."""
    return " ".join(words.split())
