"""Learn the weights by which toponyms are recognised and put on the map: python training/place_weights.py ROWS...

A row of a file (JSON Lines, gzip if it ends in .gz) is a report with `places` (spans with `adjective`, `latitude`,
`longitude` and `geonames_id`), or a record. Two models, both log-linear: whether a toponym names a place (logistic
regression over its cues) and which of its senses it means (a softmax over the senses' traits), the latter in two
rounds. Writes the tables of src/dateline/resolve/data. The same rows give the same weights.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.places import toponyms
from dateline.record import Report
from dateline.resolve.choosing import KEPT_FOR_SECOND_ROUND, containment
from dateline.resolve.containers import divisions_of, holders
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.recognition import BIAS, all_cues
from dateline.resolve.senses import Name, Setting, distance_km, name_of, senses_of, senses_said, setting_of, traits

DATA = Path(__file__).parent.parent / "src/dateline/resolve/data"
FEWEST = 8  # times a cue must occur to get a weight
NEAR_KM = 161.0
Floats = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True)
class Example:
    """A parsed report, the toponyms found in it, and its gold places."""

    parsed: ParsedReport
    found: tuple[Toponym, ...]
    gold: list[dict[str, Any]]


@dataclass(frozen=True)
class Choice:
    """The senses of a name by their traits, and which of them are right."""

    senses: list[dict[str, float]]
    right: list[bool]


def examples(paths: Iterable[Path], gazetteer: Gazetteer, without: Sequence[str]) -> Iterator[Example]:
    parser = Parser()
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if row.get("origin") in without:
                    continue
                about, places = row.get("report", row), row.get("mentions", row)["places"]
                digest = hashlib.sha256(about["text"].encode()).hexdigest()
                report = Report(id=about["id"], text=about["text"], publisher=about.get("publisher"), sha256=digest)
                parsed = parser.parse(report)
                yield Example(parsed, toponyms(parsed, gazetteer.is_name), places)


def gold_of(toponym: Toponym, gold: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """The gold place that shares a character with a toponym."""
    span = toponym.span
    return next((place for place in gold if span.start < place["end"] and place["start"] < span.end), None)


# is it a place? ------------------------------------------------------------------------------------------------------


def recognition_rows(sets: Sequence[Example], gazetteer: Gazetteer) -> Iterator[tuple[list[str], bool]]:
    for example in sets:
        for toponym, cues in zip(example.found, all_cues(example.found, gazetteer), strict=True):
            place = gold_of(toponym, example.gold)
            if place is None or not place.get("adjective"):
                yield cues, place is not None


def learn_recognition(
    rows: Sequence[tuple[list[str], bool]], *, steps: int = 400, rate: float = 0.05
) -> dict[str, float]:
    """Logistic regression with a ridge of one, by Adam over all rows at once."""
    counts = Counter(cue for cues, _ in rows for cue in cues)
    cues = sorted(cue for cue, count in counts.items() if count >= FEWEST)
    index = {cue: number for number, cue in enumerate(cues)}
    bias, nothing = len(cues), len(cues) + 1
    filled = [[bias, *(index[cue] for cue in row if cue in index)] for row, _ in rows]
    width = max(map(len, filled))
    table = np.array([row + [nothing] * (width - len(row)) for row in filled])
    labels = np.array([float(label) for _, label in rows])
    values = np.zeros(nothing + 1)
    mean, square = np.zeros_like(values), np.zeros_like(values)
    for step in range(1, steps + 1):
        error = 1 / (1 + np.exp(-values[table].sum(axis=1))) - labels
        ridge = values / len(labels)
        ridge[bias] = 0
        gradient = np.bincount(table.ravel(), np.repeat(error, width), len(values)) / len(labels) + ridge
        gradient[nothing] = 0
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        values -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {BIAS: float(values[bias])} | {cue: float(values[number]) for cue, number in index.items()}


# which place is it? --------------------------------------------------------------------------------------------------


def right_ones(places: Sequence[Place], gold: dict[str, Any]) -> list[bool]:
    """Which senses are right: the one with the gold's id where there is one, else those near its point."""
    number = gold.get("geonames_id")
    same = [number is not None and place.geonames_id == int(number) for place in places]
    return same if any(same) else [is_near(place, gold) for place in places]


def is_near(place: Place, gold: dict[str, Any]) -> bool:
    at = replace(place, latitude=gold["latitude"], longitude=gold["longitude"])
    return distance_km(place, at) <= NEAR_KM


@dataclass
class Told:
    """One report for the choice of senses: its names, their senses, what is said to hold them, and the gold."""

    setting: Setting
    senses: dict[Name, list[Place]]
    around: dict[Name, list[Place]]
    gold: dict[Name, dict[str, Any]]


