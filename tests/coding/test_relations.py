"""How events of a report bear on one another, read by the whole pipeline over a sentence or two."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import Coder
from dateline.record import Record, Report
from dateline.resolve.gazetteer import Gazetteer

Code = Callable[[str], Record]


@pytest.fixture(scope="module")
def code(request: pytest.FixtureRequest) -> Code:
    coder = Coder(request.getfixturevalue("parser"), Gazetteer.bundled())

    def coded(text: str) -> Record:
        digest = hashlib.sha256(text.encode()).hexdigest()
        return coder.code(Report(id="r", text=text, published=date(2024, 5, 14), sha256=digest))

    return coded


def related(record: Record) -> list[tuple[str, str, str]]:
    """Every relation as (word, kind, word)."""
    word = {event.id: event.triggers[0].text for event in record.events}
    return [(word[e.id], one.kind, word[one.event]) for e in record.events for one in e.relations]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Peru denied shelling the village.", ("denied", "denies", "shelling")),
        ("Ghana said Togolese troops shelled a clinic. Togo denied it.", ("denied", "denies", "shelled")),
        ("In retaliation for the ambush, soldiers burned the village.", ("burned", "responds_to", "ambush")),
        ("Hundreds marched in Oslo in response to the arrests.", ("marched", "responds_to", "arrests")),
        ("The council condemned the bombing of the school.", ("condemned", "responds_to", "bombing")),
        ("Unions protested against the arrest of a teacher.", ("protested", "responds_to", "arrest")),
    ],
)
def test_what_the_words_between_two_events_say(code: Code, text: str, relation: tuple[str, str, str]) -> None:
    assert relation in related(code(text))


def test_what_is_denied_in_the_next_sentence_is_denied(code: Code) -> None:
    record = code("Ghana said Togolese troops shelled a clinic. Togo denied it.")
    assert [event.factuality for event in record.events if event.type == "ASSAULT"] == ["denied"]


@pytest.mark.parametrize("text", ["Hundreds marched in Oslo during the arrests.", "Peru denied visas to the marchers."])
def test_nothing_is_related_that_no_word_relates(code: Code, text: str) -> None:
    assert related(code(text)) == []


def test_what_answers_an_act_is_another_event(code: Code) -> None:
    record = code("Iraqi jets bombed the camp in retaliation for the ambush.")
    assert len([event for event in record.events if event.type == "ASSAULT"]) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The army said on Monday that it had taken the hill.", date(2024, 5, 13)),
        ("In a statement issued on 10 May, the army said it had taken the hill.", date(2024, 5, 10)),
        ('"We took the hill," the colonel told the Herald on May 7.', date(2024, 5, 7)),
        ("The army said it took the hill on Monday.", None),
    ],
)
def test_a_claim_has_the_day_of_its_saying(code: Code, text: str, day: date | None) -> None:
    assert [claim.date for claim in code(text).claims] == [day]


def test_a_paper_that_is_told_is_the_venue(code: Code) -> None:
    venues = [
        claim.venue and claim.venue.text for claim in code('"We stay," Ana Ruiz told the Herald on May 7.').claims
    ]
    assert venues == ["the Herald"]
