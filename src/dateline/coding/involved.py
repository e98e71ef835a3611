"""Who and what else has a part in a happening: those whom the sentence of the deed itself does not put into a role.

"The mayor was shot on Monday. ... The Red Column claimed responsibility": what the parse of one sentence cannot tell is
judged from the report, by one logistic model a role over the actors and things around the words of a happening
(training/fit_happenings.py). Only what is likely to be right is added, to the deed told nearest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.around import Happening
from dateline.coding.deeds import Deed, is_deed
from dateline.coding.involvement import actor_marks, thing_marks, weapon_mode
from dateline.coding.learnt import chance, learnt_weights
from dateline.coding.scene import Scene, Standing
from dateline.read.noun_phrases import phrase_of
from dateline.record import Event, Participant
from dateline.record.values import Role

NEEDED: dict[Role, float] = {"actor": 0.5, "recipient": 0.5, "instrument": 0.45, "object": 0.6}
MOST: dict[Role, int] = {"actor": 3, "recipient": 3, "instrument": 2, "object": 3}
THING_SENTENCES = 1
BODIES = frozenset(("organisation", "armed_unit"))


def with_involved(scene: Scene, groups: Sequence[Sequence[Deed]]) -> tuple[Event, ...]:
    """The events of the scene, with those who have a part in their happening and were in no role of it."""
    added: dict[str, list[Participant]] = {}
    for group in groups:
        for role, one in likely(scene, group):
            added.setdefault(nearest_deed(group, one).event.id, []).append(participant(scene, role, one))
    return tuple(
        replace(event, participants=(*event.participants, *added[event.id])) if event.id in added else event
        for event in scene.events
    )


def likely(scene: Scene, group: Sequence[Deed]) -> Iterator[tuple[Role, Standing]]:
    """Who and what has a part, the likeliest of each role."""
    ranked: dict[Role, list[tuple[float, int, Standing]]] = {role: [] for role in NEEDED}
    happening = Happening(scene, group)
    for actor_id, near in people_around(scene, group):
        if (
            is_in(group, actor_id)
            or has_part_in(scene, group, actor_id)
            or is_busy_elsewhere(scene, group, actor_id, near)
        ):
            continue
        marks = dict.fromkeys(actor_marks(happening, scene.actors[actor_id], near))
        chances = {role: chance(learnt_weights(f"involved_{role}"), marks) for role in ("actor", "recipient")}
        role: Role = "actor" if chances["actor"] >= chances["recipient"] else "recipient"
        if chances[role] > NEEDED[role] and (best := best_standing(group, near)) is not None:
            ranked[role].append((-chances[role], best.head.i, best))
    for one in things_around(scene, group):
        if not stands_in(group, one):
            marks = dict.fromkeys(thing_marks(happening, one))
            role = "instrument" if is_weapon(one) else "object"
            if (probability := chance(learnt_weights(f"involved_{role}"), marks)) > NEEDED[role]:
                ranked[role].append((-probability, one.head.i, one))
    for role, found in ranked.items():
        yield from ((role, one) for _, _, one in sorted(found, key=lambda entry: entry[:2])[: MOST[role]])


def people_around(scene: Scene, group: Sequence[Deed]) -> list[tuple[str, list[Standing]]]:
    """The actors who are mentioned not far from a happening, with those mentions."""
    found: dict[str, list[Standing]] = {}
    for sentence in scene.around(group):
        for one in scene.by_sentence.get(sentence, ()):
            if one.actor_id is not None:
                found.setdefault(one.actor_id, []).append(one)
    return list(found.items())


def things_around(scene: Scene, group: Sequence[Deed]) -> Iterator[Standing]:
    """The nouns around a happening that name nobody."""
    heads = {head.i for deed in group for head in deed.heads}
    for sentence in scene.around(group, THING_SENTENCES):
        for one in scene.things_in(sentence):
            is_part = one.head.dep_ in {"compound", "npadvmod", "amod"} and one.head.head.i not in heads
            if not is_part and one.head.i not in heads:
                yield one


def is_weapon(one: Standing) -> bool:
    """Whether a noun is a weapon's name."""
    return weapon_mode(one.head) is not None


def is_in(group: Sequence[Deed], actor_id: str) -> bool:
    """Whether an actor has a part already."""
    return any(one.actor_id == actor_id for deed in group for one in deed.event.participants)


def has_part_in(scene: Scene, group: Sequence[Deed], actor_id: str) -> bool:
    """Whether it is a body whose own people have a part already: "Red Column" where "Red Column gunmen" fired."""
    if scene.actors[actor_id].kind not in BODIES:
        return False
    people = {one.actor_id for deed in group for one in deed.event.participants if one.actor_id}
    return any(scene.actors[one].part_of == actor_id for one in people)


def is_busy_elsewhere(scene: Scene, group: Sequence[Deed], actor_id: str, near: Sequence[Standing]) -> bool:
    """Whether an actor is named only where it does another deed, while those who did this one are told."""
    ids = {deed.event.id for deed in group}
    if not any(one.role == "actor" for deed in group for one in deed.event.participants):
        return False
    elsewhere = [event for event, _ in scene.parts.get(actor_id, ()) if is_deed(event) and event.id not in ids]
    spans = [(one.start, one.end) for event in elsewhere for one in event.participants if one.actor_id == actor_id]
    return all(any(start <= one.head.idx < end for start, end in spans) for one in near)


def stands_in(group: Sequence[Deed], one: Standing) -> bool:
    """Whether a noun stands in the words of one who has a part."""
    return any(p.start <= one.head.idx < p.end for deed in group for p in deed.event.participants)


def best_standing(group: Sequence[Deed], near: Sequence[Standing]) -> Standing | None:
    """The mention nearest to the words of a happening, pronouns left out."""
    told = [head.i for deed in group for head in deed.heads]
    named = [one for one in near if one.head.pos_ != "PRON"]
    return min(named, key=lambda one: (min(abs(one.head.i - i) for i in told), one.head.i), default=None)


def nearest_deed(group: Sequence[Deed], one: Standing) -> Deed:
    """The deed of a happening whose words stand nearest."""
    return min(group, key=lambda deed: min(abs(head.i - one.head.i) for head in deed.heads))


def participant(scene: Scene, role: Role, one: Standing) -> Participant:
    """The mention or the thing as it takes part."""
    mention = one.mention
    if mention is not None:
        kind = scene.actors[mention.actor_id].kind
        return Participant(
            mention.start, mention.end, mention.text, role=role, kind=kind, actor_id=mention.actor_id
        )  # fmt: skip
    span = phrase_of(scene.parsed, one.head.i)
    return Participant(
        span.start, span.end, span.text, role=role, kind="weapon" if role == "instrument" else "thing"
    )  # fmt: skip
