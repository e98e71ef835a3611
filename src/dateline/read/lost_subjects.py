"""Sources that the parse does not see: behind an inverted verb, far before it, or before a colon."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.cues import verbs_of_saying
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token

NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
FAR = 40  # tokens of a sentence in which a subject may stand before its verb
NEAR = 12  # tokens between an inverted verb and its subject
LONGEST_LABEL = 10  # tokens before a colon that may name a speaker


def lost_subject(verb: Token) -> Token | None:
    """The nearest noun before a finite verb, or behind an inverted one ("said Smith"), where the parse sees none."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"} and not any(child.dep_ == "aux" for child in verb.children):
        return None
    if (behind := inverted_subject(verb)) is not None:
        return behind
    before = list(nouns_before(verb))
    if before:
        parenthesis = verb.i > sentence_bounds(verb)[0] and verb.nbor(-1).text in {",", "-", "–", "—", ")"}
        return before[-1] if parenthesis else before[0]
    return None


def inverted_subject(verb: Token) -> Token | None:
    """ "Smith" in "..., said Smith": the noun behind a verb of saying that a comma or a closing mark precedes."""
    if verb.lemma_.lower() not in verbs_of_saying() or verb.tag_ == "VBG" or verb.i == 0:
        return None
    before = verb.nbor(-1)
    if not (before.is_quote or before.text == ","):
        return None
    led = any(child.dep_ == "nsubj" for child in verb.lefts)
    for token in verb.doc[verb.i + 1 : min(len(verb.doc), verb.i + NEAR)]:
        if token.pos_ in NOMINAL and token.dep_ != "compound":
            ends = token.i + 1 == len(token.doc) or token.nbor().text in {",", ".", "("} or token.nbor().pos_ == "ADP"
            subject = token.dep_ == "nsubj" and token.head.i == verb.i
            return token if (subject or (ends and not led)) and token.ent_type_ not in {"DATE", "TIME"} else None
        if token.pos_ not in {"DET", "ADJ", "NUM", "PROPN", "NOUN", "PUNCT"}:
            return None
    return None


def nouns_before(verb: Token) -> Iterator[Token]:
    """The nouns of the sentence before a verb that could be its subject, the nearest first; none beyond a quotation."""
    for place in range(verb.i - 1, max(sentence_bounds(verb)[0], verb.i - FAR) - 1, -1):
        token = verb.doc[place]
        if token.is_quote or token.text in {";", ":"}:
            return
        if token.pos_ not in NOMINAL or token.ent_type_ in {"DATE", "TIME"} or token.tag_ in {"WP", "WDT"}:
            continue
        if place == verb.i - 1 or token.dep_ not in {"compound", "poss", "pobj", "appos", "dobj"}:
            yield token


def speaker_before(colon: Token) -> Token | None:
    """The head of the words before a colon that could name a speaker ("Police: two dead"); None where they cannot.

    They open the sentence or the line, are few, and hold no verb.
    """
    start = colon.i
    while start > 0 and colon.i - start < LONGEST_LABEL:
        word = colon.doc[start - 1]
        if word.is_space or word.is_quote or word.text in {".", "?", "!", ";", ":"}:
            break
        start -= 1
    label = colon.doc[start : colon.i]
    if not len(label) or len(label) >= LONGEST_LABEL or any(word.pos_ in {"VERB", "AUX"} for word in label):
        return None
    names = [word for word in label if word.pos_ in NOMINAL and word.dep_ != "compound" and word.ent_type_ != "DATE"]
    return names[0] if names else None
