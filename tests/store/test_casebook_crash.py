"""A run that is killed, at any moment, loses nothing that it said was done, and is gone on with."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.store.casebook import Casebook
from made_up import contents

REPORTS = 150
HERE = Path(__file__).parent


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    rows = ({"id": f"r{number}", "text": f"Report {number}."} for number in range(REPORTS))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "pids").mkdir()
    return path


def start(given: Path, store: Path, *, workers: int = 1) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    paths = os.pathsep.join([str(HERE), str(HERE.parent)])
    command = [sys.executable, str(HERE / "coding_run.py"), str(given), str(store), str(workers)]
    command.append(str(given.parent / "pids"))
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths})


def told_until_killed(run: subprocess.Popen[str], *, lines: int, then: float) -> int:
    """How many reports the run said were done before it was killed, some seconds after its so-manieth line."""
    assert run.stdout is not None
    told = 0
    for _ in range(lines):
        if line := run.stdout.readline():
            told = int(line)
    time.sleep(then)
    run.kill()
    for line in run.stdout:
        told = int(line) if line.endswith("\n") else told
    run.stdout.close()
    run.wait()
    return told


def finish(run: subprocess.Popen[str]) -> None:
    run.communicate()
    assert run.returncode == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_random_moments_it_loses_nothing_and_goes_on(given: Path, workers: int) -> None:
    chance = random.Random(7 + workers)
    store = given.parent / "killed.db"
    for kill in range(4):
        run = start(given, store, workers=workers)
        told = told_until_killed(run, lines=kill * 2, then=chance.random() * 0.04)
        assert run.returncode == -signal.SIGKILL
        assert stored(store) >= told
    finish(start(given, store, workers=workers))
    finish(start(given, given.parent / "whole.db"))
    assert contents(store) == contents(given.parent / "whole.db")


def stored(store: Path) -> int:
    if not store.exists():
        return 0
    with Casebook(store) as casebook:
        return casebook.info().readings


def test_workers_end_with_a_parent_that_was_killed(given: Path) -> None:
    run = start(given, given.parent / "c.db", workers=2)
    told_until_killed(run, lines=1, then=0)
    processes = [int(path.name) for path in (given.parent / "pids").iterdir()]
    assert processes
    until = time.monotonic() + 10
    while any(map(is_running, processes)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not [process for process in processes if is_running(process)]


def is_running(process: int) -> bool:
    """Whether the process is there, and not just waiting for its end to be noticed."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_two_runs_into_one_casebook_at_once(given: Path) -> None:
    store = given.parent / "both.db"
    for run in [start(given, store), start(given, store)]:
        finish(run)
    finish(start(given, given.parent / "whole.db"))
    assert contents(store) == contents(given.parent / "whole.db")


def test_ctrl_c_leaves_a_whole_casebook(given: Path) -> None:
    store = given.parent / "c.db"
    run = start(given, store, workers=2)
    assert run.stdout is not None
    told = int(run.stdout.readline())
    run.send_signal(signal.SIGINT)
    run.communicate()
    assert run.returncode != 0
    assert stored(store) >= told
    finish(start(given, store))
    assert stored(store) == REPORTS
