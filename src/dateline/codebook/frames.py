"""Frames: how the words around a trigger tell actor from recipient (data/frames.toml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.codebook.types import load_toml
from dateline.record.values import Role


@dataclass(frozen=True, slots=True)
class Frame:
    """The role of a trigger's subject, object and possessor, and of what follows each preposition.

    `speech`: who sends a document speaks in it. `addresses`: who is to act in the clause that the trigger governs is
    spoken to. `places`: a place after a preposition takes part, as the state or people there. `content`: those whom the
    act's content names are its recipients where nobody else is; `purpose`: so are those in its purpose.
    """

    name: str
    subject: Role
    object: Role
    possessive: Role
    after: dict[str, Role]
    speech: bool = False
    addresses: bool = False
    places: bool = False
    content: bool = False
    purpose: bool = False


@cache
def frames() -> dict[str, Frame]:
    """All frames by name."""
    return {name: Frame(name=name, **entry) for name, entry in load_toml("frames.toml").items()}
