"""Plural people are a group: "the rebels", "two soldiers" are persons of a body, and not the body itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.scene import Scene
from dateline.read.senses import people_nouns
from dateline.read.tokens import Token
from dateline.record import Event, Participant

BODIES = frozenset(("armed_unit", "organisation"))


def with_crowds(scene: Scene, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with those who take part as plural people told as groups; a pronoun is what its actor is."""
    crowds = nameless_crowds(scene)
    return tuple(
        replace(event, participants=tuple(as_told(scene, one, crowds) for one in event.participants))
        if any(one.kind in BODIES for one in event.participants)
        else event
        for event in events
    )


def nameless_crowds(scene: Scene) -> frozenset[str]:
    """The actors who are told as plural people and never by name."""
    named = {one.actor_id for one in scene.standing if one.head.pos_ == "PROPN"}
    plural = {one.actor_id for one in scene.standing if is_crowd(one.head)}
    return frozenset(actor for actor in plural - named if actor is not None)


def as_told(scene: Scene, one: Participant, crowds: frozenset[str]) -> Participant:
    """Somebody with the kind that the words tell."""
    if one.kind not in BODIES:
        return one
    head = scene.head_of(one)
    if head is None:
        return one
    is_group = is_crowd(head) or (head.pos_ == "PRON" and one.actor_id in crowds)
    return replace(one, kind="group") if is_group else one


def is_crowd(head: Token) -> bool:
    """Whether a noun stands for several people; at the head of a sentence the tagger may take it for a name."""
    singulars = {head.lemma_.lower(), head.lower_.removesuffix("s")}
    return head.tag_ in {"NNS", "NNPS"} and bool(singulars & people_nouns())
