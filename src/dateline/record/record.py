"""The record of one report, whole, with every span held to the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dateline.record.actor import Actor
from dateline.record.claim import Claim
from dateline.record.event import Event
from dateline.record.mention import Mentions
from dateline.record.report import Report
from dateline.record.span import Span

GAZETTEER_ATTRIBUTION = "Places: GeoNames, https://www.geonames.org, CC BY 4.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """All findings of one report. `attribution` goes with them, as the licence of the gazetteer asks.

    Guaranteed on construction: every span reads as the report's text at its offsets, ids are unique within their kind,
    and every id that one part names exists in another. ValueError says what is wrong otherwise.
    """

    report: Report
    mentions: Mentions = field(default_factory=Mentions)
    actors: tuple[Actor, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    attribution: str = GAZETTEER_ATTRIBUTION

    def __post_init__(self) -> None:
        self._check_spans()
        self._check_ids()

    def spans(self) -> Iterator[Span]:
        """Every span of the record."""
        mentions = self.mentions
        for found in (mentions.actors, mentions.places, mentions.times, mentions.figures):
            yield from found
        for actor in self.actors:
            yield from actor.attributes
        for event in self.events:
            yield from event.triggers
            yield from event.participants
            yield from event.places
            yield from event.time.spans
            yield from event.figures
        for claim in self.claims:
            yield from (span for span in (claim.source, claim.cue, claim.venue) if span)
            yield from claim.content

    def _check_spans(self) -> None:
        for span in self.spans():
            if not span.stands_in(self.report.text):
                there = self.report.text[span.start : span.end]
                raise ValueError(f"{self.report.id}: {span.text!r} is not at {span.start}..{span.end}, {there!r} is")

    def _check_ids(self) -> None:
        actors = unique("actor", (a.id for a in self.actors), self.report.id)
        events = unique("event", (e.id for e in self.events), self.report.id)
        claims = unique("claim", (c.id for c in self.claims), self.report.id)
        places = unique("place", (p.id for p in self.mentions.places), self.report.id)
        mentions = unique("actor mention", (m.id for m in self.mentions.actors), self.report.id)
        unique("time", (t.id for t in self.mentions.times), self.report.id)
        unique("figure", (f.id for f in self.mentions.figures), self.report.id)
        for known, named in (
            (actors, [m.actor_id for m in self.mentions.actors]),
            (actors, [c.actor_id for c in self.claims if c.actor_id]),
            (actors, [p.actor_id for e in self.events for p in e.participants if p.actor_id]),
            (actors, [a.part_of for a in self.actors if a.part_of]),
            (mentions, [m for a in self.actors for m in a.mentions]),
            (events, [e for c in self.claims for e in c.events]),
            (events, [r.event for e in self.events for r in e.relations]),
            (claims, [c for e in self.events for c in e.claims]),
            (claims, [c.within for c in self.claims if c.within]),
            (places, [p.place_id for e in self.events for p in e.places if p.place_id]),
        ):
            if unknown := [name for name in named if name not in known]:
                raise ValueError(f"{self.report.id}: {unknown[0]!r} is named but not there")


def unique(kind: str, ids: Iterable[str], report_id: str) -> set[str]:
    """The ids as a set; ValueError where one stands twice."""
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise ValueError(f"{report_id}: two {kind}s are called {one!r}")
        seen.add(one)
    return seen
