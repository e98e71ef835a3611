"""Places."""

from collections.abc import Sequence

from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.record import PlaceMention
from dateline.resolve.gazetteer import Gazetteer


def resolve_places(parsed: ParsedReport, found: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    return ()
