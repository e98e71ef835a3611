"""What the encoder makes of a word as a trigger: an opinion of each word of the lexicon, and words that it lacks."""

from __future__ import annotations

from collections import Counter
from functools import cache

import numpy as np

from dateline.codebook.lexicon import WordClass, lexicon
from dateline.codebook.types import event_types
from dateline.read.encoder import NEVER, Encoded, columns, labels
from dateline.record.values import EventType

SECOND = frozenset(("ASSAULT", "HARM", "COERCE", "PROTEST"))  # the types of which there is a second opinion


def opinions(encoded: Encoded, kind: str, start: int, end: int) -> dict[str, float]:
    """The encoder's logits for a word as a trigger of a type: of the type, of any type, and the second opinion."""
    rows = encoded.tags[encoded.pieces(start, end)]
    if not len(rows):
        return {"encoder": NEVER, "any": NEVER}
    seen = rows[0] if len(rows) == 1 else rows.max(axis=0)
    types = seen[columns("triggers")]
    found = {"encoder": float(types[labels("triggers").index(kind)]), "any": float(types.max())}
    if kind in SECOND:
        others = seen[columns("second")]
        found["second"] = float(max(others[labels("second").index(other)] for other in SECOND))
        found["has second"] = 1.0
    return found


def best_type(encoded: Encoded, start: int, end: int) -> tuple[EventType, float] | None:
    """The type that the encoder finds likeliest for a word, with its logit."""
    where = encoded.pieces(start, end)
    if where.start == where.stop:
        return None
    logits = encoded.tags[where, columns("triggers")].max(axis=0)
    best = int(np.argmax(logits))
    kind: EventType = labels("triggers")[best]  # type: ignore[assignment]
    return kind, float(logits[best])


def best_mode(encoded: Encoded, kind: str, start: int, end: int) -> tuple[str | None, float]:
    """The mode of a type that the encoder finds likeliest for a trigger, and its probability among the type's modes."""
    own = modes_of(kind)
    logits = encoded.row("modes", start, end)[own]
    chances = np.exp(logits - logits.max())
    best = int(np.argmax(logits))
    mode = labels("modes")[own[best]].partition("/")[2] or None
    return mode if mode in event_types()[kind].modes else None, float(chances[best] / chances.sum())


@cache
def modes_of(kind: str) -> list[int]:
    """Where the modes of a type stand among the encoder's."""
    return [index for index, name in enumerate(labels("modes")) if name.startswith(f"{kind}/")]


@cache
def usual_frame(kind: str, word_class: WordClass) -> str:
    """The frame that most words of a type and class have in the lexicon; that of "act" where it has none."""
    counts = Counter(
        entry.frame
        for (_, of_class), entries in lexicon().items()
        for entry in entries
        if entry.type == kind and of_class == word_class
    )
    return min(counts, key=lambda frame: (-counts[frame], frame)) if counts else "act"
