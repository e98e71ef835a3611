"""What reviewers have ruled: which tellings belong together and which do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from dateline.link.components import components

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Must-links and cannot-links between numbered members; `alone` are those that stay without company.

    They do not contradict one another: `apart` never holds a pair that must-links put together.
    """

    must: tuple[Pair, ...] = ()
    apart: Mapping[int, frozenset[int]] = field(default_factory=dict)
    alone: frozenset[int] = frozenset()

    def together(self, count: int) -> list[list[int]]:
        """The members 0 to `count`, in groups that must stay together."""
        return components(count, self.must)

    def parts(self, these: Sequence[int], those: Sequence[int]) -> bool:
        """Whether some member of the one group must not be with some member of the other."""
        if self.alone and not self.alone.isdisjoint((*these, *those)):
            return True
        return any(not self.apart.get(one, frozenset()).isdisjoint(those) for one in these)

    def within(self, members: Sequence[int]) -> Constraints:
        """The same for a selection of members, renumbered by their place in it."""
        place = {one: at for at, one in enumerate(members)}
        return Constraints(
            must=tuple((place[a], place[b]) for a, b in self.must if a in place and b in place),
            apart={
                place[one]: frozenset(place[other] for other in others if other in place)
                for one, others in self.apart.items()
                if one in place
            },
            alone=frozenset(place[one] for one in self.alone if one in place),
        )


Sense = Literal["together", "apart", "alone"]


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision on members: that all are together, each part apart from the others, or each member alone."""

    sense: Sense
    parts: tuple[tuple[int, ...], ...]


def constraints(rulings: Iterable[Ruling]) -> Constraints:
    """The constraints that follow from rulings, oldest first; where two contradict each other the later one holds."""
    must: list[Pair] = []
    apart: set[Pair] = set()
    alone: set[int] = set()
    for ruling in rulings:
        members = {one for part in ruling.parts for one in part}
        pairs = set(pairs_of(ruling))
        if ruling.sense == "together":
            apart -= pairs
            alone -= members
            must += sorted(pairs)
        else:
            must = [pair for pair in must if pair not in pairs]
            apart |= pairs if ruling.sense == "apart" else set()
            alone |= members if ruling.sense == "alone" else set()
    return settled(must, apart, frozenset(alone))


def pairs_of(ruling: Ruling) -> Iterator[Pair]:
    """The pairs that a ruling is about: between its parts where they are apart, else between all members."""
    if ruling.sense == "apart":
        yield from (ordered(a, b) for one, other in combinations(ruling.parts, 2) for a in one for b in other if a != b)
    else:
        yield from combinations(sorted({one for part in ruling.parts for one in part}), 2)


def ordered(a: int, b: int) -> Pair:
    """The pair with its first member first."""
    return (a, b) if a < b else (b, a)


def settled(must: Sequence[Pair], apart: set[Pair], alone: frozenset[int]) -> Constraints:
    """Without the must-links that would, by way of others, join what is apart; the later of the must-links go first."""
    group: dict[int, frozenset[int]] = {}
    kept: list[Pair] = []
    for a, b in reversed(must):
        one, other = group.get(a, frozenset((a,))), group.get(b, frozenset((b,)))
        if alone & {a, b} or any(ordered(x, y) in apart for x in one for y in other):
            continue
        kept.append((a, b))
        for member in one | other:
            group[member] = one | other
    beside: dict[int, set[int]] = {}
    for a, b in apart:
        beside.setdefault(a, set()).add(b)
        beside.setdefault(b, set()).add(a)
    return Constraints(tuple(sorted(kept)), {one: frozenset(others) for one, others in beside.items()}, alone)
