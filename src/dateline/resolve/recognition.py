"""Is it a place? Toponyms weighed by their cues and by what the gazetteer knows of the name.

A log-linear model (logistic regression): the weights of the cues stand in data/toponym_weights.csv, which says on what
they were learnt.
"""

from __future__ import annotations

import csv
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.read.findings import Toponym
from dateline.resolve.gazetteer import Gazetteer, Place

BIAS = "bias"
COMPANY = 0.7  # how far an occurrence is drawn to the likeliest one of the same words
LONGEST_SENSES = 9


@cache
def weights(name: str) -> Mapping[str, float]:
    """A table of weights of this package's data, by the name of the cue."""
    text = files("dateline.resolve").joinpath("data", name).read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return {cue: float(weight) for cue, weight in rows if cue != "cue"}


def gazetteer_cues(words: str, senses: Sequence[Place]) -> list[str]:
    """What the places of the name say: how populous, of what kind, how many, and whether it is their own name."""
    if not senses:
        return ["gazetteer:none"]
    digits = len(str(max(place.population for place in senses)))
    found = [f"gazetteer:digits {digits}", *sorted({f"gazetteer:{class_of(place)}" for place in senses})]
    found.append(f"gazetteer:senses {min(len(senses), LONGEST_SENSES).bit_length()}")
    if any(place.name.casefold() == words.casefold() for place in senses):
        found.append("gazetteer:own name")
    return found


def class_of(place: Place) -> str:
    """A coarse class of a place, by its feature code."""
    if place.is_country:
        return "country"
    if place.is_division:
        return "adm1" if place.feature_code == "ADM1" else "adm2"
    if place.is_town:
        return "town"
    if place.is_site:
        return "site"
    return "water" if place.is_water else "region"


def report_cues(found: Sequence[Toponym]) -> Iterator[list[str]]:
    """For each toponym, how often its words stand in the report, and whether they do so after a word of place."""
    times = Counter(toponym.span.text for toponym in found)
    located = Counter(toponym.span.text for toponym in found if "before:where" in toponym.cues)
    for toponym in found:
        words = toponym.span.text
        elsewhere = located[words] - ("before:where" in toponym.cues)
        share = located[words] * 4 // times[words]
        yield [
            f"report:times {min(times[words], 4)}",
            f"report:located {share}",
            *(["report:where"] if elsewhere else []),
        ]


def crossed(cues: Sequence[str]) -> list[str]:
    """The cues, and pairs of three: what the name recogniser sees, the word before, the size of what bears the name."""
    entity = next((cue for cue in cues if cue.startswith("entity:")), "")
    before = next((cue for cue in cues if cue.startswith("before:")), "")
    sizes = [cue for cue in cues if cue.startswith("gazetteer:digits") or cue == "gazetteer:none"]
    pairs = [f"{one} & {size}" for size in sizes for one in (entity, before)]
    return list(dict.fromkeys([*cues, *pairs, f"{before} & {entity}"]))


def all_cues(found: Sequence[Toponym], gazetteer: Gazetteer) -> list[list[str]]:
    """The cues of every toponym of a report: its own, the gazetteer's, the report's, and pairs."""
    return [
        crossed([*toponym.cues, *gazetteer_cues(toponym.span.text, gazetteer.named(toponym.span.text)), *more])
        for toponym, more in zip(found, report_cues(found), strict=True)
    ]


def likelihoods(found: Sequence[Toponym], gazetteer: Gazetteer) -> list[float]:
    """For each toponym how likely (0 to 1) it names a place. The likeliest occurrence of its words helps all others."""
    table = weights("toponym_weights.csv")
    odds = [table[BIAS] + sum(table.get(cue, 0.0) for cue in cues) for cues in all_cues(found, gazetteer)]
    best: dict[str, float] = {}
    for toponym, one in zip(found, odds, strict=True):
        best[toponym.span.text] = max(one, best.get(toponym.span.text, one))
    return [logistic(one + COMPANY * (best[t.span.text] - one)) for t, one in zip(found, odds, strict=True)]


def logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
