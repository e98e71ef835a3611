"""Entries of one actor put together by the ties between them, under what was judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.link.actor_judgements import Ruling
from dateline.link.actor_ties import Known, Tie, agree

# Whose id an actor gets: of its entries the one with the most telling kind of name.
RANK = {"list": 0, "state": 1, "known": 2, "person": 3, "body": 3, "unit": 3, "office": 4, "surname": 5, "report": 6}


def unambiguous(ties: Iterable[Tie], known: Mapping[str, Known]) -> list[Tie]:
    """The ties, surest first, without those of an entry of no country that fits actors of several."""
    ties = sorted(ties, key=surest_first)
    countries: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        for one, other in ((tie.one, tie.other), (tie.other, tie.one)):
            if country := known[other].country:
                countries[one].add(country)
    open_ones = {id for id, found in countries.items() if not known[id].country and len(found) > 1}
    return [tie for tie in ties if not (tie.one in open_ones or tie.other in open_ones)]


def surest_first(tie: Tie) -> tuple[float, Tie]:
    return -tie.score, tie


class Groups:
    """Entries put together, as ties are added; two that were judged to differ, or that disagree, stay apart."""

    def __init__(self, known: Mapping[str, Known], ruling: Ruling) -> None:
        self.known = known
        self.apart = [pair for pair in ruling.apart if pair <= known.keys()]
        self.group = {id: [id] for id in known}
        self.ties: list[Tie] = []

    def join(self, tie: Tie) -> None:
        """Puts the two entries' groups together, if nothing speaks against it."""
        one, other = self.group[tie.one], self.group[tie.other]
        if one is other or not (tie.by or self.agree(one, other)) or self.are_apart(one, other):
            return
        small, large = sorted((one, other), key=len)
        large.extend(small)
        self.group.update(dict.fromkeys(small, large))
        self.ties.append(tie)

    def agree(self, one: list[str], other: list[str]) -> bool:
        return all(agree(self.known[a], self.known[b]) for a in one for b in other)

    def are_apart(self, one: list[str], other: list[str]) -> bool:
        return any(
            self.group[a] is first and self.group[b] is second
            for a, b in map(tuple, self.apart)
            for first, second in ((one, other), (other, one))
        )

    def roots(self) -> dict[str, str]:
        """For each entry the id of its group: that of its most telling name."""
        chosen = {id(group): min(group, key=self.rank) for group in self.group.values()}
        return {entry: chosen[id(group)] for entry, group in self.group.items()}

    def rank(self, entry: str) -> tuple[int, int, int, str]:
        key = self.known[entry].key
        return RANK[key[0]], -len(key[1].split()), -len(key[1]), entry
