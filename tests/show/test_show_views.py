"""What people see of a casebook: tables, marked text, one event's card."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from dateline.record import (
    Actor,
    Claim,
    Event,
    EventFigure,
    EventPlace,
    EventTime,
    Mentions,
    PlaceMention,
    Record,
    Report,
    Span,
)
from dateline.show.card import context, event_view
from dateline.show.overview import overview
from dateline.show.report import marked_text, report_view
from dateline.show.table import events_table, most_telling
from dateline.show.wording import Lookup, figure_words, plain, time_words
from dateline.store.casebook import Casebook
from made_up import TEXT, finished, record_of, report_of, words


def shown(*parts: RenderableType, width: int = 100, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, markup=False)
    for part in parts:
        console.print(part)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_the_table_has_every_field() -> None:
    table = shown(events_table(placed(), placed().events), width=160)
    for wanted in ("ASSAULT", "aerial", "denied", "shelled", "Rebels", "Ostrava Dol, CZE", "2031-05-05"):
        assert wanted in table
    assert "at least 12" in table
    assert "the mayor" in table
    assert "the report" in table, "the second event is told by the report itself"


@pytest.mark.parametrize("width", [40, 80, 100, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    record = placed()
    lines = shown(report_view(record), event_view(record, record.events[0]), width=width).splitlines()
    assert max(map(len, lines)) <= width


def test_without_a_terminal_there_are_no_colour_codes() -> None:
    assert "\x1b" not in shown(report_view(placed()))
    assert "\x1b" in shown(report_view(placed()), colour=True)


def test_the_text_is_whole_and_its_trigger_words_are_marked() -> None:
    assert marked_text(placed()).plain == TEXT.replace("shelled", "shelled[e1]").replace("denied", "denied[e2]")


def test_words_that_tell_of_two_events_are_shown_once() -> None:
    record = record_of(report_of())
    again = Event(id="e3", type="HARM", triggers=(words(TEXT, "shelled"),))
    both = Record(
        report=record.report,
        events=(record.events[0], again),
        claims=record.claims,
        actors=record.actors,
        mentions=record.mentions,
    )
    assert "shelled[e1][e3] Ostrava" in marked_text(both).plain


def test_control_characters_of_a_report_do_not_reach_the_terminal() -> None:
    report = report_of("Bad \x1b[31mred\x07 text\x9b1m\r\nnext line")
    assert shown(report_view(Record(report=report))).isprintable() is False  # line ends
    assert not set("\x1b\x07\x9b\r") & set(shown(report_view(Record(report=report))))
    assert plain("a\r\nb\tc") == "a\nb\tc"


def test_brackets_of_a_report_are_no_markup() -> None:
    assert "[bold]loud[/bold]" in shown(report_view(Record(report=report_of("He was [bold]loud[/bold] there."))))


def test_the_most_salient_comes_first_and_history_last() -> None:
    text = "a b c"
    events = [
        Event(id="e1", type="HARM", triggers=(Span.cut(text, 0, 1),), salience=0.9, background=True),
        Event(id="e2", type="HARM", triggers=(Span.cut(text, 2, 3),), salience=0.2),
        Event(id="e3", type="HARM", triggers=(Span.cut(text, 4, 5),), salience=0.8),
    ]
    record = Record(report=report_of(text), events=tuple(events))
    assert [event.id for event in most_telling(record)] == ["e3", "e2", "e1"]


def test_the_card_has_each_field_with_its_words_in_context() -> None:
    record = placed()
    card = shown(event_view(record, record.events[0]), width=160)
    assert "according to" in card
    assert "the mayor · indirect statement" in card
    assert "Ostrava Dol" in card
    assert "armed_unit" in card


def test_a_source_goes_by_the_name_of_its_actor() -> None:
    report = report_of("It fell silent, she said.")
    she = words(report.text, "she")
    claim = Claim(id="c1", kind="indirect", source=she, actor_id="a1")
    event = Event(id="e1", type="RETREAT", triggers=(words(report.text, "fell silent"),), claims=("c1",))
    actor = Actor(id="a1", name="Ruth Made-Up", kind="person")
    record = Record(report=report, actors=(actor,), events=(event,), claims=(claim,))
    assert Lookup(record).sources(event) == ["Ruth Made-Up"]


def test_context_cuts_no_word() -> None:
    text = "alphabetical " * 20 + "HERE" + " alphabetical" * 20
    found = context(text, words(text, "HERE")).plain
    assert set(found.split()) == {"…", "alphabetical", "HERE"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"best": 12.0}, "12 killed"),
        ({"best": 300.0, "qualifier": "about"}, "about 300 killed"),
        ({"low": 1200.0, "qualifier": "at_least"}, "at least 1,200 killed"),
        ({"high": 5.0, "qualifier": "at_most"}, "at most 5 killed"),
        ({"low": 10.0, "high": 12.0, "qualifier": "range"}, "10 to 12 killed"),
        ({"qualifier": "vague"}, "“several” killed"),
        ({"best": 0.0}, "0 killed"),
    ],
)
def test_figures_in_words(fields: dict[str, float], expected: str) -> None:
    figure = EventFigure(0, 7, "several", measure="killed", **fields)  # type: ignore[arg-type]
    assert figure_words(figure) == expected


def test_times_in_words() -> None:
    first, last = date(2031, 5, 5), date(2031, 5, 9)
    assert time_words(EventTime(earliest=first, latest=first)) == "2031-05-05"
    assert time_words(EventTime(earliest=first, latest=last)) == "2031-05-05 to 2031-05-09"
    assert time_words(EventTime()) == "—"


def test_the_overview_names_the_reports_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    with Casebook(tmp_path / "c.db", create=True) as casebook:
        casebook.store([finished(report_of(id=name, title=f"Title {name}")) for name in ("r1", "r2", "r3")], coder="x")
        whole = shown(*overview(casebook.records(), casebook.info(), reports=2))
    assert "3 reports · 6 events · 3 claims" in whole
    assert "Title r2" in whole
    assert "Title r3" not in whole
    assert "1 more report" in whole


def placed() -> Record:
    """The made-up record, with a place and a day."""
    report: Report = report_of()
    record = record_of(report)
    where, when = words(TEXT, "Ostrava Dol"), words(TEXT, "on Monday")
    place = PlaceMention(where.start, where.end, where.text, id="p1", name="Ostrava Dol", country="CZE")
    first = record.events[0]
    told = Event(
        id="e1",
        type=first.type,
        mode=first.mode,
        triggers=first.triggers,
        factuality=first.factuality,
        participants=first.participants,
        figures=first.figures,
        claims=first.claims,
        places=(EventPlace(where.start, where.end, where.text, place_id="p1"),),
        time=EventTime(
            earliest=date(2031, 5, 5), latest=date(2031, 5, 5), precision="day", basis="relative", spans=(when,)
        ),
    )
    mentions = Mentions(actors=record.mentions.actors, places=(place,))
    return Record(
        report=report, mentions=mentions, actors=record.actors, events=(told, record.events[1]), claims=record.claims
    )
