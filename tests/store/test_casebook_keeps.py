"""What goes into a casebook comes out the same, and nothing is overwritten."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.record import Judgement, Section
from dateline.record.form import to_json
from dateline.store.casebook import Casebook
from made_up import TEXT, contents, finished, record_of, report_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "casebook.db"


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    with Casebook(path, create=True) as opened:
        yield opened


def test_a_record_comes_out_as_it_went_in(casebook: Casebook) -> None:
    report = report_of(
        title="Shelling",
        authors=("A. Writer", "B. Writer"),
        publisher="The Made-up Times",
        published=date(2031, 5, 6),
        url="https://example.org/1",
        language="en",
        sections=(Section("paragraph", 0, 10),),
        notes=("a doubt",),
    )
    casebook.store([finished(report)], coder="one")
    assert [to_json(record) for record in casebook.records()] == [to_json(record_of(report))]
    assert casebook.record("r1") == record_of(report)


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=4))
def test_any_text_comes_out_as_it_went_in(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    with Casebook(tmp_path_factory.mktemp("any") / "c.db", create=True) as casebook:
        reports = [report_of(text, id=f"r{number}") for number, text in enumerate(texts)]
        casebook.store([finished(report) for report in reports], coder="one")
        assert [record.report.text for record in casebook.records()] == texts
        assert [casebook.original(report) for report in reports] == [text.encode() for text in texts]


def test_the_same_report_twice_adds_nothing(casebook: Casebook, path: Path) -> None:
    casebook.store([finished(report_of())], coder="one")
    before = contents(path)
    again = casebook.store([finished(report_of(source="elsewhere.txt"))], coder="one")
    assert [one.outcome for one in again] == ["unchanged"]
    assert contents(path) == before


def test_other_text_under_the_same_id_is_a_next_version_and_names_both_sources(casebook: Casebook) -> None:
    casebook.store([finished(report_of())], coder="one")
    other = report_of("Calm returned to Ostrava Dol.", source="b.txt")
    [stored] = casebook.store([finished(other)], coder="one")
    assert stored.outcome == "coded"
    assert stored.warning is not None
    assert "a.txt" in stored.warning
    assert "b.txt" in stored.warning
    assert "other text" in stored.warning
    assert [record.report.text for record in casebook.records()] == [other.text]
    assert [version.source for version in casebook.history("r1")] == ["a.txt", "b.txt"]


def test_other_metadata_is_a_next_version_and_says_which(casebook: Casebook) -> None:
    casebook.store([finished(report_of())], coder="one")
    [stored] = casebook.store([finished(report_of(published=date(2031, 5, 6)))], coder="one")
    assert stored.warning is not None
    assert "published" in stored.warning
    assert "other text" not in stored.warning


def test_both_versions_given_again_add_nothing(casebook: Casebook, path: Path) -> None:
    both = [finished(report_of()), finished(report_of("Calm returned."))]
    casebook.store(both, coder="one")
    before = contents(path)
    assert [one.outcome for one in casebook.store(both, coder="one")] == ["unchanged", "unchanged"]
    assert contents(path) == before


def test_another_coder_adds_a_reading(casebook: Casebook) -> None:
    casebook.store([finished(report_of())], coder="one")
    [stored] = casebook.store([finished(report_of())], coder="two")
    assert stored.outcome == "reread"
    assert [(v.reading_version, v.coder) for v in casebook.history("r1")] == [(1, "one"), (2, "two")]
    assert len(list(casebook.records())) == 1


def test_is_read_asks_for_this_text_and_this_coder(casebook: Casebook) -> None:
    casebook.store([finished(report_of())], coder="one")
    assert casebook.is_read(report_of(), coder="one")
    assert not casebook.is_read(report_of(), coder="two")
    assert not casebook.is_read(report_of("Other words."), coder="one")


def test_a_failed_report_is_kept_and_counted_and_may_succeed_later(casebook: Casebook) -> None:
    for _ in range(2):
        [stored] = casebook.store([finished(report_of(), failure="RuntimeError: no")], coder="one")
        assert stored.outcome == "failed"
    assert casebook.info().failures == 2
    assert casebook.info().unread == 1
    assert not casebook.is_read(report_of(), coder="one")
    assert [one.outcome for one in casebook.store([finished(report_of())], coder="one")] == ["coded"]
    assert casebook.info().unread == 0


def test_a_version_that_failed_does_not_hide_the_one_before(casebook: Casebook) -> None:
    casebook.store([finished(report_of())], coder="one")
    casebook.store([finished(report_of("Other words."), failure="RuntimeError: no")], coder="one")
    assert [record.report.text for record in casebook.records()] == [TEXT]


def test_an_error_in_a_batch_leaves_nothing_of_it(casebook: Casebook) -> None:
    good, broken = finished(report_of()), finished(report_of("x", id="r2"))
    alien = type(broken)(report=broken.report, original=b"", media_type="text/plain", record=good.record)
    with pytest.raises(ValueError, match="another report"):
        casebook.store([good, alien], coder="one")
    assert list(casebook.records()) == []


def test_records_come_in_the_order_of_arrival(casebook: Casebook) -> None:
    for name in ("z", "a", "m"):
        casebook.store([finished(report_of(f"Text {name}.", id=name))], coder="one")
    casebook.store([finished(report_of("Text a, corrected.", id="a"))], coder="one")
    assert [record.report.id for record in casebook.records()] == ["z", "a", "m"]


def test_more_reports_than_are_fetched_at_once(casebook: Casebook) -> None:
    names = [f"r{number}" for number in range(250)]
    casebook.store([finished(report_of(f"Text of {name}.", id=name)) for name in names], coder="one")
    assert [record.report.id for record in casebook.records()] == names


@pytest.mark.parametrize("table", ["originals", "reports", "readings", "failures", "judgements"])
@pytest.mark.parametrize("deed", ["UPDATE {} SET number = number", "DELETE FROM {}"])
def test_the_file_itself_refuses_to_forget(casebook: Casebook, path: Path, table: str, deed: str) -> None:
    casebook.store([finished(report_of()), finished(report_of("x", id="r2"), failure="no")], coder="one")
    casebook.judge(judgement())
    deed = deed.replace("number = number", "sha256 = sha256") if table == "originals" else deed
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError, match="keeps what was stored"):
        connection.execute(deed.format(table))
    connection.close()


def test_judgements_are_appended(casebook: Casebook) -> None:
    first, second = judgement(), judgement(verdict="reject", reason="a rumour")
    casebook.judge(first)
    casebook.judge(second)
    casebook.judge(judgement(subject="r2:e1"))
    assert casebook.judgements("r1:e1") == [first, second]
    assert len(casebook.judgements()) == 3


def judgement(**fields: object) -> Judgement:
    given: dict[str, object] = {"subject": "r1:e1", "verdict": "confirm", "by": "Ann"}
    return Judgement(**{**given, "at": datetime(2031, 5, 6, 7, 8, tzinfo=UTC), **fields})  # type: ignore[arg-type]
