"""What the encoder says of deeds and of those around them, as marks of the models that see a report whole.

A log-odds becomes one mark for each threshold that it reaches, so that a model weighs every step by itself; what the
encoder never saw in one window has a mark of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import numpy as np

from dateline.coding.deeds import Deed
from dateline.coding.scene import Standing
from dateline.read.encoder import NEVER, Encoded
from dateline.record import Participant

STEPS = (-6, -5, -4, -3, -2, -1, 0, 1, 2, 3)
NEWS_STEPS = (-3, -2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5)
MOST_WORDS = 6  # of a happening or an actor: what is told a hundred times is told as it was the first times
PARTS = {"actor": ("actor",), "victim": ("recipient", "object"), "instrument": ("instrument",)}


def steps(name: str, logit: float) -> Iterator[str]:
    """The thresholds that a log-odds reaches."""
    if logit == NEVER:
        yield f"{name} unseen"
    yield from names_of_steps(name)[: bisect_right(STEPS, logit)]


@cache
def names_of_steps(name: str) -> tuple[str, ...]:
    """A mark for each threshold."""
    return tuple(f"{name} over {step}" for step in STEPS)


class PartOpinions:
    """How surely each word around a happening has a part in it, asked of the encoder once for all words."""

    def __init__(self, encoded: Encoded, group: Sequence[Deed]) -> None:
        anchors = [trigger.start for deed in group for trigger in deed.event.triggers][:MOST_WORDS]
        self.encoded = encoded
        self.rows = {part: encoded.rows(roles, anchors) for part, roles in PARTS.items()}
        self.surest = {part: rows.max(axis=0, initial=NEVER).tolist() for part, rows in self.rows.items()}

    def marks(self, near: Sequence[Standing]) -> Iterator[str]:
        """How surely those who stand near have each part, wherever they are named best."""
        places = [self.encoded.pieces(one.head.idx, one.head.idx + len(one.head)) for one in near]
        for part in PARTS:
            yield from steps(f"encoder {part}", max((self.seen(part, place) for place in places), default=NEVER))

    def seen(self, part: str, place: slice) -> float:
        """How surely a word has a part, by its pieces' mean for the happening's word that speaks for it most."""
        if place.stop - place.start == 1:
            surest: float = self.surest[part][place.start]
            return surest
        sums = np.add.reduce(self.rows[part][:, place], axis=1)
        return float((sums / (place.stop - place.start)).max()) if place.stop > place.start and len(sums) else NEVER


def news_opinion(encoded: Encoded, group: Sequence[Deed]) -> float:
    """How surely the words of a happening tell of the report's news: their mean."""
    words = [trigger for deed in group for trigger in deed.event.triggers][:MOST_WORDS]
    return sum(encoded.is_news(word.start, word.end) for word in words) / len(words)


def news_steps(logit: float) -> Iterator[str]:
    """The thresholds that such a mean reaches."""
    yield from (f"encoder news over {step:g}" for step in NEWS_STEPS[: bisect_right(NEWS_STEPS, logit)])


def tie_opinions(encoded: Encoded, later: Deed, earlier: Deed) -> Iterator[str]:
    """How surely the words of two deeds tell of one event, and those who take part in both are the same."""
    ties = (
        encoded.relation("same_event", one.start, other.start, other.end)
        for a in later.event.triggers[:MOST_WORDS]
        for b in earlier.event.triggers[:MOST_WORDS]
        for one, other in ((a, b), (b, a))
    )
    yield from steps("encoder same event", max(ties, default=NEVER))
    for name in ("actor", "victim"):
        mine, theirs = later.of_role(*PARTS[name]), earlier.of_role(*PARTS[name])
        if mine and theirs:
            yield from steps(f"encoder same {name}", sameness(encoded, mine, theirs))


def sameness(encoded: Encoded, mine: Iterable[Participant], theirs: Sequence[Participant]) -> float:
    """How surely one of some is one of the others."""
    seen = (encoded.relation("same_actor", a.start, b.start, b.end) for a in mine for b in theirs)
    return max(seen, default=NEVER)
