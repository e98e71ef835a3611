"""Incidents of one event each."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.link.single import incident_id, incidents
from dateline.record import Claim, Event, EventFigure, IncidentActor, IncidentEvent, IncidentValue, Record
from dateline.record.values import Measure
from made_up import TEXT, record_of, report_of, words


def test_each_event_is_an_incident() -> None:
    record = record_of(report_of(publisher="Valley Post", published=date(2031, 5, 6)))
    first, second = incidents([record])
    assert first.events == (IncidentEvent("r1", "e1"),)
    assert first.reports == ("r1",)
    assert (first.type, second.type) == ("ASSAULT", "REJECT")
    assert first.actors == (IncidentActor(role="actor", actor_id="a1", name="Rebels"),)
    assert (first.publishers, first.sources) == (1, 1)
    assert first.place is None


def test_a_denied_event_is_contested() -> None:
    first, second = incidents([record_of(report_of())])
    assert first.contested
    assert not second.contested


def test_an_event_that_another_denies_is_contested() -> None:
    record = record_of(report_of())
    actual = Event(id="e1", type="ASSAULT", triggers=(words(TEXT, "shelled"),))
    first, _ = incidents([Record(report=record.report, events=(actual, record.events[1]))])
    assert first.contested


def test_figures_keep_each_value_with_its_source() -> None:
    record = record_of(report_of(published=date(2031, 5, 6)))
    [figure] = next(incidents([record])).figures
    assert (figure.measure, figure.low, figure.best) == ("killed", 12, None)
    assert figure.values == (
        IncidentValue(
            report_id="r1", event_id="e1", low=12, best=None, high=None, source=None, published=date(2031, 5, 6)
        ),
    )


def test_figures_of_one_measure_are_together_and_the_first_stands_for_them() -> None:
    report = report_of("Twelve died, nine died, two were hurt in the attack.")
    counted: tuple[tuple[int, Measure, float], ...] = ((0, "killed", 12.0), (13, "killed", 9.0), (24, "injured", 2.0))
    figures = tuple(
        EventFigure(start, start + 3, report.text[start : start + 3], measure=measure, best=best)
        for start, measure, best in counted
    )
    event = Event(id="e1", type="ASSAULT", triggers=(words(report.text, "attack"),), figures=figures)
    [incident] = incidents([Record(report=report, events=(event,))])
    assert [(figure.measure, figure.best, len(figure.values)) for figure in incident.figures] == [
        ("killed", 12, 2),
        ("injured", 2, 1),
    ]


def test_the_same_source_quoted_twice_is_one() -> None:
    report = report_of()
    mayor, shelled = words(TEXT, "the mayor"), words(TEXT, "shelled")
    claims = tuple(Claim(id=name, kind="indirect", source=mayor) for name in ("c1", "c2"))
    event = Event(id="e1", type="ASSAULT", triggers=(shelled,), claims=("c1", "c2"))
    [incident] = incidents([Record(report=report, events=(event,), claims=claims)])
    assert incident.sources == 1


def test_a_publisher_that_is_not_known_does_not_count() -> None:
    assert next(incidents([record_of(report_of())])).publishers == 0


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_ids_are_the_same_for_the_same_event_alone(one: tuple[str, str], other: tuple[str, str]) -> None:
    if "\0" not in one[0] + other[0]:
        assert (incident_id(*one) == incident_id(*other)) == (one == other)
