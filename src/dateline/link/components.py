"""What hangs together."""

from __future__ import annotations

from collections.abc import Iterable


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """What hangs together by edges: each member in one list, members and lists in order."""
    parent = list(range(count))
    for one, other in edges:
        a, b = root(parent, one), root(parent, other)
        parent[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for one in range(count):
        found.setdefault(root(parent, one), []).append(one)
    return list(found.values())


def root(parent: list[int], one: int) -> int:
    """The first member of what this one hangs together with."""
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one
