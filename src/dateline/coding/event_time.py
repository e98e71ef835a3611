"""When an event happened: the time expression that governs its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from dateline.coding.time_government import government, head_of
from dateline.read.parsed import ParsedReport
from dateline.record import EventTime, Span, TimeMention
from dateline.resolve.intervals import precision_of

SAME_STORY = 2  # sentences: how far back a day that the text has named still holds
EXACT = ("day", "days")
OPENS, CLOSES = frozenset({"since", "after", "from"}), frozenset({"by", "until", "till", "before"})
JOINTS = frozenset({"and", "to", "until", "till", "through", "-", "–", "—"})


def event_time(
    triggers: Sequence[Span], parsed: ParsedReport, times: Sequence[TimeMention], published: date | None
) -> EventTime:
    """The days of the event that these words tell of (coding guide, rule 8: when it happened, not when it was said).

    The expression that syntax ties to a trigger comes first (basis "stated"; with its words in `spans`); else the day
    that the sentences just before have named (basis "relative"); else nothing is known. The report's own date is never
    taken for want of another. `times` are in the order of the text.
    """
    for trigger in triggers:
        if (index := governing(trigger, parsed, times)) is not None:
            return stated(index, parsed, times)
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
    return range(
        bisect_left(times, start, key=lambda time: time.start), bisect_left(times, end, key=lambda time: time.start)
    )


def is_dated(time: TimeMention) -> bool:
    return time.timex_type != "SET" and time.earliest is not None


def governing(trigger: Span, parsed: ParsedReport, times: Sequence[TimeMention]) -> int | None:
    """The mention in the trigger's sentence that governs it best: by syntax, then by nearness."""
    token = head_of(trigger, parsed)
    if token is None:
        return None
    sentence = token.sent
    ranked = [
        (rank, min(abs(times[index].start - trigger.end), abs(trigger.start - times[index].end)), index)
        for index in within(sentence.start_char, sentence.end_char, times)
        if is_dated(times[index]) and (rank := government(times[index], token, parsed)) is not None
    ]
    return min(ranked)[2] if ranked else None


def stated(index: int, parsed: ParsedReport, times: Sequence[TimeMention]) -> EventTime:
    """The days of a mention, open on one side after "since" or "by", joined with the next in "between ... and"."""
    mention = times[index]
    text = parsed.report.text
    before = text[max(0, mention.start - 12) : mention.start].lower().split()
    word = before[-1] if before else ""
    spans: tuple[Span, ...] = (mention.bare(),)
    earliest, latest = mention.earliest, mention.latest
    if index + 1 < len(times) and word in ("between", "from"):
        other = times[index + 1]
        joint = text[mention.end : other.start].strip().lower()
        if joint in JOINTS and earliest and other.latest and other.latest >= earliest:
            days = (earliest, other.latest)
            return EventTime(
                earliest=earliest,
                latest=other.latest,
                precision=precision_of(days),
                basis="stated",
                spans=(mention.bare(), other.bare()),
            )
    if word in CLOSES:
        earliest = None
    elif word in OPENS:
        latest = None
    return EventTime(earliest=earliest, latest=latest, precision=mention.precision, basis="stated", spans=spans)


def carried(trigger: Span, parsed: ParsedReport, times: Sequence[TimeMention]) -> int | None:
    """The last day named in the sentences just before the trigger's, in the same part of the report."""
    token = head_of(trigger, parsed)
    if token is None:
        return None
    sentence = token.sent
    start = sentence.start
    for _ in range(SAME_STORY):
        if start == 0:
            return None
        previous = parsed.doc[start - 1].sent
        indices = within(previous.start_char, previous.end_char, times)
        for index in reversed(indices):
            if is_dated(times[index]) and times[index].precision in EXACT:
                return index
        start = previous.start
    return None
