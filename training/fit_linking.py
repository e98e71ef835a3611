"""Fit the model that tells whether two tellings are of one happening: writes `link/data/pair_weights.csv`.

    python training/fit_linking.py ../shared/training --records build/training/incidents.jsonl

From news on shootings that are each linked to a record of the Gun Violence Archive. The reports are coded first where
the file of `--records` does not have them yet (a quarter of an hour), and kept there: delete it to code them anew.
Pairs that blocking would compare are learnt from: the foremost tellings of two reports of one incident are of one
happening, all tellings of reports of two incidents are of two. So are look-alikes made of them (lookalikes.py): what
one desk writes by a pattern, and what happened in one town in one week, is rare among these reports and common
elsewhere.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from logistic import fit, report
from lookalikes import foremost, has_foremost, neighbour, twin

from dateline.link.blocking import candidates
from dateline.link.features import Told, features
from dateline.link.linking import in_order
from dateline.link.scoring import linkable
from dateline.link.sketching import sketch_of
from dateline.link.telling import Sketch
from dateline.pipeline import Coder
from dateline.record import Report
from dateline.record.form import record_from_json, to_json

OUTPUT = Path("src/dateline/link/data/pair_weights.csv")
HEADER = "Log odds that two tellings are of one happening, by feature; made by training/fit_linking.py"
FEWEST = 12  # pairs that a feature must be seen in
OTHERS = 0.15  # share of the pairs of less central tellings that is learnt from
TWINS = 0.4  # share of the reports of which a twin and a neighbour are learnt from
Case = tuple[dict[str, float], bool]


def reports_of(path: Path) -> tuple[list[Report], dict[str, str]]:
    """The reports, and which incident each is of."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows: list[dict[str, Any]] = [json.loads(line) for line in handle]
    reports = [report_of(row) for row in rows]
    return reports, {row["id"]: row["gold"]["incident"] for row in rows}


def report_of(row: dict[str, Any]) -> Report:
    published = row.get("published")
    return Report(
        id=row["id"],
        text=row["text"],
        title=row.get("title"),
        publisher=row.get("publisher"),
        published=date.fromisoformat(published) if published else None,
        sha256="",
    )


def sketches_of(reports: Sequence[Report], records: Path) -> Iterator[Sketch]:
    """The sketches of the reports, coded where they are not in `records`."""
    if not records.exists():
        records.parent.mkdir(parents=True, exist_ok=True)
        unfinished = records.with_suffix(".part")
        with unfinished.open("wb") as handle:
            handle.writelines(to_json(record) + b"\n" for record in Coder.load().code_all(reports))
        unfinished.rename(records)
    with records.open("rb") as handle:
        yield from (sketch_of(record_from_json(line)) for line in handle)


def cases(sketches: Sequence[Sketch], incident_of: dict[str, str]) -> Iterator[Case]:
    """Pairs of tellings with their features, and whether they are of one happening."""
    for a, b in candidates(sketches):
        one, other = sketches[a], sketches[b]
        same = incident_of[one.report_id] == incident_of[other.report_id]
        for told in ((x, y) for x in tellings(one) for y in tellings(other)):
            foremost = told[0][1].is_main + told[1][1].is_main
            if told[0][1].family != "violence" or not linkable(*told) or (same and foremost == 0):
                continue
            if foremost == 2 or drawn(told):
                yield features(*told), same and foremost == 2


def lookalikes(sketches: Sequence[Sketch], incident_of: dict[str, str]) -> Iterator[Case]:
    """Reports with a twin and a neighbour of theirs, which are never of one happening; twins only where two facts tell
    them apart."""
    violent = sorted(filter(has_foremost, sketches), key=lambda sketch: sketch.report_id)
    for one, other in zip(violent, [*violent[1:], violent[0]], strict=True):
        if incident_of[one.report_id] != incident_of[other.report_id] and share(one.report_id) < TWINS:
            copy, beside = twin(one, other), neighbour(other, one)
            yield features((one, foremost(one)), (beside, beside.tellings[0])), False
            found = features((one, foremost(one)), (copy, copy.tellings[0]))
            if any(" facts differ" in name for name in found):
                yield found, False


def share(name: str) -> float:
    """A number from 0 to 1 that is always the same for the same name."""
    return int(hashlib.sha1(name.encode()).hexdigest()[:8], 16) / 16**8


def tellings(sketch: Sketch) -> list[Told]:
    return [(sketch, telling) for telling in sketch.tellings]


def drawn(told: tuple[Told, Told]) -> bool:
    """Whether the pair is of the share that is learnt from; the same pairs each time."""
    name = "\0".join(f"{sketch.report_id} {telling.events[0].event_id}" for sketch, telling in told)
    return share(name) < OTHERS


def fitted(found: Sequence[Case]) -> dict[str, float]:
    """The weight of each feature that is seen often enough."""
    seen: dict[str, int] = {}
    for feature in (name for pair, _ in found for name in pair):
        seen[feature] = seen.get(feature, 0) + 1
    names = ["bias", *sorted(name for name, n in seen.items() if n >= FEWEST and name != "bias")]
    table = np.array([[pair.get(name, 0.0) for name in names] for pair, _ in found])
    target = np.array([float(same) for _, same in found])
    weights = fit(table, target, free=1)
    report("pairs", table @ weights, target)
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("training", type=Path)
    parser.add_argument("--records", type=Path, default=Path("build/training/incidents.jsonl"))
    arguments = parser.parse_args()
    reports, incident_of = reports_of(arguments.training / "incidents" / "train.jsonl.gz")
    sketches = in_order(sketches_of(reports, arguments.records))
    found = [*cases(sketches, incident_of), *lookalikes(sketches, incident_of)]
    print(f"{len(found)} pairs, {sum(same for _, same in found)} of one happening")
    with OUTPUT.open("w", encoding="utf-8", newline="") as handle:
        handle.write(f"# {HEADER}\n")
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["feature", "weight"])
        writer.writerows((name, f"{weight:.4f}") for name, weight in fitted(found).items())


if __name__ == "__main__":
    main()
