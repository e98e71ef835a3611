"""Learn what ties an event to its place: python training/event_place_weights.py RECORDS...

RECORDS are JSON Lines of records (gzip if a name ends in .gz). Each trigger is a choice among the places tied to it and
none; a softmax over the traits of the ties. Writes src/dateline/coding/data/event_place_weights.csv.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from place_weights import Choice, learn_senses, write

from dateline.coding.event_place import with_kind
from dateline.coding.place_ties import head_of, mere_places, tied_places
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.places import toponyms
from dateline.record import PlaceMention, Report, Span
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places

DATA = Path(__file__).parent.parent / "src/dateline/coding/data"


def choices(parsed: ParsedReport, record: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Choice]:
    """The triggers of a record's events, each with the places tied to it and whether they are the event's."""
    found = toponyms(parsed, gazetteer.is_name)
    places = mere_places(parsed, resolve_places(parsed, found, gazetteer))
    mentions = {place["id"]: place for place in record["mentions"]["places"]}
    for event in record["events"]:
        names = {mentions[p["place_id"]]["text"] for p in event["places"] if p["place_id"] in mentions}
        names |= {place["text"] for place in event["places"]}
        for trigger in event["triggers"]:
            token = head_of(parsed, Span(trigger["start"], trigger["end"], trigger["text"]))
            ties = tied_places(token, parsed, places) if token is not None else []
            if ties:
                right = [is_named(tie.place, names) for tie in ties]
                kind = event["type"]
                traits = [dict.fromkeys(with_kind(tie, kind), 1.0) for tie in ties]
                yield Choice([*traits, {"none": 1.0, f"none & {kind}": 1.0}], [*right, not any(right)])


def is_named(place: PlaceMention, names: Iterable[str]) -> bool:
    return any(place.text in name or name in place.text for name in names)


def parsed_records(paths: Iterable[Path]) -> Iterator[tuple[ParsedReport, dict[str, Any]]]:
    parser = Parser()
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for record in map(json.loads, lines):
                about = record["report"]
                digest = hashlib.sha256(about["text"].encode()).hexdigest()
                report = Report(id=about["id"], text=about["text"], publisher=about.get("publisher"), sha256=digest)
                yield parser.parse(report), record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--output", type=Path, default=DATA, help="folder of the table")
    arguments = parser.parse_args()
    gazetteer = Gazetteer.bundled()
    read = parsed_records(arguments.records)
    learn([choice for parsed, record in read for choice in choices(parsed, record, gazetteer)], arguments.output)


def learn(rows: list[Choice], folder: Path = DATA) -> None:
    origin = "learnt by training/event_place_weights.py on coded records"
    about = f"What ties an event to its place: {origin}; {len(rows)} triggers"
    write(folder / "event_place_weights.csv", learn_senses(rows), about)


if __name__ == "__main__":
    main()
