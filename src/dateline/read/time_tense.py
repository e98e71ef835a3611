"""Past or future? The tense of the verb that governs a time expression decides which Friday is meant."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]
LONGEST_CLIMB = 12
FORWARD_WORDS = frozenset(["schedule", "set", "expect", "due", "plan", "slate", "intend", "aim", "poise", "prepare"])
PLANNING_WORDS = frozenset(["schedule", "plan", "slate"])
# what such a verb is followed by happened, or did not happen, when the verb did
IMPLYING_WORDS = frozenset(
    ["try", "manage", "fail", "begin", "start", "help", "use", "continue", "appear", "seem", "force", "refuse", "cease"]
)
FUTURE_MODALS = frozenset(
    ["will", "wo", "shall", "'ll", "’ll", "would", "may", "might", "can", "could", "should", "must"]
)
PAST_AUXILIARIES = frozenset(["had", "was", "were", "has", "'ve", "have", "did", "’ve"])
PRESENT_AUXILIARIES = frozenset(["is", "are", "'re", "'s", "am", "’re", "’s", "be", "being"])
DEADLINE_WORDS = frozenset(["until", "till", "starting", "ahead"])
BOUNDS = frozenset(["through", "by"])  # the time may lie before the report or after it
NOUNS = ("NOUN", "PROPN", "PRON", "NUM")


def tense_at(token: Token | None) -> Tense | None:
    """The tense that governs a token; None where no verb does. "since" looks back, "until" and "starting" ahead."""
    if token is None:
        return None
    node, through_noun, bounded = token, False, False
    for _ in range(LONGEST_CLIMB):
        if node.pos_ in ("VERB", "AUX"):
            if node.lower_ in DEADLINE_WORDS:
                return "future"
            if (tense := tense_of_verb(node, through_noun=through_noun)) is not None:
                return None if bounded and tense == "past" else tense
        elif node.dep_ == "prep" and node.lower_ == "since":
            return "past"
        elif (node.lower_ in DEADLINE_WORDS and not looks_back(node)) or (
            node.lemma_ in FORWARD_WORDS and node.dep_ in ("acomp", "oprd")
        ):
            return "future"
        if node.head.i == node.i:
            return None
        bounded = bounded or (node.dep_ == "prep" and node.lower_ in BOUNDS)
        through_noun = through_noun or (node.i != token.i and node.pos_ in NOUNS)
        node = node.head
    return None


def looks_back(preposition: Token) -> bool:
    """ "until Thursday they had lived there": the day is over."""
    return any(child.lower_ == "had" for child in preposition.head.children)


def tense_of_verb(verb: Token, *, through_noun: bool) -> Tense | None:
    """The tense of a verb with its auxiliaries; None where it takes its head's."""
    words = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    forward = verb.lemma_ in FORWARD_WORDS and (verb.tag_ == "VBN" or verb.lemma_ in PLANNING_WORDS)
    if any(word in FUTURE_MODALS for word in words):
        return "past" if "have" in words else "future"
    if verb.tag_ == "VBD" or any(word in PAST_AUXILIARIES for word in words):
        return "future" if forward else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if any(word in PRESENT_AUXILIARIES for word in words):
        return "future" if forward or verb.tag_ == "VBG" else "present"
    if verb.tag_ == "VB" and "to" in words:
        return None if through_noun or verb.head.lemma_ in IMPLYING_WORDS else "future"
    if verb.tag_ == "VBN" and verb.dep_ != "amod":
        return "future" if forward else "past"
    return "present" if verb.tag_ == "VB" and verb.dep_ == "ROOT" else None
