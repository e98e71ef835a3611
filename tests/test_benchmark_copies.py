"""The copies that speed is measured on."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[1] / "benchmarks" / "copies.py"


@pytest.fixture(scope="module")
def copies() -> ModuleType:
    specification = importlib.util.spec_from_file_location("benchmark_copies", PATH)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["benchmark_copies"] = module
    specification.loader.exec_module(module)
    return module


def test_the_same_seed_gives_the_same_copies(copies: ModuleType) -> None:
    assert list(copies.copies(5)) == list(copies.copies(5))
    assert list(copies.copies(5)) != list(copies.copies(5, seed=2))


def test_copies_are_of_600_words_and_differ(copies: ModuleType) -> None:
    texts = [row["text"] for row in copies.copies(50)]
    assert len(set(texts)) == 50
    assert all(550 <= len(text.split()) <= 680 for text in texts)
    assert not any("{" in text for text in texts)
