"""What reviewers rule holds, the later ruling over the earlier one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.link.clusters import clusters
from dateline.link.constraints import Ruling, constraints

COUNT = 5
members = st.lists(st.integers(0, COUNT - 1), min_size=1, max_size=3, unique=True).map(tuple)
parts = st.lists(members, min_size=1, max_size=2).map(tuple)
senses = st.sampled_from(("together", "apart", "alone"))
rulings = st.lists(st.builds(Ruling, senses, parts), max_size=5)


def made(given: list[Ruling], odds: float = 1.0) -> list[set[int]]:
    names = [str(n) for n in range(COUNT)]
    edges = [(a, b) for a in range(COUNT) for b in range(a + 1, COUNT)]
    found = clusters(lambda a, b: odds, edges=edges, report_of=names, names=names, constraints=constraints(given))
    return [set(group) for group in found]


def test_what_was_merged_is_one_however_unlikely() -> None:
    assert {0, 4} in made([Ruling("together", ((0,), (4,)))], odds=-9.0)


def test_what_was_split_is_two_however_likely() -> None:
    assert not any({0, 1} <= group for group in made([Ruling("apart", ((0,), (1,)))], odds=9.0))


def test_what_was_rejected_is_with_nobody() -> None:
    assert {2} in made([Ruling("alone", ((2,),))], odds=9.0)


def test_the_later_ruling_holds() -> None:
    merge, split = Ruling("together", ((0,), (1,))), Ruling("apart", ((0,), (1,)))
    assert not any({0, 1} <= group for group in made([merge, split], odds=9.0))
    assert {0, 1} in made([split, merge], odds=-9.0)


def test_a_split_stands_against_merges_by_way_of_others() -> None:
    given = [Ruling("together", ((0,), (1,))), Ruling("together", ((1,), (2,))), Ruling("apart", ((0,), (2,)))]
    found = made(given, odds=-9.0)
    assert {1, 2} in found, "the later of the merges is kept"


@given(rulings)
def test_the_last_ruling_always_holds(given: list[Ruling]) -> None:
    found = made(given)
    assert sorted(one for group in found for one in group) == list(range(COUNT))
    if given:
        last = given[-1]
        named = {one for part in last.parts for one in part}
        if last.sense == "together":
            assert any(named <= group for group in found)
        elif last.sense == "alone":
            assert all({one} in found for one in named)
        elif len(last.parts) == 2:
            ones, others = map(set, last.parts)
            assert not any((a in group and b in group) for group in found for a in ones for b in others if a != b)
