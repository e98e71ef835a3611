"""Reports of invented happenings with their records, for tests of linking that need no reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.record import (
    Actor,
    ActorMention,
    Event,
    EventFigure,
    EventPlace,
    EventTime,
    Mentions,
    Participant,
    PlaceMention,
    Record,
    Report,
    Span,
)
from dateline.record.form import to_json
from dateline.store.writing import Finished

TOWNS = {"Karsavan": (41.0, 44.0), "Dolmarek": (48.0, 17.0), "Tesh Kul": (42.0, 72.0), "Ubangari": (4.0, 18.0)}
NAMES = ("Oduya", "Marekov", "Benhadi", "Salcedo", "Lindqvist", "Achieng", "Petrosian", "Quispe", "Halabi", "Tanvir")
SCENES = ("bakery", "ferry", "mosque", "orchard", "granary", "tannery", "viaduct", "sawmill", "chapel", "quarry")
TALES = (
    "Loaves lay about the oven, trampled in flour, as the apprentices fled.",
    "Deckhands cut the hawser and drifted downstream under a hail of bullets.",
    "Worshippers crouched behind a minaret stair until dusk.",
    "Pickers dropped baskets of apricots and ran for the irrigation ditch.",
    "Sacks of barley burst and smouldered through the night.",
    "Vats of dye spilled over the cobbles and stained a whole lane crimson.",
    "Trains stood still on either side, their passengers locked in.",
    "Planks caught fire, and sparks drifted toward the cooperage.",
    "A choir had been rehearsing; the organist barred the vestry.",
    "Stonecutters threw down chisels and hid beneath the crane.",
)
FIRST_DAY = date(2031, 5, 5)


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One killing, as somebody who was there would know it."""

    town: str = "Karsavan"
    day: date = FIRST_DAY
    killed: int = 3
    name: str = "Oduya"
    scene: str = "bakery"

    def text(self, killed: int | None = None) -> str:
        killed = self.killed if killed is None else killed
        return (
            f"{killed} people were killed in {self.town} on {self.day:%A}. {TALES[SCENES.index(self.scene)]} Ivan "
            f"{self.name} died at the {self.scene}, which officers searched."
        )


def told(
    happening: Happening,
    *,
    id: str,
    after: int = 1,
    publisher: str | None = "Valley Post",
    killed: int | None = None,
    text: str | None = None,
) -> Record:
    """A report of the happening, published some days after it, and its record."""
    text = text or happening.text(killed)
    report = Report(
        id=id,
        text=text,
        source=f"{id}.txt",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        publisher=publisher,
        published=happening.day + timedelta(days=after),
    )
    place = words(text, happening.town)
    latitude, longitude = TOWNS[happening.town]
    people = words(text, f"{happening.killed if killed is None else killed} people")
    name = words(text, f"Ivan {happening.name}")
    event = Event(
        id="e1",
        type="ASSAULT",
        mode="firearms",
        triggers=(words(text, "killed"),),
        participants=(Participant(*at(name), role="recipient", kind="person", actor_id="a1"),),
        places=(EventPlace(*at(place), place_id="p1"),),
        time=EventTime(earliest=happening.day, latest=happening.day, precision="day", basis="stated"),
        figures=(EventFigure(*at(people), measure="killed", best=float(people.text.split()[0])),),
        salience=0.9,
    )
    search = Event(id="e2", type="MOBILIZE", mode="police", triggers=(words(text, "searched"),), salience=0.3)
    return Record(
        report=report,
        mentions=Mentions(
            actors=(ActorMention(*at(name), id="m1", kind="person", actor_id="a1"),),
            places=(
                PlaceMention(
                    *at(place),
                    id="p1",
                    gazetteer_id=1 + list(TOWNS).index(happening.town),
                    name=happening.town,
                    country="KAR",
                    latitude=latitude,
                    longitude=longitude,
                    precision="town",
                ),
            ),
        ),
        actors=(Actor(id="a1", name=f"Ivan {happening.name}", kind="person", mentions=("m1",)),),
        events=(event, search),
    )


def words(text: str, wanted: str) -> Span:
    """The first place of some words."""
    return Span.cut(text, text.index(wanted), text.index(wanted) + len(wanted))


def at(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text


def renumbered(record: Record) -> Record:
    """The record as a later coder might write it: the same events under other ids, in another order."""
    first, second = record.events
    return replace(record, events=(replace(second, id="e1"), replace(first, id="e2")))


def finished(record: Record) -> Finished:
    """The record as it comes from the coder."""
    original = record.report.text.encode()
    return Finished(report=record.report, original=original, media_type="text/plain", record=to_json(record))
