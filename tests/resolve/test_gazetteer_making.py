"""A gazetteer made of a GeoNames dump."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import InputError, UsageError
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.gazetteer_making import make_from_dump
from dateline.resolve.geonames_dump import dump_at
from made_dump import DISTRICT, PLACES, PROVINCE, SEAT, VILLAGE, place, write_dump


def untold(what: str, done: int, whole: int) -> None:
    assert 0 <= done <= whole


def made(folder: Path, output: Path) -> Gazetteer:
    make_from_dump(dump_at([folder]), output, notify=untold)
    return Gazetteer.open(output)


@pytest.fixture(params=[False, True], ids=["text", "zip"])
def gazetteer(request: pytest.FixtureRequest, tmp_path: Path) -> Gazetteer:
    return made(write_dump(tmp_path / "dump", zipped=request.param), tmp_path / "g.sqlite")


@pytest.mark.parametrize("name", ["Quillabrava", "Killabrawa", "VILLA QUEBRADA"])
def test_a_village_has_all_its_names(gazetteer: Gazetteer, name: str) -> None:
    [village] = gazetteer.named(name)
    assert (village.geonames_id, village.name, village.latitude) == (VILLAGE, "Quillabrava", -13.5001)
    assert (village.country, village.admin1, village.admin2) == ("PER", "Urcosmayo Region", "Tarmapata District")


@pytest.mark.parametrize(
    "name", ["Кильябрава", "https://example.org/quillabrava", "Of Nobody", "Rio Zollern", "Nowhere"]
)
def test_what_is_left_out(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(name) == ()


def test_divisions_have_the_point_of_their_seat(gazetteer: Gazetteer) -> None:
    province = next(p for p in gazetteer.named("Urcosmayo") if p.feature_code == "ADM1")
    assert (province.geonames_id, province.latitude, province.longitude) == (PROVINCE, -13.25, -72.5)
    assert province.population == 30_000
    assert gazetteer.named("Urcosmayo Region Plain")[0].geonames_id == PROVINCE
    assert [p.geonames_id for p in gazetteer.named("Tarmapata")] == [DISTRICT]


def test_a_place_without_codes_lies_where_its_parent_does(gazetteer: Gazetteer) -> None:
    [orphan] = gazetteer.named("Orphanova")
    assert (orphan.admin1_id, orphan.admin2_id) == (PROVINCE, DISTRICT)


def test_the_same_dump_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = write_dump(tmp_path / "dump", zipped=False)
    made(folder, tmp_path / "one.sqlite")
    made(folder, tmp_path / "two.sqlite")
    assert (tmp_path / "one.sqlite").read_bytes() == (tmp_path / "two.sqlite").read_bytes()


def test_files_of_countries_are_taken_together(tmp_path: Path) -> None:
    for name, row in (("PE", PLACES[1]), ("BO", place(5, "Zwillingen", (1, 2), "PPL", country="BO"))):
        (tmp_path / f"{name}.txt").write_text(row + "\n", encoding="utf-8")
    (tmp_path / "readme.txt").write_text("not a list", encoding="utf-8")
    gazetteer = made(tmp_path, tmp_path / "g.sqlite")
    assert gazetteer.named("Zwillingen")[0].country == "BOL"
    assert {p.geonames_id for p in gazetteer.named("Urcosmayo")} == {SEAT}


def bad(row: int, column: int, value: str) -> str:
    rows = [one.split("\t") for one in PLACES]
    rows[row - 1][column] = value
    return "".join("\t".join(one) + "\n" for one in rows)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (bad(2, 4, "north"), "PE.txt, row 2, column 'latitude': 'north'"),
        (bad(3, 5, "200"), "PE.txt, row 3, column 'longitude': '200'"),
        (bad(1, 0, ""), "PE.txt, row 1, column 'geonameid'"),
        (bad(1, 14, "nan"), "PE.txt, row 1, column 'population'"),
        (PLACES[0] + "\nhalf a row\n", "PE.txt, row 2: 1 columns, where a GeoNames dump has 19"),
        ("", "no place"),
    ],
)
def test_errors_name_file_row_and_column(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "PE.txt").write_text(text, encoding="utf-8")
    (tmp_path / "g.sqlite").write_text("what was there", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        made(tmp_path, tmp_path / "g.sqlite")
    assert said in str(caught.value)
    assert (tmp_path / "g.sqlite").read_text(encoding="utf-8") == "what was there"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["PE.txt", "g.sqlite"]


def test_files_that_are_no_dump_are_named(tmp_path: Path) -> None:
    (tmp_path / "UA.zip").write_bytes(b"PK not really")
    with pytest.raises(InputError, match=r"UA\.zip: is no whole zip archive"):
        made(tmp_path, tmp_path / "g.sqlite")
    with pytest.raises(InputError, match="no such file"):
        dump_at([tmp_path / "XX.zip"])
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="no list of places"):
        dump_at([tmp_path / "empty"])
    (tmp_path / "PE.txt").write_bytes(b"\xff\xfe\n")
    with pytest.raises(InputError, match="is not UTF-8"):
        make_from_dump(dump_at([tmp_path / "PE.txt"]), tmp_path / "g.sqlite", notify=untold)
    with pytest.raises(UsageError, match="no folder"):
        made(write_dump(tmp_path / "dump", zipped=False), tmp_path / "nowhere" / "g.sqlite")
