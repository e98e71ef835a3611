"""The encoder: one pass over a report's words says what each is, and how any two relate.

A fine-tuned MiniLM (Wang et al. 2020) with linear heads, as ONNX with 8-bit weights (training/encoder makes it; the
model card is docs/model-card.md). A report is read in overlapping windows, each by itself, since 8-bit activations are
scaled over all that is read at once: so what it says of a report depends on that report alone, and is the same twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
FIRST, LAST = 101, 102  # the pieces that mark a window's ends
SLOW = ["SkipLayerNormFusion"]  # the fused kernel takes eight times as long as the two that it stands for
NEVER = -20.0  # the logit of what cannot be seen: words of no piece, or of different windows


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `start` to `end` of a report with their vectors: (pieces, relations, size)."""

    start: int
    end: int
    queries: Floats
    keys: Floats


@dataclass(frozen=True, slots=True)
class Encoded:
    """What the encoder says of one report. Offsets are code points of its text, results are logits."""

    starts: Ints
    ends: Ints
    tags: Floats
    news: Floats  # of each piece, how sure it is that what it tells of is the report's news
    windows: tuple[Window, ...]
    home: Ints  # for each piece, the window that shows most of what stands around it
    _lines: dict[tuple[str, int], tuple[int, int, Floats]] = field(default_factory=dict)
    _pieces: dict[tuple[int, int], slice] = field(default_factory=dict)

    def pieces(self, start: int, end: int) -> slice:
        """The word pieces that some words cover, at least in part."""
        known = self._pieces.get((start, end))
        if known is None:
            first = int(self.ends.searchsorted(start, side="right"))
            last = max(first, int(self.starts.searchsorted(end, side="left")))
            known = self._pieces[start, end] = slice(first, last)
        return known

    def tag(self, head: str, label: str, start: int, end: int) -> float:
        """How sure it is that the words are this: the surest of their pieces counts."""
        found = self.tags[self.pieces(start, end), column(head, label)]
        return float(max(found.tolist(), default=NEVER))

    def is_news(self, start: int, end: int) -> float:
        """How sure it is that what some words tell of is the report's news, not history: the mean over their pieces."""
        found = self.news[self.pieces(start, end)]
        return float(found.mean()) if len(found) else NEVER

    def above(self, head: str, least: float) -> list[int]:
        """The offsets of the word pieces of which some label of a head is at least so sure."""
        surest = self.tags[:, columns(head)].max(axis=1)
        return [int(start) for start in self.starts[surest >= least]]

    def row(self, head: str, start: int, end: int) -> Floats:
        """The logits of a whole head for some words: the mean over their pieces; none where they have none."""
        where = self.pieces(start, end)
        rows = self.tags[where, columns(head)]
        if not len(rows):
            return np.full(rows.shape[1], NEVER, dtype=np.float32)
        mean: Floats = rows[0] if len(rows) == 1 else np.add.reduce(rows, axis=0) / len(rows)
        return mean

    def relation(self, name: str, anchor: int, start: int, end: int) -> float:
        """How sure it is that the words stand in a relation to the word that begins at the offset `anchor`."""
        first, past, logits = self._line(name, anchor)
        where = self.pieces(start, end)
        low, high = max(where.start, first) - first, min(where.stop, past) - first
        if high - low == 1:
            return float(logits.item(low))
        return float(np.add.reduce(logits[low:high]) / (high - low)) if low < high else NEVER

    def rows(self, names: Iterable[str], anchors: Sequence[int]) -> Floats:
        """How surely each word piece stands in each relation to the word at each anchor: (relations x anchors, pieces),
        NEVER where they were not seen together."""
        lines = [self._line(name, anchor) for name in names for anchor in anchors]
        found = np.full((len(lines), len(self.starts)), NEVER, dtype=np.float32)
        for row, (first, past, logits) in zip(found, lines, strict=True):
            row[first:past] = logits
        return found

    def reached(self, name: str, anchor: int, least: float) -> list[int]:
        """The offsets of the word pieces that are at least so surely in a relation to the word at `anchor`."""
        first, past, logits = self._line(name, anchor)
        found: list[int] = self.starts[first:past][logits >= least].tolist()
        return found

    def _line(self, name: str, anchor: int) -> tuple[int, int, Floats]:
        """The pieces seen together with the word at `anchor`, first and past the last, each with its logit in a
        relation to that word. None past the report's last word. Computed when first asked for."""
        known = self._lines.get((name, anchor))
        if known is None:
            piece = self.pieces(anchor, anchor + 1).start
            if piece < len(self.starts):
                window, relation = self.windows[self.home[piece]], relation_number(name)
                query = window.queries[piece - window.start, relation]
                known = window.start, window.end, window.keys[:, relation] @ query + outputs()["relation_offset"]
            else:
                known = 0, 0, np.zeros(0, dtype=np.float32)
            self._lines[name, anchor] = known
        return known


