"""JSON Lines and the JSON document: what goes out can come in again, and fits the published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import ExportOptions
from dateline.export.document import pieces as document
from dateline.export.lines import incidents, records
from dateline.record.form import incident_from_json, record_from_json
from made_casebook import incident_of, plain_record, wire_record

DOCS = Path(__file__).parents[2] / "docs"
SHOWN = ExportOptions(show_names=True)


def validator(name: str) -> Any:
    schema = json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_a_record_comes_back_as_it_went() -> None:
    record = wire_record()
    (line,) = records([record], [], ExportOptions())
    assert line.endswith(b"}\n")
    assert record_from_json(line) == record


def test_records_fit_the_published_schema() -> None:
    for line in records([wire_record(), plain_record("")], [], ExportOptions()):
        validator("record").validate(json.loads(line))


def test_masked_records_fit_the_published_schema() -> None:
    for line in records([wire_record()], [], ExportOptions(mask=True)):
        validator("record").validate(json.loads(line))


def test_incidents_fit_the_published_schema() -> None:
    record = wire_record()
    for line in incidents([record], [incident_of(record), incident_of(record, event_id="e2")], ExportOptions()):
        validator("incident").validate(json.loads(line))


@pytest.mark.parametrize("broken", ["start", "type", "published"])
def test_the_schema_refuses_what_is_no_record(broken: str) -> None:
    (line,) = records([wire_record()], [], ExportOptions())
    record = json.loads(line)
    if broken == "start":
        record["events"][0]["triggers"][0]["start"] = "somewhere"
    elif broken == "type":
        record["events"][0]["type"] = "WEATHER"
    else:
        record["report"]["published"] = 20240507
    with pytest.raises(jsonschema.ValidationError):
        validator("record").validate(record)


def test_an_incident_comes_back_as_it_went() -> None:
    incident = incident_of(wire_record())
    (line,) = incidents([], [incident], SHOWN)
    assert incident_from_json(line) == incident
    assert "GeoNames" in json.loads(line)["attribution"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_exactly(text: str) -> None:
    (line,) = records([plain_record(text)], [], ExportOptions())
    assert line.count(b"\n") == 1
    assert record_from_json(line).report.text == text


def test_the_document_holds_records_and_incidents() -> None:
    record = wire_record()
    whole = json.loads(b"".join(document([record], [incident_of(record)], SHOWN)))
    assert [one["report"]["id"] for one in whole["records"]] == ["r1"]
    assert [one["reports"] for one in whole["incidents"]] == [["r1"]]
    assert "GeoNames" in whole["dateline"]["attribution"][0]


def test_the_document_of_nothing_is_still_json() -> None:
    whole = json.loads(b"".join(document([], [], ExportOptions())))
    assert whole["records"] == whole["incidents"] == []
