"""Numbers that count nothing: years, dates, hours, ages, money, distances, and numbers that are names."""

from __future__ import annotations

from dateline.codebook.figure_words import figure_words, measure_words
from dateline.read.counted import Counted
from dateline.read.numbers import WrittenNumber
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token

YEARS = range(1500, 2100)
OLDEST = 120
LOWEST_HOUSE_NUMBER = 100  # below it "at 12 Baptist churches" is as likely
AFTER_AGE = (",", ")", ".", ";", "and", "who", "—", "–", "-", "--")
BEFORE_PRONOUN = frozenset(["no", "this", "that", "the", "which", "every", "any", "each", "another", "only"])
AFTER_PRONOUN = frozenset(["another", "day", "side", "hand", "thing", "time", "point", "way", "'s"])


def counts_nothing(number: WrittenNumber, counted: Counted) -> bool:
    """Whether the number is no count of people or things."""
    before, after = neighbour(counted.first, -1), neighbour(counted.last, 1)
    return (
        is_measured(counted, after)
        or is_money(counted, before, after)
        or is_date(number, counted, before, after)
        or is_name(number, counted, before, after)
        or is_age(number, counted, before, after)
        or (counted.number.lower_ == "one" and (is_pronoun(before, after) or ends_name(counted.number, before)))
    )


def is_measured(counted: Counted, after: Token | None) -> bool:
    """Whether a unit of time, length, weight or the like follows."""
    units = figure_words().units_after
    heads = [token for token in (after, counted.noun) if token is not None]
    return any(token.lemma_.lower() in units or token.lower_ in units for token in heads)


def is_money(counted: Counted, before: Token | None, after: Token | None) -> bool:
    """Whether the number is an amount of money."""
    words = figure_words()
    if before is not None and before.lower_ in words.money_before:
        return True
    heads = [token for token in (after, counted.noun) if token is not None]
    return any(token.lemma_.lower() in words.money_after or token.text in "$€£¥₹" for token in heads)


def is_date(number: WrittenNumber, counted: Counted, before: Token | None, after: Token | None) -> bool:
    """Whether the number is a year, a day of a month or an hour."""
    months = figure_words().months
    ends = [value for value in (number.low, number.best, number.high) if value is not None]
    if not ends or number.qualifier not in ("exact", "range"):
        return False
    behind_day = (
        before is not None and before.text == "," and (day := neighbour(before, -1)) is not None and day.is_digit
    )
    if number.plain and all(int(value) in YEARS for value in ends) and (behind_day or not counts_people(counted)):
        return True
    if max(ends) > 31:
        return False
    near = [token for token in (before, after) if token is not None]
    following = neighbour(after, 1) if after is not None and after.lower_ == "of" else None
    return any(is_month(token, months) for token in [*near, *([following] if following is not None else [])])


def is_month(token: Token, months: frozenset[str]) -> bool:
    """Whether the token names a month ("may" and "march" only as names)."""
    return token.lower_ in months and (token.lower_ not in ("may", "march") or token.pos_ == "PROPN")


def is_name(number: WrittenNumber, counted: Counted, before: Token | None, after: Token | None) -> bool:
    """Whether the number names a thing: "Flight 370", "Section 12", "1200 Main Street"."""
    words = figure_words()
    if number.qualifier not in ("exact", "range") or not number.plain:
        return False
    if any(token is not None and token.text == "/" for token in (before, after)):  # "3 / 9", of a row of pictures
        return True
    if before is not None and before.lemma_.lower() in words.dialled_after:  # "called 911"
        return counted.noun is None or counted.noun.i < counted.first.i
    if before is not None and (before.lower_ in words.designators_before or before.text == "#"):
        return counted.noun is None or not counts_people(counted)
    if before is not None and before.lower_ == "of" and is_of_a_row(before):
        return True
    if before is not None and before.lower_ == "at" and is_house_number(number, after):
        return True
    if (
        before is not None
        and before.text == "."
        and (stem := neighbour(before, -1)) is not None
        and stem.lower_ == "no"
    ):
        return True
    if after is not None and after.tag_ == "NNP" and after.lower_ in words.stations_after:  # "told 9 News"
        return True
    head = counted.number.head
    if before is not None and head == before and counted.number.dep_ == "nummod":
        return True
    following = after
    for _ in range(5):
        if following is None or following.pos_ != "PROPN":
            break
        if following.lower_ in words.streets_after:
            return True
        following = neighbour(following, 1)
    return False


def is_house_number(number: WrittenNumber, after: Token | None) -> bool:
    """Whether a number behind "at" stands before a street's name: "a shooting at 4210 Cedar Ridge"."""
    is_street = after is not None and after.tag_ == "NNP" and after.ent_type_ != "NORP"
    return is_street and (number.best or 0) >= LOWEST_HOUSE_NUMBER


def is_of_a_row(before: Token) -> bool:
    """Whether "of" follows the number of a picture or page: "Image 23 of 33"."""
    one = neighbour(before, -1)
    named = neighbour(one, -1) if one is not None and one.is_digit else None
    return named is not None and named.lower_ in figure_words().designators_before


