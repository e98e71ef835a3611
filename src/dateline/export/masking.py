"""Records and incidents with the names of private people hidden (who they are: privacy.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec

from dateline.export.privacy import Veil, hidden_name, veil_of
from dateline.record import Incident, IncidentActor, Record


def masked(record: Record) -> Record:
    """The record with private names masked in its text, spans, names and title; every span still reads as the text."""
    veil = veil_of(record)
    return veiled(record, veil) if veil else record


def veiled(record: Record, veil: Veil) -> Record:
    """The record under a veil that was made for it."""
    parts = msgspec.to_builtins(record)
    recut(parts, veil)
    parts["report"]["text"] = veil.text
    if record.report.title:
        parts["report"]["title"] = veil.over(record.report.title)
    for actor in parts["actors"]:
        actor["name"] = veil.names.get(actor["id"]) or veil.over(actor["name"])
    return msgspec.convert(parts, Record)


def recut(part: Any, veil: Veil) -> None:
    """Give every span inside a part of a record the words that the masked text has there."""
    if isinstance(part, dict):
        if "text" in part and "start" in part:
            part["text"] = veil.text[part["start"] : part["end"]]
        if "value" in part:
            part["value"] = veil.over(part["value"])
        inside: Iterable[Any] = part.values()
    elif isinstance(part, list | tuple):
        inside = part
    else:
        return
    for one in inside:
        recut(one, veil)


def masked_incidents(records: Iterable[Record], incidents: Iterable[Incident]) -> Iterator[Incident]:
    """The incidents of these records, private people masked. Holds the hidden words of the records, not the records."""
    veils = {record.report.id: veil for record in records if (veil := veil_of(record))}
    for incident in incidents:
        yield masked_incident(incident, veils)


def masked_incident(incident: Incident, veils: Mapping[str, Veil]) -> Incident:
    """The incident with the names hidden that are hidden in any of its reports."""
    over = [veils[report] for report in incident.reports if report in veils]
    return replace(incident, actors=tuple(masked_actor(one, over) for one in incident.actors)) if over else incident


def masked_actor(actor: IncidentActor, veils: Iterable[Veil]) -> IncidentActor:
    """The actor's name under all the veils."""
    name = actor.name
    for veil in veils:
        name = hidden_name(name) if actor.actor_id in veil.names else veil.over(name)
    return replace(actor, name=name)
