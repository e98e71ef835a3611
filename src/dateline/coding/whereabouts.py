"""Where each event of a report happened, seen over the whole of it.

A telling's own sentence often names a street or nothing, and the town stands in the dateline, the headline, or beside
another telling of the same happening. So every place that a report names is weighed for every event: by what ties it to
the event's tellings and to the others of its happening (coding/event_place), by what the encoder says, by where and how
often the report names it. A log-linear choice among the places and none (training/fit_whereabouts.py).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.codebook.names import name_key
from dateline.coding.deeds import Deed
from dateline.coding.event_place import tie_shares
from dateline.coding.place_ties import WHERE, head_of, mere_places, tie_word
from dateline.coding.scene import Scene
from dateline.read.encoder import NEVER
from dateline.read.place_candidates import feature_words, place_words
from dateline.read.tokens import Token
from dateline.record import Event, PlaceMention

MOST_PLACES = 40  # of a report, the first
MOST_MENTIONS = 12  # of a place
MOST_TRIGGERS = 8  # of an event
FLAT = 6.0  # logits of the encoder beyond this say no more
LEAD_SENTENCES = 2

Key = tuple[int | None, str]


@dataclass(frozen=True)
class Named:
    """A place that a report names, with all of its mentions in the order of the text."""

    key: Key
    mentions: tuple[PlaceMention, ...]
    traits: Mapping[str, float]

    @property
    def first(self) -> PlaceMention:
        """Its first mention."""
        return self.mentions[0]


@dataclass(frozen=True)
class Candidate:
    """A place that an event may have happened at: its mention that is tied the closest, and what speaks for it."""

    named: Named
    mention: PlaceMention
    traits: Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Map:
    """The places of a report as its events see them."""

    scene: Scene

    @cached_property
    def places(self) -> tuple[PlaceMention, ...]:
        """All mentions that do not act."""
        return mere_places(self.scene.parsed, tuple(self.scene.places.values()))

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """The places that the report names first, each once."""
        found: dict[Key, list[PlaceMention]] = {}
        for place in self.places:
            found.setdefault(key_of(place), []).append(place)
        some = dict(list(found.items())[:MOST_PLACES])
        total = sum(map(len, some.values()))
        homes = Counter(place.admin1 for mentions in some.values() for place in mentions if place.admin1)
        return tuple(
            Named(key, tuple(mentions[:MOST_MENTIONS]), dict(self.standing(mentions, total, homes)))
            for key, mentions in some.items()
        )

    def standing(
        self, mentions: Sequence[PlaceMention], total: int, homes: Counter[str]
    ) -> Iterator[tuple[str, float]]:
        """What speaks for a place whatever the event: where and how often it is named, and beside which others."""
        parsed, first = self.scene.parsed, mentions[0]
        heads = [head for place in mentions[:MOST_MENTIONS] if (head := head_of(parsed, place)) is not None]
        yield f"precision {first.precision}", 1.0
        yield "share of mentions", len(mentions) / total
        yield "times", math.log2(1 + len(mentions)) / 4
        yield "likely", max(place.confidence for place in mentions)
        if any(parsed.section_at(place.start) == "dateline" for place in mentions):
            yield "in the dateline", 1.0
        if is_in_title(self.scene, mentions):
            yield "in the title", 1.0
        if parsed.sentences and first.start < parsed.sentences[min(LEAD_SENTENCES, len(parsed.sentences)) - 1].end_char:
            yield "in the lead", 1.0
        if first is self.places[0]:
            yield "first", 1.0
        if any(is_of_a_force(head) for head in heads):
            yield "has a force", 1.0
        if first.feature_code == "PPLX" or any(is_part(head) for head in heads):
            yield "part of a town", 1.0
        if first.text.split()[-1] in feature_words("last") and feature_words("last")[first.text.split()[-1]] == "site":
            yield "named like a site", 1.0
        if first.admin1 and homes[first.admin1] == len(mentions) < total:
            yield "alone in its division", 1.0
        if any(tie_word(head) in WHERE for head in heads):
            yield "something is there", 1.0
        if first.admin1 and first.precision in ("town", "near", "adm2"):
            yield "beside its neighbours", homes[first.admin1] / sum(homes.values())

    @cached_property
    def shares(self) -> dict[str, dict[str, float]]:
        """For each event, how likely each mention is where one of its tellings puts it, at the most."""
        return {event.id: self.shares_of(event) for event in self.scene.events}

    def shares_of(self, event: Event) -> dict[str, float]:
        found: dict[str, float] = {}
        for trigger in event.triggers[:MOST_TRIGGERS]:
            for tie, share in tie_shares(trigger, self.scene.parsed, self.places, kind=event.type):
                found[tie.place.id] = max(share, found.get(tie.place.id, 0.0))
        return found

    def tied(self, event: Event, named: Named) -> float:
        """How likely a place is where a telling puts the event, at the most."""
        return max(self.shares[event.id].get(place.id, 0.0) for place in named.mentions)

    def inside(self, outer: Named) -> Iterator[Named]:
        """The places that lie in one."""
        return (named for named in self.named if is_within(named.first, outer.first))

    def encoded(self, event: Event, place: PlaceMention) -> float:
        """How sure the encoder is that the event happened there."""
        relation = self.scene.parsed.encoded.relation
        return max(
            (relation("place", t.start, place.start, place.end) for t in event.triggers[:MOST_TRIGGERS]), default=NEVER
        )

    def candidates(self, event: Event, group: Sequence[Deed]) -> Iterator[Candidate]:
        """The places that an event may have happened at."""
        others = [deed.event for deed in group if deed.event.id != event.id][:MOST_TRIGGERS]
        for named in self.named:
            own = [self.shares[event.id].get(place.id, 0.0) for place in named.mentions]
            told = [self.shares[other.id].get(place.id, 0.0) for other in others for place in named.mentions]
            logits = [self.encoded(event, place) for place in named.mentions]
            closest = max(range(len(own)), key=lambda index: (own[index], logits[index], -index))
            traits = {
                "tied": max(own),
                "tied often": min(3.0, sum(own)) / 3,
                "tied to the happening": max(told, default=0.0),
                "tied to the happening often": min(3.0, sum(told)) / 3,
                "encoder": max(-FLAT, *logits) / FLAT,
                "holds another": float(any(self.inside(named))),
                "holds one that is tied": max((self.tied(event, inner) for inner in self.inside(named)), default=0.0),
                "in one that is tied": max(
                    (self.tied(event, outer) for outer in self.named if is_within(named.first, outer.first)),
                    default=0.0,
                ),
            }
            yield Candidate(named, named.mentions[closest], {**named.traits, **traits})


def key_of(place: PlaceMention) -> Key:
    """What mentions of one place share: its id and its name, which is its own even where it has the id of its town."""
    return place.gazetteer_id, name_key(place.name)


def is_within(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a place lies in another one, which is a country or division."""
    if outer.precision == "country":
        return inner.country == outer.country and inner.precision != "country" and outer.country is not None
    if outer.precision == "adm1":
        finer = inner.precision != "adm1" or inner.name != outer.name  # a village put into its division keeps its name
        return inner.admin1 == outer.name and inner.country == outer.country and finer
    if outer.precision == "adm2":
        return inner.admin2 == outer.name and inner.country == outer.country and inner.precision != "adm2"
    return False


def is_in_title(scene: Scene, mentions: Sequence[PlaceMention]) -> bool:
    """Whether the title names the place, in the text or beside it."""
    if any(scene.parsed.section_at(place.start) == "title" for place in mentions):
        return True
    title = f" {name_key(scene.parsed.report.title or '')} "
    return any(f" {name_key(place.text)} " in title for place in mentions)


def is_part(head: Token) -> bool:
    """Whether a place is called a part of a town."""
    return head.i + 1 < len(head.doc) and head.nbor().lower_ in place_words()["parts"]


def is_of_a_force(head: Token) -> bool:
    """Whether a place's name stands before its police or the like: they are called to what happens there."""
    forces = place_words()["forces"]
    if head.dep_ in ("compound", "poss", "nmod") and head.head.lower_ in forces:
        return True
    return head.i + 1 < len(head.doc) and head.nbor().lower_ in forces
