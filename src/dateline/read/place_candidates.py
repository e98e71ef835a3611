"""Words that look like the name of a place: runs of capitalised words, cut where names are known."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from dateline.codebook.countries import country_word
from dateline.codebook.names import name_key
from dateline.codebook.regions import division_abbreviations, region_adjectives, region_names
from dateline.read.small_words import lower_case_words
from dateline.read.tokens import Doc, Token

Basis = Literal["country", "region", "abbreviation", "gazetteer", "entity", "feature", "run"]
NameTest = Callable[[str], bool]
PLACE_ENTITIES = frozenset({"GPE", "LOC", "FAC"})
LONGEST_NAME = 6  # tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `start` to `end` of the document, and what makes them a candidate."""

    start: int
    end: int
    basis: Basis


@cache
def place_words() -> dict[str, frozenset[str]]:
    """The lists of data/place_words.toml by name, those of a table as "table.list"."""
    content = tomllib.loads(files("dateline.read").joinpath("data/place_words.toml").read_text(encoding="utf-8"))
    words: dict[str, frozenset[str]] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            words |= {f"{name}.{part}": frozenset(items) for part, items in value.items()}
        else:
            words[name] = frozenset(value)
    return words


@cache
def feature_words(table: str) -> dict[str, str]:
    """The class of a feature ("adm2") by the word for it ("County"), for the table "first", "last" or "beside"."""
    found: dict[str, str] = {}
    for name, words in sorted(place_words().items()):
        if name.startswith(f"{table}."):
            for word in sorted(words):
                found.setdefault(word, name.partition(".")[2])
    return found


def is_capitalised(token: Token) -> bool:
    text = token.text
    return text[0].isupper() and (text[0].isalpha() or any(map(str.isalpha, text)))


def runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """The longest stretches of capitalised words, with hyphens, numbers of roads and small words between them."""
    start = 0
    while start < len(doc):
        if not (is_capitalised(doc[start]) or opens_name(doc, start)):
            start += 1
            continue
        end = start + 1
        while end < len(doc) and not doc[end].is_sent_start and (step := steps_on(doc, end)):
            end += step
        yield start, end
        start = end


def opens_name(doc: Doc, index: int) -> bool:
    """Whether a small word is the article of a name: "al-Zour"."""
    return doc[index].lower_ in place_words()["names.openers"] and index + 2 < len(doc) and doc[index + 1].text == "-"


def steps_on(doc: Doc, index: int) -> int:
    """How many tokens from `index` on continue a run: 0 where it ends."""
    if is_capitalised(doc[index]):
        return 1
    joined = doc[index].text in "-–/'" or doc[index].lower_ in place_words()["names.connectors"]
    for after in (1, 2, 3):
        if not joined or index + after >= len(doc):
            return 0
        if is_capitalised(doc[index + after]):
            return after + 1
        joined = doc[index + after].text in "-–/'" or doc[index + after].lower_ in place_words()["names.connectors"]
    return 0


def candidates(doc: Doc, is_name: NameTest) -> list[Candidate]:
    """Candidates in the order of the text; none overlaps another."""
    entities = {i: ent for ent in doc.ents if ent.label_ in PLACE_ENTITIES for i in range(ent.start, ent.end)}
    found: list[Candidate] = []
    for start, end in runs(doc):
        index = start
        while index < end:
            candidate = best_from(doc, index, end, is_name)
            if candidate is None and not precedes_name(doc, index, end, is_name):
                last = min(end, entities[index].end) if index in entities else index
                candidate = entity_from(doc, index, last) or run_from(doc, index, end)
            if candidate is not None:
                found.append(candidate)
            index = candidate.end if candidate else index + 1
    return found


