"""Words for actors: nouns by class and sector, bodies known by name, and the words around actors.

Loaded from `data/actor_nouns.toml`, `data/actor_cues.toml` and `data/known_actors.csv`, which state their origin.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from dateline.errors import CodebookError
from dateline.record.values import ActorKind, Sector

NounClass = Literal["office", "rank", "fighter", "human", "kin", "crowd", "body", "unit", "state"]
Gender = Literal["m", "f"]

PERSON_CLASSES = frozenset(("office", "rank", "fighter", "human", "kin"))
KIND_OF_CLASS: Mapping[str, ActorKind] = {
    "crowd": "group",
    "body": "organisation",
    "unit": "armed_unit",
    "state": "state",
}
LONGEST_NOUN = 4  # words
NAME_BREAK = re.compile(r"[ '’-]")  # up to where a word may begin a name
IRREGULAR_PLURALS = {
    "people": "people",
    "children": "child",
    "police": "police",
    "clergy": "clergy",
    "corpses": "corpse",
    "wives": "wife",
    "thieves": "thief",
}


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun for an actor. `is_open` nouns ("leader") leave the sector to their modifiers; `sector` is the one without
    any. `is_weak` ones ("hospital") name a building as often; `is_name_only` ones ("front") count in names alone."""

    word: str
    noun_class: NounClass
    sector: Sector | None
    is_open: bool = False
    gender: Gender | None = None
    is_weak: bool = False
    is_name_only: bool = False

    @property
    def is_person(self) -> bool:
        """Whether the singular stands for one human being."""
        return self.noun_class in PERSON_CLASSES

    def kind(self, *, plural: bool) -> ActorKind:
        """The kind of actor that the noun in this number stands for."""
        if not self.is_person:
            several = plural and self.noun_class in {"state"}
            return "group" if several else KIND_OF_CLASS[self.noun_class]
        if not plural:
            return "person"
        return "armed_unit" if self.noun_class == "fighter" else "group"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A body known by its name: the fullest name, kind, sector and country (None: international, or not known)."""

    name: str
    kind: ActorKind
    sector: Sector | None
    country: str | None


class NameTable:
    """Names of bodies as they are written, to be looked for word by word."""

    def __init__(self, names: Mapping[str, KnownActor]) -> None:
        self.names = names
        self.first_words = frozenset(NAME_BREAK.split(name)[0] for name in names)

    def get(self, words: str) -> KnownActor | None:
        """The body of this name."""
        return self.names.get(words)

    def may_begin(self, word: str) -> bool:
        """Whether a name may begin with a word."""
        return bool(self.names) and NAME_BREAK.split(word)[0] in self.first_words


@dataclass(frozen=True, slots=True)
class ActorCues:
    """The words around actors; what each list is for stands in the data file."""

    speech_verbs: frozenset[str]
    act_verbs: frozenset[str]
    suffer_verbs: frozenset[str]
    sectors: Mapping[str, Sector]
    titles: Mapping[str, Gender | None]
    around_titles: frozenset[str]
    quantities: frozenset[str]
    single_people: frozenset[str]
    adjectives: frozenset[str]
    taken_up: Mapping[str, frozenset[str]]
    things: frozenset[str]
    deeds: frozenset[str]
    reference: Mapping[str, frozenset[str]]
    positions: Mapping[str, frozenset[str]]


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """All nouns by their singular, in lower case; words of several parts are joined by one space."""
    weak = cue_table()["weak"]
    weak_words, name_only = frozenset(weak["words"]), frozenset(weak["name_only"])
    nouns: dict[str, ActorNoun] = {}
    for entry in tomllib.loads(read_data("actor_nouns.toml"))["nouns"]:
        sector = checked_sector(entry.get("sector"), "actor_nouns.toml")
        for word in entry["words"]:
            noun = ActorNoun(
                word=word,
                noun_class=entry["class"],
                sector=sector,
                is_open=entry.get("open", False),
                gender=entry.get("gender"),
                is_weak=word in weak_words,
                is_name_only=word in name_only,
            )
            nouns.setdefault(word, noun)
    return nouns


@cache
def known_actors() -> dict[str, KnownActor]:
    """Bodies known by name, by every spelling of the name, as written."""
    rows = csv.DictReader(line for line in read_data("known_actors.csv").splitlines() if not line.startswith("#"))
    known: dict[str, KnownActor] = {}
    for row in rows:
        names = row["name"].split(";")
        full = max(names, key=len)
        sector = checked_sector(row["sector"] or None, "known_actors.csv")
        if row["kind"] not in get_args(ActorKind):
            raise CodebookError(f"known_actors.csv, {full}: {row['kind']!r} is no kind of actor")
        actor = KnownActor(full, cast(ActorKind, row["kind"]), sector, row["country"] or None)
        for name in names:
            known.setdefault(name, actor)
            known.setdefault(name.replace("'", "").replace("’", ""), actor)
    return known


@cache
def codebook_names() -> NameTable:
    """The names of the codebook's bodies, to be looked for in texts."""
    return NameTable(known_actors())


