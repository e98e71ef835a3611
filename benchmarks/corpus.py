"""Coded reports of invented happenings, told of as news tells of them: most by one report, a few by many.

How often a happening is told of falls off as in the training reports on shootings (half of all reports share theirs
with others); a third of the reports come more than a week later, one in twelve is a reprint, and large towns have many
look-alikes: same town, same week, same type. The records are made with the texts, since no reader would code 100,000
events in minutes. The same seed gives the same reports.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count as numbers

from dateline.link.words import rarity
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

SYLLABLES = ("ba", "ko", "ri", "ma", "den", "tu", "sal", "ve", "no", "ki", "lar", "os", "ha", "mir", "dra", "ul")
TOWNS, DAYS, EVENTS_OF_A_REPORT = 400, 1000, 8
FIRST_DAY = date(2030, 1, 1)
MOST_REPORTS = 40
REPRINT, LATE, SAME_FIGURE = 1 / 12, 1 / 3, 0.85
ASIDES = ("searched", "arrested", "condemned", "visited", "questioned", "mourned", "detained", "evacuated")


@dataclass(frozen=True, slots=True)
class Killing:
    """What happened, and the words that go with it."""

    number: int
    town: int
    day: date
    killed: int
    name: str
    words: tuple[str, ...]


@dataclass(slots=True)
class Invention:
    """A world of towns, names and words, and the chance that moves it."""

    seed: int = 1
    chance: random.Random = field(init=False)
    words: list[str] = field(init=False)
    towns: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.words = sorted(word for word in rarity().reports if word.isalpha())
        self.towns = [self.name(3) for _ in range(TOWNS)]

    def name(self, syllables: int) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(syllables)).capitalize()

    def killing(self, number: int) -> Killing:
        """A happening; every second one is in the largest forty towns."""
        town = int(TOWNS * self.chance.random() ** 3.3)
        return Killing(
            number=number,
            town=town,
            day=FIRST_DAY + timedelta(days=self.chance.randrange(DAYS)),
            killed=1 + int(8 * self.chance.random() ** 3),
            name=f"{self.name(2)} {self.name(3)}",
            words=tuple(self.chance.sample(self.words, 40)),
        )

    def times_told(self) -> int:
        """By how many reports: one for 60 of 100, two for 20, and so on."""
        return min(MOST_REPORTS, int(self.chance.paretovariate(1.32)))

    def delay(self) -> timedelta:
        """From the happening to the report."""
        if self.chance.random() < LATE:
            return timedelta(days=8 + int(self.chance.expovariate(1 / 60)))
        return timedelta(days=self.chance.randrange(8))


def coded_reports(events: int, *, seed: int = 1) -> Iterator[tuple[Record, int]]:
    """Records with so many events in all, and the number of the happening that each tells of; in no order."""
    world = Invention(seed)
    left, report = events, numbers()
    for happening in map(world.killing, numbers()):
        before: str | None = None
        for _ in range(world.times_told()):
            if left <= 0:
                return
            reprint = before is not None and world.chance.random() < REPRINT
            text, figure = (before, happening.killed) if reprint and before else told(world, happening)
            before = before or (text if figure == happening.killed else None)
            record = record_of(world, happening, text=text, killed=figure, id=f"report-{next(report):06}")
            left -= len(record.events)
            yield record, happening.number


def told(world: Invention, happening: Killing) -> tuple[str, int]:
    """A text, and the number of dead that it gives."""
    chance = world.chance
    killed = happening.killed if chance.random() < SAME_FIGURE else happening.killed + chance.choice((-1, 1, 2))
    filler = chance.sample(happening.words, 24) + chance.sample(world.words, 90)
    chance.shuffle(filler)
    sentences = [" ".join(filler[at : at + 14]) for at in range(0, len(filler), 14)]
    asides = [f"Officers {verb} {sentence}." for verb, sentence in zip(ASIDES, sentences, strict=False)]
    lead = f"Gunmen killed {max(0, killed)} people in {world.towns[happening.town]} on {happening.day:%d %B}."
    return "\n".join([lead, f"{happening.name} was among the dead.", *asides[: EVENTS_OF_A_REPORT - 1]]), max(0, killed)


def record_of(world: Invention, happening: Killing, *, text: str, killed: int, id: str) -> Record:
    """The record that a good reader would make of the text."""
    town, people, name = (
        at(text, words) for words in (world.towns[happening.town], f"{killed} people", happening.name)
    )
    main = Event(
        id="e1",
        type="ASSAULT",
        mode="firearms",
        triggers=(Span(*at(text, "killed")),),
        participants=(Participant(*name, role="recipient", kind="person", actor_id="a1"),),
        places=(EventPlace(*town, place_id="p1"),),
        time=EventTime(earliest=happening.day, latest=happening.day, precision="day", basis="stated"),
        figures=(EventFigure(*people, measure="killed", best=killed),),
        salience=0.9,
    )
    asides = tuple(
        Event(id=f"e{n}", type="MOBILIZE", mode="police", triggers=(Span(*at(text, verb)),), salience=0.3)
        for n, verb in enumerate((verb for verb in ASIDES if f"Officers {verb} " in text), start=2)
    )
    place = PlaceMention(
        *town,
        id="p1",
        gazetteer_id=1 + happening.town,
        name=town[2],
        country="INV",
        latitude=-60 + 120 * (happening.town % 20) / 20,
        longitude=-170 + 340 * (happening.town // 20) / 20,
        precision="town",
    )
    report = Report(
        id=id,
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        publisher=f"Paper {world.chance.randrange(200)}",
        published=happening.day + world.delay(),
    )
    mention = ActorMention(*name, id="m1", kind="person", actor_id="a1")
    return Record(
        report=report,
        mentions=Mentions(actors=(mention,), places=(place,)),
        actors=(Actor(id="a1", name=happening.name, kind="person", mentions=("m1",)),),
        events=(main, *asides),
    )


def at(text: str, words: str) -> tuple[int, int, str]:
    """Where some words stand first."""
    start = text.index(words)
    return start, start + len(words), words
