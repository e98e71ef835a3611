"""The words in which a report tells where an event happened: the whole phrase that holds the name of the place.

"A hospital in the town of Nahr, Norland" tells more than the name on the map; the mention has the name alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache

from dateline.coding.place_ties import WHERE, head_of
from dateline.coding.scene import Scene
from dateline.coding.whereabouts import is_within
from dateline.read.noun_phrases import phrase_of
from dateline.read.place_candidates import feature_words, place_words
from dateline.read.tokens import Token
from dateline.record import Event, EventPlace, PlaceMention, Span
from dateline.record.places import mention_of

NOUNS = frozenset({"NOUN", "PROPN"})
PARTS = frozenset({"compound", "nmod", "poss"})
LONGEST_CLIMB = 4  # nouns above a name
LONGEST = 100  # characters; longer phrases come from broken parses


def with_place_words(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each place in the words of its whole phrase: what it is that lies there, and the wider places that
    are named right behind it. The mention that a place points to lies within its words."""
    mentions = sorted(scene.places.values(), key=lambda place: place.start)
    heads = (scene.head_of(trigger) for event in events for trigger in event.triggers)
    acts = {head.i for head in heads if head is not None}
    return tuple(
        replace(event, places=tuple(in_whole_words(scene, place, mentions, acts) for place in event.places))
        for event in events
    )


def in_whole_words(
    scene: Scene, place: EventPlace, mentions: Sequence[PlaceMention], acts: Collection[int]
) -> EventPlace:
    """The place with the words of its phrase; as it is where they run over a line or on and on."""
    head = head_of(scene.parsed, place)
    if head is None:
        return place
    text = scene.parsed.report.text
    phrase = phrase_of(scene.parsed, top_of(head, acts).i)
    end = max(phrase.end, end_of_wider(text, mention_of(place, scene.places), mentions))
    words = Span.cut(text, min(place.start, phrase.start), end)
    if len(words.text) > LONGEST or "\n" in words.text:
        return place
    return replace(place, start=words.start, end=words.end, text=words.text)


def top_of(name: Token, acts: Collection[int]) -> Token:
    """The noun for what lies there or is so called: "hospital" in "a hospital in Nahr", "market" in "Nahr market"."""
    for _ in range(LONGEST_CLIMB):
        above = noun_above(name)
        if above is None or above.i in acts or not is_ground(above) or not stands_after(above, WHERE | {"of"}):
            break
        name = above
    return name


def noun_above(name: Token) -> Token | None:
    """The noun whose phrase a name is part of."""
    if name.dep_ in PARTS and name.head.pos_ in NOUNS:
        return name.head
    if stands_after(name, WHERE | {"of"}) and name.head.head.pos_ in NOUNS:
        return name.head.head
    return None


def stands_after(noun: Token, prepositions: Collection[str]) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in prepositions


def is_ground(noun: Token) -> bool:
    """Whether a noun is a kind or part of a place, or what stands in one."""
    return not grounds().isdisjoint((noun.lower_, noun.lemma_.lower()))


@cache
def grounds() -> frozenset[str]:
    """Such nouns (read/data/place_words.toml)."""
    last = (word.lower() for word in feature_words("last"))
    return frozenset((*place_words()["grounds"], *feature_words("beside"), *last))


def end_of_wider(text: str, place: PlaceMention, mentions: Sequence[PlaceMention]) -> int:
    """Where the wider places end that commas join to a place: "Nahr, Norland"."""
    for wider in mentions:
        if wider.start > place.end and text[place.end : wider.start].strip() == "," and is_within(place, wider):
            place = wider
    return place.end
