"""What befell the victims of a report in the end: one who is shot in one sentence and dies in the next is dead.

Persons are followed by the actors' clusters. Where these leave one who is hurt and one who dies apart, in a report that
counts no more than single victims, and nothing tells two people, they are taken for the same.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.codebook.actor_words import noun_for
from dateline.read.findings import ActorPhrase, FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.read.victims import HARMS, Harmed, harmed
from dateline.record.values import Measure

AGE = re.compile(r"(\w+)[\s-]+(?:years?|months?)[\s-]+olds?\b|^\W*,\s(\d{1,2})\b", re.IGNORECASE)
PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "herself": "f"}
MORE = re.compile(r"\b(?:another|other|second|third|fourth|also|else)\b", re.IGNORECASE)
FAR = 12  # sentences
NEAR = 24  # characters before a mention in which it may be said to be one more


@dataclass(slots=True)
class Person:
    """All that the report says of one victim by which it is told from another."""

    mentions: list[Harmed] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)
    is_one_more: bool = False

    @property
    def harm(self) -> Measure:
        """Death before injury."""
        return next(measure for measure in HARMS if any(one.harm == measure for one in self.mentions))

    @property
    def is_unnamed(self) -> bool:
        """Whether nothing but pronouns tells of the harm: it may be anybody's of whom it is told elsewhere."""
        return all(is_pronoun(one) for one in self.mentions)

    def may_be(self, other: Person) -> bool:
        """Whether nothing tells two people."""
        apart = min(abs(mine - theirs) for mine in self.sentences for theirs in other.sentences)
        if not 0 < apart <= FAR or self.is_one_more or other.is_one_more:
            return False
        pairs = ((self.genders, other.genders), (self.ages, other.ages))
        one_name = self.names <= other.names or other.names <= self.names  # not "Jo Bell" and "Ana Bell"
        return one_name and all(not mine or not theirs or bool(mine & theirs) for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Fates:
    """The victims of a report, told one by one, by the cluster of their mentions, in the order of the text."""

    persons: Mapping[int, Person]
    cluster: Mapping[int, int]

    @property
    def dead(self) -> list[Person]:
        """Those who were killed."""
        return [person for person in self.persons.values() if person.harm == "killed"]

    def may_have_died(self, person: Person) -> bool:
        """Whether one who is hurt may be one of the dead: not where the same sentence tells of both."""
        dead = [other for other in self.dead if not other.is_unnamed]
        if person.is_unnamed:  # "after he was shot"
            return bool(self.dead)
        beside = any(person.sentences & other.sentences for other in dead)
        return not beside and any(person.may_be(other) for other in self.dead)

    def dies(self, token: int) -> bool:
        """Whether the person whom a word stands for is said to have died."""
        person = self.persons.get(self.cluster.get(token, -1))
        return person is not None and person.harm == "killed"

    def of(self, figure: FigurePhrase) -> Person | None:
        """The victim whom a figure counts, where it counts one."""
        return self.persons.get(self.cluster.get(figure.token, -1))


def fates(parsed: ParsedReport, people: Sequence[ActorPhrase]) -> Fates:
    """Who was killed or hurt, person by person."""
    persons: dict[int, Person] = {}
    starts = [sentence.start for sentence in parsed.sentences]
    for one in harmed(parsed, people):
        person = persons.setdefault(one.phrase.cluster, Person())
        person.mentions.append(one)
        person.sentences.add(bisect_right(starts, one.phrase.token))
        before = parsed.report.text[max(0, one.phrase.span.start - NEAR) : one.phrase.span.end]
        person.is_one_more |= MORE.search(before) is not None
    for phrase in people:
        if phrase.cluster in persons:
            describe(parsed, phrase, persons[phrase.cluster])
    return Fates(persons, {phrase.token: phrase.cluster for phrase in people})


def describe(parsed: ParsedReport, phrase: ActorPhrase, person: Person) -> None:
    """Notes name, gender and age that a mention tells."""
    span, token = phrase.span, parsed.doc[phrase.token]
    if phrase.is_name:
        person.names.update(word.lower() for word in span.text.split() if word[:1].isupper())
    noun = noun_for((token.lower_,))
    harmed_here = any(one.phrase.token == phrase.token for one in person.mentions)
    gender = PRONOUNS.get(token.lower_) if harmed_here else None  # other pronouns are resolved too loosely
    if gender := gender or (noun[0].gender if noun else None):
        person.genders.add(gender)
    for text in (span.text, parsed.report.text[span.end : span.end + 5]):
        person.ages.update(found[1] or found[2] for found in AGE.finditer(text))


def with_fates(figures: Iterable[FigurePhrase], told: Fates) -> Iterator[FigurePhrase]:
    """The figures; a victim counted as hurt who dies elsewhere in the report is counted as killed."""
    known = list(figures)
    several = any((figure.best or 0) > 1 for figure in known if figure.measure in (*HARMS, "casualties"))
    for figure in known:
        person = told.of(figure) if figure.measure == "injured" and is_single(figure) else None
        dies = person is not None and (person.harm == "killed" or (not several and told.may_have_died(person)))
        yield replace(figure, measure="killed") if dies else figure


def is_single(figure: FigurePhrase) -> bool:
    """Whether a figure counts one person, no more and no less."""
    return figure.low == figure.best == figure.high == 1


def lone_victims(told: Fates, found: Sequence[FigurePhrase]) -> Iterator[FigurePhrase]:
    """The first person of whom death, and of whom injury, is told, as a count of one, where the report gives no count
    of the killed or the injured above none."""
    counted = {figure.measure for figure in found if figure.best != 0}
    for measure in HARMS:
        if measure in counted:
            continue
        persons = (person for person in told.persons.values() if person.harm == measure)
        dead_counted = measure == "injured" and "killed" in counted
        alive = (one for one in persons if measure == "killed" or not told.may_have_died(one))
        first = next((one for one in alive if not (dead_counted and one.is_unnamed)), None)
        if first is not None:
            named = (one.phrase for one in first.mentions if one.harm == measure and not is_pronoun(one))
            phrase = next(named, first.mentions[0].phrase)
            yield FigurePhrase(phrase.span, phrase.token, 1.0, 1.0, 1.0, "exact", measure)


def is_pronoun(one: Harmed) -> bool:
    """Whether a mention says nothing of who is meant."""
    return one.phrase.span.text.lower() in PRONOUNS
