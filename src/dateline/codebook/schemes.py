"""Other coding schemes: CAMEO codes and ACLED types, as data (data/cameo.csv, data/acled.toml)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.codebook.types import load_toml


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code, its name and its value on Goldstein's scale (-10 to 10)."""

    code: str
    name: str
    goldstein: float


@dataclass(frozen=True, slots=True)
class AcledRule:
    """When an event of a type has an ACLED sub-event type; see data/acled.toml."""

    sub_event: str
    modes: frozenset[str]
    words: tuple[str, ...]
    armed: bool


@cache
def cameo_codes() -> dict[tuple[str, str | None], CameoCode]:
    """The code of each PLOVER type and mode (None: no mode)."""
    text = files("dateline.codebook").joinpath("data/cameo.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        (row["type"], row["mode"] or None): CameoCode(row["code"], row["name"], float(row["goldstein"])) for row in rows
    }


@cache
def acled_event_types() -> dict[str, str]:
    """The ACLED event type of each sub-event type."""
    return {sub: kind for kind, subs in load_toml("acled.toml")["types"].items() for sub in subs}


@cache
def acled_rules() -> dict[str, tuple[AcledRule, ...]]:
    """The rules for each PLOVER type, in their order."""
    return {
        kind: tuple(
            AcledRule(
                sub_event=rule["sub"],
                modes=frozenset(rule.get("modes", ())),
                words=tuple(rule.get("words", ())),
                armed=rule.get("armed", False),
            )
            for rule in rules
        )
        for kind, rules in load_toml("acled.toml")["rules"].items()
    }
