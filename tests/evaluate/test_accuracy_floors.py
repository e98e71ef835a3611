"""Floors, with made-up figures; and, where the exams are, the real ones."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from dateline import cli
from dateline.errors import InputError
from dateline.evaluate.floors import (
    Floor,
    Floors,
    breaches,
    lowered,
    raised,
    read_figures,
    read_floors,
    table,
    write_floors,
    write_table,
)

ROOT = Path(__file__).parents[2]
EXAMS = ROOT.parent / "shared" / "exams"
DAY = date(2031, 5, 6)


@pytest.fixture
def floors() -> Floors:
    return Floors(
        slack=0.005,
        slack_of={"small": 0.02},
        floors={"big.f1": Floor(0.5, DAY), "small.f1": Floor(0.5, DAY), "new.f1": Floor()},
    )


def names(floors: Floors, figures: dict[str, float], *, every_exam: bool = False) -> list[str]:
    return [breach.name for breach in breaches(floors, figures, every_exam=every_exam)]


@pytest.mark.parametrize(
    ("name", "value", "sunk"),
    [
        ("big.f1", 0.5, False),
        ("big.f1", 0.495, False),
        ("big.f1", 0.4949, True),
        ("big.f1", 0.9, False),
        ("small.f1", 0.48, False),
        ("small.f1", 0.4799, True),
        ("new.f1", 0.0, False),
    ],
)
def test_how_far_a_figure_may_sink(floors: Floors, name: str, value: float, sunk: bool) -> None:
    assert names(floors, {name: value}) == ([name] if sunk else [])


def test_an_exam_that_was_not_sat_is_passed_over_unless_all_are_wanted(floors: Floors) -> None:
    assert names(floors, {"big.f1": 0.5}) == []
    assert names(floors, {"big.f1": 0.5}, every_exam=True) == ["small.f1", "new.f1"]


def test_a_figure_that_an_exam_did_not_give_is_a_breach(floors: Floors) -> None:
    assert names(floors, {"big.precision": 0.5}) == ["big.f1"]


@pytest.mark.parametrize("name", ["span_errors", "missing_reports", "missing_predictions"])
def test_errors_must_be_none(floors: Floors, name: str) -> None:
    assert names(floors, {"big.f1": 0.5, f"big.{name}": 0}) == []
    assert names(floors, {"big.f1": 0.5, f"big.{name}": 1}) == [f"big.{name}"]


def test_raising_never_lowers(floors: Floors) -> None:
    moved = raised(floors, {"big.f1": 0.6, "small.f1": 0.1, "new.f1": 0.3, "other.f1": 0.9}, on=date(2031, 6, 1))
    assert moved.floors == {
        "big.f1": Floor(0.6, date(2031, 6, 1)),
        "small.f1": Floor(0.5, DAY),
        "new.f1": Floor(0.3, date(2031, 6, 1)),
    }
    assert lowered(floors, moved) == []


def test_lowering_is_asked_for_and_told(floors: Floors) -> None:
    moved = raised(floors, {"small.f1": 0.1}, on=DAY, lower=True)
    assert moved.floors["small.f1"].value == 0.1
    assert lowered(floors, moved) == ["small.f1: 0.5000 down to 0.1000"]


def test_floors_are_written_and_read_alike(floors: Floors, tmp_path: Path) -> None:
    write_floors(floors, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == floors


def test_the_table_of_a_page_is_replaced_and_nothing_else(floors: Floors, tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    form = "# Title\n\n<!-- floors: begin -->\n{}<!-- floors: end -->\n\nThe end.\n"
    page.write_text(form.format(table(floors)))
    moved = raised(floors, {"big.f1": 0.6}, on=DAY)
    write_table(moved, page)
    assert page.read_text() == form.format(table(moved))
    page.write_text("<!-- floors: begin --> and no end")
    with pytest.raises(InputError, match="no marks for the table"):
        write_table(moved, page)


@pytest.mark.parametrize("text", ["", "[1]", '{"a": "b"}', "{"])
def test_a_file_without_figures_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "figures.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"figures\.json"):
        read_figures(path)


def test_the_command(
    floors: Floors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write_floors(floors, Path("floors.json"))
    Path("run.json").write_text('{"big.f1": 0.4, "small.f1": 0.7}')
    command = ["dateline", "evaluate", "floors", "--figures", "run.json"]

    def run(*more: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", [*command, *more])
        code = cli.run()
        return code, capfd.readouterr().err

    code, said = run()
    assert (code, said) == (1, "big.f1: 0.4000 is 10.0 points below its floor 0.5000\n")
    assert run("--raise")[0] == 1
    assert read_floors(Path("floors.json")).floors["big.f1"].value == 0.5, "raising never lowers"
    assert read_floors(Path("floors.json")).floors["small.f1"].value == 0.7
    code, said = run("--lower-floors", "--on", "2031-07-01")
    assert code == 0
    assert "LOWERED big.f1" in said
    assert read_floors(Path("floors.json")).floors["big.f1"] == Floor(0.4, date(2031, 7, 1))


def test_the_committed_floors_can_be_read() -> None:
    floors = read_floors(ROOT / "floors.json")
    assert floors.slack == 0.005
    assert floors.slack_of == {"record_seed": 0.02, "field": 0.02}
    assert all(floor.value is None or 0 <= floor.value <= 1 for floor in floors.floors.values())


def test_the_table_of_the_documentation_is_that_of_the_floors() -> None:
    written = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf-8")
    assert table(read_floors(ROOT / "floors.json")) in written, "write it with: make floors"


@pytest.mark.exam
@pytest.mark.skipif(not (EXAMS / "run.py").exists(), reason="the exams are not beside the checkout")
@pytest.mark.skipif(os.environ.get("DATELINE_EXAMS") != "1", reason="takes minutes; set DATELINE_EXAMS=1")
def test_no_figure_has_sunk(tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("dateline")
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(EXAMS / "run.py"), "--command", str(program), "--json", str(figures)]
    subprocess.run(command, check=True)
    found = breaches(read_floors(ROOT / "floors.json"), json.loads(figures.read_text()), every_exam=True)
    assert found == []
