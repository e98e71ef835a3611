"""Claims: who says what, in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.record.span import Span
from dateline.record.values import ClaimKind, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An attribution: a source, the cue that ascribes ("said", "according to") and the content ascribed.

    `source` is None where the report names nobody ("it was reported"). `content` may be in pieces. `events` are the
    events told inside the content; `within` is the claim whose content holds this one.
    """

    id: str
    kind: ClaimKind
    source: Span | None = None
    actor_id: str | None = None
    cue: Span | None = None
    content: tuple[Span, ...] = ()
    venue: Span | None = None
    date: date | None = None
    within: str | None = None
    stance: Stance = "statement"
    events: tuple[str, ...] = ()
