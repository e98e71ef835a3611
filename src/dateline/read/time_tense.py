"""Past or future? The tense of the verb that governs a time expression decides which Friday is meant."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "present", "future"]
LONGEST_CLIMB = 12
FORWARD_WORDS = frozenset("schedule set expect due plan slate intend aim poise prepare ready".split())
IMPLYING_WORDS = frozenset(
    "try manage fail begin start help use continue appear seem force refuse cease happen".split()
)
FUTURE_MODALS = frozenset("will wo shall 'll ’ll would may might can could should must ca".split())
SINCE, UNTIL = frozenset({"since"}), frozenset({"until", "till", "by", "starting", "beginning"})


def tense_at(token: Token | None) -> Tense | None:
    """The tense that governs a token; None where no verb does."""
    if token is None:
        return None
    node = token
    for _ in range(LONGEST_CLIMB):
        if node.pos_ in ("VERB", "AUX"):
            if (tense := tense_of_verb(node)) is not None:
                return tense
        elif node.dep_ == "prep" and node.lower_ in SINCE:
            return "past"
        elif node.lower_ in FORWARD_WORDS and node.dep_ in ("acomp", "oprd"):
            return "future"
        if node.head.i == node.i:
            return None
        node = node.head
    return None


def tense_of_verb(verb: Token) -> Tense | None:
    """The tense of a verb with its auxiliaries; None where it takes its head's."""
    auxiliaries = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = [child.lower_ for child in auxiliaries]
    if any(child.tag_ == "MD" and child.lower_ in FUTURE_MODALS for child in auxiliaries):
        return "past" if "have" in words else "future"
    if any(word in ("had", "was", "were", "has", "'ve", "have", "did") for word in words) or verb.tag_ == "VBD":
        return "future" if verb.lemma_ in FORWARD_WORDS and verb.tag_ == "VBN" else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "present"
    if any(word in ("is", "are", "'re", "'s", "am") for word in words):
        return "future" if verb.lemma_ in FORWARD_WORDS or verb.tag_ == "VBG" else "present"
    if verb.tag_ == "VB" and "to" in words:
        return None if verb.head.lemma_ in IMPLYING_WORDS else "future"
    if verb.tag_ == "VBN" and verb.dep_ != "amod":
        return "future" if verb.lemma_ in FORWARD_WORDS else "past"
    return "present" if verb.tag_ == "VB" and verb.dep_ == "ROOT" else None
