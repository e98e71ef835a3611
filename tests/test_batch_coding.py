"""Coding a batch into a casebook, with a coder made for the test: what is counted, kept, and done again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import batch, workers
from dateline.batch import Summary, code_reports
from dateline.errors import DatelineError, UsageError
from dateline.incidents import linker_version
from dateline.store.casebook import Casebook
from made_up import MadeUpCoder, contents, record_of


@pytest.fixture(autouse=True)
def made_up_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "load_coder", MadeUpCoder)
    monkeypatch.setattr(batch, "coder_version", lambda: "one")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "c.db"


def rows(path: Path, texts: dict[str, str]) -> Path:
    path.write_text("".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in texts.items()))
    return path


def numbered(count: int) -> dict[str, str]:
    return {f"r{number}": f"Report number {number}." for number in range(count)}


def counts(summary: Summary) -> tuple[int, int, int, int]:
    return summary.coded, summary.unchanged, summary.reread, len(summary.failed)


def test_every_report_is_coded_in_its_order(tmp_path: Path, store: Path) -> None:
    summary = code_reports(rows(tmp_path / "in.jsonl", numbered(40)), store=store)
    assert counts(summary) == (40, 0, 0, 0)
    with Casebook(store) as casebook:
        assert [record.report.id for record in casebook.records()] == list(numbered(40))


def test_a_second_run_adds_nothing(tmp_path: Path, store: Path) -> None:
    given = rows(tmp_path / "in.jsonl", numbered(20))
    code_reports(given, store=store)
    before = store.read_bytes()
    assert counts(code_reports(given, store=store)) == (0, 20, 0, 0)
    assert store.read_bytes() == before


def test_a_changed_coder_adds_a_version_and_says_so(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = rows(tmp_path / "in.jsonl", numbered(3))
    code_reports(given, store=store)
    monkeypatch.setattr(batch, "coder_version", lambda: "two")
    summary = code_reports(given, store=store)
    assert counts(summary) == (0, 0, 3, 0)
    assert summary.coder == "two"
    with Casebook(store) as casebook:
        assert [version.coder for version in casebook.history("r0")] == ["one", "two"]


def test_a_report_that_breaks_the_coder_is_named_and_the_rest_goes_on(tmp_path: Path, store: Path) -> None:
    given = rows(tmp_path / "in.jsonl", {**numbered(5), "bad": "BREAK it", "last": "The last."})
    summary = code_reports(given, store=store)
    assert counts(summary) == (6, 0, 0, 1)
    [failure] = summary.failed
    assert "bad" in failure.name
    assert "in.jsonl" in failure.name
    assert "this one is too hard" in failure.reason


def test_what_failed_is_tried_again(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = rows(tmp_path / "in.jsonl", {"bad": "BREAK it", "good": "Good."})
    code_reports(given, store=store)
    assert counts(code_reports(given, store=store)) == (0, 1, 0, 1)
    monkeypatch.setattr(MadeUpCoder, "code", lambda self, report: record_of(report))
    assert counts(code_reports(given, store=store)) == (1, 1, 0, 0)


def test_an_input_that_is_not_there_is_named_and_the_others_are_read(tmp_path: Path, store: Path) -> None:
    given = rows(tmp_path / "in.jsonl", numbered(2))
    summary = code_reports([tmp_path / "gone.jsonl", given], store=store)
    assert counts(summary) == (2, 0, 0, 1)
    assert "gone.jsonl" in summary.failed[0].name
    assert summary.failed[0].mend


def test_two_texts_under_one_id_are_both_kept_with_a_warning(tmp_path: Path, store: Path) -> None:
    first, second = rows(tmp_path / "a.jsonl", {"x": "One text."}), rows(tmp_path / "b.jsonl", {"x": "Another."})
    summary = code_reports([first, second], store=store)
    assert counts(summary) == (2, 0, 0, 0)
    [warning] = summary.warnings
    assert "a.jsonl" in warning
    assert "b.jsonl" in warning


def test_text_that_seems_not_to_be_english_is_coded_and_counted(tmp_path: Path, store: Path) -> None:
    czech = "V pátek se na náměstí sešly stovky lidí, aby protestovaly proti zdražování potravin a energií v celé zemi."
    summary = code_reports(rows(tmp_path / "in.jsonl", {"cs": czech, **numbered(1)}), store=store)
    assert counts(summary) == (2, 0, 0, 0)
    assert summary.not_english == 1


def test_several_processes_make_the_same_casebook(tmp_path: Path, store: Path) -> None:
    texts = {**numbered(30), "bad": "BREAK it", **{f"s{number}": f"More, {number}." for number in range(20)}}
    given = rows(tmp_path / "in.jsonl", texts)
    one = code_reports(given, store=store)
    two = code_reports(given, store=tmp_path / "two.db", workers=2)
    assert counts(one) == counts(two)
    assert contents(store) == contents(tmp_path / "two.db")


def test_a_report_that_a_worker_dies_of_is_named_and_the_rest_goes_on(tmp_path: Path, store: Path) -> None:
    texts = {**numbered(20), "bad": "DIE of it", **{f"s{number}": f"More, {number}." for number in range(20)}}
    summary = code_reports(rows(tmp_path / "in.jsonl", texts), store=store, workers=2)
    assert counts(summary) == (40, 0, 0, 1)
    assert "bad" in summary.failed[0].name
    assert "came to an end" in summary.failed[0].reason
    with Casebook(store) as casebook:
        assert [record.report.id for record in casebook.records()] == [name for name in texts if name != "bad"]


def test_when_every_worker_dies_the_run_says_so(tmp_path: Path, store: Path) -> None:
    given = rows(tmp_path / "in.jsonl", {f"r{number}": f"DIE of {number}" for number in range(12)})
    with pytest.raises(DatelineError, match="keep coming to an end"):
        code_reports(given, store=store, workers=2)


def load_nothing() -> MadeUpCoder:
    raise OSError("no model here")


def test_a_coder_that_cannot_be_loaded_ends_the_run(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "load_coder", load_nothing)
    with pytest.raises(RuntimeError, match="no model here"):
        code_reports(rows(tmp_path / "in.jsonl", numbered(3)), store=store, workers=2)


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path: Path, store: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/caf\xe9.txt", "w") as file:
        file.write("Calm returned.")
    assert counts(code_reports(tmp_path, store=store)) == (1, 0, 0, 0)
    with Casebook(store) as casebook:
        [record] = casebook.records()
    assert record.report.source is not None
    assert record.report.source.endswith("caf?.txt")


def test_the_casebook_itself_may_lie_among_the_reports(tmp_path: Path, store: Path) -> None:
    rows(tmp_path / "in.jsonl", numbered(2))
    assert counts(code_reports(tmp_path, store=store)) == (2, 0, 0, 0)
    assert counts(code_reports(tmp_path, store=store)) == (0, 2, 0, 0)


def test_progress_is_told_after_the_store_has_it(tmp_path: Path, store: Path) -> None:
    seen: list[tuple[int, int]] = []

    def notify(summary: Summary) -> None:
        with Casebook(store) as casebook:
            seen.append((summary.done, casebook.info().readings))

    code_reports(rows(tmp_path / "in.jsonl", numbered(20)), store=store, notify=notify)
    assert seen[-1] == (20, 20)
    assert len(seen) > 2
    assert all(told <= stored for told, stored in seen)


def test_each_batch_is_ready_for_linking_before_the_run_ends(
    tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(casebook: Casebook) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "link_casebook", cut_short)
    with pytest.raises(KeyboardInterrupt):
        code_reports(rows(tmp_path / "in.jsonl", numbered(20)), store=store)
    with Casebook(store) as casebook:
        assert len(casebook.sketches(linker_version())) == 20
        assert not list(casebook.unsketched(linker_version()))


def test_what_is_ready_for_linking_is_asked_of_some_reports_alone(tmp_path: Path, store: Path) -> None:
    code_reports(rows(tmp_path / "in.jsonl", numbered(5)), store=store)
    with Casebook(store) as casebook:
        found = [record.report.id for _, record in casebook.unsketched("another linker", ["r1", "r3", "unknown"])]
    assert found == ["r1", "r3"]


def test_reports_are_not_all_in_memory_at_once(tmp_path: Path, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_hand: list[int] = []
    read = vars(batch)["reports_from"]

    def counted(*arguments: object) -> Iterator[object]:
        for number, source in enumerate(read(*arguments)):
            with Casebook(store) as casebook:
                in_hand.append(number - casebook.info().readings)
            yield source

    monkeypatch.setattr(batch, "reports_from", counted)
    code_reports(rows(tmp_path / "in.jsonl", numbered(100)), store=store)
    assert max(in_hand) <= 2 * workers.REPORTS_AT_ONCE


@pytest.mark.parametrize(("inputs", "count"), [([], 1), (["x"], 0)])
def test_options_that_make_no_sense(inputs: list[str], count: int, store: Path) -> None:
    with pytest.raises(UsageError):
        code_reports(inputs, store=store, workers=count)
    assert not store.exists()
