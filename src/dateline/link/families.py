"""Families of event types: only happenings of one family can be one incident (data/families.csv)."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from dateline.record.values import EventType


@cache
def families() -> dict[str, str]:
    """The family of each type."""
    text = files("dateline.link").joinpath("data/families.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["type"]: row["family"] for row in rows}


def family_of(event_type: EventType) -> str:
    """The family that the type belongs to."""
    return families()[event_type]
