"""Names of bodies in text that is all capitals: those that the codebook knows, and those beside their initials.

"THE PEOPLE'S RIVER ARMY [PRA] SAID": that "army" begins with a capital here, only the initials behind it tell. In text
of small letters only known names can be told: "the bsf said".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.codebook.actor_words import known_actors
from dateline.codebook.countries import country_word
from dateline.read.small_words import lower_case_words

INITIALS = r"(?P<short>[^\W\d_]{2,8})"
NAME = r"(?P<long>(?:[^\W\d_]+(?:['’-][^\W\d_]+)*[ ]){1,7}?[^\W\d_]+(?:['’-][^\W\d_]+)*)"
BEHIND = re.compile(rf"[\[(]{INITIALS}[\])]")
BEFORE = re.compile(rf"\b{INITIALS} [\[(]{NAME}[\])]")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ROW = re.compile(r"(?:[^\W\d_]+(?:['’-][^\W\d_]+)*[ ]){2,9}$")
LINKS = frozenset(("of", "the", "for", "and", "to", "in", "de", "la", "las", "los", "del", "y", "e", "da", "do"))
OPENING = frozenset(("the", "by", "an", "a"))
ENOUGH = 0.6  # share of a name's words whose first letters are among the initials of a name in another language
FEWEST = 3  # initials that are told in small letters: "un" is a word elsewhere
LONGEST = 100  # characters before the brackets in which a name may begin


def names_in_capitals(text: str) -> Iterator[tuple[int, str]]:
    """Where names stand in a text of capitals, and how they are written in print; as long as they are there."""
    yield from known_names(text)
    for start, name, where, short in beside_initials(text):
        yield start, in_print(name)
        yield where, short.upper()


def names_in_small_letters(text: str) -> Iterator[tuple[int, str]]:
    """Where known names stand in small letters, and how they are written in print; as long as they are there."""
    for match in WORD.finditer(text):
        if (name := known_initials().get(match.group())) is not None:
            yield match.start(), name
    yield from ((start, name) for start, name in known_names(text) if text[start].islower())


def known_names(text: str) -> Iterator[tuple[int, str]]:
    """Where the codebook's names of several words stand, in whatever case, and how they are written in print."""
    for match in WORD.finditer(text):
        for name in known_from(match.group().lower()):
            end = match.start() + len(name)
            if text[match.start() : end].lower() == name.lower() and not text[end : end + 1].isalnum():
                yield match.start(), name
                break


@cache
def known_initials() -> dict[str, str]:
    """The codebook's names that are initials, by how they look in small letters; none that are a word there."""
    return {
        name.lower(): name
        for name in known_actors()
        if name.isalpha() and name.isupper() and len(name) >= FEWEST and name.lower() not in lower_case_words()
    }


@cache
def known_by_first_word() -> dict[str, tuple[str, ...]]:
    """The codebook's names of several words by their first, the longest first."""
    found: dict[str, list[str]] = {}
    for name in known_actors():
        if " " in name and not name.isupper():
            found.setdefault(name.split()[0].lower(), []).append(name)
    return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}


def known_from(word: str) -> tuple[str, ...]:
    """The codebook's names that begin with a word."""
    return known_by_first_word().get(word, ())


def beside_initials(text: str) -> Iterator[tuple[int, str, int, str]]:
    """Names with their initials in brackets behind them, or in brackets behind their initials: where and what each."""
    for match in BEHIND.finditer(text):
        row = ROW.search(text, max(0, match.start() - LONGEST), match.start())
        name = named_before(row.group(), match["short"]) if row is not None else None
        if name is not None:
            yield match.start() - len(name) - 1, name, match.start("short"), match["short"]
    for match in BEFORE.finditer(text):
        if are_initials(match["short"], match["long"]):
            yield match.start("long"), match["long"], match.start("short"), match["short"]


def named_before(row: str, short: str) -> str | None:
    """The last words of a row for which initials stand; those of another language begin behind an article."""
    words = row.split()
    for first in range(len(words) - 2, -1, -1):
        name = " ".join(words[first:])
        if words[first].lower() not in LINKS and first_letters(name) == short.lower():
            return name
    first = next((n for n in range(len(words) - 1, -1, -1) if words[n].lower() in OPENING), len(words))
    name = " ".join(words[first + 1 :])
    return name if are_initials(short, name) else None


def are_initials(short: str, name: str) -> bool:
    """Whether some letters are a name's initials, in its own language or, most of them, in another."""
    letters, given = first_letters(name), short.lower()
    if letters == given:
        return True
    if len(letters) < 2 or given in lower_case_words() or country_word(short.capitalize()) is not None:
        return False
    return sum(letter in given for letter in letters) >= ENOUGH * len(letters)


def first_letters(name: str) -> str:
    """The first letters of a name's words, in lower case, but those of "of", "the" and their like."""
    return "".join(word[0] for word in name.lower().split() if word not in LINKS)


def in_print(name: str) -> str:
    """A name as it is in mixed case."""
    return WORD.sub(lambda word: word.group().lower() if word.group().lower() in LINKS else titled(word.group()), name)


def titled(word: str) -> str:
    """A word with one capital; as long as it is."""
    return word[0] + word[1:].lower() if len(word.lower()) == len(word) else word
