"""The senses of a name: which places it may stand for, and what the report says for each of them.

A name keeps one sense through a report, as names do in news ("one sense per discourse", Gale, Church and Yarowsky 1992;
for toponyms Leidner 2007). "Donetsk region" and "Donetsk" are two names here: a word beside a name that says what it is
makes it a name of its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.codebook.countries import by_code, country_of
from dateline.codebook.names import name_key
from dateline.codebook.regions import Division, division_abbreviations
from dateline.read.findings import Toponym
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.recognition import class_of

MOST_SENSES = 60
EARTH_KM = 6371.0
NEAR_KM = 150.0  # by this distance what a neighbour says for a sense has fallen to a third
TRAIT_OF_SEAT = {
    "PPLC": "capital",
    "PPLA": "seat",
    "PPLA2": "lesser seat",
    "PPLX": "part",
    "PPLQ": "past",
    "PPLH": "past",
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the report uses it: its key, and the class of thing that the words beside it say it is (or "")."""

    key: str
    said: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What the report says of the places in it: how often each country is named (as a share), the divisions that a name
    may be, the country of the publisher, the divisions that other names are said to lie in, and, in the second round,
    the places that the first one chose."""

    countries: Mapping[str, float]
    divisions: frozenset[int]
    publisher: str | None
    containing: frozenset[int] = frozenset()
    chosen: Mapping[Name, Place] = field(default_factory=dict)


def name_of(toponym: Toponym) -> Name:
    return Name(name_key(toponym.span.text), said_class(toponym))


def said_class(toponym: Toponym) -> str:
    """What kind of place the words beside a name call it: "adm1" for "the Donetsk region" and "the state of Oregon"."""
    for cue in toponym.cues:
        if cue.startswith(("after:feature:", "before:feature:")):
            return cue.rpartition(":")[2]
        if cue.startswith("before:") and cue.endswith(" of") and cue != "before:of":
            return cue.removeprefix("before:").removesuffix(" of")
    return ""


def senses_said(name: Name, places: Sequence[Place]) -> list[Place]:
    """The senses that are what the words beside the name call it, where there are any: a region is no town."""
    if name.said in ("adm1", "town"):
        of_kind = [place for place in places if class_of(place) == name.said]
        return of_kind or list(places)
    return list(places)


def senses_of(toponym: Toponym, gazetteer: Gazetteer) -> list[Place]:
    """The places that the words may stand for, the most populous first; none where they are in no list."""
    words = toponym.span.text
    if "basis:abbreviation" in toponym.cues and (division := abbreviated(words)):
        named = gazetteer.named(division.name)
        return [p for p in named if p.feature_code == "ADM1" and p.country == division.country][:1]
    return list(gazetteer.named(words)[:MOST_SENSES])


def abbreviated(words: str) -> Division | None:
    """The division that an abbreviation stands for, in capitals or not: "Calif." and "CALIF."."""
    return division_abbreviations().get(words) or division_abbreviations().get(words.capitalize())


def publisher_country(publisher: str | None) -> str | None:
    """The country of a publisher's address: "GBR" for "example.co.uk"; None where its ending is nobody's."""
    ending = (publisher or "").strip().rpartition(".")[2].upper()
    country = by_code().get("GB" if ending == "UK" else ending) if len(ending) == 2 else None
    return country.iso3 if country else None


def traits(name: Name, place: Place, among: Sequence[Place], setting: Setting) -> dict[str, float]:
    """What speaks for a sense of a name but for what contains it: named traits with values from 0 to about 1."""
    most = max(p.population for p in among)
    found = {
        "population": math.log10(place.population + 1) / 7,
        "share of population": math.log10((place.population + 1) / (most + 1)) / 7,
        "first": float(place is among[0]),
        f"class {class_of(place)}": 1.0,
        "own name": float(name_key(place.name) == name.key),
        "country named": setting.countries.get(place.country or "", 0.0),
        "country named at all": float((place.country or "") in setting.countries),
        "division named": float(place.admin1_id in setting.divisions and place.feature_code != "ADM1"),
        "said to contain": float(place.geonames_id in setting.containing),
        "publisher": float(setting.publisher is not None and place.country == setting.publisher),
    }
    if not place.is_town and has_namesake_town(place, among):
        found[f"namesake town, is {class_of(place)}"] = 1.0
    if seat := TRAIT_OF_SEAT.get(place.feature_code):
        found[seat] = 1.0
    if name.said:
        found[f"said {name.said}, is {class_of(place)}"] = 1.0
    return found | company(name, place, setting)


def has_namesake_town(place: Place, among: Sequence[Place]) -> bool:
    """Whether a division shares its name with a town of its own, as Homs does: bare, the name mostly is the town's."""
    return any(other.is_town and holds(place, other) for other in among)


def company(name: Name, place: Place, setting: Setting) -> dict[str, float]:
    """How well a sense sits among the places chosen for the report's other names; nothing in the first round."""
    others = [other for key, other in setting.chosen.items() if key.key != name.key]
    if not others:
        return {}
    local = [other for other in others if not (other.is_country or other.feature_code == "CONT")]
    nearness = [math.exp(-distance_km(place, other) / NEAR_KM) for other in local] or [0.0]
    return {
        "nearest": max(nearness),
        "nearness": sum(nearness) / len(nearness),
        "same country": sum(other.country == place.country for other in others) / len(others),
        "same division": sum(other.admin1_id == place.admin1_id for other in others if other.admin1_id) / len(others),
    }


def distance_km(one: Place, other: Place) -> float:
    """The distance of two places on the globe, good to a few per cent (an equirectangular projection)."""
    east = math.radians((one.longitude - other.longitude + 180) % 360 - 180)
    north = math.radians(one.latitude - other.latitude)
    return EARTH_KM * math.hypot(north, east * math.cos(math.radians((one.latitude + other.latitude) / 2)))


def holds(container: Place, place: Place) -> bool:
    """Whether a place lies in a country, division or region; in a region, by a circle of its size."""
    if container.is_country:
        return place.country == container.country and not place.is_country
    if container.feature_code == "ADM1":
        return place.admin1_id == container.geonames_id and place.geonames_id != container.geonames_id
    if container.feature_code == "ADM2":
        return place.admin2_id == container.geonames_id and place.geonames_id != container.geonames_id
    if container.is_region and container.radius_km is not None:
        return not (place.is_country or place.is_region) and distance_km(container, place) <= container.radius_km
    return False


def setting_of(
    found: Sequence[Toponym], gazetteer: Gazetteer, held: Mapping[Toponym, Sequence[Place]], publisher: str | None
) -> Setting:
    """What the toponyms of a report say before any of them is put on the map. Adjectives count as their countries."""
    countries: Counter[str] = Counter()
    divisions: set[int] = set()
    containing: set[int] = set()
    for toponym in found:
        if code := country_of(toponym.span.text):
            countries[code] += 1
        senses = senses_of(toponym, gazetteer)
        divisions.update(p.geonames_id for p in senses if p.feature_code == "ADM1" and p.geonames_id is not None)
        around = held.get(toponym, ())
        containing.update(c.geonames_id for c in around if c.geonames_id and any(holds(c, place) for place in senses))
    total = sum(countries.values())
    return Setting(
        {code: count / total for code, count in countries.items()},
        frozenset(divisions),
        publisher_country(publisher),
        frozenset(containing),
    )
