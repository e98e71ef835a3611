"""Names of places as keys: one form for all the ways in which news spells the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "þ": "th", "æ": "ae", "Æ": "ae"}
    | {"œ": "oe", "ə": "a", "Ə": "a", "ħ": "h", "Ħ": "h"}
)
DROPPED = re.compile(r"(?<=\w)['’‘ʼʻ`´ʿʾ](?!s\b)|[‘ʼʻ`ʿʾ]|\.(?!\s*\w{3})")
POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
NOT_WORD = re.compile(r"[\W_]+")
SHORTENED = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


@lru_cache(maxsize=20_000)
def name_key(words: str) -> str:
    """The words without case, accents, apostrophes, dots, hyphens and a possessive ending: "St. John's" and
    "Saint Johns" have the same key. Empty where no letter or digit is left."""
    plain = POSSESSIVE.sub("", words.strip()) if not words.lower().startswith("st") else words.strip()
    plain = unicodedata.normalize("NFKD", plain.translate(PLAIN_LETTERS))
    plain = DROPPED.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    parts = NOT_WORD.sub(" ", plain.replace("'", "").replace("’", "")).casefold().split()
    if parts and parts[0] in SHORTENED and len(parts) > 1:
        parts[0] = SHORTENED[parts[0]]
    return " ".join(parts)
