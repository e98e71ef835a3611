"""What an actor of a report is known by in the whole casebook.

An entry stands for all that reports call by one name: a country, a body of the codebook or of the user's list, a person
in public life, a body with a name of its own, the forces or offices of a country. Its id follows from the name (and the
country that the words state) alone, so it is the same whatever else the casebook holds and in whatever order it came.
Whoever has no such name is known within the report only: "a witness", "Ana Roux, 34".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.codebook.actor_words import actor_cues, common_in_names, known_actors, noun_for
from dateline.codebook.countries import by_code, country_of
from dateline.codebook.names import name_key
from dateline.record import Actor

Key = tuple[str, ...]
# Sectors whose members are in public life: a full name says who is meant. Somebody of any other sector may share it.
PUBLIC = frozenset(("COP", "ELI", "GOV", "JUD", "LEG", "MIL", "OPP", "PTY", "REB", "SEP", "SPY", "UAF"))
TOLD = frozenset(("stated", "known", "list", "whole"))  # how a country is known from the words
LINK_WORDS = frozenset(("of", "the", "for", "and", "in", "to", "s", "de", "la", "del", "a", "an"))
ID_DIGITS = 12
WORD = re.compile(r"[\w']+")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one report says of an actor under a key; `country` is None unless the words tell it."""

    key: Key
    report_id: str
    actor: Actor

    @property
    def id(self) -> str:
        return id_of(self.key)

    @property
    def country(self) -> str | None:
        return told_country(self.actor)


def entries(report_id: str, actors: Sequence[Actor]) -> list[Entry]:
    """An entry for each actor of a report, in their order. Two of them may share a key: then they are one."""
    found: list[Entry] = []
    seen: dict[Key, int] = {}
    for actor in actors:
        key = shared_key(actor)
        if key is None:
            local = ("report", report_id, name_key(actor.name) or actor.name)
            seen[local] = seen.get(local, 0) + 1
            key = (*local, str(seen[local]))
        found.append(Entry(key=key, report_id=report_id, actor=actor))
    return found


def id_of(key: Key) -> str:
    """The id: a country's code, the id of the user's list, or digits that follow from the key."""
    if key[0] in {"state", "list"}:
        return key[1]
    return "a" + hashlib.sha256("\0".join(key).encode()).hexdigest()[:ID_DIGITS]


def is_shared(key: Key) -> bool:
    """Whether an actor of any report may have the key."""
    return key[0] != "report"


def told_country(actor: Actor) -> str | None:
    """The actor's country where the words tell it, not a mere guess from the report."""
    return actor.codes.country if actor.codes.country_basis in TOLD else None


def shared_key(actor: Actor) -> Key | None:
    """The key that the actor has in every report; None where only its own report can tell who it is."""
    if actor.listed is not None:
        return ("list", actor.listed)
    country = told_country(actor)
    if actor.kind == "state" and country and actor.names:
        return ("state", country)
    if known := known_name(actor, country):
        return ("known", known)
    if not actor.names:
        return unit_key(actor, country) or office_key(actor, country)
    return person_key(actor, country) if actor.kind == "person" else body_key(actor, country)


def known_name(actor: Actor, country: str | None) -> str | None:
    """The codebook's name of a body that has one there, if it is not that of another country's body."""
    for name in actor.names:
        known = known_actors().get(name)
        if known is None or (country and known.country not in (None, country)):
            continue
        if has_own_name(known.name) or (known.country and known.country == country):
            return known.name
    return None


def person_key(actor: Actor, country: str | None) -> Key | None:
    """A person in public life, by the full name, or by a surname of a country."""
    words = name_key(actor.names[0]).split()
    if actor.codes.sector not in PUBLIC or not has_own_name(actor.names[0]):
        return None
    if len(words) > 1:
        return ("person", " ".join(words), country or "")
    return ("surname", words[0], country) if country else None


def body_key(actor: Actor, country: str | None) -> Key | None:
    """A body or people by its name; one whose name many countries' bodies share ("the Supreme Court") by its country
    too, which is then, where the words do not tell it, the one that the report speaks of."""
    name = " ".join(word for word in name_key(actor.names[0]).split() if word not in LINK_WORDS)
    if not name:
        return None
    if has_own_name(actor.names[0]):
        return ("body", name, country or "")
    country = country or actor.codes.country
    return ("body", name, country) if country else None


def unit_key(actor: Actor, country: str | None) -> Key | None:
    """An armed unit of a country by its number and kind: "the 155th marine brigade"."""
    words = [word.lower() for word in WORD.findall(actor.name)]
    index = next((index for index, word in enumerate(words) if ORDINAL.fullmatch(word)), None)
    if actor.kind != "armed_unit" or country is None or index is None:
        return None
    for word in words[index + 1 :]:
        found = noun_for((word,))
        if found is not None and found[0].noun_class == "unit" and not found[1]:
            return ("unit", f"{words[index][:-2]} {found[0].word}", country)
    return None


def office_key(actor: Actor, country: str | None) -> Key | None:
    """The forces, the government or another office of a country, told by no more than both: "Iraqi police"."""
    words = WORD.findall(actor.name)
    if country is None or len(words) < 2 or actor.kind not in {"organisation", "armed_unit"}:
        return None
    found = noun_for(tuple(word.lower() for word in words))
    if found is None or found[0].noun_class not in {"body", "unit"}:
        return None
    noun = found[0].word
    before = words[: len(words) - len(noun.split())]
    plain = [word.removesuffix("'s") for word in before]
    if country_of(" ".join(plain)) != country and country_of(" ".join(before)) != country:
        return None
    return ("office", noun, country)


@lru_cache(maxsize=50_000)
def has_own_name(name: str) -> bool:
    """Whether some word of a name is its own, and not a word for offices, bodies, sectors or countries."""
    return any(is_own_word(word) for word in WORD.findall(name))


def is_own_word(word: str) -> bool:
    lower = word.lower().removesuffix("'s")
    if lower in LINK_WORDS or lower in common_in_names() or lower.rstrip("stndrh").isdigit() or country_of(word):
        return False
    return lower not in actor_cues().sectors and noun_for((lower,)) is None


def display_name(key: Key, names: Sequence[str]) -> str:
    """The name by which an entry is shown: a country's own, else the first of the fullest names in the alphabet."""
    if key[0] == "state":
        return by_code()[key[1]].name
    if key[0] == "known":
        return key[1]
    return min(names, key=lambda name: (-len(name.split()), -len(name), name))
