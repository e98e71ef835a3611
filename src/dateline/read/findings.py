"""What the readers find: words, and what kind of thing they are. Places on a map, days on a calendar and codes of
actors are for the next room; a reader only says where in the text.

Each reader is a function over a `ParsedReport`. A stronger one takes an old one's place by returning the same shapes.
Token indices count tokens of `ParsedReport.doc` and always name the syntactic head of the words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.record.span import Span
from dateline.record.values import (
    ActorKind,
    ClaimKind,
    EventType,
    Factuality,
    Measure,
    Qualifier,
    Role,
    Stance,
    TimexType,
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that says an event happened. `frame` names the codebook's pattern by which its actor and recipient are
    told apart; `confidence` (0 to 1) is how often the word, so used, is such an event."""

    span: Span
    token: int
    type: EventType
    mode: str | None
    frame: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """Words that fill a role of the trigger at index `trigger` of the report's triggers."""

    trigger: int
    role: Role
    span: Span
    token: int


@dataclass(frozen=True, slots=True)
class ActorPhrase:
    """Words that name or describe somebody. Phrases with the same `cluster` stand for the same actor; a cluster's
    number has no other meaning. `is_name` tells a name from a description or a pronoun; `known` is the name of a known
    body where it stands in a longer phrase ("the Red Column group")."""

    span: Span
    token: int
    kind: ActorKind
    cluster: int
    is_name: bool
    known: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: the source (None where nobody is named), the cue, the pieces of the content, the venue."""

    source: Span | None
    source_token: int | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: ClaimKind
    venue: Span | None = None
    stance: Stance = "statement"


@dataclass(frozen=True, slots=True)
class FactualityReading:
    """How far the text commits itself to a target: the record's value, a score from -3 (certainly did not happen) to
    3 (certainly did), and the words that decided (None: plain assertion)."""

    value: Factuality
    score: float
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that may name a place. `kind`: a "name", an "adjective" ("Syrian"), or the name of a place that stands for
    those who act there ("Moscow warned"). `cues` are named traits of the words and of those around them, from which the
    resolver, which knows the gazetteer, judges whether they do name a place."""

    span: Span
    token: int
    kind: Literal["name", "adjective", "actor"]
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and their meaning before the calendar is asked: `form` is the pattern that matched and
    `parts` what it caught (name and value pairs), for the resolver to put on the calendar."""

    span: Span
    timex_type: TimexType
    form: str
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FigurePhrase:
    """A count with the bounds its words state. `span` is the count with its qualifier ("more than 100"), `counted` the
    words for what is counted ("soldiers"), `token` their head (that of the number where nothing is named).
    `refers_back` marks "a similar number". `part_of` is the index of the figure that this one is included in."""

    span: Span
    token: int
    low: float | None
    best: float | None
    high: float | None
    qualifier: Qualifier
    measure: Measure
    counted: Span | None = None
    refers_back: bool = False
    part_of: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one report. `factuality[i]` is that of `triggers[i]`."""

    triggers: tuple[Trigger, ...] = ()
    roles: tuple[RoleFiller, ...] = ()
    factuality: tuple[FactualityReading, ...] = ()
    actors: tuple[ActorPhrase, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[FigurePhrase, ...] = ()


__all__ = [
    "ActorPhrase",
    "Attribution",
    "FactualityReading",
    "FigurePhrase",
    "Findings",
    "RoleFiller",
    "TimeExpression",
    "Toponym",
    "Trigger",
]
