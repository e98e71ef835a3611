"""Clusters of tellings: constrained agglomeration by average linkage.

Two clusters become one while the mean log odds between all tellings of the one and of the other are high enough, the
best pair of clusters first. A single strong link between two groups that do not fit otherwise is outvoted by the pairs
beside it, which is what keeps chains from forming. No cluster holds two tellings of one report, or a pair that a
reviewer has split; what a reviewer has merged is one from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from zlib import crc32

from dateline.link.constraints import Constraints

# Mean log odds; chosen by comparing variants on the dev part of the incidents exam and look-alikes made of its reports,
# so that figures on these flatter it a little.
LEAST = -0.75
REPRESENTATIVES = 8  # of a large cluster: more would cost time and change little
Pair = tuple[int, int]
Odds = Callable[[int, int], float]


@dataclass(slots=True)
class Agglomeration:
    """The clusters in the making, each by its first member. Members are numbers in an order that is the same whatever
    order the reports came in; `report_of` names each one's report, `names` each one."""

    odds: Odds
    report_of: Sequence[str]
    names: Sequence[str]
    constraints: Constraints
    members: dict[int, tuple[int, ...]] = field(default_factory=dict)
    reports: dict[int, frozenset[str]] = field(default_factory=dict)
    neighbours: dict[int, set[int]] = field(default_factory=dict)

    def grown(self, edges: Iterable[Pair], *, least: float) -> list[tuple[int, ...]]:
        """The clusters, each in order, in the order of their first members."""
        for one, other in edges:
            self.neighbours[one].add(other)
            self.neighbours[other].add(one)
        waiting = [self.offer(a, b) for a in sorted(self.neighbours) for b in sorted(self.neighbours[a]) if a < b]
        heapify(waiting)
        while waiting:
            cost, a, b, size_a, size_b = heappop(waiting)
            if -cost <= least:
                break
            if (
                len(self.members.get(a, ())) == size_a
                and len(self.members.get(b, ())) == size_b
                and self.may_join(a, b)
            ):
                for other in self.join(a, b):
                    heappush(waiting, self.offer(*sorted((a, other))))
        return [self.members[first] for first in sorted(self.members)]

    def start(self, groups: Iterable[Sequence[int]]) -> None:
        """Begins with these clusters."""
        for group in groups:
            members = tuple(sorted(group))
            self.members[members[0]] = members
            self.reports[members[0]] = frozenset(self.report_of[one] for one in members)
            self.neighbours[members[0]] = set()

    def offer(self, a: int, b: int) -> tuple[float, int, int, int, int]:
        """A possible joining, the better the smaller; the sizes tell later whether it still stands."""
        return (-round(self.linkage(a, b), 6), a, b, len(self.members[a]), len(self.members[b]))

    def linkage(self, a: int, b: int) -> float:
        """The mean log odds over the pairs of two clusters."""
        here, there = self.representatives(a), self.representatives(b)
        return sum(self.odds(*sorted((x, y))) for x in here for y in there) / (len(here) * len(there))

    def representatives(self, cluster: int) -> Sequence[int]:
        """All members, or of many some that are drawn by their names."""
        members = self.members[cluster]
        if len(members) <= REPRESENTATIVES:
            return members
        return sorted(members, key=lambda one: (crc32(self.names[one].encode()), one))[:REPRESENTATIVES]

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing forbids it."""
        if self.reports[a] & self.reports[b]:
            return False
        return not self.constraints.parts(self.members[a], self.members[b])

    def join(self, a: int, b: int) -> list[int]:
        """Puts the second cluster into the first; the clusters that are beside it now."""
        self.members[a] = tuple(sorted(self.members[a] + self.members.pop(b)))
        self.reports[a] |= self.reports.pop(b)
        beside = (self.neighbours[a] | self.neighbours.pop(b)) - {a, b}
        self.neighbours[a] = beside
        for other in beside:
            self.neighbours[other].discard(b)
            self.neighbours[other].add(a)
        return sorted(beside)


def clusters(
    odds: Odds,
    *,
    edges: Iterable[Pair],
    report_of: Sequence[str],
    names: Sequence[str],
    constraints: Constraints,
    least: float = LEAST,
) -> list[tuple[int, ...]]:
    """The clusters of the members 0, 1, ...; each holds at least one, and each member is in one of them."""
    growing = Agglomeration(odds, report_of, names, constraints)
    growing.start(constraints.together(len(report_of)))
    first_of = {one: first for first, members in growing.members.items() for one in members}
    between = sorted({(min(a, b), max(a, b)) for x, y in edges if (a := first_of[x]) != (b := first_of[y])})
    return growing.grown(between, least=least)
