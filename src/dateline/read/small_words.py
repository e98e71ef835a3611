"""Words that news writes in lower case inside a sentence."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def lower_case_words() -> frozenset[str]:
    """The words of data/lower_case_words.txt."""
    text = files("dateline.read").joinpath("data/lower_case_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
