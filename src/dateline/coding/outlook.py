"""Whether an event is so, put together from its tellings."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.tellings import Telling
from dateline.record.values import Factuality

REALISED = frozenset(("actual", "ongoing", "ceased"))


def event_factuality(tellings: Sequence[Telling], *, denied: bool = False) -> Factuality:
    """Denied if any party in the report denies it, in its own sentence or (`denied`) in another; else what the first
    telling says, unless another one realises it (a planned march of the headline that the text tells as held)."""
    values: list[Factuality] = [telling.factuality.value for telling in tellings]
    if denied or "denied" in values:
        return "denied"
    if "ceased" in values:
        return "ceased"
    if values[0] in REALISED:
        return values[0]
    return next((value for value in values if value in REALISED), values[0])
