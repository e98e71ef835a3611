"""Figures counted as another project counts them, for those who merge an export with its data (docs/figures.md)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.codebook.figure_policies import counted_by, figure_policies
from dateline.record import Record


def counted_as(records: Iterable[Record], name: str) -> Iterator[Record]:
    """The records with their events' figures as the policy of that name has them; as they are where it names none."""
    policy = figure_policies().get(name)
    if policy is None:
        yield from records
        return
    for record in records:
        events = tuple(
            replace(event, figures=tuple(counted_by(policy, figure) for figure in event.figures))
            for event in record.events
        )
        yield replace(record, events=events)
