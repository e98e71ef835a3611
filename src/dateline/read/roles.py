"""Roles: who acts, who it is done to, and with what, around each trigger.

The codebook's frame of a trigger says which role its subject, object, possessor and prepositional phrases fill
(codebook/data/frames.toml); the parse says which words those are (read/arguments). The words nearest to the trigger
fill the role (coding guide, rule 4).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook.frames import Frame, frames
from dateline.codebook.light_verbs import light_verbs
from dateline.codebook.weapons import weapon_modes
from dateline.read.arguments import after_preposition, clause_subjects, objects, subjects, with_conjuncts
from dateline.read.findings import RoleFiller, Trigger
from dateline.read.noun_phrases import phrase_of
from dateline.read.parsed import ParsedReport
from dateline.read.senses import is_human
from dateline.record import Span
from dateline.record.values import Role

Filler = tuple[Role, Token]
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
TIME_NAMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"))
NOT_FILLERS = frozenset(("there", "this", "that", "which", "what", "itself"))
DOCUMENTS = frozenset(
    ("letter", "statement", "report", "video", "document", "message", "petition", "note", "communique")
)
LENDING_THROUGH_PREPOSITION = frozenset(
    ("take", "participate", "engage", "go", "join", "be", "subject", "remain", "stay", "come", "agree", "call")
)
TOWARDS = frozenset(("to", "on", "against", "upon"))
AGENT_NAMES = frozenset(("ORG", "NORP", "GPE", "PERSON"))


def roles(parsed: ParsedReport, acts: Sequence[Trigger]) -> tuple[RoleFiller, ...]:
    """The fillers of every trigger's roles, in the triggers' order; a word fills one role of a trigger at most."""
    heads = {act.token for act in acts}
    found: list[RoleFiller] = []
    for index, act in enumerate(acts):
        taken = set(tokens_of(parsed.doc[act.token], act.span))
        for role, token in of_phrase(parsed.doc[act.token], act.span, frames()[act.frame]):
            if token.i in taken or token.i in heads or not may_fill(token):
                continue
            taken.add(token.i)
            found.append(RoleFiller(index, role, phrase_of(parsed, token.i), token.i))
    return tuple(found)


def tokens_of(head: Token, span: Span) -> Iterator[int]:
    """The tokens of a trigger's own words, which fill none of its roles."""
    for i in range(max(0, head.i - 5), min(len(head.doc), head.i + 6)):
        if span.start <= head.doc[i].idx < span.end:
            yield i


def of_phrase(head: Token, span: Span, frame: Frame) -> Iterator[Filler]:
    """What the parse offers a trigger and, where it is a phrase with a noun in it, what that noun brings: "imposed
    sanctions on the port", "voiced support for the mayor"."""
    yield from fillers(head, frame)
    for i in tokens_of(head, span):
        if i != head.i and head.doc[i].pos_ == "NOUN" and head.pos_ == "VERB":
            for preposition, word in after_preposition(head.doc[i]):
                yield from after(preposition, word, frame)


def may_fill(token: Token) -> bool:
    """Whether a word can take part in an event at all: a noun, pronoun or nationality; no time, sum or empty word."""
    return (
        (token.pos_ in NOMINAL or token.ent_type_ in AGENT_NAMES)
        and token.ent_type_ not in TIME_NAMES
        and token.lower_ not in NOT_FILLERS
    )


def fillers(head: Token, frame: Frame) -> Iterator[Filler]:
    """Every (role, word) that the parse offers a trigger."""
    if head.pos_ in {"VERB", "AUX"}:
        yield from of_verb(head, frame)
    elif head.pos_ == "ADJ":
        yield from of_adjective(head, frame)
    else:
        yield from of_noun(head, frame)


def of_verb(verb: Token, frame: Frame) -> Iterator[Filler]:
    """A verb's subject and object, in whatever construction, and what its prepositions bring."""
    for word in subjects(verb):
        writer = author(word) if frame.name == "speak" else word
        yield as_instrument(frame.subject, writer), writer
    yield from ((frame.object, word) for word in objects(verb))
    if frame.name == "speak":
        yield from ((frame.object, word) for word in clause_subjects(verb))
    for preposition, word in after_preposition(verb):
        yield from after(preposition, word, frame)


