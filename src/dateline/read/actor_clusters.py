"""Actors as known so far while a report is gone through, and what a phrase says that tells one from another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.codebook.actor_words import Gender, actor_cues, noun_for
from dateline.codebook.countries import country_of
from dateline.read.actor_names import Tokens
from dateline.read.actor_scene import Candidate
from dateline.read.tokens import Token
from dateline.record.values import ActorKind

TELLING = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
LINKS = frozenset(("of", "the", "for", "and", "to", "de", "la", "del"))
WHOLE_BODIES = frozenset(("body", "unit", "state"))


@dataclass(slots=True, eq=False)
class Cluster:
    """One actor, as known so far."""

    number: int
    kind: ActorKind
    plural: bool
    gender: Gender | None = None
    country: str | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    counts: frozenset[str] = frozenset()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Description:
    """What a phrase says: its head, the words that tell it from others of its kind, its numbers, its country."""

    head: str
    words: frozenset[str]
    counts: frozenset[str]
    country: str | None
    definite: bool
    indefinite: bool
    bare: bool


def describe(doc: Tokens, candidate: Candidate) -> Description:
    """What the candidate's phrase says."""
    reference = actor_cues().reference
    head = head_word(doc, candidate)
    skipped = reference["empty"] | set(head.split())
    words: set[str] = set()
    counts: set[str] = set()
    country: str | None = candidate.country
    for token in doc[candidate.start : candidate.end]:
        if token.i == candidate.token or token.is_space or token.is_punct:
            continue
        if token.pos_ == "NUM" or token.like_num:
            counts.add(token.lower_)
        elif token.text[:1].isupper() and (code := country_of(token.text)):
            country = country or code
        elif token.pos_ in TELLING and token.lower_ not in skipped and "-year-old" not in token.lower_:
            words.add(token.lower_)
    first = doc[candidate.start].lower_ if candidate.start < candidate.token else ""
    return Description(
        head=head,
        words=frozenset(words),
        counts=frozenset(counts),
        country=country,
        definite=first in reference["definite"],
        indefinite=first in reference["indefinite"],
        bare=candidate.start == candidate.token,
    )


def head_word(doc: Tokens, candidate: Candidate) -> str:
    """The noun's singular, or the token's lemma."""
    if candidate.noun is not None:
        return candidate.noun.word
    if candidate.sort == "name" and candidate.kind != "person":
        found = noun_for(
            tuple(token.lower_ for token in doc[max(candidate.core[0], candidate.token - 3) : candidate.token + 1])
        )
        if found is not None:
            return found[0].word
    return doc[candidate.token].lemma_.lower()


def title_gender(tokens: Iterable[Token], candidate: Candidate) -> Gender | None:
    """The gender that a title before the name, or the noun, tells."""
    titles = actor_cues().titles
    for token in tokens:
        if gender := titles.get(token.lower_):
            return gender
    return candidate.noun.gender if candidate.noun else None


def describes(description: Description, cluster: Cluster, candidate: Candidate) -> bool:
    """Whether a description may take up an actor described with the same head word."""
    if description.counts and cluster.counts and description.counts != cluster.counts:
        return False
    if description.country and cluster.country and description.country != cluster.country:
        return False
    same_words = description.words == cluster.words
    if description.country and not cluster.country and not same_words:
        return False
    if candidate.noun is not None and candidate.noun.noun_class in WHOLE_BODIES and same_words:
        return True
    if not description.words <= cluster.words | {description.head}:
        return False
    if description.definite:
        return True
    bare_plural = candidate.plural and not description.words and not cluster.counts
    return not description.counts and (same_words or bare_plural)


def compatible(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether a phrase may stand for an actor of the cluster's kind."""
    if cluster.kind == candidate.kind:
        return True
    if "person" in (cluster.kind, candidate.kind):
        return False
    return cluster.kind != "state" or candidate.kind == "state"


def initials(name: str) -> str:
    """The capitals that a name's words begin with, in lower case."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).lower()


def is_initials(key: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a key of one word is the initials of a name's words."""
    letters = "".join(word[0] for word in name if word not in LINKS)
    return len(key) == 1 and len(key[0]) > 1 and key[0].replace(".", "") == letters


def names_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of people may be the same person's: one is part of the other, initials standing for names."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] in long
    if short == long[: len(short)]:
        return True
    if short[-1] != long[-1] and short[-1] not in long[1:]:
        return False
    return all(any(fits(a, b) for b in long[:-1]) for a in short[:-1])


def fits(one: str, other: str) -> bool:
    """Whether two parts of names are the same, or one is the other's initial."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
