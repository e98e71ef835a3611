"""Names, as spaCy's entity recogniser finds them, without going through its states one by one.

The recogniser reads from left to right and gives each token a move: begin a name (B), go on with it (I), end it (L),
a name of one token (U), or none (O). Outside a name its scores depend on the token alone; inside one, on the token, the
one before it and the name's first. So all tokens are scored at once as if outside, the names that could begin are
carried on side by side, and what remains is to walk over the moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

FEATURES = 3  # the token, the first of the name that it stands in, and the one before it
NEVER = numpy.float32(-numpy.inf)

Floats = NDArray[numpy.float32]
Integers = NDArray[numpy.int64]
Truths = NDArray[numpy.bool_]


class NameFinder:
    """An entity recogniser's weights, put to work on many texts at once."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        self.recogniser = recogniser
        moves = recogniser.moves
        self.moves = [moves.get_class_name(number) for number in range(moves.n_moves)]
        number_of = {move: number for number, move in enumerate(self.moves)}
        self.begins = numpy.array([move.startswith("B-") for move in self.moves])
        self.singles = numpy.array([move.startswith("U-") for move in self.moves])
        self.never = numpy.array([move[0] not in "BUO" or move == "U-" for move in self.moves])  # outside a name
        self.goes_on = numpy.array([number_of.get(f"I{move[1:]}", 0) for move in self.moves])
        self.lasts = numpy.array([number_of.get(f"L{move[1:]}", 0) for move in self.moves])
        self.is_usual = is_usual(recogniser)

    def annotate(self, docs: Sequence[Doc]) -> None:
        """Sets the names of the texts, as the recogniser would."""
        docs = [doc for doc in docs if len(doc)]
        if not self.is_usual:
            self.recogniser.set_annotations(docs, self.recogniser.predict(docs))
        elif docs:
            self.annotate_quickly(docs)

    def annotate_quickly(self, docs: Sequence[Doc]) -> None:
        scores = Scores.of(self.recogniser, docs)
        blank, must_end = limits(docs)
        first = self.first_moves(scores, blank, must_end)
        ends = self.ends_of_names(scores, first, must_end).tolist()
        start = 0
        for doc in docs:
            stop = start + len(doc)
            names = names_between(start, stop, ends)
            doc.set_ents([Span(doc, a - start, b - start, label=self.moves[first[a]][2:]) for a, b in names])
            start = stop

    def first_moves(self, scores: Scores, blank: Truths, must_end: Truths) -> Integers:
        """The best move of each token if it stands in no name that began before."""
        outside = scores.outside()
        outside[:, self.never] = NEVER
        outside[numpy.ix_(must_end | blank, self.begins)] = NEVER
        outside[numpy.ix_(blank, self.singles)] = NEVER
        best: Integers = outside.argmax(axis=1)
        return best

    def ends_of_names(self, scores: Scores, first: Integers, must_end: Truths) -> Integers:
        """The end of the name that begins at each token: the token itself where none does."""
        ends = numpy.arange(len(first))
        ends[self.singles[first]] += 1
        starts = numpy.flatnonzero(self.begins[first])
        at = starts + 1
        while len(starts):
            move = first[starts]
            inside, rows = scores.inside(at, starts), numpy.arange(len(starts))
            stays = (inside[rows, self.goes_on[move]] >= inside[rows, self.lasts[move]]) & ~must_end[at]
            ends[starts[~stays]] = at[~stays] + 1
            starts, at = starts[stays], at[stays] + 1
        return ends


def names_between(start: int, stop: int, ends: Sequence[int]) -> list[tuple[int, int]]:
    """The names that a walk from `start` meets; a name that begins inside another is none."""
    found = []
    while start < stop:
        if ends[start] > start:
            found.append((start, ends[start]))
        start = max(ends[start], start + 1)
    return found


def limits(docs: Sequence[Doc]) -> tuple[Truths, Truths]:
    """Which tokens are blank, and which are the last of a sentence or a text, where a name must end."""
    rows = numpy.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
    ends = numpy.ones(len(rows), dtype=bool)
    ends[:-1] = rows[1:, 1] == 1
    ends[numpy.cumsum([len(doc) for doc in docs]) - 1] = True
    return rows[:, 0] == 1, ends


def is_usual(recogniser: EntityRecognizer) -> bool:
    """Whether the recogniser is of the form that the official models have."""
    model = recogniser.model
    is_greedy = recogniser.cfg["beam_width"] == 1 and not model.attrs["unseen_classes"]
    return bool(is_greedy and model.attrs["has_upper"] and model.get_ref("lower").get_dim("nF") == FEATURES)


@dataclass(frozen=True, slots=True)
class Scores:
    """What the model makes of tokens: for each, what it adds to a state's vector in each of three places."""

    parts: Floats  # tokens by places by units by pieces
    nothing: Floats  # where there is no token
    bias: Floats
    upper: Any  # the layer from a state's vector to the scores of the moves

    @classmethod
    def of(cls, recogniser: EntityRecognizer, docs: Sequence[Doc]) -> Scores:
        model = recogniser.model
        lower = model.get_ref("lower")
        weights = lower.get_param("W")
        tokens = model.layers[0].predict(docs)
        parts = tokens @ weights.reshape(-1, weights.shape[-1]).T
        return cls(
            parts.reshape(-1, *weights.shape[:-1]), lower.get_param("pad")[0], lower.get_param("b"), model.layers[2]
        )

    def outside(self) -> Floats:
        """The scores of the moves of all tokens, were they outside names."""
        return self.scored(self.parts[:, 0] + self.nothing[1] + self.nothing[2])

    def inside(self, at: Integers, starts: Integers) -> Floats:
        """The scores of the moves of some tokens in names that began at `starts`."""
        return self.scored(self.parts[at, 0] + self.parts[starts, 1] + self.parts[at - 1, 2])

    def scored(self, states: Floats) -> Floats:
        states = states + self.bias
        units = reduce(numpy.maximum, [states[..., piece] for piece in range(states.shape[-1])])
        found: Floats = self.upper.predict(units)
        return found
