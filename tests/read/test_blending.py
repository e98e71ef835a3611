"""Opinions weighed: more of one gives more, and no single reader is certain."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.blending import FLAT, blend_weights, blended, flattened, probability

USES = sorted(set(blend_weights()) - {"factuality"})


@pytest.mark.parametrize("use", ["listed trigger", "unlisted trigger", "offered actor", "proposed recipient"])
def test_the_surer_the_encoder_the_surer_the_blend(use: str) -> None:
    chances = [probability(blended(use, {"encoder": logit})) for logit in (-4.0, -1.0, 1.0, 4.0)]
    assert chances == sorted(chances)
    assert chances[0] < 0.5


@given(st.floats(-1e6, 1e6))
def test_one_opinion_says_no_more_beyond_its_bounds(logit: float) -> None:
    assert -FLAT <= flattened(logit) <= FLAT
    assert blended("listed trigger", {"encoder": logit}) == blended("listed trigger", {"encoder": flattened(logit)})


def test_a_use_without_a_model_is_an_error() -> None:
    with pytest.raises(KeyError):
        blended("nothing of the kind", {})


@pytest.mark.parametrize("use", USES)
def test_every_use_has_a_bias(use: str) -> None:
    assert "bias" in blend_weights()[use]
