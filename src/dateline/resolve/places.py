"""Places: which toponyms do name one, and where on the map each of them lies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.record import PlaceMention
from dateline.record.values import PlacePrecision
from dateline.resolve.choosing import Sense, choose
from dateline.resolve.containers import divisions_of, holders
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.recognition import class_of, likelihoods
from dateline.resolve.senses import Name, holds, name_of, setting_of

LIKELY = 0.45
LIKELY_WITH_A_FORCE = 0.2  # "Elm police": half a body's name, and the town all the same
SMALL_TOWN = 100_000  # inhabitants; what is said to lie elsewhere than a greater one is rather a list of places
REGION_SHARE = 0.5
UNKNOWN_SHARE = 0.5
CLASSES_BY_SIZE = ("town", "adm2", "adm1", "region", "country")
AROUND = frozenset({"before:near", "before:outside", "before:around"})
PRECISION: Mapping[str, PlacePrecision] = {
    "country": "country",
    "adm1": "adm1",
    "adm2": "adm2",
    "town": "town",
    "site": "site",
    "water": "water",
    "region": "region",
}


def resolve_places(parsed: ParsedReport, found: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """The places that the report names, each with its place on the map where it can be known.

    Names of places that act as states are among them (a record's reader may want them; `event_places` does not),
    words for peoples are not. All mentions of a name are the same place, unless a word beside them says otherwise. A
    name that is in no list is put into the region that it is said to lie in, at that region's precision and under its
    own name; without one it stays unknown, and never becomes a namesake elsewhere.
    """
    likely = dict(zip(found, likelihoods(found, gazetteer), strict=True))
    named = [one for one in found if one.kind == "adjective" or likely[one] >= least(one)]
    held = dict(zip(named, holders(parsed, named), strict=True))
    around = {toponym: [p for one in held[toponym] for p in divisions_of(one, gazetteer)] for toponym in named}
    setting = setting_of(named, gazetteer, around, parsed.report.publisher)
    kept = [toponym for toponym in named if toponym.kind != "adjective"]
    chosen = choose(kept, around, setting, gazetteer)
    elsewhere = {name_of(toponym).key: held[toponym] for toponym in reversed(kept) if held[toponym]}
    return tuple(
        mention(
            toponym,
            located(toponym, held[toponym] or elsewhere.get(name_of(toponym).key, ()), chosen, gazetteer),
            number,
            likely[toponym],
        )
        for number, toponym in enumerate(kept, 1)
    )


def least(toponym: Toponym) -> float:
    """How likely words must name a place to be taken for one."""
    has_a_force = "after:force" in toponym.cues and "word:initials" not in toponym.cues
    return LIKELY_WITH_A_FORCE if has_a_force else LIKELY


@dataclass(frozen=True, slots=True)
class Location:
    """Where a toponym lies: a place that bears its name, or the region that it is said to lie in."""

    place: Place
    share: float
    is_region: bool = False


def located(
    toponym: Toponym, held: Sequence[Toponym], chosen: Mapping[Name, Sequence[Sense]], gazetteer: Gazetteer
) -> Location | None:
    """The best sense, unless it lies elsewhere than the report says the name does; then, and where the name is in no
    list, the smallest region around it; for a street or a building, the town too."""
    around = (region_of(one, chosen, gazetteer) for one in held)
    regions = [region for region in around if region is not None and (is_site(toponym) or not region.is_town)]
    best = next(iter(chosen.get(name_of(toponym), ())), None)
    if best is not None and is_site(toponym) and is_out_of_the_way(best.place, toponym, chosen):
        best = None
    if best is not None and not (regions and is_namesake(best.place, regions, chosen[name_of(toponym)])):
        return Location(best.place, best.share)
    if not regions:
        return None
    smallest = min(regions, key=lambda region: CLASSES_BY_SIZE.index(class_of(region)))
    return Location(smallest, REGION_SHARE, is_region=True)


def is_out_of_the_way(town: Place, toponym: Toponym, chosen: Mapping[Name, Sequence[Sense]]) -> bool:
    """Whether a small town lies in a division where nothing else of the report does: a street is not that town."""
    if not town.is_town or town.population >= SMALL_TOWN:
        return False
    others = (senses[0].place for name, senses in chosen.items() if name.key != name_of(toponym).key)
    return all(other.admin1_id != town.admin1_id for other in others)


def is_site(toponym: Toponym) -> bool:
    """Whether the words name a street, a building or the like, which may lie in a town as a village does not."""
    return "word:feature:site" in toponym.cues or name_of(toponym).said == "site"


def region_of(holder: Toponym, chosen: Mapping[Name, Sequence[Sense]], gazetteer: Gazetteer) -> Place | None:
    """The country, region, division or town that a toponym stands for; None where it stands for none of them."""
    if holder.kind == "adjective":
        return next(iter(divisions_of(holder, gazetteer)), None)
    best = next(iter(chosen.get(name_of(holder), ())), None)
    return best.place if best is not None and can_hold(best.place) else None


def can_hold(place: Place) -> bool:
    """Whether a place has an extent that others may lie in."""
    return place.is_country or place.is_division or place.is_town or place.is_region


def is_namesake(best: Place, regions: Sequence[Place], senses: Sequence[Sense]) -> bool:
    """Whether a small town only shares the name of the one that the report puts into a region."""
    if not best.is_town or best.population >= SMALL_TOWN:
        return False
    return not any(holds(region, sense.place) for region in regions for sense in senses)


def mention(toponym: Toponym, location: Location | None, number: int, likely: float) -> PlaceMention:
    """The mention in the record's form."""
    span = toponym.span
    if location is None:
        unknown = round(likely * UNKNOWN_SHARE, 3)
        return PlaceMention(span.start, span.end, span.text, id=f"p{number}", name=span.text, confidence=unknown)
    place = location.place
    return PlaceMention(
        span.start,
        span.end,
        span.text,
        id=f"p{number}",
        gazetteer_id=place.geonames_id,
        name=span.text if location.is_region else place.name,
        feature_code=place.feature_code,
        admin1=place.admin1,
        admin2=place.admin2,
        country=place.country,
        latitude=place.latitude,
        longitude=place.longitude,
        precision="near" if place.is_town and AROUND & set(toponym.cues) else PRECISION[class_of(place)],
        confidence=round(likely * location.share, 3),
    )
