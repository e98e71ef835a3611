"""The encoder: exact offsets, windows that cover, the same answer twice, and words read for what they are."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.encoder import NEVER, Encoded, cuts, encoder, homes, labels, news_weights
from dateline.read.proposals import best_mode, best_type

ACT = "Gunmen on motorbikes shot dead two farmers near the village of Ostrava on Tuesday, police said."
CALM = "The bakery opens at seven and sells fresh bread, cakes and coffee until noon."


def where(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.fixture(scope="module")
def act() -> Encoded:
    return encoder().read(ACT)


@given(st.integers(0, 3000), st.integers(40, 254), st.integers(0, 30))
def test_windows_cover_all_and_overlap(size: int, room: int, overlap: int) -> None:
    places = cuts(size, room, overlap)
    assert all(0 < end - start <= room for start, end in places)
    assert sorted({piece for start, end in places for piece in range(start, end)}) == list(range(size))
    assert all(a[1] - b[0] >= overlap for a, b in pairwise(places))


@given(st.integers(1, 2000))
def test_every_piece_is_at_home_in_a_window_that_holds_it(size: int) -> None:
    places = cuts(size, 254, 48)
    assert all(places[home][0] <= piece < places[home][1] for piece, home in enumerate(homes(size, places)))


def test_an_act_is_seen_and_a_bakery_is_none(act: Encoded) -> None:
    kind, logit = best_type(act, *where(ACT, "shot")) or ("", NEVER)
    assert kind in {"ASSAULT", "HARM"}
    assert logit > 0
    calm = encoder().read(CALM)
    assert max(calm.tag("triggers", kind, 0, len(CALM)) for kind in ("ASSAULT", "HARM", "COERCE", "PROTEST")) < 0


def test_who_and_to_whom(act: Encoded) -> None:
    shot = ACT.index("shot")
    gunmen, farmers = where(ACT, "Gunmen"), where(ACT, "farmers")
    assert act.relation("actor", shot, *gunmen) > act.relation("actor", shot, *farmers)
    assert act.relation("recipient", shot, *farmers) > act.relation("recipient", shot, *gunmen)
    assert act.relation("source", ACT.index("said"), *where(ACT, "police")) > 0


def test_what_is_told_of_a_day_is_news_and_violence_in_general_is_not(act: Encoded) -> None:
    general = encoder().read("For decades the war has brought terrorism and attacks to the countries of the region.")
    attacks = where("For decades the war has brought terrorism and attacks", "attacks")
    assert act.is_news(*where(ACT, "shot")) > general.is_news(*attacks)
    assert act.is_news(len(ACT), len(ACT)) == NEVER


def test_states_are_those_that_news_is_read_off(act: Encoded) -> None:
    bias, weights = news_weights()
    states = encoder().states(ACT)
    assert len(states) == len(act.starts)
    assert np.allclose(states @ weights + bias, act.news, atol=1e-4)
    assert len(encoder().states("")) == 0


def test_a_mode_is_one_of_its_type(act: Encoded) -> None:
    mode, chance = best_mode(act, "ASSAULT", *where(ACT, "shot"))
    assert mode is None or f"ASSAULT/{mode}" in labels("modes")
    assert 0 < chance <= 1


def test_offsets_are_code_points() -> None:
    text = "🔥🔥 Cafe\u0301 owners\r\n\u00a0protested. \u05e9\u05dc\u05d5\u05dd — police fired tear gas."
    encoded = encoder().read(text)
    fired = text.index("fired")
    where = encoded.pieces(fired, fired + 5)
    assert where.stop - where.start == 1
    assert text[encoded.starts[where.start] : encoded.ends[where.start]] == "fired"


def test_the_same_twice_whatever_else_is_read() -> None:
    first = encoder().read(ACT)
    encoder().read(CALM * 60)
    again = encoder().read(ACT)
    assert np.array_equal(first.tags, again.tags)
    assert np.array_equal(first.windows[0].queries, again.windows[0].queries)


@pytest.mark.parametrize("text", ["", " \n", "\u0301"])
def test_nothing_to_read(text: str) -> None:
    encoded = encoder().read(text)
    assert encoded.relation("actor", 0, 0, 1) == NEVER or len(encoded.starts)
    assert encoded.tag("triggers", "ASSAULT", 5, 9) == NEVER


def test_a_long_report_is_read_to_its_end() -> None:
    text = CALM * 80 + " " + ACT
    found = best_type(encoder().read(text), text.index("shot dead"), text.index("shot dead") + 4)
    assert found is not None
    assert found[1] > 0


def test_words_of_different_windows_stand_in_no_relation() -> None:
    text = ACT + CALM * 80 + ACT
    encoded = encoder().read(text)
    assert encoded.relation("actor", 0, len(text) - 5, len(text)) == NEVER


def test_the_weights_are_small() -> None:
    folder = files("dateline.read").joinpath("data/encoder")
    assert sum(len(path.read_bytes()) for path in folder.iterdir()) < 30_000_000
