"""Words for countries."""

import pytest

from dateline.codebook.countries import countries, country_of, country_of_capital, country_word
from dateline.codebook.names import name_key
from dateline.codebook.regions import division_abbreviations, divisions, regions


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Ukraine", "UKR"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("U.S.'s", "USA"),
        ("Britain’s", "GBR"),
        ("Syrian", "SYR"),
        ("Frenchmen", "FRA"),
        ("North Koreans", "PRK"),
        ("Côte d’Ivoire", "CIV"),
        ("DR Congo", "COD"),
        ("CAR", "CAF"),
        ("syria", "SYR"),
    ],
)
def test_a_word_for_a_country_gives_its_code(words: str, code: str) -> None:
    assert country_of(words) == code


@pytest.mark.parametrize("words", ["us", "car", "turkey", "poles", "", "'", "Springfield", "Moscow"])
def test_other_words_are_no_country(words: str) -> None:
    assert country_of(words) is None


def test_a_capital_is_told_from_its_country() -> None:
    assert country_of_capital("Kyiv") == "UKR"
    assert country_of_capital("Kiev") == "UKR"
    assert country_of_capital("Ukraine") is None
    assert country_word("Moscow") == ("RUS", "capital")


def test_the_kind_of_word_is_told() -> None:
    assert country_word("Iraq") == ("IRQ", "name")
    assert country_word("Iraqi") == ("IRQ", "adjective")
    assert country_word("Iraqis") == ("IRQ", "demonym")


def test_every_country_has_codes_and_a_point_and_neighbours_that_exist() -> None:
    codes = {country.iso3 for country in countries()}
    assert len(codes) == len(countries()) >= 249
    for country in countries():
        assert len(country.iso3) == 3
        assert len(country.iso2) == 2
        assert -90 <= country.latitude <= 90
        assert -180 <= country.longitude <= 180
        assert set(country.neighbours) <= codes


def test_no_name_stands_for_two_countries() -> None:
    names: dict[str, str] = {}
    for country in countries():
        for name in (country.name, *country.aliases):
            assert names.setdefault(name_key(name), country.iso3) == country.iso3, name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. John's", "Saint Johns"),
        ("Mazār-e Sharīf", "Mazar-e-Sharif"),
        ("N'Djamena", "Ndjamena"),
        ("İzmir", "izmir"),
        ("Kyiv’s", "KYIV"),
        ("São Paulo", "Sao  Paulo"),
    ],
)
def test_spellings_of_a_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


def test_regions_and_divisions_name_countries_of_the_table() -> None:
    codes = {country.iso3 for country in countries()}
    assert {code for region in regions() for code in region.countries} <= codes
    assert {division.country for division in divisions()} <= codes


def test_an_abbreviation_names_its_division() -> None:
    assert division_abbreviations()["Calif."].name == "California"
    assert division_abbreviations()["Ont."].country == "CAN"
