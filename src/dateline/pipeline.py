"""The way of the data, from a report to its record. Reads from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.codebook.actor_list import ActorList
from dateline.coding.assembly import assemble
from dateline.read.actors import actors
from dateline.read.attribution import attributions
from dateline.read.factuality import factuality
from dateline.read.figures import figures
from dateline.read.findings import Findings
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.place_candidates import NameTest
from dateline.read.places import toponyms
from dateline.read.role_opinions import weighed
from dateline.read.roles import roles
from dateline.read.times import times
from dateline.read.triggers import triggers
from dateline.record import Record, Report
from dateline.resolve.actors import ResolvedActors, resolve_actors
from dateline.resolve.calendar import resolve_times
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places


@dataclass(frozen=True)
class Coder:
    """All that coding needs, loaded once: `Coder.load()`, then `coder.code(report)` as often as you like."""

    parser: Parser
    gazetteer: Gazetteer

    @classmethod
    def load(cls, listed: ActorList | None = None) -> Coder:
        """The coder with the package's own model, with the gazetteer that is in use, and with a list of actors."""
        return cls(Parser(listed=listed), Gazetteer.in_use())

    def code(self, report: Report) -> Record:
        """The record of one report."""
        return next(self.code_all([report]))

    def code_all(self, reports: Iterable[Report]) -> Iterator[Record]:
        """The records of the reports, in their order. A record depends on its report alone."""
        for parsed in self.parser.parse_all(reports):
            yield self.record(parsed)

    def record(self, parsed: ParsedReport) -> Record:
        """read, resolve, code."""
        found = read(parsed, self.gazetteer.is_name)
        places = resolve_places(parsed, found.toponyms, self.gazetteer)
        dates = resolve_times(parsed, found.times, parsed.report.published)
        who: ResolvedActors = resolve_actors(parsed, found.actors, self.gazetteer)
        return assemble(parsed, found, places=places, times=dates, actors=who)


def read(parsed: ParsedReport, is_place_name: NameTest) -> Findings:
    """Every reader over one report: what the words are, not yet what they stand for. `is_place_name` says whether some
    words name a place anywhere."""
    acts = triggers(parsed)
    people = actors(parsed)
    return Findings(
        triggers=acts,
        roles=weighed(parsed, acts, roles(parsed, acts)),
        factuality=factuality(parsed, [trigger.span for trigger in acts]),
        actors=people,
        attributions=attributions(parsed),
        toponyms=toponyms(parsed, is_place_name),
        times=times(parsed),
        figures=figures(parsed, people),
    )
