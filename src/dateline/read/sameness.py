"""How sure the encoder is that two phrases of a report stand for one actor."""

from __future__ import annotations

from collections.abc import Callable

from dateline.read.blending import flattened
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token

Sameness = Callable[[Token, Token], float]


def sameness(parsed: ParsedReport) -> Sameness:
    """A function of the heads of two phrases: the mean of the logits either way, kept within bounds."""

    def logit(one: Token, other: Token) -> float:
        seen = (
            parsed.encoded.relation("same_actor", a.idx, b.idx, b.idx + len(b)) for a, b in ((one, other), (other, one))
        )
        return flattened(sum(seen) / 2)

    return logit
