"""The date on which a web page says it was published. What the page does not state is not guessed."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.ingest.dates import UnreadableDateError, day_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

IN_URL = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-3]\d)(?=[/_.-]|$)|[_-]((?:19|20)\d\d)-([01]\d)-([0-3]\d)(?!\d)"
)
DEEPEST = 20  # levels of JSON-LD


@cache
def places() -> dict[str, tuple[str, ...]]:
    """Where pages state their date (data/page_dates.toml)."""
    table = tomllib.loads(files("dateline.ingest").joinpath("data/page_dates.toml").read_text(encoding="utf-8"))
    return {name: tuple(values) for name, values in table.items()}


def page_date(tree: HtmlElement) -> date | None:
    """The day of publication: from meta elements, structured data, or the time element by the headline."""
    return next(filter(None, map(certain_day, stated_dates(tree))), None)


def address_date(url: str | None) -> date | None:
    """The day that an address such as /2022/03/04/story.html holds."""
    match = IN_URL.search(url or "")
    return certain_day("-".join(filter(None, match.groups()))) if match else None


def certain_day(stated: str) -> date | None:
    """The day that words state; None where they state none for certain."""
    try:
        return day_of(stated).day
    except UnreadableDateError:
        return None


def stated_dates(tree: HtmlElement) -> Iterator[str]:
    """What the page gives as its date, the most trustworthy first."""
    yield from meta_dates(tree)
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield from schema_dates(script.text or "")
    wanted = set(places()["schema"])
    marked = [one for one in elements(tree) if one.get("itemprop") in wanted or one.get("pubdate") is not None]
    for element in [*marked, *times_by_headline(tree), *dated_by_class(tree)]:
        yield element.get("datetime") or element.get("content") or " ".join(element.text_content().split())


def elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of a page, without comments and processing instructions."""
    return (one for one in tree.iter() if isinstance(one.tag, str))


def meta_dates(tree: HtmlElement) -> Iterator[str]:
    """The content of the meta elements that state a date of publication."""
    stated: dict[str, str] = {}
    for element in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if (name := element.get(attribute)) and (content := element.get("content")):
                stated.setdefault(name.strip().lower(), content)
    return (stated[name] for name in places()["meta"] if name in stated)


def schema_dates(script: str) -> Iterator[str]:
    """Dates of publication in JSON-LD, outermost first."""
    try:
        level: list[object] = [json.loads(script)]
    except (ValueError, RecursionError):
        return
    for _ in range(DEEPEST):
        dicts = [one for one in level if isinstance(one, dict)]
        for name in places()["schema"]:
            yield from (one[name] for one in dicts if isinstance(one.get(name), str))
        level = [below for one in level for below in members(one)]


def members(value: object) -> Iterator[object]:
    """The objects and lists inside one."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (one for one in inside if isinstance(one, dict | list))


def times_by_headline(tree: HtmlElement) -> list[HtmlElement]:
    """The first time element of the article; without an article, that of the page if it has no other."""
    for name in ("article", "main"):
        for article in tree.iter(name):
            return list(article.iter("time"))[:1]
    times = list(tree.iter("time"))
    return times if len({time.get("datetime") for time in times}) == 1 else []


def dated_by_class(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Elements whose class or id says that they hold the date."""
    for element in elements(tree):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if marks.strip() and any(mark in marks.split() for mark in places()["classes"]):
            yield element
