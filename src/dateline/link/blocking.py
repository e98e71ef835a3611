"""Blocking: which reports are worth comparing, without comparing all.

A report is known by a few marks: its weightiest words, the places and the weeks of what it tells. Two reports are
compared where they share two words, a word and a place, or a place and a week. Of a mark that very many share, each
report is compared only with those that were published nearest to it, so that the work grows with the number of reports
and not with its square.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.link.constraints import ordered
from dateline.link.telling import Sketch

WORDS = 16
MOST_PLACES = 6
NEAREST = 40  # reports before and after, among those that share a block
FARTHEST_DAYS = 3000
WEEK = 7
UNDATED = -(10**6)

Numbers = NDArray[np.int64]


def blocks(sketch: Sketch) -> Iterator[int]:
    """The pairs of marks under which a report is looked up, as numbers; each once: two words, a word and a place, a
    place and a week."""
    words = [number_of(word) for word in sorted(islice(sketch.words, WORDS))]
    yield from (paired(one, other) for one, other in combinations(words, 2))
    places: dict[str, set[int]] = {}
    for telling in sketch.tellings:
        weeks = weeks_of(telling.first, telling.last)
        for spot in telling.spots:
            if spot.gazetteer_id is not None:
                places.setdefault(f"@{spot.gazetteer_id}", set()).update(weeks)
    for name in sorted(list(places)[:MOST_PLACES]):
        place = number_of(name)
        yield from (paired(place, word) for word in words)
        yield from (paired(place, number_of(f"#{week}")) for week in sorted(places[name]))


def number_of(mark: str) -> int:
    """A mark as a number of 32 bits."""
    return crc32(mark.encode())


def paired(one: int, other: int) -> int:
    """The numbers of two marks as one of 63 bits."""
    return (one & 0x7FFFFFFF) << 32 | other


def weeks_of(first: date | None, last: date | None) -> set[int]:
    """The weeks that an interval of at most a few days touches, and those a day before and after it."""
    if first is None or last is None or (last - first).days > WEEK:
        return set()
    return {(first.toordinal() - 1) // WEEK, (last.toordinal() + 1) // WEEK}


def candidates(sketches: Sequence[Sketch], among: Iterable[int] | None = None) -> list[tuple[int, int]]:
    """Pairs of positions of reports to compare, in order; only those with a report of `among` where it is given.

    Guaranteed: the pairs depend on the set of reports, not on their order.
    """
    if len(sketches) < 2:
        return []
    order = sorted(range(len(sketches)), key=lambda i: (day_of(sketches[i]), sketches[i].report_id))
    pairs = close_pairs(*block_members([sketches[i] for i in order]), count=len(order))
    firsts, seconds = (some.tolist() for some in np.divmod(pairs, len(order)))
    found = (ordered(order[a], order[b]) for a, b in zip(firsts, seconds, strict=True))
    wanted = None if among is None else set(among)
    return sorted((a, b) for a, b in found if wanted is None or a in wanted or b in wanted)


def day_of(sketch: Sketch) -> int:
    """The day of publication as a number; those without one stand together."""
    return sketch.published.toordinal() if sketch.published else UNDATED


def block_members(sketches: Sequence[Sketch]) -> tuple[Numbers, Numbers]:
    """Blocks and the positions of the reports in them, block by block, in each the reports in their order."""
    found = [np.fromiter(blocks(sketch), dtype=np.int64) for sketch in sketches]
    block_of = np.concatenate(found)
    member = np.repeat(np.arange(len(found), dtype=np.int64), [len(some) for some in found])
    order = np.lexsort((member, block_of))
    return block_of[order], member[order]


def close_pairs(block_of: Numbers, member: Numbers, *, count: int) -> Numbers:
    """The pairs of reports that stand close together in a block, as `first * count + second`, each once."""
    found = np.array([], dtype=np.int64)
    for step in range(1, NEAREST + 1):
        first, second = member[:-step], member[step:]
        near = (block_of[:-step] == block_of[step:]) & (first != second)
        if not near.any():
            break
        found = np.union1d(found, first[near] * count + second[near])
    return found
