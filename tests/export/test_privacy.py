"""Private people: who they are, and that their names are hidden everywhere and nothing else is."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export import FORMATS, ExportOptions
from dateline.export.masking import masked, masked_incident
from dateline.export.privacy import private_actors, veil_of
from dateline.record import Attribute, Codes, Record
from dateline.record.values import Sector
from made_casebook import Draft, incident_of, plain_record, wire_record


def shown_text(record: Record) -> str:
    return masked(record).report.text


def person(text: str, words: str, *, place: str | None = None, **fields: Any) -> Record:
    """A report with one person in it, by these words."""
    draft = Draft(text)
    draft.actor("a1", words, **fields)
    if place:
        draft.place(place)
    return draft.record()


def test_a_private_name_is_hidden_in_every_mention() -> None:
    text = shown_text(wire_record())
    assert "said ████ █████, who sells nets. █████ lost his brother" in text
    assert "Quist" not in text


def test_who_signs_holds_office_or_commands_arms_stays_readable() -> None:
    text = shown_text(wire_record())
    for name in ("Thandi Olsen", "Mayor Ada Rook", "the Ridge Front"):
        assert name in text


def test_the_outlet_stays_readable_when_it_is_taken_for_a_person() -> None:
    draft = Draft("She told the Courier so.", head={"publisher": "Ridge Courier"})
    draft.actor("a1", "the Courier")
    assert shown_text(draft.record()) == "She told the Courier so."


def test_the_mask_has_the_length_of_the_name_so_that_spans_stay() -> None:
    record = wire_record()
    hidden = masked(record)
    assert len(hidden.report.text) == len(record.report.text)
    assert [(span.start, span.end) for span in hidden.spans()] == [(span.start, span.end) for span in record.spans()]
    assert all(span.stands_in(hidden.report.text) for span in hidden.spans())


@pytest.mark.parametrize("format", ["csv", "json", "html", "incidents"])
def test_formats_for_people_hide_private_names(format: str) -> None:
    record = wire_record()
    incidents = [incident_of(record), incident_of(record, event_id="e2")]
    out = b"".join(FORMATS[format].pieces([record], incidents, ExportOptions())).decode()
    assert "Quist" not in out
    assert "Ridge Front" in out


@pytest.mark.parametrize("format", ["csv", "json", "html", "incidents"])
def test_names_are_shown_when_asked_for(format: str) -> None:
    record = wire_record()
    incidents = [incident_of(record, event_id="e2")]
    out = b"".join(FORMATS[format].pieces([record], incidents, ExportOptions(show_names=True))).decode()
    assert "Quist" in out
    assert "█" not in out


def test_records_are_exact_unless_masking_is_asked_for() -> None:
    exact, hidden = (
        b"".join(FORMATS["records"].pieces([wire_record()], [], ExportOptions(mask=mask))).decode()
        for mask in (False, True)
    )
    assert "Quist" in exact
    assert "Quist" not in hidden
    assert json.loads(hidden)["report"]["sha256"] == json.loads(exact)["report"]["sha256"]


def test_a_name_is_hidden_where_no_mention_was_found() -> None:
    record = person("Mara Endt fled. Nobody saw Endt again.", "Mara Endt")
    assert shown_text(record) == "████ ████ fled. Nobody saw ████ again."


def test_a_name_in_the_title_is_hidden() -> None:
    record = person("Mara Endt fled.", "Mara Endt")
    draft = Draft("Mara Endt fled.", head={"title": "What Mara Endt saw"})
    draft.actor("a1", "Mara Endt")
    assert masked(draft.record()).report.title == "What ████ ████ saw"
    assert masked(record).report.title is None


def test_a_capital_name_is_hidden_in_a_text_of_capitals() -> None:
    assert shown_text(person("POLICE BEAT MARA ENDT. ENDT IS 20.", "MARA ENDT")) == "POLICE BEAT ████ ████. ████ IS 20."


@pytest.mark.parametrize("words", ["a nurse", "She", "the two", "his sister", "He"])
def test_who_is_not_named_is_not_hidden(words: str) -> None:
    text = f"Then {words} left." if words[0].islower() else f"{words} left."
    assert shown_text(person(text, words)) == text


def test_a_place_in_a_description_stays_readable() -> None:
    record = person("Ida Kern from Mwense left.", "Ida Kern from Mwense", place="Mwense")
    assert shown_text(record) == "███ ████ from Mwense left."


def test_a_word_that_also_names_a_public_actor_is_hidden_only_in_the_private_mention() -> None:
    draft = Draft("Minister Banda spoke. Mary Banda wept. Banda left.")
    draft.actor("a1", "Minister Banda")
    draft.actor("a2", "Mary Banda")
    draft.actor("a1", "Banda", nth=2)
    assert shown_text(draft.record()) == "Minister Banda spoke. ████ █████ wept. Banda left."


def test_a_word_that_the_text_also_writes_small_is_hidden_only_in_the_mention() -> None:
    record = person("Hope Ruhl fled. Hope is not lost, they hope.", "Hope Ruhl")
    assert shown_text(record) == "████ ████ fled. Hope is not lost, they hope."


@pytest.mark.parametrize(
    "fields",
    [
        {"codes": Codes(sector="GOV")},
        {"codes": Codes(sector="MIL")},
        {"attributes": (Attribute(0, 4, "Mara", name="role", value="governor of the north"),)},
        {"attributes": (Attribute(0, 4, "Mara", name="affiliation", value="Union, deputy leader"),)},
    ],
)
def test_a_public_role_keeps_the_name(fields: dict[str, Any]) -> None:
    assert list(private_actors(person("Mara Endt spoke.", "Mara Endt", **fields))) == []


@pytest.mark.parametrize("sector", [None, "CVL", "REF", "JRN", "LAB", "UNK"])
def test_a_sector_that_gives_no_office_gives_no_publicity(sector: Sector | None) -> None:
    record = person("Mara Endt spoke.", "Mara Endt", codes=Codes(sector=sector))
    assert [actor.id for actor in private_actors(record)] == ["a1"]


@pytest.mark.parametrize("kind", ["organisation", "group", "armed_unit", "state"])
def test_only_people_are_private(kind: str) -> None:
    assert veil_of(person("Mara Endt Ltd left.", "Mara Endt Ltd", kind=kind)) is None


def test_whose_age_is_told_is_a_person_whatever_the_reader_took_her_for() -> None:
    record = person("Then Mara Endt, 41, left.", "Mara Endt", kind="organisation", codes=Codes(sector="GOV"))
    assert shown_text(record) == "Then ████ ████, 41, left."


def test_a_name_in_any_mention_makes_a_private_person() -> None:
    draft = Draft("A miner came. Mara Endt spoke.")
    draft.actor("a1", "A miner")
    draft.actor("a1", "Mara Endt")
    assert shown_text(draft.record()) == "A miner came. ████ ████ spoke."


def test_a_place_that_was_taken_for_a_person_stays_readable() -> None:
    draft = Draft("Then Mwense fell.")
    draft.actor("a1", "Mwense")
    draft.place("Mwense", gazetteer_id=909488)
    assert shown_text(draft.record()) == "Then Mwense fell."


def test_letters_of_all_scripts_are_hidden() -> None:
    assert shown_text(person("Then رسول خان left 🚚.", "رسول خان")) == "Then ████ ███ left 🚚."


def test_accents_that_stand_alone_are_hidden_with_their_letters() -> None:
    name = "Ine\u0301s Roe\u0308l"
    assert shown_text(person(f"Then {name} left.", name)) == "Then █████ █████ left."


def test_an_incident_hides_what_any_of_its_reports_hides() -> None:
    one, two = wire_record("r1"), plain_record("Nothing.", id="r2")
    veil = veil_of(one)
    assert veil
    incident = incident_of(one, event_id="e2")
    assert masked_incident(incident, {"r1": veil}).actors[0].name == "████ █████"
    assert masked_incident(incident, {"r2": veil}) == incident
    assert veil_of(two) is None


@given(st.text(min_size=1, max_size=60), st.data())
def test_masking_any_words_keeps_every_length(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    record = person(text, text[start:end])
    assert len(shown_text(record)) == len(text)
