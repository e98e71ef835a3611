"""Countries and sectors of actors, from the words that name and describe them.

Sectors follow PLOVER's table "Sector Primary Codes" (PLOVER manual): a former official is ELI, a spokesperson has the
sector of those spoken for where they are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from dateline.codebook.actor_words import ActorNoun, actor_cues, known_actors, noun_for
from dateline.codebook.countries import country_of, country_of_capital, words_for_countries
from dateline.codebook.names import name_key
from dateline.read.actor_scene import may_begin_known
from dateline.read.tokens import Doc, Token
from dateline.record.values import Sector

LONGEST_COUNTRY = 4  # words
LONGEST_KNOWN = 7  # words
FORMER = frozenset(("former", "ex", "ex-", "retired", "late"))
STEPS_AWAY = frozenset(("to", "against", "in", "on", "with", "at"))
CARRYING = (
    "-backed",
    "-led",
    "-based",
    "-born",
    "-trained",
    "-made",
    "-funded",
    "-style",
    "-owned",
    "-controlled",
    "-occupied",
    "-held",
)
OFFICIAL = frozenset(("GOV", "LEG"))


def country_in(words: Sequence[Token]) -> str | None:
    """The country that a phrase names, by name, adjective or people: "Russia's Pacific Fleet", "Iraqi police"."""
    index = 0
    while index < len(words):
        if words[index].lower_ in STEPS_AWAY and index:
            return None
        code, length = country_at(words, index)
        if code and not is_carried(words, index + length):
            return code
        index += max(length, 1)
    return None


def country_at(words: Sequence[Token], index: int) -> tuple[str | None, int]:
    """The country named from this word on, and by how many words."""
    if not words[index].text[:1].isupper() or not may_begin_country(words[index].text):
        return None, 1
    for length in range(min(LONGEST_COUNTRY, len(words) - index), 0, -1):
        if words[index + length - 1].is_punct and length > 1:
            continue
        text = "".join(token.text_with_ws for token in words[index : index + length]).strip()
        if code := country_of(text):
            return code, length
    return None, 1


@lru_cache(maxsize=20_000)
def may_begin_country(word: str) -> bool:
    """Whether the names of a country or people, or the words for them, may begin with the word."""
    key = name_key(word)
    return not key or key.split()[0] in first_words_of_countries()


@cache
def first_words_of_countries() -> frozenset[str]:
    """The first words of all words for countries, as keys."""
    return frozenset(key.split()[0] for key in words_for_countries() if key) | {"st", "the"}


def is_carried(words: Sequence[Token], index: int) -> bool:
    """Whether the country is only who backs or leads: "Russian-backed rebels"."""
    rest = "".join(token.text for token in words[index : index + 2]).lower()
    return rest.startswith(CARRYING)


def sector_of(words: Sequence[Token], head: int) -> Sector | None:
    """The sector that a phrase tells; `head` is the index of its head among the words. None where it tells none."""
    lower = tuple(token.lower_ for token in words)
    if (known := known_sector(words)) is not None:
        return known
    found = noun_for(lower[max(0, head - 3) : head + 1])
    if found is None:
        return modifier_sector(lower, head, head) or counted_sector(lower, head)
    noun = found[0]
    sector = noun.sector
    if noun.is_open or (noun.noun_class in {"crowd", "kin"} and noun.sector != "CVL") or noun.word == "worker":
        sector = modifier_sector(lower, head - noun.word.count(" "), head) or noun.sector
    if sector in OFFICIAL and noun.is_person and any(word in FORMER for word in lower[:head]):
        return "ELI"
    return sector


def known_sector(words: Sequence[Token]) -> Sector | None:
    """The sector of a known body named in the phrase: "Islamic State militants"."""
    for index, token in enumerate(words):
        if not may_begin_known(token.text):
            continue
        for length in range(min(LONGEST_KNOWN, len(words) - index), 0, -1):
            text = "".join(word.text_with_ws for word in words[index : index + length]).strip()
            if (actor := known_actors().get(text)) and actor.sector:
                return actor.sector
    return None


def modifier_sector(lower: Sequence[str], first: int, last: int) -> Sector | None:
    """The sector told by the words around an open noun, the nearest before it first: "hospital workers", "a member of
    the militia"; not by what only says how high or how long: "veteran politicians". The noun's words are `first` to
    `last`."""
    sectors, around = actor_cues().sectors, actor_cues().around_titles
    skipped = open_nouns(lower, first)
    for index in (*range(first - 1, -1, -1), *range(last + 1, len(lower))):
        word = lower[index].removesuffix("'s").removesuffix("’s")
        if index in skipped or word in around:
            continue
        if word in sectors:
            return sectors[word]
        found = noun_for(tuple(lower[max(0, index - 2) : index + 1]))
        if found and not found[0].is_open and tells_sector(found[0]):
            return found[0].sector
    return None


def open_nouns(lower: Sequence[str], head: int) -> set[int]:
    """The words before the head that belong to a longer noun which tells no sector: those of "general secretary"."""
    found: set[int] = set()
    for index in range(head):
        noun = noun_for(tuple(lower[max(0, index - 2) : index + 1]))
        if noun is not None and noun[0].is_open and " " in noun[0].word:
            found.update(range(index - noun[0].word.count(" "), index + 1))
    return found


def counted_sector(lower: Sequence[str], head: int) -> Sector | None:
    """The sector of those who are counted: "tens of thousands of people"."""
    found = noun_for(tuple(lower[max(head + 1, len(lower) - 4) :]))
    return found[0].sector if found is not None else None


def tells_sector(noun: ActorNoun) -> bool:
    """Whether a noun beside another tells that one's sector: not "people", not "son", not "general" in "general
    insurance"."""
    return noun.sector is not None and noun.sector != "CVL" and not noun.is_name_only


def countries_named(doc: Doc) -> Iterator[str]:
    """The countries that a report names, each as often as it does: by name, adjective, people or capital."""
    index, words = 0, list(doc)
    while index < len(words):
        token = words[index]
        length = 1
        if token.text[:1].isupper() and (token.pos_ in {"PROPN", "ADJ", "NOUN"}):
            code, length = country_at(words, index)
            code = code or (country_of_capital(token.text) if token.pos_ == "PROPN" else None)
            if code and not is_carried(words, index + length):
                yield code
        index += length
