"""Conditions on the words around a time expression that tell it from the same words with another meaning:
"may" the verb, "2,000 people", "the 20 May recruits", "Sun" the star."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.read.parsed import ParsedReport
from dateline.read.time_patterns import Candidate
from dateline.read.time_words import Lexeme, lexicon

NOTHING = Lexeme(0, 0, "break", "")
MONTH_PREPOSITIONS = frozenset(
    "in of since until till by from during last this next through to between before after early late mid and for".split()
)
YEAR_PREPOSITIONS = frozenset(
    "in of since until till by from during through to between before after early late mid and or for the around about "
    "than as late winter summer spring autumn fall elections election fiscal year circa".split()
)
NUMBERS = ("decimal", "integer", "number", "large_number", "year", "two_digits", "small")
RATE_WORDS = frozenset(["times", "million", "billion", "once", "twice", "thousand", "cents", "dollars", "percent", "%"])
PLURAL_TAGS = ("NNS", "NNPS")


@dataclass
class Surroundings:
    """A report's words and, for those who ask, its tokens."""

    parsed: ParsedReport
    found: list[Lexeme]
    offsets: list[int] = field(default_factory=list)

    def token_at(self, offset: int) -> Token | None:
        """The token that stands at an offset of the text."""
        if not self.offsets:
            self.offsets = [token.idx for token in self.parsed.doc]
        index = bisect_right(self.offsets, offset) - 1
        return self.parsed.doc[index] if index >= 0 else None

    def lexeme(self, index: int) -> Lexeme:
        return self.found[index] if 0 <= index < len(self.found) else NOTHING

    def words_before(self, index: int, number: int = 1) -> list[str]:
        return [self.lexeme(i).value for i in range(index - number, index)]


def passes(candidate: Candidate, around: Surroundings) -> bool:
    """Whether the words around allow the reading."""
    check = CHECKS.get(candidate.rule.check)
    return check is None or check(dict(candidate.parts), candidate, around)


def counts_a_noun(index: int, around: Surroundings) -> bool:
    """Whether the number at this place counts the things named after it ("30 people")."""
    token = around.token_at(around.lexeme(index).start)
    if token is None or token.dep_ not in ("nummod", "quantmod", "compound", "amod"):
        return False
    return token.head.i > token.i and token.head.tag_ in PLURAL_TAGS


def text_of(index: int, around: Surroundings) -> str:
    lexeme = around.lexeme(index)
    return around.parsed.report.text[lexeme.start : lexeme.end]


def is_capitalised(index: int, around: Surroundings) -> bool:
    return text_of(index, around)[:1].isupper()


def shouting(around: Surroundings) -> bool:
    """Whether capitals say nothing here: a text all in capitals or with none."""
    sample = around.parsed.report.text[:2000]
    return sample.isupper() or sample.islower()


