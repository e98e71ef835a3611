"""Examples as windows of word pieces with their targets, and windows as batches of tensors.

A long text is cut into overlapping windows; a short one is a window by itself. Targets are marked on every piece of a
span. A relation is taught at the first piece of its anchor, over all pieces of the window that its set speaks of.
"""

from __future__ import annotations

import bisect
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from encoder.examples import OUT, Anchor, Example, Place
from encoder.model import RELATIONS, columns
from encoder.modes import MODES

LENGTH = 256  # pieces of a window, with the two that mark its ends
OVERLAP = 48
TOKENS_A_BATCH = 2048
CLS, SEP, MASK, PAD = 101, 102, 103, 0
Floats = NDArray[np.float32]
HEAD_OF = {"claim": "cues", "cue": "cues"}


@dataclass
class Link:
    """One relation at one anchor: the target over the text's pieces, and which pieces count."""

    at: int  # the anchor's piece, -1: the one that says one of `types` best
    relation: int
    reached: NDArray[np.int64]
    counted: NDArray[np.bool_] | None  # None: all but `open`
    open: NDArray[np.int64]
    types: list[int] = field(default_factory=list)


@dataclass
class Text:
    """An example over its pieces."""

    ids: NDArray[np.int64]
    targets: Floats  # (pieces, columns); what no set says is nan
    links: list[Link]
    somewhere: list[list[int]]


def pieces_of(starts: Sequence[int], ends: Sequence[int], span: Place) -> range:
    """The pieces that a span covers, at least in part."""
    return range(bisect.bisect_right(ends, span[0]), bisect.bisect_left(starts, span[1]))


def as_text(example: Example, tokenizer: Tokenizer) -> Text:
    """Tokenise an example once, and mark its targets."""
    encoded = tokenizer.encode(example.text, add_special_tokens=False)
    starts, ends = [start for start, _ in encoded.offsets], [end for _, end in encoded.offsets]
    ids = np.array(encoded.ids, dtype=np.int64)
    targets = np.full((len(ids), max(s.stop for s in columns().values())), np.nan, dtype=np.float32)

    def covered(spans: Iterable[Place]) -> NDArray[np.int64]:
        found = {piece for span in spans for piece in pieces_of(starts, ends, span)}
        return np.array(sorted(found), dtype=np.int64)

    mark_tags(example, targets, starts, ends)
    links = [link for anchor in example.anchors for link in links_of(anchor, covered, len(ids), example)]
    kinds = [[OUT["triggers"].index(name) for name in names] for names in example.somewhere]
    return Text(ids, targets, links, kinds)


def mark_tags(example: Example, targets: Floats, starts: list[int], ends: list[int]) -> None:
    """Zeros where a set would have marked something, ones where it did."""
    at = columns()
    open_heads = {"triggers": ["triggers"], "second": ["second"], "mentions": ["inside", "begin"]}
    for head, names in open_heads.items():
        for name in names if head in example.heads else ():
            targets[:, at[name]] = 0
    for cue, label in enumerate(OUT["cues"]):
        if label in example.heads:
            targets[:, at["cues"].start + cue] = 0
    for tag in example.tags:
        covered = list(pieces_of(starts, ends, (tag.start, tag.end)))
        if not covered or (tag.head not in example.heads):
            continue
        if tag.head == "mentions":
            column = OUT["mentions"].index(tag.label)
            targets[covered, at["inside"].start + column] = 1
            targets[covered[0], at["begin"].start + column] = 1
        elif tag.head == "factuality":
            targets[covered, at["factuality"]] = 0
            targets[covered, at["factuality"].start + OUT["factuality"].index(tag.label)] = 1
        else:
            head = HEAD_OF.get(tag.head, tag.head)
            targets[covered, at[head].start + OUT[head].index(tag.label)] = 1
    for kind, mode, span in example.modes:
        covered = list(pieces_of(starts, ends, span))
        choices = [i for i, name in enumerate(MODES) if name.startswith(f"{kind}/")]
        chosen = f"{kind}/{mode or ''}"
        if chosen in MODES and len(choices) > 1 and covered:
            targets[np.ix_(covered, [at["modes"].start + i for i in choices])] = 0
            targets[covered, at["modes"].start + MODES.index(chosen)] = 1
    for score, span in example.scores:
        targets[list(pieces_of(starts, ends, span)), at["score"]] = score


