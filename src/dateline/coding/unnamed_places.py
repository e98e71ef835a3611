"""Places of events that bear no name which a gazetteer could know: "outside the courthouse", "at a checkpoint".

The encoder says how surely a noun is where an event happened, the parse on what it hangs; weighed together
(read/blending). Such a place is told by its words alone, since nothing says where on the map it lies; only where its
own phrase holds a name ("a Nahr market") does it lie where that lies.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.coding.place_basis import FINEST_FIRST, finest_first
from dateline.coding.place_ties import WHERE, governor_of, head_of, relation_of
from dateline.coding.scene import Scene
from dateline.read.blending import blended, probability
from dateline.read.noun_phrases import phrase_of
from dateline.read.parsed import ParsedReport
from dateline.read.role_opinions import can_fill
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token
from dateline.record import Event, EventPlace, PlaceMention, Span

LIKELY = 0.35  # marked reports leave such places out more often than they name one wrongly
LEAST_LOOKED_AT = -2.5  # the encoder's log-odds from which a noun is weighed
MOST_TRIGGERS = 8  # of an event
NOUNS = frozenset({"NOUN", "PROPN"})
NO_GROUND = frozenset({"DATE", "TIME", "PERSON", "MONEY", "PERCENT", "CARDINAL"})


@dataclass(frozen=True, slots=True)
class Ground:
    """A noun that may be where an event happened, and how likely it is."""

    head: Token
    chance: float


def with_unnamed_places(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with the places that their own sentences tell by a noun, behind those that are on the map."""
    heads = (scene.head_of(trigger) for event in events for trigger in event.triggers)
    acts = frozenset(head.i for head in heads if head is not None)
    mentions = sorted(scene.places.values(), key=lambda place: place.start)
    return tuple(with_grounds(scene, event, mentions, acts) for event in events)


def with_grounds(scene: Scene, event: Event, mentions: Sequence[PlaceMention], acts: Collection[int]) -> Event:
    """The event with such places, those of one noun once."""
    likely = [
        ground
        for trigger in event.triggers[:MOST_TRIGGERS]
        for ground in grounds(scene.parsed, trigger, mentions, acts)
        if ground.chance >= LIKELY and not covers(event.places, ground.head)
    ]
    best: dict[str, Ground] = {}
    for ground in sorted(likely, key=lambda one: (-one.chance, one.head.i)):
        best.setdefault(ground.head.lemma_.lower(), ground)
    if not best:
        return event
    added = [told_by(scene.parsed, ground.head, mentions) for ground in best.values()]
    return replace(event, places=finest_first((*event.places, *added), scene.places))


def grounds(
    parsed: ParsedReport, trigger: Span, mentions: Sequence[PlaceMention], acts: Collection[int]
) -> Iterator[Ground]:
    """The nouns of a trigger's sentence that name no place, tell of no act, and that the encoder does not find
    unlikely. `mentions` are in the order of the text."""
    act = head_of(parsed, trigger)
    if act is None:
        return
    offsets, sentence, seen = token_offsets(parsed.doc), act.sent, set(acts)
    named = within(mentions, sentence.start_char, sentence.end_char)
    for start in parsed.encoded.reached("place", trigger.start, LEAST_LOOKED_AT):
        token = parsed.doc[max(0, bisect_right(offsets, start) - 1)]
        if sentence.start <= token.i < sentence.end and token.i not in seen and is_ground(token, named):
            seen.add(token.i)
            opinions = ground_opinions(parsed, trigger, act, token)
            yield Ground(token, probability(blended("unnamed place", opinions)))


def within(mentions: Sequence[PlaceMention], start: int, end: int) -> Sequence[PlaceMention]:
    """The mentions that begin between two offsets."""
    first = bisect_left(mentions, start, key=lambda place: place.start)
    return mentions[first : bisect_left(mentions, end, key=lambda place: place.start)]


def is_ground(token: Token, named: Sequence[PlaceMention]) -> bool:
    """Whether a token heads words that may tell of a place, and is not among those that name one."""
    if token.pos_ not in NOUNS or token.ent_type_ in NO_GROUND or not token.text[0].isalnum():
        return False
    return can_fill(token) and not covers(named, token)


def covers(spans: Sequence[Span], token: Token) -> bool:
    """Whether a token stands in one of some spans."""
    return any(span.start < token.idx + len(token) and token.idx < span.end for span in spans)


def ground_opinions(parsed: ParsedReport, trigger: Span, act: Token, noun: Token) -> dict[str, float]:
    """What the encoder says of an event's being there, and how the noun hangs together with the event's word."""
    hangs = noun.dep_ == "pobj"
    relation = relation_of(act, governor_of(noun)) if hangs else ""
    return {
        "encoder": parsed.encoded.relation("place", trigger.start, noun.idx, noun.idx + len(noun)),
        "where": float(hangs and noun.head.lower_ in WHERE),
        "beside": float(relation == "beside"),
        "other clause": float("clause" in relation),
    }


def told_by(parsed: ParsedReport, head: Token, mentions: Sequence[PlaceMention]) -> EventPlace:
    """A place by the words of a noun's phrase; on the map where the finest that it names is."""
    phrase = phrase_of(parsed, head.i)
    inside = within(mentions, phrase.start, phrase.end)
    named = min(inside, key=lambda place: FINEST_FIRST.index(place.precision), default=None)
    return EventPlace(phrase.start, phrase.end, phrase.text, place_id=named.id if named else None)
