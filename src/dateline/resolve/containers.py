"""What a name is said to lie in: "Long Beach, Calif.", "Pavlivka in the Donetsk region", "Ukraine's Donetsk region",
"the Iraqi city of Mosul"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from dateline.codebook.countries import country_of
from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.read.place_candidates import feature_words, place_words
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.senses import senses_of

LINKS = frozenset({",", "in", "of", "(", "within", "inside"})
BEFORE_LINKS = frozenset({"'s", "of", "'"})
SMALL_WORDS = frozenset({"the", "a", "an", "and", "-", "area", "part", "most", "populous", "largest", "main", "second"})
LONGEST_GAP = 8  # tokens


def containers(parsed: ParsedReport, found: Sequence[Toponym], gazetteer: Gazetteer) -> list[list[Place]]:
    """For each toponym the places of which one holds it, by the words that tie the two; none where nothing is said."""
    starts = [first_token(parsed.doc, toponym) for toponym in found]
    ends = [last_token(parsed.doc, toponym) + 1 for toponym in found]
    held: list[list[Place]] = [[] for _ in found]
    for index in range(len(found) - 1):
        gap = range(ends[index], starts[index + 1])
        if len(gap) > LONGEST_GAP or parsed.doc[starts[index]].sent.end <= starts[index + 1]:
            continue
        if is_inside(parsed.doc, gap):
            held[index].extend(places_of(found[index + 1], gazetteer))
        if is_around(parsed.doc, gap, found[index].kind == "adjective"):
            held[index + 1].extend(places_of(found[index], gazetteer))
    return held


def first_token(doc: Doc, toponym: Toponym) -> int:
    words = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
    return words.start if words is not None else toponym.token


def last_token(doc: Doc, toponym: Toponym) -> int:
    words = doc.char_span(toponym.span.start, toponym.span.end, alignment_mode="expand")
    return words.end - 1 if words is not None else toponym.token


def places_of(toponym: Toponym, gazetteer: Gazetteer) -> list[Place]:
    """The countries and divisions that a toponym may stand for; an adjective stands for its country."""
    if toponym.kind == "adjective":
        code = country_of(toponym.span.text)
        country = gazetteer.country(code) if code else None
        return [country] if country else []
    return [place for place in senses_of(toponym, gazetteer) if place.is_country or place.is_division]


def is_inside(doc: Doc, gap: range) -> bool:
    """Whether the words between two names say that the first lies in the second."""
    words = [doc[index].lower_ for index in gap]
    return any(word in LINKS for word in words) and all(word in LINKS or is_small(word) for word in words)


def is_around(doc: Doc, gap: range, is_adjective: bool) -> bool:
    """Whether the words between two names say that the second lies in the first."""
    words = [doc[index].lower_ for index in gap]
    if not all(word in BEFORE_LINKS or is_small(word) for word in words):
        return False
    return is_adjective or "'s" in words[:1] or "'" in words[:1]


def is_small(word: str) -> bool:
    return word in SMALL_WORDS or word in place_words()["directions"] or word in feature_words("beside")
