"""dateline link, incidents and show INCIDENT, in this process."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import cli
from dateline.incidents import link_casebook
from dateline.store.casebook import Casebook
from made_happenings import Happening, finished, told

Run = Callable[[str], int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """A command in a folder that has a casebook of two reports of one killing."""
    monkeypatch.chdir(tmp_path)
    with Casebook(tmp_path / "casebook.db", create=True) as casebook:
        records = [told(Happening(), id="r1"), told(Happening(), id="r2", publisher="Wire", killed=5)]
        casebook.store([finished(record) for record in records], coder="one")
        link_casebook(casebook)

    def run_command(line: str) -> int:
        monkeypatch.setattr(sys, "argv", ["dateline", *shlex.split(line)])
        return cli.run()

    return run_command


def listed(run: Run, capfd: pytest.CaptureFixture[str], *, policy: str = "latest") -> list[dict[str, object]]:
    capfd.readouterr()
    assert run(f"incidents list --json --policy {policy}") == 0
    return list(json.loads(capfd.readouterr().out))


def test_link_says_how_many_there_are(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("link") == 0
    assert "told of by more than one report" in capfd.readouterr().out


def test_show_explains_an_incident(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    first = listed(run, capfd)[0]
    assert run(f"show {first['id']}") == 0
    shown = capfd.readouterr().out
    for words in ("Why these reports belong together", "words in common", "same day", "contested", "Wire"):
        assert words in shown
    assert run(f"show {first['id']} --json") == 0
    assert json.loads(capfd.readouterr().out)["reasons"][0]["probability"] > 0.5


def test_a_policy_picks_the_figure(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    found = [listed(run, capfd, policy=policy)[0]["figures"] for policy in ("acled", "highest")]
    assert [figures[0]["best"] for figures in found] == [3, 5]  # type: ignore[index]
    assert run("export --format incidents --policy median") == 2


def test_judgements_are_kept_and_heeded(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    whole = listed(run, capfd)[0]
    assert run(f"incidents split {whole['id']} r2:e1 --by Ada --reason 'another town'") == 0
    apart = [one for one in listed(run, capfd) if one["type"] == "ASSAULT"]
    assert [one["reports"] for one in apart] == [["r1"], ["r2"]]
    assert run(f"incidents merge {apart[0]['id']} {apart[1]['id']} --by Ada") == 0
    assert listed(run, capfd)[0]["judgement"] == "confirmed"
    assert run(f"incidents reject {whole['id']} --by Ada") == 0
    assert run("incidents confirm nothing --by Ada") == 2
