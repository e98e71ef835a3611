"""Private people: who they are in a record, and how their names are hidden.

A person is private unless the report gives an office, a command or the task of speaking for somebody
(`data/public_roles.txt`), or the person is coded to a sector that acts by office (`data/public_sectors.txt`), or signs
the report. (A person who is only ever called by the name of a place that the gazetteer knows is taken for that place.)
In doubt a name is hidden: a mask can be lifted, a name that was given away cannot be taken back. A masked
text has the length of the unmasked one, so that every span stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.export.word_lists import word_list
from dateline.record import Actor, ActorMention, Record, Span

MASK = "█"
WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f]*")  # letters, with the accents that stand alone
AGE = re.compile(r",\s(?:aged\s)?\d{1,3},")
OPEN, NAMED, KEPT = 0, 1, 2  # a character of the text: in no mention, in a private person's, in one to be left alone


@dataclass(frozen=True, slots=True)
class Veil:
    """What is hidden of one record: its text with the names masked, the masked names of private actors by id, and the
    words (case-folded) that are hidden wherever they stand."""

    text: str
    names: Mapping[str, str]
    words: frozenset[str]

    def over(self, words: str) -> str:
        """Other words of the same report (its title, an actor's name) with the hidden ones masked."""
        return WORD.sub(lambda found: hidden(found[0]) if self.hides(found[0]) else found[0], words)

    def hides(self, word: str) -> bool:
        """Whether the word is masked wherever it stands."""
        return not word[0].islower() and word.casefold() in self.words


def veil_of(record: Record) -> Veil | None:
    """What has to be hidden of a record; None where it names no private person."""
    text = record.report.text
    private = {actor.id: actor for actor in private_actors(record)}
    if not private:
        return None
    kinds = character_kinds(record, private)
    named = {
        found[0].casefold()
        for found in WORD.finditer(text)
        if kinds[found.start()] == NAMED and may_name(found[0]) and found.end() - found.start() > 1
    }
    words = frozenset(named - public_words(record, private) - lower_case_words(text))
    veil = Veil("", {}, words)

    def shown(found: re.Match[str]) -> str:
        kind = kinds[found.start()]
        is_name = (kind == NAMED and may_name(found[0])) or (kind == OPEN and veil.hides(found[0]))
        return hidden(found[0]) if is_name else found[0]

    return Veil(WORD.sub(shown, text), {id: hidden_name(actor.name) for id, actor in private.items()}, words)


def private_actors(record: Record) -> Iterator[Actor]:
    """The people of a record who have a name and no public role."""
    places = {(place.start, place.end) for place in record.mentions.places if place.gazetteer_id is not None}
    mentions: dict[str, list[ActorMention]] = {}
    for mention in record.mentions.actors:
        mentions.setdefault(mention.actor_id, []).append(mention)
    authors = {word.casefold() for author in signatures(record) for word in WORD.findall(author)}
    for actor in record.actors:
        called = mentions.get(actor.id, [])
        is_place = bool(called) and all((mention.start, mention.end) in places for mention in called)
        words = [actor.name, *(mention.text for mention in called)]
        named = {word.casefold() for text in words for word in WORD.findall(text) if may_name(word)}
        is_named = bool(named - authors) and not is_place
        if is_named and is_person(actor, called, record.report.text) and not is_public(actor, words):
            yield actor


def is_person(actor: Actor, called: list[ActorMention], text: str) -> bool:
    """Whether it is a person, by its kind or because an age follows the name ("Mara Endt, 41, who sells tomatoes")."""
    return actor.kind == "person" or any(AGE.match(text, mention.end) for mention in called)


def signatures(record: Record) -> list[str]:
    """Who signs and who publishes the report, by its metadata and its bylines."""
    report = record.report
    return [
        *report.authors,
        report.publisher or "",
        *(report.text[part.start : part.end] for part in report.sections if part.kind == "byline"),
    ]


def is_public(actor: Actor, words: list[str]) -> bool:
    """Whether the sector, an attribute or the words of a mention give the person a public role."""
    said = [
        *words,
        *(f"{attribute.value} {attribute.text}" for attribute in actor.attributes if attribute.name != "home"),
    ]
    if actor.kind == "person" and actor.codes.sector in word_list("public_sectors.txt"):
        return True  # the sector of what was taken for another kind than it is says nothing
    roles = word_list("public_roles.txt")
    return any(word in roles for text in said for word in re.findall(r"[\w-]+", text.casefold()))


def character_kinds(record: Record, private: Mapping[str, Actor]) -> bytearray:
    """For each character of the text the kind of the shortest mention that it stands in."""
    mentions = record.mentions
    marked: list[tuple[Span, int]] = [(span, NAMED if span.actor_id in private else KEPT) for span in mentions.actors]
    marked += [(span, KEPT) for span in (*mentions.places, *mentions.times)]
    kinds = bytearray(len(record.report.text))
    for span, kind in sorted(marked, key=lambda pair: (pair[0].start - pair[0].end, -pair[1])):
        kinds[span.start : span.end] = bytes([kind]) * (span.end - span.start)
    return kinds


def public_words(record: Record, private: Mapping[str, Actor]) -> set[str]:
    """The words by which others than private people are called: "Banda" the minister beside "Banda" the teacher."""
    names = [actor.name for actor in record.actors if actor.id not in private]
    names += [mention.text for mention in record.mentions.actors if mention.actor_id not in private]
    names += [place.text for place in record.mentions.places]
    return {word.casefold() for name in names for word in WORD.findall(name)}


def lower_case_words(text: str) -> set[str]:
    """The words that the text also writes small: common words, whatever else they name."""
    return {word for word in WORD.findall(text) if word[0].islower()}


def may_name(word: str) -> bool:
    """Whether a word of a person's mention belongs to the name: not written small, no pronoun, no form of address."""
    return not word[0].islower() and word.casefold() not in word_list("never_names.txt")


def hidden_name(name: str) -> str:
    """A private person's name with all that names in it masked."""
    return WORD.sub(lambda found: hidden(found[0]) if may_name(found[0]) else found[0], name)


def hidden(word: str) -> str:
    """As many masks as the word has characters."""
    return MASK * len(word)