@cache
def common_in_names() -> frozenset[str]:
    """Words that the names of bodies of many countries share: "national", "supreme"."""
    lines = read_data("common_in_names.txt").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def abbreviated_titles() -> tuple[str, ...]:
    """Abbreviations of titles and ranks, as written before names, with their full stop."""
    return tuple(cue_table()["titles"]["abbreviated"])


@cache
def actor_cues() -> ActorCues:
    """The words around actors."""
    data = cue_table()
    sectors = {
        word: checked_sector(code, "actor_cues.toml") for code, words in data["sectors"].items() for word in words
    }
    titles: dict[str, Gender | None] = dict.fromkeys(data["titles"]["any"])
    titles |= dict.fromkeys(data["titles"]["m"], "m") | dict.fromkeys(data["titles"]["f"], "f")
    return ActorCues(
        speech_verbs=frozenset(data["verbs"]["speech"]),
        act_verbs=frozenset(data["verbs"]["act"]),
        suffer_verbs=frozenset(data["verbs"]["suffer"]),
        sectors={word: sector for word, sector in sectors.items() if sector},
        titles=titles,
        around_titles=frozenset(data["titles"]["around"]),
        quantities=frozenset(data["quantities"]["words"]),
        single_people=frozenset(data["quantities"]["one"]),
        adjectives=frozenset(data["quantities"]["adjectives"]),
        taken_up={name: frozenset(words) for name, words in data["taken_up"].items()},
        things=frozenset(data["things"]["words"]),
        deeds=frozenset(data["deeds"]["words"]),
        reference={name: frozenset(words) for name, words in data["reference"].items()},
        positions={name: frozenset(words) for name, words in data["positions"].items()},
    )


def noun_for(words: tuple[str, ...]) -> tuple[ActorNoun, bool] | None:
    """The longest noun that the words end in, and whether it stands in the plural: ("riot", "policemen") gives
    "policeman" in the plural. The words are in lower case; hyphens between them count for nothing. None where they end
    in no noun for an actor."""
    words = tuple(word for word in words if word != "-")  # the parser's tokens of "attorney-general"
    if not words or not (forms := forms_of_nouns(words[-1])):
        return None
    nouns = actor_nouns()
    for length in range(min(LONGEST_NOUN, len(words)), 0, -1):
        before = words[len(words) - length : -1]
        for single, is_plural in forms:
            noun = nouns.get(" ".join((*before, single)))
            if noun is not None:
                return noun, is_plural
    return None


@lru_cache(maxsize=20_000)
def forms_of_nouns(word: str) -> tuple[tuple[str, bool], ...]:
    """Those of a word's forms in which some noun for an actor ends."""
    return tuple(form for form in forms_of(word) if form[0] in last_words_of_nouns())


@cache
def last_words_of_nouns() -> frozenset[str]:
    """The words that nouns for actors end in."""
    return frozenset(noun.rpartition(" ")[2] for noun in actor_nouns())


def forms_of(word: str) -> tuple[tuple[str, bool], ...]:
    """The word itself, and the singulars that it may be the plural of."""
    if word in IRREGULAR_PLURALS:
        return ((IRREGULAR_PLURALS[word], True),)
    forms = [(word, False)]
    if word.endswith("men"):
        forms.append((word[:-3] + "man", True))
    if word.endswith("ies"):
        forms.append((word[:-3] + "y", True))
    if word.endswith("es"):
        forms.append((word[:-2], True))
    if word.endswith("s") and not word.endswith("ss"):
        forms.append((word[:-1], True))
    return tuple(forms)


def checked_sector(code: str | None, file: str) -> Sector | None:
    """The code as a sector; CodebookError where PLOVER has none of this name."""
    if code is not None and code not in get_args(Sector):
        raise CodebookError(f"{file}: {code!r} is no PLOVER sector")
    return cast("Sector | None", code)


@cache
def cue_table() -> dict[str, Any]:
    """The table of words around actors, as the file has it."""
    return tomllib.loads(read_data("actor_cues.toml"))


def read_data(name: str) -> str:
    """The text of a data file of the codebook."""
    return files("dateline.codebook").joinpath("data", name).read_text(encoding="utf-8")
