"""What only the whole report tells of its events: which belong together, who else takes part, which are history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.background import with_background
from dateline.coding.crosswalk import acled_coding, cameo_coding
from dateline.coding.crowds import with_crowds
from dateline.coding.happenings import happenings, renewed, with_happenings
from dateline.coding.harms_of_acts import with_acts_of_harms
from dateline.coding.involved import with_involved
from dateline.coding.place_words import with_place_words
from dateline.coding.salience import salience
from dateline.coding.scene import Scene
from dateline.coding.towns import with_towns
from dateline.coding.unnamed_places import with_unnamed_places
from dateline.record import Event


def seen_whole(scene: Scene) -> tuple[Event, ...]:
    """The events of a scene: by happening, with those who have a part in one and the town where it happened, with
    salience and codings in other schemes, and with those marked that are told as history. Their order and ids stay.

    Nobody is given a part in history beyond what its own sentences tell: it is told in passing, among other things.
    """
    groups = happenings(scene.parsed, scene.events, tuple(scene.actors.values()))
    filled = with_crowds(scene, with_involved(scene, groups))
    events = tuple(finished(scene, event) for event in filled)
    judged = with_background(scene, events, renewed(groups, events))
    placed = with_towns(scene, history_as_told(scene, judged), groups)
    worded = with_place_words(scene, with_acts_of_harms(with_happenings(placed, groups)))
    return with_unnamed_places(scene, worded)


def history_as_told(scene: Scene, judged: Sequence[Event]) -> tuple[Event, ...]:
    """The judged events, those of the background with the participants that they had at first."""
    told = with_crowds(scene, scene.events)
    return tuple(
        replace(finished(scene, first), background=True) if event.background else event
        for event, first in zip(judged, told, strict=True)
    )


def finished(scene: Scene, event: Event) -> Event:
    """The event with what is read off the whole of it: salience and the codings in other schemes."""
    return replace(
        event,
        salience=salience(scene.parsed, event),
        acled=acled_coding(scene.parsed, event, scene.actors),
        cameo=cameo_coding(event),
    )
