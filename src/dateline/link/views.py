"""Incidents as views over the accounts of their events.

The rules: type, days and place are those that most independent reports give, of equally many those of the most salient
event; all others stand in the spread. Actors are those of all accounts, a name that is part of a fuller one counted
with it. Near copies of a report count as that report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from dateline.link.accounts import Account
from dateline.link.figures import figures
from dateline.link.policies import DEFAULT, number_of, policy_named
from dateline.record import (
    EventTime,
    Incident,
    IncidentActor,
    IncidentCount,
    IncidentEvent,
    IncidentTelling,
    PlaceMention,
    Share,
    Spread,
)
from dateline.record.incident import Standing

Value = TypeVar("Value")
EXACTNESS = ("site", "town", "near", "adm2", "water", "adm1", "region", "country", "unknown")


def incident(
    id: str,
    accounts: Sequence[Account],
    *,
    policy: str = DEFAULT,
    judgement: Standing | None = None,
) -> Incident:
    """The incident over these accounts; the same whatever their order."""
    told = sorted(accounts, key=lambda one: (one.report.published or date.max, one.report.id, one.event_id))
    weighty = sorted(told, key=lambda one: -one.salience)
    types = ranked((one.type, one.type, one.origin) for one in weighty)
    days = ranked((day_words(one.time), one.time, one.origin) for one in narrow_first(weighty) if one.time.earliest)
    places = ranked((place_words(place), place, one.origin) for one in weighty for place in exact_first(one.places))
    found = figures(told, policy_named(policy))
    return Incident(
        id=id,
        events=tuple(IncidentEvent(one.report.id, one.event_id) for one in told),
        reports=tuple(dict.fromkeys(one.report.id for one in told)),
        type=types[0][1],
        time=days[0][1] if days else weighty[0].time,
        place=places[0][1] if places else None,
        actors=actors(told),
        figures=found,
        publishers=len({one.report.publisher for one in told if one.report.publisher and one.report.id == one.origin}),
        sources=len(frozenset().union(*(one.sources for one in told))),
        contested=any(one.is_denied for one in told) or any(figure.contested for figure in found),
        spread=Spread(types=shares(types), days=shares(days), places=shares(places)),
        timeline=timeline(told),
        policy=policy,
        judgement=judgement,
    )


def ranked(given: Iterable[tuple[str, Value, str]]) -> list[tuple[str, Value, int]]:
    """Values by how many independent reports give them; of equally many, as they came. Those of one name are one."""
    first: dict[str, Value] = {}
    origins: dict[str, set[str]] = {}
    for name, value, origin in given:
        first.setdefault(name, value)
        origins.setdefault(name, set()).add(origin)
    order = sorted(first, key=lambda name: -len(origins[name]))
    return [(name, first[name], len(origins[name])) for name in order]


def shares(values: Sequence[tuple[str, object, int]]) -> tuple[Share, ...]:
    """The spread of a field."""
    return tuple(Share(name, count) for name, _, count in values)


def narrow_first(accounts: Sequence[Account]) -> list[Account]:
    """Those that know the day before those that know the month."""
    return sorted(accounts, key=lambda one: width(one.time))


def width(time: EventTime) -> int:
    """Days between the ends of an interval; many where an end is not known."""
    return (time.latest - time.earliest).days if time.earliest and time.latest else 10**6


def exact_first(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Towns before provinces."""
    return sorted(places, key=lambda place: EXACTNESS.index(place.precision))


def day_words(time: EventTime) -> str:
    """The interval in words: "2024-03-05", "2024-03-04/2024-03-10"."""
    return str(time.earliest) if time.earliest == time.latest else f"{time.earliest}/{time.latest or '..'}"


def place_words(place: PlaceMention) -> str:
    """The place with what it lies in."""
    return ", ".join(dict.fromkeys(part for part in (place.name or place.text, place.admin1, place.country) if part))


def actors(accounts: Sequence[Account]) -> tuple[IncidentActor, ...]:
    """Everybody who takes part, by role and name, those first whom most reports name."""
    fullest: dict[tuple[str, str], IncidentActor] = {}
    reports: dict[tuple[str, str], set[str]] = {}
    named = [(one, account.origin) for account in accounts for one in account.actors]
    for actor, origin in sorted(named, key=lambda pair: -len(pair[0].name.split())):
        key = next((key for key in fullest if is_part(actor, fullest[key])), (actor.role, actor.name.casefold()))
        fullest.setdefault(key, actor)
        reports.setdefault(key, set()).add(origin)
    found = (
        IncidentActor(role=one.role, actor_id=one.actor_id, name=one.name, reports=len(reports[key]))
        for key, one in fullest.items()
    )
    order = {(actor.role, actor.name): at for at, (actor, _) in reversed(list(enumerate(named)))}
    return tuple(sorted(found, key=lambda one: (-one.reports, order[one.role, one.name])))


def is_part(actor: IncidentActor, fuller: IncidentActor) -> bool:
    """Whether a name is another one, or the last words of it, in the same role."""
    one, other = actor.name.casefold().split(), fuller.name.casefold().split()
    return actor.role == fuller.role and bool(one) and one == other[-len(one) :]


def timeline(accounts: Sequence[Account]) -> tuple[IncidentTelling, ...]:
    """What was said when: a line for each report, the earliest first."""
    by_report: dict[str, list[Account]] = {}
    for account in accounts:
        by_report.setdefault(account.report.id, []).append(account)
    return tuple(
        IncidentTelling(
            report_id=name,
            published=some[0].report.published,
            publisher=some[0].report.publisher,
            copy_of=some[0].origin if some[0].origin != name else None,
            denied=any(one.is_denied for one in some),
            figures=counts(some),
        )
        for name, some in by_report.items()
    )


def counts(accounts: Sequence[Account]) -> tuple[IncidentCount, ...]:
    """The largest number of each measure that a report gives."""
    found: dict[str, IncidentCount] = {}
    for measure, value in sorted(
        (pair for account in accounts for pair in account.values), key=lambda pair: -(number_of(pair[1]) or 0)
    ):
        found.setdefault(
            measure,
            IncidentCount(
                measure=measure, low=value.low, best=value.best, high=value.high, correction=value.correction
            ),
        )
    return tuple(found.values())
