"""The words by which one event of a report bears on another (data/relations.toml)."""

from __future__ import annotations

from functools import cache

from dateline.codebook.types import load_toml


@cache
def relation_words(kind: str, group: str) -> frozenset[str]:
    """The lemmas, prepositions or types of one group; KeyError for one that is not in the table."""
    return frozenset(load_toml("relations.toml")[kind][group])
