"""The lexicon of triggers: words, the event they tell of, and how often they do (data/lexicon, precision.csv)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from dateline.codebook.frames import frames
from dateline.codebook.types import event_types, load_toml
from dateline.errors import CodebookError
from dateline.record.values import EventType

WordClass = Literal["verb", "noun", "adjective"]
PREPOSITIONS = frozenset(["of", "for", "in", "to", "on", "at", "against", "through", "from"])
Key = tuple[str, str, str, str]  # words, class, type and test of an entry
UNMEASURED = 0.5  # precision of an entry that the training records never showed
UNMEASURED_TESTED = 0.65  # of one that counts only in a context that it names
PRIOR_WEIGHT = 3.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: `words` are lemmas in lower case, `head` the index of the one that is the trigger's head.

    `unless` are lemmas that give another sense when they stand near by, `needs` names a test that the sentence must
    pass (see read/triggers), `precision` (0 to 1) how often the entry was an event of this type where it matched.
    """

    words: tuple[str, ...]
    head: int
    word_class: WordClass
    type: EventType
    mode: str | None
    frame: str
    unless: frozenset[str]
    needs: str | None
    precision: float

    @property
    def key(self) -> Key:
        """What names the entry in precision.csv."""
        return (" ".join(self.words), self.word_class, self.type, self.needs or "")


Index = dict[tuple[str, WordClass], tuple[Entry, ...]]


@cache
def lexicon() -> Index:
    """All entries by the lemma and class of their head, longer ones and surer ones first."""
    found: dict[tuple[str, WordClass], list[Entry]] = {}
    for entry in entries():
        found.setdefault((entry.words[entry.head], entry.word_class), []).append(entry)
    return {
        key: tuple(sorted(group, key=lambda entry: (-len(entry.words), -entry.precision, entry.type)))
        for key, group in found.items()
    }


def entries() -> Iterator[Entry]:
    """Every entry in the files' order; CodebookError where one names a type, mode or frame that is in no list."""
    measured = precisions()
    for name in event_types():
        for group in load_toml(f"lexicon/{name.lower()}.toml")["group"]:
            mode, frame = group.get("mode"), group["frame"]
            if mode is not None and mode not in event_types()[name].modes:
                raise CodebookError(f"lexicon/{name.lower()}.toml: {name} has no mode {mode!r}")
            if frame not in frames():
                raise CodebookError(f"lexicon/{name.lower()}.toml: there is no frame {frame!r}")
            for key, word_class in (("verbs", "verb"), ("nouns", "noun"), ("adjectives", "adjective")):
                for phrase in group.get(key, ()):
                    words = tuple(re.split(r"[ -]+", phrase.lower()))
                    yield Entry(
                        words=words,
                        head=head_of(words, cast(WordClass, word_class)),
                        word_class=cast(WordClass, word_class),
                        type=cast(EventType, name),
                        mode=mode,
                        frame=frame,
                        unless=frozenset(group.get("unless", ())),
                        needs=group.get("needs"),
                        precision=measured.get(
                            (" ".join(words), word_class, name, group.get("needs", "")), prior(group.get("needs"))
                        ),
                    )


def head_of(words: tuple[str, ...], word_class: WordClass) -> int:
    """A verb phrase is headed by its first word, a noun phrase by the word before its preposition, else by its last."""
    if word_class == "verb":
        return 0
    cut = next((i for i, word in enumerate(words) if word in PREPOSITIONS and i > 0), len(words))
    return cut - 1


@cache
def precisions() -> dict[Key, float]:
    """How often each entry was right, from counts in precision.csv, drawn towards the prior where they are few."""
    text = files("dateline.codebook").joinpath("data", "lexicon", "precision.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {
        (row["words"], row["class"], row["type"], row["needs"]): drawn(
            int(row["right"]), int(row["matched"]), row["needs"]
        )
        for row in rows
    }


def prior(needs: str | None) -> float:
    """The precision of an entry before it is measured."""
    return UNMEASURED_TESTED if needs else UNMEASURED


def drawn(right: int, matched: int, needs: str | None) -> float:
    """The share of right matches, drawn towards the prior."""
    return (right + PRIOR_WEIGHT * prior(needs)) / (matched + PRIOR_WEIGHT)
