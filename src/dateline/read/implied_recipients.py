"""Whom an act is done to where the words around its trigger name nobody: those whom its content concerns.

"Rejected a request by the union" rejects the union, "refused to free the prisoners" refuses the prisoners, "suspended
aid to the island" sanctions the island: the people behind the object, or those in the clause that the trigger governs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dateline.codebook.types import load_toml
from dateline.read.arguments import (
    RELATIVES,
    after_preposition,
    is_passive,
    objects,
    own_subjects,
    subjects,
    with_conjuncts,
)
from dateline.read.senses import context_words, is_human
from dateline.read.tokens import Token

PARTY_NAMES = frozenset(("ORG", "GPE", "NORP", "PERSON"))
OBJECTS = frozenset(("dobj", "nsubjpass", "attr"))
CLAUSES = frozenset(("xcomp", "ccomp", "acl"))
CONCERNING = frozenset(("by", "from", "of", "with", "for", "on", "against", "to", "between", "upon", "into", "towards"))
IN_CLAUSES = frozenset(("to", "with", "from", "against", "on", "by", "upon", "into", "towards", "between"))
PURPOSES = frozenset(("xcomp", "ccomp", "acl", "advcl"))
CAUSES = frozenset(("in", "over", "at", "about"))
AREAS = frozenset(("GPE", "LOC"))
TIMES = frozenset(("DATE", "TIME"))
WITHIN = frozenset(("in", "across", "throughout", "into"))
CONDITIONS = frozenset(("if", "unless", "until"))
WILLS = frozenset(("will", "would", "'ll", "’ll"))
DEEPEST = 3  # phrases within phrases, and clauses within clauses
PRONOUNS = frozenset(("its", "their", "his", "her", "it", "they", "he", "she", "them", "him", "who", "that", "which"))


def implied_recipients(
    trigger: Token, nouns: Sequence[Token], *, purpose: bool = False, territory: bool = False
) -> Iterator[Token]:
    """Those behind a trigger's object, or else in the clause it governs, the nearest group only; `nouns` are the
    trigger's own nouns ("imposed sanctions"). With `purpose`, those in its purpose too ("marched to demand the mayor's
    resignation"); with `territory`, the country or town where it applies ("a curfew in Norland"). Nobody where the
    content names nobody."""
    things = [*nouns, *(child for child in trigger.children if child.dep_ in OBJECTS and not may_be_party(child))]
    clauses = [child for child in trigger.children if child.dep_ in CLAUSES]
    groups = (*map(behind, things), concerned(trigger, CONCERNING), *map(in_clause, clauses))
    further = (*map(in_clause, purposes(trigger)), concerned(trigger, CAUSES)) if purpose else ()
    area = territories((trigger, *nouns, *clauses, verb_above(trigger))) if territory else ()
    for group in (*groups, *further, *map(on_condition, (trigger, *clauses)), area):
        found = list(group)
        if found:
            yield from found
            return


def territories(heads: Iterable[Token]) -> Iterator[Token]:
    """The countries and towns that a trigger's words, its verb, or the objects of its clauses say it applies in."""
    for head in heads:
        for part in (head, *(child for child in head.children if child.dep_ in OBJECTS)):
            for preposition, word in after_preposition(part):
                if preposition in WITHIN:
                    yield from area_of(word)


def area_of(word: Token) -> Iterator[Token]:
    """The place that a word names, or that it is a kind or part of: "the town of X", "parts of X"."""
    if word.ent_type_ in AREAS:
        yield word
    elif word.ent_type_ not in TIMES:
        yield from (one for key, one in after_preposition(word) if key in {"of", "in"} and one.ent_type_ in AREAS)


def verb_above(word: Token) -> Token:
    """The verb that a word stands under, through prepositions and nouns; the word itself where there is none."""
    return next((above for above in word.ancestors if above.pos_ in {"VERB", "AUX"}), word)


def purposes(trigger: Token) -> Iterator[Token]:
    """The clauses that tell what an act is for: those of the trigger, or of the verb that it hangs on."""
    heads = (trigger, trigger.head) if trigger.pos_ == "NOUN" and trigger.head.pos_ == "VERB" else (trigger,)
    for head in heads:
        yield from (child for child in head.children if child.dep_ in PURPOSES and child.tag_ in {"VB", "VBG"})


def on_condition(verb: Token) -> Iterator[Token]:
    """Who is to act, or not to act, lest it happen: "unless the army leaves", "if the union strikes"."""
    for clause in verb.children:
        if clause.dep_ == "advcl" and any(
            child.dep_ == "mark" and child.lower_ in CONDITIONS for child in clause.children
        ):
            yield from (
                one for subject in own_subjects(clause) if may_be_party(subject) for one in with_conjuncts(subject)
            )


def behind(noun: Token, depth: int = 0) -> Iterator[Token]:
    """Who stands behind a thing: its owner, maker or nation, or those its prepositions name."""
    owners = [one for child in noun.children if child.dep_ == "poss" for one in with_conjuncts(child)]
    nations = [child for child in noun.children if child.dep_ in {"amod", "compound", "nmod"} and is_named(child)]
    makers = [one for child in noun.children if child.dep_ == "acl" and is_passive(child) for one in subjects(child)]
    for group in (owners, nations, makers):
        parties = [one for one in group if may_be_party(one)]
        if parties:
            yield from parties
            return
    if depth < DEEPEST:
        yield from concerned(noun, CONCERNING, depth + 1)


def concerned(head: Token, prepositions: frozenset[str], depth: int = 0) -> Iterator[Token]:
    """Those whom a word's prepositions name, or who stand behind the things that they name."""
    for preposition, word in after_preposition(head):
        if preposition in prepositions:
            yield from (word,) if may_be_party(word) else behind(word, depth)


def in_clause(verb: Token, depth: int = 0) -> Iterator[Token]:
    """Those whom a governed clause concerns: who is to act in it, whom its act is done to, and whom it goes to."""
    if not any(child.lower_ in WILLS for child in verb.children):  # "warned that the army will leave" tells whose act
        for subject in own_subjects(verb):
            if subject.lower_ not in RELATIVES and may_be_party(subject):
                yield from with_conjuncts(subject)
    for word in objects(verb):
        if word in verb.subtree:
            yield from (word,) if may_be_party(word) else behind(word, depth)
    yield from concerned(verb, IN_CLAUSES, depth)
    if depth < DEEPEST:
        for child in verb.children:
            if child.dep_ in CLAUSES:
                yield from in_clause(child, depth + 1)


def may_be_party(word: Token) -> bool:
    """Whether a word names or describes people, a body or a state; a pronoun tells nothing new."""
    if word.lower_ in PRONOUNS:
        return False
    return is_named(word) or is_human(word) or word.lemma_.lower() in context_words("security") | bodies()


def is_named(word: Token) -> bool:
    """Whether a word belongs to the name or title of a party: "Norland", "Norlandish", "the Prime Minister"."""
    is_name = word.pos_ in {"PROPN", "NOUN"} and word.text[:1].isupper() and not word.is_sent_start
    return word.ent_type_ in PARTY_NAMES or (is_name and not word.ent_type_)


@cache
def bodies() -> frozenset[str]:
    """Common nouns for bodies and states: the last words of such entries in codebook/data/actor_nouns.toml."""
    groups = load_toml("actor_nouns.toml")["nouns"]
    words = (word for group in groups if group["class"] in {"body", "unit", "state"} for word in group["words"])
    return frozenset(word.split()[-1] for word in words if " of " not in word and " for " not in word)
