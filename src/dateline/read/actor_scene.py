"""What is looked up while a report is searched for actors, and what a candidate for one is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from dateline.codebook.actor_words import ActorNoun, KnownActor, NameTable, codebook_names, known_actors, noun_for
from dateline.read.actor_names import Tokens
from dateline.read.actor_positions import is_located
from dateline.read.offices import officers
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token, Words
from dateline.record.values import ActorKind

Sort = Literal["name", "noun", "quantity", "pronoun"]
LONGEST_KNOWN = 8  # words of a known body's name
SHORTEST_SURNAME = 3  # letters
NAME_TAGS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "ADP", "NUM", "X", "INTJ"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with its head. `core` are the token bounds of the name in it (of the whole phrase where it is none)."""

    token: int
    start: int
    end: int
    kind: ActorKind
    sort: Sort
    core: tuple[int, int]
    plural: bool = False
    noun: ActorNoun | None = None
    known: KnownActor | None = None
    country: str | None = None


@dataclass(slots=True)
class Scene:
    """What is looked up while the tokens of one report are read."""

    parsed: ParsedReport
    tokens: list[Token]
    entities: dict[int, Words] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    known: dict[int, tuple[int, int, KnownActor] | None] = field(default_factory=dict)
    officers: dict[int, int | None] = field(default_factory=dict)

    @classmethod
    def of(cls, parsed: ParsedReport) -> Scene:
        scene = cls(parsed, list(parsed.doc))
        for entity in parsed.doc.ents:
            for token in entity:
                scene.entities[token.i] = entity
            if entity.label_ == "PERSON" and len(entity) > 1:
                scene.surnames |= {
                    word.lower_ for word in entity[1:] if len(word) >= SHORTEST_SURNAME and word.is_alpha
                }
        for token in scene.tokens:
            if token.pos_ == "PROPN" and is_located(token):
                scene.places.add(token.lower_)
        scene.officers = officers(parsed.doc)
        scene.known = known_names(scene.tokens, parsed.report.text, parsed.listed.written)
        return scene

    def label(self, token: int) -> str:
        """The kind of named entity that a token is part of; empty for none."""
        entity = self.entities.get(token)
        return entity.label_ if entity is not None else ""

    def is_break(self, token: int) -> bool:
        """Whether a token is a blank line in the report's text; the parser may have read it as a space."""
        space = self.tokens[token]
        if not space.is_space:
            return False
        before = self.tokens[token - 1] if token else space
        return self.parsed.report.text[before.idx : space.idx + len(space)].count("\n") > 1


def known_names(doc: Tokens, text: str, listed: NameTable) -> dict[int, tuple[int, int, KnownActor] | None]:
    """Where names of known bodies stand, those of the user's list before those of the codebook: at the head of each its
    bounds and the body, None at its other words."""
    found: dict[int, tuple[int, int, KnownActor] | None] = {}
    index = 0
    while index < len(doc):
        match = known_at(doc, index, text, listed) if doc[index].pos_ in NAME_TAGS | {"VERB"} else None
        if match is None or (match[0] == index + 1 and doc[index].pos_ == "VERB"):
            index += 1
            continue
        end, actor = match
        head = head_among(list(doc[index:end]))
        found |= dict.fromkeys(range(index, end))
        found[head] = (index, end, actor)
        index = end
    return found


def head_among(words: Sequence[Token]) -> int:
    """The index of the word that the others depend on; the last one where they are several."""
    inside = {word.i for word in words}
    return max((word.i for word in words if word.head.i not in inside or word.head.i == word.i), default=words[-1].i)


def known_at(doc: Tokens, first: int, text: str, listed: NameTable) -> tuple[int, KnownActor] | None:
    """The longest name of a known body that begins with the token, as the parser read it or as the report's own text
    writes it: the index after it, and the body."""
    start, read = doc[first].idx, doc[first].text
    written = text[start : start + len(read)]
    if not (may_begin_known(read) or may_begin_known(written) or listed.may_begin(written)):
        return None
    words = ""
    longest: tuple[int, KnownActor] | None = None
    for index in range(first, min(first + LONGEST_KNOWN, len(doc))):
        words += doc[index].text
        written = text[start : doc[index].idx + len(doc[index])]
        actor = listed.get(written) or known_actors().get(words) or known_actors().get(written)
        if actor is not None:
            longest = index + 1, actor
        words += doc[index].whitespace_
    return longest


@lru_cache(maxsize=20_000)
def may_begin_known(word: str) -> bool:
    """Whether the name of a known body may begin with a word."""
    return codebook_names().may_begin(word)


def noun_ending_at(doc: Tokens, start: int, head: int) -> tuple[ActorNoun, bool] | None:
    """The noun for an actor that ends with the head."""
    return noun_for(tuple(token.lower_ for token in doc[max(start, head - 3) : head + 1]))
