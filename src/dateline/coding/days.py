"""The day of an event whose own words name none: a day told nearby, or the report's own where it tells of today.

Every day that a report names is weighed for every such event: by where it stands, by what else it dates, and by the
tense in which the event is told. A log-linear choice among these days, the report's date, and none
(training/fit_days.py). What is chosen is marked as inferred: basis "relative", or "report" for the report's own date,
which stands for acts told as of today alone (coding guide, rule 8).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from dateline.coding.event_time import PARAGRAPH, is_dated
from dateline.coding.learnt import learnt_weights, shares_of
from dateline.coding.time_government import head_of, is_of_saying, tense_of
from dateline.read.parsed import ParsedReport
from dateline.record import Event, EventTime, TimeMention

LIKELY = 0.5
MOST_DAYS = 30  # of a report, those nearest to the event
FARTHEST = 6  # sentences that are told apart
LEAD = 2  # sentences
WEEK, YEAR = 7, 365
YEAR_WRITTEN = re.compile(r"\d{4}")
SAID = frozenset({"ACCUSE", "AGREE", "CONCEDE", "CONSULT", "DEMAND", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})

Days = tuple[date | None, date | None]
Traits = Mapping[str, float]


def with_days(parsed: ParsedReport, events: Sequence[Event], times: Sequence[TimeMention]) -> tuple[Event, ...]:
    """The events, those without a time with the likeliest one that the report gives them; none where none is likely.
    What is told in passing, as history, inherits none: it may have happened at any time.

    `times` are in the order of the text. The spans of an inferred time are the words that name the day elsewhere, none
    where it is the report's own date.
    """
    seen = Calendar(parsed, times, events)
    return tuple(replace(event, time=seen.likeliest(event)) if is_undated(event) else event for event in events)


def is_undated(event: Event) -> bool:
    """Whether an event is news, and its own words do not say when it happened."""
    return event.time.basis == "none" and not event.background


@dataclass(frozen=True)
class Named:
    """A day that the report names: its words, their sentence, and what speaks for it whatever the event."""

    mention: TimeMention
    sentence: int
    traits: Traits

    @property
    def days(self) -> Days:
        """From when to when."""
        return self.mention.earliest, self.mention.latest


@dataclass(frozen=True)
class Day:
    """A day that an event may have happened on, as the report names it (None: its own date); what speaks for it."""

    mention: TimeMention | None
    days: Days
    traits: Traits


@dataclass(frozen=True, eq=False)
class Calendar:
    """The days that a report names, as its events see them."""

    parsed: ParsedReport
    times: Sequence[TimeMention]
    events: Sequence[Event]

    @cached_property
    def starts(self) -> list[int]:
        """The offsets at which sentences begin."""
        return [sentence.start_char for sentence in self.parsed.sentences]

    @cached_property
    def dated(self) -> list[tuple[int, Days]]:
        """The words that tell of events which the report itself dates, by offset, with the days."""
        stated = [event for event in self.events if event.time.basis == "stated"]
        return sorted((one.start, (e.time.earliest, e.time.latest)) for e in stated for one in e.triggers)

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The days that may date an event, in the order of the text."""
        text = self.parsed.report.text
        some = [time for time in self.times if is_dated(time, text) and time.latest and not self.is_byline(time)]
        events = Counter((event.time.earliest, event.time.latest) for event in self.events)
        is_only = len({(time.earliest, time.latest) for time in some}) == 1
        return tuple(
            Named(
                time,
                self.sentence_at(time.start),
                dict(self.standing(time, events[time.earliest, time.latest], is_only)),
            )
            for time in some
        )

    def is_byline(self, time: TimeMention) -> bool:
        """Whether words are the report's own date, written out with the year."""
        return (
            time.earliest == time.latest == self.parsed.report.published and YEAR_WRITTEN.search(time.text) is not None
        )

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence that an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def standing(self, time: TimeMention, events: int, is_only: bool) -> Iterator[tuple[str, float]]:
        """What speaks for a day whatever the event: its width, what else it dates, how long ago it was."""
        yield f"precision {time.precision}", 1.0
        if self.sentence_at(time.start) < LEAD:
            yield "in the lead", 1.0
        if events:
            yield "dates another", 1.0
            yield "dates others", math.log2(events)
        if is_only:
            yield "only day", 1.0
        if is_of_saying(time, self.parsed):
            yield "of saying", 1.0
        published = self.parsed.report.published
        if published and time.earliest and time.latest:
            yield age_of(time.earliest, time.latest, published), 1.0

    def likeliest(self, event: Event) -> EventTime:
        """The time that an event most likely has; the mentions of one day speak for it together."""
        possible = list(self.days_for(event))
        shares = shares_of(learnt_weights("days"), [*(day.traits for day in possible), no_day(event)])
        of_days: dict[Days, float] = {}
        for day, share in zip(possible, shares, strict=False):
            of_days[day.days] = of_days.get(day.days, 0.0) + share
        best = max(of_days, key=lambda days: of_days[days], default=None)
        if best is None or 1 - shares[-1] < LIKELY:
            return event.time
        at = max((i for i, day in enumerate(possible) if day.days == best), key=shares.__getitem__)
        return inferred(possible[at])

    def days_for(self, event: Event) -> Iterator[Day]:
        """The days that an event may have happened on: the nearest that the report names, and its own."""
        told = Told.of(self, event)
        near = sorted(self.named, key=lambda named: abs(named.mention.start - told.start))[:MOST_DAYS]
        last = max((n.mention.start for n in near if n.mention.end <= told.start), default=None)
        for named in near:
            tied = told.traits(self, named, is_last=named.mention.start == last)
            yield Day(named.mention, named.days, {**named.traits, **dict.fromkeys(tied, 1.0)})
        if (published := self.parsed.report.published) is not None:
            today = told.traits_of_today(has_days=bool(self.named))
            yield Day(None, (published, published), dict.fromkeys(today, 1.0))


