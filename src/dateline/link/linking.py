"""Linking: from the sketches of all reports to incidents.

What comes out is a function of the set of sketches and of the judgements alone. In which order reports came makes no
difference, nor does it whether they came at once or one by one: what has changed is linked again together with all that
hangs together with it, and the rest could not have come out otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import product

from dateline.link.blocking import candidates
from dateline.link.clusters import LEAST, clusters
from dateline.link.components import components
from dateline.link.constraints import Constraints, constraints, ordered
from dateline.link.copies import origins
from dateline.link.features import Told
from dateline.link.rulings import rulings
from dateline.link.scoring import Shared, foremost_weights, linkable, log_odds, most_of
from dateline.link.telling import Sketch
from dateline.record import Judgement

Pair = tuple[int, int]
Kind = tuple[tuple[str, bool], bool, tuple[int, ...]]  # what it may be linked with, whether foremost, tellings
UNLINKABLE = -10.0  # log odds of tellings that cannot be of one happening


@dataclass(frozen=True, slots=True)
class Member:
    """An event of an incident. `origin` is the first report of the incident of which its report is a near copy, or the
    report itself."""

    report_id: str
    event_id: str
    origin: str


def link(
    sketches: Iterable[Sketch],
    judgements: Iterable[Judgement] = (),
    *,
    before: Iterable[Sketch] | None = None,
    judged: Collection[str] = (),
) -> Iterator[list[Member]]:
    """The incidents, each by its events, the one published first at its head; every event is in one of them.

    With the sketches from `before`, of which the incidents are known, those incidents alone that may be others now.
    `judged` are the reports that judgements have been on since.
    """
    room = Room.of(sketches)
    only = None if before is None else disturbed(before, room).union(judged)
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


def disturbed(before: Iterable[Sketch], room: Room) -> set[str]:
    """The reports whose comparisons are not what they were: those that came, went or changed, and all beside them."""
    old, new = ({sketch.report_id: sketch for sketch in some} for some in (before, room.sketches))
    changed = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
    some = list(old.values())
    among = [at for at, sketch in enumerate(some) if sketch.report_id in changed]
    beside = {some[at].report_id for pair in candidates(some, among) for at in pair} if among else set()
    for at, sketch in enumerate(room.sketches):
        if sketch.report_id in changed:
            beside.update(room.sketches[other].report_id for other in room.near.get(at, ()))
    return changed | beside


def in_order(sketches: Iterable[Sketch]) -> list[Sketch]:
    """By publication, undated reports last, then by id."""
    return sorted(sketches, key=lambda sketch: (sketch.published or date.max, sketch.report_id))


@dataclass(frozen=True, slots=True)
class Room:
    """The tellings of all reports, numbered in the order of publication; `near` names, for each report by its number,
    the reports that it is compared with, `most` what each telling can add to the log odds of a pair at most, `kinds`
    the tellings of each report by what they may be linked with at all.

    `compared` are the reports that were compared with all those near them, `known` the log odds of the edges that were
    found, `joined` for each telling those at the other ends.
    """

    sketches: tuple[Sketch, ...]
    told: tuple[Told, ...]
    of_report: tuple[range, ...]
    report_of: tuple[int, ...]
    near: dict[int, list[int]]
    most: tuple[float, ...]
    kinds: tuple[tuple[Kind, ...], ...]
    compared: set[int] = field(default_factory=set)
    known: dict[Pair, float] = field(default_factory=dict)
    joined: dict[int, list[int]] = field(default_factory=dict)

    @staticmethod
    def of(sketches: Iterable[Sketch]) -> Room:
        reports = tuple(in_order(sketches))
        told = tuple((sketch, telling) for sketch in reports for telling in sketch.tellings)
        ranges: list[range] = []
        for sketch in reports:
            start = ranges[-1].stop if ranges else 0
            ranges.append(range(start, start + len(sketch.tellings)))
        near: dict[int, list[int]] = {}
        for a, b in candidates(reports):
            near.setdefault(a, []).append(b)
            near.setdefault(b, []).append(a)
        report_of = tuple(at for at, some in enumerate(ranges) for _ in some)
        most = tuple(most_of(telling) for _, telling in told)
        kinds = tuple(tuple(kinds_of(some, told)) for some in ranges)
        return Room(reports, told, tuple(ranges), report_of, near, most, kinds)

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
            beside = self.beside(one)
            edges.update(ordered(one, other) for other in beside)
            new = {*bound.get(one, ()), *beside} - seen
            seen |= new
            waiting += new
        return sorted(seen), sorted(edges)

    def beside(self, one: int) -> Sequence[int]:
        """The tellings that an edge joins with this one."""
        here = self.report_of[one]
        if here not in self.compared:
            for there in self.near.get(here, ()):
                if there not in self.compared:
                    self.compare(*ordered(here, there))
            self.compared.add(here)
        return self.joined.get(one, ())

    def compare(self, here: int, there: int) -> None:
        """Finds the edges between two reports: the pairs of tellings that are likely enough to be of one happening."""
        if not self.kinds[here] or not self.kinds[there]:
            return
        shared = self.shared(here, there)
        for one, other in self.worth_a_look(here, there, shared):
            told = self.told[one], self.told[other]
            if linkable(*told) and (odds := log_odds(*told, of_reports=shared, least=LEAST)) > LEAST:
                self.known[one, other] = odds
                self.joined.setdefault(one, []).append(other)
                self.joined.setdefault(other, []).append(one)

    def worth_a_look(self, here: int, there: int, shared: Shared) -> Iterator[Pair]:
        """The pairs of tellings of two reports that are of one kind and not out of question by what each can add."""
        short = [LEAST - shared.odds - more for more in foremost_weights()]
        for kind, is_main, these in self.kinds[here]:
            for other_kind, is_other_main, those in self.kinds[there]:
                if kind == other_kind:
                    least = short[is_main + is_other_main]
                    yield from product(*([one for one in some if self.most[one] > least] for some in (these, those)))

    def shared(self, here: int, there: int) -> Shared:
        """What two reports add to the log odds of all their pairs."""
        return Shared.of(self.told[self.of_report[here][0]][0], self.told[self.of_report[there][0]][0])

    def clustered(self, group: Sequence[int], edges: Iterable[Pair], ruled: Constraints) -> list[list[int]]:
        """The clusters of tellings that hang together."""
        place = {one: at for at, one in enumerate(group)}
        shared = cache(self.shared)

        @cache
        def odds(one: int, other: int) -> float:
            here, there = group[one], group[other]
            told = self.told[here], self.told[there]
            if (here, there) in self.known or not linkable(*told):
                return self.known.get((here, there), UNLINKABLE)
            return log_odds(*told, of_reports=shared(self.report_of[here], self.report_of[there]))

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


def kinds_of(some: Iterable[int], told: Sequence[Told]) -> Iterator[Kind]:
    """The tellings of a report by family, whether they happened and whether they are foremost."""
    found: dict[tuple[tuple[str, bool], bool], list[int]] = {}
    for one in some:
        telling = told[one][1]
        found.setdefault(((telling.family, telling.happened), telling.is_main), []).append(one)
    for (kind, is_main), tellings in found.items():
        yield kind, is_main, tuple(tellings)
