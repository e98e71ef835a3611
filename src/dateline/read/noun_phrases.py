"""Noun phrases: the words that belong to a head word when an actor or a participant is cut from the text.

A phrase has its determiner, numbers, adjectives, compounds, owners and "of" phrase, and no apposition, coordinated
phrase or clause that follows: "three officers of the port police" from "three officers of the port police, who fled".
"""

from __future__ import annotations

from dateline.read.offices import officers
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Doc, Token
from dateline.record import Span

LEFT_PARTS = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "predet", "npadvmod", "case", "advmod", "punct")
)
SPEAKING_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "minister", "secretary", "candidate", "envoy"))
BODIES_FOR = frozenset(("office", "agency", "commission", "committee", "department", "ministry", "organization"))
OUTCOMES = frozenset(("dead", "alive", "captive", "hostage"))
DEEPEST = 6  # "of" phrases within "of" phrases, and nouns in a list behind "of"
LONGEST_PHRASE = 60  # tokens; longer ones come from broken parses of lists and tables
PHRASES = "dateline.phrases"  # where a text keeps the bounds that were worked out
OPENING = frozenset("([{")
CLOSING = frozenset(")]}")


def phrase_of(parsed: ParsedReport, token: int) -> Span:
    """The noun phrase whose head is the token at this index; the token alone where it heads none.

    Guaranteed: the span holds the token, and never crosses a blank line.
    """
    start, end = phrase_bounds(parsed.doc, token)
    words = parsed.span(parsed.doc[start:end])
    if words is not None:
        return words
    head = parsed.doc[token]
    return Span.cut(parsed.report.text, head.idx, head.idx + len(head))


def phrase_bounds(doc: Doc, token: int) -> tuple[int, int]:
    """The phrase of a head as token indices, half open."""
    kept: dict[int, tuple[int, int]] = doc.user_data.setdefault(PHRASES, {})
    if token not in kept:
        kept[token] = bounds_of(doc, token)
    return kept[token]


def bounds_of(doc: Doc, token: int) -> tuple[int, int]:
    """`phrase_bounds`, worked out."""
    head = doc[token]
    start, end = left_bound(head), right_bound(head)
    office = officers(doc).get(token)
    start = start if office is None else min(start, office)
    start = max(start, token - LONGEST_PHRASE)
    end = min(end, token + LONGEST_PHRASE)
    return trimmed(doc, start, end, token)


def left_bound(head: Token) -> int:
    """The index of the first token before the head that belongs to it, found from the head outwards."""
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in LEFT_PARTS or child.right_edge.i + 1 != start or speaks_of_more(child):
            break
        start = child.left_edge.i
    return after_last_break(head.doc, start, head.i)


def speaks_of_more(child: Token) -> bool:
    """Whether a word before a noun is no part of its phrase: an adverb that speaks of the sentence ("Meanwhile
    protesters") or opens a clause ("when members of"), or the outcome of an act before those who are counted ("shot
    dead two men")."""
    if child.dep_ == "advmod":
        return bool(child.is_sent_start) or child.tag_ == "WRB"
    return child.lower_ in OUTCOMES and child.i + 1 < len(child.doc) and child.nbor().like_num


def right_bound(head: Token, depth: int = 0) -> int:
    """The index after the last token behind the head that belongs to it."""
    end = head.i + 1
    for child in head.rights:
        if child.left_edge.i != end:
            break
        kept = end_of_follower(head, child, depth)
        if kept is None:
            break
        end = kept
    return before_first_break(head.doc, head.i, end)


def end_of_follower(head: Token, child: Token, depth: int) -> int | None:
    """Where a child behind the head ends if it belongs to the phrase; None if the phrase stops before it."""
    if child.dep_ == "prep":
        return end_of_preposition(child, depth) if is_kept(head, child) and depth < DEEPEST else None
    if child.dep_ == "nummod" and head.pos_ == "PROPN":
        return child.right_edge.i + 1
    if child.dep_ == "amod" and child.i == head.i + 1 and child.right_edge.i == child.i:
        return child.i + 1
    if child.dep_ == "appos" and is_title_before(head, child):
        return right_bound(child, depth + 1) if depth < DEEPEST else child.i + 1
    return None


def is_kept(head: Token, preposition: Token) -> bool:
    """Whether a preposition behind the head belongs to the phrase: "of" always, "for" in names and offices, "in" after
    a number ("two in the crowd")."""
    word = preposition.lower_
    if word == "for":
        return head.lower_ in SPEAKING_FOR | BODIES_FOR or (
            head.pos_ == "PROPN" and any(c.text[:1].isupper() for c in preposition.rights)
        )
    return word == "of" or (word == "in" and head.pos_ in {"PRON", "NUM", "DET"})


def is_title_before(head: Token, name: Token) -> bool:
    """Whether the head is a description directly before the name it belongs to: "their lawyer Ana Roux"."""
    return head.pos_ == "NOUN" and name.pos_ == "PROPN" and name.left_edge.i == head.i + 1


def end_of_preposition(preposition: Token, depth: int) -> int | None:
    """Where "of the port police" ends, or None where the preposition has no noun."""
    nouns = [child for child in preposition.rights if child.dep_ == "pobj"]
    if not nouns:
        return None
    noun = nouns[0]
    end = right_bound(noun, depth + 1)
    for _ in range(DEEPEST):
        follower = next((child for child in noun.rights if child.dep_ == "conj"), None)
        if follower is None or follower.pos_ != noun.pos_ or left_bound(follower) > end + 1:
            break
        noun, end = follower, right_bound(follower, depth + 1)
    return end


def after_last_break(doc: Doc, start: int, head: int) -> int:
    """The start moved behind the last blank line between it and the head."""
    for index in range(head - 1, start - 1, -1):
        if is_break(doc[index]):
            return index + 1
    return start


def before_first_break(doc: Doc, head: int, end: int) -> int:
    """The end moved before the first blank line behind the head."""
    for index in range(head + 1, end):
        if is_break(doc[index]):
            return index
    return end


def is_break(token: Token) -> bool:
    """Whether a token is a blank line, or a line break that ends a paragraph."""
    return token.is_space and token.text.count("\n") > 1


def trimmed(doc: Doc, start: int, end: int, head: int) -> tuple[int, int]:
    """The bounds without punctuation and white space at the edges; brackets stay where both stand inside."""
    while start < head and is_edge_waste(doc[start]):
        if doc[start].text in OPENING and any(word.text in CLOSING for word in doc[start:end]):
            break
        start += 1
    while end > head + 1 and is_edge_waste(doc[end - 1]):
        if doc[end - 1].text in CLOSING and any(word.text in OPENING for word in doc[start:end]):
            break
        end -= 1
    return start, end


def is_edge_waste(token: Token) -> bool:
    """Whether a token is left off at a phrase's edges."""
    return token.is_space or token.is_punct or token.is_quote or token.is_bracket or token.lower_ in {"'s", "’s"}
