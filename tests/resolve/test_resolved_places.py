"""Places on the map."""

import hashlib
from collections.abc import Callable

import pytest

from dateline.read.parsed import ParsedReport, Parser
from dateline.read.places import toponyms
from dateline.record import PlaceMention, Report
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places

Parse = Callable[..., ParsedReport]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.bundled()


@pytest.fixture
def places(parse: Parse, gazetteer: Gazetteer) -> Callable[[str], dict[str, PlaceMention]]:
    """The places of a text, by their words (the last of each)."""

    def of(text: str) -> dict[str, PlaceMention]:
        parsed = parse(text)
        found = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
        assert all(place.stands_in(text) for place in found)
        return {place.text: place for place in found}

    return of


Places = Callable[[str], dict[str, PlaceMention]]


def test_a_state_s_abbreviation_decides_between_namesakes(places: Places) -> None:
    found = places("Two men were stabbed in Long Beach, Calif., police said.")
    assert (found["Long Beach"].admin1, found["Long Beach"].country) == ("California", "USA")


def test_a_postal_code_after_a_comma_is_a_state(places: Places) -> None:
    found = places("A man was shot in Long Beach, CA, police said.")
    assert (found["CA"].name, found["CA"].precision) == ("California", "adm1")
    assert found["Long Beach"].country == "USA"


def test_a_province_decides_between_namesakes(places: Places) -> None:
    assert places("Students marched in London, Ontario, on Monday.")["London"].country == "CAN"


def test_an_unlisted_village_takes_the_region_it_is_said_to_lie_in(places: Places) -> None:
    found = places("Shells hit the village of Vershnyk in the Donetsk region of Ukraine.")
    village = found["Vershnyk"]
    assert (village.name, village.precision) == ("Vershnyk", "adm1")
    assert (village.admin1, village.country, village.gazetteer_id) == ("Donetsk", "UKR", 709716)


def test_a_village_does_not_become_its_namesake_elsewhere(places: Places) -> None:
    village = places("Shells hit the village of Pavlivka in the Donetsk region of Ukraine.")["Pavlivka"]
    assert (village.name, village.admin1) == ("Pavlivka", "Donetsk")


def test_a_region_is_told_from_the_town_of_its_name(places: Places) -> None:
    assert places("Fighting spread across the Homs governorate of Syria.")["Homs"].precision == "adm1"
    assert places("Fighting spread across the city of Homs in Syria.")["Homs"].precision == "town"


def test_a_country_is_told_from_the_state_of_its_name(places: Places) -> None:
    assert places("In Georgia, troops left Gori for Tbilisi.")["Georgia"].country == "GEO"
    assert places("In Georgia, police in Atlanta and Savannah arrested five.")["Georgia"].country == "USA"


def test_the_usa_is_a_country(places: Places) -> None:
    found = places("Envoys from the USA landed in Amman.")["USA"]
    assert (found.gazetteer_id, found.feature_code, found.country) == (6252001, "PCLI", "USA")


def test_a_name_that_nobody_knows_leaves_the_others_alone(places: Places) -> None:
    found = places("Protesters gathered in Zorbograd and Kabul on Sunday.")
    unknown = found["Zorbograd"]
    assert (unknown.gazetteer_id, unknown.latitude, unknown.country, unknown.admin1) == (None, None, None, None)
    assert (unknown.precision, unknown.name) == ("unknown", "Zorbograd")
    assert found["Kabul"].country == "AFG"


def test_a_sea_lies_in_no_country(places: Places) -> None:
    sea = places("A freighter was hit in the Black Sea near Odesa.")["Black Sea"]
    assert (sea.precision, sea.country) == ("water", None)


def test_words_for_peoples_are_not_places(places: Places) -> None:
    assert "Syrian" not in places("Syrian troops entered Aleppo.")


def test_a_place_that_acts_is_among_the_places(places: Places) -> None:
    assert places("Moscow warned Kyiv against talks.")["Moscow"].country == "RUS"


def test_persons_are_not_places(places: Places) -> None:
    assert places("Mr. Paris Hilltop met Ms. Sydney Brown, and both smiled.") == {}


def test_a_name_keeps_its_sense_through_a_report(parse: Parse, gazetteer: Gazetteer) -> None:
    parsed = parse("Students marched in London, Ontario. The mayor of London thanked them.")
    found = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
    assert {place.country for place in found if place.text == "London"} == {"CAN"}


def test_ids_are_unique_and_confidence_is_a_share(parse: Parse, gazetteer: Gazetteer) -> None:
    parsed = parse("Marches were held in Belgrade, Novi Sad, Nis, Zorbograd and Belgrade again.")
    found = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
    assert len({place.id for place in found}) == len(found) >= 4
    assert all(0 <= place.confidence <= 1 for place in found)


@pytest.mark.parametrize(
    "text", ["", "A", "\n", "🔥", "in", "IN", ", , ,", "(Kabul", "e\u0301 in Kabul\r\n", "U.S.-led"]
)
def test_odd_texts_are_survived(places: Places, text: str) -> None:
    places(text)


def test_the_publisher_s_country_decides_where_nothing_else_does(parser: Parser, gazetteer: Gazetteer) -> None:
    def country_of_perth(publisher: str) -> str | None:
        text = "A shop in Perth was robbed on Tuesday."
        digest = hashlib.sha256(text.encode()).hexdigest()
        parsed = parser.parse(Report(id="r", text=text, publisher=publisher, sha256=digest))
        found = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
        return next(place.country for place in found if place.text == "Perth")

    assert country_of_perth("example.com.au") == "AUS"
    assert country_of_perth("example.co.uk") == "GBR"


def test_near_a_town_is_not_in_it(places: Places) -> None:
    assert places("A convoy was ambushed near Kirkuk on Monday.")["Kirkuk"].precision == "near"


def test_an_unlisted_street_takes_its_town(places: Places) -> None:
    street = places("A bomb went off on Juniper Street in Kirkuk on Monday.")["Juniper Street"]
    assert (street.name, street.country, street.precision) == ("Juniper Street", "IRQ", "town")


def test_the_town_of_a_name_and_the_name_are_one(parse: Parse, gazetteer: Gazetteer) -> None:
    parsed = parse("A barn burned in Felton, Minn., on Monday. The town of Felton has few barns.")
    found = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
    assert [place.admin1 for place in found if place.text == "Felton"] == ["Minnesota", "Minnesota"]


def test_an_unlisted_village_of_an_informal_region_takes_the_region(places: Places) -> None:
    village = places("Militiamen burnt the village of Ummqazara in Darfur on Sunday.")["Ummqazara"]
    assert (village.name, village.precision, village.country) == ("Ummqazara", "region", "SDN")


def test_a_town_is_meant_where_its_police_are_named(places: Places) -> None:
    assert places("Hopewell police arrested a man in Virginia on Monday.")["Hopewell"].admin1 == "Virginia"


def test_a_street_is_no_town_of_its_name_elsewhere(places: Places) -> None:
    text = "CHARLOTTE, N.C. - Two men were shot on Reagan Drive in Charlotte on Monday."
    assert places(text)["Reagan Drive"].admin1 in (None, "North Carolina")
