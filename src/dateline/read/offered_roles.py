"""What a verb, noun or adjective offers a trigger's frame: (role, word) pairs, the nearest words first.

The frame (codebook/data/frames.toml) gives the role of subject, object, possessor and prepositional phrase; a noun also
takes what the verb around it lends (codebook/data/light_verbs.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.frames import Frame, frames
from dateline.codebook.light_verbs import light_verbs
from dateline.codebook.weapons import weapon_modes
from dateline.read.arguments import (
    RELATIVES,
    after_preposition,
    clause_subjects,
    objects,
    subjects,
    with_conjuncts,
)
from dateline.read.implied_recipients import may_be_party
from dateline.read.senses import is_human
from dateline.read.tokens import Token
from dateline.record.values import Role

Filler = tuple[Role, Token]
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
DOCUMENTS = frozenset(
    ("letter", "statement", "report", "video", "document", "message", "petition", "note", "communique")
)
LENDING_THROUGH_PREPOSITION = frozenset(
    ("take", "participate", "engage", "go", "join", "be", "subject", "remain", "stay", "come", "agree", "call")
)
TOWARDS = frozenset(("to", "on", "against", "upon"))
AMOUNTS = frozenset(("MONEY", "QUANTITY", "PERCENT", "CARDINAL"))
PARTS = frozenset(("series", "round", "wave", "string", "package", "number", "set", "amount", "kind", "form", "worth"))
OCCASIONS = frozenset(("for", "on", "in", "at", "to"))
MEETING = frozenset(
    (
        *("host", "receive", "welcome", "greet", "join", "see", "meet", "invite", "gather", "sit", "visit", "discuss"),
        *("arrive", "return", "fly", "travel", "come", "go", "embark", "head", "leave", "set", "attend", "speak"),
    )
)
AIMING = frozenset(("target", "aim", "direct", "hit", "strike", "rock", "shatter", "destroy", "damage", "devastate"))
AIMED_AT = frozenset(("at", "against", "on", "toward", "towards"))
AGENT_NAMES = frozenset(("ORG", "NORP", "GPE", "PERSON"))


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
    if frame.name == "occur" and any(child.dep_ == "dobj" for child in verb.children):
        frame = frames()["act"]  # "rebels exploded a bomb"
    for word in subjects(verb):
        writer = author(word) if frame.speech else word
        yield as_instrument(frame.subject, writer), writer
        if frame.subject == "actor" and is_weapon(writer):
            yield from (("actor", one) for one in owners(writer))
    done_to = list(objects(verb))
    yield from ((frame.object, word) for word in done_to)
    yield from ((frame.object, word) for whole in (*done_to, verb) for word in members(whole))
    if frame.addresses:
        yield from ((frame.object, word) for word in clause_subjects(verb))
    for preposition, word in after_preposition(verb):
        yield from after(preposition, word, frame)


def members(whole: Token) -> Iterator[Token]:
    """Who is told to be among others: "nine monks were arrested, including the abbot"."""
    for child in whole.children:
        if child.dep_ == "prep" and child.lower_ == "including":
            yield from (word for noun in child.children if noun.dep_ == "pobj" for word in with_conjuncts(noun))


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


def owners(thing: Token) -> Iterator[Token]:
    """Whose a thing is, as the words before it tell: "Norlandish warplanes", "the army's guns"."""
    for child in thing.children:
        if child.dep_ in {"poss", "amod", "compound", "nmod"} and not is_weapon(child) and may_be_party(child):
            yield child


def after(preposition: str, word: Token, frame: Frame) -> Iterator[Filler]:
    """The role that a preposition gives, by the frame; a place or time after it fills none."""
    if preposition in {"with", "by", "using"} and is_weapon(word):
        yield "instrument", word
    elif preposition in frame.after and (frame.places or not is_place(word)):
        role = frame.after[preposition]
        if role != "instrument" or not may_be_party(word):
            yield role, word
        elif word.ent_type_ in AGENT_NAMES:
            yield "recipient", word


def of_adjective(adjective: Token, frame: Frame) -> Iterator[Filler]:
    """ "Nine people were dead", "the wounded soldiers": whom an adjective of harm tells of. "The union is angry": who
    takes a stand, and against whom."""
    head = adjective.head
    if adjective.dep_ == "amod":
        yield frame.object, head
    elif adjective.dep_ in {"acomp", "attr", "oprd"}:
        for word in (child for child in head.children if child.dep_ in {"nsubj", "nsubjpass", "dobj"}):
            role = frame.subject if frame.content and may_be_party(word) else frame.object
            yield from ((role, one) for one in with_conjuncts(word))
    elif adjective.dep_ in {"acl", "conj", "advcl"} and head.pos_ in NOMINAL:
        yield frame.object, head
    if frame.content:
        for preposition, word in after_preposition(adjective):
            yield from after(preposition, word, frame)


def of_noun(noun: Token, frame: Frame) -> Iterator[Filler]:
    """A noun's owner, modifiers and prepositional phrases, and what the verb around it lends."""
    for child in noun.children:
        if child.dep_ == "poss":
            yield from ((frame.possessive, one) for one in with_conjuncts(child))
        elif child.dep_ in {"compound", "amod", "nmod"}:
            yield from modifier(child, frame)
        elif child.dep_ == "acl" and child.tag_ == "VBN":
            yield from ((frame.subject, word) for word in subjects(child))
        if child.dep_ in {"acl", "relcl"} and frame.subject == "actor":
            yield from aimed_at(child)
    for preposition, word in (*after_preposition(noun), *shared(noun)):
        yield from after(preposition, word, frame)
    yield from lent(first_of_list(noun), frame)
    if frame.addresses:
        yield from ((frame.object, word) for word in clause_subjects(noun))
        if noun.dep_ == "dobj":  # "repeated its demand today that the army leave"
            yield from ((frame.object, word) for word in clause_subjects(noun.head, only_that=True))


