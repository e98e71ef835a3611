"""From a record to the sketch that linking works on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dateline.link.copies import fingerprint
from dateline.link.families import family_of
from dateline.link.telling import Anchor, Range, Sketch, Spot, Telling
from dateline.link.words import weighed, words_of
from dateline.record import Event, EventFigure, PlaceMention, Record
from dateline.record.places import named_places
from dateline.record.values import Measure

HAPPENED = frozenset(("actual", "ongoing", "denied", "ceased", "unknown"))
REPORT_WORDS, TELLING_WORDS = 80, 30
AROUND = 250  # characters before and after a trigger within which its sentence is looked for
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n")
CAPITALISED = re.compile(r"[A-Z][\w’'-]+")
NEWS = frozenset(("violence", "protest"))
Key = tuple[str, bool, str]  # family, whether it happened, the happening's name


def sketch_of(record: Record) -> Sketch:
    """The sketch of a record; the same record gives the same one."""
    report = record.report
    title = report.title if report.title and report.title not in report.text else ""
    text = f"{title}\n{report.text}"
    return Sketch(
        report_id=report.id,
        published=report.published,
        publisher=report.publisher,
        words=weighed(text, at_most=REPORT_WORDS),
        people=surnames(actor.name for actor in record.actors if actor.kind == "person"),
        ages=tuple(sorted({a.value for actor in record.actors for a in actor.attributes if a.name == "age"})),
        fingerprint=fingerprint(words_of(report.text)),
        tellings=tellings(record),
    )


def tellings(record: Record) -> tuple[Telling, ...]:
    """Every happening of the record, in the order of the text; each event is in one of them."""
    groups: dict[Key, list[Event]] = {}
    for event in record.events:
        happened = event.factuality in HAPPENED
        groups.setdefault((family_of(event.type), happened, event.happening or f"\0{event.id}"), []).append(event)
    main = foremost(groups)
    places = {place.id: place for place in record.mentions.places}
    names = {actor.id: actor.name for actor in record.actors if actor.kind == "person"}
    return tuple(
        telling(record, key, events, places=places, names=names, is_main=key in main) for key, events in groups.items()
    )


def foremost(groups: Mapping[Key, Sequence[Event]]) -> set[Key]:
    """The most salient happening of the report, and of each of the families that reports are written about; those that
    did happen come first."""
    order = sorted(groups, key=lambda key: (key[1], max(event.salience for event in groups[key])))
    return {*order[-1:], *{key[0]: key for key in order if key[0] in NEWS}.values()}


def telling(
    record: Record,
    key: Key,
    events: Sequence[Event],
    *,
    places: dict[str, PlaceMention],
    names: dict[str, str],
    is_main: bool,
) -> Telling:
    """One happening from its events."""
    foremost = sorted(events, key=lambda event: -event.salience)
    first, last = days(foremost)
    who = (names[p.actor_id] for e in events for p in e.participants if p.actor_id in names)
    return Telling(
        events=tuple(Anchor(e.id, e.triggers[0].start, e.triggers[0].end) for e in events),
        family=key[0],
        types=tuple(sorted({event.type for event in events})),
        modes=tuple(sorted({event.mode for event in events if event.mode})),
        happened=key[1],
        spots=spots(foremost, places),
        first=first,
        last=last,
        killed=counted(foremost, "killed"),
        injured=counted(foremost, "injured"),
        people=surnames(who),
        words=weighed(sentences_around(record.report.text, events), at_most=TELLING_WORDS),
        central=foremost[0].salience,
        is_main=is_main,
    )


def days(events: Iterable[Event]) -> tuple[date | None, date | None]:
    """The narrowest interval that an event states; of equally narrow ones the most salient event's."""
    known = [(e.time.earliest, e.time.latest) for e in events if e.time.earliest and e.time.latest]
    return min(known, key=lambda pair: pair[1] - pair[0], default=(None, None))


def spots(events: Iterable[Event], places: dict[str, PlaceMention]) -> tuple[Spot, ...]:
    """The places of the events, the most salient event's first."""
    named = [place for event in events for place in named_places(event.places, places)]
    found = (
        Spot(
            gazetteer_id=p.gazetteer_id,
            name=p.name,
            admin1=p.admin1,
            country=p.country,
            latitude=p.latitude,
            longitude=p.longitude,
            precision=p.precision,
        )
        for p in named
    )
    return tuple(dict.fromkeys(found))


def counted(events: Iterable[Event], measure: Measure) -> Range | None:
    """The least and the most of a measure that the events state; None where they state nothing."""
    stated = [bounds for e in events for f in e.figures if f.measure == measure and (bounds := bounds_of(f))]
    return (min(low for low, _ in stated), max(high for _, high in stated)) if stated else None


def bounds_of(figure: EventFigure) -> Range | None:
    """The figure as an interval; None where its words set no bound."""
    known = [value for value in (figure.low, figure.best, figure.high) if value is not None]
    return (min(known), max(known)) if known else None


def surnames(names: Iterable[str]) -> tuple[str, ...]:
    """The last capitalised word of each name that has one, in lower case and alphabetical order."""
    found = {capitals[-1].casefold() for name in names if (capitals := CAPITALISED.findall(name))}
    return tuple(sorted(found))


def sentences_around(text: str, events: Iterable[Event]) -> str:
    """The sentences that hold the events' triggers, each once."""
    spans = sorted({sentence(text, t.start, t.end) for event in events for t in event.triggers})
    return "\n".join(text[start:end] for start, end in dict.fromkeys(spans))


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around some words begins and ends, or as much of it as is near."""
    left, right = max(0, start - AROUND), min(len(text), end + AROUND)
    before = [match.end() for match in SENTENCE_END.finditer(text, left, start)]
    after = SENTENCE_END.search(text, end, right)
    return before[-1] if before else left, after.start() if after else right
