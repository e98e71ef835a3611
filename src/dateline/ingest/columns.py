"""Which column of a table or JSON row holds which field of a report."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.errors import InputError
from dateline.ingest.source import FIELDS, Field, IngestOptions


@cache
def known_columns() -> Mapping[Field, tuple[str, ...]]:
    """The column names known without mapping, in order of preference (data/columns.toml)."""
    text = files("dateline.ingest").joinpath("data/columns.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return {name: tuple(table[name]) for name in FIELDS}


@cache
def plain_name(column: str) -> str:
    """A column name as names are compared: "Published At", "published-at" and "publishedAt" are "published_at"."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", column.strip())
    return re.sub(r"[\s_.-]+", "_", parted).lower()


def columns_of(names: Sequence[str], options: IngestOptions) -> dict[Field, str]:
    """Which column holds which field: as mapped, else by known names. A column serves one field."""
    found: dict[Field, str] = {one: name for one, name in options.columns.items() if name in names}
    by_name = {plain_name(name): name for name in reversed(names)}
    for one in FIELDS:
        if one in options.columns:
            continue
        free = (by_name[known] for known in known_columns()[one] if known in by_name)
        if (column := next((name for name in free if name not in found.values()), None)) is not None:
            found[one] = column
    return found


def missing_text(names: Sequence[str], options: IngestOptions, *, file: str, row: int | None = None) -> InputError:
    """The error for a table or a row without the column of text: it names the columns that are there."""
    wanted = options.columns.get("text")
    seen = ", ".join(repr(name) for name in names[:30]) or "none"
    what = f"has no column {wanted!r}" if wanted else "has no column that is known to hold the text"
    mend = "map the one that holds the text with --columns text=NAME, or call it 'text'"
    return InputError(f"{what}; its columns are {seen}", file=file, row=row, mend=mend)
