"""Events below the confidence that is asked for are left out, with what points at them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.errors import UsageError
from dateline.export import ExportOptions
from dateline.export.threshold import sure_incidents, sure_records
from dateline.link.accounts import account
from dateline.link.views import incident
from dateline.record import Record
from made_up import record_of, report_of


def with_confidences(*levels: float) -> Record:
    record = record_of(report_of())
    pairs = zip(record.events, levels, strict=True)
    return replace(record, events=tuple(replace(event, confidence=level) for event, level in pairs))


def test_nothing_asked_for_nothing_left_out() -> None:
    record = with_confidences(0.1, 0.9)
    assert list(sure_records([record], 0.0)) == [record]


@pytest.mark.parametrize(("least", "kept"), [(0.05, ["e1", "e2"]), (0.5, ["e2"]), (0.95, [])])
def test_less_sure_events_are_left_out(least: float, kept: list[str]) -> None:
    record = with_confidences(0.1, 0.9)
    (found,) = sure_records([record], least)
    assert [event.id for event in found.events] == kept
    assert all(relation.event in kept for event in found.events for relation in event.relations)
    assert all(name in kept for claim in found.claims for name in claim.events)
    assert len(found.claims) == len(record.claims)
    alone = [incident(event.id, [account(record, event)]) for event in record.events]
    linked = list(sure_incidents(alone, [record], least))
    assert [one.events[0].event_id for one in linked] == kept


@pytest.mark.parametrize("least", [-0.1, 1.1, float("nan")])
def test_a_confidence_is_between_0_and_1(least: float) -> None:
    with pytest.raises(UsageError):
        ExportOptions(least_confidence=least)
