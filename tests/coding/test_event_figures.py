"""Which counts belong to which event."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.event_figures import assign_figures
from dateline.read.actors import actors
from dateline.read.figures import figures
from dateline.read.parsed import ParsedReport
from dateline.record import Span
from dateline.record.values import EventType

Parse = Callable[..., ParsedReport]


def given(parsed: ParsedReport, *events: tuple[EventType, str]) -> list[list[tuple[str, str]]]:
    """What each event, named by its type and one trigger word, is given."""
    text = parsed.report.text
    spans = [(kind, [Span.cut(text, text.index(word), text.index(word) + len(word))]) for kind, word in events]
    assigned = assign_figures(spans, parsed, figures(parsed, actors(parsed)))
    return [[(figure.text, figure.measure) for figure in found] for found in assigned]


def test_an_act_gets_its_harm(parse: Parse) -> None:
    parsed = parse("The attack killed 12 people and wounded 30.")
    assert given(parsed, ("ASSAULT", "attack")) == [[("12", "killed"), ("30", "injured")]]


def test_each_count_goes_to_the_event_that_governs_it(parse: Parse) -> None:
    parsed = parse("Police arrested 40 students after 2,000 people marched in the capital.")
    assert given(parsed, ("COERCE", "arrested"), ("PROTEST", "marched")) == [
        [("40", "arrested")],
        [("2,000", "participants")],
    ]


def test_a_count_belongs_to_one_event_only(parse: Parse) -> None:
    parsed = parse("A bombing in the north killed nine people and a raid in the south killed four people.")
    assigned = given(parsed, ("ASSAULT", "bombing"), ("ASSAULT", "raid"))
    assert sorted(figure for found in assigned for figure in found) == [("four", "killed"), ("nine", "killed")]


def test_harm_in_the_next_sentence_belongs_to_the_act(parse: Parse) -> None:
    parsed = parse("Gunmen attacked a bus near the border. Six passengers were killed.")
    assert given(parsed, ("ASSAULT", "attacked")) == [[("Six", "killed")]]


def test_harm_told_a_few_sentences_on_belongs_to_the_act(parse: Parse) -> None:
    harm = "Six passengers were killed."
    near = parse(f"Gunmen attacked a bus near the border. The road was closed. It was dark. {harm}")
    assert given(near, ("ASSAULT", "attacked")) == [[("Six", "killed")]]
    far = parse(f"Gunmen attacked a bus near the border. The road was closed. It was dark. Rain fell. {harm}")
    assert given(far, ("ASSAULT", "attacked")) == [[]]


def test_an_event_without_counts_gets_none(parse: Parse) -> None:
    parsed = parse("The ministers met in Oslo. Twelve people were killed in the quake.")
    assert given(parsed, ("CONSULT", "met")) == [[]]


def test_no_events_get_nothing(parse: Parse) -> None:
    parsed = parse("Twelve people were killed.")
    assert assign_figures([], parsed, figures(parsed, actors(parsed))) == ()
