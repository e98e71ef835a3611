"""The mentions that the places of events point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.record.event import EventPlace
from dateline.record.mention import PlaceMention


def mention_of(place: EventPlace, mentions: Mapping[str, PlaceMention]) -> PlaceMention:
    """The mention that a place points to; where it points to none, its own words as a place that nobody knows."""
    if place.place_id is not None:
        return mentions[place.place_id]
    return PlaceMention(place.start, place.end, place.text, id="", name=place.text, confidence=0.0)


def named_places(places: Iterable[EventPlace], mentions: Mapping[str, PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions that some places point to, in their order; those that point to none are left out."""
    return tuple(mentions[place.place_id] for place in places if place.place_id is not None)
