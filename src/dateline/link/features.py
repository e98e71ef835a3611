"""What speaks for and against two tellings being of one happening: features by readable names.

`dateline show INCIDENT` prints these names. A feature that does not apply is absent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dateline.link.telling import Range, Sketch, Spot, Telling
from dateline.link.words import likeness, rarity

Told = tuple[Sketch, Telling]
Feature = tuple[str, float]

SENTENCES, PEOPLE = "likeness of the sentences", "people of the happening in common"
NO_PLACE, NO_DATE = "a place is not known", "a date is not known"
SALIENCE = "the less central one's salience"
FOREMOST = ("neither is its report's foremost", "one is its report's foremost", "each is its report's foremost")
COUNTS = ("not both say", "none in both", "agree", "differ by one", "differ")
RELATIONS = ("same place", "places near", "one place may hold the other", "places at some distance", "places far apart")
PRECISE = frozenset(("site", "town", "near", "adm2"))
NEAR_KM, FAR_KM = 30.0, 120.0
EARTH_KM = 6371.0
STEPS_OF_REPORT = (0.1, 0.2, 0.35)  # where the worth of likeness may change its slope
STEPS_OF_SENTENCES = (0.15, 0.4)
MOST_RARITY = 12.0  # of shared names: three rare ones
MOST_RARE = 8
CONFLICTS = frozenset(
    (
        "places far apart",
        "up to a week apart",
        "up to a month apart",
        "more than a month apart",
        "published before the other's happening",
        "killed: differ by one",
        "killed: differ",
        "injured: differ by one",
        "injured: differ",
        "other people in the happening",
        "other people in the reports",
        "other ages",
    )
)

GROUPS: tuple[tuple[str, ...], ...] = (  # of features of tellings: one of each holds at most
    (*RELATIONS, NO_PLACE),
    (
        NO_DATE,
        "same day",
        "days overlap",
        "a day apart",
        "up to three days apart",
        "up to a week apart",
        "up to a month apart",
        "more than a month apart",
    ),
    ("published before the other's happening",),
    *(tuple(f"{m}: {how}" for how in COUNTS) for m in ("killed", "injured")),
    ("other people in the happening",),
    ("same type", "other type"),
    ("same mode", "other mode"),
    ("two facts differ", "three facts differ", "four facts differ or more"),
)


def features(one: Told, other: Told) -> dict[str, float]:
    """All features of a pair of tellings; the same for either order."""
    found = report_features(one[0], other[0]) | telling_features(one, other)
    return found | dict(conflicts(conflicting(found)))


def telling_features(one: Told, other: Told) -> dict[str, float]:
    """The features that are those of two tellings, and not of their reports."""
    return quick_features(one, other) | slow_features(one[1], other[1])


def slow_features(this: Telling, that: Telling) -> dict[str, float]:
    """Those that take time: how alike the sentences are, and how the places lie."""
    found = dict(slopes(SENTENCES, likeness(this.words, that.words), STEPS_OF_SENTENCES))
    found[place_feature(this, that)] = 1.0
    return found


def quick_features(one: Told, other: Told) -> dict[str, float]:
    """The others."""
    (here, this), (there, that) = one, other
    found = {day_feature(this, that): 1.0}
    if told_before(here.published, that.first) or told_before(there.published, this.first):
        found["published before the other's happening"] = 1.0
    found[figure_feature("killed", this.killed, that.killed)] = 1.0
    found[figure_feature("injured", this.injured, that.injured)] = 1.0
    found.update(people_features(this, that))
    found["same type" if set(this.types) & set(that.types) else "other type"] = 1.0
    if this.modes and that.modes:
        found["same mode" if set(this.modes) & set(that.modes) else "other mode"] = 1.0
    found[FOREMOST[this.is_main + that.is_main]] = 1.0
    found[SALIENCE] = min(this.central, that.central)
    return found


def report_features(here: Sketch, there: Sketch) -> dict[str, float]:
    """The features that all tellings of two reports share."""
    found: dict[str, float] = {"bias": 1.0}
    found.update(slopes("likeness of the reports", likeness(here.words, there.words), STEPS_OF_REPORT))
    found.update(rare_words(here, there))
    if here.published and there.published:
        apart = abs((here.published - there.published).days)
        found["time between publications"] = math.log1p(apart)
        if apart <= 1:
            found["published within a day"] = 1.0
    around = set(here.people) & set(there.people)
    if around:
        found["people of the reports in common"] = rarity_of(around)
    elif here.people and there.people:
        found["other people in the reports"] = 1.0
    found.update(age_features(here, there))
    return found


def slopes(name: str, value: float, steps: tuple[float, ...]) -> Iterator[Feature]:
    """The value, and how far it is above each step: together any bent line."""
    yield name, value
    for step in steps:
        if value > step:
            yield f"{name} above {step:g}", value - step


def rare_words(here: Sketch, there: Sketch) -> Iterator[Feature]:
    """How many rare words both reports have that name no place of what they tell: streets, schools, people."""
    shared = here.rare_words & there.rare_words
    count = len(shared - here.place_words - there.place_words) if shared else 0
    yield "no rare word in common" if count == 0 else "rare words in common", float(min(MOST_RARE, count) or 1)


def conflicting(found: Mapping[str, float]) -> int:
    """How many of the facts contradict each other."""
    return len(CONFLICTS & found.keys())


def conflicts(count: int) -> Iterator[Feature]:
    """What so many contradictions come to: one may be a misreading, several hardly are."""
    if count >= 2:
        yield ("two facts differ", "three facts differ", "four facts differ or more")[min(count, 4) - 2], 1.0


def place_feature(this: Telling, that: Telling) -> str:
    """How the places lie to each other, by the pair that lies closest."""
    known = [spot for spot in this.spots if spot.country], [spot for spot in that.spots if spot.country]
    if not known[0] or not known[1]:
        return NO_PLACE
    return min((relation(a, b) for a in known[0] for b in known[1]), key=RELATIONS.index)


def relation(one: Spot, other: Spot) -> str:
    """Same, near, containing, or apart."""
    both_precise = one.precision in PRECISE and other.precision in PRECISE
    if both_precise and one.gazetteer_id == other.gazetteer_id and one.gazetteer_id is not None:
        return "same place"
    if not both_precise:
        return "one place may hold the other" if may_hold(one, other) else "places far apart"
    distance = distance_km(one, other)
    if distance is None:
        return "one place may hold the other" if may_hold(one, other) else "places at some distance"
    if distance <= NEAR_KM:
        return "places near"
    return "places at some distance" if distance <= FAR_KM else "places far apart"


def may_hold(one: Spot, other: Spot) -> bool:
    """Whether nothing says that the places are in different countries or regions."""
    if one.country != other.country:
        return False
    return one.admin1 is None or other.admin1 is None or one.admin1 == other.admin1


def distance_km(one: Spot, other: Spot) -> float | None:
    """Along the great circle; None where a point is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    a, b = math.radians(one.latitude), math.radians(other.latitude)
    half = (math.radians(other.latitude - one.latitude) / 2, math.radians(other.longitude - one.longitude) / 2)
    root = math.sin(half[0]) ** 2 + math.cos(a) * math.cos(b) * math.sin(half[1]) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(root)))


