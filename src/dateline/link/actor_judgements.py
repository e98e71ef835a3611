"""Judgements on actors, as the registry heeds them: who is one, who is not, and what is known of somebody.

A judgement's subject is "actor:" and an id. `merge` and `split` name the other id in `new`; a split from a report has
`field` "report" and its id in `new`; `correct` has the field and its new value. The last judgement on a pair or a field
holds; all are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from dateline.link.actor_entries import Entry, Key
from dateline.link.actor_ties import Tie
from dateline.record import Judgement

SUBJECT = "actor:"
CORRECTABLE = ("name", "country", "sector")


@dataclass(slots=True)
class Ruling:
    """What was judged. `ids` are all that a judgement names."""

    together: dict[frozenset[str], Judgement] = field(default_factory=dict)
    apart: dict[frozenset[str], Judgement] = field(default_factory=dict)
    outside: set[tuple[str, str]] = field(default_factory=set)
    corrections: list[tuple[str, str, str | None]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)

    def key(self, entry: Entry) -> Key:
        """The entry's key; one of its own where it was judged not to be who its name says."""
        if (entry.id, entry.report_id) in self.outside:
            return ("report", entry.report_id, *entry.key, "apart")
        return entry.key

    def merges(self, known: Collection[str]) -> Iterator[Tie]:
        """The ties that were judged, between entries that are there."""
        for pair, judgement in sorted(self.together.items(), key=lambda item: sorted(item[0])):
            if pair <= set(known):
                one, other = sorted(pair)
                yield Tie(one, other, judgement.reason or "judged to be one", 1.0, judgement.by)


def rulings(judgements: Iterable[Judgement]) -> Ruling:
    """The judgements on actors, in their order."""
    found = Ruling()
    for judgement in judgements:
        if judgement.subject.startswith(SUBJECT) and judgement.new is not None:
            add(found, judgement, judgement.subject.removeprefix(SUBJECT), judgement.new)
    return found


def add(found: Ruling, judgement: Judgement, id: str, new: str) -> None:
    """Takes up one judgement."""
    found.ids.add(id)
    if judgement.verdict == "correct" and judgement.field in CORRECTABLE:
        found.corrections.append((id, judgement.field, new or None))
    elif judgement.verdict == "split" and judgement.field == "report":
        found.outside.add((id, new))
    elif judgement.verdict in {"merge", "split"}:
        found.ids.add(new)
        pair = frozenset((id, new))
        mine, others = found.together, found.apart
        if judgement.verdict == "split":
            mine, others = others, mine
        mine[pair] = judgement
        others.pop(pair, None)
