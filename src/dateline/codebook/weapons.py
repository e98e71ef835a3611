"""Weapons and other instruments of force, and the manner of attack that each tells of (data/weapons.toml)."""

from __future__ import annotations

from functools import cache

from dateline.codebook.types import load_toml


@cache
def weapon_modes() -> dict[str, str]:
    """PLOVER's mode of ASSAULT by weapon, from the first list that names it."""
    found: dict[str, str] = {}
    for mode, words in load_toml("weapons.toml")["mode"].items():
        for word in words:
            found.setdefault(word, mode)
    return found


@cache
def tools() -> frozenset[str]:
    """The weapons that are things, not the use of force itself: "bomb", not "explosion"."""
    return frozenset(weapon_modes()) - frozenset(load_toml("weapons.toml")["acts"]["words"])
