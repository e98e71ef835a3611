"""Numbers in running text, in digits and in words, with the bounds that the words around them set.

A reader of characters, not of syntax: it returns every number, also those that count nothing (years, hours, money);
`figures` decides what is a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.codebook.figure_words import figure_words
from dateline.record.values import Qualifier

MOST_PLAIN_DIGITS = 7
MOST_DIGITS = 12  # longer runs of digits are telephone and account numbers


@dataclass(frozen=True, slots=True)
class WrittenNumber:
    """A number as written: `text[start:end]` with its qualifier, `text[core_start:core_end]` without. `low`, `best`
    and `high` are None where the words set no such bound; `plain` are bare digits without separator or word; `few` are
    words like "several", which seldom count what matters."""

    start: int
    end: int
    core_start: int
    core_end: int
    low: float | None
    best: float | None
    high: float | None
    qualifier: Qualifier
    plain: bool = False
    few: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """One number without its qualifier: a value, or the bounds of a vague word."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    plain: bool = False
    few: bool = False
    fraction: bool = False


def written_numbers(text: str) -> list[WrittenNumber]:
    """All numbers of a text, in order, none overlapping another."""
    found: list[WrittenNumber] = []
    amounts = list(read_amounts(text))
    index = 0
    while index < len(amounts):
        pair = amounts[index : index + 2]
        joined = as_range(text, pair)
        found.append(joined or qualified(text, pair[0], after=found[-1].end if found else 0))
        index += 2 if joined else 1
    return found


def read_amounts(text: str) -> Iterator[Amount]:
    """The numbers of a text without their qualifiers, in order."""
    for match in number_pattern().finditer(text):
        start, end = match.span()
        if match["vague"] and as_many(text, start, end):
            continue
        if match["vague"]:
            yield vague_amount(start, end, spaced(match["vague"]))
        elif (value := value_of(match)) is not None:
            plain = match["digits"] is not None and match[0].isdigit()
            yield Amount(start, end, value, plain=plain, fraction=match["fraction"] is not None)


def as_many(text: str, start: int, end: int) -> bool:
    """Whether "many" only leads to a number: "as many as 17"."""
    before, behind = text[max(0, start - 4) : start].lower(), text[end : end + 5].lower()
    return before.split()[-1:] == ["as"] and behind.split()[:1] == ["as"]


def vague_amount(start: int, end: int, name: str) -> Amount:
    """The amount that a vague word stands for."""
    words = figure_words()
    low, high = words.vague.get(name) or words.few[name]
    return Amount(start, end, None, float(low) or None, float(high) or None, few=name in words.few)


def value_of(match: re.Match[str]) -> float | None:
    """What the words of one match amount to."""
    words = figure_words()
    factor = 1.0
    for name in re.findall(r"\w+", (match["unit"] or match["units"] or "").lower()):
        factor *= words.multipliers[name]
    if match["suffix"]:
        factor *= words.suffixes[match["suffix"].lower()]
    if match["digits"]:
        digits = re.sub(r"[,\s]", "", match["digits"])
        # "9.04" is an hour or a date and "1449075600" a serial number; "4.5 million" and "1,449,075" are counts
        unlikely = factor == 1 and ("." in digits or (len(digits) > MOST_PLAIN_DIGITS and digits == match["digits"]))
        return None if unlikely or len(digits) > MOST_DIGITS else float(digits) * factor
    if match["fraction"]:
        return words.fractions[re.sub(r" an?$", "", spaced(match["fraction"]))] * factor
    return spelt_out(spaced(match["spelt"])) * factor if match["spelt"] else factor


def spelt_out(words: str) -> float:
    """The value of a number in words: "two hundred and fifty thousand", "twenty-one", "a dozen"."""
    table = figure_words()
    total = group = 0.0
    for word in re.split(r"[\s-]+", words):
        if word in table.numerals:
            group += table.numerals[word]
        elif word in table.multipliers:
            factor = table.multipliers[word]
            group = (group or 1) * factor
            if factor >= 1000:
                total, group = total + group, 0.0
    return total + group


def as_range(text: str, pair: Sequence[Amount]) -> WrittenNumber | None:
    """Two numbers that are the ends of one range ("between 40 and 60", "40-60", "two or three hundred")."""
    if len(pair) < 2:
        return None
    first, second = pair
    joint = text[first.end : second.start]
    opening = re.search(r"(?:\b(between|from|anywhere from)\s+)$", text[max(0, first.start - 20) : first.start], re.I)
    apart = r"\s+(?:to|or)\s+(?:maybe\s+)?|\s?[-–]\s?|,\s+(?:maybe|perhaps)\s+"
    words = r"\s*(?:and|to|-|–|—)\s*" if opening else rf"(?:{apart})"
    low, high = first.low if first.value is None else first.value, second.value
    if low is None or high is None or not re.fullmatch(words, joint, re.I):
        return None
    if high >= 100 > low and high % 100 == 0 and text[second.start].isalpha():
        low *= 100 if high < 1000 else 1000 if high < 1_000_000 else 1_000_000  # "two to three hundred"
    if low >= high:
        return None
    start = first.start - len(opening[0]) if opening else qualifier_before(text, first.start, 0)[0]
    return WrittenNumber(start, second.end, first.start, second.end, low, None, high, "range", first.plain)