def best_from(doc: Doc, start: int, end: int, is_name: NameTest) -> Candidate | None:
    """The longest known name that begins at a token of a run, or one that a feature word ends or begins."""
    if not (is_capitalised(doc[start]) or opens_name(doc, start)):
        return None
    feature = feature_from(doc, start, end)
    for stop in range(min(end, start + LONGEST_NAME), start, -1):
        if not is_capitalised(doc[stop - 1]) or goes_on_with_article(doc, stop, end):
            continue
        if feature is not None and stop < feature.end:
            return feature
        if doc[start].lower_ == "the" and known_basis(doc, start + 1, stop, is_name) is not None:
            return None  # the article is no part of the name
        basis = known_basis(doc, start, stop, is_name)
        if basis is not None and not (stop == start + 1 and (is_ordinary(doc[start]) or is_kind_word(doc[start]))):
            return Candidate(start, stop, basis)
    return feature


def goes_on_with_article(doc: Doc, stop: int, end: int) -> bool:
    """Whether a name is not at its end, since an article and more follow: "Wadi" in "Wadi al-Zour"."""
    return stop < end and opens_name(doc, stop)


def known_basis(doc: Doc, start: int, stop: int, is_name: NameTest) -> Basis | None:
    words = doc[start:stop].text
    if start == stop:
        return None
    if words in division_abbreviations() and start and doc[start - 1].text == ",":
        return "abbreviation"
    if (word := country_word(words)) is not None and word[1] != "capital":
        return "country"
    key = name_key(words)
    if key in region_names() or key in region_adjectives():
        return "region"
    if is_name(words):
        return "gazetteer"
    return None


def feature_from(doc: Doc, start: int, end: int) -> Candidate | None:
    """A name of at most three words and the feature word that ends it ("Elm Street") or begins it ("Lake Elm")."""
    if doc[start].text in feature_words("first") and start + 1 < end and is_capitalised(doc[start + 1]):
        return Candidate(start, start + 2, "feature")
    for stop in range(start + 2, min(end, start + 4) + 1):
        if not all(is_capitalised(token) for token in doc[start:stop]):
            return None
        if doc[stop - 1].text in feature_words("last") and not is_ordinary(doc[start]):
            goes_on = stop < end and is_capitalised(doc[stop])
            return (
                None
                if goes_on and doc[stop - 1].text in place_words()["names.of_bodies"]
                else Candidate(start, stop, "feature")
            )
    return None


def is_ordinary(token: Token) -> bool:
    """Whether a word has its capital from the start of a sentence alone."""
    return bool(token.is_sent_start) and token.lower_ in lower_case_words() and token.ent_type_ not in PLACE_ENTITIES


def precedes_name(doc: Doc, index: int, end: int, is_name: NameTest) -> bool:
    """Whether a word for a direction or a kind of place stands before a known name: "Northern Elm"."""
    if index + 1 >= end or not is_kind_word(doc[index]):
        return False
    return best_from(doc, index + 1, end, is_name) is not None


def is_kind_word(token: Token) -> bool:
    """Whether a capitalised word alone is a word for a kind of place or a direction: "Town", "Avenue", "North"."""
    words = (token.text, token.lower_)
    tables = (feature_words("last"), feature_words("first"), feature_words("beside"), place_words()["directions"])
    return any(word in table for word in words for table in tables)


def entity_from(doc: Doc, start: int, end: int) -> Candidate | None:
    """What is left of an entity from a token on, ending with a capitalised word."""
    while end > start and not is_capitalised(doc[end - 1]):
        end -= 1
    return Candidate(start, end, "entity") if end > start and is_capitalised(doc[start]) else None


NO_PLACES = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "WORK_OF_ART", "LAW", "LANGUAGE"})


def run_from(doc: Doc, start: int, end: int) -> Candidate | None:
    """Unknown capitalised words after a word of place, "in Xville", or after a comma or "and" that follows a name."""
    if start == 0 or not is_capitalised(doc[start]):
        return None
    before = doc[start - 1]
    goes_on = before.lower_ in (",", "and", "or") and start > 1 and is_capitalised(doc[start - 2])
    if not (before.lower_ in place_words()["where"] or goes_on):
        return None
    stop = start + 1
    while stop < end and (is_capitalised(doc[stop]) or (doc[stop].text == "-" and stop + 1 < end)):
        stop += 1
    if any(token.ent_type_ in NO_PLACES for token in doc[start:stop]):
        return None
    return Candidate(start, stop, "run")
