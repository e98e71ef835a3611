"""What the words around a candidate say about whether it names a place. Cues are named; their weights are learnt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.codebook.countries import country_of, country_of_capital, country_word
from dateline.read.place_candidates import PLACE_ENTITIES, Candidate, feature_words, is_capitalised, place_words
from dateline.read.small_words import lower_case_words
from dateline.read.tokens import Doc, Token

LIST_WORDS = frozenset({",", "and", "or", "the", "&"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a cue may need to know of the whole report: words that stand in names of persons of two
    words or more, and names that were recognised as places, by how often."""

    people: Counter[str]
    places: Counter[str]


def surroundings(doc: Doc) -> Surroundings:
    people = Counter(token.lower_ for ent in doc.ents if ent.label_ == "PERSON" and len(ent) > 1 for token in ent)
    places = Counter(ent.text.lower() for ent in doc.ents if ent.label_ in PLACE_ENTITIES)
    return Surroundings(people, places)


def cues(doc: Doc, candidate: Candidate, around: Surroundings) -> tuple[str, ...]:
    """The cues of a candidate, by name, each once."""
    found = [
        f"basis:{candidate.basis}",
        f"words:{min(len(doc[candidate.start : candidate.end].text.split()), 4)}",
        *entity_cues(doc, candidate),
        *before_cues(doc, candidate),
        *after_cues(doc, candidate),
        *word_cues(doc, candidate, around),
    ]
    return tuple(dict.fromkeys(found))


def entity_cues(doc: Doc, candidate: Candidate) -> list[str]:
    """How the name recogniser sees the words: as what, alone or as a part, and where in it."""
    head = doc[candidate.end - 1]
    first = doc[candidate.start]
    label = first.ent_type_ or head.ent_type_ or "none"
    if label == "none":
        return ["entity:none"]
    starts = first.ent_iob_ == "B"
    ends = candidate.end >= len(doc) or doc[candidate.end].ent_iob_ != "I"
    extent = {(True, True): "whole", (True, False): "first", (False, True): "last", (False, False): "inner"}
    return [f"entity:{label}", f"entity:{label}:{extent[starts, ends]}"]


def before_cues(doc: Doc, candidate: Candidate) -> list[str]:
    index = candidate.start
    if index == 0 or doc[index].is_sent_start:
        return ["before:start"]
    before = doc[index - 1]
    if before.lower_ in ("the", "a", "an"):
        word = doc[index - 2].lower_ if index > 1 else ""
        return [f"before:{before.lower_}", *([f"before:{word} the"] if word in place_words()["where"] else [])]
    if (kind := kind_before_of(doc, index)) is not None:
        return [f"before:{kind} of", "before:where"]
    if before.text in ("'s", "'") and index > 1 and country_of(doc[index - 2].text):
        return ["before:country's"]
    if before.lower_ in place_words()["where"]:
        return [f"before:{before.lower_}", "before:where"]
    if before.lower_ in place_words()["directions"]:
        return ["before:direction"]
    if before.text in place_words()["people.titles"]:
        return ["before:title"]
    if before.lower_ in feature_words("beside"):
        return [f"before:feature:{feature_words('beside')[before.lower_]}"]
    return [f"before:{shape(before)}"]


def kind_before_of(doc: Doc, index: int) -> str | None:
    """What the words before a name say it is: "town" for "the town of"; nothing for "the Elm region of"."""
    if index < 2 or doc[index - 1].lower_ != "of" or doc[index - 2].lower_ not in place_words()["names.told_by_of"]:
        return None
    if index > 2 and is_capitalised(doc[index - 3]) and not doc[index - 3].is_sent_start:
        return None
    return feature_words("beside").get(doc[index - 2].lower_)


def list_cues(doc: Doc, found: Sequence[Candidate]) -> list[list[str]]:
    """For each candidate whether it stands in a list of candidates, and whether a word of place opens the list."""
    cues: list[list[str]] = [[] for _ in found]
    opened = False
    for index, candidate in enumerate(found):
        joined = index > 0 and are_listed(doc, found[index - 1], candidate)
        opened = opened if joined else is_located(doc, candidate)
        if joined:
            cues[index].append("list:located" if opened else "list")
            cues[index - 1].append("list:goes on")
    return cues


def are_listed(doc: Doc, one: Candidate, other: Candidate) -> bool:
    """Whether nothing but a comma or an "and" parts two candidates."""
    gap = [doc[index].lower_ for index in range(one.end, other.start)]
    return 0 < len(gap) <= 3 and all(word in LIST_WORDS for word in gap)


def is_located(doc: Doc, candidate: Candidate) -> bool:
    return candidate.start > 0 and doc[candidate.start - 1].lower_ in place_words()["strong_where"]


def after_cues(doc: Doc, candidate: Candidate) -> list[str]:
    if candidate.end >= len(doc) or doc[candidate.end].is_sent_start:
        return ["after:end"]
    after = doc[candidate.end]
    found = [f"after:{shape(after)}"]
    if after.lower_ in feature_words("beside"):
        found.append(f"after:feature:{feature_words('beside')[after.lower_]}")
    if after.lower_ in place_words()["forces"]:
        found.append("after:force")
    if after.lemma_.lower() in place_words()["people.acting"]:
        found.append("after:acting")
    if after.text == "," and candidate.end + 1 < len(doc) and is_capitalised(doc[candidate.end + 1]):
        found.append("after:, Capital")
    return found


def shape(token: Token) -> str:
    """What a neighbour looks like: its mark, a number, a capital, or its part of speech."""
    if token.is_punct or not token.text[0].isalnum():
        return token.text[:2]
    if token.like_num:
        return "number"
    if is_capitalised(token):
        return "Capital"
    return token.tag_ or "word"


def word_cues(doc: Doc, candidate: Candidate, around: Surroundings) -> list[str]:
    """What the words themselves say: an everyday word, an initialism, a word of a person's name elsewhere."""
    words = doc[candidate.start : candidate.end]
    text = words.text
    found = [f"dep:{words.root.dep_}", f"tag:{words.root.tag_}"]
    if all(token.lower_ in lower_case_words() for token in words):
        found.append("word:everyday")
    if text.isupper() and len(text) < 6:
        found.append("word:initials")
    if any(around.people[token.lower_] for token in words):
        found.append("word:of a person")
    if around.places[text.lower()]:
        found.append("word:entity elsewhere")
    if words[-1].text in feature_words("last"):
        found.append(f"word:feature:{feature_words('last')[words[-1].text]}")
    if words[0].text in feature_words("first"):
        found.append(f"word:first feature:{feature_words('first')[words[0].text]}")
    if (country := country_word(text)) is not None:
        found.append(f"word:country {country[1]}")
    elif country_of_capital(text):
        found.append("word:capital")
    return found
