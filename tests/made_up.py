"""Reports and records made by hand, for tests that need no reader."""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.record import (
    Actor,
    ActorMention,
    Claim,
    Event,
    EventFigure,
    Mentions,
    Participant,
    Record,
    Relation,
    Report,
    Span,
)
from dateline.record.form import to_json
from dateline.store.writing import Finished

TEXT = "Rebels shelled Ostrava Dol on Monday, the mayor said. At least 12 people died. The rebels denied it."


def report_of(text: str = TEXT, *, id: str = "r1", source: str = "a.txt", **fields: object) -> Report:
    """A report whose original is its text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(id=id, text=text, source=source, sha256=digest, **fields)  # type: ignore[arg-type]


def words(text: str, wanted: str) -> Span:
    """The first place of some words."""
    start = text.index(wanted)
    return Span.cut(text, start, start + len(wanted))


def record_of(report: Report) -> Record:
    """A record with two events, where the report has the words for them; else an empty one."""
    if report.text != TEXT:
        return Record(report=report)
    rebels, mayor, shelled = words(TEXT, "Rebels"), words(TEXT, "the mayor"), words(TEXT, "shelled")
    twelve, denied = words(TEXT, "At least 12 people"), words(TEXT, "denied")
    return Record(
        report=report,
        mentions=Mentions(
            actors=(ActorMention(rebels.start, rebels.end, rebels.text, id="m1", kind="armed_unit", actor_id="a1"),)
        ),
        actors=(Actor(id="a1", name="Rebels", kind="armed_unit", mentions=("m1",)),),
        events=(
            Event(
                id="e1",
                type="ASSAULT",
                mode="aerial",
                triggers=(shelled,),
                factuality="denied",
                participants=(
                    Participant(rebels.start, rebels.end, "Rebels", role="actor", kind="armed_unit", actor_id="a1"),
                ),
                figures=(
                    EventFigure(
                        twelve.start, twelve.end, twelve.text, measure="killed", low=12.0, qualifier="at_least"
                    ),
                ),
                claims=("c1",),
                salience=0.9,
            ),
            Event(id="e2", type="REJECT", triggers=(denied,), relations=(Relation("denies", "e1"),), salience=0.4),
        ),
        claims=(Claim(id="c1", kind="indirect", source=mayor, cue=words(TEXT, "said"), events=("e1",)),),
    )


def finished(report: Report, *, failure: str | None = None) -> Finished:
    """The report as it comes from the coder."""
    record = None if failure else to_json(record_of(report))
    original = report.text.encode()
    return Finished(report=report, original=original, media_type="text/plain", record=record, failure=failure)


class MadeUpCoder:
    """Codes by rote; breaks on a text with the word BREAK, and its process dies of one with the word DIE."""

    def code_all(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            yield self.code(report)

    def code(self, report: Report) -> Record:
        if "DIE" in report.text:
            os._exit(9)
        if "BREAK" in report.text:
            raise RuntimeError("this one is too hard")
        return record_of(report)


def contents(path: Path) -> list[str]:
    """Every row of a casebook, as SQL, but for the times of the clock."""
    with sqlite3.connect(path) as connection:
        found = [re.sub(r"'\d{4}-\d\d-\d\dT[\d:]{8}\+00:00'", "'then'", line) for line in connection.iterdump()]
    connection.close()
    return found
