"""dateline actors: who is who in a casebook, judged from the command line, as the exports then have it."""

from __future__ import annotations

import json
import shlex
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dateline import batch, cli, workers
from dateline.codebook.actor_list import ActorList
from dateline.record import Actor, ActorMention, Codes, Event, Mentions, Participant, Record, Report, Span

Run = Callable[[str], int]
NAMES = {"r1": "Viktor Sorin spoke.", "r2": "Victor Sorin spoke.", "r3": "Ana Roux spoke."}


class Reader:
    """Finds one actor in each report: the minister whose name it begins with."""

    def __init__(self, listed: ActorList | None = None) -> None:
        self.listed = listed or ActorList()

    def code_all(self, reports: list[Report]) -> list[Record]:
        return [self.code(report) for report in reports]

    def code(self, report: Report) -> Record:
        end = report.text.index(" spoke")
        name = report.text[:end]
        actor = Actor(id="x1", name=name, names=(name,), kind="person", codes=Codes(sector="GOV"), mentions=("a1",))
        if found := self.listed.find([name], None):
            actor = replace(actor, listed=found.id)
        mention = ActorMention(0, end, name, id="a1", kind="person", actor_id="x1")
        who = Participant(0, end, name, role="actor", kind="person", actor_id="x1")
        event = Event(id="e1", type="CONSULT", triggers=(report_span(report, "spoke"),), participants=(who,))
        return Record(report=report, mentions=Mentions(actors=(mention,)), actors=(actor,), events=(event,))


def report_span(report: Report, word: str) -> Span:
    start = report.text.index(word)
    return Span.cut(report.text, start, start + len(word))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """`run("actors list")` in a folder of its own, with a casebook of three reports."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "load_coder", Reader)
    monkeypatch.setattr(batch, "coder_version", lambda: "one")

    def run_command(line: str) -> int:
        monkeypatch.setattr(sys, "argv", ["dateline", *shlex.split(line)])
        return cli.run()

    rows = "".join(json.dumps({"id": id, "text": text}) + "\n" for id, text in NAMES.items())
    (tmp_path / "in.jsonl").write_text(rows)
    assert run_command("code in.jsonl") == 0
    capfd.readouterr()
    return run_command


def exported(run: Run, capfd: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The actor's id in each report, the same in all parts of the record."""
    capfd.readouterr()
    assert run("export casebook.db --format records") == 0
    found = {}
    for line in capfd.readouterr().out.splitlines():
        record = json.loads(line)
        (actor,) = record["actors"]
        assert record["mentions"]["actors"][0]["actor_id"] == actor["id"]
        assert record["events"][0]["participants"][0]["actor_id"] == actor["id"]
        found[record["report"]["id"]] = actor["id"]
    return found


def test_the_same_actor_has_the_same_id(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    ids = exported(run, capfd)
    assert ids["r1"] == ids["r2"] != ids["r3"]
    run("export casebook.db --format incidents")
    incidents = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert {one["actors"][0]["actor_id"] for one in incidents} == set(ids.values())


def test_actors_are_listed_with_reasons(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("actors list Victor --joined --json") == 0
    (actor,) = json.loads(capfd.readouterr().out)
    assert actor["reports"] == ["r1", "r2"]
    assert run(f"actors show {actor['ids'][1]}") == 0
    assert "one name in two spellings" in capfd.readouterr().out


def test_what_is_judged_is_exported_and_kept(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    ids = exported(run, capfd)
    assert run(f"actors merge {ids['r1']} {ids['r3']} --by ada --reason 'one and the same'") == 0
    assert len(set(exported(run, capfd).values())) == 1
    assert run(f"actors split {ids['r3']} {ids['r1']} --by ada") == 0
    assert exported(run, capfd) == ids
    assert run(f"actors split {ids['r1']} r2 --by ada --reason 'his brother'") == 0
    assert len(set(exported(run, capfd).values())) == 3
    run(f"actors show {ids['r1']}")
    assert "merge" in (said := capfd.readouterr().out)
    assert "one and the same" in said


def test_a_correction_is_exported(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    ids = exported(run, capfd)
    assert run(f"actors correct {ids['r3']} --country MDA --sector OPP --by ada") == 0
    capfd.readouterr()
    run("export casebook.db --format records")
    record = json.loads(capfd.readouterr().out.splitlines()[2])
    assert record["actors"][0]["codes"] == {"country": "MDA", "sector": "OPP", "country_basis": "judged"}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("actors merge nobody r1 --by ada", "has no actor 'nobody'"),
        ("actors show nobody", "no shared actor"),
        ("actors correct {r1} --by ada", "nothing to correct"),
        ("actors correct {r1} --country ru --by ada", "ISO 3166-1"),
        ("actors correct {r1} --sector XXX --by ada", "PLOVER sector"),
        ("actors merge {r1} {r2} --by ada", "one actor already"),
        ("actors split {r1} {r3} --by ada", "nothing to split"),
        ("actors split {r1} r3 --by ada", "does not speak of"),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(
    run: Run, capfd: pytest.CaptureFixture[str], line: str, words: str
) -> None:
    ids = exported(run, capfd)
    assert run(line.format(**ids)) == 2
    assert words in capfd.readouterr().err


def test_a_list_gives_its_ids_and_a_changed_list_codes_anew(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,id\nViktor Sorin,q2\n")
    assert run("code in.jsonl --actors mine.csv") == 0
    assert "3 reports were read again" in capfd.readouterr().out
    assert run("code in.jsonl --actors mine.csv") == 0
    assert "3 unchanged" in capfd.readouterr().out
    assert exported(run, capfd)["r2"] == "q2"
    mine.write_text("name,id\nViktor Sorin,q7\n")
    assert run("code in.jsonl --actors mine.csv") == 0
    assert exported(run, capfd)["r2"] == "q7"


def test_a_list_that_cannot_be_used_stops_the_run(run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.csv").write_text("name,id,country\nViktor Sorin,q2,Russia\n")
    assert run("code in.jsonl --actors mine.csv") == 1
    assert "mine.csv, row 2, column 'country': 'Russia' is no country" in capfd.readouterr().err
