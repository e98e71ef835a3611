"""Conditions on the words around a date that tell it from the same words with another meaning: "may" the verb,
"2000 people", "Sun" the star."""

from __future__ import annotations

from dateline.read.time_patterns import Candidate, Parts
from dateline.read.time_surroundings import Surroundings, context_words

NUMBERS = ("decimal", "integer", "number", "large_number", "year", "two_digits", "small")
NAMES_OF_OTHERS = ("PERSON", "ORG", "GPE", "WORK_OF_ART", "PRODUCT")


def doubtful_month(candidate: Candidate, around: Surroundings) -> int | None:
    """Where "may" or "march" stands in the candidate."""
    indices = range(candidate.first, candidate.last + 1)
    return next((i for i in indices if around.lexeme(i).category == "doubtful_month"), None)


def day_of_month(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "March 4", not "they march 4 miles" and not "in March 20 people"."""
    if "year" in parts:
        return around.word(candidate.last - 1) == "," or not around.counts_a_noun(candidate.last)
    if "year_shift" in parts:
        return True
    month = doubtful_month(candidate, around)
    if month is not None and around.plain_case and not around.has_capital(month):
        return False
    last = around.lexeme(candidate.last)
    if last.category == "small":
        return not around.counts_a_noun(candidate.last)
    return last.category == "digit_ordinal" or around.lexeme(candidate.last + 1).category != "word"


def day_before_month(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "4 March", not "the second march"."""
    month = doubtful_month(candidate, around)
    if "year" in parts:
        return not around.counts_a_noun(candidate.last)
    if month is None:
        return True
    if around.plain_case:
        return around.has_capital(month)
    return around.lexeme(candidate.first).category == "small"


def range_of_days(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "May 3 and 5", not "on May 3 and 5 people"."""
    return "year" in parts or not around.counts_a_noun(candidate.last)


def after_preposition(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "on the 9th", "since 25/8"; not "on the 9th floor"."""
    if not around.stands_before(candidate.first, "day_prepositions"):
        return False
    if "short_date" in parts or around.lexeme(candidate.last).category == "month_noun":
        return True
    token = around.token(candidate.last + 1)
    after = around.lexeme(candidate.last + 1)
    return after.category in ("comma", "punct", "break") or token is None or token.pos_ not in ("NOUN", "PROPN", "ADJ")


def short_weekday(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "Fri" and its like: with a capital; "Sun", "Sat", "Wed" and "Mon" only where a preposition or a colon helps."""
    if not around.has_capital(candidate.first):
        return False
    if around.word(candidate.first).rstrip(".") not in context_words()["doubtful_weekdays"]:
        return True
    labels = around.word(candidate.last + 1) == ":"
    return labels or (around.plain_case and around.stands_before(candidate.first, "sure_weekday_prepositions"))


def month(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "in May", "March", not the verbs nor persons of these names."""
    if "year" in parts:
        return not around.counts_a_noun(candidate.last)
    if "year_shift" in parts or "edge" in parts:
        return True
    index = candidate.last
    led = around.stands_before(candidate.first, "month_prepositions")
    if around.lexeme(index).category == "month":
        if len(around.word(index).rstrip(".")) <= 3:
            named = around.has_capital(index + 1) and around.lexeme(index + 1).category == "word"
            return led and not named and (around.has_capital(index) or not around.plain_case)
        token = around.token(index)
        return led or not around.plain_case or token is None or token.ent_type_ not in NAMES_OF_OTHERS
    if around.word(index).startswith("mar") and around.word(index) != "march":
        return False
    if not around.plain_case:
        return around.stands_before(candidate.first, "sure_month_prepositions")
    token = around.token(index)
    dated = token is not None and token.tag_ == "NNP" and token.ent_type_ == "DATE"
    return around.has_capital(index) and (led or dated)


def capital_month(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "last March", not "This may take long"."""
    doubtful = around.lexeme(candidate.last).category == "doubtful_month"
    return not doubtful or (around.plain_case and around.has_capital(candidate.last))


def season(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "in the spring", not "they fall"; not "the Winter Olympics"."""
    index = candidate.last
    first = candidate.first
    if around.word(first) != "the" and not around.stands_before(first, "season_prepositions"):
        return False
    token = around.token(index)
    if token is None or token.pos_ not in ("NOUN", "PROPN") or around.word(index + 1) in ("of", "from"):
        return False
    return not around.plain_case or not around.has_capital(index) or token.ent_type_ == "DATE"


def year(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """A bare number of four digits is a year where it stands as one, not as a count or a number of something."""
    if "edge" in parts or candidate.last > candidate.first:
        return True
    index, value = candidate.last, int(parts["year"])
    led = around.stands_before(index, "year_prepositions")
    if around.word(index + 1) in context_words()["after_a_count"] or around.stands_before(index, "before_a_count"):
        return False
    if around.lexeme(index + 1).category in ("units", "clock_units"):
        return False
    if around.counts_a_noun(index):
        return 1900 <= value <= 2049 and value % 50 != 0
    if around.lexeme(index - 1).category == "hyphen":
        return False
    return 1800 <= value <= 2049 or (led and value >= 1400)


def year_range(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "1990-95", not a part of a telephone number."""
    return around.lexeme(candidate.first - 1).category != "hyphen"


def spelled_year(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "nineteen ninety-six", "the year two thousand"."""
    words = parts["words"].split()
    if words[:2] == ["2", "1000"]:
        return len(words) > 2 or around.lexeme(candidate.first).category not in NUMBERS
    return len(words) > 1 and words[0] in ("18", "19", "20") and 10 <= int(words[1]) < 100


def decade(parts: Parts, candidate: Candidate, around: Surroundings) -> bool:
    """ "the nineties", not "in his sixties"."""
    if around.stands_before(candidate.first, "possessives"):
        return False
    return "decade" in parts or candidate.last > candidate.first