def qualified(text: str, amount: Amount, *, after: int) -> WrittenNumber:
    """A number with the qualifier that stands before or behind it; words before offset `after` belong to another."""
    start, before = qualifier_before(text, amount.start, after)
    end, behind = qualifier_behind(text, amount.end)
    qualifier: Qualifier | None = before or behind or ("about" if amount.fraction else None)
    low, best, high = bounds(amount, qualifier)
    kind: Qualifier = qualifier or "exact"
    if amount.value is None and kind in ("exact", "about"):
        kind = "vague"
    return WrittenNumber(start, end, amount.start, amount.end, low, best, high, kind, amount.plain, amount.few)


def bounds(amount: Amount, qualifier: Qualifier | None) -> tuple[float | None, float | None, float | None]:
    """Low, best and high of a number under a qualifier (coding-guide rule 9). A bound from one side is also the best
    guess, as coders of conflict take it."""
    value = amount.value
    if value is None:
        if qualifier == "at_most":
            return None, amount.high, amount.high
        return amount.low, None, None if qualifier == "at_least" else amount.high
    if qualifier == "at_least":
        return value, value, None
    if qualifier == "at_most":
        return None, value, value
    return (None, value, None) if qualifier == "about" else (value, value, value)


def qualifier_before(text: str, start: int, after: int) -> tuple[int, Qualifier | None]:
    """Where a number with the qualifier in front of it begins, and which it is."""
    begin = max(after, start - 40)
    match = before_pattern().search(text[begin:start])
    if match is None:
        return start, None
    return begin + match.start("words"), qualifier_named("before", spaced(match["words"]))


def qualifier_behind(text: str, end: int) -> tuple[int, Qualifier | None]:
    """Where a number with the qualifier behind it ends, and which it is."""
    match = after_pattern().match(text, end)
    return (match.end(), qualifier_named("after", spaced(match["words"]))) if match else (end, None)


def qualifier_named(place: str, words: str) -> Qualifier | None:
    """The qualifier that these words stand for."""
    table = figure_words().before if place == "before" else figure_words().after
    names: tuple[Qualifier, ...] = ("about", "at_least", "at_most")
    last = words.split(" and ")[-1]
    return next((name for name in names if last in [word.strip() for word in table[name]]), None)


def spaced(words: str) -> str:
    """Words in lower case with single blanks between them."""
    return " ".join(words.lower().split())


@cache
def number_pattern() -> re.Pattern[str]:
    """One number: vague words, digits with an optional multiplier or suffix, or words. Digits glued to letters
    ("155th", "AK-47", "30mm"), to a clock's colon or to a date's stroke are none."""
    words = figure_words()
    multiplier = either(words.multipliers)
    numeral = either([*words.numerals, *words.multipliers])
    spelt = rf"(?:an?\s+{either(words.multipliers)}|{either(words.numerals)})(?:(?:\s+and\s+|\s+|-){numeral})*"
    digits = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?![\d,.]\d)|\d+\.\d+|\d+"
    no_phone = r"(?!\d{3}-\d{4}(?!\d))(?!(?<=\d{3}-)\d{4}(?!\d))"
    start = rf"(?<![\w./:$£€])(?<!\d,)(?!0\d)(?!\d+[-.]\d+[-.]\d)(?<![^\W\d]-){no_phone}"
    end = r"(?![\w/:]|[.,]\d|-(?!odd|plus)[^\W\d])"
    return re.compile(
        rf"{start}(?:(?P<vague>{either([*words.vague, *words.few])})"
        rf"|(?P<fraction>{either(words.fractions)}(?:\s+an?)?)[\s-]+(?P<unit>{multiplier})"
        rf"|(?P<digits>{digits})(?:(?P<suffix>{either(words.suffixes)})|(?P<units>(?:[\s-]+{multiplier})+)|)"
        rf"|(?P<spelt>{spelt})){end}",
        re.I,
    )


@cache
def before_pattern() -> re.Pattern[str]:
    """The qualifiers in front of a number, up to its first character."""
    every = [word for words in figure_words().before.values() for word in words]
    return re.compile(rf"(?<![\w])(?P<words>{either(every)})\s*(?:the\s+)?$", re.I)


@cache
def after_pattern() -> re.Pattern[str]:
    """The qualifiers behind a number."""
    every = [word.strip() for words in figure_words().after.values() for word in words]
    return re.compile(rf"(?:,\s+|\s+|-)?(?P<words>{either(every)})(?!\w)", re.I)


def either(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first, with any white space between their parts."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"
