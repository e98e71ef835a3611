"""Names in noun phrases: which words are the name, and which are titles before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.codebook.actor_words import PERSON_CLASSES, actor_cues, noun_for
from dateline.codebook.countries import country_of
from dateline.read.tokens import Doc, Token

Tokens = Doc | Sequence[Token]
PARTICLES = frozenset(
    [
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "ad",
        "ud",
        "ul",
        "bin",
        "bint",
        "ibn",
        "ben",
        "von",
        "van",
        "der",
        "den",
        "ter",
        "ten",
        "y",
        "e",
        "of",
        "abu",
        "umm",
        "mac",
        "st",
    ]
)
JOINERS = frozenset("-–'’.")
BEHIND_NAMES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
LONGEST_TITLE = 4  # words


def name_words(doc: Tokens, start: int, head: int) -> tuple[int, int]:
    """The bounds of a person's name that ends with the head: the proper nouns before it without the titles.

    "former Prime Minister Ana Roux" gives "Ana Roux"; a title alone gives the title.
    """
    first = head
    while first > start and belongs_to_name(doc[first - 1]):
        first -= 1
    while first < head and (
        doc[first].lower_ in PARTICLES - {"al", "el", "abu", "umm", "bin", "ben"} or not doc[first].text[0].isalnum()
    ):
        first += 1
    return after_titles(doc, max(first, start_of_tagged(doc, first, head)), head), head + 1


def start_of_tagged(doc: Tokens, first: int, head: int) -> int:
    """Where the tagger of names saw the person's name of several words begin; the first word where it saw none."""
    begin = head
    while begin > first and doc[begin].ent_iob_ == "I" and doc[begin].ent_type_ == "PERSON":
        begin -= 1
    return begin if begin < head and doc[begin].ent_type_ == "PERSON" else first


def belongs_to_name(token: Token) -> bool:
    """Whether a token before a name's last word may be part of the name."""
    if token.pos_ == "PROPN" or token.lower_ in PARTICLES or token.text in JOINERS:
        return True
    return token.text[:1].isupper() and token.dep_ in {"compound", "amod", "nmod"}


def after_titles(doc: Tokens, first: int, head: int) -> int:
    """The index of the first word that is no title, office, rank or country word; the head at the latest."""
    while first < head:
        length = title_length(doc, first, head)
        if not length:
            break
        first += length
    for index in range(head - 1, first, -1):
        if is_office(doc[index]) and doc[index + 1].lower_ not in BEHIND_NAMES:
            return index + 1
    return first


def is_office(token: Token) -> bool:
    """Whether a word inside a row of capitals is an office or a rank: "Mayor" in "Ramallah Mayor Rami Hamid"."""
    found = noun_for((token.lower_,))
    return found is not None and found[0].noun_class in {"office", "rank"} and not found[0].is_name_only


def title_length(doc: Tokens, first: int, head: int) -> int:
    """How many words from here on are a title before the name; 0 where the name begins."""
    cues = actor_cues()
    word = doc[first].lower_
    if word in cues.titles or word in cues.around_titles or doc[first].text in JOINERS:
        return 1
    for length in range(min(LONGEST_TITLE, head - first), 0, -1):
        words = tuple(token.lower_ for token in doc[first : first + length])
        found = noun_for(words)
        if found and found[0].noun_class in PERSON_CLASSES and length_of(found[0].word) == length:
            return length
    if first + 1 < head and country_of(doc[first].text) and title_length(doc, first + 1, head):
        return 1
    return 0


def length_of(word: str) -> int:
    return word.count(" ") + 1


def has_title(doc: Tokens, start: int, head: int) -> bool:
    """Whether a title, an office or a rank stands directly before the name that ends with the head."""
    first = head
    while first > start and belongs_to_name(doc[first - 1]):
        first -= 1
    return any(title_length(doc, index, head) for index in range(max(start, first - 1), head))


def text_of(words: Iterable[Token]) -> str:
    """The words as they stand in the text."""
    return "".join(word.text_with_ws for word in words).strip()


def name_key_of(words: Sequence[str]) -> tuple[str, ...]:
    """A name's words as a key: lower case, without possessive endings, full stops and what is no letter or digit."""
    plain = (word.casefold().removesuffix("'s").removesuffix("’s").strip(".'’\"“”,()-–") for word in words)
    return tuple(word for word in plain if word)
