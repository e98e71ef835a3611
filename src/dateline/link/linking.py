"""Linking: from the sketches of all reports to incidents.

What comes out is a function of the set of sketches and of the judgements alone. In which order reports came makes no
difference, nor does it whether they came at once or one by one: what has changed is linked again together with all that
hangs together with it, and the rest could not have come out otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from dateline.link.blocking import candidates
from dateline.link.clusters import LEAST, clusters
from dateline.link.components import components
from dateline.link.constraints import Constraints, constraints, ordered
from dateline.link.copies import origins
from dateline.link.features import Told, report_features
from dateline.link.rulings import rulings
from dateline.link.scoring import foremost_weights, linkable, log_odds, most_of, weighed
from dateline.link.telling import Sketch
from dateline.record import Judgement

Pair = tuple[int, int]
UNLINKABLE = -10.0  # log odds of tellings that cannot be of one happening


@dataclass(frozen=True, slots=True)
class Member:
    """An event of an incident. `origin` is the first report of the incident of which its report is a near copy, or the
    report itself."""

    report_id: str
    event_id: str
    origin: str


def link(
    sketches: Iterable[Sketch], judgements: Iterable[Judgement] = (), *, only: Collection[str] | None = None
) -> Iterator[list[Member]]:
    """The incidents, each by its events, the one published first at its head; every event is in one of them.

    With `only`, those incidents alone that hang together with these reports.
    """
    room = Room.of(sketches)
    ruled = constraints(rulings(judgements, room.told))
    start = [at for at, (sketch, _) in enumerate(room.told) if only is None or sketch.report_id in only]
    members, edges = room.hanging_together(start, ruled)
    place = {one: at for at, one in enumerate(members)}
    renumbered = [(place[a], place[b]) for a, b in edges]
    bound = [(place[a], place[b]) for a, b in ruled.must if a in place]
    inside: dict[int, list[Pair]] = {}
    groups = components(len(members), [*renumbered, *bound])
    group_of = {one: number for number, group in enumerate(groups) for one in group}
    for a, b in renumbered:
        inside.setdefault(group_of[a], []).append((members[a], members[b]))
    for number, group in enumerate(groups):
        for cluster in room.clustered([members[one] for one in group], inside.get(number, ()), ruled):
            yield room.incident(cluster)


def disturbed(before: Iterable[Sketch], now: Iterable[Sketch]) -> set[str]:
    """The reports whose comparisons are not what they were: those that came, went or changed, and all beside them."""
    old, new = ({sketch.report_id: sketch for sketch in some} for some in (before, now))
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    found = set(changed)
    for known in (old, new):
        some = in_order(known.values())
        among = [at for at, sketch in enumerate(some) if sketch.report_id in changed]
        found |= {some[at].report_id for pair in candidates(some, among) for at in pair} if among else set()
    return found


def in_order(sketches: Iterable[Sketch]) -> list[Sketch]:
    """By publication, undated reports last, then by id."""
    return sorted(sketches, key=lambda sketch: (sketch.published or date.max, sketch.report_id))


@dataclass(frozen=True, slots=True)
class Room:
    """The tellings of all reports, numbered in the order of publication; `near` names, for each report by its number,
    the reports that it is compared with, `most` what each telling can add to the log odds of a pair at most."""

    told: tuple[Told, ...]
    of_report: tuple[range, ...]
    report_of: tuple[int, ...]
    near: dict[int, list[int]]
    most: tuple[float, ...]
    known: dict[Pair, list[Pair]] = field(default_factory=dict)

    @staticmethod
    def of(sketches: Iterable[Sketch]) -> Room:
        some = in_order(sketches)
        told = tuple((sketch, telling) for sketch in some for telling in sketch.tellings)
        ranges: list[range] = []
        for sketch in some:
            start = ranges[-1].stop if ranges else 0
            ranges.append(range(start, start + len(sketch.tellings)))
        near: dict[int, list[int]] = {}
        for a, b in candidates(some):
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
        report_of = tuple(at for at, some in enumerate(ranges) for _ in some)
        return Room(told, tuple(ranges), report_of, near, tuple(most_of(telling) for _, telling in told))

    def hanging_together(self, start: Iterable[int], ruled: Constraints) -> tuple[list[int], list[Pair]]:
        """The tellings that hang together with those of `start`, and the edges between them, both in order."""
        bound: dict[int, list[int]] = {}
        for a, b in ruled.must:
            bound.setdefault(a, []).append(b)
            bound.setdefault(b, []).append(a)
        waiting = list(start)
        seen, edges = set(waiting), set[Pair]()
        while waiting:
            one = waiting.pop()
            found = [pair for pair in self.edges_by(one) if one in pair]
            edges.update(found)
            new = {*bound.get(one, ()), *(other for pair in found for other in pair)} - seen
            seen |= new
            waiting += new
        return sorted(seen), sorted(edges)

    def edges_by(self, one: int) -> Iterator[Pair]:
        """The edges between the report of a telling and all that it is compared with."""
        here = self.report_of[one]
        for there in self.near.get(here, ()):
            pair = ordered(here, there)
            if pair not in self.known:
                self.known[pair] = list(self.edges_between(*pair))
            yield from self.known[pair]

    def edges_between(self, here: int, there: int) -> Iterator[Pair]:
        """The pairs of tellings of two reports that are likely enough to be of one happening."""
        if not self.of_report[here] or not self.of_report[there]:
            return
        shared = report_features(self.told[self.of_report[here][0]][0], self.told[self.of_report[there][0]][0])
        short = [LEAST - weighed(shared) - more for more in foremost_weights()]
        for one in self.of_report[here]:
            for other in self.of_report[there]:
                told = self.told[one], self.told[other]
                is_worth = min(self.most[one], self.most[other]) > short[told[0][1].is_main + told[1][1].is_main]
                if is_worth and linkable(*told) and log_odds(*told, of_reports=shared) > LEAST:
                    yield one, other

    def odds(self, one: int, other: int) -> float:
        """The log odds of a pair."""
        told = self.told[one], self.told[other]
        return log_odds(*told) if linkable(*told) else UNLINKABLE

    def clustered(self, group: Sequence[int], edges: Iterable[Pair], ruled: Constraints) -> list[list[int]]:
        """The clusters of tellings that hang together."""
        place = {one: at for at, one in enumerate(group)}
        known: dict[Pair, float] = {}

        def odds(one: int, other: int) -> float:
            if (one, other) not in known:
                known[one, other] = self.odds(group[one], group[other])
            return known[one, other]

        found = clusters(
            odds,
            edges=[(place[a], place[b]) for a, b in edges],
            report_of=[self.told[one][0].report_id for one in group],
            names=[f"{self.told[one][0].report_id}\0{self.told[one][1].events[0].event_id}" for one in group],
            constraints=ruled.within(group),
        )
        return [[group[at] for at in cluster] for cluster in found]

    def incident(self, cluster: Sequence[int]) -> list[Member]:
        """The events of a cluster, and which reports are near copies of which."""
        prints = {self.told[one][0].report_id: self.told[one][0].fingerprint for one in cluster}
        first = origins(prints)
        return [
            Member(sketch.report_id, anchor.event_id, first[sketch.report_id])
            for sketch, telling in (self.told[one] for one in cluster)
            for anchor in telling.events
        ]
