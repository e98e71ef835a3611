"""The precision of places in other schemes' codes."""

from __future__ import annotations

from typing import get_args

import pytest

from dateline.codebook.place_precision import PrecisionCodes, precision_codes
from dateline.record.values import PlacePrecision


def test_every_precision_has_its_codes_within_the_schemes_bounds() -> None:
    assert set(precision_codes()) == set(get_args(PlacePrecision))
    for codes in precision_codes().values():
        assert codes.acled in (None, 1, 2, 3)
        assert codes.ucdp in (None, 1, 2, 3, 4, 5, 6, 7)
        assert codes.plover in (None, 1, 2, 3, 4, 5)


@pytest.mark.parametrize(
    ("precision", "codes"),
    [
        ("town", PrecisionCodes(acled=1, ucdp=1, plover=4)),
        ("adm1", PrecisionCodes(acled=3, ucdp=4, plover=2)),
        ("country", PrecisionCodes(acled=None, ucdp=6, plover=1)),
        ("water", PrecisionCodes(acled=3, ucdp=7, plover=None)),
    ],
)
def test_some_by_the_schemes_codebooks(precision: PlacePrecision, codes: PrecisionCodes) -> None:
    assert precision_codes()[precision] == codes


def test_a_wider_place_is_never_finer_in_another_scheme() -> None:
    order: tuple[PlacePrecision, ...] = ("site", "town", "near", "adm2", "adm1", "country")
    codes = [precision_codes()[one] for one in order]
    assert [one.ucdp for one in codes] == sorted(one.ucdp or 0 for one in codes)
    assert [one.plover for one in codes] == sorted((one.plover or 0 for one in codes), reverse=True)
