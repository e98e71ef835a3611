"""Marks that overlap: nothing is lost, nothing is said twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.export.marks import layers
from dateline.export.segments import Layer, blocks, segments
from dateline.export.telling import Telling
from dateline.record import Section
from made_casebook import plain_record, wire_record

TEXTS = st.text(st.sampled_from("ab \n🚚é\u0301ا\r"), max_size=40)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Layer]]:
    text = draw(TEXTS)
    if not text:
        return text, []
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=8))
    return text, [Layer(s, draw(st.integers(s + 1, len(text))), f"k{i}") for i, s in enumerate(starts)]


@given(marked())
def test_joined_segments_are_the_text(given: tuple[str, list[Layer]]) -> None:
    text, layers = given
    assert "".join(segment.text for segment in segments(text, layers)) == text


@given(marked())
def test_every_layer_covers_exactly_its_words(given: tuple[str, list[Layer]]) -> None:
    text, layers = given
    pieces = list(segments(text, layers))
    for layer in layers:
        assert "".join(piece.text for piece in pieces if layer in piece.layers) == text[layer.start : layer.end]


@given(marked(), st.data())
def test_blocks_lose_nothing_but_blank_space(given: tuple[str, list[Layer]], data: st.DataObject) -> None:
    text, layers = given
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    sections = [Section("paragraph", *pair) for pair in zip(cuts[::2], cuts[1::2], strict=False)]
    made = blocks(plain_record(text, sections=tuple(sections)).report, layers)
    whole = "".join(segment.text for block in made for segment in block.segments)
    assert "".join(whole.split()) == "".join(text.split())


def test_crossing_marks_both_stay() -> None:
    one, two = Layer(0, 6, "actor"), Layer(4, 9, "place")
    assert [(piece.text, piece.layers) for piece in segments("abcdefghij", [one, two])] == [
        ("abcd", (one,)),
        ("ef", (one, two)),
        ("ghi", (two,)),
        ("j", ()),
    ]


def test_a_dateline_shares_the_block_of_its_line() -> None:
    record = wire_record()
    made = blocks(record.report, [])
    assert [block.kind for block in made] == ["title", "byline", "paragraph", "paragraph"]
    assert made[2].segments[0].text.startswith("MWENSE — ")


def test_overlapping_sections_say_nothing_twice() -> None:
    text = "one two three"
    sections = (Section("heading", 0, 7), Section("paragraph", 4, 13))
    made = blocks(plain_record(text, sections=sections).report, [])
    assert "".join(segment.text for block in made for segment in block.segments) == text


def test_every_span_of_an_event_is_a_layer_with_its_number() -> None:
    record = wire_record()
    tied = {(layer.start, layer.end) for layer in layers(Telling(record)) if layer.event == 1}
    event = record.events[0]
    for span in (*event.triggers, *event.participants, *event.places, *event.time.spans, *event.figures):
        assert (span.start, span.end) in tied
