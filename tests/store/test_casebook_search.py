"""Full-text search and the numbers of a casebook."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.store.casebook import Casebook
from made_up import TEXT, finished, report_of


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with Casebook(tmp_path / "c.db", create=True) as opened:
        reports = [
            report_of(
                TEXT, id="r1", title="Shelling in the valley", publisher="Valley Post", published=date(2031, 5, 6)
            ),
            report_of("Teachers marched through Brno-on-Sea over unpaid wages.", id="r2", published=date(2031, 5, 8)),
            report_of("The café in Sušice was quiet. A march was planned.", id="r3", language="cs"),
        ]
        opened.store([finished(report) for report in reports], coder="one")
        yield opened


def found(casebook: Casebook, words: str) -> list[str]:
    return [hit.report_id for hit in casebook.search(words)]


def test_words_in_other_forms_are_found(casebook: Casebook) -> None:
    assert sorted(found(casebook, "marching")) == ["r2", "r3"]


def test_all_words_must_be_there(casebook: Casebook) -> None:
    assert found(casebook, "march wages") == ["r2"]
    assert found(casebook, "march zeppelin") == []


def test_accents_and_case_make_no_difference(casebook: Casebook) -> None:
    assert found(casebook, "CAFE susice") == ["r3"]


def test_the_title_counts_and_the_snippet_marks_the_words(casebook: Casebook) -> None:
    [hit] = casebook.search("valley shelled")
    assert hit.title == "Shelling in the valley"
    assert "[" in hit.snippet


@pytest.mark.parametrize(
    "words", ["", "  ", '"', "AND", "OR NOT", "a* (b", "x:y", "NEAR(", "-", "'; DROP TABLE reports"]
)
def test_nothing_one_may_type_is_an_error(casebook: Casebook, words: str) -> None:
    casebook.search(words)


def test_only_the_latest_version_is_found(casebook: Casebook) -> None:
    casebook.store([finished(report_of("Nurses went on strike.", id="r2"))], coder="one")
    assert found(casebook, "teachers") == []
    assert found(casebook, "nurses") == ["r2"]


def test_the_numbers(casebook: Casebook) -> None:
    info = casebook.info()
    assert (info.reports, info.report_versions, info.readings, info.events, info.claims) == (3, 3, 3, 2, 1)
    assert info.types == {"ASSAULT": 1, "REJECT": 1}
    assert info.factuality == {"actual": 1, "denied": 1}
    assert info.publishers == {"unknown": 2, "Valley Post": 1}
    assert (info.first_published, info.last_published) == ("2031-05-06", "2031-05-08")
    assert info.coders == {"one": 3}
    assert info.size_bytes > 0
