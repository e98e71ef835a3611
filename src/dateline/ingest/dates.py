"""Calendar days as metadata and datelines write them. A day is read as written, never completed and never guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

EARLIEST_YEAR, LATEST_YEAR = 1800, 2100  # beyond them a year is a slip ("0025"), not the date of a report
CENTURY_TURN = 69  # POSIX: two-digit years up to 68 are of this century, from 69 on of the last

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]*\s+)"
CLOCK = r"\d{1,2}(?::\d{2}(?::\d{2}(?:[.,]\d+)?)?|(?=\s*[ap]\.?m\b))\s*(?:[ap]\.?m\b\.?)?"
ZONE = r"\s*\(?(?:Z\b|[A-Z]{2,4}T\b|GMT|UTC|(?:GMT|UTC)?\s?[+-]\d{1,2}:?(?:\d{2})?)\)?"
TIME = rf"(?:[Tt,|\s–-]*(?:\bat\s+)?{CLOCK}(?:{ZONE})*)"
TIME_OF_DAY = re.compile(rf"{TIME}?(?:\[[\w/+-]+\])?\s*", re.I)
DAY = re.compile(
    rf"""{WEEKDAY}?(?:
      (?P<iso_year>\d{{4}})(?P<iso_mark>[-/.])(?P<iso_month>\d{{1,2}})(?P=iso_mark)(?P<iso_day>\d{{1,2}})(?!\d)
    | (?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)(?P<numeric_year>\d{{4}})(?!\d)
    | (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]*(?P<month>{MONTH}),?[\s-]*
        (?P<year>\d{{4}}(?!\d)|'?\d{{2}}(?![\d:]))
    | (?P<us_month>{MONTH})\s*(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<us_year>\d{{4}})(?!\d)
    | (?P<log_month>{MONTH})\s+(?P<log_day>\d{{1,2}})\s+\d\d:\d\d:\d\d\s+(?:\S+\s+)?(?P<log_year>\d{{4}})(?!\d)
    )""",
    re.I | re.X,
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?|\d{6})?")
PARTIAL = re.compile(
    rf"(?P<year>\d{{4}})(?:[-/.](?:\d{{1,2}}|XX)(?:[-/.](?:00?|XX))?)?|{MONTH},?\s+(?P<late_year>\d{{4}})", re.I
)
EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?|(\d{12,13})")


class UnreadableDateError(ValueError):
    """What stands where a date should is none."""


@dataclass(frozen=True, slots=True)
class StatedDay:
    """A day; or None, and the doubt why what was written is no certain day."""

    day: date | None
    doubt: str | None = None


def day_of(written: str, *, day_first: bool | None = None) -> StatedDay:
    """The day that metadata states, its time of day and zone put aside: the day is the one that stands there.

    Known: ISO 8601, RFC 2822, "21 November 2022", "Nov. 21, 2022", 20221121, 21.11.2022, seconds since 1970 (as UTC).
    A month or a year alone, and 03/04/2022 without `day_first`, leave the day open. UnreadableDateError for all else.
    """
    text = written.strip()
    if match := PARTIAL.fullmatch(text):
        if is_year(int(match["year"] or match["late_year"])):
            return StatedDay(None, f"the date {text!r} names no single day; taken as unknown")
    elif (match := DAY.match(text)) and TIME_OF_DAY.fullmatch(text, match.end()):
        return matched_day(match, text, day_first=day_first)
    elif match := COMPACT.fullmatch(text):
        return StatedDay(certain(int(match[1]), int(match[2]), int(match[3]), text))
    elif match := EPOCH.fullmatch(text):
        seconds = int(match[1]) if match[1] else int(match[2]) / 1000
        return StatedDay(datetime.fromtimestamp(seconds, UTC).date())
    raise UnreadableDateError(f"{short(text)!r} is no date")


def matched_day(match: re.Match[str], text: str, *, day_first: bool | None) -> StatedDay:
    """The day of a match of DAY."""
    if match["iso_year"]:
        return StatedDay(certain(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]), text))
    if match["first"]:
        return numeric_day(match, text, day_first=day_first)
    for kind in ("", "us_", "log_"):
        if month := match[f"{kind}month"]:
            number = MONTHS[month.lower().rstrip(".")]
            return StatedDay(certain(full_year(match[f"{kind}year"]), number, int(match[f"{kind}day"]), text))
    raise UnreadableDateError(f"{short(text)!r} is no date")


def numeric_day(match: re.Match[str], text: str, *, day_first: bool | None) -> StatedDay:
    """A day such as 21/11/2022: with dots the day comes first; with slashes only a number above twelve tells."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["numeric_year"])
    if match["mark"] == "." or first > 12:
        day_first = True
    elif second > 12 or (first == second and day_first is None):
        day_first = False
    if day_first is None:
        mend = "--day-first or --month-first says which"
        return StatedDay(None, f"the date {match.group()!r} may be of two days ({mend}); taken as unknown")
    day, month = (first, second) if day_first else (second, first)
    return StatedDay(certain(year, month, day, text))


def certain(year: int, month: int, day: int, text: str) -> date:
    """The day; UnreadableDateError where the calendar has none, or the year is a slip."""
    if not is_year(year):
        raise UnreadableDateError(f"{short(text)!r} is of the year {year}")
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableDateError(f"{short(text)!r} is no day of the calendar") from None


def is_year(year: int) -> bool:
    """Whether a report may be of the year."""
    return EARLIEST_YEAR <= year <= LATEST_YEAR


def full_year(written: str) -> int:
    """Four digits as they are, two digits in their century."""
    year = int(written.lstrip("'"))
    return year if len(written) == 4 else year + (2000 if year < CENTURY_TURN else 1900)


def short(text: str) -> str:
    """What was written, cut to what a message can hold."""
    return text if len(text) <= 40 else text[:40] + "..."
