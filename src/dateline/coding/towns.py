"""The town of each event: its sentence names a street, a state or nothing, and the report says elsewhere which town."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.coding.deeds import Deed
from dateline.coding.learnt import learnt_weights, shares_of
from dateline.coding.place_basis import basis_of, finest_first
from dateline.coding.scene import Scene
from dateline.coding.whereabouts import Candidate, Map, Named, is_within, key_of
from dateline.record import Event, EventPlace, PlaceMention
from dateline.record.places import named_places
from dateline.record.values import EventType

LIKELY = 0.4
CENTRAL = 0.8  # of the salience of the report's most central deed; from there on it is news, and the dateline its place
DOUBTS = frozenset({"part of a town", "alone in its division", "named like a site"})
TOWN = frozenset({"site", "town", "near", "adm2"})
# What is done somewhere, by the group whose traits are weighed apart; what is said is told without a place.
SORTS: Mapping[EventType, str] = {
    "ASSAULT": "violent",
    "HARM": "violent",
    "PROTEST": "protest",
    "COERCE": "force",
}
APART = (
    "in the dateline",
    "in the lead",
    "in the title",
    "has a force",
    "share of mentions",
    "beside its neighbours",
)


def with_towns(scene: Scene, events: Sequence[Event], groups: Sequence[Sequence[Deed]]) -> tuple[Event, ...]:
    """The events that are done somewhere with the town where they happened, if the report names a likely one and their
    own words do not. What the words say stays; the finest place on the map comes first. What is told in passing
    inherits nothing: it may have happened anywhere."""
    seen = Map(scene)
    group_of = {deed.event.id: group for group in groups for deed in group}
    news = CENTRAL * max((event.salience for event in events if event.type in SORTS), default=0.0)
    return tuple(
        with_town(seen, event, group_of.get(event.id, ()))
        if event.type in SORTS and event.salience >= news
        else replace(event, places=finest_first(event.places, scene.places))
        for event in events
    )


def with_town(seen: Map, event: Event, group: Sequence[Deed]) -> Event:
    """The event with its town, its places in their order."""
    told = named_places(event.places, seen.scene.places)
    possible = [one for one in seen.candidates(event, group) if one.mention.precision in TOWN and fits(one, told)]
    towns = towns_of(possible, event.type)
    known = set(map(key_of, told))
    added = [placed(seen, event, town.mention) for town in towns if town.named.key not in known]
    return replace(event, places=finest_first((*event.places, *added), seen.scene.places))


def placed(seen: Map, event: Event, place: PlaceMention) -> EventPlace:
    """A place as the event's, with its basis."""
    basis = basis_of(seen.scene.parsed, event.triggers, place)
    return EventPlace(place.start, place.end, place.text, place_id=place.id, basis=basis)


def fits(town: Candidate, told: Sequence[PlaceMention]) -> bool:
    """Whether a town lies where the event's own words say: in a country that they name, and in the division of a
    village of theirs that the gazetteer lacks."""
    countries = {place.country for place in told if place.precision == "country"}
    within = not countries or town.mention.country in countries
    divisions = {(place.country, place.admin1) for place in told if is_put_into_division(place)}
    near = not divisions or (town.mention.country, town.mention.admin1) in divisions
    return (within and near) or key_of(town.mention) in map(key_of, told)


def is_put_into_division(place: PlaceMention) -> bool:
    """Whether a place is a village that the gazetteer lacks, put into the division around it: it keeps its own name."""
    return place.precision == "adm1" and place.admin1 is not None and place.name != place.admin1


def is_sound(named: Named) -> bool:
    """Whether a place needs no town beside it: it is one, and lies where the report's other places do."""
    return named.first.precision in ("town", "near") and not DOUBTS & named.traits.keys()


def towns_of(candidates: Sequence[Candidate], kind: EventType) -> list[Candidate]:
    """The likeliest town; in a county that is the likeliest, its likeliest town too; and beside a quarter, or a name
    that lies nowhere near the others, the next."""
    best = likeliest(candidates, kind)
    if best is None or is_sound(best.named):
        return [best] if best else []
    rest = [one for one in candidates if one is not best and one.mention.precision != "adm2"]
    if best.mention.precision == "adm2":
        rest = [one for one in rest if is_within(one.mention, best.mention)]
    second = likeliest(rest, kind)
    return [best, second] if second else [best]


def likeliest(towns: Sequence[Candidate], kind: EventType) -> Candidate | None:
    """The candidate that is most likely the event's town; None where none is likely."""
    if not towns:
        return None
    *shares, none = shares_of(
        learnt_weights("whereabouts"), [*(weighed(one.traits, kind) for one in towns), no_town(kind)]
    )
    return towns[max(range(len(towns)), key=shares.__getitem__)] if 1 - none >= LIKELY else None


def weighed(traits: Mapping[str, float], kind: EventType) -> dict[str, float]:
    """The traits of a candidate, and some again for the sort of event."""
    again = {f"{trait} & {SORTS[kind]}": traits[trait] for trait in APART if trait in traits}
    return {**traits, **again, f"town & {SORTS[kind]}": 1.0}


def no_town(kind: EventType) -> dict[str, float]:
    """The traits of there being no such town."""
    return {"none": 1.0, f"none & {SORTS[kind]}": 1.0}
