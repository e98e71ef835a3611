"""Actors."""

from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport


def actors(parsed: ParsedReport) -> tuple[ActorPhrase, ...]:
    return ()
