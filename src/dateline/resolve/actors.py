"""Actors."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.record import Actor, ActorMention
from dateline.resolve.gazetteer import Gazetteer


@dataclass(frozen=True, slots=True)
class ResolvedActors:
    """The actors of a report and their mentions; every mention's `actor_id` names one of `actors`."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[ActorMention, ...] = ()


def resolve_actors(parsed: ParsedReport, found: Sequence[ActorPhrase], gazetteer: Gazetteer) -> ResolvedActors:
    return ResolvedActors()
