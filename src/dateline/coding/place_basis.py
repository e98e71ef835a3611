"""How the place of an event is known, and in which order several are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.read.parsed import ParsedReport
from dateline.record import EventPlace, PlaceMention, Span
from dateline.record.places import mention_of
from dateline.record.values import PlaceBasis

FINEST_FIRST = ("site", "town", "near", "adm2", "adm1", "region", "country", "water", "unknown")


def basis_of(parsed: ParsedReport, triggers: Sequence[Span], place: Span) -> PlaceBasis:
    """Where the report says so: in a sentence that tells of the event, in the dateline, in the title, in the paragraph
    of such a sentence, or elsewhere."""
    if any(same_sentence(parsed, trigger, place) for trigger in triggers):
        return "stated"
    section = parsed.section_at(place.start)
    if section in ("dateline", "title"):
        return "dateline" if section == "dateline" else "title"
    if any(same_paragraph(parsed.report.text, trigger, place) for trigger in triggers):
        return "paragraph"
    return "report"


def same_sentence(parsed: ParsedReport, one: Span, other: Span) -> bool:
    words = parsed.doc.words_at(one.start, one.end)
    return words is not None and words.root.sent.start_char <= other.start < words.root.sent.end_char


def same_paragraph(text: str, one: Span, other: Span) -> bool:
    first, last = sorted((one, other), key=lambda span: span.start)
    return "\n" not in text[first.end : last.start]


def finest_first(places: Sequence[EventPlace], mentions: Mapping[str, PlaceMention]) -> tuple[EventPlace, ...]:
    """An event's places, those on the map from the finest to the widest, then the others; of equals, those that its own
    sentences name first, and as they stand in the text."""

    def rank(place: EventPlace) -> tuple[int, bool, int]:
        return FINEST_FIRST.index(mention_of(place, mentions).precision), place.basis != "stated", place.start

    return tuple(sorted(places, key=rank))
