"""Actors: who the mentions of a report stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record.span import Span
from dateline.record.values import ActorKind, AttributeName, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """An actor's country (ISO 3166-1 alpha-3) and PLOVER sector; None where not known."""

    country: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Span):
    """What the report says of an actor, with the words that say it."""

    name: AttributeName
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or some body that acts, suffers or speaks in a report; `mentions` are ids of its actor mentions."""

    id: str
    name: str
    kind: ActorKind
    codes: Codes = field(default_factory=Codes)
    part_of: str | None = None
    attributes: tuple[Attribute, ...] = ()
    mentions: tuple[str, ...] = ()