class Encoder:
    """The model and its tokeniser, loaded once."""

    def __init__(self) -> None:
        folder = files("dateline.read").joinpath("data/encoder")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # as many processes as wanted are at hand
        options.log_severity_level = 3
        model = folder.joinpath("model.onnx").read_bytes()
        self.session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOW
        )
        self.tokenizer = Tokenizer.from_buffer(folder.joinpath("tokenizer.json").read_bytes())
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()

    def read(self, text: str) -> Encoded:
        """One report's text, read in as many windows as it takes."""
        encoded = self.tokenizer.encode(text, add_special_tokens=False)
        offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
        ids = np.array(encoded.ids, dtype=np.int64)
        places = cuts(len(ids), outputs()["window"] - 2, outputs()["overlap"])
        home = homes(len(ids), places)
        tags = np.full((len(ids), width()), NEVER, dtype=np.float32)
        news = np.full(len(ids), NEVER, dtype=np.float32)
        windows = []
        bias, weights = news_weights()
        for number, (start, end) in enumerate(places):
            said, window, states = self._window(ids, start, end)
            mine = home[start:end] == number
            tags[start:end][mine] = said[mine]
            news[start:end][mine] = states[mine] @ weights + bias
            windows.append(window)
        return Encoded(offsets[:, 0], offsets[:, 1], tags, news, tuple(windows), home)

    def _window(self, ids: Ints, start: int, end: int) -> tuple[Floats, Window, Floats]:
        """The tags of a window's pieces, their vectors, and the states that the tags are read off."""
        pieces = np.concatenate(([FIRST], ids[start:end], [LAST]))[None]
        tags, queries, keys, states = (part[0, 1:-1] for part in self.session.run(None, {"ids": pieces}))
        shape = (end - start, len(relations()), outputs()["relation_size"])
        return tags, Window(start, end, queries.reshape(shape), keys.reshape(shape)), states

    def states(self, text: str) -> Floats:
        """The states (pieces, size) that the tags of a text are read off, for those who fit something to them."""
        ids = np.array(self.tokenizer.encode(text, add_special_tokens=False).ids, dtype=np.int64)
        places = cuts(len(ids), outputs()["window"] - 2, outputs()["overlap"])
        seen = [self._window(ids, start, end)[2] for start, end in places]
        rows = [seen[n][piece - places[n][0]] for piece, n in enumerate(homes(len(ids), places).tolist())]
        return np.array(rows, dtype=np.float32)


def cuts(size: int, room: int, overlap: int) -> list[tuple[int, int]]:
    """Where windows of at most `room` pieces begin and end: as few as overlap enough, all of like length."""
    if size <= room:
        return [(0, size)] if size else []
    count = -(-(size - overlap) // (room - overlap))
    length = -(-(size + (count - 1) * overlap) // count)
    starts = [min(number * (length - overlap), size - length) for number in range(count)]
    return [(start, start + length) for start in starts]


def homes(size: int, places: list[tuple[int, int]]) -> Ints:
    """For each piece the number of the window in which it stands furthest from an edge; the first of equals."""
    pieces = np.arange(size)
    depths = [np.minimum(pieces - start, end - 1 - pieces) for start, end in places]
    found: Ints = np.argmax(np.array(depths), axis=0).astype(np.int64) if depths else np.zeros(0, dtype=np.int64)
    return found


@cache
def encoder() -> Encoder:
    """This process's encoder, loaded when first asked for."""
    return Encoder()


@cache
def news_weights() -> tuple[float, Floats]:
    """The bias and the weights of a piece's states (data/encoder/news.csv, made by training/fit_news.py)."""
    text = files("dateline.read").joinpath("data/encoder/news.csv").read_text(encoding="utf-8")
    numbers = [float(line) for line in text.splitlines() if not line.startswith("#")]
    return numbers[0], np.array(numbers[1:], dtype=np.float32)


@cache
def outputs() -> dict[str, Any]:
    """What the model's numbers mean (data/encoder/outputs.json, written with the model)."""
    text = files("dateline.read").joinpath("data/encoder/outputs.json").read_text(encoding="utf-8")
    meaning: dict[str, Any] = json.loads(text)
    return meaning


@cache
def relations() -> list[str]:
    """The relations, in the model's order."""
    names: list[str] = outputs()["relations"]
    return names


@cache
def relation_number(name: str) -> int:
    """Where a relation stands in the model's order."""
    return relations().index(name)


@cache
def labels(head: str) -> list[str]:
    """A head's labels, in the model's order."""
    names: list[str] = outputs()["heads"][head]["labels"]
    return names


@cache
def columns(head: str) -> slice:
    """Where a head's logits stand."""
    first = outputs()["heads"][head]["from"]
    return slice(first, first + len(labels(head)))


@cache
def column(head: str, label: str) -> int:
    """Where one label's logit stands."""
    return int(columns(head).start) + labels(head).index(label)


@cache
def width() -> int:
    """How many logits each piece has."""
    return max(int(columns(head).stop) for head in outputs()["heads"])
