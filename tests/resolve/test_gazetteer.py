"""The gazetteer and its file."""

import time
from pathlib import Path

import pytest

from dateline.codebook.names import name_key
from dateline.errors import InputError
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.gazetteer_blocks import DivisionRow, PlaceRow
from dateline.resolve.gazetteer_file import GazetteerFile, write_gazetteer

PLACES = [
    PlaceRow(11, "Alda", 10.5, 20.25, "PPL", 0, 700),
    PlaceRow(12, "Brennt", -3.1234, -70.5, "PPLA", 0, 50_000),
    PlaceRow(13, "Brennt Province", -3.1234, -70.5, "ADM1", 0, 80_000),
]
DIVISIONS = [DivisionRow("PER", 2, -1)]
NAMES = [("alda", [0]), ("brennt", [2, 1]), ("brennt province", [2])]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.bundled()


def written(path: Path) -> Path:
    write_gazetteer(path, places=PLACES, divisions=DIVISIONS, names=lambda: NAMES, about={"source": "made up"})
    return path


def test_what_was_written_is_read(tmp_path: Path) -> None:
    small = Gazetteer.open(written(tmp_path / "g.sqlite"))
    division, town = small.named("Brennt")
    assert (division.geonames_id, division.feature_code) == (13, "ADM1")
    assert (town.geonames_id, town.latitude, town.longitude, town.population) == (12, -3.1234, -70.5, 50_000)
    assert (town.country, town.admin1, town.admin1_id, town.admin2) == ("PER", "Brennt Province", 13, None)


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path / "one.sqlite").read_bytes() == written(tmp_path / "two.sqlite").read_bytes()


def test_names_of_several_blocks_are_found(tmp_path: Path) -> None:
    places = [PlaceRow(n, f"p{n:05}", 0.0, 0.0, "PPL", -1, n) for n in range(1, 2_000)]
    names = [(place.name, [number]) for number, place in enumerate(places)]
    write_gazetteer(tmp_path / "g.sqlite", places=places, divisions=[], names=lambda: names, about={})
    file = GazetteerFile(tmp_path / "g.sqlite")
    for number in (0, 511, 512, 513, 1_998):
        assert file.place(file.numbers(names[number][0])[0]).geonames_id == number + 1
    assert not file.has("p")
    assert not file.has("p00001\np00002")
    with pytest.raises(IndexError):
        file.place(10_000)


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("not a gazetteer", encoding="utf-8")
    with pytest.raises(InputError, match=r"notes\.txt"):
        Gazetteer.open(tmp_path / "notes.txt")


def test_the_bundled_file_opens_at_once() -> None:
    Gazetteer.bundled()
    start = time.perf_counter()
    Gazetteer.bundled()
    assert time.perf_counter() - start < 0.25  # 7 ms on an idle machine


@pytest.mark.parametrize(
    ("words", "number"),
    [("Kazan", 551487), ("Mazar-i-Sharif", 1133616), ("Sao Paulo", 3448439), ("Kiev", 703448), ("Tatarstan", 484048)],
)
def test_the_bundled_file_knows_names_in_several_spellings(gazetteer: Gazetteer, words: str, number: int) -> None:
    assert number in {place.geonames_id for place in gazetteer.named(words)}
    assert gazetteer.is_name(words)


def test_places_are_named_with_their_divisions(gazetteer: Gazetteer) -> None:
    town = next(p for p in gazetteer.named("Long Beach") if p.admin1 == "California")
    assert (town.country, town.admin2, town.is_town) == ("USA", "Los Angeles County", True)


def test_a_country_comes_before_its_namesakes(gazetteer: Gazetteer) -> None:
    country, *others = gazetteer.named("Georgia")
    assert country.country == "GEO"
    assert country.is_country
    assert any(place.country == "USA" and place.feature_code == "ADM1" for place in others)


def test_seas_and_regions_are_known_and_in_no_country(gazetteer: Gazetteer) -> None:
    sea = gazetteer.named("Black Sea")[0]
    assert (sea.is_water, sea.country) == (True, None)
    assert any(place.feature_code == "RGN" for place in gazetteer.named("Donbas"))


def test_a_region_of_the_codebook_is_the_file_s_where_it_has_it(gazetteer: Gazetteer) -> None:
    assert [place.geonames_id for place in gazetteer.named("Europe") if place.feature_code == "CONT"] == [6255148]


@pytest.mark.parametrize("words", ["", " ", "''", "Qqzzxville", "\n", "🔥"])
def test_nothing_is_found_for_what_is_no_name(gazetteer: Gazetteer, words: str) -> None:
    assert gazetteer.named(words) == ()
    assert not gazetteer.is_name(words)


def test_names_are_kept_by_their_keys(gazetteer: Gazetteer) -> None:
    assert gazetteer.named("KHARKIV") == gazetteer.named("Kharkiv's") != ()
    assert name_key("KHARKIV") == "kharkiv"


def test_us_in_small_letters_is_no_country(gazetteer: Gazetteer) -> None:
    assert not any(place.is_country for place in gazetteer.named("us"))
    assert gazetteer.named("US")[0].country == "USA"
