"""The precision of places in the codes of other schemes: data/place_precision.csv."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from dateline.errors import CodebookError
from dateline.record.values import PlacePrecision


@dataclass(frozen=True, slots=True)
class PrecisionCodes:
    """ACLED's geo_precision (1 to 3), UCDP GED's where_prec (1 to 7) and PLOVER's level (1 to 5); None where a scheme
    does not record such a place."""

    acled: int | None
    ucdp: int | None
    plover: int | None


@cache
def precision_codes() -> dict[PlacePrecision, PrecisionCodes]:
    """The codes of every precision; CodebookError where the table lacks one or has one too many."""
    text = files("dateline.codebook").joinpath("data/place_precision.csv").read_text(encoding="utf-8")
    rows = {row["precision"]: row for row in csv.DictReader(x for x in text.splitlines() if not x.startswith("#"))}
    values: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
    if set(rows) != set(values):
        raise CodebookError(f"place_precision.csv has {sorted(rows)}, and precisions are {sorted(values)}")
    return {value: PrecisionCodes(*(number(rows[value][x]) for x in ("acled", "ucdp", "plover"))) for value in values}


def number(cell: str) -> int | None:
    return int(cell) if cell else None
