"""The record's outer form: JSON in and out, and the JSON Schema that describes it."""

from __future__ import annotations

from typing import Any

import msgspec

from dateline.record.incident import Incident
from dateline.record.record import Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def to_json(item: Record | Incident) -> bytes:
    """One JSON object in UTF-8, without a line break: a line of a JSON Lines file."""
    return msgspec.json.encode(item)


def record_from_json(line: bytes | str) -> Record:
    """The record that `to_json` wrote; msgspec.ValidationError names the field that does not fit."""
    return msgspec.json.decode(line, type=Record)


def incident_from_json(line: bytes | str) -> Incident:
    """The incident that `to_json` wrote; msgspec.ValidationError names the field that does not fit."""
    return msgspec.json.decode(line, type=Incident)


def json_schema(of: type[Record] | type[Incident] = Record) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a line of `export --format records`, or of `--format incidents`."""
    return {"$schema": DIALECT, "title": f"Dateline {of.__name__.lower()}", **msgspec.json.schema(of)}
