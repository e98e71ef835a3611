"""Actors: the words of a report that stand for people, groups, organisations, armed units and states."""

from __future__ import annotations

from dateline.read.actor_candidates import Candidate, candidates
from dateline.read.coreference import Registry
from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.read.speakers import speakers


def actors(parsed: ParsedReport) -> tuple[ActorPhrase, ...]:
    """All phrases that name or describe somebody, in the order of the text, with those of one actor in one cluster.

    Guaranteed: clusters are numbered from 0 in the order of their first phrase; no two phrases have the same head.
    """
    registry = Registry(parsed.doc, speakers(parsed))
    numbers: dict[int, int] = {}
    phrases: list[ActorPhrase] = []
    for candidate in candidates(parsed):
        cluster = registry.place(candidate)
        span = parsed.span(parsed.doc[candidate.start : candidate.end])
        if cluster is None or span is None:
            continue
        number = numbers.setdefault(cluster.number, len(numbers))
        kind = cluster.kind if candidate.sort == "pronoun" else candidate.kind
        phrases.append(ActorPhrase(span, candidate.token, kind, number, is_name=candidate.sort == "name"))
    return tuple(phrases)


__all__ = ["Candidate", "actors"]
