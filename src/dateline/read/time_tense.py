"""Past or future? The tense of the verb that governs a time expression decides which Friday is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.read.time_surroundings import context_words
from dateline.read.tokens import Token

Tense = Literal["past", "present", "future"]
LONGEST_CLIMB = 12
VERBS = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


@dataclass(frozen=True, slots=True)
class Governed:
    """The tense that governs a time. It is `certain` where the verb says it of the time itself: not of a noun that the
    time belongs to ("a June agreement"), and not with a modal or an infinitive ("could not be found Monday", "offers to
    buy it Monday"), which are told of the past as well."""

    tense: Tense
    certain: bool


def tense_at(token: Token | None) -> Governed | None:
    """What governs a token; None where no verb does. "since" looks back, "until" and "starting" ahead."""
    if token is None:
        return None
    node, through_noun, bounded = token, False, False
    for _ in range(LONGEST_CLIMB):
        if node.pos_ not in VERBS and (said := tense_of_word(node)) is not None:
            return Governed(said, certain=True)
        tense = tense_of_verb(node, through_noun=through_noun) if node.pos_ in VERBS else None
        if tense is not None:
            open_end = bounded and tense == "past"
            return None if open_end else Governed(tense, certain=not through_noun and not is_doubtful(node))
        if node.head.i == node.i:
            return None
        bounded = bounded or (node.dep_ == "prep" and node.lower_ in context_words()["bounds"])
        through_noun = through_noun or (node.i != token.i and node.pos_ in NOUNS)
        node = node.head
    return None


def is_doubtful(verb: Token) -> bool:
    """Whether a verb's future is none but that of a modal ("could"), an infinitive ("offers to buy") or a plan that may
    be over ("had been due to meet"); that of a plan ("is to meet", "is scheduled to meet") is more."""
    known = context_words()
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if words & known["sure_future_auxiliaries"]:
        return False
    if verb.tag_ != "VB" or words & known["future_auxiliaries"]:
        return bool(words & known["future_auxiliaries"])
    planned = verb.head.lemma_ in known["forward_verbs"] or verb.head.lemma_ == "be"
    over = any(child.lower_ == "had" for node in (verb.head, verb.head.head) for child in node.children)
    return over or not planned


def tense_of_word(word: Token) -> Tense | None:
    """What a preposition or adjective between the time and its verb says."""
    known = context_words()
    if word.dep_ == "prep" and word.lower_ == "since":
        return "past"
    if word.lower_ in known["deadlines"]:
        had = any(child.lower_ == "had" for child in word.head.children)  # "until Thursday they had lived there"
        return None if had else "future"
    ahead = word.lower_ in known["forward_adjectives"] or word.lemma_ in known["forward_verbs"]
    return "future" if ahead and word.pos_ == "ADJ" else None


def is_fixed(verb: Token) -> bool:
    """Whether something was "set" on a day ("the record set on Aug. 6") rather than for one, or to do something."""
    ahead = any(child.dep_ == "xcomp" or child.lower_ == "for" for child in verb.children)
    return verb.lemma_ == "set" and verb.dep_ == "acl" and not ahead


def tense_of_verb(verb: Token, *, through_noun: bool) -> Tense | None:
    """The tense of a verb with its auxiliaries; None where it takes its head's."""
    known = context_words()
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    forward = verb.lemma_ in known["planning_verbs"] or (verb.lemma_ in known["forward_verbs"] and verb.tag_ == "VBN")
    forward = forward and not is_fixed(verb)
    if verb.lower_ in known["deadlines"]:
        return "future"
    if words & known["future_auxiliaries"]:
        return "past" if "have" in words else "future"
    if verb.tag_ == "VBD" or words & known["past_auxiliaries"]:
        return "future" if forward else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if words & known["present_auxiliaries"]:
        return "future" if forward or verb.tag_ == "VBG" else "present"
    if verb.tag_ == "VB" and "to" in words:
        return None if through_noun or verb.head.lemma_ in known["implying_verbs"] else "future"
    if verb.tag_ == "VBN" and verb.dep_ != "amod":
        return "future" if forward else "past"
    return "present" if verb.tag_ == "VB" and verb.dep_ == "ROOT" else None
