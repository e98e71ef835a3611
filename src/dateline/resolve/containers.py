"""What a name is said to lie in: "Long Beach, Calif.", "Pavlivka in the Donetsk region", "Ukraine's Donetsk region",
"the Iraqi city of Mosul"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dateline.codebook.countries import country_of
from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.read.place_candidates import feature_words, place_words
from dateline.read.tokens import Doc
from dateline.resolve.gazetteer import Gazetteer, Place
from dateline.resolve.senses import senses_of

LINKS = frozenset({",", "in", "of", "(", "within", "inside"})
BEFORE_LINKS = frozenset({"'s", "of", "'"})
SMALL_WORDS = frozenset({"the", "a", "an", "and", "-", "area", "part", "most", "populous", "largest", "main", "second"})
LONGEST_GAP = 8  # tokens


def holders(parsed: ParsedReport, found: Sequence[Toponym]) -> list[list[Toponym]]:
    """For each toponym those that it is said to lie in, by the words that tie the two; none where nothing is said."""
    edges = [tokens_of(parsed.doc, toponym) for toponym in found]
    starts = [sentence.start for sentence in parsed.sentences]
    sentences = [bisect_right(starts, start) for start, _ in edges]
    held: list[list[Toponym]] = [[] for _ in found]
    for index in range(len(found) - 1):
        gap = range(edges[index][1], edges[index + 1][0])
        if len(gap) > LONGEST_GAP or sentences[index] != sentences[index + 1]:
            continue
        if is_inside(parsed.doc, gap):
            held[index].append(found[index + 1])
        if is_around(parsed.doc, gap, found[index].kind == "adjective"):
            held[index + 1].append(found[index])
    return held


def tokens_of(doc: Doc, toponym: Toponym) -> tuple[int, int]:
    """The tokens of a toponym, from and to."""
    words = doc.words_at(toponym.span.start, toponym.span.end)
    return (words.start, words.end) if words is not None else (toponym.token, toponym.token + 1)


def divisions_of(toponym: Toponym, gazetteer: Gazetteer) -> list[Place]:
    """The countries, divisions and regions that a toponym may stand for; an adjective stands for its country."""
    if toponym.kind == "adjective":
        code = country_of(toponym.span.text)
        country = gazetteer.country(code) if code else None
        return [country] if country else []
    return [
        place for place in senses_of(toponym, gazetteer) if place.is_country or place.is_division or place.is_region
    ]


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
