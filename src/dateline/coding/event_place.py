"""Where an event happened: the place that its sentence ties it to, or the one that the report has been in since."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from dateline.coding.learnt import worth
from dateline.coding.place_basis import basis_of
from dateline.coding.place_ties import Tied, head_of, phrase_head, tied_places
from dateline.read.blending import blended, probability
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import EventPlace, PlaceMention, Span
from dateline.record.values import EventType

LIKELY = 0.55  # a little above even odds: a doubtful place is oftener wrong than one left out is missed
RARE = 1e-6


@cache
def weights() -> Mapping[str, float]:
    """What each trait of a tie is worth (data/event_place_weights.csv says on what they were learnt)."""
    text = files("dateline.coding").joinpath("data/event_place_weights.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows if trait != "cue"}


def event_places(
    triggers: Sequence[Span],
    parsed: ParsedReport,
    places: Sequence[PlaceMention],
    *,
    kind: EventType | None = None,
) -> tuple[EventPlace, ...]:
    """Where the event of these triggers happened; of one event, in the order of the text, each place once.

    Not every place named near by: the one that the syntax ties to a trigger, the most specific of nested ones, with
    those it is joined to by "and"; or one carried on from an earlier sentence; or none. A place that is not on the map
    (a street) comes with the likeliest that is. `places` are without those that act (place_ties.mere_places).
    `kind` is the event's type, as speech is told without a place and violence mostly with one.
    """
    chosen = {place.id: place for trigger in triggers for place in places_of(trigger, parsed, places, kind=kind)}
    ordered = sorted(chosen.values(), key=lambda place: place.start)
    return tuple(
        EventPlace(place.start, place.end, place.text, place_id=place.id, basis=basis_of(parsed, triggers, place))
        for place in ordered
    )


def places_of(
    trigger: Span,
    parsed: ParsedReport,
    places: Sequence[PlaceMention],
    *,
    kind: EventType | None,
) -> list[PlaceMention]:
    chances = chances_of(trigger, parsed, places, kind=kind)
    best, chance = max(chances, key=lambda one: one[1], default=(None, 0.0))
    if best is None or chance < LIKELY:
        return []
    chosen = [best.place, *joined(best, [tie for tie, _ in chances])]
    if all(place.latitude is None for place in chosen):
        located = [(tie.place, chance) for tie, chance in chances if tie.place.latitude is not None]
        chosen += [max(located, key=lambda one: one[1])[0]] if located else []
    return chosen


def chances_of(
    trigger: Span,
    parsed: ParsedReport,
    places: Sequence[PlaceMention],
    *,
    kind: EventType | None,
) -> list[tuple[Tied, float]]:
    """The places tied to a trigger, each with the probability that the event was there, by tie and encoder together."""
    shares = tie_shares(trigger, parsed, places, kind=kind)
    return [
        (tie, probability(blended("event place", place_opinions(parsed, trigger, tie.place, share))))
        for tie, share in shares
    ]


def place_opinions(parsed: ParsedReport, trigger: Span, place: PlaceMention, share: float) -> dict[str, float]:
    """What the tie of a place and the encoder say of its being the event's, as log-odds."""
    sure = min(max(share, RARE), 1 - RARE)
    return {
        "ties": math.log(sure / (1 - sure)),
        "encoder": parsed.encoded.relation("place", trigger.start, place.start, place.end),
    }


def tie_shares(
    trigger: Span,
    parsed: ParsedReport,
    places: Sequence[PlaceMention],
    *,
    kind: EventType | None,
) -> list[tuple[Tied, float]]:
    """The places tied to a trigger, and how likely each is where it puts the event; what is left of 1 is for none."""
    token = head_of(parsed, trigger)
    ties = tied_places(token, parsed, places) if token is not None else []
    if not ties:
        return []
    scores = [worth(weights(), with_kind(tie, kind)) for tie in ties]
    none = weights().get(f"none & {kind}", 0.0) + weights().get("none", 0.0)
    highest = max(*scores, none)
    whole = sum(math.exp(score - highest) for score in (*scores, none))
    return [(tie, math.exp(score - highest) / whole) for tie, score in zip(ties, scores, strict=True)]


def with_kind(tie: Tied, kind: EventType | None) -> Iterator[str]:
    """The traits of a tie, and the main ones again for the event's type."""
    yield from tie.traits
    yield f"{tie.traits[0]} & {kind}"
    yield f"{tie.traits[1]} & {kind}"


def joined(best: Tied, ties: Sequence[Tied]) -> Iterator[PlaceMention]:
    """The places of the same sentence that are joined to the best one by "and"."""
    for tie in ties:
        if tie is not best and tie.traits[0] == "here" and are_joined(best.token, tie.token):
            yield tie.place


def are_joined(one: Token, other: Token) -> bool:
    return one in other.conjuncts and phrase_head(one).i == phrase_head(other).i
