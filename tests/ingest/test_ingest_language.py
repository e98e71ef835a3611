"""What language a text is in, and how a doubt is noted."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import LEAD, SECOND, only_report

from dateline.ingest.language import language_code, language_note, language_of

FRENCH = (
    "La police a tiré sur les manifestants lundi soir dans la capitale, selon des témoins. Deux personnes sont mortes."
)


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        LEAD.upper(),
        LEAD.lower(),
        "KALDEN, 3 MAR 31 (NPA) -- [TEXT] REBELS BLEW UP THREE PYLONS NEAR SARN, THE ARMY SAID TODAY.",
    ],
)
def test_english_is_known_whatever_its_case(text: str) -> None:
    assert language_of(text) == "en"


def test_english_full_of_foreign_names_is_not_taken_for_another_language() -> None:
    text = "Abu Musab al-Sarni, Yusuf Brodovic and Ngozi Adeyemi-Okonkwo were shot dead near Qasr al-Norva on Tuesday."
    assert language_of(text) in ("en", None)


@pytest.mark.parametrize("text", ["", "x", "12 3", "Police fired.", "💣 " * 100, "?!… " * 100])
def test_too_little_text_has_no_language(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("text", [FRENCH, FRENCH.upper()])
def test_another_language_is_coded_all_the_same_and_noted(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    report = only_report(tmp_path / "a.txt")
    assert report.language == "fr"
    assert "seems not to be English (fr)" in report.notes[0]


def test_an_english_report_has_no_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{LEAD}\n\n{SECOND}")
    assert only_report(tmp_path / "a.txt").notes == ()


def test_a_stated_language_is_kept_and_doubted_only_with_reason() -> None:
    assert language_note("fr", None) == "is said not to be English (fr); coded all the same"
    assert language_note("en", "fr") == "seems not to be English (fr); coded all the same"
    assert language_note("en", "en") is None
    assert language_note(None, None) is None


@pytest.mark.parametrize(
    ("stated", "code"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("deu", "deu"), ("English", None), ("", None)]
)
def test_a_stated_language_is_its_code(stated: str, code: str | None) -> None:
    assert language_code(stated) == code