def author(word: Token) -> Token:
    """Who speaks where a document does: the one who sent, made or issued it, or whose it is; else the document."""
    if word.lemma_.lower() not in DOCUMENTS:
        return word
    owners = [child for child in word.children if child.dep_ == "poss"]
    makers = [maker for child in word.children if child.dep_ == "acl" for maker in subjects(child) if maker.i != word.i]
    issuers = [one for one in subjects(word.head) if one.i != word.i] if word.head.pos_ == "VERB" else []
    return next(iter((*owners, *makers, *issuers)), word)


def as_instrument(role: Role, word: Token) -> Role:
    """A weapon that acts is the instrument: "a bomb killed nine people"."""
    return "instrument" if role == "actor" and is_weapon(word) else role


def after(preposition: str, word: Token, frame: Frame) -> Iterator[Filler]:
    """The role that a preposition gives, by the frame; a place or time after it fills none."""
    if preposition in {"with", "by", "using"} and is_weapon(word):
        yield "instrument", word
    elif preposition in frame.after and not (preposition in {"in", "on", "at", "from", "to", "of"} and is_place(word)):
        role = frame.after[preposition]
        if role != "instrument" or not is_human(word):
            yield role, word


def of_adjective(adjective: Token, frame: Frame) -> Iterator[Filler]:
    """ "Nine people were dead", "the wounded soldiers": who an adjective of harm speaks of."""
    head = adjective.head
    if adjective.dep_ == "amod":
        yield frame.object, head
    elif adjective.dep_ in {"acomp", "attr", "oprd"}:
        for word in (child for child in head.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}):
            yield from ((frame.object, one) for one in with_conjuncts(word))
    elif adjective.dep_ in {"acl", "conj", "advcl"} and head.pos_ in NOMINAL:
        yield frame.object, head


def of_noun(noun: Token, frame: Frame) -> Iterator[Filler]:
    """A noun's owner, modifiers and prepositional phrases, and what the verb around it lends."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield from ((frame.possessive, one) for one in with_conjuncts(child))
        elif child.dep_ in {"compound", "amod", "nmod"}:
            yield from modifier(child, frame)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            yield from ((frame.subject, word) for word in subjects(child))
    for preposition, word in after_preposition(noun):
        yield from after(preposition, word, frame)
    if frame.name == "speak":
        yield from ((frame.object, word) for word in clause_subjects(noun))
    yield from lent(noun, frame)


def modifier(word: Token, frame: Frame) -> Iterator[Filler]:
    """A word before the noun: "bomb attack", "police raid", "Israeli strikes", "hostage release"."""
    if is_weapon(word):
        yield "instrument", word
    elif word.ent_type_ in AGENT_NAMES:
        yield ("recipient" if frame.subject == "recipient" else "actor"), word
    elif is_human(word):
        yield frame.possessive, word


def lent(noun: Token, frame: Frame) -> Iterator[Filler]:
    """What a verb lends its noun: "troops launched an attack", "the attack killed nine", "clashes left two dead"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and verb.lemma_.lower() not in LENDING_THROUGH_PREPOSITION:
        return
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    lending = "frame" if noun.dep_ == "pobj" else light_verbs().get(verb.lemma_.lower())
    if noun.dep_ in {"dobj", "nsubjpass", "pobj"} and lending:
        role: Role = "recipient" if lending == "recipient" else frame.subject
        yield from ((role, word) for word in subjects(verb) if word.i != noun.i)
        for preposition, word in after_preposition(verb):
            if preposition in TOWARDS and preposition not in frame.after:
                yield "recipient", word
            else:
                yield from after(preposition, word, frame)
    elif noun.dep_ == "nsubj" and frame.subject == "actor":
        yield from (("recipient", word) for word in objects(verb) if is_human(word))


def is_weapon(word: Token) -> bool:
    """Whether a noun names what an act is done with (codebook/data/weapons.toml)."""
    return word.pos_ in NOMINAL and word.lemma_.lower() in weapon_modes()


def is_place(word: Token) -> bool:
    """Whether a noun names a place that an act is not done to but done at."""
    return word.ent_type_ in {"GPE", "LOC", "FAC"} and word.dep_ == "pobj" and word.head.lower_ in {"in", "at", "from"}
