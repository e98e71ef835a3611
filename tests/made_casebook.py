"""Records made by hand for the tests of exports: marked words in, a whole record out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dateline.record import (
    Actor,
    ActorMention,
    Claim,
    Codes,
    Event,
    EventFigure,
    EventPlace,
    EventTime,
    FigureMention,
    Incident,
    IncidentActor,
    IncidentEvent,
    IncidentFigure,
    IncidentValue,
    Mentions,
    Participant,
    PlaceMention,
    Record,
    Relation,
    Report,
    Section,
    Span,
    TimeMention,
)

WIRE = """Shells hit the ferry landing in Mwense

By Thandi Olsen
MWENSE — Gunners of the Ridge Front shelled the ferry landing in Mwense on Monday, killing at least 12 people, \
Mayor Ada Rook said.

"I saw the boat burn," said Paul Quist, who sells nets. Quist lost his brother. The Ridge Front denied it."""


@dataclass
class Draft:
    """A record in the making. Words are looked up in the text: the first place of them, or the nth (from 0)."""

    text: str
    id: str = "r1"
    head: dict[str, Any] = field(default_factory=dict)
    actors: dict[str, dict[str, Any]] = field(default_factory=dict)
    mentions: list[ActorMention] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)
    figures: list[FigureMention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span.cut(self.text, start, start + len(words))

    def at(self, words: str, nth: int = 0) -> tuple[int, int, str]:
        span = self.span(words, nth)
        return span.start, span.end, span.text

    def actor(self, id: str, words: str, *, kind: str = "person", nth: int = 0, **fields: Any) -> None:
        """An actor by the first mention of it; call again for further mentions."""
        mention: Any = {"id": f"m{len(self.mentions) + 1}", "kind": kind, "actor_id": id}
        self.mentions.append(ActorMention(*self.at(words, nth), **mention))
        known = self.actors.setdefault(id, {"id": id, "name": words, "kind": kind, "mentions": (), **fields})
        known["mentions"] = (*known["mentions"], mention["id"])

    def place(self, words: str, nth: int = 0, **fields: Any) -> PlaceMention:
        fields = {"id": f"p{len(self.places) + 1}", "name": words, **fields}
        self.places.append(PlaceMention(*self.at(words, nth), **fields))
        return self.places[-1]

    def part(
        self, role: Any, words: str, *, nth: int = 0, kind: Any = "person", actor: str | None = None
    ) -> Participant:
        return Participant(*self.at(words, nth), role=role, kind=kind, actor_id=actor)

    def record(self) -> Record:
        head = {"id": self.id, "sha256": hashlib.sha256(self.text.encode()).hexdigest(), **self.head}
        return Record(
            report=Report(text=self.text, **head),
            mentions=Mentions(
                actors=tuple(self.mentions),
                places=tuple(self.places),
                times=tuple(self.times),
                figures=tuple(self.figures),
            ),
            actors=tuple(Actor(**fields) for fields in self.actors.values()),
            events=tuple(self.events),
            claims=tuple(self.claims),
        )


def plain_record(text: str, *, id: str = "r1", **head: Any) -> Record:
    """A report in which nothing was found."""
    return Draft(text, id=id, head=head).record()


def wire_record(id: str = "r1") -> Record:
    """A report with everything in it: a private and two public actors, a claim, a figure, a denial."""
    draft = Draft(WIRE, id=id)
    title_end = WIRE.index("\n")
    byline = WIRE.index("By ")
    dateline = WIRE.index("MWENSE")
    quote = WIRE.index('"I saw')
    draft.head = {
        "title": WIRE[:title_end],
        "publisher": "Northern Wire",
        "published": date(2024, 5, 7),
        "authors": ("Thandi Olsen",),
        "source": "wire.txt",
        "sections": (
            Section("title", 0, title_end),
            Section("byline", byline, byline + len("By Thandi Olsen")),
            Section("dateline", dateline, dateline + len("MWENSE — ")),
            Section("paragraph", dateline + len("MWENSE — "), quote - 2),
            Section("paragraph", quote, len(WIRE)),
        ),
    }
    front: dict[str, Any] = {"kind": "armed_unit", "codes": Codes(country="ZMB", sector="REB")}
    draft.actor("a1", "the Ridge Front", **front)
    draft.actor("a1", "The Ridge Front", **front)
    draft.actor("a2", "Mayor Ada Rook", codes=Codes(country="ZMB"))
    draft.actor("a3", "Paul Quist")
    draft.actor("a3", "Quist", nth=1)
    draft.actor("a4", "Thandi Olsen")
    town = draft.place(
        "Mwense",
        1,
        country="ZMB",
        admin1="Luapula",
        gazetteer_id=909488,
        latitude=-10.38,
        longitude=28.69,
        precision="town",
    )
    monday = draft.at("Monday")
    draft.times.append(
        TimeMention(
            *monday,
            id="t1",
            timex_type="DATE",
            timex_value="2024-05-06",
            earliest=date(2024, 5, 6),
            latest=date(2024, 5, 6),
            precision="day",
        )
    )
    twelve = draft.at("at least 12 people")
    draft.figures.append(FigureMention(*twelve, id="f1", low=12, best=12, qualifier="at_least", measure="killed"))
    draft.claims.append(
        Claim(
            id="c1",
            kind="indirect",
            source=draft.span("Mayor Ada Rook"),
            actor_id="a2",
            cue=draft.span("said"),
            content=(draft.span("Gunners of the Ridge Front shelled the ferry landing in Mwense on Monday"),),
            events=("e1",),
        )
    )
    draft.events.append(
        Event(
            id="e1",
            type="ASSAULT",
            mode="heavy-weapons",
            triggers=(draft.span("shelled"), draft.span("hit"), draft.span("killing")),
            factuality="denied",
            participants=(
                draft.part("actor", "Gunners of the Ridge Front", kind="armed_unit", actor="a1"),
                draft.part("object", "the ferry landing", nth=1, kind="thing"),
                draft.part("instrument", "Shells", kind="weapon"),
            ),
            places=(EventPlace(town.start, town.end, town.text, place_id=town.id),),
            time=EventTime(
                earliest=date(2024, 5, 6),
                latest=date(2024, 5, 6),
                precision="day",
                basis="relative",
                spans=(draft.span("Monday"),),
            ),
            figures=(EventFigure(*twelve, measure="killed", low=12, best=12, qualifier="at_least"),),
            claims=("c1",),
            salience=0.9,
            confidence=0.8,
        )
    )
    draft.events.append(
        Event(
            id="e2",
            type="HARM",
            mode="death",
            triggers=(draft.span("lost his brother"),),
            participants=(draft.part("actor", "Quist", nth=1, actor="a3"),),
        )
    )
    draft.events.append(
        Event(
            id="e3",
            type="REJECT",
            triggers=(draft.span("denied"),),
            participants=(draft.part("actor", "The Ridge Front", kind="armed_unit", actor="a1"),),
            relations=(Relation("denies", "e1"),),
        )
    )
    return draft.record()


def incident_of(*records: Record, event_id: str = "e1") -> Incident:
    """One incident over the same event of several records."""
    first = next(event for event in records[0].events if event.id == event_id)
    ids = [record.report.id for record in records]
    names = {actor.id: actor.name for actor in records[0].actors}
    return Incident(
        id="i-" + "-".join(ids) + f"-{event_id}",
        events=tuple(IncidentEvent(id, event_id) for id in ids),
        reports=tuple(ids),
        type=first.type,
        time=first.time,
        place=records[0].mentions.places[0],
        actors=tuple(
            IncidentActor(role=one.role, actor_id=one.actor_id, name=names.get(one.actor_id or "", one.text))
            for one in first.participants
        ),
        figures=tuple(
            IncidentFigure(
                measure=figure.measure,
                low=figure.low,
                best=figure.best,
                high=figure.high,
                values=tuple(
                    IncidentValue(
                        report_id=id,
                        event_id=event_id,
                        low=figure.low,
                        best=figure.best,
                        high=figure.high,
                        source=None,
                        published=None,
                    )
                    for id in ids
                ),
            )
            for figure in first.figures
        ),
        publishers=len(records),
        sources=1,
        contested=len(records) > 1,
    )
