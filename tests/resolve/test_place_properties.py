"""What holds of every place on the map, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.codebook.countries import countries
from dateline.codebook.regions import regions
from dateline.read.parsed import ParsedReport
from dateline.read.places import toponyms
from dateline.record import PlaceMention
from dateline.resolve.gazetteer import Gazetteer, Place, country_place, region_place
from dateline.resolve.places import resolve_places
from dateline.resolve.recognition import class_of
from dateline.resolve.senses import distance_km, holds

Parse = Callable[..., ParsedReport]
GAZETTEER = Gazetteer.bundled()
FEATURES = {
    "country": ("PCL", "TERR"),
    "adm1": ("ADM1",),
    "adm2": ("ADM2", "ADM3"),
    "town": ("PPL", "STLMT"),
    "near": ("PPL", "STLMT"),
}
NAMES = st.sampled_from(
    [
        "Kharkiv",
        "Donbas",
        "Darfur",
        "Xylomar",
        "the Black Sea",
        "Georgia",
        "Long Beach",
        "Homs",
        "Ohio",
        "Paris",
        "Europe",
    ]
)
FORMS = st.sampled_from(
    [
        "Shells hit the village of {} in {}.",
        "Two men were shot near {}, {}.",
        "{} police arrested six in {}.",
        "Troops left {} for the {} region.",
        "A bomb went off on Elm Street in {}, not in {}.",
    ]
)


def is_on_the_globe(place: Place) -> bool:
    return -90 <= place.latitude <= 90 and -180 <= place.longitude <= 180


@given(st.lists(st.tuples(FORMS, NAMES, NAMES), min_size=1, max_size=3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_coordinates_are_in_range_and_precision_is_that_of_the_feature(
    parse: Parse, told: list[tuple[str, str, str]]
) -> None:
    text = " ".join(form.format(one, other) for form, one, other in told)
    parsed = parse(text)
    found = resolve_places(parsed, toponyms(parsed, GAZETTEER.is_name), GAZETTEER)
    assert [place.start for place in found] == sorted(place.start for place in found)
    for place in found:
        assert place.stands_in(text)
        assert 0 <= place.confidence <= 1
        holds_together(place)


def holds_together(place: PlaceMention) -> None:
    point = (place.latitude, place.longitude)
    assert (None in point) == (place.precision == "unknown") == (place.feature_code is None)
    if place.latitude is not None and place.longitude is not None:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180
    assert (place.feature_code or "").startswith(FEATURES.get(place.precision, ("",)))
    if place.precision in ("town", "near", "adm1", "adm2", "country"):
        assert place.country is not None


@given(st.integers(min_value=0, max_value=250_000))
def test_every_place_of_the_file_is_on_the_globe_and_under_its_own_name(number: int) -> None:
    row = GAZETTEER.file.place(number)
    found = [place for place in GAZETTEER.named(row.name) if place.geonames_id == row.geonames_id]
    assert len(GAZETTEER.named(row.name)) >= 200 or found
    assert all(is_on_the_globe(place) for place in found)


def test_countries_and_regions_are_on_the_globe() -> None:
    assert all(is_on_the_globe(country_place(country)) for country in countries())
    assert all(is_on_the_globe(region_place(region)) for region in regions())
    assert all(0 < region.radius_km < 10_000 for region in regions())
    assert sum(region.kind == "region" for region in regions()) >= 150


def test_a_region_meets_the_countries_that_it_is_said_to_lie_in() -> None:
    """By their points, generously: a region lies in a corner of a country."""
    points = {country.iso3: country_place(country) for country in countries()}
    for region in regions():
        for code in region.countries:
            assert distance_km(region_place(region), points[code]) < 4_500 + region.radius_km, (region.name, code)


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [("Darfur", "El Fasher", "Khartoum"), ("Donbas", "Luhansk", "Lviv"), ("Waziristan", "Miran Shah", "Karachi")],
)
def test_a_region_holds_what_lies_in_its_circle(region: str, inside: str, outside: str) -> None:
    around = next(place for place in GAZETTEER.named(region) if place.is_region)
    assert class_of(around) == "region"
    assert holds(around, GAZETTEER.named(inside)[0])
    assert not holds(around, GAZETTEER.named(outside)[0])
