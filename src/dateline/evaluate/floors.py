"""Floors: figures of the exams that must not sink.

`floors.json` holds the watched figures, each with the day it was measured. A figure may sink by `slack` (half a point;
two points on the exams of a few reports) and no further. After the accuracy floors of trafilatura's own evaluation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import msgspec

from dateline.errors import InputError

ROUNDING = 1e-9
MUST_BE_ZERO = ("span_errors", "missing_reports", "missing_predictions")
TABLE_BEGINS, TABLE_ENDS = "<!-- floors: begin -->", "<!-- floors: end -->"
TABLE_HEAD = "| exam | figure | floor | measured on |\n|---|---|---|---|"


@dataclass(frozen=True, slots=True)
class Floor:
    """The figure that was reached, and when; None while it was never measured."""

    value: float | None = None
    measured: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The watched figures by name (EXAM.FIGURE), and how far each exam's may sink."""

    slack: float
    slack_of: Mapping[str, float] = field(default_factory=dict)
    floors: Mapping[str, Floor]

    def allowed(self, name: str) -> float:
        """How far a figure may sink."""
        return self.slack_of.get(exam_of(name), self.slack)


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A figure below its floor, an error where none may be, or a watched figure that was not measured."""

    name: str
    reason: str


def exam_of(name: str) -> str:
    """The exam of a figure: "field" of "field.record_f1"."""
    return name.partition(".")[0]


def breaches(floors: Floors, figures: Mapping[str, float], *, every_exam: bool = False) -> list[Breach]:
    """What is wrong with the figures. Exams that were not sat are passed over, but for `every_exam`."""
    return [*sunken(floors, figures, every_exam=every_exam), *errors(figures)]


def sunken(floors: Floors, figures: Mapping[str, float], *, every_exam: bool) -> Iterator[Breach]:
    """Watched figures that are below their floors or not there."""
    sat = {exam_of(name) for name in figures}
    for name, floor in floors.floors.items():
        if name not in figures:
            if every_exam or exam_of(name) in sat:
                yield Breach(name=name, reason="was not measured")
        elif floor.value is not None and figures[name] < floor.value - floors.allowed(name) - ROUNDING:
            value, lost = figures[name], (floor.value - figures[name]) * 100
            yield Breach(name=name, reason=f"{value:.4f} is {lost:.1f} points below its floor {floor.value:.4f}")


def errors(figures: Mapping[str, float]) -> Iterator[Breach]:
    """Spans that are not the text's, reports without a record."""
    for name, value in figures.items():
        if name.rpartition(".")[2] in MUST_BE_ZERO and value:
            yield Breach(name=name, reason=f"must be 0, is {value:g}")


def raised(floors: Floors, figures: Mapping[str, float], *, on: date, lower: bool = False) -> Floors:
    """The floors at the measured figures where these are higher; with `lower`, also where they have sunk."""
    moved = dict(floors.floors)
    for name, floor in floors.floors.items():
        value = figures.get(name)
        if value is not None and (floor.value is None or value > floor.value or (lower and value < floor.value)):
            moved[name] = Floor(value, on)
    return replace(floors, floors=moved)


def lowered(before: Floors, after: Floors) -> list[str]:
    """The figures whose floors went down, in words."""
    return [
        f"{name}: {floor.value:.4f} down to {value:.4f}"
        for name, floor in before.floors.items()
        if floor.value is not None and (value := after.floors[name].value) is not None and value < floor.value
    ]


def table(floors: Floors) -> str:
    """The floors as a Markdown table, for docs/accuracy.md."""
    rows = [TABLE_HEAD]
    for name, floor in floors.floors.items():
        value = "not yet" if floor.value is None else f"{floor.value:.3f}"
        rows.append(f"| {exam_of(name)} | {name.partition('.')[2]} | {value} | {floor.measured or ''} |")
    return "\n".join(rows) + "\n"


def write_table(floors: Floors, page: Path) -> None:
    """Puts the table into a Markdown page, between the marks for it; InputError where these are not there."""
    text = page.read_text(encoding="utf-8")
    before, begin, inside = text.partition(TABLE_BEGINS)
    _, end, after = inside.partition(TABLE_ENDS)
    if not begin or not end:
        raise InputError("has no marks for the table", file=str(page), mend=f"put in {TABLE_BEGINS} and {TABLE_ENDS}")
    page.write_text(f"{before}{begin}\n{table(floors)}{end}{after}", encoding="utf-8")


def read_floors(path: Path) -> Floors:
    """The floors of a file; InputError where it does not hold any."""
    return read(path, Floors)


def read_figures(path: Path) -> dict[str, float]:
    """The figures that `run.py --json` wrote; InputError where the file does not hold any."""
    return read(path, dict[str, float])


Kind = TypeVar("Kind")


def read(path: Path, kind: type[Kind]) -> Kind:
    """The file's JSON as a value of a kind."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", file=str(path), mend="check the path") from error
    except msgspec.DecodeError as error:
        raise InputError(str(error), file=str(path), mend="write it with run.py --json") from error


def write_floors(floors: Floors, path: Path) -> None:
    """Writes the floors, one figure a line."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(floors), indent=2) + b"\n")
