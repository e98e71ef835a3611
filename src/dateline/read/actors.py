"""Actors: the words of a report that stand for people, groups, organisations, armed units and states."""

from __future__ import annotations

import re

from dateline.read.actor_candidates import candidates
from dateline.read.coreference import Registry
from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.read.sameness import sameness
from dateline.read.speakers import speakers
from dateline.record import Span

NOTE = re.compile(r"[.,]?\[\d*\]?$")


def actors(parsed: ParsedReport) -> tuple[ActorPhrase, ...]:
    """All phrases that name or describe somebody, in the order of the text, with those of one actor in one cluster.

    Guaranteed: clusters are numbered from 0 in the order of their first phrase; no two phrases have the same head.
    """
    doc = parsed.doc
    starts = [sentence.start for sentence in parsed.sentences]
    registry = Registry(list(doc), starts, speakers(parsed), sameness(parsed))
    placed = [(candidate, registry.place(candidate)) for candidate in candidates(parsed)]
    numbers: dict[int, int] = {}
    phrases: list[ActorPhrase] = []
    for candidate, early in placed:
        cluster = early or registry.speaker(candidate)
        span = without_note(parsed, parsed.span(doc[candidate.start : candidate.end]))
        if cluster is None or span is None:
            continue
        number = numbers.setdefault(cluster.number, len(numbers))
        general = candidate.noun is not None and candidate.noun.is_open and bool(cluster.names)
        kind = cluster.kind if candidate.sort == "pronoun" or general else candidate.kind
        is_name = candidate.sort == "name"
        known = parsed.span(doc[slice(*candidate.core)]) if is_name and candidate.known else None
        phrases.append(ActorPhrase(span, candidate.token, kind, number, is_name=is_name, known=known))
    return tuple(phrases)


def without_note(parsed: ParsedReport, span: Span | None) -> Span | None:
    """The span without the mark of a footnote that the tokens swallowed: "Network Solutions.[2"."""
    note = NOTE.search(span.text) if span is not None else None
    if span is None or note is None or note.start() == 0:
        return span
    return parsed.cut(span.start, span.start + note.start())


__all__ = ["actors"]
