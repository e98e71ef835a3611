"""A count in the parse, and what "shot dead" or "killed and wounded" make of its measure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from dateline.codebook.figure_words import MeasureWords
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record.values import Measure

FARTHEST_JOINED = 4  # tokens between "killed" and "wounded" where one count is of both
PLACING = frozenset(("outside", "inside", "near"))
Told = tuple[Measure, Token]  # a measure, and the word that told it


@dataclass(frozen=True, slots=True)
class Counted:
    """A count in the parse: tokens `first` to `last` are its words, `number` their head, `noun` what is counted."""

    first: Token
    last: Token
    number: Token
    noun: Token | None

    @property
    def node(self) -> Token:
        """The word by which the count hangs in the sentence."""
        if self.noun is not None and self.noun in (self.number.head, self.number.head.head):
            return self.noun if self.number.dep_ != "prep" and self.number.i < self.noun.i else self.number
        return self.number

    @property
    def end(self) -> int:
        """The index behind the counted words."""
        return max(self.last.i, self.noun.i if self.noun is not None else 0) + 1


def joined(measure: Measure, word: Token, counted: Counted, words: MeasureWords) -> Measure:
    """ "Casualties" where one count is of several harms together ("300 killed, wounded and missing")."""
    if measure not in ("killed", "injured", "missing"):
        return measure
    is_hit = word.lemma_.lower() in words.hits
    for other in joined_words(word):
        lemma = other.lemma_.lower()
        if measure == "killed" and (word.lower_ == "fatally" or is_hit or lemma in words.hits):
            continue  # "fatally wounded", "shot and fatally wounded": the wounded are those who died
        also = words.state.get(other.lower_) or words.state.get(lemma) or words.patient.get(lemma)
        if also in ("killed", "injured", "missing") and also != measure and not has_count(other, counted):
            return "casualties"
    return measure


def joined_words(word: Token) -> Iterator[Token]:
    """The words coordinated with one: those of the parse near it, and those that follow between commas."""
    near = [other for other in word.conjuncts if abs(other.i - word.i) <= FARTHEST_JOINED]
    yield from near
    for other in word.doc[word.i + 1 : word.i + 2 + FARTHEST_JOINED]:
        if other.lower_ in (",", "and", "or"):
            continue
        if other.tag_ not in ("VBN", "JJ", "VBD"):
            return
        if other not in near:
            yield other


def has_count(token: Token, counted: Counted) -> bool:
    """Whether a word has a subject, object or number of its own."""
    lemma = token.head.lemma_.lower()
    if token.lemma_.lower() == "kill" and lemma == "shoot":
        return True  # "shot and killed" is one death
    done_to = counted.node.dep_ == "dobj"  # "the blast killed and wounded 40": the subject counts nobody
    own = ("dobj", "nummod", "npadvmod") if done_to else ("nsubj", "nsubjpass", "dobj", "nummod", "npadvmod")
    return any(child.dep_ in own and child != counted.node for child in token.children)


def fatal(verb: Token, measure: Measure) -> Measure:
    """ "Killed" where a wounding verb is said to end in death: "shot dead", "fatally stabbed", "beaten to death"."""
    if measure != "injured":
        return measure
    reach = next((token.i for token in verb.doc[verb.i + 1 : verb.i + 6] if token.like_num), verb.i + 6)
    first, end = sentence_bounds(verb)
    around = verb.doc[max(verb.i - 1, first) : min(reach, end)]
    near = {token.lower_ for token in around}  # "five were shot, one fatally"
    after = [token.lower_ for token in verb.doc[verb.i + 1 : min(verb.i + 7, end)]]
    to_death = ("to", "death") in pairwise(after)
    and_killed = after[:2] == ["and", "killed"]
    return "killed" if to_death or and_killed or "fatally" in near or "dead" in near else measure


def has_object(verb: Token) -> bool:
    """Whether the verb has an object of its own; not "four people shot outside bar", as headlines have it."""
    objects = (child for child in verb.children if child.dep_ == "dobj")
    return any(not (child.i > verb.i + 1 and verb.nbor().lower_ in PLACING) for child in objects)


def hospital_reached(verb: Token, words: MeasureWords) -> Token | None:
    """The preposition before the hospital that somebody is brought to: "was flown to the Mercy Medical Center"."""
    if any(words.subject.get(token.lemma_.lower()) == "killed" or token.lower_ == "dead" for token in verb.subtree):
        return None  # "was taken to hospital, where she died"
    for preposition in verb.rights:
        if preposition.dep_ == "prep" and preposition.lower_ in ("to", "into"):
            for place in preposition.children:
                center = place.lower_ in ("center", "centre")
                before = {child.lower_ for child in place.lefts}
                if place.lower_ in words.hospitals or (center and before & words.hospital_centers):
                    return preposition
    return None


def counts_people(counted: Counted, words: MeasureWords) -> bool:
    """Whether people are counted, as far as the words tell."""
    noun = counted.noun
    if noun is None or noun.ent_type_ == "NORP":
        return True
    lemma = noun.lemma_.lower()
    if lemma in words.people or lemma in words.counted_by_default:
        return True
    return lemma not in words.things and noun.tag_ == "NNS" and noun.lower_.endswith(words.people_suffixes)
