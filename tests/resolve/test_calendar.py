"""What times mean, counted from the report's date and from what the text has named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.read.findings import TimeExpression
from dateline.read.parsed import ParsedReport
from dateline.read.times import times
from dateline.read.tokens import Doc
from dateline.record import Report, Span, TimeMention
from dateline.resolve.calendar import resolve_times
from dateline.resolve.intervals import interval_of, narrowed, precision_of
from dateline.resolve.named_days import days_named
from dateline.resolve.timex_values import FORMS

WEDNESDAY = date(2022, 11, 9)
VALUE = re.compile(
    r"(?:\d{4}|X{4}|\d{2,3})(?:-(?:\d\d|XX|Q[1-4X]|H[12]|SP|SU|FA|WI|W(?:\d\d|XX)(?:-(?:\d|WE))?)(?:-(?:\d\d|XX))?)?"
    r"(?:T(?:\d\d:\d\d(?::\d\d)?|XX:XX|[A-Z]{2}))?"
    r"|P(?:T?(?:\d+(?:\.\d+)?|X)[A-Z])+(?:T\d+[HMS])?|PXX|(?:PAST|PRESENT|FUTURE)_REF"
)
BLANK = spacy.blank("en")


@pytest.fixture
def read(parse: Callable[..., ParsedReport]) -> Callable[..., tuple[TimeMention, ...]]:
    def mentions(text: str, published: date | None = WEDNESDAY) -> tuple[TimeMention, ...]:
        parsed = parse(text, published=published)
        return resolve_times(parsed, times(parsed), published)

    return mentions


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The depot burned on Nov. 4.", "2022-11-04"),
        ("The depot burned on 12 March.", "2022-03-12"),
        ("The trial will open on 12 March.", "2023-03-12"),
        ("The depot burned on 4 November 1998.", "1998-11-04"),
        ("LIMA, 10 JAN 90 (RADIO) -- THE MAYOR WAS SHOT.", "1990-01-10"),
        ("The form is dated 11/04/2022.", "2022-11-04"),
        ("The form is dated 28/8/92.", "1992-08-28"),
        ("Gunmen shot him on Monday.", "2022-11-07"),
        ("Gunmen shot him on Wednesday.", "2022-11-09"),
        ("The union will march on Friday.", "2022-11-11"),
        ("Gunmen shot him last Friday.", "2022-11-04"),
        ("The union will march next Wednesday.", "2022-11-16"),
        ("Gunmen shot him on Friday night.", "2022-11-04TNI"),
        ("Gunmen shot him at 10:35 p.m. on Sunday.", "2022-11-06T22:35"),
        ("Gunmen shot him yesterday.", "2022-11-08"),
        ("The envoys will meet in two weeks' time.", "2022-11-23"),
        ("The raid began at half past nine on Tuesday.", "2022-11-08T09:30"),
        ("A blast was heard at quarter to six in the evening.", "2022-11-09T17:45"),
        ("Guns were heard on the night of 9 to 10 May.", "2022-05-09TNI"),
        ("The rebels had lost the bridge earlier in the war.", "PAST_REF"),
        ("They were sent to the front on the very first day.", "XXXX-XX-XX"),
        ("Two days later the rebels left.", "XXXX-XX-XX"),
        ("Work will be done by year-end.", "2022-12-31"),
        ("Prices have risen since year-end.", "2021-12-31"),
        ("They were shot on Boxing Day in 2020.", "2020-12-26"),
        ("The court will rule tomorrow.", "2022-11-10"),
        ("The mayor was shot the day before yesterday.", "2022-11-07"),
        ("Gunmen shot him last night.", "2022-11-08TNI"),
        ("They fled last week.", "2022-W44"),
        ("They fled earlier this month.", "2022-11"),
        ("They fled last year.", "2021"),
        ("They fled over the weekend.", "2022-W44-WE"),
        ("They fled in March.", "2022-03"),
        ("They fled last December.", "2021-12"),
        ("The camp opened in spring 2014.", "2014-SP"),
        ("Raids were common in the 1990s.", "199"),
        ("The militia fought there in 1990-95.", "1990/1995"),
        ("They marched on March 14-15.", "2022-03-14/2022-03-15"),
        ("Sales fell in the third quarter.", "2022-Q3"),
        ("They fled two months ago.", "2022-09"),
        ("They fled three days ago.", "2022-11-06"),
        ("They took the town in four days.", "P4D"),
        ("They talked for two and a half hours.", "PT2H30M"),
        ("They waited for weeks.", "PXW"),
        ("Widows gather there every Friday.", "XXXX-WXX-5"),
        ("The town is now in rebel hands.", "PRESENT_REF"),
        ("They were shot on Easter Sunday.", "2022-04-17"),
        ("The leaders could not be found on Tuesday.", "2022-11-08"),
        ("The talks are scheduled to resume on Tuesday.", "2022-11-15"),
        ("The council meets in Geneva on Thursday.", "2022-11-10"),
        ("Aid fell before the December vote.", "2022-12"),
        ("They fled in December.", "2021-12"),
        ("The road has been unsafe in recent weeks.", "PXW"),
        ("The road has been unsafe in recent years.", "PAST_REF"),
        ("The mill had sales of a million in the latest fiscal year.", "2021"),
        ("The line has been closed since 1949.", "1949"),
        ("The shelling began half a century ago.", "1972"),
        ("The mine was shut a year and a half ago.", "2021-05"),
        ("The truce ends three weeks from now.", "2022-11-30"),
        ("They met on Thursday last week.", "2022-11-03"),
        ("They will meet this Friday.", "2022-11-11"),
        ("They met on the second Sunday of May.", "2022-05-08"),
        ("They met on the last Friday in January 2020.", "2020-01-31"),
        ("They met on the last day of February 2020.", "2020-02-29"),
        ("They met in the third week of March 2020.", "2020-W12"),
        ("They met on the fifth Monday of February 2021.", "XXXX-XX-XX"),
        ("The court upheld a ban set on Dec. 6.", "2021-12-06"),
        ("The vote was set for Dec. 6.", "2022-12-06"),
        ("The truce had been due to expire on Tuesday.", "2022-11-08"),
    ],
)
def test_values_from_the_reports_date(read: Callable[..., tuple[TimeMention, ...]], text: str, value: str) -> None:
    assert [mention.timex_value for mention in read(text)] == [value]


def test_later_counts_from_the_day_named_last(read: Callable[..., tuple[TimeMention, ...]]) -> None:
    first, later = read("Soldiers stormed the square on Oct. 28. Two days later the crowd came back.")
    assert (first.timex_value, later.timex_value) == ("2022-10-28", "2022-10-30")


def test_a_span_of_weekdays_runs_forward(read: Callable[..., tuple[TimeMention, ...]]) -> None:
    monday, friday = read("Patrols ran from Monday to Friday.")
    assert (monday.earliest, friday.earliest) == (date(2022, 10, 31), date(2022, 11, 4))


def test_the_next_day_counts_from_the_day_named_last(read: Callable[..., tuple[TimeMention, ...]]) -> None:
    *_, following = read("Soldiers stormed the square on Oct. 28. The following day the crowd came back.")
    assert following.earliest == date(2022, 10, 29)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Soldiers stormed the square on Oct. 28. It had been full since the previous Friday.", "2022-10-21"),
        ("Soldiers stormed the square on Oct. 28. The following Monday the crowd came back.", "2022-10-31"),
        ("The mayor was shot in 2014. Two men confessed on Monday. A third had fled that year.", "2014"),
        ("Profit fell in the third quarter. A year earlier it had risen.", "2021-Q3"),
        ("The company reported a loss in the fourth quarter. A year earlier it had earned more.", "2021-Q4"),
        ("The doctor was shot last month. His name was struck off that same day.", "2022-10-XX"),
        ("Shells fell on Oct. 28. Shots were heard overnight. They had begun the previous Friday.", "2022-10-21"),
        ("Patrols ran from Monday to Friday.", "2022-11-04"),
        ("They marched on Oct. 3 and 5.", "2022-10-05"),
        ("Profit fell in the third quarter and in the first nine months. A year earlier it had risen.", "2021"),
        (
            "After a loss in the third quarter and a flat second quarter, costs are below those of a year ago.",
            "2021-Q3",
        ),
        ("Profit fell in the third quarter, the company said. Sales of last year's quarter were not told.", "2021-Q3"),
    ],
)
def test_some_times_are_counted_from_what_was_told_before(
    read: Callable[..., tuple[TimeMention, ...]], text: str, last: str
) -> None:
    assert read(text)[-1].timex_value == last


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Gunmen shot him on Wednesday.", "XXXX-WXX-3"),
        ("Gunmen shot him on Oct. 16.", "XXXX-10-16"),
        ("They fled last week.", "PAST_REF"),
        ("The court rules tomorrow.", "FUTURE_REF"),
    ],
)
def test_without_a_date_what_is_known_stays(
    read: Callable[..., tuple[TimeMention, ...]], text: str, value: str
) -> None:
    (mention,) = read(text, None)
    assert (mention.timex_value, mention.earliest, mention.latest) == (value, None, None)
    assert mention.precision == "unknown"


def test_a_full_date_at_the_head_of_the_text_stands_in(read: Callable[..., tuple[TimeMention, ...]]) -> None:
    *_, friday = read("MANILA, Saturday, September 19, 2020 - Two marines died on Friday.", None)
    assert friday.earliest == date(2020, 9, 18)


@pytest.mark.parametrize("text", ["He died on 31 June 2020.", "He died on Feb. 30.", "The file says 2020-13-45."])
def test_an_impossible_date_has_no_days(read: Callable[..., tuple[TimeMention, ...]], text: str) -> None:
    (mention,) = read(text)
    assert (mention.earliest, mention.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They fled in early November.", date(2022, 11, 1), date(2022, 11, 10), "week"),
        ("They fled in mid-October.", date(2022, 10, 11), date(2022, 10, 20), "week"),
        ("They fled in late October.", date(2022, 10, 21), date(2022, 10, 31), "week"),
        ("They fled in October.", date(2022, 10, 1), date(2022, 10, 31), "month"),
        ("They fled in 2019.", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("They fled last week.", date(2022, 10, 31), date(2022, 11, 6), "week"),
        ("They met in the last week of March 2020.", date(2020, 3, 25), date(2020, 3, 31), "week"),
        ("They fled over the weekend.", date(2022, 11, 5), date(2022, 11, 6), "days"),
        ("They fled earlier this month.", date(2022, 11, 1), date(2022, 11, 9), "week"),
        ("Aid was blocked over the past three days.", date(2022, 11, 6), date(2022, 11, 9), "days"),
        ("They marched on March 14-15.", date(2022, 3, 14), date(2022, 3, 15), "days"),
    ],
)
def test_intervals_and_their_precision(
    read: Callable[..., tuple[TimeMention, ...]], text: str, first: date, last: date, precision: str
) -> None:
    (mention,) = read(text)
    assert (mention.earliest, mention.latest, mention.precision) == (first, last, precision)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2024, date(2024, 3, 31)),
        ("orthodox easter", 2024, date(2024, 5, 5)),
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("memorial day", 2023, date(2023, 5, 29)),
        ("election day", 2020, date(2020, 11, 3)),
        ("yom kippur", 2023, date(2023, 9, 25)),
        ("passover", 2022, date(2022, 4, 16)),
        ("eid al-fitr", 2022, date(2022, 5, 2)),
        ("lunar new year", 2023, date(2023, 1, 22)),
    ],
)
def test_named_days(name: str, year: int, day: date) -> None:
    assert days_named(name, year) == ((day, day),)


def test_every_named_day_has_a_kind_that_works() -> None:
    from dateline.resolve.named_days import named_days

    for name in named_days():
        for year in (1995, 2015):
            assert all(first <= last for first, last in days_named(name, year))


def mentions_of(text: str, published: date | None) -> tuple[ParsedReport, tuple[TimeMention, ...]]:
    parsed = ParsedReport(Report(id="r", text=text, sha256="0"), Doc(BLANK.make_doc(text)))
    return parsed, resolve_times(parsed, times(parsed), published)


WORDS = [
    "the", "a", "last", "next", "this", "early", "mid", "late", "Friday", "March", "May", "4", "31", "12", "1999",
    "2022", "1,000", "two", "thousand", "hundred", "days", "weeks", "years", "quarter", "ago", "later", "earlier",
    "before", "after", "night", "noon", "p.m.", "25:99", "10:30", "of", "and", "-", "/", "since", "in", "on", "4th",
    "second", "half", "century", "1990s", "decade", "weekend", "Easter", "Ramadan", "Eid", "every", "past",
    "99/99/9999", "2022-02-31", "13/13/2013", "fiscal", "ended", "or", "so", ",", ".", "0340", "2250", "hrs", "at",
    "11/12", "month", "from", "now", "first", "week", "Q3", "at", "dawn", "Sunday", "half past", "to", "very",
    "that", "same", "day", "'", "time", "Monday to", "overnight", "fourth", "earlier in the war", "nine", "year", "end",
    "April 24 and",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join),
    st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)),
)
@settings(max_examples=2000, deadline=None)
def test_any_text_gives_values_that_read_back(text: str, published: date | None) -> None:
    _, mentions = mentions_of(text, published)
    for mention in mentions:
        assert mention.stands_in(text)
        assert all(VALUE.fullmatch(part) for part in mention.timex_value.split("/")), mention
        assert (mention.earliest is None) == (mention.latest is None)
        if mention.earliest and mention.latest:
            assert mention.earliest <= mention.latest
            assert mention.precision == precision_of((mention.earliest, mention.latest))
            whole = interval_of(mention.timex_value)
            if whole and "W" not in mention.timex_value:  # "the last week of May" may begin within a calendar week
                assert whole[0] <= mention.earliest <= mention.latest <= whole[1]
        else:
            assert mention.precision == "unknown"


PUBLISHED = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@given(
    PUBLISHED,
    st.dates(date(1900, 1, 1), date(2049, 12, 31)),
    st.sampled_from(
        ["{d:%B} {d.day}, {d.year}", "{d.day} {d:%B} {d.year}", "{d:%b} {d.day}, {d.year}", "{d:%Y-%m-%d}"]
    ),
)
@settings(max_examples=300, deadline=None)
def test_a_full_date_is_its_day_however_it_is_written(published: date, day: date, form: str) -> None:
    _, (mention,) = mentions_of(f"The bridge was blown up on {form.format(d=day)} at the ford.", published)
    assert (mention.timex_value, mention.precision) == (day.isoformat(), "day")


@given(
    PUBLISHED, st.dates(date(2023, 1, 2), date(2023, 1, 8)), st.sampled_from(["", "last ", "next ", "the previous "])
)
@settings(deadline=None)
def test_a_weekday_is_of_that_name_and_at_most_a_week_away(published: date, weekday: date, word: str) -> None:
    _, (mention,) = mentions_of(f"The bridge falls {word}{weekday:%A} by the ford.", published)
    assert mention.earliest is not None
    assert mention.earliest.isoweekday() == weekday.isoweekday()
    away = (mention.earliest - published).days
    assert {"": -7 < away < 7, "next ": 0 < away <= 7}.get(word, -7 <= away < 0)


@given(PUBLISHED, st.integers(1, 400), st.sampled_from(["ago", "earlier"]))
@settings(deadline=None)
def test_days_ago_are_counted_back_from_the_report(published: date, count: int, word: str) -> None:
    _, (mention,) = mentions_of(f"The bridge fell {count} days {word}.", published)
    assert mention.timex_value == (published - timedelta(days=count)).isoformat()


@given(PUBLISHED, st.integers(1, 12), st.sampled_from(["last ", "next ", "early ", ""]))
@settings(deadline=None)
def test_a_month_is_of_that_name_and_within_two_years(published: date, month: int, word: str) -> None:
    _, (mention,) = mentions_of(f"It fell in {word}{date(2000, month, 1):%B}.", published)
    assert mention.earliest is not None
    assert mention.latest is not None
    assert mention.earliest.month == mention.latest.month == month
    assert abs((mention.earliest - published).days) < 2 * 366


@given(
    st.integers(1, 99),
    st.sampled_from([("day", "P{}D"), ("week", "P{}W"), ("month", "P{}M"), ("year", "P{}Y"), ("hour", "PT{}H")]),
)
@settings(deadline=None)
def test_a_duration_keeps_its_number_and_unit(count: int, unit: tuple[str, str]) -> None:
    name, value = unit
    _, (mention,) = mentions_of(f"The siege took {count} {name}{'s' * (count > 1)} and ended.", WEDNESDAY)
    assert (mention.timex_type, mention.timex_value) == ("DURATION", value.format(count))


@given(st.sampled_from(sorted(FORMS)), st.dictionaries(st.sampled_from(["count", "length", "day", "month"]), st.text()))
def test_odd_parts_raise_nothing(form: str, parts: dict[str, str]) -> None:
    parsed, _ = mentions_of("x", None)
    expression = TimeExpression(Span(0, 1, "x"), "DATE", form, tuple(parts.items()))
    (mention,) = resolve_times(parsed, [expression], WEDNESDAY)
    assert mention.timex_value


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)))
def test_a_days_value_reads_back_as_the_day(day: date) -> None:
    assert interval_of(day.isoformat()) == (day, day)


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)), st.integers(0, 800), st.sampled_from(["START", "MID", "END", ""]))
def test_a_part_lies_within_the_whole(first: date, width: int, edge: str) -> None:
    last = date.fromordinal(first.toordinal() + width)
    start, end = narrowed((first, last), edge)
    assert first <= start <= end <= last
