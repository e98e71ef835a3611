"""How whole records do on the coded reports that were kept out of training.

    python training/measure_records.py ../shared/training ../shared/exams

The exams of whole records (seed, field) hold few reports; `records/dev.jsonl.gz` holds 76, of many kinds. Each coded
record becomes a gold of the exam's own scorer (score_record.py in the second folder): its events with their triggers,
types, fillers by every mention of the actor, places, times, figures and sources; what it marks as background may be
left out. One coder marked these reports, so a reading that differs from his in what a codebook leaves open counts as
wrong here, while the exams accept it: the figures are lower, and good for comparing one version with another.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from fit_coreference import report_of
from measure_lexicon import rows_of

from dateline.pipeline import Coder

LEVELS = {"adm1": "adm1", "region": "adm1", "country": "country", "water": "water"}
VIOLENT = ("ASSAULT", "HARM")  # an act and its harm are one event for some coders
REAL = ("actual", "ongoing")
Row = dict[str, Any]


def gold_of(row: Row) -> Row:
    """A coded record as the scorer wants its gold."""
    mentions = {mention["id"]: span_of(mention) for mention in row["mentions"]["actors"]}
    known = {actor["id"]: [mentions[name] for name in actor["mentions"] if name in mentions] for actor in row["actors"]}
    sourced = [claim for claim in row["claims"] if claim.get("source")]
    return {
        "id": row["report"]["id"],
        "events": [gold_event(event, row, known) for event in row["events"]],
        "claims": [gold_claim(claim, known) for claim in sourced],
        "places": [gold_place(one) | span_of(one) for one in row["mentions"]["places"] if is_located(one)],
        "times": [{"value": one["timex_value"], **span_of(one)} for one in row["mentions"]["times"]],
    }


def gold_event(event: Row, row: Row, known: dict[str, list[Row]]) -> Row:
    """One event, with every filler that counts as right."""
    places = {place["id"]: place for place in row["mentions"]["places"]}
    claims = {claim["id"]: claim for claim in row["claims"]}
    there = [places[one["place_id"]] for one in event["places"] if one.get("place_id") in places]
    time = event.get("time") or {}
    told_by = [claims[name] for name in event.get("claims") or [] if claims[name].get("source")]
    kinds = [event["type"], *(kind for kind in VIOLENT if event["type"] in VIOLENT and kind != event["type"])]
    return {
        "types": kinds,
        "modes": [event["mode"]] if event["mode"] else None,
        "triggers": [span_of(trigger) for trigger in event["triggers"]],
        "required": not event.get("background"),
        "factuality": list(REAL) if event["factuality"] in REAL else [event["factuality"]],
        **{role: fillers(event, role, known) for role in ("actor", "recipient", "object", "instrument")},
        "place": next((gold_place(one) for one in there if is_located(one)), None),
        "time": time if time.get("earliest") or time.get("latest") else None,
        "figures": list(figures(event)),
        "sources": [span for claim in told_by for span in sources(claim, known)],
    }


def fillers(event: Row, role: str, known: dict[str, list[Row]]) -> list[Row] | None:
    """The mentions of those in a role; None where nobody is."""
    inside = [one for one in event["participants"] if one["role"] == role]
    return [span for one in inside for span in (span_of(one), *known.get(one.get("actor_id") or "", []))] or None


def figures(event: Row) -> Iterator[Row]:
    """The event's figures, a vague one with the bound that the scorer compares."""
    for one in event["figures"]:
        if one["low"] is not None or one["best"] is not None:
            yield one | {"low": one["best"] if one["low"] is None else one["low"]}


def gold_claim(claim: Row, known: dict[str, list[Row]]) -> Row:
    """One claim with all mentions of its source."""
    cue = [span_of(claim["cue"])] if claim.get("cue") else []
    return {"source": sources(claim, known), "cue": cue, "content": [span_of(one) for one in claim["content"]]}


def sources(claim: Row, known: dict[str, list[Row]]) -> list[Row]:
    return [span_of(claim["source"]), *known.get(claim.get("actor_id") or "", [])]


def gold_place(place: Row) -> Row:
    return {
        **{name: place[name] for name in ("country", "latitude", "longitude")},
        "level": LEVELS.get(place["precision"], "town"),
    }


def is_located(place: Row) -> bool:
    return place.get("latitude") is not None


def span_of(one: Row) -> Row:
    return {name: one[name] for name in ("start", "end", "text")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("training", type=Path, help="the folder of training sets")
    parser.add_argument("exams", type=Path, help="the folder with score_record.py")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.exams))
    exam = importlib.import_module("score_record")
    rows = list(rows_of(arguments.training / "records/dev.jsonl.gz"))
    coder = Coder.load()
    coded = [coder.record(parsed) for parsed in coder.parser.parse_all(map(report_of, rows))]
    figures_found = exam.score(json.loads(msgspec.json.encode(coded)), [gold_of(row) for row in rows])
    for name, value in figures_found.items():
        print(f"{name}: {value:.3f}" if isinstance(value, float) else f"{name}: {value}")


if __name__ == "__main__":
    main()
