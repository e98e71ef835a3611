"""Conditions on the words around times of the day, durations and repetitions: "won 3:2", "a year" in "$2 a year"."""

from __future__ import annotations

from dateline.read.time_patterns import Candidate, Parts
from dateline.read.time_surroundings import PLURAL_TAGS, Surroundings
from dateline.read.time_tense import tense_at

NUMBERS = ("decimal", "integer", "number", "large_number", "year", "two_digits", "small")


def clock(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """A bare time of the day: not a score ("won 3:2"), not a sum ("at 8.15 dollars")."""
    if any(name in parts for name in ("noon", "meridiem", "oclock")):
        return True
    led = around.stands_before(candidate.first, "clock_prepositions")
    if "military" in parts:
        return military(parts["military"], candidate, around, led=led)
    value = parts.get("clock", "")
    if "." in value:
        hour, minute = value.split(".")[:2]
        after = around.lexeme(candidate.last + 1).category
        is_time = int(hour) <= 24 and len(minute) == 2 and minute < "60"
        return is_time and led and (after != "word" or around.word(candidate.last + 1) == "the")
    return len(value.split(":")[0]) == 2 or led


def clock_words(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "at half past nine", "by quarter to six"; not "from five to nine"."""
    return around.stands_before(candidate.first, "clock_prepositions") and around.word(candidate.first - 1) not in (
        "from",
        "between",
    )


def military(digits: str, candidate: Candidate, around: Surroundings, *, led: bool) -> bool:
    """ "at 0340", "at 1650 with tanks"; a number that may be a year or a count ("at 1998 prices") needs more help."""
    if digits >= "2400" or digits[2] >= "6":
        return False
    if digits.startswith("0"):
        return led or candidate.last > candidate.first or around.word(candidate.last + 1) == ":"
    if "1800" <= digits < "2060" and not around.stands_before(candidate.first, "sure_clock_prepositions"):
        return False
    alone = around.word(candidate.last) == digits
    token = around.token(candidate.last + 1)
    counts = alone and token is not None and token.pos_ in ("NOUN", "PROPN", "ADJ")
    return led and not counts


def part_of_day(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "at dawn", "by nightfall", "in the morning"; not "the morning of", "the evening news"."""
    after = around.lexeme(candidate.last + 1).category
    if around.stands_before(candidate.first, "part_of_day_prepositions"):
        return after != "of"
    led = around.stands_before(candidate.first, "whole_part_prepositions")
    return led and candidate.last > candidate.first and after != "word"


def duration(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """A quantity of time; not an age of somebody, a rate ("$1.76 a year"), or a part ("three-quarters of")."""
    first, last = around.lexeme(candidate.first), around.lexeme(candidate.last)
    if around.word(candidate.first) == "many" and around.word(candidate.first - 1) in ("as", "how", "so"):
        return False
    after = around.lexeme(candidate.last + 1).category
    if last.category == "old" and (parts.get("length") == "Y" or around.word(candidate.last) == "pregnant"):
        return False
    if last.category == "quarters" and around.lexeme(candidate.last - 1).category == "hyphen":
        return False
    if after == "hyphen" and around.lexeme(candidate.last + 2).category in ("ago", "earlier"):
        return False
    if after == "hyphen" and first.category == "a" and around.lexeme(candidate.last + 2).category == "long":
        return False
    if first.category != "a" or candidate.last > candidate.first + 1:
        return True
    return after != "possessive" and last.category != "night" and not is_rate(candidate.first, around)


def is_rate(index: int, around: Surroundings) -> bool:
    """Whether "a year" at this place says how often: after a sum, a count, or things that are counted."""
    before = around.lexeme(index - 1)
    if before.category in (*NUMBERS, "units", "clock_units") or around.stands_before(index, "rate_words"):
        return True
    token = around.token(index - 1)
    if token is None or before.category != "word" or token.tag_ not in PLURAL_TAGS:
        return False
    return any(child.dep_ == "nummod" for child in token.children)


def bare_units(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "for weeks", "months of talks", "days after": a plural without a number that says how long."""
    after = around.lexeme(candidate.last + 1).category
    led = around.stands_before(candidate.first, "span_prepositions")
    return led or after == "of"


def weeks_or_months(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "recent weeks", a span of some weeks; "recent years" are no more than the past."""
    return parts["vague"] in ("W", "M", "Q")


def some_day(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "It will one day be built": at a time to come, not in the course of one day."""
    before = around.token(candidate.first - 1)
    if around.word(candidate.first) != "one" or before is None or before.pos_ not in ("AUX", "PRON"):
        return False
    governed = tense_at(around.token(candidate.last))
    return governed is not None and governed.tense == "future"


def day_count(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "day 31" of a strike, as a label or after "on", "in"."""
    return around.lexeme(candidate.first - 1).category in ("break", "comma", "punct", "hyphen", "on", "in")


def led_by_for(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "for the second day": two days so far."""
    return around.word(candidate.first - 1) == "for"


def is_repeated(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "three shells a night", not "a night of shelling"."""
    if around.lexeme(candidate.first).category != "a":
        return True
    return is_rate(candidate.first, around)


def adverb_set(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "daily" the adverb or adjective; not a newspaper, nor a rate ("20% annually", "the average daily sales")."""
    token = around.token(candidate.first)
    after = around.token(candidate.first + 1)
    if token is None or after is None:
        return True
    if is_rate(candidate.first, around) or around.stands_before(candidate.first, "rate_adjectives"):
        return False
    if around.plain_case and after.is_alpha and around.has_capital(candidate.last + 1):
        return False  # "the daily Granma"
    return token.pos_ == "ADV" or (token.pos_ == "ADJ" and after.pos_ != "PROPN")


def alone(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "recently"; not "most recently last October", which that day tells."""
    return parts.get("value") != "PAST_REF" or around.lexeme(candidate.last + 1).category not in (
        "last",
        "past",
        "in",
        "on",
        "yesterday",
        "month",
        "weekday",
    )


def reference(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "the past", "the future" by themselves; "current" the adjective."""
    last = around.lexeme(candidate.last).category
    token = around.token(candidate.last)
    if token is None or last not in ("past", "future", "current"):
        return True
    return token.pos_ == ("ADJ" if last == "current" else "NOUN")


def running_unit(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "for the year", "the first months of the year", "the week's losses": the running one; not "the day's", and not
    "the week of the vote"."""
    after = around.lexeme(candidate.last + 1).category
    if parts["unit"] not in ("W", "M", "Y") or around.has_capital(candidate.last):
        return around.word(candidate.first - 1) == "for" and after in ("comma", "punct", "break", "of")
    led = around.stands_before(candidate.first, "running_unit_prepositions")
    ends = after in ("comma", "punct", "break") or (after == "of" and around.word(candidate.first - 1) == "for")
    return after == "possessive" or (led and ends)
