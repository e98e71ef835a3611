"""A tagger's or parser's first layer, told to look at each different word of a batch once.

The layer makes a vector of a token's form alone (hash embeddings, Miranda et al. 2022), and most of the tokens of a
dozen reports repeat others.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy
from numpy.typing import NDArray
from thinc.api import Model
from thinc.types import Ragged

LAYERS = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
MIX = 0x9E3779B97F4A7C15  # an odd number without pattern: 2 ** 64 over the golden ratio

Rows = NDArray[numpy.uint64]


def look_at_words_once(model: Model[object, object]) -> None:
    """Changes the embedding layers of a model in place; those of another make stay as they are. Same vectors."""
    for part in model.walk():
        if [layer.name.split("(")[0] for layer in part.layers] == LAYERS:
            part.layers[2:4] = [Model("words_once", of_different_words, layers=part.layers[2:4])]


def of_different_words(
    model: Model[Ragged, Ragged], tokens: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    """The vectors of tokens, from the numbers that stand for their features."""
    features: Any = tokens.data
    _, first, places = numpy.unique(marks(features), return_index=True, return_inverse=True)
    vectors: Any = reduce(lambda found, layer: layer.predict(found), model.layers, features[first])
    return Ragged(vectors[places], tokens.lengths), lambda gradient: gradient


def marks(features: Rows) -> Rows:
    """One number for each row: equal for equal rows, else different but for one chance in 2 ** 64."""
    found = numpy.zeros(len(features), dtype=numpy.uint64)
    for column in features.T:
        found = (found ^ column) * numpy.uint64(MIX)
    return found
