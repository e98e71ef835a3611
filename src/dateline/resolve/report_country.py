"""The country that a report is about: where its actors are at home unless their own words say otherwise."""

from __future__ import annotations

from collections import Counter

from dateline.read.parsed import ParsedReport
from dateline.resolve.actor_codes import countries_named
from dateline.resolve.gazetteer import Gazetteer

# Set on the project's training records: of actors whose own words name no country, 77 in 100 are at home in the
# country that has half of these votes; with 40 in 100 of the votes more are placed, and 74 in 100 rightly.
CLEAR_SHARE = 0.5
COUNTRY_VOTES, TOWN_VOTES = 2, 1
LARGE_TOWN = 100_000  # inhabitants; smaller towns count where no other country has a place of their name
TOWNS_ASKED = 12


def report_country(parsed: ParsedReport, gazetteer: Gazetteer) -> str | None:
    """The ISO 3166-1 alpha-3 code of the country that at least half of the report's names of countries, peoples,
    capitals and well-known towns point to; None where there is none."""
    votes = Counter({code: COUNTRY_VOTES * times for code, times in Counter(countries_named(parsed.doc)).items()})
    for name, times in towns(parsed).most_common(TOWNS_ASKED):
        if code := country_of_town(name, gazetteer):
            votes[code] += TOWN_VOTES * times
    if not votes:
        return None
    code, most = max(votes.items(), key=lambda item: (item[1], item[0]))
    return code if most / votes.total() >= CLEAR_SHARE else None


def towns(parsed: ParsedReport) -> Counter[str]:
    """The names of places in the report."""
    return Counter(entity.text for entity in parsed.doc.ents if entity.label_ in {"GPE", "LOC"} and len(entity) < 5)


def country_of_town(name: str, gazetteer: Gazetteer) -> str | None:
    """The country of the largest place of this name, if it is large or no other country has one."""
    places = [place for place in gazetteer.named(name) if place.country and not place.is_water]
    if not places or places[0].is_country:
        return None
    alone = len({place.country for place in places}) == 1
    return places[0].country if alone or places[0].population >= LARGE_TOWN else None