def sense_reports(sets: Sequence[Example], gazetteer: Gazetteer) -> Iterator[Told]:
    """Reports with their true places, so that one model does not learn the other's errors."""
    for example in sets:
        named = [t for t in example.found if t.kind == "adjective" or gold_of(t, example.gold) is not None]
        tied = zip(named, holders(example.parsed, named), strict=True)
        held = {toponym: [p for one in ones for p in divisions_of(one, gazetteer)] for toponym, ones in tied}
        one = Told(setting_of(named, gazetteer, held, example.parsed.report.publisher), {}, {}, {})
        for toponym in named:
            holding = held[toponym]
            place = gold_of(toponym, example.gold)
            if toponym.kind == "adjective" or place is None or place["latitude"] is None:
                continue
            name = name_of(toponym)
            one.senses.setdefault(name, senses_said(name, senses_of(toponym, gazetteer)))
            one.around.setdefault(name, []).extend(holding)
            one.gold.setdefault(name, place)
        yield one


def choices(reports: Sequence[Told], picked: Sequence[dict[Name, list[Place]]]) -> Iterator[Choice]:
    for report, senses in zip(reports, picked, strict=True):
        for name, places in senses.items():
            right = right_ones(places, report.gold[name])
            if len(places) > 1 and any(right) and not all(right):
                yield Choice(
                    [traits(name, p, places, report.setting) | containment(p, report.around[name]) for p in places],
                    right,
                )


def learn_senses(rows: Sequence[Choice], *, steps: int = 300, rate: float = 0.05) -> dict[str, float]:
    """A softmax over the senses of each name that maximises what falls to the right ones, ridge of one, by Adam."""
    counts = Counter(trait for row in rows for sense in row.senses for trait in sense)
    index = {trait: number for number, trait in enumerate(sorted(t for t, n in counts.items() if n >= FEWEST))}
    senses = [sense for row in rows for sense in row.senses]
    matrix = np.zeros((len(senses), len(index)))
    for number, sense in enumerate(senses):
        for trait, value in sense.items():
            if trait in index:
                matrix[number, index[trait]] = value
    starts = np.cumsum([0, *(len(row.senses) for row in rows)])[:-1]
    group = np.repeat(np.arange(len(rows)), [len(row.senses) for row in rows])
    right = np.array([one for row in rows for one in row.right], dtype=float)
    values, mean, square = np.zeros(len(index)), np.zeros(len(index)), np.zeros(len(index))
    for step in range(1, steps + 1):
        score = matrix @ values
        score = np.exp(score - np.maximum.reduceat(score, starts)[group])
        share = score / np.add.reduceat(score, starts)[group]
        wanted = share * right
        wanted = wanted / np.maximum(np.add.reduceat(wanted, starts)[group], 1e-12)
        gradient = matrix.T @ (share - wanted) / len(rows) + values / len(rows)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient**2
        values -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return {trait: float(values[number]) for trait, number in index.items()}


def picked(reports: Sequence[Told], table: dict[str, float]) -> list[dict[Name, list[Place]]]:
    """For each report its names with their likeliest senses of the first round, the best first."""
    found = []
    for report in reports:
        one: dict[Name, list[Place]] = {}
        for name, places in report.senses.items():

            def score(place: Place, name: Name = name, places: list[Place] = places, report: Told = report) -> float:
                seen = traits(name, place, places, report.setting) | containment(place, report.around[name])
                return -sum(table.get(trait, 0.0) * value for trait, value in seen.items())

            one[name] = sorted(places, key=score)[:KEPT_FOR_SECOND_ROUND]
        found.append(one)
    return found


def write(path: Path, table: dict[str, float], about: str) -> None:
    lines = [f"# {about}", "cue,weight"]
    for cue in sorted(table):
        quoted = '"' + cue.replace('"', '""') + '"' if any(mark in cue for mark in ',"') or cue.startswith("#") else cue
        if abs(table[cue]) >= 0.01:
            lines.append(f"{quoted},{table[cue]:.3f}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def learn(sets: Sequence[Example], gazetteer: Gazetteer, folder: Path = DATA) -> None:
    rows = list(recognition_rows(sets, gazetteer))
    origin = "learnt by training/place_weights.py on LGL (Lieberman 2010), GeoVirus (Gritta 2018) and records of news"
    write(
        folder / "toponym_weights.csv",
        learn_recognition(rows),
        f"Whether words name a place, in log odds: {origin}; {len(rows)} rows",
    )
    reports = list(sense_reports(sets, gazetteer))
    everything = [report.senses for report in reports]
    first_rows = list(choices(reports, everything))
    first = learn_senses(first_rows)
    write(
        folder / "sense_weights_first.csv",
        first,
        f"Which place a name means, before others are known: {origin}; {len(first_rows)} names",
    )
    best = picked(reports, first)
    for report, one in zip(reports, best, strict=True):
        report.setting = replace(report.setting, chosen={name: places[0] for name, places in one.items() if places})
    second_rows = list(choices(reports, best))
    second = learn_senses(second_rows)
    write(
        folder / "sense_weights_second.csv",
        second,
        f"Which place a name means, beside the others: {origin}; {len(second_rows)} names",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path, nargs="+")
    parser.add_argument("--without", nargs="*", default=["geo", "synthetic"], help="origins of records to leave out")
    parser.add_argument("--output", type=Path, default=DATA, help="folder of the tables")
    arguments = parser.parse_args()
    gazetteer = Gazetteer.bundled()
    learn(list(examples(arguments.rows, gazetteer, arguments.without)), gazetteer, arguments.output)


if __name__ == "__main__":
    main()
