"""Actors: who the mentions of a report stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.record.span import Span
from dateline.record.values import ActorKind, AttributeName, CountryBasis, Sector


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """An actor's country (ISO 3166-1 alpha-3) and PLOVER sector; None where not known.

    `country_basis` says how the country is known: the actor's own words state it; the user's list or the codebook has
    it; it is that of what the actor is part of; the report speaks of it above all (a guess, not a finding); other
    reports of the casebook state it; a reviewer judged so.
    """

    country: str | None = None
    sector: Sector | None = None
    country_basis: CountryBasis = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute(Span):
    """What the report says of an actor, with the words that say it."""

    name: AttributeName
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody or some body that acts, suffers or speaks in a report; `mentions` are ids of its actor mentions.

    `names` are all by which the report calls it, the fullest first; none where it is only described. `listed` is its id
    in the user's own list of actors, where it stands there.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    listed: str | None = None
    kind: ActorKind
    codes: Codes = field(default_factory=Codes)
    part_of: str | None = None
    attributes: tuple[Attribute, ...] = ()
    mentions: tuple[str, ...] = ()
