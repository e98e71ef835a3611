"""CSV: stable columns, safe cells."""

from __future__ import annotations

import csv
import io

import pytest

from dateline.export import ExportOptions
from dateline.export.columns import COLUMNS
from dateline.export.table import csv_line, pieces
from dateline.record import Event, EventFigure, Incident, Record
from made_casebook import Draft, incident_of, wire_record

SHOWN = ExportOptions(show_names=True)


def rows(records: list[Record], incidents: list[Incident] | None = None) -> list[dict[str, str]]:
    text = b"".join(pieces(records, incidents or [], SHOWN)).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_there_is_one_row_for_each_event() -> None:
    assert [(row["report_id"], row["event_id"]) for row in rows([wire_record("a"), wire_record("b")])] == [
        (report, event) for report in "ab" for event in ("e1", "e2", "e3")
    ]


def test_a_row_says_who_did_what_where_when_how_many_and_according_to_whom() -> None:
    row = rows([wire_record()])[0]
    expected = {
        "event_type": "ASSAULT",
        "mode": "heavy-weapons",
        "factuality": "denied",
        "actors": "the Ridge Front",
        "actor_countries": "ZMB",
        "actor_sectors": "REB",
        "objects": "the ferry landing",
        "instruments": "Shells",
        "place": "Mwense",
        "latitude": "-10.38",
        "longitude": "28.69",
        "geo_precision": "1",
        "where_prec": "1",
        "place_level": "4",
        "place_country": "ZMB",
        "geonames_id": "909488",
        "earliest": "2024-05-06",
        "latest": "2024-05-06",
        "time_basis": "relative",
        "killed_low": "12",
        "killed_best": "12",
        "killed_high": "",
        "injured_low": "",
        "figure_words": "killed: at least 12 people",
        "according_to": "Mayor Ada Rook",
        "denied_by": "e3",
        "trigger": "shelled",
        "published": "2024-05-07",
    }
    assert {name: row[name] for name in expected} == expected


def test_trigger_offsets_find_the_words_in_the_text() -> None:
    record = wire_record()
    row = rows([record])[0]
    assert record.report.text[int(row["trigger_start"]) : int(row["trigger_end"])] == row["trigger"]
    assert row["triggers"].split("; ")[1] == "hit [7:10]"


def test_a_row_names_its_incident() -> None:
    record = wire_record()
    found = rows([record], [incident_of(record)])
    assert [row["incident_id"] for row in found] == ["i-r1-e1", "", ""]


def test_unknown_values_are_empty_cells_and_none_is_zero() -> None:
    row = rows([wire_record()])[1]
    for name in (
        "place",
        "latitude",
        "longitude",
        "geo_precision",
        "where_prec",
        "place_level",
        "earliest",
        "latest",
        "killed_low",
        "killed_best",
        "according_to",
    ):
        assert row[name] == ""


def test_no_casualties_is_zero_and_not_empty() -> None:
    draft = Draft("The raid killed nobody.")
    figure = EventFigure(*draft.at("nobody"), measure="killed", low=0, best=0, high=0)
    draft.events.append(Event(id="e1", type="ASSAULT", triggers=(draft.span("raid"),), figures=(figure,)))
    assert rows([draft.record()])[0]["killed_best"] == "0"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_run_as_a_formula(sign: str) -> None:
    draft = Draft(f"{sign}cmd was shouted", head={"title": f"{sign}HYPERLINK(1)"})
    draft.events.append(Event(id="e1", type="PROTEST", triggers=(draft.span(f"{sign}cmd"),)))
    row = rows([draft.record()])[0]
    assert row["report_title"] == f"'{sign}HYPERLINK(1)"
    assert all(not cell.startswith(sign) for cell in row.values())


def test_negative_numbers_stay_numbers() -> None:
    assert csv_line([-13.5, "-13.5"]) == b"-13.5,'-13.5\r\n"


def test_lines_end_and_quote_as_rfc_4180_has_it() -> None:
    assert csv_line(['say "no"', "a,b", "c"]) == b'"say ""no""","a,b",c\r\n'


def test_text_is_utf_8_without_a_mark() -> None:
    first = next(pieces([], [], SHOWN))
    assert first.startswith(b"report_id,event_id,incident_id,")


def test_column_names_are_unique() -> None:
    names = [column.name for column in COLUMNS]
    assert len(set(names)) == len(names)
