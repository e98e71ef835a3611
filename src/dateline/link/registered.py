"""Records with the casebook's ids for their actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from dateline.link.actor_registry import Registry
from dateline.record import Actor, Codes, Event, Record

GUESSED = frozenset(("report", "none"))
STEPS = 16  # links of a chain of wholes


def registered_records(records: Iterable[Record], registry: Registry) -> Iterator[Record]:
    """The records with the registry's ids in place of their own: the same actor has the same id in all of them.

    Actors of a report that are one there become one. A country that the report's words do not tell is taken from
    other reports that do (basis "registry"); what a reviewer corrected stands as corrected.
    """
    countries = registry.countries()
    for record in records:
        yield registered(record, registry, countries)


def registered(record: Record, registry: Registry, countries: Mapping[str, str]) -> Record:
    """One record with the registry's ids."""
    new = dict(zip((one.id for one in record.actors), registry.ids(record.report.id, record.actors), strict=True))
    if not new:
        return record
    members: dict[str, list[Actor]] = {}
    for one in record.actors:
        members.setdefault(new[one.id], []).append(one)
    actors = {id: together(id, same, new, countries.get(id)) for id, same in members.items()}
    mentions = tuple(replace(one, actor_id=new[one.actor_id]) for one in record.mentions.actors)
    return replace(
        record,
        mentions=replace(record.mentions, actors=mentions),
        actors=tuple(registry.corrected(without_circle(one, actors)) for one in actors.values()),
        events=tuple(with_ids(event, new) for event in record.events),
        claims=tuple(replace(one, actor_id=new.get(one.actor_id or "")) for one in record.claims),
    )


def together(id: str, same: Sequence[Actor], new: Mapping[str, str], country: str | None) -> Actor:
    """The actors of a report that are one, as one: the fullest name, and all that is told of them."""
    first = max(same, key=lambda one: (len(one.names) > 0, len(one.name.split()), -same.index(one)))
    part_of = next((new[one.part_of] for one in same if one.part_of and new[one.part_of] != id), None)
    return replace(
        first,
        id=id,
        names=tuple(dict.fromkeys(name for one in (first, *same) for name in one.names)),
        codes=codes_of(first, same, country),
        part_of=part_of,
        attributes=tuple(dict.fromkeys(told for one in same for told in one.attributes)),
        mentions=tuple(mention for one in same for mention in one.mentions),
    )


def codes_of(first: Actor, same: Sequence[Actor], country: str | None) -> Codes:
    """The codes of actors that are one: what their words tell, then what other reports tell, then what was guessed."""
    sector = first.codes.sector or next((one.codes.sector for one in same if one.codes.sector), None)
    told = next((one.codes for one in (first, *same) if one.codes.country_basis not in GUESSED), None)
    if told is not None:
        return replace(told, sector=sector)
    if country is not None:
        return Codes(country=country, sector=sector, country_basis="registry")
    return replace(first.codes, sector=sector)


def without_circle(actor: Actor, actors: Mapping[str, Actor]) -> Actor:
    """The actor, with no whole where the chain of wholes would lead back to it."""
    whole = actor.part_of
    for _ in range(STEPS):
        if whole is None:
            return actor
        if whole == actor.id:
            break
        whole = actors[whole].part_of
    return replace(actor, part_of=None)


def with_ids(event: Event, new: Mapping[str, str]) -> Event:
    """The event with the new ids of its participants."""
    return replace(
        event, participants=tuple(replace(one, actor_id=new.get(one.actor_id or "")) for one in event.participants)
    )