def day_feature(this: Telling, that: Telling) -> str:
    """How far the intervals are apart; a vague interval that holds the other is not the same as the same day."""
    if not (this.first and this.last and that.first and that.last):
        return NO_DATE
    apart = max((this.first - that.last).days, (that.first - this.last).days, 0)
    if apart == 0:
        exact = max((this.last - this.first).days, (that.last - that.first).days) <= 1
        return "same day" if exact else "days overlap"
    for most, name in ((1, "a day apart"), (3, "up to three days apart"), (7, "up to a week apart")):
        if apart <= most:
            return name
    return "up to a month apart" if apart <= 31 else "more than a month apart"


def told_before(published: date | None, first: date | None) -> bool:
    """Whether the happening came later than the report; a day's grace for the zones of the earth."""
    return published is not None and first is not None and published < first - timedelta(days=1)


def figure_feature(measure: str, one: Range | None, other: Range | None) -> str:
    """Whether the counts can be of the same people."""
    if one is None or other is None:
        return f"{measure}: not both say"
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    if gap == 0:
        return f"{measure}: none in both" if one[1] == other[1] == 0 else f"{measure}: agree"
    return f"{measure}: differ by one" if gap == 1 else f"{measure}: differ"


def people_features(this: Telling, that: Telling) -> Iterator[Feature]:
    """Names in common, by how rare they are; or names on both sides and none in common."""
    shared = set(this.people) & set(that.people)
    if shared:
        yield PEOPLE, rarity_of(shared)
    elif this.people and that.people:
        yield "other people in the happening", 1.0


def rarity_of(names: set[str]) -> float:
    """How telling it is that all these names are shared."""
    return min(MOST_RARITY, sum(rarity().of(name) for name in sorted(names)))


def age_features(here: Sketch, there: Sketch) -> Iterator[Feature]:
    """Ages in common, or ages on both sides and none in common."""
    shared = set(here.ages) & set(there.ages)
    if shared:
        yield "ages in common", float(min(3, len(shared)))
    elif here.ages and there.ages:
        yield "other ages", 1.0
