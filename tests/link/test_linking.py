"""Linking: what belongs together comes together, whatever the order, and a chain does not form."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.link.clusters import clusters
from dateline.link.constraints import Constraints
from dateline.link.copies import fingerprint, is_copy, origins
from dateline.link.linking import link
from dateline.link.scoring import log_odds
from dateline.link.sketching import sketch_of
from dateline.link.telling import Sketch, packed, unpacked
from made_happenings import FIRST_DAY, NAMES, SCENES, TOWNS, Happening, told

HAPPENINGS = [
    Happening(
        town=list(TOWNS)[n % 3], day=FIRST_DAY + timedelta(days=2 * n), killed=2 + n, name=NAMES[n], scene=SCENES[n]
    )
    for n in range(6)
]
POOL = [
    sketch_of(told(happening, id=f"r{n}{part}", after=1 + 3 * part, publisher=f"Paper {part}"))
    for n, happening in enumerate(HAPPENINGS)
    for part in range(3)
]

Found = set[frozenset[tuple[str, str]]]


def found(sketches: Iterable[Sketch]) -> Found:
    return {frozenset((one.report_id, one.event_id) for one in group) for group in link(sketches)}


def test_reports_of_one_killing_are_one_incident_and_others_are_not() -> None:
    expected = {frozenset((f"r{n}{part}", "e1") for part in range(3)) for n in range(len(HAPPENINGS))}
    assert expected <= found(POOL)


def test_every_event_is_in_one_incident() -> None:
    events = [event for group in found(POOL) for event in group]
    assert sorted(events) == sorted((s.report_id, a.event_id) for s in POOL for t in s.tellings for a in t.events)


def test_another_town_week_and_name_are_other_killings() -> None:
    one = sketch_of(told(Happening(), id="a"))
    elsewhere = Happening(town="Ubangari", name="Quispe", scene="quarry", day=FIRST_DAY + timedelta(days=40))
    other = sketch_of(told(elsewhere, id="b"))
    assert log_odds((one, one.tellings[0]), (other, other.tellings[0])) < -3
    assert len(found([one, other])) == 4


@settings(deadline=None, max_examples=25)
@given(st.permutations(POOL))
def test_the_order_of_reports_makes_no_difference(sketches: list[Sketch]) -> None:
    assert [*link(sketches)] == [*link(POOL)]


@settings(deadline=None, max_examples=25)
@given(st.permutations(POOL), st.lists(st.integers(0, len(POOL)), max_size=3))
def test_one_by_one_or_at_once_makes_no_difference(sketches: list[Sketch], cuts: list[int]) -> None:
    incident_of: dict[tuple[str, str], str] = {}
    before: list[Sketch] = []
    for cut in [*sorted(cuts), len(sketches)]:
        now = sketches[:cut]
        for group in link(now, before=before):
            incident_of |= {(one.report_id, one.event_id): f"{group[0].report_id}:{group[0].event_id}" for one in group}
        before = now
    together: dict[str, set[tuple[str, str]]] = {}
    for event, name in incident_of.items():
        together.setdefault(name, set()).add(event)
    assert {frozenset(some) for some in together.values()} == found(POOL)


def test_a_sketch_is_the_same_after_it_was_stored() -> None:
    assert [unpacked(packed(sketch)) for sketch in POOL] == POOL


def test_a_single_strong_link_does_not_chain_two_groups() -> None:
    groups = [{0, 1, 2}, {3, 4, 5}]

    def odds(a: int, b: int) -> float:
        return 4.0 if any({a, b} <= group for group in groups) or (a, b) == (2, 3) else -6.0

    edges = [(a, b) for a in range(6) for b in range(a + 1, 6) if odds(a, b) > 0]
    names = [str(n) for n in range(6)]
    assert clusters(odds, edges=edges, report_of=names, names=names, constraints=Constraints()) == [
        (0, 1, 2),
        (3, 4, 5),
    ]


def test_two_tellings_of_one_report_stay_two_incidents() -> None:
    names = ["a", "b", "c"]
    made = clusters(
        lambda a, b: 5.0,
        edges=[(0, 1), (1, 2)],
        report_of=["one", "two", "one"],
        names=names,
        constraints=Constraints(),
    )
    assert sorted(map(len, made)) == [1, 2]


def test_reprints_are_known_by_their_words() -> None:
    words = [f"w{n}" for n in range(200)]
    edited = [*words[:90], "changed", *words[91:], "more"]
    others = random.Random(1).sample(words, len(words))
    prints = {"a": fingerprint(words), "b": fingerprint(edited), "c": fingerprint(others)}
    assert is_copy(prints["a"], prints["b"])
    assert origins(prints) == {"a": "a", "b": "a", "c": "c"}
