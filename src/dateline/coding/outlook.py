"""Whether an event is so, put together from its tellings."""

from __future__ import annotations

from collections.abc import Sequence, Set

from dateline.coding.tellings import Telling
from dateline.record.values import Factuality, RelationKind

REALISED = frozenset(("actual", "ongoing", "ceased"))


def event_factuality(tellings: Sequence[Telling], borne: Set[RelationKind] = frozenset()) -> Factuality:
    """Denied if any party in the report denies it, ceased if it stopped or was withdrawn (coding guide, rule 6), in its
    own words or by another event's relation to it (`borne`: their kinds); else what the first telling says, unless
    another one realises it (a planned march of the headline that the text tells as held)."""
    values: list[Factuality] = [telling.factuality.value for telling in tellings]
    if "denies" in borne or "denied" in values:
        return "denied"
    if "ceased" in values or ("withdraws" in borne and values[0] in REALISED):
        return "ceased"
    if values[0] in REALISED:
        return values[0]
    return next((value for value in values if value in REALISED), values[0])
