"""The promised names, and the documentation that shows how to use them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dateline
from dateline.errors import InputError

DOCUMENT = Path(__file__).parents[1] / "docs" / "python.md"


def test_the_promised_names_are_sorted_and_there() -> None:
    assert dateline.__all__ == sorted(dateline.__all__, key=lambda name: (name[0].islower(), name[0] == "_", name))
    assert len(set(dateline.__all__)) == len(dateline.__all__)
    for name in dateline.__all__:
        assert getattr(dateline, name) is not None
    assert set(dateline.__all__) <= set(dir(dateline))


def test_no_promised_name_is_hidden_by_a_room_of_the_same_name() -> None:
    rooms = {path.stem for path in Path(dateline.__file__).parent.iterdir()}
    assert not rooms & set(dateline.__all__)


def test_other_names_are_attribute_errors() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        dateline.nonsense  # noqa: B018


def test_every_promised_function_is_documented() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for name in (
        "code_text",
        "code_reports",
        "open_casebook",
        "export_casebook",
        "evaluate_factuality",
        "IngestOptions",
    ):
        assert f"dateline.{name}" in text


def test_the_examples_of_the_documentation_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for example in re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL):
        exec(compile(example, str(DOCUMENT), "exec"), names)
    assert (tmp_path / "scores.jsonl").read_text().count("\n") == 1
    assert (tmp_path / "records.jsonl").read_text().count("\n") == 2


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="YYYY-MM-DD"):
        dateline.code_text("Calm returned.", published="yesterday")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(InputError, match="half a character at 5"):
        dateline.code_text("Calm \ud83d")


@pytest.mark.parametrize("text", ["", " ", "x", "\x00", "🕊️", "\r\n", "مظاهرة", "A" * 500])
def test_no_text_is_too_odd(text: str) -> None:
    assert dateline.code_text(text).report.text == text
