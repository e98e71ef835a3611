"""The command line, in this process, with a coder made for the test: what is said, to whom, and the exit codes."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline import batch, cli, workers
from made_up import TEXT, MadeUpCoder

Run = Callable[..., int]


@pytest.fixture(autouse=True)
def made_up_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "load_coder", MadeUpCoder)
    monkeypatch.setattr(batch, "coder_version", lambda: "one")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("code in.jsonl")`: the exit code of a command given in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run_command(line: str) -> int:
        monkeypatch.setattr(sys, "argv", ["dateline", *shlex.split(line)])
        return cli.run()

    return run_command


@pytest.fixture
def given(tmp_path: Path) -> Path:
    return rows(tmp_path / "in.jsonl", {"r1": TEXT, "r2": "Calm returned to the valley."})


@pytest.fixture
def coded(run: Run, given: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("code in.jsonl") == 0
    capfd.readouterr()


def rows(path: Path, texts: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    return path


def test_code_says_what_it_did(run: Run, given: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("code in.jsonl") == 0
    said = capfd.readouterr()
    assert "2 coded, 0 unchanged, 0 failed" in said.out
    assert "coder one" in said.out
    assert said.err == ""


def test_code_twice_says_unchanged(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("code in.jsonl") == 0
    assert "0 coded, 2 unchanged" in capfd.readouterr().out


def test_code_after_a_change_says_new_versions(
    run: Run, coded: None, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "coder_version", lambda: "two")
    assert run("code in.jsonl") == 0
    said = capfd.readouterr().out
    assert "2 reports were read again" in said
    assert "new versions" in said


def test_code_with_failures_names_them_and_ends_with_1(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows(tmp_path / "in.jsonl", {"bad": "BREAK", "good": "Good."})
    assert run("code in.jsonl gone.txt") == 1
    said = capfd.readouterr()
    assert "1 coded, 0 unchanged, 2 failed" in said.out
    assert "bad (in.jsonl, row 1)" in said.err
    assert "gone.txt" in said.err


def test_code_where_nothing_can_be_read_ends_with_1(run: Run) -> None:
    assert run("code gone.txt") == 1


@pytest.mark.parametrize(
    "line",
    [
        "code",
        "code in.jsonl --store nowhere/c.db",
        "code in.jsonl --workers 0",
        "code in.jsonl --columns text",
        "code in.jsonl --columns txt=body",
        "code in.jsonl --kind parchment",
        "code in.jsonl --encoding utf-99",
        "code in.jsonl --nonsense",
        "nonsense",
        "show --store none.db",
        "export none.db",
        "info none.db",
        "search words --store none.db",
        "show nothing",
        "show r1:e9",
        "export casebook.db --format parchment",
        "export casebook.db --output nowhere/x.jsonl",
    ],
)
def test_wrong_usage_ends_with_2_and_a_line_about_it(
    run: Run, coded: None, line: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(line) == 2
    said = capfd.readouterr()
    assert said.err.strip()
    assert "Traceback" not in said.err


def test_a_fault_of_ours_ends_with_3_and_the_traceback(
    run: Run, given: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(batch, "coder_version", lambda: 1 / 0)
    assert run("code in.jsonl") == 3
    said = capfd.readouterr().err
    assert "ZeroDivisionError" in said
    assert "fault of Dateline" in said


def test_ctrl_c_says_how_to_go_on(
    run: Run, given: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> MadeUpCoder:
        raise KeyboardInterrupt

    monkeypatch.setattr(workers, "load_coder", interrupted)
    assert run("code in.jsonl") == 130
    assert "run the same again" in capfd.readouterr().err


def test_columns_are_named_by_option(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"nr": "x1", "story": "Calm returned."}) + "\n")
    assert run("code in.jsonl --columns text=story,id=nr --json") == 0
    assert json.loads(capfd.readouterr().out)["coded"] == 1
    assert run("show x1 --json") == 0
    assert json.loads(capfd.readouterr().out)["report"]["text"] == "Calm returned."


def test_code_in_json(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows(tmp_path / "in.jsonl", {"bad": "BREAK", "good": "Good."})
    assert run("code in.jsonl --json") == 1
    said = json.loads(capfd.readouterr().out)
    assert (said["coded"], said["unchanged"], said["reread"], said["coder"]) == (1, 0, 0, "one")
    assert [set(failure) for failure in said["failed"]] == [{"name", "reason", "mend"}]


def test_show_lists_the_reports(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("show") == 0
    said = capfd.readouterr().out
    assert "2 reports · 2 events" in said
    assert "ASSAULT" in said
    assert "No event was found." in said


def test_a_casebook_is_named_either_way(run: Run, given: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("code in.jsonl --store mine.db") == 0
    for one, other in (("info mine.db", "info --store mine.db"), ("show mine.db", "show --store mine.db")):
        capfd.readouterr()
        assert run(one) == 0
        said = capfd.readouterr().out
        assert run(other) == 0
        assert capfd.readouterr().out == said
    assert run("export --store mine.db") == 0
    assert run("export mine.db --store other.db") == 2


def test_show_a_report_an_event_and_an_incident(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("show r1") == 0
    assert "shelled[e1]" in capfd.readouterr().out
    assert run("show r1:e1") == 0
    card = capfd.readouterr().out
    assert "according to" in card
    assert run("export --format incidents --show-names") == 0
    incident = json.loads(capfd.readouterr().out.splitlines()[0])
    assert run(f"show {incident['id']}") == 0
    assert capfd.readouterr().out == card


def test_show_tells_of_other_versions(
    run: Run, coded: None, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("show r1") == 0
    assert "are kept" not in capfd.readouterr().out
    monkeypatch.setattr(batch, "coder_version", lambda: "two")
    assert run("code in.jsonl") == 0
    assert run("show r1") == 0
    assert "2 readings of it are kept; this is the latest, by coder two" in capfd.readouterr().out


def test_show_in_json(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("show r1:e2 --json") == 0
    assert json.loads(capfd.readouterr().out)["type"] == "REJECT"
    assert run("show r1 --json") == 0
    assert json.loads(capfd.readouterr().out)["report"]["id"] == "r1"
    assert run("show --json") == 0
    assert [row["report"] for row in json.loads(capfd.readouterr().out)["listed"]] == ["r1", "r2"]


def test_search(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("search valley calm") == 0
    assert "r2" in capfd.readouterr().out
    assert run("search calm --json") == 0
    [hit] = json.loads(capfd.readouterr().out)
    assert set(hit) == {"report_id", "title", "snippet", "rank"}
    assert run("search zeppelin") == 0
    assert "No report" in capfd.readouterr().out


def test_info(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("info") == 0
    assert "ASSAULT 1, REJECT 1" in capfd.readouterr().out
    assert run("info casebook.db --json") == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["reports"], found["events"], found["coders"]) == (2, 2, {"one": 2})


def test_export_to_a_file_and_to_standard_output(run: Run, coded: None, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("export casebook.db --format records --output out.jsonl") == 0
    written = Path("out.jsonl").read_text()
    assert [json.loads(line)["report"]["id"] for line in written.splitlines()] == ["r1", "r2"]
    assert run("export casebook.db --format records --output -") == 0
    assert capfd.readouterr().out == written


@pytest.mark.parametrize("format", ["records", "incidents", "json", "csv", "html"])
def test_every_format_can_be_written(run: Run, coded: None, format: str) -> None:
    assert run(f"export casebook.db --format {format} --output out") == 0
    assert Path("out").stat().st_size > 0


def test_version_and_help(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capfd.readouterr().out.startswith("dateline ")
    assert run("--help") == 0
    said = capfd.readouterr().out
    assert all(command in said for command in ("code", "show", "search", "info", "export", "evaluate"))


def test_standard_input(
    run: Run, given: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with given.open() as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert run("code - --kind jsonl") == 0
    assert "2 coded" in capfd.readouterr().out
