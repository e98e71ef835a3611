"""The incident as a view: values by rules, figures with every report's value, corrections, copies, denials."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.link.accounts import account, incident_id
from dateline.link.policies import POLICIES, policy_named
from dateline.link.views import incident
from dateline.record import Claim, Event, EventFigure, Incident, IncidentEvent, IncidentValue, Record, Share
from dateline.record.values import Measure
from made_happenings import FIRST_DAY, Happening, told
from made_up import TEXT, record_of, report_of, words


def view(*records: Record, policy: str = "latest", origins: dict[str, str] | None = None) -> Incident:
    """The incident over the first event of each record."""
    named = origins or {}
    accounts = [account(one, one.events[0], origin=named.get(one.report.id)) for one in records]
    return incident("i1", accounts, policy=policy)


def best(policy: str, *killed: int) -> float | None:
    records = [told(Happening(), id=f"r{n}", after=1 + 3 * n, killed=count) for n, count in enumerate(killed)]
    return view(*records, policy=policy).figures[0].best


def test_an_incident_of_one_event_says_what_the_event_says() -> None:
    record = record_of(report_of(publisher="Valley Post", published=date(2031, 5, 6)))
    found = view(record)
    assert found.events == (IncidentEvent("r1", "e1"),)
    assert found.reports == ("r1",)
    assert found.type == "ASSAULT"
    assert [(one.role, one.actor_id, one.name, one.reports) for one in found.actors] == [("actor", "a1", "Rebels", 1)]
    assert (found.publishers, found.sources, found.place) == (1, 1, None)
    [figure] = found.figures
    assert figure.values == (
        IncidentValue(
            report_id="r1", event_id="e1", low=12, best=None, high=None, source=None, published=date(2031, 5, 6)
        ),
    )


def test_policies_pick_from_the_same_values() -> None:
    assert [best(policy, 3, 5, 5, 4) for policy in ("acled", "ucdp", "latest", "highest")] == [3, 5, 4, 5]


def test_low_and_high_are_the_least_and_the_most_that_is_said() -> None:
    [figure] = view(*(told(Happening(), id=f"r{n}", killed=n) for n in (3, 5, 4))).figures
    assert (figure.low, figure.high, len(figure.values)) == (3, 5, 3)


def test_a_policy_of_ones_own_is_named_by_its_function() -> None:
    assert policy_named("builtins:len") is len
    with pytest.raises(UsageError, match="acled"):
        policy_named("median")


@given(st.lists(st.integers(0, 50), min_size=1, max_size=6), st.sampled_from(sorted(POLICIES)))
def test_a_policy_only_picks_what_somebody_said(killed: list[int], policy: str) -> None:
    assert best(policy, *killed) in killed


def test_the_smaller_numbers_of_a_report_are_parts_of_its_largest() -> None:
    report = report_of("Twelve died, nine died, two were hurt in the attack.")
    counted: tuple[tuple[int, Measure, float], ...] = ((0, "killed", 12.0), (13, "killed", 9.0), (24, "injured", 2.0))
    figures = tuple(
        EventFigure(start, start + 3, report.text[start : start + 3], measure=measure, best=number)
        for start, measure, number in counted
    )
    event = Event(id="e1", type="ASSAULT", triggers=(words(report.text, "attack"),), figures=figures)
    found = view(Record(report=report, events=(event,)))
    assert [(figure.measure, figure.best, len(figure.values)) for figure in found.figures] == [
        ("killed", 12, 2),
        ("injured", 2, 1),
    ]


def test_a_near_copy_is_no_second_source() -> None:
    records = [
        told(Happening(), id=name, publisher=paper) for name, paper in (("a", "Post"), ("b", "Wire"), ("c", "Post"))
    ]
    assert view(*records).publishers == 2
    copied = view(*records, origins={"b": "a"})
    assert copied.publishers == 1
    assert [one.copy_of for one in copied.timeline] == [None, "a", None]


def test_a_near_copy_with_another_number_speaks_for_itself() -> None:
    records = [
        told(Happening(), id=name, after=n, killed=k) for n, (name, k) in enumerate((("a", 3), ("b", 5), ("c", 3)))
    ]
    [figure] = view(*records, policy="acled", origins={"b": "a", "c": "a"}).figures
    assert (figure.best, figure.high) == (3, 5)


def test_two_papers_of_one_day_that_disagree_contest_the_figure() -> None:
    one = told(Happening(), id="a", publisher="Post", killed=3)
    assert view(one, told(Happening(), id="b", publisher="Wire", killed=5)).contested
    assert not view(one, told(Happening(), id="b", publisher="Wire", killed=3)).contested
    assert not view(one, told(Happening(), id="b", publisher="Post", killed=5)).contested, "a paper of itself"
    assert not view(one, told(Happening(), id="b", publisher="Wire", killed=5, after=6)).contested, "an update"


def test_a_denied_event_is_contested() -> None:
    assert view(record_of(report_of())).contested
    record = record_of(report_of())
    actual = Event(id="e1", type="ASSAULT", triggers=(words(TEXT, "shelled"),))
    assert view(Record(report=record.report, events=(actual, record.events[1]))).contested, "another event denies it"


def test_a_correction_is_known_by_the_words_beside_it() -> None:
    text = Happening(killed=7).text().replace("7 people were killed", "The toll rose to 7 people killed")
    found = view(told(Happening(killed=7), id="b", text=text))
    assert [figure.correction for one in found.timeline for figure in one.figures] == [True]
    assert not view(told(Happening(), id="a")).timeline[0].figures[0].correction


def test_most_reports_decide_and_the_others_stand_in_the_spread() -> None:
    late = Happening(day=FIRST_DAY + timedelta(days=1))
    found = view(told(Happening(), id="a"), told(late, id="b"), told(late, id="c"))
    assert found.time.earliest == late.day
    assert found.spread.days == (Share("2031-05-06", 2), Share("2031-05-05", 1))
    assert found.place is not None
    assert found.place.name == "Karsavan"


def test_a_surname_is_counted_with_the_full_name() -> None:
    full, short = told(Happening(), id="a"), told(Happening(), id="b")
    brief = replace(short, actors=(replace(short.actors[0], name="Oduya"),))
    [actor] = view(full, brief).actors
    assert (actor.name, actor.reports) == ("Ivan Oduya", 2)


def test_the_same_source_quoted_twice_is_one() -> None:
    report = report_of()
    mayor, shelled = words(TEXT, "the mayor"), words(TEXT, "shelled")
    claims = tuple(Claim(id=name, kind="indirect", source=mayor) for name in ("c1", "c2"))
    event = Event(id="e1", type="ASSAULT", triggers=(shelled,), claims=("c1", "c2"))
    assert view(Record(report=report, events=(event,), claims=claims)).sources == 1


@given(st.permutations([told(Happening(), id=f"r{n}", after=n, killed=n + 1) for n in range(4)]))
def test_the_order_of_accounts_makes_no_difference(records: list[Record]) -> None:
    assert view(*records) == view(*(told(Happening(), id=f"r{n}", after=n, killed=n + 1) for n in range(4)))


@given(st.tuples(st.text(), st.text()), st.tuples(st.text(), st.text()))
def test_ids_are_the_same_for_the_same_event_alone(one: tuple[str, str], other: tuple[str, str]) -> None:
    if "\0" not in one[0] + other[0]:
        assert (incident_id(*one) == incident_id(*other)) == (one == other)
