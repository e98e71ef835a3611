"""RSS and Atom files, through feedparser: one report an entry."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from dateline.errors import InputError
from dateline.ingest.dates import UnreadableDateError, day_of
from dateline.ingest.finishing import source_from
from dateline.ingest.fragments import bare_words, fragment_parts
from dateline.ingest.layout import laid_out
from dateline.ingest.packing import whole_document
from dateline.ingest.quiet import quiet
from dateline.ingest.source import Draft, IngestOptions, Source

ENTRY = re.compile(rb"<(?:\w+:)?(item|entry)(?=[\s>]).*?</(?:\w+:)?\1\s*>", re.S)
FEED_MEND = "pass an RSS or Atom file, or save the page behind it"


def read_feed(stream: BinaryIO, name: str, options: IngestOptions) -> Iterator[Source | InputError]:
    """The reports of a feed: headline, then the full text where the feed has it, else the summary.

    Where a feed is broken in the middle, the entries before are read and the break is reported.
    """
    import feedparser

    data = whole_document(stream, name, options)
    with quiet("feedparser"):
        feed = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False)
    broken = feed.get("bozo_exception") if feed.get("bozo") else None
    if not feed.entries:
        reason = "holds no entries" if feed.get("version") and not is_break(broken) else "is no RSS or Atom feed"
        raise InputError(reason, file=name, mend=FEED_MEND)
    originals = entry_bytes(data, feed.entries)
    seen: dict[str, int] = {}
    for number, (entry, original) in enumerate(zip(feed.entries, originals, strict=True), start=1):
        draft = entry_draft(entry, feed.feed)
        if not draft.text:
            yield InputError("has no words", file=name, row=number, mend="leave the entry out")
            continue
        source = source_from(draft, original, name=f"{name}, entry {number}", media_type=media_type(feed))
        first = seen.setdefault(source.report.id, number)
        if first != number:
            yield InputError(f"is entry {first} once more", file=name, row=number, mend="leave one of the two out")
        else:
            yield source
    if is_break(broken):
        reason = f"is broken after entry {len(feed.entries)}: {broken}"
        yield InputError(reason, file=name, mend="fetch it again; the entries before were read")


def is_break(broken: Exception | None) -> bool:
    """Whether the feed is cut or malformed, and not just served under a wrong type or encoding."""
    return broken is not None and "SAX" in type(broken).__name__


def media_type(feed: Any) -> str:
    """Atom's or RSS's media type."""
    return "application/atom+xml" if str(feed.get("version", "")).startswith("atom") else "application/rss+xml"


def entry_draft(entry: Any, feed: Any) -> Draft:
    """What an entry holds; the text is empty where it holds no words."""
    title = bare_words(entry.get("title") or "") or None
    bodies = [one.get("value") or "" for one in entry.get("content") or []] + [entry.get("summary") or ""]
    text, sections = laid_out(fragment_parts(max(bodies, key=len)), title=title)
    source = entry.get("source") or {}
    people = [person.get("name") for person in entry.get("authors") or [] if person.get("name")]
    return Draft(
        text=text,
        sections=sections,
        title=title,
        authors=tuple(dict.fromkeys(people)),
        publisher=bare_words(source.get("title") or feed.get("title") or "") or None,
        published=entry_day(entry),
        url=entry.get("link") or None,
    )


def entry_day(entry: Any) -> date | None:
    """The day of publication; that of the last change where an entry states no other."""
    for name in ("published", "created", "updated"):
        if entry.get(name):
            try:
                return day_of(entry[name]).day
            except UnreadableDateError:
                continue
    return None


def entry_bytes(data: bytes, entries: list[Any]) -> list[bytes]:
    """Each entry as it stands in the file; where the file is too broken to tell them apart, as JSON of its fields."""
    found = [match.group() for match in ENTRY.finditer(data)]
    if len(found) == len(entries):
        return found
    return [json.dumps(entry, default=str, sort_keys=True, ensure_ascii=False).encode() for entry in entries]
