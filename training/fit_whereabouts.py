"""Learn which town an event happened in: python training/fit_whereabouts.py RECORDS INCIDENTS

RECORDS are JSON Lines of coded records, INCIDENTS rows of reports whose `gold` names the city of the shooting that they
tell of (gzip if a name ends in .gz). Every event that the coder finds and that is done somewhere is a choice among the
towns that its report names, and none: of a record, the right ones are those that the coders put the event into; of an
incident's report, its gravest event happened in the city. Writes src/dateline/coding/data/whereabouts.csv.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from logistic import write
from place_weights import Choice, learn_senses

from dateline.codebook.names import name_key
from dateline.coding.happenings import happenings
from dateline.coding.scene import Scene
from dateline.coding.towns import SORTS, TOWN, no_town, weighed
from dateline.coding.whereabouts import Candidate, Map
from dateline.pipeline import Coder
from dateline.record import Event, Record, Report

OUTPUT = Path("src/dateline/coding/data/whereabouts.csv")
HEADER = "What speaks for a place being the town of an event; made by training/fit_whereabouts.py"
MOST_RECORDS, MOST_INCIDENTS = 520, 700
WEIGHT_OF_INCIDENTS = 3  # there are fewer of them, and their towns were not chosen by what stands near the words
Row = dict[str, Any]
IsRight = Callable[[Candidate], bool]


def rows_of(path: Path) -> Iterator[Row]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def report_of(row: Row) -> Report:
    """A report with all that is known of it."""
    published = row.get("published")
    return Report(
        id=row["id"],
        text=row["text"],
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=date.fromisoformat(published) if published else None,
        sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
    )


def choice(candidates: Sequence[Candidate], event: Event, is_right: IsRight) -> Choice | None:
    """An event as a choice among the towns; None where there are none."""
    towns = [one for one in candidates if one.mention.precision in TOWN]
    if not towns:
        return None
    right = [is_right(one) for one in towns]
    traits = [weighed(one.traits, event.type) for one in towns]
    return Choice([*traits, no_town(event.type)], [*right, not any(right)])


def candidates_of(seen: Map, record: Record) -> Iterator[tuple[Event, list[Candidate]]]:
    """The events that are done somewhere, with the places where each may have been."""
    groups = happenings(seen.scene.parsed, record.events, record.actors)
    group_of = {deed.event.id: group for group in groups for deed in group}
    for event in record.events:
        if event.type in SORTS:
            yield event, list(seen.candidates(event, group_of.get(event.id, ())))


def coded(coder: Coder, reports: Sequence[Report]) -> Iterator[tuple[Map, Record]]:
    for parsed in coder.parser.parse_all(reports):
        found = coder.record(parsed)
        yield (
            Map(
                Scene.of(
                    parsed,
                    found.events,
                    actors=found.actors,
                    mentions=found.mentions.actors,
                    claims=found.claims,
                    places=found.mentions.places,
                )
            ),
            found,
        )


def of_records(coder: Coder, rows: Sequence[Row]) -> Iterator[Choice]:
    """The choices of coded reports."""
    reports = [report_of(row["report"]) for row in rows]
    for row, (seen, record) in zip(rows, coded(coder, reports), strict=True):
        for event, candidates in candidates_of(seen, record):
            told = coded_event(row, event)
            made = choice(candidates, event, is_named(told)) if told else None
            if made is not None:
                yield made


def coded_event(row: Row, event: Event) -> Row | None:
    """The coders' event that shares a trigger with one of ours, and its type or both being violent."""
    violent = {"ASSAULT", "HARM"}
    for told in row["events"]:
        alike = told["type"] == event.type or {told["type"], event.type} <= violent
        if alike and any(a["start"] < b.end and b.start < a["end"] for a in told["triggers"] for b in event.triggers):
            found: Row = told
            return found
    return None


def is_named(told: Row) -> IsRight:
    words = {place["text"] for place in told["places"]}
    return lambda one: any(one.mention.text in word or word in one.mention.text for word in words)


def of_incidents(coder: Coder, rows: Sequence[Row]) -> Iterator[Choice]:
    """The choices of reports of one shooting: their gravest event, where the report names its city."""
    for row, (seen, record) in zip(rows, coded(coder, [report_of(row) for row in rows]), strict=True):
        violent = [event for event in record.events if SORTS.get(event.type) == "violent"]
        if not violent:
            continue
        main = max(violent, key=lambda event: event.salience)
        candidates = next(found for event, found in candidates_of(seen, record) if event.id == main.id)
        made = choice(candidates, main, is_city(row["gold"]["city"]))
        if made is not None and not made.right[-1]:
            yield made


def is_city(city: str) -> IsRight:
    wanted = {plain(part) for part in city.replace(")", "").split("(")}
    return lambda one: bool(wanted & {plain(n) for n in (one.mention.text, one.mention.name, one.mention.admin2)})


def plain(name: str | None) -> str | None:
    """A name without the words for what it is; None for none."""
    words = [word for word in name_key(name or "").split() if word not in ("county", "parish", "borough", "town", "of")]
    return " ".join(words) or None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("incidents", type=Path)
    arguments = parser.parse_args()
    coder = Coder.load()
    told = list(of_records(coder, list(islice(rows_of(arguments.records), MOST_RECORDS))))
    by_digest = sorted(rows_of(arguments.incidents), key=lambda row: hashlib.sha1(row["id"].encode()).hexdigest())
    cities = list(of_incidents(coder, by_digest[:MOST_INCIDENTS]))
    print(f"{len(told)} events of records, {len(cities)} of reports of shootings")
    table = learn_senses([*told, *cities * WEIGHT_OF_INCIDENTS], steps=400)
    write(OUTPUT, HEADER, dict(sorted(table.items())))


if __name__ == "__main__":
    main()
