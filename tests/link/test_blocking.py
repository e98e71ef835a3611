"""Blocking: who shares marks is compared, and no block makes the work grow with its square."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.link import blocking
from dateline.link.blocking import candidates
from dateline.link.features import report_features
from dateline.link.scoring import foremost_weights, log_odds, most_of, weighed
from dateline.link.sketching import sketch_of
from made_happenings import NAMES, SCENES, Happening, told

SKETCHES = [
    sketch_of(told(Happening(name=NAMES[n], scene=SCENES[n], killed=n + 1), id=f"r{n}{part}", after=part + n))
    for n in range(5)
    for part in range(2)
]


def names(pairs: list[tuple[int, int]], order: list[int]) -> set[frozenset[str]]:
    return {frozenset(SKETCHES[order[at]].report_id for at in pair) for pair in pairs}


def test_reports_of_one_happening_are_compared() -> None:
    compared = names(candidates(SKETCHES), list(range(len(SKETCHES))))
    assert {frozenset((f"r{n}0", f"r{n}1")) for n in range(5)} <= compared


@given(st.permutations(range(len(SKETCHES))))
def test_the_order_makes_no_difference(order: list[int]) -> None:
    found = candidates([SKETCHES[at] for at in order])
    assert names(found, order) == names(candidates(SKETCHES), list(range(len(SKETCHES))))


def test_with_among_only_pairs_with_these() -> None:
    assert candidates(SKETCHES, [3]) == [pair for pair in candidates(SKETCHES) if 3 in pair]


def test_many_alike_are_compared_with_the_nearest_only() -> None:
    many = [sketch_of(told(Happening(), id=f"r{n:03}", after=n)) for n in range(150)]
    pairs = candidates(many)
    assert len(pairs) <= 150 * blocking.NEAREST
    assert max(b - a for a, b in pairs) <= blocking.NEAREST


def test_nothing_that_is_passed_over_would_have_been_linked() -> None:
    for a, b in candidates(SKETCHES):
        for this in SKETCHES[a].tellings:
            for that in SKETCHES[b].tellings:
                most = min(most_of(this), most_of(that)) + foremost_weights()[this.is_main + that.is_main]
                reports = weighed(report_features(SKETCHES[a], SKETCHES[b]))
                assert log_odds((SKETCHES[a], this), (SKETCHES[b], that)) <= reports + most + 1e-9


def test_what_is_not_worked_out_to_the_end_is_below_the_least() -> None:
    for a, b in candidates(SKETCHES):
        for this in SKETCHES[a].tellings:
            for that in SKETCHES[b].tellings:
                one, other = (SKETCHES[a], this), (SKETCHES[b], that)
                whole = log_odds(one, other)
                for least in (-20.0, -6.0, -2.0, 0.0, 2.0):
                    found = log_odds(one, other, least=least)
                    assert found == whole or whole <= found + 1e-9 <= least + 1e-9