def links_of(anchor: Anchor, covered: object, size: int, example: Example) -> Iterator[Link]:
    """The relations that an anchor teaches."""
    assert callable(covered)
    first = -1
    types: list[int] = []
    if anchor.start >= 0:
        pieces = covered([(anchor.start, anchor.end)])
        if not len(pieces):
            return
        first = int(pieces[0])
    else:
        types = [OUT["triggers"].index(name) for name in example.somewhere[0]]
    for relation, spans in anchor.reaches.items():
        counted = None
        if relation in anchor.among:
            counted = np.zeros(size, dtype=bool)
            counted[[pieces[0] for span in anchor.among[relation] if len(pieces := covered([span]))]] = True
        reached, open_ = covered(spans), covered(anchor.open.get(relation, []))
        yield Link(first, RELATIONS.index(relation), reached, counted, np.setdiff1d(open_, reached), types)


@dataclass
class Window:
    """Pieces `start` to `end` of a text."""

    text: Text
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start + 2


def windows(text: Text, shift: int = 0) -> list[Window]:
    """A text's windows; `shift` moves the cuts, so that no epoch sees the same ones."""
    size, room = len(text.ids), LENGTH - 2
    if size <= room:
        return [Window(text, 0, size)] if size else []
    starts = [0, *range(room - OVERLAP - shift % (room // 2), size - OVERLAP, room - OVERLAP)]
    return [Window(text, start, min(start + room, size)) for start in starts]


def batches(found: list[Window], chance: random.Random) -> list[list[Window]]:
    """Windows of like length together, shuffled, about TOKENS_A_BATCH pieces each."""
    chance.shuffle(found)
    made: list[list[Window]] = []
    for some in range(0, len(found), 600):
        group: list[Window] = []
        for window in sorted(found[some : some + 600], key=len):
            if group and len(window) * (len(group) + 1) > TOKENS_A_BATCH:
                made.append(group)
                group = []
            group.append(window)
        made.append(group)
    chance.shuffle(made)
    return made


@dataclass
class Batch:
    """Tensors of a batch. Rows are relations at anchors: (row) batch index, piece, relation; targets (row, length)."""

    ids: Tensor
    mask: Tensor
    targets: Tensor
    row_in: Tensor
    row_at: Tensor
    row_relation: Tensor
    row_targets: Tensor
    row_counts: Tensor
    somewhere: list[tuple[int, list[int]]]
    unknown: list[tuple[int, list[int]]]  # rows whose anchor is to be found, with its types


def collate(group: list[Window], chance: random.Random | None = None, masked: float = 0.0) -> Batch:
    """Tensors for a group of windows; with `chance`, a share of the pieces is hidden."""
    length, width = max(len(window) for window in group), group[0].text.targets.shape[1]
    ids, mask = np.full((len(group), length), PAD), np.zeros((len(group), length), dtype=np.int64)
    targets = np.full((len(group), length, width), np.nan, dtype=np.float32)
    rows: list[tuple[int, int, int, Floats, Floats]] = []
    somewhere, unknown = [], []
    for b, window in enumerate(group):
        size = window.end - window.start
        ids[b, : size + 2] = [CLS, *window.text.ids[window.start : window.end], SEP]
        mask[b, : size + 2] = 1
        targets[b, 1 : size + 1] = window.text.targets[window.start : window.end]
        somewhere.extend((b, types) for types in window.text.somewhere)
        for link in window.text.links:
            if link.at == -1:
                unknown.append((len(rows), link.types))
            elif not window.start <= link.at < window.end:
                continue
            rows.append((b, max(0, link.at - window.start + 1), link.relation, *row_of(link, window, length)))
    if chance and masked:
        hidden = np.random.default_rng(chance.randrange(2**31)).random(ids.shape) < masked
        ids[hidden & (ids != CLS) & (ids != SEP) & (mask == 1)] = MASK
    as_ints = [torch.tensor([row[i] for row in rows], dtype=torch.long) for i in range(3)]
    nothing = [np.zeros((0, length), dtype=np.float32)]
    as_floats = [torch.from_numpy(np.concatenate(nothing + [row[i][None] for row in rows])) for i in (3, 4)]
    parts = (torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(targets))
    return Batch(*parts, *as_ints, *as_floats, somewhere, unknown)


def row_of(link: Link, window: Window, length: int) -> tuple[Floats, Floats]:
    """A link's target and weight over the window's pieces."""
    target, count = np.zeros(length, dtype=np.float32), np.zeros(length, dtype=np.float32)
    size = window.end - window.start
    inner = slice(1, size + 1)
    count[inner] = 1 if link.counted is None else link.counted[window.start : window.end]

    def local(pieces: NDArray[np.int64]) -> NDArray[np.int64]:
        return pieces[(pieces >= window.start) & (pieces < window.end)] - window.start + 1

    target[local(link.reached)] = 1
    count[local(link.open)] = 0
    return target, count


__all__ = ["Batch", "Text", "Window", "as_text", "batches", "collate", "windows"]
