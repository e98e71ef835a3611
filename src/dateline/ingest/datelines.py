"""Datelines: the lines and openings that say where, when and for which agency a report was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.ingest.bylines import BYLINE
from dateline.ingest.dates import DAY, MONTH, TIME, WEEKDAY, UnreadableDateError, matched_day

HEAD_LINES, HEAD_LENGTH = 15, 3_000  # how far into a text its own date is looked for, in lines and characters
LONGEST_OPENING, FURTHEST_DAY = 160, 110
# A cheap look before the exact one: a month's name beside a digit, or digits like those of a year or a numeric date.
MAY_BE_DATED = re.compile(
    r"\d{4}|\d[./-]\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? ?\d|"
    r"\d(?:st|nd|rd|th)?(?: of)?[ .-]{0,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)

NAME = r"[^\W\d_a-z][\w.'’-]*"  # a word with a capital
SMALL = r"(?:de|da|do|del|la|las|los|el|al|of|the|and|bin|near)"
PLACE = rf"{NAME}(?: +(?:{SMALL} +){{0,2}}{NAME}){{0,4}}"
PLACES = rf"{PLACE}(?: *[,/] *{PLACE}){{0,3}}"
YEARLESS = re.compile(
    rf"{WEEKDAY}?(?:{MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s*{MONTH})(?!\d)", re.I
)
AGENCY = r"\([^()\n]{2,60}\)"
DASH = r"(?:--+|[—–―−‒]|(?<=\s)[-_](?=\s|$))"
TAGS = r"(?:\s*\[[^\]\n]{1,40}\])*"  # wire copy marks its parts: [TEXT], [EDITORIAL REPORT]
LABEL = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|issued|released|filed|modified)(?: on| at)?|"
    r"(?:report |publication )?date(?: of (?:report|publication|issue))?|"
    r"this (?:story|article|report) (?:is|was published) (?:from|on))\s*:?\s*",
    re.I,
)
BEFORE_DAY = re.compile(rf"(?:{PLACES}\s*[,.]?\s*(?:{AGENCY})?\s*(?:{DASH})?\s*)?\(?")
AFTER_DAY = re.compile(rf"{TIME}?\)?,?\s*(?:{AGENCY}\s*)?(?:(?P<dash>{DASH}|:(?=\s|$)){TAGS}\s*)?")
SHORT_REST = re.compile(r"[|·•/,;–—-]\s*[^.!?\n]{0,60}")
PLACE_ALONE = re.compile(rf"(?P<place>{PLACES})\s*(?P<agency>{AGENCY})?\s*(?P<dash>{DASH}|:(?=\s|$)){TAGS}\s*")
AGENCY_ALONE = re.compile(rf"{AGENCY}\s*{DASH}{TAGS}\s*")
LOWER_PLACE = re.compile(r"[a-z]+(?: [a-z]+){0,2}:\s+(?=[a-z])")
NO_PLACE = re.compile(
    r"(?:update|breaking|watch|video|photo|picture|image|file|note|editor|correction|opinion|analysis|exclusive|live|"
    r"read|see|warning|caption|credit|source|q|a|factbox|timeline|explainer|text|related)\w*\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """The dateline that a line begins with: where it ends, the day it states, and whether it is all of the line."""

    end: int
    day: date | None
    whole: bool


def stated_date(text: str) -> date | None:
    """The day that the head of a text states as its own: in a dateline, on a line by itself, or after a byline.

    A day in the running text, a day without its year, and a day that the calendar does not have are none.
    """
    for line in head_lines(text):
        rest = byline_rest(line)
        opening = opening_of(rest if rest else line)
        if opening is not None and opening.day is not None:
            return opening.day
    return None


def head_lines(text: str) -> Iterator[str]:
    """The first lines that are not blank, without the marks of Markdown."""
    lines = (line.strip().strip("*_#> ") for line in text[:HEAD_LENGTH].splitlines())
    for _, line in zip(range(HEAD_LINES), filter(None, lines), strict=False):
        yield line


def byline_rest(line: str) -> str | None:
    """What follows the names of a byline: "By Jane Roe | 3 March 2022" has its date there."""
    match = BYLINE.fullmatch(line)
    return match["rest"].strip(" ,|·•–—-") if match else None


def opening_of(line: str) -> Opening | None:
    """The dateline at the start of a line, such as "KYIV, March 3 (Agency) —"; None where there is none."""
    head = line[:LONGEST_OPENING]
    return dated_opening(head, line) or placed_opening(head, line)


def dated_opening(head: str, line: str) -> Opening | None:
    """A dateline with a day, or at least a day of the year, in it."""
    if not MAY_BE_DATED.search(head[:FURTHEST_DAY].lower()):
        return None
    found = min(
        (match for match in (DAY.search(head, 0, FURTHEST_DAY), YEARLESS.search(head, 0, FURTHEST_DAY)) if match),
        key=lambda m: m.start(),
        default=None,
    )
    if found is None:
        return None
    label = LABEL.match(head)
    before = head[label.end() if label else 0 : found.start()]
    if not BEFORE_DAY.fullmatch(before) or NO_PLACE.match(before):
        return None
    after = AFTER_DAY.match(line, found.end())
    assert after is not None  # every part of it is optional
    whole = after.end() == len(line) or (
        after["dash"] is None and SHORT_REST.fullmatch(line, after.end()) is not None and not before
    )
    if not whole and (after["dash"] is None or (after["dash"] == ":" and not before.isupper())):
        return None
    return Opening(len(line) if whole else after.end(), day_in(found), whole)


def day_in(match: re.Match[str]) -> date | None:
    """The day of a match; None where it has no year, or is none of the calendar."""
    if match.re is not DAY:
        return None
    try:
        return matched_day(match, match.group(), day_first=None).day
    except UnreadableDateError:
        return None


def placed_opening(head: str, line: str) -> Opening | None:
    """A dateline of place and agency alone: "PARIS (AP) -", "GAZIANTEP, TURKEY —", "new delhi:"."""
    if match := AGENCY_ALONE.match(head):
        return Opening(match.end(), None, match.end() == len(line))
    match = PLACE_ALONE.match(head)
    if match and is_place(match, line):
        return Opening(match.end(), None, match.end() == len(line))
    if not any(map(str.isupper, head)) and (match := LOWER_PLACE.match(head)):
        return None if NO_PLACE.match(head) else Opening(match.end(), None, False)
    return None


def is_place(match: re.Match[str], line: str) -> bool:
    """Whether words before a dash are a place: by their capitals, by an agency, or by being few before a new start."""
    place, dash = match["place"], match["dash"]
    if NO_PLACE.match(place):
        return False
    shouted = place.isupper() and len(place) > 2
    if dash == ":":
        return shouted and len(place.split()) <= 3 and not line.isupper()
    if shouted or match["agency"]:
        return True
    first = line[match.end() : match.end() + 1]
    return dash not in "-_" and len(place.split()) <= 3 and (first.isupper() or first in "\"“'‘" or not first)
