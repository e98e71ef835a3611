"""Which words name a time, and which do not."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read.parsed import ParsedReport
from dateline.read.time_patterns import candidates, grammar
from dateline.read.time_words import lexemes, lexicon, pieces
from dateline.read.times import times
from dateline.read.tokens import Doc
from dateline.record import Report
from dateline.resolve.timex_values import FORMS

BLANK = spacy.blank("en")
PIECES = [
    "Nov. 4", "May", "march", "12", "1,500", "2001", "ten", "two", "of", "the", "last", "Friday", "night", "weeks",
    "ago", "later", "a", "and", "half", "-", "/", ",", ".", " ", "\n\n", "’s", "p.m.", "o'clock", "03:15", "1990s",
    "2022-11-04", "31/12/99", "quarter", "second", "every", "since", "early", "mid", "🔥", "e\u0301", "\u00a0", "م",
]  # fmt: skip


def bare(text: str) -> ParsedReport:
    """A report with words but no syntax: the reader must do with what it gets."""
    return ParsedReport(Report(id="r", text=text, sha256="0"), Doc(BLANK.make_doc(text)))


def found(parsed: ParsedReport) -> list[tuple[str, str]]:
    return [(expression.span.text, expression.timex_type) for expression in times(parsed)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Shelling began on Nov. 4 near the bridge.", "Nov. 4", "DATE"),
        ("The depot burned on 4 November 2022.", "4 November 2022", "DATE"),
        ("They met on the 4th of November.", "the 4th of November", "DATE"),
        ("Log 2022-11-04: all quiet.", "2022-11-04", "DATE"),
        ("The form is dated 11/04/2022.", "11/04/2022", "DATE"),
        ("LIMA, 10 JAN 90 (RADIO) -- THE MAYOR WAS SHOT.", "10 JAN 90", "DATE"),
        ("Talks resume in mid-November.", "mid-November", "DATE"),
        ("It has been quiet since early 2019.", "early 2019", "DATE"),
        ("Raids were common in the 1990s.", "the 1990s", "DATE"),
        ("The militia fought there in 1990-95.", "1990-95", "DATE"),
        ("The camp opened in spring 2014.", "spring 2014", "DATE"),
        ("They marched on March 14-15.", "March 14-15", "DATE"),
        ("Clashes went on between May 3 and 5.", "5", "DATE"),
        ("Clashes went on on May 3 and 5, 2021.", "May 3 and 5, 2021", "DATE"),
        ("The envoys will meet in two weeks' time.", "two weeks' time", "DATE"),
        ("The raid began at half past nine on Tuesday.", "half past nine on Tuesday", "TIME"),
        ("A blast was heard at quarter to six in the evening.", "quarter to six in the evening", "TIME"),
        ("It happened on the night of 9 to 10 May.", "the night of 9 to 10 May", "TIME"),
        ("The rebels had lost the bridge earlier in the war.", "earlier in the war", "DATE"),
        ("They were sent to the front on the very first day.", "the very first day", "DATE"),
        ("The very next day the bridge fell.", "The very next day", "DATE"),
        ("Police fired on the crowd last Friday.", "last Friday", "DATE"),
        ("Three men were shot on Friday night.", "Friday night", "TIME"),
        ("The raid began at 10:35 a.m. on Sunday.", "10:35 a.m. on Sunday", "TIME"),
        ("The convoy left at 0340 hrs.", "0340 hrs", "TIME"),
        ("The two sides agreed two days later.", "two days later", "DATE"),
        ("The column left three weeks ago.", "three weeks ago", "DATE"),
        ("He was freed the previous day.", "the previous day", "DATE"),
        ("Aid was blocked over the past three weeks.", "the past three weeks", "DURATION"),
        ("They took the town in four days.", "four days", "DURATION"),
        ("A two-hour gun battle followed.", "two-hour", "DURATION"),
        ("No truck has come for at least 30 days.", "at least 30 days", "DURATION"),
        ("The strikers had waited for weeks.", "weeks", "DURATION"),
        ("Widows gather there every Friday.", "every Friday", "SET"),
        ("The council meets annually.", "annually", "SET"),
        ("The town is now in rebel hands.", "now", "DATE"),
        ("Two men were arrested earlier this month.", "earlier this month", "DATE"),
        ("The curfew lasts until Christmas Eve.", "Christmas Eve", "DATE"),
        ("The bridge has been shut since the 9th.", "the 9th", "DATE"),
        ("The line has been closed since 1949.", "1949", "DATE"),
        ("The road has been unsafe in recent weeks.", "recent weeks", "DURATION"),
        ("The road has been unsafe in recent years.", "recent years", "DATE"),
        ("The siege may last weeks or months.", "weeks or months", "DURATION"),
        ("The envoys left for a day or two.", "a day or two", "DURATION"),
        ("The clinic will reopen over the next year or so.", "the next year or so", "DATE"),
        ("A late-November raid left two dead.", "late-November", "DATE"),
        ("It was one of the year's worst raids.", "the year", "DATE"),
        ("Raids rose in the first months of the year.", "the year", "DATE"),
        ("The harbour will one day be rebuilt.", "one day", "DATE"),
        ("Shelling began half a century ago.", "half a century ago", "DATE"),
        ("The truce ends three weeks from now.", "three weeks from now", "DATE"),
        ("They met on Thursday last week.", "Thursday last week", "DATE"),
        ("The raid came the night before.", "the night before", "TIME"),
        ("Guns were heard throughout the night.", "the night", "TIME"),
        ("Minutes later the crowd fled.", "Minutes later", "DATE"),
        ("A year-long siege ended.", "year-long", "DURATION"),
        ("The mine opened in Q3 2012.", "Q3 2012", "DATE"),
        ("The raid came on Friday at dawn.", "Friday at dawn", "TIME"),
        ("Each of the past three years saw a drought.", "Each of the past three years", "DURATION"),
    ],
)
def test_finds_times_with_their_extent(parse: Callable[..., ParsedReport], text: str, words: str, kind: str) -> None:
    assert (words, kind) in found(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "The police may march on the second gate.",
        "May the dead rest in peace.",
        "Some 1,500 people fled the town.",
        "About 2000 people fled the town.",
        "The 155th brigade held the hill.",
        "A 12-year-old boy was hurt.",
        "Rebels marched past the court and sat down.",
        "He paid $1990 for the rifle.",
        "They fired an AK-47 and a T-72 tank gun.",
        "The court costs $2 million a year.",
        "April Jones spoke for the union.",
        "Arrests rose by 20% annually.",
        "He writes for the daily Granma.",
        "They struck for the third time in as many days.",
        "Shops open from five to nine each.",
        "The average daily ration is a cup of rice.",
        "He was voted person of the year by readers of The Year.",
        "",
        "?",
    ],
)
def test_leaves_other_words_alone(parse: Callable[..., ParsedReport], text: str) -> None:
    assert found(parse(text)) == []


def test_reads_capitals_and_small_letters_alike(parse: Callable[..., ParsedReport]) -> None:
    text = "Gunmen attacked the barracks on November 4 and again on Friday night."
    assert [words.lower() for words, _ in found(parse(text.upper()))] == ["november 4", "friday night"]
    assert [words.lower() for words, _ in found(parse(text.lower()))] == ["november 4", "friday night"]


def test_a_blank_line_ends_an_expression(parse: Callable[..., ParsedReport]) -> None:
    assert [words for words, _ in found(parse("Shots were fired in March\n\n12 people died."))] == ["March"]


def test_odd_characters_do_not_shift_the_words(parse: Callable[..., ParsedReport]) -> None:
    text = "🔥🔥 Cafe\u0301 burned\r\non Nov.\u00a04, 2022 — then \u05d0\u05d1 fled."
    (expression,) = times(parse(text))
    assert text[expression.span.start : expression.span.end] == "Nov.\u00a04, 2022"


def test_a_future_verb_is_noted(parse: Callable[..., ParsedReport]) -> None:
    (ahead,) = times(parse("The union will march on Friday."))
    (behind,) = times(parse("The union marched on Friday."))
    assert dict(ahead.parts)["tense"] == "future"
    assert dict(behind.parts)["tense"] == "past"


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("The union will march on Friday.", "yes"),
        ("The union marched on Friday.", "yes"),
        ("The leaders could not be found on Friday.", "no"),
        ("The mayor attacked the March accord.", "no"),
    ],
)
def test_a_tense_told_by_a_modal_or_of_a_noun_is_doubtful(
    parse: Callable[..., ParsedReport], text: str, certain: str
) -> None:
    (expression,) = times(parse(text))
    assert dict(expression.parts)["certain"] == certain


def test_every_form_of_the_grammar_has_a_meaning() -> None:
    assert {rule.form for rule in grammar()} <= set(FORMS)


@given(st.lists(st.sampled_from([*PIECES, "marchers", "(", "15"]), max_size=100).map(" ".join))
def test_a_text_read_in_stretches_is_read_as_a_whole(text: str) -> None:
    words = lexemes(text)
    whole = [
        (match.start(), -match.end(), order)
        for order, rule in enumerate(grammar())
        for match in rule.pattern.finditer(pieces(words))
        if match.end() > match.start()
    ]
    order = {id(rule): number for number, rule in enumerate(grammar())}
    assert [(one.first, -one.last - 1, order[id(one.rule)]) for one in candidates(words)] == sorted(whole)


def test_no_word_stands_in_two_categories() -> None:
    from dateline.read.time_words import table

    data = table("time_words")
    data.pop("unions")
    words = [word for entries in data.values() for word in entries]
    assert len(words) == len(set(words))
    assert lexicon().words["nov"] == ("month", "11")


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)))
@settings(max_examples=200, deadline=None)
def test_expressions_are_cut_from_the_text_in_order_and_apart(text: str) -> None:
    expressions = times(bare(text))
    end = 0
    for expression in expressions:
        assert expression.span.stands_in(text)
        assert expression.span.text == expression.span.text.strip()
        assert expression.span.start >= end
        end = expression.span.end


@pytest.mark.parametrize("piece", ["May 12 ", "1", "1990-", "1/2/", "last early of the ", " ", "ten "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(length: int) -> float:
        parsed = bare("")
        text = (piece * (length // len(piece) + 1))[:length]
        object.__setattr__(parsed, "report", Report(id="r", text=text, sha256="0"))
        start = time.process_time()
        times(parsed)
        return time.process_time() - start

    seconds(1000)
    assert seconds(40_000) < 20 * seconds(5_000) + 0.5
