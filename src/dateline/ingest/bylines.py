"""Bylines: the lines that say who wrote a report."""

from __future__ import annotations

import re

NAME = r"[^\W\d_a-z][\w.'’-]*"
PARTICLE = r"(?:de|da|do|del|la|el|al|bin|ibn|van|von|der|den|di|ten)"
PERSON = rf"{NAME}(?: +(?:{PARTICLE} +){{0,2}}{NAME}){{0,4}}"
PEOPLE = rf"{PERSON}(?:(?:, (?:and )?| and | AND | & ){PERSON}){{0,5}}"
OPENING = r"(?:(?:by|written by|story by|text by|report(?:ing|ed)? by):?|authors?:|byline:)"
BYLINE = re.compile(
    rf"(?i:{OPENING}) +(?P<people>{PEOPLE})(?P<rest>(?:\s*(?:[,|·•–—-]|\s{{2,}}|\()\s*[^\n]{{0,80}}?[^.!?\n])?)"
)
BETWEEN = re.compile(r", (?:and )?| and | AND | & ")
LAST = re.compile(r" and | AND | & ")
OUTLET = re.compile(rf"{PERSON}")
OFFICE = re.compile(r"\b(?:writers?|reporters?|correspondents?|staff|editors?|\w*day|\d+)\b", re.I)
NO_PERSON = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|staff|press|news|editors?|agenc(?:y|ies)|times|post|service|media|bureau|"
    r"\w*day|january|february|march|april|june|july|august|september|october|november|december)\b",
    re.I,
)
AGENCY = re.compile(
    r"(?:the )?(?:associated press|reuters|afp|agence france-presse|xinhua|dpa|efe|upi|united press international|"
    r"staff (?:report|writer)s?|(?:local |city )?news (?:staff|service))",
    re.I,
)
LONGEST = 160


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the report, and nothing else."""
    match = BYLINE.fullmatch(line) if len(line) <= LONGEST else None
    if match is None:
        return AGENCY.fullmatch(line) is not None
    return not (match["rest"] and len(match["people"].split()) == 1)  # "By Friday, troops had left the city"


def byline_names(line: str) -> tuple[str, ...]:
    """The people that a byline names, without their offices and outlets.

    "By Mara Linde, Kalden News" names one and her outlet; only a list that ends in "and" goes on after a comma.
    """
    match = BYLINE.fullmatch(line.strip())
    if match is None:
        return ()
    people = match["people"] if LAST.search(match["people"]) else match["people"].split(", ")[0]
    names = (name.strip(" .") for name in BETWEEN.split(people))
    return tuple(recased(name) for name in names if name and not NO_PERSON.search(name))


def byline_outlet(line: str) -> str | None:
    """The outlet that a byline gives after the names, or a line below them that is one; None where there is none."""
    match = BYLINE.fullmatch(line.strip())
    if match is None:
        return line.strip() if OUTLET.fullmatch(line.strip()) and not OFFICE.search(line) else None
    if not byline_names(line):
        return None if OFFICE.search(match["people"]) else match["people"]
    after = line.strip()[match.start("people") :].split(", ", 1) if not LAST.search(match["people"]) else []
    outlet = re.split(r"[|·•,;–—]", after[1])[0].strip() if len(after) == 2 else ""
    return outlet if OUTLET.fullmatch(outlet) and not OFFICE.search(outlet) else None


def recased(name: str) -> str:
    """A name in capitals as names are written."""
    return name.title() if name.isupper() else name
