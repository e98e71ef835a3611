"""From findings to the record."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.read.findings import Findings
from dateline.read.parsed import ParsedReport
from dateline.record import Claim, FigureMention, Mentions, PlaceMention, Record, TimeMention
from dateline.resolve.actors import ResolvedActors


def assemble(
    parsed: ParsedReport,
    found: Findings,
    *,
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    actors: ResolvedActors,
) -> Record:
    """The record of a report from what was found in it and what that stands for."""
    return Record(
        report=parsed.report,
        mentions=Mentions(
            actors=actors.mentions,
            places=tuple(places),
            times=tuple(times),
            figures=tuple(
                FigureMention(
                    f.span.start,
                    f.span.end,
                    f.span.text,
                    id=f"f{i}",
                    low=f.low,
                    best=f.best,
                    high=f.high,
                    qualifier=f.qualifier,
                    measure=f.measure,
                )
                for i, f in enumerate(found.figures, 1)
            ),
        ),
        actors=actors.actors,
        claims=tuple(
            Claim(
                id=f"c{i}", kind=a.kind, source=a.source, cue=a.cue, content=a.content, venue=a.venue, stance=a.stance
            )
            for i, a in enumerate(found.attributions, 1)
        ),
    )
