"""Where a noun stands in its sentence, and what that says of it: does it act, speak, suffer, or is it a place?"""

from __future__ import annotations

from dateline.codebook.actor_words import actor_cues
from dateline.read.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
MODIFIERS = frozenset(("compound", "nmod", "amod", "nummod", "quantmod"))
CHAIN = 8  # steps along a coordination


def is_modifier(token: Token) -> bool:
    """Whether a noun only modifies the next one: "police" in "police station"."""
    return token.dep_ in MODIFIERS and token.head.i > token.i


def first_of_list(token: Token) -> Token:
    """The first of the nouns that a noun is coordinated with, whose position they share."""
    for _ in range(CHAIN):
        if token.dep_ not in {"conj", "appos"} or token.head.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            break
        token = token.head
    return token


def acts(token: Token) -> bool:
    """Whether the name of a country stands for those who govern it: as a subject, an agent, a party or a target."""
    token = first_of_list(token)
    verb = token.head
    if token.dep_ in {"nsubj", "nsubjpass"}:
        return True
    if token.dep_ in {"dobj", "dative", "iobj"}:
        return verb.lemma_ not in actor_cues().positions["going"] and verb.lemma_ in target_verbs()
    if token.dep_ == "poss":
        return True
    if token.dep_ == "pobj":
        return is_party(verb)
    return False


def governs(token: Token) -> bool:
    """Whether the name of a capital stands for the state's government: "Moscow warned Kyiv", "talks with Moscow"."""
    if says_or_acts(token):
        return True
    token = first_of_list(token)
    cues = actor_cues()
    if token.dep_ == "nsubj":
        return token.head.pos_ == "VERB" and token.head.lemma_ not in cues.positions["dwelling"]
    if token.dep_ in {"dobj", "dative"}:
        return token.head.lemma_ in cues.positions["stating"]
    if token.dep_ == "poss":
        return token.head.lemma_.lower() in cues.deeds | cues.positions["owned"]
    if token.dep_ == "pobj" and token.head.dep_ != "agent":
        return token.head.lower_ in {"with", "against", "between"} and token.head.head.pos_ in {"NOUN", "VERB"}
    return False


def is_located(token: Token) -> bool:
    """Whether the noun stands where a place does: "in Senaki", "near Goma"."""
    return token.dep_ == "pobj" and token.head.lower_ in actor_cues().positions["locating"]


def target_verbs() -> frozenset[str]:
    """Verbs that are done to somebody."""
    cues = actor_cues()
    return cues.speech_verbs | cues.suffer_verbs | cues.act_verbs


def is_party(preposition: Token) -> bool:
    """Whether a preposition leads to a party of the act and not to a place."""
    word, governor = preposition.lower_, preposition.head
    if preposition.dep_ == "agent" or word in actor_cues().positions["against"]:
        return True
    if word == "on":
        return governor.lemma_.lower() in actor_cues().positions["pressing"]
    if word == "to":
        return governor.lemma_.lower() in actor_cues().positions["giving"] or preposition.dep_ == "dative"
    if word == "of":
        return governor.lemma_.lower() in actor_cues().deeds | actor_cues().positions["backing"]
    return word == "from" and governor.lemma_.lower() in actor_cues().positions["asking"]


def says_or_acts(token: Token, *, speech_only: bool = False) -> bool:
    """Whether the noun is the subject or agent of a verb that only people and bodies of people do."""
    token = first_of_list(token)
    verb = token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent":
        verb = token.head.head
    elif token.dep_ != "nsubj":
        return False
    cues = actor_cues()
    return verb.lemma_ in cues.speech_verbs or (not speech_only and verb.lemma_ in cues.act_verbs)


def suffers(token: Token) -> bool:
    """Whether the noun is what a verb is done to that is mostly done to people."""
    token = first_of_list(token)
    return token.dep_ in {"dobj", "nsubjpass", "dative"} and token.head.lemma_ in actor_cues().suffer_verbs


def is_agentive(token: Token) -> bool:
    """Whether a noun that may be a building is spoken of as the people in it."""
    return says_or_acts(token) or token.dep_ in {"agent"} or (token.dep_ in {"dobj", "nsubjpass"} and suffers(token))