def day_of_month(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    if "year" in parts:
        return not (counts_a_noun(candidate.last, around) and "," not in text_of(candidate.last - 1, around))
    if doubtful_month(candidate, around) and not is_capitalised(candidate.first, around) and not shouting(around):
        return False
    last = around.lexeme(candidate.last)
    if last.category == "small" and counts_a_noun(candidate.last, around):
        return False
    return not (last.category in ("ordinal", "second") and around.lexeme(candidate.last + 1).category == "word")


def doubtful_month(candidate: Candidate, around: Surroundings) -> bool:
    return any(around.lexeme(i).category == "doubtful_month" for i in range(candidate.first, candidate.last + 1))


def day_before_month(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    if "year" in parts and counts_a_noun(candidate.last, around):
        return False
    if not doubtful_month(candidate, around) or "year" in parts:
        return True
    month = next(i for i in range(candidate.first, candidate.last + 1) if around.lexeme(i).category == "doubtful_month")
    if is_capitalised(month, around) and not shouting(around):
        return True
    token = around.token_at(around.lexeme(month).start)
    return token is not None and token.pos_ in ("PROPN", "NOUN", "NUM")


def range_of_days(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    return "year" in parts or not counts_a_noun(candidate.last, around)


def short_weekday(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """ "Fri" and its like: capitalised, and not a noun or verb of the sentence."""
    text = text_of(candidate.first, around)
    if text.rstrip(".").lower() in ("sun", "sat", "wed", "mon"):
        before = around.words_before(candidate.first)[0]
        return (
            text[:1].isupper()
            and not shouting(around)
            and before in ("on", "by", "since", "until", "till", "last", "next", "(")
        )
    return text[:1].isupper() and text.lower() not in ("thu",)


def month(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    if any(name in parts for name in ("year", "year_shift", "edge")):
        return not ("year" in parts and counts_a_noun(candidate.last, around))
    index = candidate.last
    before = around.words_before(candidate.first)[0]
    text = text_of(index, around)
    if around.lexeme(index).category == "month":
        if len(text.rstrip(".")) <= 3:
            return before in MONTH_PREPOSITIONS and (text[:1].isupper() or shouting(around))
        return is_a_name_of_time(index, before, around)
    if not (text[:1].isupper()):
        return False
    if shouting(around):
        return before in ("in", "since", "until", "last", "next", "during", "late", "early") and text.lower() != "mar"
    return before in MONTH_PREPOSITIONS and text.lower() != "mar" or is_month_by_tag(index, around)


def is_month_by_tag(index: int, around: Surroundings) -> bool:
    token = around.token_at(around.lexeme(index).start)
    return token is not None and token.tag_ == "NNP" and token.ent_type_ == "DATE"


def is_a_name_of_time(index: int, before: str, around: Surroundings) -> bool:
    """A full month's name is one, but for persons' names ("April Jones", "Mr. August") and "Black September"."""
    if before in MONTH_PREPOSITIONS or shouting(around):
        return True
    token = around.token_at(around.lexeme(index).start)
    return token is None or token.ent_type_ not in ("PERSON", "ORG", "GPE", "WORK_OF_ART", "PRODUCT")


def season(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    before, text = around.words_before(candidate.first)[0], text_of(candidate.last, around)
    if around.lexeme(candidate.last).category == "season":
        return before in ("in", "the", "during", "by", "since", "until", "of", "through", "for", "and", "")
    if before not in ("in", "the", "during", "by", "since", "until"):
        return False
    token = around.token_at(around.lexeme(candidate.last).start)
    after = around.lexeme(candidate.last + 1).category
    return (
        token is not None
        and token.pos_ in ("NOUN", "PROPN")
        and text.islower()
        and after in ("punct", "comma", "break", "word")
        and around.lexeme(candidate.last + 1).value not in ("of", "in", "from")
    )


def year(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """A bare number of four digits is a year where it stands as one, not as a count or a number of something."""
    if "edge" in parts or candidate.last > candidate.first:
        return True
    value = int(parts["year"])
    if not 1400 <= value <= 2060:
        return False
    before, after = around.lexeme(candidate.first - 1), around.lexeme(candidate.last + 1)
    if after.value in (
        "%",
        "percent",
        "per",
        "km",
        "kilometers",
        "miles",
        "people",
        "hours",
        "hrs",
        "local",
        "gmt",
        "meters",
        "feet",
        "more",
    ):
        return False
    if (
        after.category in ("units", "clock_units", "hyphen")
        and after.category != "hyphen"
        or before.value in ("/", "flight", "page", "resolution", "article", "than")
    ):
        return False
    if before.category == "hyphen" or counts_a_noun(candidate.last, around):
        return before.value in YEAR_PREPOSITIONS and not counts_a_noun(candidate.last, around)
    return 1800 <= value <= 2049 or before.value in YEAR_PREPOSITIONS


def spelled_year(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    words = parts["words"].split()
    if words[0] == "2" and words[1:2] == ["1000"]:
        return candidate.last > candidate.first + len(words) - 1 or len(words) > 2
    return words[0] in ("18", "19", "20") and len(words) >= 2 and int(words[1]) >= 10 and int(words[1]) < 100


def decade(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """ "the nineties", not "in his sixties"."""
    if around.words_before(candidate.first)[0] in ("his", "her", "their", "my", "your", "our", "its"):
        return False
    return "decade" in parts or candidate.last > candidate.first


def clock(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """A bare time of the day: not a score ("won 3:2") and with a meridiem where the number could be any."""
    if "noon" in parts or "meridiem" in parts or "oclock" in parts:
        return True
    value = parts.get("clock", "")
    return (
        value.count(":") >= 1
        and len(value.split(":")[0]) == 2
        or value.startswith(tuple("123456789"))
        and around.words_before(candidate.first)[0]
        in ("at", "by", "until", "from", "since", "before", "after", "about", "around")
    )


def part_of_day(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    before = around.words_before(candidate.first, 2)
    if before[-1] in ("at", "before", "by", "until", "since") and parts["day_part"] in ("MO", "EV", "NI"):
        return True
    return (
        before[-1] == "the" and before[-2] in ("in", "during") and around.lexeme(candidate.last + 1).category != "word"
    )


def duration(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """A quantity of time; not an age of somebody, a rate ("$1.76 a year"), or a part ("three-quarters of")."""
    if "old" in parts and parts.get("length") == "Y":
        return False
    first, last = around.lexeme(candidate.first), around.lexeme(candidate.last)
    after = around.lexeme(candidate.last + 1)
    if last.category == "quarters" and around.lexeme(candidate.last - 1).category == "hyphen":
        return False
    if after.category == "hyphen" and around.lexeme(candidate.last + 2).category in ("ago", "earlier"):
        return False
    if last.category in ("night", "noon"):
        return False
    return not (first.category == "a" and candidate.last == candidate.first + 1 and is_rate(candidate.first, around))


def is_rate(index: int, around: Surroundings) -> bool:
    """Whether "a year" at this place says how often: after a sum, a count, or things that are counted."""
    before = around.lexeme(index - 1)
    if before.category in NUMBERS or before.value in RATE_WORDS:
        return True
    token = around.token_at(before.start)
    if token is None or before.category != "word" or token.tag_ not in PLURAL_TAGS:
        return before.category in ("units", "clock_units")
    return any(child.dep_ == "nummod" for child in token.children)


def reference(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """"the past" and "the future" by themselves, not before a noun."""
    token = around.token_at(around.lexeme(candidate.last).start)
    return token is None or token.pos_ == "NOUN"


def after_for(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """"for the year", "for the week": the running one."""
    after = around.lexeme(candidate.last + 1).category
    return around.words_before(candidate.first)[0] == "for" and after in ("comma", "punct", "break", "of")


def bare_units(parts: Mapping[str, str], candidate: Candidate, around: Surroundings) -> bool:
    """ "for weeks", "days after": a plural without a number, where it says how long."""
    before = around.lexeme(candidate.first - 1).value
    after = around.lexeme(candidate.last + 1).category
    return (
        before in ("for", "of", "in", "within", "after", "over", "the", "took", "lasted", "last", "several")
        and before != "the"
        or after in ("after", "before", "later", "earlier", "ago")
    )


Check = Callable[[Mapping[str, str], Candidate, Surroundings], bool]
CHECKS: Mapping[str, Check] = {
    check.__name__: check
    for check in (
        day_of_month,
        day_before_month,
        range_of_days,
        short_weekday,
        month,
        season,
        year,
        spelled_year,
        decade,
        clock,
        part_of_day,
        duration,
        bare_units,
        reference,
        after_for,
    )
}

__all__ = ["Surroundings", "lexicon", "passes"]
