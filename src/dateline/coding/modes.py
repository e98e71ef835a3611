"""The mode of an event: what its words say of the manner or the means (PLOVER 2.0)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook.types import event_types
from dateline.codebook.weapons import weapon_modes
from dateline.coding.tellings import Telling
from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record.values import EventType

VAGUE_MODES = frozenset((None, "targeted", "aerial"))  # "strike" and "hit" are aerial only for want of another means
WITHIN = 10  # tokens around a trigger in which the means is named


def event_type(tellings: Sequence[Telling]) -> EventType:
    """ASSAULT where any telling is of an act, HARM where all tell only of harm; else the type they share."""
    types = [telling.trigger.type for telling in tellings]
    return "ASSAULT" if "ASSAULT" in types else types[0]


def event_mode(parsed: ParsedReport, kind: EventType, tellings: Sequence[Telling]) -> str | None:
    """The mode that the fullest telling states, made more exact by the means named beside it."""
    stated = [telling.trigger.mode for telling in tellings if telling.trigger.type == kind and telling.trigger.mode]
    mode = next(iter(stated), None)
    if kind == "ASSAULT" and mode in VAGUE_MODES:
        mode = next((m for m in (means(parsed, telling) for telling in tellings) if m), None) or mode
    return mode if mode in event_types()[kind].modes else None


def means(parsed: ParsedReport, telling: Telling) -> str | None:
    """The mode that goes with the weapon named nearest to a trigger, in its sentence."""
    head = parsed.doc[telling.trigger.token]
    start, end = sentence_bounds(head)
    low, high = max(start, head.i - WITHIN), min(end, head.i + WITHIN + 1)
    near = sorted((parsed.doc[i] for i in range(low, high)), key=lambda token: abs(token.i - head.i))
    return next((mode for token in near if (mode := mode_of(token))), None)


def mode_of(token: Token) -> str | None:
    """The mode that a weapon's name tells of."""
    return weapon_modes().get(token.lemma_.lower()) or weapon_modes().get(token.lower_)
