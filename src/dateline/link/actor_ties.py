"""Who may be the same under two names: the ties between entries, each with its reason and how sure it is.

Entries are compared only within blocks that share the sound of a name (codebook/spelling.py), as in record linkage
(Christen, Data Matching, 2012): the work grows with the number of names, not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from dateline.codebook.spelling import ARTICLES, sound_keys
from dateline.link.actor_entries import Key, display_name, id_of

ALIKE = 0.7  # Jaro-Winkler of two spellings that sound the same; below, the letters differ too much
MOST_IN_BLOCK = 40  # entries compared with each other; of a larger block each with the next few by name
NEXT_FEW = 8
SHORTEST_ACRONYM = 3
SURE, SPELLING, INITIAL, ACRONYM = 0.95, 0.9, 0.85, 0.8
STATE_SIDE, OTHER_SIDE = frozenset(("GOV", "MIL", "COP", "LEG", "JUD")), frozenset(("REB", "UAF", "SEP"))


@dataclass(slots=True)
class Known:
    """All that the reports say under one key."""

    key: Key
    names: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    reports: dict[str, None] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return id_of(self.key)

    @property
    def name(self) -> str:
        return display_name(self.key, list(self.names))

    @property
    def country(self) -> str | None:
        """The country that most reports state."""
        return commonest(self.countries)


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Two entries that are taken for one: their ids, why, and how sure that is (0 to 1). `by` is who judged so."""

    one: str
    other: str
    reason: str
    score: float
    by: str | None = None


def commonest(counted: Counter[str]) -> str | None:
    """What was counted most; the first in the alphabet of several."""
    return min(counted, key=lambda value: (-counted[value], value), default=None)


def spelling_ties(known: Iterable[Known]) -> Iterator[Tie]:
    """Ties of one name in several spellings, with initials, or with and without a country."""
    people: dict[Hashable, list[Known]] = defaultdict(list)
    bodies: dict[Hashable, list[Known]] = defaultdict(list)
    for one in known:
        if one.key[0] == "person" and (sounds := sound_keys(one.key[1])):
            people[sounds[-1], sounds[0][:1]].append(one)
        elif one.key[0] == "body":
            bodies[frozenset(sound_keys(one.key[1]))].append(one)
    for block in people.values():
        yield from (tie for a, b in pairs(block) if (tie := person_tie(a, b)))
    for block in bodies.values():
        yield from (tie for a, b in pairs(block) if (tie := body_tie(a, b)))


def pairs(block: Sequence[Known]) -> Iterator[tuple[Known, Known]]:
    """The pairs of a block that are worth comparing; ordered by key, so the same for any order of the reports."""
    block = sorted(block, key=lambda one: one.key)
    if len(block) <= MOST_IN_BLOCK:
        yield from combinations(block, 2)
        return
    for index, one in enumerate(block):
        yield from ((one, other) for other in block[index + 1 : index + 1 + NEXT_FEW])


def person_tie(one: Known, other: Known) -> Tie | None:
    """Two full names of people: the surnames sound the same, and the names before them do or are initials."""
    if not agree(one, other):
        return None
    if one.key[1] == other.key[1]:
        return tie(one, other, "the same name", SURE)
    first, second = one.key[1].split(), other.key[1].split()
    if not sounds_alike(first[-1], second[-1]):
        return None
    short, long = sorted((first[:-1], second[:-1]), key=len)
    if not all(any(sounds_alike(a, b) for b in long) for a in short):
        if all(any(is_initial(a, b) or sounds_alike(a, b) for b in long) for a in short):
            return tie(one, other, "the same surname, and initials that fit", INITIAL)
        return None
    reason = "the same name, more or less full" if len(short) < len(long) else "one name in two spellings"
    return tie(one, other, reason, SPELLING)


def body_tie(one: Known, other: Known) -> Tie | None:
    """Two names of bodies that sound the same, whatever the order of their words."""
    if not agree(one, other):
        return None
    if one.key[1] == other.key[1]:
        return tie(one, other, "the same name", SURE)
    first, second = sorted(one.key[1].split()), sorted(other.key[1].split())
    alike = JaroWinkler.similarity(" ".join(first), " ".join(second)) >= ALIKE
    return tie(one, other, "one name in two spellings", SPELLING) if alike else None


def short_ties(known: Mapping[str, Known], roots: Mapping[str, str]) -> Iterator[Tie]:
    """Ties of surnames and acronyms to the one actor whose full name they may stand for; `roots` says which entries
    were found to be one."""
    surnames: dict[tuple[str, str], set[str]] = defaultdict(set)
    acronyms: dict[str, set[str]] = defaultdict(set)
    for one in known.values():
        words = one.key[1].split()
        if one.key[0] == "person" and one.country:
            surnames[words[-1], one.country].add(roots[one.id])
        elif one.key[0] in {"body", "known"} and len(words) >= SHORTEST_ACRONYM:
            acronyms["".join(word[0] for word in words if word not in ARTICLES).casefold()].add(roots[one.id])
    for one in known.values():
        if one.key[0] == "surname":
            full = surnames.get((one.key[1], one.key[2]), set())
            if len(full) == 1:
                yield tie(one, known[min(full)], "the only one of this surname and country", INITIAL)
        elif one.key[0] == "body" and one.name.isupper() and len(one.key[1]) >= SHORTEST_ACRONYM:
            full = acronyms.get(one.key[1].casefold(), set())
            if len(full) == 1 and agree(one, known[min(full)]):
                yield tie(one, known[min(full)], "the initials of the only such name", ACRONYM)


def agree(one: Known, other: Known) -> bool:
    """Whether neither country nor side speaks against it: nobody is of two countries, nor of the state and of those
    who fight it."""
    if one.country and other.country and one.country != other.country:
        return False
    sides = [(commonest(each.sectors) in STATE_SIDE, commonest(each.sectors) in OTHER_SIDE) for each in (one, other)]
    return not ((sides[0][0] and sides[1][1]) or (sides[0][1] and sides[1][0]))


def tie(one: Known, other: Known, reason: str, score: float) -> Tie:
    """The tie, the same whichever is named first."""
    first, second = sorted((one.id, other.id))
    country = one.country or other.country
    both = one.country == other.country and country
    return Tie(first, second, f"{reason}, and the same country" if both else reason, score)


def sounds_alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one."""
    if one == other:
        return True
    return sound_keys(one) == sound_keys(other) and JaroWinkler.similarity(one, other) >= ALIKE


def is_initial(one: str, other: str) -> bool:
    """Whether one word is the other's first letter."""
    return min(len(one), len(other)) == 1 and one[0] == other[0]
