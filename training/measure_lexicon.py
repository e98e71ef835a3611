"""Measure how often each entry of the trigger lexicon is right: writes `codebook/data/lexicon/precision.csv`.

    python training/measure_lexicon.py ../shared/training

Every place where an entry matches in the coded records is counted, and whether a gold trigger of its type stands
there. (WikiEvents marks only some mentions of an event, so that counts from it would call a right match wrong.) Entries
that need police or troops are also counted in IndiaPoliceEvents, where every sentence is labelled with whether police
did anything in it. ASSAULT and HARM count for one another, since a harm told with its act belongs to the act (coding
guide, rule 3). Only words and counts leave the training data.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dateline.codebook.lexicon import Key, entries
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.word_matches import all_matches
from dateline.record import Report

Gold = list[tuple[int, int, str]]
Tally = tuple[Counter[Key], Counter[Key]]  # matched, right
VIOLENT = {"ASSAULT", "HARM"}
OUTPUT = Path("src/dateline/codebook/data/lexicon/precision.csv")
HEADER = (
    "# How often each lexicon entry was an event of its type where it matched; made by training/measure_lexicon.py\n"
)


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def record_gold(row: dict[str, Any]) -> Gold:
    """The triggers of a coded record."""
    return [(t["start"], t["end"], event["type"]) for event in row["events"] for t in event["triggers"]]


def count(parsed: ParsedReport, gold: Gold, tally: Tally) -> None:
    """Add a text's matches to (matched, right)."""
    matched, right = tally
    for match in all_matches(parsed):
        entry, head = match.entry, parsed.doc[match.head]
        there = {kind for start, end, kind in gold if start < head.idx + len(head) and head.idx < end}
        matched[entry.key] += 1
        right[entry.key] += entry.type in there or (entry.type in VIOLENT and bool(there & VIOLENT))


def count_police(parsed: ParsedReport, sentences: list[dict[str, Any]], tally: Tally) -> None:
    """Add the matches of entries that need police or troops, right where the sentence tells of what police did."""
    matched, right = tally
    acts = [(s["start"], s["end"]) for s in sentences if "ANY_ACTION" in s["labels"]]
    for match in all_matches(parsed):
        if (match.entry.needs or "").startswith("security"):
            at = parsed.doc[match.head].idx
            matched[match.entry.key] += 1
            right[match.entry.key] += any(start <= at < end for start, end in acts)


def measure(folder: Path) -> Tally:
    """Matches and right matches by entry over the records."""
    parser = Parser()
    tally: Tally = (Counter(), Counter())
    records = list(rows_of(folder / "records/train.jsonl.gz"))
    reports = [Report(id=str(i), text=row["report"]["text"], sha256="") for i, row in enumerate(records)]
    for parsed, row in zip(parser.parse_all(reports), records, strict=True):
        count(parsed, record_gold(row), tally)
    documents = list(rows_of(folder / "indiapolice/train.jsonl.gz"))
    reports = [Report(id=row["id"], text=row["text"], sha256="") for row in documents]
    for parsed, row in zip(parser.parse_all(reports), documents, strict=True):
        count_police(parsed, row["sentences"], tally)
    return tally


def write(path: Path, keys: Iterable[Key], tally: Tally) -> None:
    """The counts of the entries that matched at all, sorted."""
    matched, right = tally
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.write(HEADER)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["words", "class", "type", "needs", "right", "matched"])
        writer.writerows((*key, right[key], matched[key]) for key in sorted(set(keys)) if matched[key])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    tally = measure(arguments.folder)
    write(OUTPUT, (entry.key for entry in entries()), tally)
    print(f"{sum(tally[0].values())} matches, {sum(tally[1].values())} right")


if __name__ == "__main__":
    main()
