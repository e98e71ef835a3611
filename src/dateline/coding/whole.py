"""What only the whole report tells of its events: which belong together, who else takes part, which are history."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.background import with_background
from dateline.coding.crosswalk import acled_coding, cameo_coding
from dateline.coding.crowds import with_crowds
from dateline.coding.happenings import happenings, renewed, with_happenings
from dateline.coding.involved import with_involved
from dateline.coding.salience import salience
from dateline.coding.scene import Scene
from dateline.record import Event


def seen_whole(scene: Scene) -> tuple[Event, ...]:
    """The events of a scene: by happening, with those who have a part in one, with salience and codings in other
    schemes, and with those marked that are told as history. Their order and their ids stay."""
    groups = happenings(scene.parsed, scene.events, tuple(scene.actors.values()))
    filled = with_crowds(scene, with_involved(scene, groups))
    events = tuple(finished(scene, event) for event in filled)
    return with_happenings(with_background(scene, events, renewed(groups, events)), groups)


def finished(scene: Scene, event: Event) -> Event:
    """The event with what is read off the whole of it: salience and the codings in other schemes."""
    return replace(
        event,
        salience=salience(scene.parsed, event),
        acled=acled_coding(scene.parsed, event, scene.actors),
        cameo=cameo_coding(event),
    )
