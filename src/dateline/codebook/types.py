"""The codebook's event types, their modes and contexts (data/plover.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """An event type: what it means, its quad class (1 to 4), and its modes."""

    name: str
    meaning: str
    quad: int
    modes: tuple[str, ...]


def load_toml(name: str) -> dict[str, Any]:
    """A data file of the codebook."""
    return tomllib.loads(files("dateline.codebook").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def event_types() -> dict[str, TypeEntry]:
    """The sixteen PLOVER 2.0 types and HARM, by name."""
    return {
        name: TypeEntry(name, entry["meaning"], entry["quad"], tuple(entry["modes"]))
        for name, entry in load_toml("plover.toml")["types"].items()
    }


@cache
def contexts() -> tuple[str, ...]:
    """PLOVER's contexts."""
    return tuple(load_toml("plover.toml")["contexts"]["names"])
