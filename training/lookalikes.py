"""Look-alikes made of real reports, on the sketches that linking works on.

A *twin* of a report is the same text with the facts of another: its people, places, days, ages and numbers. Reports
that one desk writes by a pattern look like that. A *neighbour* is the other report moved to the first one's town and
week. Neither tells of the same happening as the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from zlib import crc32

from dateline.link.telling import Sketch, Telling
from dateline.link.words import Weights, words_of

MOST_DELAY = 9  # days from the publication of the one to that of its neighbour
MOVED = "moved "  # before the id of a report that was changed


def twin(report: Sketch, facts: Sketch) -> Sketch:
    """The report, retold of the happening of `facts`."""
    one, other = foremost(report), foremost(facts)
    new = dict(zip(names(report), names(facts), strict=False))
    changed = replace(
        one,
        spots=other.spots,
        first=other.first,
        last=other.last,
        killed=other.killed,
        injured=other.injured,
        people=tuple(sorted(new.get(name, name) for name in one.people)),
        words=renamed(one.words, new),
    )
    return replace(
        report,
        report_id=MOVED + report.report_id,
        published=facts.published,
        words=renamed(report.words, new),
        people=tuple(sorted(new.get(name, name) for name in report.people)),
        ages=facts.ages,
        tellings=(changed,),
    )


def neighbour(report: Sketch, beside: Sketch) -> Sketch:
    """The report, moved to the place and days of `beside`."""
    one, other = foremost(report), foremost(beside)
    new = dict(zip(place_words(one), place_words(other), strict=False))
    moved = replace(one, spots=other.spots, first=other.first, last=other.last, words=renamed(one.words, new))
    delay = timedelta(days=crc32(report.report_id.encode()) % MOST_DELAY)
    return replace(
        report,
        report_id=MOVED + report.report_id,
        published=beside.published and beside.published + delay,
        words=renamed(report.words, new),
        tellings=(moved,),
    )


def foremost(sketch: Sketch) -> Telling:
    """The foremost violent telling; every report here has one."""
    return next(telling for telling in sketch.tellings if telling.family == "violence" and telling.is_main)


def has_foremost(sketch: Sketch) -> bool:
    return any(telling.family == "violence" and telling.is_main for telling in sketch.tellings)


def names(sketch: Sketch) -> Sequence[str]:
    """The words that name its places and people."""
    return list(dict.fromkeys([*place_words(foremost(sketch)), *sketch.people]))


def place_words(telling: Telling) -> Sequence[str]:
    """The words of the places, the innermost first."""
    parts = (part for spot in telling.spots for part in (spot.name, spot.admin1) if part)
    return list(dict.fromkeys(word for part in parts for word in words_of(part)))


def renamed(words: Weights, new: dict[str, str]) -> Weights:
    """The words with names replaced, weights kept."""
    return {new.get(word, word): weight for word, weight in words.items()}
