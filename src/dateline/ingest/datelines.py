"""Datelines: the lines and openings that say where, when and for which agency a report was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateline.ingest.bylines import BYLINE
from dateline.ingest.dates import DAY, MONTH, TIME, WEEKDAY, UnreadableDateError, matched_day

HEAD_LINES, HEAD_LENGTH = 15, 3_000  # how far into a text its own date is looked for, in lines and characters
FIRST_LINES = 2  # further down, "3 March 2021 - troops enter the city" is an entry of a chronology
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
# Radio monitors mark their parts: [TEXT], [EDITORIAL REPORT]; a bracket that names a speaker is not of the dateline.
TAGS = (
    r"(?:\s*\[(?:\w+ )?(?:text|excerpts?|article|report|editorial|commentary|communique|statement|speech|interview|"
    r"news conference|press conference|summary|continued|no date|passage omitted|words indistinct)\b[^\]\n]{0,120}\])*"
)
LABEL = re.compile(
    r"(?:(?:first |last |date )?(?:published|posted|updated|issued|released|filed|modified)(?: on| at)?|"
    r"(?:report |publication )?date(?: of (?:report|publication|issue))?|"
    r"this (?:story|article|report) (?:is|was published) (?:from|on))\s*:?\s*",
    re.I,
)
BEFORE_DAY = re.compile(rf"(?:{PLACES}\s*(?:{AGENCY})?\s*[,.]?\s*(?:{DASH})?\s*)?\(?")
AFTER_DAY = re.compile(rf"{TIME}?\)?,?\s*(?:{AGENCY}\s*)?(?:(?P<dash>{DASH}|:(?=\s|$)){TAGS}\s*)?", re.I)
SHORT_REST = re.compile(r"[|·•/,;–—-]\s*[^.!?\n]{0,60}")
PLACE_ALONE = re.compile(
    rf"(?P<place>{PLACES}(?:\s*{AGENCY}, {PLACES})?)\s*(?P<agency>{AGENCY})?\s*(?P<dash>{DASH}|:(?=\s|$)){TAGS}\s*"
)
PLACE_AND_AGENCY = re.compile(rf"{PLACES} \((?:[A-Z][A-Z&.]+|AP|Reuters|Xinhua|Bloomberg)\)")
AGENCY_ALONE = re.compile(rf"{AGENCY}\s*{DASH}{TAGS}\s*")
LOWER_PLACE = re.compile(r"[a-z]+(?: [a-z]+){0,2}:\s+(?=[a-z])")
LAST_BRACKET = re.compile(rf"\(([^()]+)\)\s*(?:{DASH})?{TAGS}\s*$", re.I)
MONTH_FIRST = re.compile(MONTH, re.I)
NO_PLACE = re.compile(
    r"(?:update|breaking|watch|video|photo|picture|image|file|note|editor|correction|opinion|analysis|exclusive|live|"
    r"read|see|warning|caption|credit|source|question|answer|secretary|president|minister|senator|moderator|factbox|timeline|explainer|text|related)\w*\b",
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
    for number, line in enumerate(head_lines(text)):
        for piece in pieces_of(line):
            opening = opening_of(piece)
            if opening is None or opening.day is None:
                continue
            if opening.whole or number < FIRST_LINES or not (piece[0].isdigit() or MONTH_FIRST.match(piece)):
                return opening.day
    return None


def dateline_agency(dateline: str) -> str | None:
    """The agency that a dateline names in brackets before its dash: "KYIV, March 3 (Agency) —"."""
    match = LAST_BRACKET.search(dateline)
    name = match[1].strip() if match else ""
    return name if name and not name[0].isdigit() and not DAY.search(name) and not YEARLESS.search(name) else None


def head_lines(text: str) -> Iterator[str]:
    """The first lines that are not blank, without the marks of Markdown."""
    lines = (line.strip().strip("*_#> ") for line in text[:HEAD_LENGTH].splitlines())
    for _, line in zip(range(HEAD_LINES), filter(None, lines), strict=False):
        yield line


def pieces_of(line: str) -> list[str]:
    """A line as it stands; one that marks parts its pieces, and what follows the names of a byline."""
    match = BYLINE.fullmatch(line) if len(line) <= LONGEST_OPENING else None
    parts = re.split(r"\s*[|·•]\s*", match["rest"] if match else line)
    if match:
        parts.append(match["rest"])
    return [part for part in (part.strip(" ,–—-") for part in parts) if part]


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
    if PLACE_AND_AGENCY.fullmatch(line):
        return Opening(len(line), None, True)
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
    if dash in line[match.end() : match.end() + LONGEST_OPENING]:
        return False  # "Mara Linde — the mayor's daughter — said"
    return dash not in "-_" and len(place.split()) <= 3 and (first.isupper() or first in "\"“'‘" or not first)
