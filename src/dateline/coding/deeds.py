"""Deeds: the violent and coercive events of a report, each with what the text says around its words.

What belongs to one happening, and what is told as history only, is asked of these alone: nobody asks whether a meeting
and a visit were one incident.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.coding.event_figures import head_at
from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token
from dateline.record import Actor, Event, Participant

MODES_OF_DEEDS = {
    "HARM": frozenset(("death", "injury", "damage", "missing", None)),
    "COERCE": frozenset(("abduct", "seize", "restrict", None)),
    "THREATEN": frozenset(("violence", None)),
    "RETREAT": frozenset(("release",)),
}
BY_BOMB = frozenset(("explosives", "suicide-attack"))
ARMED = frozenset(("MIL", "REB", "PRM", "UAF", "COP"))


@dataclass(frozen=True)
class Deed:
    """An event, the heads of its words with their sentences, in the order of the text, and the report's actors."""

    event: Event
    heads: tuple[Token, ...]
    sentences: tuple[int, ...]
    actors: dict[str, Actor]
    _who: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def first(self) -> Token:
        """The head of the event's first words in the text."""
        return min(self.heads, key=lambda head: head.i)

    def of_role(self, *roles: str) -> tuple[Participant, ...]:
        """Those who take part in some roles."""
        return tuple(one for one in self.event.participants if one.role in roles)

    def who(self, *roles: str) -> frozenset[str]:
        """The actors in some roles, or their words where no actor is known."""
        known = self._who.get(roles)
        if known is None:
            known = frozenset(one.actor_id or one.text.lower() for one in self.of_role(*roles))
            self._who[roles] = known
        return known

    def is_armed(self, one: Participant) -> bool:
        """Whether somebody bears arms by calling."""
        actor = self.actors.get(one.actor_id or "")
        return one.kind == "armed_unit" or (actor is not None and actor.codes.sector in ARMED)


def is_deed(event: Event) -> bool:
    """Whether an event is violence, coercion, a threat of violence, or the end of a captivity."""
    return event.type == "ASSAULT" or event.mode in MODES_OF_DEEDS.get(event.type, frozenset())


def deeds(parsed: ParsedReport, events: Iterable[Event], actors: Sequence[Actor]) -> tuple[Deed, ...]:
    """The deeds among the events of a report, in their order."""
    starts = [sentence.start for sentence in parsed.sentences]
    offsets = token_offsets(parsed.doc)
    known = {actor.id: actor for actor in actors}
    found: list[Deed] = []
    for event in events:
        told = [head_at(parsed, trigger, offsets) for trigger in event.triggers] if is_deed(event) else []
        heads = tuple(sorted((head for head in told if head is not None), key=lambda head: head.i))
        if heads:
            found.append(Deed(event, heads, tuple(bisect_right(starts, head.i) - 1 for head in heads), known))
    return tuple(found)


def sort_of(event: Event) -> str:
    """What is done, more exactly than the type: a bombing, an abduction, a killing, a death."""
    if event.type == "ASSAULT":
        if event.mode in BY_BOMB:
            return "bombing"
        return event.mode if event.mode in ("abduct", "targeted", "destroy") else "attack"
    if event.type in ("HARM", "COERCE") and event.mode:
        return event.mode
    return event.type.lower()
