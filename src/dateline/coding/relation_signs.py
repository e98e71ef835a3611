"""The signs in the syntax by which one event bears on another: who denies, withdraws or answers what, what a harm is
brought by (words in codebook/data/relations.toml).
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from dateline.codebook.cues import verbs_of_saying
from dateline.codebook.relation_words import relation_words
from dateline.coding.tellings import Telling
from dateline.read.arguments import objects
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token

REAL = frozenset(("actual", "ongoing", "ceased"))
STEPS = 6  # words between an event and the one above it that bears on it


def answers(parsed: ParsedReport, one: Telling, other: Telling) -> bool:
    """Whether a word of response stands between two tellings, so that they cannot be of one event."""
    tokens = {one.trigger.token: 0, other.trigger.token: 1}
    paths = (path_up(parsed.doc[token], tokens) for token in tokens)
    return any(
        path[-1].i in tokens and any(word.lemma_.lower() in relation_words("answer", "nouns") for word in path[1:-1])
        for path in paths
    )


def path_up(head: Token, owner: Container[int]) -> list[Token]:
    """From a trigger up to the next trigger above, or as far as it may reach."""
    path = [head]
    while len(path) <= STEPS and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
        if path[-1].i in owner:
            break
    return path


def is_withdrawal(telling: Telling, head: Token) -> bool:
    """Whether somebody takes back what was done: "withdrew the letter", "called off the strike"."""
    return head.lemma_.lower() in relation_words("withdrawal", "verbs") and telling.trigger.type in {
        "CONCEDE",
        "RETREAT",
    }


def is_object(token: Token, verb: Token) -> bool:
    """Whether a word is, or stands right within, what a verb is done to."""
    while token.head.i != verb.i:
        if token.dep_ not in {"compound", "amod", "conj", "pobj", "prep", "acl", "xcomp"}:
            return False
        token = token.head
    return token.dep_ in {"dobj", "nsubjpass"}


def thing_denied(head: Token) -> Token | None:
    """What is denied where it was told before: "it" in "denied it", "claims" in "dismissed the claims"."""
    if any(child.dep_ in {"ccomp", "xcomp"} for child in head.children):
        return None
    taken = (
        one
        for one in objects(head)
        if one.lower_ in relation_words("denial", "pronouns")
        or (one.lemma_.lower() in relation_words("denial", "told") and is_bare(one))
    )
    return next(taken, None)


def is_said(word: Token) -> bool:
    """Whether somebody is said to have told it."""
    return any(above.lemma_.lower() in verbs_of_saying() for above in word.ancestors)


def is_bare(noun: Token) -> bool:
    """Whether nothing behind a noun says what it is about."""
    return not any(child.dep_ in {"acl", "prep", "relcl"} for child in noun.children)


def is_denied(event: Sequence[Telling]) -> bool:
    """Whether an event's own reading is that somebody denies it."""
    return any(telling.factuality.value in {"denied", "negated"} for telling in event)


def is_real(telling: Telling) -> bool:
    """Whether a telling says that it is or was so."""
    return telling.factuality.value in REAL


def is_answered(above: Telling, path: Sequence[Token]) -> bool:
    """Whether the upper event answers the lower one: by a word of response between them, or as a stand or a measure
    taken over it ("condemned the attack", "arrested for the murder", "protested against the ban")."""
    between, top = path[1:-1], path[-1]
    nouns = relation_words("answer", "nouns")
    if any(word.lemma_.lower() in nouns for word in between):
        return True
    if top.lemma_.lower() in nouns | relation_words("answer", "verbs"):
        return True
    if above.trigger.type not in relation_words("answer", "types") or any(word.pos_ == "VERB" for word in between):
        return False
    step = path[-2]
    if step.dep_ == "dobj":
        return above.trigger.mode == "disapprove"
    return step.dep_ == "prep" and step.lower_ in relation_words("answer", "prepositions")


def is_suffered(harm: Telling, act: Telling, path: Sequence[Token]) -> bool:
    """Whether a harm was brought by an act: "died in the clashes", "the shelling left families homeless"."""
    if (
        harm.trigger.type != "HARM"
        or act.trigger.type not in relation_words("harm", "types")
        or not (is_real(harm) and is_real(act))
    ):
        return False
    return path[-2].dep_ in {"nsubj", "agent"} or path[-2].lower_ in relation_words("harm", "prepositions")


def clause_verb(token: Token) -> Token:
    """The verb of a word's clause."""
    while token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    return token


def governed(head: Token) -> list[Token]:
    """The words below a trigger in its clause, its own subject left out; of an adjective what it is said of."""
    if head.dep_ in {"acomp", "attr"}:
        return [token for child in head.head.lefts if child.dep_ == "nsubj" for token in child.subtree]
    subjects = {token.i for child in head.children if child.dep_ in {"nsubj", "nsubjpass"} for token in child.subtree}
    return [token for token in head.subtree if token.i != head.i and token.i not in subjects]
