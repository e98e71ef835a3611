"""The choice of senses: each name's likeliest place, alone and then beside the others."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from dateline.read.findings import Toponym
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.recognition import class_of, weights
from dateline.resolve.senses import Name, Setting, holds, name_of, senses_of, senses_said, traits

KEPT_FOR_SECOND_ROUND = 15
MOST_COMPANY = 80  # names, the first of the report, beside which the others are judged
TOO_SMALL = 20_000  # inhabitants of a town that is named alone of its country
ENOUGH_NAMES = 4  # names in a report from which on a town in a country of its own is out of place


@dataclass(frozen=True, slots=True)
class Sense:
    """A place that a name may stand for, with what speaks for it and how likely it is among the name's senses."""

    place: Place
    traits: Mapping[str, float]
    share: float


def choose(
    kept: Sequence[Toponym], held: Mapping[Toponym, Sequence[Place]], setting: Setting, gazetteer: Gazetteer
) -> dict[Name, list[Sense]]:
    """The senses of each name, the likeliest first: in a first round by itself, in a second by the others' company."""
    senses: dict[Name, list[Place]] = {}
    around: dict[str, list[Place]] = {}
    for toponym in kept:
        senses.setdefault(name_of(toponym), senses_said(name_of(toponym), senses_of(toponym, gazetteer)))
        around.setdefault(name_of(toponym).key, []).extend(held[toponym])
    first = {
        name: ranked(name, places, around[name.key], setting, "first")[:KEPT_FOR_SECOND_ROUND]
        for name, places in senses.items()
        if places
    }
    company = replace(setting, chosen={name: first[name][0].place for name in islice(first, MOST_COMPANY)})
    second = {
        name: ranked(name, [sense.place for sense in ranking], around[name.key], company, "second")
        for name, ranking in first.items()
    }
    return plausible(agreed(second))


def agreed(rankings: Mapping[Name, list[Sense]]) -> dict[Name, list[Sense]]:
    """The rankings with one sense of a kind for each key: "the town of Elm" and "Elm" are one town, the likelier."""
    best: dict[tuple[str, str], Sense] = {}
    for name, ranking in rankings.items():
        kind = (name.key, class_of(ranking[0].place))
        if kind not in best or ranking[0].share > best[kind].share:
            best[kind] = ranking[0]
    return {name: [best[name.key, class_of(ranking[0].place)], *ranking] for name, ranking in rankings.items()}


def plausible(rankings: Mapping[Name, list[Sense]]) -> dict[Name, list[Sense]]:
    """The rankings without small towns of countries that nothing else in the report has to do with: namesakes."""
    countries: dict[str | None, set[str]] = {}
    for name, ranking in rankings.items():
        countries.setdefault(ranking[0].place.country, set()).add(name.key)
    keys = {name.key for name in rankings}
    return {
        name: ranking
        for name, ranking in rankings.items()
        if len(keys) < ENOUGH_NAMES
        or not ranking[0].place.is_town
        or ranking[0].place.population >= TOO_SMALL
        or len(countries[ranking[0].place.country]) > 1
    }


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
