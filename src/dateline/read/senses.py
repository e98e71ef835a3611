"""Tests that some lexicon entries need before their word counts: the context that gives the word its sense."""

from __future__ import annotations

from functools import cache

from dateline.codebook.types import load_toml
from dateline.read.arguments import objects, subjects
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token

OBJECTS = frozenset(("dobj", "nsubjpass", "obj"))
WILLS = frozenset(("will", "would", "shall", "wo", "'ll", "’ll"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never"))


def passes(test: str, head: Token, lemmas: list[str]) -> bool:
    """Whether the word at `head` stands in the context that the test names; KeyError for a test that is not known."""
    return TESTS[test](head, lemmas)


def has_object(head: Token, lemmas: list[str]) -> bool:
    """A direct object, or a passive subject."""
    return any(child.dep_ in OBJECTS for child in head.children)


def has_human_object(head: Token, lemmas: list[str]) -> bool:
    """An object that is a person or group."""
    return any(child.dep_ in OBJECTS and is_human(child) for child in head.children)


def is_about_people(head: Token, lemmas: list[str]) -> bool:
    """A noun that belongs to people, or whose verb does: "his custody", "two men were kept in custody"."""
    if any(child.dep_ == "poss" and is_human(child) for child in head.children):
        return True
    verb = next((above for above in head.ancestors if above.pos_ == "VERB"), None)
    return verb is not None and any(is_human(word) for word in (*subjects(verb), *objects(verb)))


def is_refused(head: Token, lemmas: list[str]) -> bool:
    """A verb that somebody will not do: "will not release them", "would never negotiate"."""
    words = {child.lower_ for child in head.children if child.dep_ in {"aux", "neg"}}
    return bool(words & WILLS) and bool(words & NEGATIONS)


def in_labour_context(head: Token, lemmas: list[str]) -> bool:
    """A word of work or pay in the sentence."""
    return any(lemmas[i] in context_words("labour") for i in range(*sentence_bounds(head)))


def in_protest_context(head: Token, lemmas: list[str]) -> bool:
    """A word of protest, or for those who protest, in the sentence."""
    return any(lemmas[i] in context_words("protest") for i in range(*sentence_bounds(head)) if i != head.i)


def in_military_context(head: Token, lemmas: list[str]) -> bool:
    """A word for troops or their gear in the sentence."""
    military, security = context_words("military"), context_words("security")
    sentence = (lemmas[i] for i in range(*sentence_bounds(head)) if i != head.i)
    return any(lemma in military or lemma in security for lemma in sentence)


def has_security_subject(head: Token, lemmas: list[str]) -> bool:
    """Police or troops do it."""
    return any(is_security(subject, lemmas) for subject in subjects(head))


def has_security_object(head: Token, lemmas: list[str]) -> bool:
    """It is done to, or with, police or troops: "reinforcements were rushed to the border"."""
    return any(is_security(word, lemmas) for word in objects(head))


def in_security_context(head: Token, lemmas: list[str]) -> bool:
    """Police or troops are named in the sentence, and the word is no part of what they are called ("security men")."""
    if head.dep_ == "compound" and lemmas[head.head.i] in context_words("security"):
        return False
    return any(lemmas[i] in context_words("security") for i in range(*sentence_bounds(head)) if i != head.i)


def is_security(word: Token, lemmas: list[str]) -> bool:
    """Whether a noun, a modifier of it or what it is a company of is police or troops."""
    near = (word, *word.lefts, *(noun for part in word.rights if part.lower_ == "of" for noun in part.children))
    if any(part.lower_ in context_words("not-security") for part in word.lefts):
        return False
    return any(lemmas[part.i] in context_words("security") for part in near)


def is_human(token: Token) -> bool:
    """Whether a noun names or describes people, as far as its name type or its lemma tells."""
    if token.ent_type_ in {"PERSON", "NORP"}:
        return True
    if token.pos_ == "PRON":
        return token.lower_ in {"he", "she", "him", "her", "they", "them", "who", "whom", "we", "us", "i", "me"}
    return token.pos_ == "NOUN" and token.lemma_.lower() in people_nouns()


PEOPLE_CLASSES = frozenset(("office", "rank", "occupation", "human", "kin", "fighter", "crowd"))


@cache
def people_nouns() -> frozenset[str]:
    """Common nouns for people: the last words of the entries in codebook/data/actor_nouns.toml."""
    groups = load_toml("actor_nouns.toml")["nouns"]
    return frozenset(
        word.split()[-1] for group in groups if group["class"] in PEOPLE_CLASSES for word in group["words"]
    )


@cache
def context_words(name: str) -> frozenset[str]:
    """The words of one context (codebook/data/senses.toml)."""
    return frozenset(load_toml("senses.toml")[name]["words"])


TESTS = {
    "object": has_object,
    "human-object": has_human_object,
    "about-people": is_about_people,
    "refused": is_refused,
    "labour-context": in_labour_context,
    "protest-context": in_protest_context,
    "military-context": in_military_context,
    "security-subject": has_security_subject,
    "security-object": has_security_object,
    "security-context": in_security_context,
}
