"""Roles of triggers."""

from collections.abc import Sequence

from dateline.read.findings import RoleFiller, Trigger
from dateline.read.parsed import ParsedReport


def roles(parsed: ParsedReport, acts: Sequence[Trigger]) -> tuple[RoleFiller, ...]:
    return ()
