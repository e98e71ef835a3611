"""The words of time: a report's text as a string of categories, one character a word.

The grammar of time expressions is written over categories ("a month, a small number, perhaps a year"), so its patterns
run over a short string instead of the text, whatever case, spacing or spelling the text has.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LEXEME = re.compile(
    r"(?P<iso_date>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))"
    r"|(?P<year_pair>(?:1\d|20)\d\d[-–/]\d\d(?![\d/-]))"
    r"|(?P<numeric_date>\d{1,2}(?:/\d{1,2}/|-\d{1,2}-|\.\d{1,2}\.)(?:\d{4}|\d\d)(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?![\d:]))"
    r"|(?P<digit_ordinal>\d{1,2}(?:st|nd|rd|th)(?!\w))"
    r"|(?P<decade>(?:(?:1\d|20)\d0['’]?|['’]\d0)s(?!\w))"
    r"|(?P<apostrophe_year>['’]\d\d(?!\w))"
    r"|(?P<short_date>(?:\d\d/\d{1,2}|\d/\d\d)(?![\d/]))"
    r"|(?P<fraction>\d/\d(?![\d/])|[½¼¾])"
    r"|(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)"
    r"|(?P<meridiem>(?<![^\W_])[ap]\.\s?m(?:\.|(?!\w))|(?<=\d)[ap]m(?!\w)|(?<=\d)[ap]\.\s?m(?:\.|(?!\w)))"
    r"|(?P<abbreviation>(?<![^\W_])(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.)"
    r"|(?P<word>o['’]clock(?!\w)|['’]s(?!\w)|[^\W\d_]+)"
    r"|(?P<punct>[^\w\s])",
    re.IGNORECASE,
)
LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
BEFORE_A_YEAR = frozenset(
    [
        "mid",
        "early",
        "late",
        "pre",
        "post",
        "circa",
        "ca",
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
BLANK_LINE = re.compile(r"\n[^\S\n]{0,40}\r?\n|\r\r|\u2029")
FIRST_CATEGORY = 0xE000  # private-use code points: no category reads as a letter of a pattern
OWN_CATEGORIES = [
    "word",
    "punct",
    "break",
    "small",
    "two_digits",
    "integer",
    "decimal",
    "year",
    "iso_date",
    "military",
    "short_date",
    "year_pair",
    "numeric_date",
    "clock",
    "digit_ordinal",
    "decade",
    "apostrophe_year",
    "fraction",
    "named_day",
]
CURRENCY = frozenset("$£€¥₹₽#№")
FRACTIONS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "1/2": "0.5", "1/4": "0.25", "3/4": "0.75", "1/3": "0.333"}


class Lexeme(NamedTuple):
    """A word, number or sign of the text with its category and what it means to the grammar ("11" for "Nov.")."""

    start: int
    end: int
    category: str
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words by category, phrases by their first word, and each category's character."""

    words: dict[str, tuple[str, str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    signs: dict[str, str]


def table(name: str) -> dict[str, dict[str, str]]:
    """A data file of this package, parsed."""
    return tomllib.loads(files("dateline.read").joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The words of data/time_words.toml and the names of days in data/named_days.toml."""
    data = table("time_words")
    unions = data.pop("unions")
    words: dict[str, tuple[str, str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    named = {"named_day": {name: name for day in table("named_days").values() for name in day["names"]}}
    for category, entries in {**data, **named}.items():
        for entry, value in entries.items():
            parts = tuple(match.group().lower().replace("’", "'") for match in LEXEME.finditer(entry))
            if len(parts) == 1:
                words[parts[0]] = (category, value or parts[0])
            else:
                phrases.setdefault(parts[0], []).append((parts, category, value))
    longest_first = {
        first: tuple(sorted(found, key=lambda phrase: -len(phrase[0]))) for first, found in phrases.items()
    }
    signs = {name: chr(FIRST_CATEGORY + i) for i, name in enumerate([*OWN_CATEGORIES, *data])}
    for union, members in unions.items():
        signs[union] = "".join(dict.fromkeys("".join(signs[member] for member in members)))
    return Lexicon(words, longest_first, signs)


def lexemes(text: str) -> list[Lexeme]:
    """The text's words in their order; blank lines appear as "break"."""
    raw = list(LEXEME.finditer(text))
    lowered = [match.group().lower().replace("’", "'") for match in raw]
    found: list[Lexeme] = []
    i = 0
    end = 0
    while i < len(raw):
        start = raw[i].start()
        if start - end > 1 and BLANK_LINE.search(text, end, start):
            found.append(Lexeme(end, start, "break", ""))
        phrase = phrase_at(lowered, i)
        if phrase is not None:
            length, category, value = phrase
            end = raw[i + length - 1].end()
            found.append(Lexeme(start, end, category, value))
            i += length
            continue
        end = raw[i].end()
        found.append(Lexeme(start, end, *meaning(raw[i], lowered[i], text)))
        i += 1
    return found


def phrase_at(lowered: list[str], i: int) -> tuple[int, str, str] | None:
    """The longest set phrase that begins at word i: its number of words, category and value."""
    for parts, category, value in lexicon().phrases.get(lowered[i], ()):
        if tuple(lowered[i : i + len(parts)]) == parts:
            return len(parts), category, value
    return None


def meaning(match: re.Match[str], lowered: str, text: str) -> tuple[str, str]:
    """The category and value of one word."""
    kind = match.lastgroup or "punct"
    if kind == "word" or kind == "punct":
        return lexicon().words.get(lowered, (kind, lowered))
    if kind == "abbreviation":
        return lexicon().words.get(lowered.rstrip("."), ("word", lowered))
    if kind == "meridiem":
        return "meridiem", lowered[0] + "m"
    if stands_in_a_word(match, text):
        return "word", lowered
    if kind == "number":
        return number_meaning(lowered)
    if kind == "digit_ordinal":
        return kind, str(int(lowered[:-2]))
    if kind == "fraction":
        return (kind, FRACTIONS[lowered]) if lowered in FRACTIONS else ("word", lowered)
    return kind, lowered


def number_meaning(digits: str) -> tuple[str, str]:
    """What kind of number the digits are: one that may be a day, a year's last two digits, a year, or none of these."""
    if "," in digits or len(digits) > 9:
        return ("integer", digits.replace(",", "")) if len(digits) <= 12 and "." not in digits else ("word", digits)
    if "." in digits:
        return "decimal", digits
    if len(digits) == 4 and digits.startswith("0") and digits[2] < "6":
        return "military", digits
    value = int(digits)
    if len(digits) <= 2:
        return ("small" if value <= 31 else "two_digits"), digits
    if len(digits) == 4 and 1000 <= value < 2100:
        return "year", digits
    return "integer", digits


def stands_in_a_word(match: re.Match[str], text: str) -> bool:
    """Whether the number is part of a name or a sum of money: "T72", "155mm", "$1990", "AK-47"."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before in CURRENCY or before.isalpha() or before == "_":
        return True
    if before == "-" and match.lastgroup == "number":
        word = LETTERS_BEFORE.search(text, max(0, match.start() - 12), match.start() - 1)
        return word is not None and word.group().lower() not in BEFORE_A_YEAR
    return (after.isalpha() or after == "_") and after.lower() not in "ap"


def pieces(found: list[Lexeme]) -> str:
    """The categories as one string, one character a lexeme."""
    signs = lexicon().signs
    return "".join([signs[lexeme.category] for lexeme in found])
