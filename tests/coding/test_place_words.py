"""The words in which a report tells where an event happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.pipeline import Coder
from dateline.record import Record, Report
from dateline.record.places import mention_of


@pytest.fixture
def code(coder: Coder) -> Callable[[str], Record]:
    return lambda text: coder.code(Report(id="r1", text=text, sha256="x"))


def told(record: Record) -> list[tuple[str, str]]:
    """The words for each place of each event, and those of its mention."""
    mentions = {place.id: place for place in record.mentions.places}
    return [(one.text, mention_of(one, mentions).text) for event in record.events for one in event.places]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Gunmen killed six people in Kirkuk, Iraq, on Monday.", "Kirkuk, Iraq", "Kirkuk"),
        ("A bomb killed two shoppers at a market in the town of Gwoza.", "a market in the town of Gwoza", "Gwoza"),
        ("Two teachers were shot dead in northern Mali.", "northern Mali", "Mali"),
        ("Gunmen killed six people in Kirkuk.", "Kirkuk", "Kirkuk"),
        ("Students protested outside the French embassy in Niamey.", "the French embassy in Niamey", "Niamey"),
    ],
)
def test_a_place_is_told_in_its_whole_phrase(code: Callable[[str], Record], text: str, words: str, name: str) -> None:
    assert (words, name) in told(code(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gunmen killed six people in Kirkuk, Basra and Mosul on Monday.", "Kirkuk"),  # a list, not a wider place
        ("The bombing of Kharkiv killed six people.", "Kharkiv"),  # the act is no part of the place
        ("Rebels attacked the residents of Gwoza.", "Gwoza"),  # nor are those who live there
    ],
)
def test_what_is_no_place_stays_out(code: Callable[[str], Record], text: str, name: str) -> None:
    found = told(code(text))
    assert all(words == mention for words, mention in found if mention == name)
    assert name in [mention for _, mention in found]


def test_words_hold_the_mention_and_stand_in_the_text(code: Callable[[str], Record]) -> None:
    text = (
        "NIAMEY, Niger - Soldiers shot two men at a petrol station in Tillabéri, Niger, on Friday.\n\n"
        "Police arrested nine people near the bus station of Dosso."
    )
    record = code(text)
    mentions = {place.id: place for place in record.mentions.places}
    for event in record.events:
        for place in event.places:
            mention = mention_of(place, mentions)
            assert place.stands_in(text)
            assert place.start <= mention.start
            assert mention.end <= place.end