def is_age(number: WrittenNumber, counted: Counted, before: Token | None, after: Token | None) -> bool:
    """Whether the number is an age: "Ana Ruiz, 34, was", "aged 22 and 24", "a boy of fifteen", "when she was 4"."""
    eldest = number.best or number.high
    if eldest is None or eldest > OLDEST or number.qualifier not in ("exact", "range") or before is None:
        return False
    if any(
        word.lower_ in ("aged", "age", "ages")
        for word in counted.first.doc[max(counted.first.i - 10, sentence_bounds(counted.first)[0]) : counted.first.i]
    ):
        return counted.noun is None
    if number.qualifier == "range":
        return False
    if is_first_of_two_ages(counted) or is_glued_to_name(number, counted) or is_age_of_each(number, counted, before):
        return True
    if number.plain and (before.lower_ == "both" or is_in_list_of_ages(counted)):
        return counted.noun is None
    person = neighbour(before, -1)
    if (
        number.plain
        and before.text in (",", "(", "also")
        and (after is None or after.text in AFTER_AGE or after.pos_ in ("VERB", "AUX"))
    ):
        told = after is not None and after.text not in AFTER_AGE  # "Ana Ruiz, 34 was shot"
        named = person is not None and person.pos_ == "PROPN" and (not told or person.ent_type_ == "PERSON")
        return named or (person is not None and person.tag_ == "NN" and not told)
    alone = counted.noun is None and counted.number.dep_ in ("attr", "pobj")
    if before.lower_ == "of" and person is not None and person.tag_ == "NN":
        return alone and person.lemma_.lower() in measure_words().people and person.lower_ != "crowd"
    if not alone or before.lemma_ not in ("be", "turn") or person is None:
        return False
    return person.lower_ in ("he", "she", "i", "who", "youngest", "oldest", "eldest")


def is_glued_to_name(number: WrittenNumber, counted: Counted) -> bool:
    """Whether no space stands between a name, a comma and the number: "Ana Ruiz,20, of"."""
    token = counted.first
    before = token.text[: max(0, number.core_start - token.idx)]
    return number.plain and before.endswith(",") and before[:1].isupper()


def is_age_of_each(number: WrittenNumber, counted: Counted, before: Token) -> bool:
    """Whether the number follows "one" or "the other" of some people: "Two teenagers, one 16 and the other 17"."""
    alone = counted.noun is None and number.plain
    return alone and before.lower_ in ("one", "other") and counted.number.dep_ in ("appos", "conj", "attr", "nummod")


def is_first_of_two_ages(counted: Counted) -> bool:
    """Whether a hyphen leads to the age that follows: "two girls, 14- and 16-year-old"."""
    last, after = counted.last, neighbour(counted.last, 1)
    if not last.text.endswith("-") and (after is None or after.text != "-"):
        return False
    behind = [token.lower_ for token in last.doc[last.i + 1 : last.i + 7] if token.text != "-"]
    return behind[:1] in (["and"], ["or"], ["to"]) and "year" in behind


def is_in_list_of_ages(counted: Counted) -> bool:
    """Whether bare numbers behind people and a comma list their ages: "Two men, 25 and 30, were shot"."""
    token = neighbour(counted.first, -1)
    seen_comma = False
    while token is not None and (token.is_digit or token.lower_ in (",", "and")):
        seen_comma = token.text == ","
        token = neighbour(token, -1)
    after = neighbour(counted.last, 1)
    ends = after is None or after.text in (",", ".", ";", ")") or after.lower_ == "and"
    return seen_comma and ends and token is not None and token.lemma_.lower() in measure_words().people


def is_pronoun(before: Token | None, after: Token | None) -> bool:
    """Whether "one" stands for somebody or something and counts nothing: "no one", "this one", "one another"."""
    if before is not None and (before.pos_ == "ADJ" or before.lower_ in BEFORE_PRONOUN):
        return True
    if after is not None and after.is_digit and before is not None and before.text == ",":  # "one 16 and the other 17"
        return True
    if after is not None and after.lower_ == "of" and after.i + 1 < len(after.doc) and after.nbor().lower_ == "which":
        return True
    return after is not None and after.lower_ in AFTER_PRONOUN


def ends_name(one: Token, before: Token | None) -> bool:
    """Whether "One" ends a name: "Regional One", "Air Force One"."""
    joined = before is not None and before.pos_ == "PROPN" and (before.head == one or one.head == before)
    return joined and one.text == "One"


def counts_idly(number: WrittenNumber, counted: Counted) -> bool:
    """Whether a number of which nothing is told that matters is better left out: "the two", "several", "one of the",
    "three countries", "until 1100"."""
    noun = counted.noun
    before = neighbour(counted.first, -1)
    if number.few or counted.number.lower_ == "one":
        return True
    if before is not None and before.lower_ in ("the", "these", "those") and number.qualifier == "exact":
        return True
    if noun is None:
        return counted.number.ent_type_ in ("DATE", "TIME") or counted.number.pos_ == "X" or number.qualifier == "range"
    if noun.lemma_.lower() in figure_words().abstract:
        return True
    return noun.tag_ == "NNP" and noun.ent_type_ != "NORP" and number.plain


def counts_people(counted: Counted) -> bool:
    """Whether the counted noun is of people or of things that come in numbers."""
    noun = counted.noun
    return noun is not None and noun.lemma_.lower() in (measure_words().people | measure_words().things)


def neighbour(token: Token, step: int) -> Token | None:
    """The token beside one, white space passed over, within its sentence's text; None at the text's edge."""
    index = token.i + step
    while 0 <= index < len(token.doc) and token.doc[index].is_space:
        index += step
    return token.doc[index] if 0 <= index < len(token.doc) else None
