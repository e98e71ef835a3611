"""Events in the types of ACLED and the codes of CAMEO."""

from __future__ import annotations

import re
from functools import cache

from dateline.codebook.schemes import AcledRule, acled_event_types, acled_rules, cameo_codes
from dateline.codebook.types import event_types
from dateline.read.parsed import ParsedReport
from dateline.record import AcledCoding, Actor, CameoCoding, Event

CODED_IN_ACLED = frozenset(("actual", "ongoing", "ceased", "denied", "unknown"))
ARMED_SECTORS = frozenset(("MIL", "REB", "PRM", "UAF", "COP"))


def cameo_coding(event: Event) -> CameoCoding | None:
    """The CAMEO code that stands for the event's type and mode; None for HARM, which CAMEO does not have."""
    code = cameo_codes().get((event.type, event.mode)) or cameo_codes().get((event.type, None))
    return CameoCoding(code.code, code.goldstein, event_types()[event.type].quad) if code else None


def acled_coding(parsed: ParsedReport, event: Event, actors: dict[str, Actor]) -> AcledCoding | None:
    """The ACLED type of an event that took place (denied or not), by the first rule of its type that holds."""
    if event.factuality not in CODED_IN_ACLED:
        return None
    text, armed = words_around(parsed, event), between_armed(event, actors)
    for rule in acled_rules().get(event.type, ()):
        if holds(rule, event, text=text, armed=armed):
            return AcledCoding(acled_event_types()[rule.sub_event], rule.sub_event)
    return None


def holds(rule: AcledRule, event: Event, *, text: str, armed: bool) -> bool:
    """Whether everything that a rule names is so."""
    return (
        (not rule.modes or event.mode in rule.modes)
        and (not rule.words or stems(rule.words).search(text) is not None)
        and (not rule.armed or armed)
    )


@cache
def stems(words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern for words that begin with one of the stems."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")", re.IGNORECASE)


def words_around(parsed: ParsedReport, event: Event) -> str:
    """The sentences of the event's first two triggers, as the parser read them."""
    spans = [parsed.doc.words_at(t.start, t.end) for t in event.triggers[:2]]
    return "\n".join(dict.fromkeys(span.sent.text for span in spans if span is not None))


def between_armed(event: Event, actors: dict[str, Actor]) -> bool:
    """Whether both sides of an event are soldiers, police or fighters."""

    def side(*roles: str) -> bool:
        ids = [part.actor_id for part in event.participants if part.role in roles and part.actor_id]
        return any(actors[i].kind == "armed_unit" or actors[i].codes.sector in ARMED_SECTORS for i in ids)

    return side("actor") and side("recipient", "object")
