"""Fit the models that see a report whole: writes `happenings.csv` and `involved_*.csv` in `coding/data`.

    python training/fit_happenings.py ../shared/training ../shared/exams

From MUC-4's development reports with their templates. Two things are learnt, in this order: whether two deeds are
parts of one happening (pairs of deeds that are evidently about one template each), and who and what has a part in a
happening (those around it whose mentions the template names). Which happening goes with which template is the exam's
own alignment (score_muc4.py in the second folder). The models see the events as they will when a report is coded:
before days, towns and places are inherited. Whether a happening is news is learnt after that, by fit_news.py.

The models hear the encoder, which was taught roles by some of these reports (`triggers.jsonl.gz`). It is hardly surer
of those than of others: models learnt from the others alone do no better, only with less to learn from. Takes about ten
minutes on a quiet core.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import logistic
import msgspec
from logistic import learn_marks

from dateline.coding import assembly, involved
from dateline.coding.around import Happening
from dateline.coding.deeds import Deed, deeds, sort_of
from dateline.coding.happenings import happenings, pair_marks
from dateline.coding.involvement import actor_marks, thing_marks
from dateline.coding.learnt import learnt_weights
from dateline.coding.scene import Scene
from dateline.ingest import reports_from
from dateline.ingest.source import Source
from dateline.pipeline import Coder
from dateline.read.parsed import ParsedReport
from dateline.record import Record

FOLDER = Path("src/dateline/coding/data")
TIE = "that two events are parts of one happening"
PART = "that somebody or something around a happening has this part in it"
FEWEST = {"happenings": 30, "involved": 25}
RIDGES = {"happenings": 3.0, "involved": 10.0}
CLEAR = 3  # weight of evidence from which a deed is taken to be about a template
TEMPLATE_ROLES = {
    "actor": ("PerpInd", "PerpOrg"),
    "recipient": ("Victim", "Target"),
    "object": ("Target", "Victim"),
    "instrument": ("Weapon",),
}
TYPES = {
    "bombing": {"BOMBING"},
    "abduct": {"KIDNAPPING"},
    "seize": {"ROBBERY", "HIJACKING", "KIDNAPPING", "ATTACK"},
    "destroy": {"ARSON", "BOMBING", "ATTACK"},
    "release": {"KIDNAPPING"},
    "restrict": {"KIDNAPPING", "FORCED WORK STOPPAGE", "ROBBERY"},
}
Row = dict[str, Any]
Case = tuple[tuple[str, ...], bool]


@dataclass(frozen=True)
class Told:
    """A report as parsed, its record as it would be without these models, and its templates."""

    parsed: ParsedReport
    record: Record
    templates: list[Row]

    def scene(self) -> Scene:
        found = self.record
        return Scene.of(
            self.parsed,
            found.events,
            actors=found.actors,
            mentions=found.mentions.actors,
            claims=found.claims,
            places=found.mentions.places,
        )

    def groups(self) -> tuple[tuple[Deed, ...], ...]:
        return happenings(self.parsed, self.record.events, self.record.actors)


def told_reports(folder: Path) -> list[Told]:
    """The training reports, each with its record as it is before it is seen whole."""
    assembly.seen_whole = lambda scene: scene.events
    assembly.with_days = lambda parsed, events, times: tuple(events)
    coder = Coder.load()
    golds = {row["id"]: row["templates"] for row in rows_of(folder / "muc4/gold.jsonl.gz")}
    sources = reports_from([folder / "muc4/reports.jsonl.gz"])
    reports = [source.report for source in sources if isinstance(source, Source)]
    return [Told(p, coder.record(p), golds[p.report.id]) for p in coder.parser.parse_all(reports)]


def rows_of(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        yield from map(json.loads, handle)


def pair_cases(told: Sequence[Told]) -> Iterator[Case]:
    """Pairs of deeds that are evidently about a template each; True where it is the same one."""
    for one in told:
        mentions = spans_of_actors(one.record)
        before: list[tuple[Deed, int]] = []
        found = deeds(one.parsed, one.record.events, one.record.actors)
        for deed in sorted(found, key=lambda d: d.first.i):
            template = evident_template(deed, one.templates, mentions)
            if template is not None:
                for earlier, other in before:
                    yield tuple(pair_marks(one.parsed.encoded, deed, earlier)), template == other
                before.append((deed, template))


def evident_template(deed: Deed, templates: list[Row], mentions: dict[str, list[Row]]) -> int | None:
    """The template that shares most fillers with a deed, if one does clearly more than the others."""
    weights = [evidence(deed, template, mentions) for template in templates]
    highest = max(weights, default=0)
    return weights.index(highest) if highest >= CLEAR and weights.count(highest) == 1 else None


def evidence(deed: Deed, template: Row, mentions: dict[str, list[Row]]) -> int:
    """How much a deed has in common with a template: fillers, the more in the same role; the type; the place."""
    weight = 0
    for one in deed.event.participants:
        spans = [{"start": one.start, "end": one.end}, *mentions.get(one.actor_id or "", [])]
        for role, fillers in template["fillers"].items():
            shared = sum(any(meet(a, b) for a in spans for b in filler["mentions"]) for filler in fillers)
            weight += (
                shared * (3 if role in TEMPLATE_ROLES[one.role] else 1) * (2 if role in ("Victim", "Target") else 1)
            )
    wanted = TYPES.get(sort_of(deed.event))
    types = set(template["type"])
    weight *= 2 if (wanted & types if wanted else "KIDNAPPING" not in types) else 1
    names = [n for option in template["location"]["alternatives"] for n in option["levels"][-1]]
    there = [{"start": place.start, "end": place.end} for place in deed.event.places]
    return weight + sum(any(meet(a, b) for n in names for b in n["mentions"]) for a in there) * (weight > 0)


def meet(a: Row, b: Row) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def spans_of_actors(record: Record) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for mention in record.mentions.actors:
        found[mention.actor_id].append({"start": mention.start, "end": mention.end, "text": mention.text})
    return found


def aligned(exam: Any, one: Told, groups: Sequence[Sequence[Deed]], victims: str) -> dict[int, Any]:
    """For each happening that makes a template: the template of the gold that the exam aligns it with, or None."""
    row = json.loads(msgspec.json.encode(one.record))
    events = {event["id"]: event for event in row["events"]}
    actors = {actor["id"]: actor for actor in row["actors"]}
    mentions = spans_of_actors(one.record)
    made: dict[int, Any] = {}
    for number, group in enumerate(groups):
        template = exam.build_template(row, [events[deed.event.id] for deed in group], actors, mentions)
        if template is not None:
            made[number] = template
    gold = [exam.gold_template(template) for template in one.templates]
    _, pairs = exam.score_templates(list(made.values()), gold, exam.matches, True, victims, False)
    numbers = list(made)
    found: dict[int, Any] = dict.fromkeys(numbers)
    return found | {numbers[i]: gold[j] for i, j in pairs}


def part_cases(exam: Any, told: Sequence[Told]) -> dict[str, list[Case]]:
    """Those around the happenings that have a template, by role; True where the template names them in it."""
    cases: dict[str, list[Case]] = defaultdict(list)
    for one in told:
        groups, scene, mentions = one.groups(), one.scene(), spans_of_actors(one.record)
        for number, gold in aligned(exam, one, groups, "all").items():
            if gold is None:
                continue
            group = groups[number]
            happening = Happening(scene, group)
            for actor_id, near in involved.people_around(scene, group):
                fill = exam.Fill({exam.normalise(m["text"]) for m in mentions[actor_id]}, mentions[actor_id])
                marks = tuple(actor_marks(happening, scene.actors[actor_id], near))
                for role in ("actor", "recipient"):
                    fillers = [f for name in TEMPLATE_ROLES[role] for f in gold.fills[name]]
                    cases[role].append((marks, any(exam.matches(fill, f) for f in fillers)))
            for thing in involved.things_around(scene, group):
                role, name = ("instrument", "Weapon") if involved.is_weapon(thing) else ("object", "Target")
                spans = [span for f in gold.fills[name] for span in f.spans]
                inside = any(span["start"] <= thing.head.idx < span["end"] for span in spans)
                cases[role].append((tuple(thing_marks(happening, thing)), inside))
    return cases


def learn(name: str, cases: Sequence[Case]) -> None:
    """Fit one table and write it."""
    kind = name.split("_")[0]
    logistic.RIDGE = RIDGES[kind]
    what = PART if kind == "involved" else TIE
    header = f"Coefficients of the model that tells {what}; made by training/fit_happenings.py"
    learn_marks(FOLDER / f"{name}.csv", header, cases, fewest=FEWEST[kind])
    learnt_weights.cache_clear()


def asked_for(what: str) -> tuple[Any, list[Told]]:
    """The exam's scorer and the training reports, of the folders named on the command line."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("training", type=Path, help="the folder of training sets")
    parser.add_argument("exams", type=Path, help="the folder with score_muc4.py")
    arguments = parser.parse_args()
    sys.path.insert(0, str(arguments.exams))
    return importlib.import_module("score_muc4"), told_reports(arguments.training)


def main() -> None:
    exam, told = asked_for(__doc__.split("\n")[0])
    learn("happenings", list(pair_cases(told)))
    for role, cases in part_cases(exam, told).items():
        learn(f"involved_{role}", cases)


if __name__ == "__main__":
    main()
