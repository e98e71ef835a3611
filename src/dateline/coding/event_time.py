"""When an event happened: the time expression that governs its words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.coding.time_government import VERBS, government, head_of, is_plain_past
from dateline.read.parsed import ParsedReport
from dateline.record import EventTime, Span, TimeMention
from dateline.resolve.intervals import precision_of

NEAREST = 12  # mentions on either side of a trigger that are looked at: a list of a thousand dates is no sentence
SAME_STORY = 2  # sentences: how far back a day that the text has named still holds
EXACT = ("day", "days")
OPENS, CLOSES = frozenset({"since", "after"}), frozenset({"by", "until", "till", "before"})
BESIDE = frozenset({"and", "and on", "to", "through", "-", "–"})
WEEK = timedelta(days=7)
JOINTS = frozenset({"and", "to", "until", "till", "through", "-", "–", "—"})


DATELINE_LENGTH = 60
AFTER_DATELINE = re.compile(r"\s{0,3}(?:\([^()\n]{0,40}\))?[\s.,]{0,3}(?:--|—|–|-|:)\s")
PARAGRAPH = re.compile(r"\n[^\S\n]{0,20}\n")
CAPTION = re.compile(r"\W{0,3}(?:FILE|PHOTO|Photo)\b")


def event_time(
    triggers: Sequence[Span], parsed: ParsedReport, times: Sequence[TimeMention], published: date | None
) -> EventTime:
    """The days of the event that these words tell of (coding guide, rule 8: when it happened, not when it was said).

    The expression that syntax ties to a trigger comes first (basis "stated"); else, for an act told in the past tense,
    the day that the sentences just before have named (basis "relative"). `spans` are the expression's words. With
    neither, nothing is known yet: the report's own date is never taken here for want of another (but see coding/days).
    `times` are in text order.
    """
    for trigger in triggers:
        if (found := governing(trigger, parsed, times)) is not None:
            return stated(*found, parsed, times, published)
    if triggers and (index := carried(triggers[0], parsed, times)) is not None:
        mention = times[index]
        return EventTime(
            earliest=mention.earliest,
            latest=mention.latest,
            precision=mention.precision,
            basis="relative",
            spans=(mention.bare(),),
        )
    return EventTime()


def within(start: int, end: int, times: Sequence[TimeMention]) -> range:
    """The mentions that begin between two offsets, by their indices."""
    first, last = (bisect_left(times, offset, key=lambda time: time.start) for offset in (start, end))
    return range(first, last)


def is_dated(time: TimeMention, text: str) -> bool:
    """Whether the mention has days and may date an event: it is no repetition and not the date of the report."""
    if time.timex_type == "SET" or time.earliest is None:
        return False
    return not in_dateline(time, text) and not is_alone(time, text)


def is_alone(time: Span, text: str) -> bool:
    """Whether the mention has a line to itself, as the date of a report."""
    start, end = text.rfind("\n", 0, time.start) + 1, text.find("\n", time.end)
    around = text[max(start, time.start - DATELINE_LENGTH) : time.start] + text[time.end : end if end >= 0 else None]
    return end >= 0 and not any(map(str.isalpha, around[: 2 * DATELINE_LENGTH]))


def in_dateline(time: Span, text: str) -> bool:
    """Whether the mention stands in a dateline ("COLOMBO, Monday -")."""
    opening = text.rfind("\n", max(0, time.start - DATELINE_LENGTH), time.start) + 1
    if opening == 0 and time.start > DATELINE_LENGTH:
        return False
    return AFTER_DATELINE.match(text, time.end) is not None


def governing(trigger: Span, parsed: ParsedReport, times: Sequence[TimeMention]) -> tuple[int, bool] | None:
    """The mention in the trigger's sentence that governs it best, by syntax, then by nearness; and whether a
    preposition before it bounds the event ("seized since Friday") or something else ("missing since Friday's raid")."""
    token = head_of(trigger, parsed)
    if token is None:
        return None
    sentence = token.sent
    nearby = within(sentence.start_char, sentence.end_char, times)
    here = within(sentence.start_char, trigger.start, times).stop
    nearby = range(max(nearby.start, here - NEAREST), min(nearby.stop, here + NEAREST))
    ranked = [
        (rank, min(abs(times[index].start - trigger.end), abs(trigger.start - times[index].end)), index)
        for index in nearby
        if is_dated(times[index], parsed.report.text) and (rank := government(times[index], token, parsed)) is not None
    ]
    if not ranked:
        return None
    rank, _, index = min(ranked)
    return index, token.pos_ in VERBS or rank > 0 or trigger.start < times[index].start


def stated(
    index: int, bounded: bool, parsed: ParsedReport, times: Sequence[TimeMention], published: date | None
) -> EventTime:
    """The days of a mention: joined with the next in "between ... and", open on one side after "by", up to the report
    after "since"."""
    mention = times[index]
    text = parsed.report.text
    before = text[max(0, mention.start - 12) : mention.start].lower().split()
    word = before[-1] if before else ""
    spans: tuple[Span, ...] = (mention.bare(),)
    earliest, latest = mention.earliest, mention.latest
    if (ends := joined(index, word, text, times)) is not None:
        earliest, latest, spans = ends[0].earliest, ends[1].latest, (ends[0].bare(), ends[1].bare())
    elif word in CLOSES and bounded and mention.timex_type == "DATE":
        earliest = None
    elif word in OPENS and bounded and mention.timex_type == "DATE":
        latest = published if published and earliest and published >= earliest else None
    days = (earliest, latest) if earliest and latest else None
    return EventTime(
        earliest=earliest,
        latest=latest,
        precision=precision_of(days),
        basis="stated",
        spans=spans,
    )


def joined(index: int, word: str, text: str, times: Sequence[TimeMention]) -> tuple[TimeMention, TimeMention] | None:
    """Both ends of "between May 3 and June 5" and of "Monday and Tuesday", where they stand in order."""
    for first in (index, index - 1):
        if not 0 <= first < len(times) - 1:
            continue
        one, two = times[first], times[first + 1]
        joint = text[one.end : min(two.start, one.end + 20)].strip().lower()
        opened = first == index and word in ("between", "from") and joint in JOINTS
        beside = joint in BESIDE and one.precision == two.precision == "day"
        if not (opened or beside) or one.earliest is None or two.latest is None or two.latest < one.earliest:
            continue
        if opened or two.latest - one.earliest <= WEEK:
            return one, two
    return None


def carried(trigger: Span, parsed: ParsedReport, times: Sequence[TimeMention]) -> int | None:
    """The last day named in the sentences just before the trigger's, in the same part of the report."""
    token = head_of(trigger, parsed)
    if token is None or not is_plain_past(token):
        return None
    text, sentence = parsed.report.text, token.sent
    for _ in range(SAME_STORY):
        if sentence.start == 0:
            return None
        previous = parsed.doc[sentence.start - 1].sent
        if PARAGRAPH.search(text, previous.end_char - 1, sentence.start_char + 1) or CAPTION.match(previous.text):
            return None
        for index in reversed(within(previous.start_char, previous.end_char, times)):
            if is_dated(times[index], text) and times[index].precision in EXACT:
                return index
        sentence = previous
    return None
