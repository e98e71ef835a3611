"""The fields of a record in plain words, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.record import Claim, Event, EventFigure, EventTime, Participant, PlaceMention, Record
from dateline.record.places import mention_of
from dateline.record.values import Role

UNKNOWN = "—"
REPORT_ITSELF = "the report"
SHOWN_CONTROLS = "\n\t"


def plain(words: str) -> str:
    """Words without control characters, which a terminal might obey."""
    if words.isprintable():
        return words
    words = words.replace("\r\n", "\n")
    return "".join(c if c in SHOWN_CONTROLS or not is_control(c) else "\N{REPLACEMENT CHARACTER}" for c in words)


def is_control(character: str) -> bool:
    """Whether it is a C0 or C1 control, ESC and DEL among them."""
    return ord(character) < 32 or 127 <= ord(character) < 160


def one_line(words: str) -> str:
    """Words without line breaks and runs of white space."""
    return plain(" ".join(words.split()))


def number(value: float) -> str:
    """A count as one reads it: 1200 as "1,200", 2.5 as "2.5"."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def figure_words(figure: EventFigure) -> str:
    """A figure with its bounds: "at least 12 killed", "10 to 12 injured"."""
    return f"{bounds(figure)} {'counted' if figure.measure == 'other' else figure.measure}"


def bounds(figure: EventFigure) -> str:
    """What is known of the number; the report's own words where that is nothing."""
    low, best, high = figure.low, figure.best, figure.high
    if figure.qualifier == "vague":
        return f"“{one_line(figure.text)}”"
    if figure.qualifier == "at_least" and low is not None:
        return f"at least {number(low)}"
    if figure.qualifier == "at_most" and high is not None:
        return f"at most {number(high)}"
    if best is not None:
        return ("about " if figure.qualifier == "about" else "") + number(best)
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}"
    if low is not None:
        return f"at least {number(low)}"
    if high is not None:
        return f"at most {number(high)}"
    return f"“{one_line(figure.text)}”"


def time_words(time: EventTime) -> str:
    """The days: "2024-03-05", "2024-03-04 to 2024-03-10", or unknown."""
    earliest, latest = time.earliest, time.latest
    if earliest and latest:
        return str(earliest) if earliest == latest else f"{earliest} to {latest}"
    if earliest:
        return f"from {earliest}"
    return f"until {latest}" if latest else UNKNOWN


def place_words(place: PlaceMention) -> str:
    """The place with what it lies in: "Kharkiv, Kharkivska Oblast, UKR"."""
    parts = [place.name or place.text, place.admin1, place.country]
    known = [one_line(part) for part in parts if part]
    return ", ".join(dict.fromkeys(known))


@dataclass(frozen=True, slots=True)
class Lookup:
    """A record's parts by their ids."""

    record: Record

    def participants(self, event: Event, *roles: Role) -> list[str]:
        """Who fills the roles, in the report's words, with the name of the actor where the words do not say it."""
        names = {actor.id: actor.name for actor in self.record.actors}
        return unique(who(one, names.get(one.actor_id or "")) for one in event.participants if one.role in roles)

    def places(self, event: Event) -> list[str]:
        """Where it happened."""
        by_id = {place.id: place for place in self.record.mentions.places}
        return unique(place_words(mention_of(place, by_id)) for place in event.places)

    def sources(self, event: Event) -> list[str]:
        """According to whom: the sources that are quoted, by the names of their actors, or the report itself."""
        by_id = {claim.id: claim for claim in self.record.claims}
        names = {actor.id: actor.name for actor in self.record.actors}
        return unique(source_words(by_id[one], names) for one in event.claims) or [REPORT_ITSELF]


def who(participant: Participant, name: str | None) -> str:
    """A participant's words, and the actor's name where these do not hold it."""
    words = one_line(participant.text)
    if not name or name.casefold() in words.casefold() or words.casefold() in name.casefold():
        return words
    return f"{words} ({one_line(name)})"


def source_words(claim: Claim, names: Mapping[str, str]) -> str:
    """Who says it: the actor's name ("she" says little), else the report's words."""
    name = names.get(claim.actor_id or "")
    if name or claim.source:
        return one_line(name or (claim.source.text if claim.source else ""))
    return "a source not named"


def unique(words: Iterable[str]) -> list[str]:
    """Each once, in order."""
    return list(dict.fromkeys(words))
