"""Names across spellings: one key for all the ways in which a name is brought into Latin letters.

"Zelensky", "Zelenskyy" and "Zelenskiy" have one key, "Mohammed" and "Muhammad" another. A key is no spelling: it says
that two names may be the same, and names that differ may share one.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from dateline.codebook.actor_words import read_data
from dateline.codebook.names import name_key

DOUBLED = re.compile(r"(.)\1+")
INNER_VOWELS = re.compile(
    r"(?<=.)[aeou]+(?=.)"
)  # written by ear between consonants; "i" and the ends of a word tell more
ARTICLES = frozenset(("al", "el", "ul", "ad", "as", "an", "ar", "at", "az", "ash"))
SHORTEST_TO_FOLD = 4  # letters; shorter words are too much alike without their vowels


@cache
def spellings() -> tuple[tuple[str, str], ...]:
    """What is written, and what stands for it in a key, in the order in which they apply."""
    rows = csv.DictReader(line for line in read_data("spellings.csv").splitlines() if not line.startswith("#"))
    return tuple((row["written"], row["key"]) for row in rows)


@lru_cache(maxsize=50_000)
def sound_key(word: str) -> str:
    """The key of one word of a name: how it sounds, about. Words of a few letters keep their vowels."""
    plain = name_key(word).replace(" ", "")
    for written, key in spellings():
        plain = plain.replace(written, key)
    plain = DOUBLED.sub(r"\1", plain)
    return INNER_VOWELS.sub("", plain) if len(plain) >= SHORTEST_TO_FOLD else plain


@lru_cache(maxsize=50_000)
def sound_keys(name: str) -> tuple[str, ...]:
    """The keys of a name's words; an article that is written as part of an Arabic name makes no difference."""
    words = re.split(r"[\s\-]+", name)
    return tuple(sound_key(word) for word in words if word.casefold() not in ARTICLES and name_key(word))