def shared(noun: Token) -> Iterator[tuple[str, Token]]:
    """The "of" behind two nouns, which the parse gives to one: "the wounding and killing of farmers"."""
    beside = (*(child for child in noun.children if child.dep_ == "conj"), noun.head if noun.dep_ == "conj" else noun)
    for other in beside:
        if other.i != noun.i and other.pos_ == "NOUN":
            yield from (
                (key, word) for key, word in after_preposition(other) if key == "of" and word.i > max(noun.i, other.i)
            )


def aimed_at(verb: Token) -> Iterator[Filler]:
    """Whom and what a clause says that an act is aimed at: "a blast that hit a bank", "attacks aimed at nuns"."""
    if verb.lemma_.lower() in AIMING:
        for child in verb.children:
            if child.dep_ == "dobj" and child.lower_ not in RELATIVES:
                yield from (("recipient", word) for word in with_conjuncts(child))
        yield from (("recipient", word) for preposition, word in after_preposition(verb) if preposition in AIMED_AT)


def first_of_list(noun: Token) -> Token:
    """The noun that stands in the sentence for its list: "voiced concern and outrage"."""
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    return noun


def modifier(word: Token, frame: Frame) -> Iterator[Filler]:
    """A word before the noun: "bomb attack", "police raid", "Israeli strikes", "hostage release"."""
    if is_weapon(word):
        yield "instrument", word
    elif word.ent_type_ in AGENT_NAMES:
        yield ("recipient" if frame.subject == "recipient" else "actor"), word
    elif is_human(word) or may_be_party(word):
        yield frame.possessive, word


def lent(noun: Token, frame: Frame) -> Iterator[Filler]:
    """What a verb lends its noun: "troops launched an attack", "the attack killed nine", "clashes left two dead"."""
    noun = measured(noun)
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "pobj" and verb.dep_ == "dobj" and noun.head.lower_ == "for":
        verb = verb.head  # "received the envoy for talks"
    if noun.dep_ == "pobj" and is_occasion(noun, verb, frame):
        yield from (("actor", word) for word in subjects(verb))
        yield from (("recipient", word) for word in objects(verb) if may_be_party(word))
        yield from (("recipient", word) for key, word in after_preposition(verb) if key == "with" or frame.places)
        return
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
    elif noun.dep_ in {"nsubj", "nsubjpass"} and frame.subject == "actor":
        yield from (("recipient", word) for word in objects(verb) if is_human(word) and word.i != noun.i)
        yield from aimed_at(verb)


def is_occasion(noun: Token, verb: Token, frame: Frame) -> bool:
    """Whether a meeting is what a verb is done for or on, by those who meet: "received him for talks"."""
    return frame.name in {"meet", "visit"} and noun.head.lower_ in OCCASIONS and verb.lemma_.lower() in MEETING


def measured(noun: Token) -> Token:
    """The noun that measures or parts another, which then stands where that one would: "$2 million in aid", "a series
    of talks"."""
    part = noun.head.head
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in {"in", "of"} and part.dep_ in {"dobj", "nsubjpass"}
    is_part = part.ent_type_ in AMOUNTS or part.pos_ == "NUM" or part.lemma_.lower() in PARTS
    return part if is_within and is_part else noun


def is_weapon(word: Token) -> bool:
    """Whether a noun names what an act is done with (codebook/data/weapons.toml)."""
    return word.pos_ in NOMINAL and word.lemma_.lower() in weapon_modes()


def is_place(word: Token) -> bool:
    """Whether a noun names a place that an act is not done to but done at."""
    return word.ent_type_ in {"GPE", "LOC", "FAC"} and word.dep_ == "pobj" and word.head.lower_ in {"in", "at", "from"}
