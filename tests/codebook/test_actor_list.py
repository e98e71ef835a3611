"""The user's own list of actors: what it may hold, and what is said of a list that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.codebook.actor_list import ActorList
from dateline.errors import InputError

LIST = """name,aliases,country,sector,id
Ridge Front,RF; Front of the Ridge,ZMB,REB,q1
Viktor Sorin,"Sorin; V. B. Sorin",MDA,GOV,q2
Lantern Circle,,,,q3
"""


@pytest.fixture
def written(tmp_path: Path) -> Path:
    return tmp_path / "mine.csv"


def test_names_and_aliases_are_found_however_they_are_written(written: Path) -> None:
    written.write_text(LIST)
    listed = ActorList.read(written)
    for names, id in ((["RF"], "q1"), (["front of the RIDGE"], "q1"), (["Somebody", "Sorin"], "q2")):
        found = listed.find(names, None)
        assert found is not None
        assert found.id == id
    assert listed.find(["Ridge"], None) is None


def test_a_full_name_is_found_in_another_spelling(written: Path) -> None:
    written.write_text(LIST)
    listed = ActorList.read(written)
    assert listed.find(["Victor Soryn"], "MDA") == listed.find(["Viktor Sorin"], None)
    assert listed.find(["Victor Soryn"], "RUS") is None


def test_what_is_empty_is_left_open(written: Path) -> None:
    written.write_text(LIST)
    found = ActorList.read(written).find(["Lantern Circle"], None)
    assert found is not None
    assert (found.country, found.sector, found.kind) == (None, None, None)


def test_a_spreadsheets_byte_order_mark_and_more_columns_do_no_harm(written: Path) -> None:
    written.write_text("\ufeffid,name,note\nq1,Ridge Front,mine\n")
    assert ActorList.read(written).find(["Ridge Front"], None) is not None


def test_the_version_follows_the_content(written: Path) -> None:
    written.write_text(LIST)
    before = ActorList.read(written).version
    written.write_text(LIST.replace("REB", "UAF"))
    assert ActorList.read(written).version != before


@pytest.mark.parametrize(
    ("content", "row", "column", "words"),
    [
        ("name,country\nRidge Front,ZMB\n", 1, "id", "missing"),
        ("name,id\nRidge Front,\n", 2, "id", "empty"),
        ("name,id,country\nRidge Front,q1,Zambia\n", 2, "country", "'Zambia' is no country"),
        ("name,id,sector\nRidge Front,q1,ARMY\n", 2, "sector", "'ARMY' is no PLOVER sector"),
        ("name,id,kind\nRidge Front,q1,gang\n", 2, "kind", "'gang' is no kind"),
        ("name,id\nRidge Front,q1\nValley Army,q1\n", 3, "id", "'q1' is in row 2 too"),
        ("name,id,aliases\nRidge Front,q1,RF\nRiver Folk,q2,R.F.\n", 3, "aliases", "'R.F.' is in row 2 too"),
        ("name,id\nRidge Front,q1,RF\n", 2, None, "more cells"),
    ],
)
def test_a_list_that_cannot_be_used_names_row_and_column(
    written: Path, content: str, row: int, column: str | None, words: str
) -> None:
    written.write_text(content)
    with pytest.raises(InputError, match=words) as error:
        ActorList.read(written)
    assert (error.value.file, error.value.row, error.value.column) == (str(written), row, column)


def test_no_file_and_no_text_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        ActorList.read(tmp_path / "none.csv")
    (tmp_path / "latin.csv").write_bytes("name,id\nJosé,q1\n".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        ActorList.read(tmp_path / "latin.csv")
