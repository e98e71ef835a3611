"""The country that a report is about: where its actors are at home unless their own words say otherwise."""

from __future__ import annotations

from collections import Counter

from dateline.read.parsed import ParsedReport
from dateline.resolve.actor_codes import countries_named
from dateline.resolve.gazetteer import Gazetteer

CLEAR_SHARE = 0.6  # of all votes; below it the report is about several countries
TOWNS_ASKED = 12


def report_country(parsed: ParsedReport, gazetteer: Gazetteer) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that most names of the report point to; None where no country has a
    clear majority of the votes."""
    votes = Counter(countries_named(parsed.doc))
    for name, times in towns(parsed).most_common(TOWNS_ASKED):
        if code := country_of_town(name, gazetteer):
            votes[code] += times
    if not votes:
        return None
    code, most = max(votes.items(), key=lambda item: (item[1], item[0]))
    return code if most / votes.total() >= CLEAR_SHARE else None


def towns(parsed: ParsedReport) -> Counter[str]:
    """The names of places in the report."""
    return Counter(entity.text for entity in parsed.doc.ents if entity.label_ in {"GPE", "LOC"} and len(entity) < 5)


def country_of_town(name: str, gazetteer: Gazetteer) -> str | None:
    """The country of the largest place of this name."""
    return next((place.country for place in gazetteer.named(name) if place.country and not place.is_water), None)