@dataclass(frozen=True)
class Told:
    """How an event is told: where its first words stand, in which tense, and which days were told of just before."""

    event: Event
    start: int
    sentence: int
    tense: str
    before: Days | None

    @classmethod
    def of(cls, seen: Calendar, event: Event) -> Told:
        """An event in its report."""
        first = min(event.triggers, key=lambda trigger: trigger.start)
        head = head_of(first, seen.parsed)
        earlier = bisect_right(seen.dated, first.start, key=lambda one: one[0] + 1)
        return cls(
            event=event,
            start=first.start,
            sentence=seen.sentence_at(first.start),
            tense=tense_of(head) if head is not None else "none",
            before=seen.dated[earlier - 1][1] if earlier else None,
        )

    def traits(self, seen: Calendar, named: Named, *, is_last: bool) -> Iterator[str]:
        """What ties the event to a day that the report names."""
        steps = max(-FARTHEST, min(FARTHEST, named.sentence - self.sentence))
        yield f"sentences {steps}"
        yield f"tense {self.tense}"
        if is_last:
            yield from ("last before", f"last before & {self.tense}", f"last before & sentences {steps}")
        if any(seen.sentence_at(trigger.start) == named.sentence for trigger in self.event.triggers):
            yield "beside a telling"
        if PARAGRAPH.search(seen.parsed.report.text, *sorted((self.start, named.mention.start))) is None:
            yield "one paragraph"
        if self.before == named.days:
            yield from ("dates the event before", f"dates the event before & {self.tense}")
        if self.event.type in SAID:
            yield "said"
        if "to come" in named.traits:
            yield f"to come & {self.event.factuality}"

    def traits_of_today(self, *, has_days: bool) -> Iterator[str]:
        """What speaks for the report's own date."""
        yield from ("report", f"report & {self.tense}", f"report & {self.event.factuality}")
        if self.sentence < LEAD:
            yield from ("report & in the lead", f"report & in the lead & {self.tense}")
        if self.event.type in SAID:
            yield from ("report & said", f"report & said & {self.tense}")
        if not has_days:
            yield "report & no day"


def age_of(earliest: date, latest: date, published: date) -> str:
    """How long before the report a day was."""
    if earliest > published:
        return "to come"
    days = (published - latest).days
    return "of the week" if days <= WEEK else "years ago" if days > YEAR else "of the year"


def no_day(event: Event) -> Traits:
    """What speaks for leaving an event without a day."""
    found = ["none", f"none & {event.factuality}"]
    found += ["none & said"] if event.type in SAID else []
    return dict.fromkeys(found, 1.0)


def inferred(day: Day) -> EventTime:
    """A day as an event's time."""
    earliest, latest = day.days
    if day.mention is None:
        return EventTime(earliest=earliest, latest=latest, precision="day", basis="report")
    return EventTime(
        earliest=earliest,
        latest=latest,
        precision=day.mention.precision,
        basis="relative",
        spans=(day.mention.bare(),),
    )
