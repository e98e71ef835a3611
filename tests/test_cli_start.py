"""The program as people start it: soon there, quiet in a closed pipe, a bar on a terminal alone."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "dateline.cli"]
HEAVY = {"spacy", "sqlalchemy", "alembic", "trafilatura", "numpy", "msgspec", "jinja2", "pypdf"}


def loaded_by(code: str) -> set[str]:
    """The heavy libraries that some code imports."""
    code += "\nimport sys; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return HEAVY & set(done.stdout.split())


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['dateline', '--help']\nfrom dateline import cli\nimport io, contextlib\n"
    assert not loaded_by(code + "with contextlib.redirect_stdout(io.StringIO()): cli.run()")


def test_import_dateline_loads_nothing_heavy() -> None:
    assert not loaded_by("import dateline")


def test_a_closed_pipe_is_no_error() -> None:
    run = subprocess.Popen([*COMMAND, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert run.stdout is not None
    run.stdout.close()
    _, said = run.communicate()
    assert (run.returncode, said) == (0, b"")


def test_a_bar_is_drawn_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "r1", "text": "Calm returned."}\n')
    code = (
        "import sys; from dateline import batch, workers, cli; from made_up import MadeUpCoder\n"
        "workers.load_coder = MadeUpCoder\n"
        "sys.argv = ['dateline', 'code', 'in.jsonl']; sys.exit(cli.run())"
    )
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent), "TERM": "xterm", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, stderr=theirs, stdout=subprocess.PIPE, env=environment
    )
    os.close(theirs)
    drawn = os.read(ours, 100_000).decode()
    os.close(ours)
    assert done.returncode == 0
    assert "coding" in drawn
    assert "1/1" in drawn


@pytest.mark.parametrize("name", ["code", "show", "search", "info", "export", "evaluate"])
def test_every_command_explains_itself(name: str) -> None:
    done = subprocess.run([*COMMAND, name, "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert "Usage" in done.stdout
