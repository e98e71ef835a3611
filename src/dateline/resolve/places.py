"""Places: which toponyms do name one, and where on the map each of them lies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.record import PlaceMention
from dateline.record.values import PlacePrecision
from dateline.resolve.containers import containers
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.recognition import class_of, likelihoods, weights
from dateline.resolve.senses import Name, Setting, holds, name_of, senses_of, setting_of, traits

LIKELY = 0.5
KEPT_FOR_SECOND_ROUND = 15
PRECISION: Mapping[str, PlacePrecision] = {
    "country": "country",
    "adm1": "adm1",
    "adm2": "adm2",
    "town": "town",
    "water": "water",
    "region": "region",
}


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name may stand for, with what speaks for it and how likely it is among the name's senses."""

    place: Place
    traits: Mapping[str, float]
    share: float


def resolve_places(parsed: ParsedReport, found: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that the report names, each with its place on the map where it can be known.

    Names of places that act as states are among them (a record's reader may want them; `event_places` does not), words
    for peoples are not. All mentions of a name are the same place, unless a word beside them says otherwise. A name that
    is in no list is put into the region that it is said to lie in, at that region's precision and under its own name;
    without one it stays unknown, and never becomes a namesake elsewhere.
    """
    likely = dict(zip(found, likelihoods(found, gazetteer), strict=True))
    named = [toponym for toponym in found if toponym.kind == "adjective" or likely[toponym] >= LIKELY]
    held = dict(zip(named, containers(parsed, named, gazetteer), strict=True))
    setting = setting_of(named, gazetteer, parsed.report.publisher)
    kept = [toponym for toponym in named if toponym.kind != "adjective"]
    chosen = choose(kept, held, setting, gazetteer)
    return tuple(
        mention(toponym, chosen.get(name_of(toponym)), region_around(held[toponym]), number, likely[toponym])
        for number, toponym in enumerate(kept, 1)
    )


def choose(
    kept: Sequence[Toponym], held: Mapping[Toponym, Sequence[Place]], setting: Setting, gazetteer: Gazetteer
) -> dict[Name, Sense]:
    """The likeliest sense of each name: in a first round by itself, in a second by the company of the others."""
    senses: dict[Name, list[Place]] = {}
    around: dict[Name, list[Place]] = {}
    for toponym in kept:
        senses.setdefault(name_of(toponym), senses_of(toponym, gazetteer))
        around.setdefault(name_of(toponym), []).extend(held[toponym])
    first = {
        name: ranked(name, places, around[name], setting, "first")[:KEPT_FOR_SECOND_ROUND]
        for name, places in senses.items()
        if places
    }
    company = replace(setting, chosen={name: ranking[0].place for name, ranking in first.items()})
    second = {
        name: ranked(name, [sense.place for sense in ranking], around[name], company, "second")
        for name, ranking in first.items()
    }
    return {name: ranking[0] for name, ranking in second.items()}


def ranked(name: Name, places: Sequence[Place], around: Sequence[Place], setting: Setting, turn: str) -> list[Sense]:
    """The senses of a name, the likeliest first, with their shares of the likelihood."""
    table = weights(f"sense_weights_{turn}.csv")
    seen = [traits(name, place, places, setting) | containment(place, around) for place in places]
    scores = [sum(table.get(trait, 0.0) * value for trait, value in one.items()) for one in seen]
    highest = max(scores)
    whole = sum(math.exp(score - highest) for score in scores)
    shares = [math.exp(score - highest) / whole for score in scores]
    senses = [Sense(place, one, share) for place, one, share in zip(places, seen, shares, strict=True)]
    return sorted(senses, key=lambda sense: -sense.share)


def containment(place: Place, around: Sequence[Place]) -> dict[str, float]:
    """Whether a sense lies in what the words around the name say it lies in."""
    if not around:
        return {}
    return {"contained": 1.0} if any(holds(container, place) for container in around) else {"not contained": 1.0}


def region_around(held: Sequence[Place]) -> Place | None:
    """The smallest country or division that an unknown name is said to lie in, where it can be only one."""
    for kind in ("adm2", "adm1", "country"):
        of_kind = [place for place in held if class_of(place) == kind]
        if len({place.geonames_id for place in of_kind}) == 1:
            return of_kind[0]
    return None


def mention(toponym: Toponym, sense: Sense | None, around: Place | None, number: int, likely: float) -> PlaceMention:
    """The mention in the record's form."""
    place = sense.place if sense else around
    span = toponym.span
    if place is None:
        return PlaceMention(
            span.start, span.end, span.text, id=f"p{number}", name=span.text, confidence=round(likely / 2, 3)
        )
    known = sense is not None
    return PlaceMention(
        span.start,
        span.end,
        span.text,
        id=f"p{number}",
        gazetteer_id=place.geonames_id,
        name=place.name if known else span.text,
        feature_code=place.feature_code,
        admin1=place.admin1,
        admin2=place.admin2,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision=PRECISION[class_of(place)],
        confidence=round(likely * (sense.share if sense else 0.5), 3),
    )
