"""An incident's figures: every report's value, the least and the most, and the one that the policy picks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations

from dateline.link.accounts import Account
from dateline.link.policies import Policy, number_of
from dateline.record import IncidentFigure, IncidentValue
from dateline.record.values import Measure

SAME_TIME = timedelta(days=2)  # within which two reports can contradict each other; a later one is an update


def figures(accounts: Sequence[Account], policy: Policy) -> tuple[IncidentFigure, ...]:
    """A figure for each measure that an account gives, in the order in which they are first given.

    What one report says of a measure is its largest number, since the smaller ones are parts of it; near copies that
    give the same number say it once.
    """
    measures = dict.fromkeys(measure for account in accounts for measure, _ in account.values)
    return tuple(figure(accounts, measure, policy) for measure in measures)


def figure(accounts: Sequence[Account], measure: Measure, policy: Policy) -> IncidentFigure:
    """One measure over all accounts."""
    stated = statements(accounts, measure)
    said = [value for _, value in stated]
    numbers = [number for value in said for number in (value.low, value.best, value.high) if number is not None]
    return IncidentFigure(
        measure=measure,
        low=min(numbers, default=None),
        best=policy(said),
        high=max(numbers, default=None),
        values=tuple(value for account in accounts for kind, value in account.values if kind == measure),
        contested=is_contested(stated),
    )


def statements(accounts: Sequence[Account], measure: Measure) -> list[tuple[Account, IncidentValue]]:
    """What each independent report says of a measure, the earliest first. A near copy with another number is one."""
    by_report: dict[str, tuple[Account, IncidentValue]] = {}
    for account in accounts:
        for kind, value in account.values:
            if kind == measure and exceeds(value, by_report.get(account.report.id)):
                by_report[account.report.id] = account, value
    order = sorted(by_report.values(), key=lambda said: (said[1].published or date.min, said[1].report_id))
    independent: dict[tuple[str, float | None], tuple[Account, IncidentValue]] = {}
    for said in order:
        independent.setdefault((said[0].origin, number_of(said[1])), said)
    return list(independent.values())


def exceeds(value: IncidentValue, before: tuple[Account, IncidentValue] | None) -> bool:
    """Whether a value is larger than that of the same report before."""
    if before is None:
        return True
    one, other = number_of(value), number_of(before[1])
    return one is not None and (other is None or one > other)


def is_contested(stated: Sequence[tuple[Account, IncidentValue]]) -> bool:
    """Whether two reports of other publishers and about the same time give numbers that exclude each other."""
    return any(
        (one.report.publisher is None or one.report.publisher != other.report.publisher)
        and about_the_same_time(said.published, against.published)
        and excludes(said, against)
        for (one, said), (other, against) in combinations(stated, 2)
    )


def about_the_same_time(one: date | None, other: date | None) -> bool:
    """Whether neither report can be an update of the other; dates that are not known are taken to be the same."""
    return one is None or other is None or abs(one - other) <= SAME_TIME


def excludes(one: IncidentValue, other: IncidentValue) -> bool:
    """Whether no number fits both."""
    here, there = bounds(one), bounds(other)
    return here[0] > there[1] or there[0] > here[1]


def bounds(value: IncidentValue) -> tuple[float, float]:
    """The least and the most that fit a statement."""
    low = value.low if value.low is not None else value.best
    high = value.high if value.high is not None else value.best
    return low if low is not None else float("-inf"), high if high is not None else float("inf")
