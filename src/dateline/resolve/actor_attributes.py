"""What a report says of its actors: age, role, home, affiliation, each with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.codebook.actor_words import noun_for
from dateline.read.actor_names import name_words
from dateline.read.findings import ActorPhrase
from dateline.read.noun_phrases import phrase_bounds
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Doc, Token, Words
from dateline.record import Attribute, Span
from dateline.record.values import AttributeName

OLDEST = 120  # years
AGE = re.compile(r"(\d{1,3})[- ]years?(?:[- ]olds?)?", re.IGNORECASE)
AGE_AFTER = re.compile(
    r"\s*[,(]\s*(?:(?:who is|aged?)\s+)?(\d{1,3})(?=\s*[,).;]|\s*$)|\s*,?\s*aged\s+(\d{1,3})\b", re.IGNORECASE
)
LOOK_AHEAD = 24  # characters behind a mention in which an age may stand
PLACES = frozenset(("GPE", "LOC", "FAC"))
ROLE_CLASSES = frozenset(("office", "rank", "human", "fighter"))


def attributes_of(
    parsed: ParsedReport, phrase: ActorPhrase, bounds: tuple[int, int], *, named: bool
) -> Iterator[Attribute]:
    """The attributes that stand in or at one mention; `bounds` are its tokens; `named`: the report names the actor."""
    if phrase.kind == "person":
        yield from age(parsed, phrase.span)
        if named:
            yield from role(parsed, phrase, bounds)
    if phrase.kind in {"person", "group"}:
        yield from home(parsed, phrase.token)


def attribute(name: AttributeName, value: str, span: Span) -> Attribute:
    return Attribute(start=span.start, end=span.end, text=span.text, name=name, value=value)


def age(parsed: ParsedReport, span: Span) -> Iterator[Attribute]:
    """The age in years: "a 56-year-old nurse", "Ana Roux, 56,", "Ana Roux (56)", "aged 56"."""
    text = parsed.report.text
    if inside := AGE.search(span.text):
        yield from age_at(parsed, inside.group(1), span.start + inside.start(), span.start + inside.end())
    elif after := AGE_AFTER.match(text[span.end : span.end + LOOK_AHEAD]):
        group = 1 if after.group(1) else 2
        yield from age_at(parsed, after.group(group), span.end + after.start(group), span.end + after.end(group))


def age_at(parsed: ParsedReport, digits: str, start: int, end: int) -> Iterator[Attribute]:
    words = parsed.cut(start, end)
    if words is not None and 0 < int(digits) <= OLDEST:
        yield attribute("age", str(int(digits)), words)


def role(parsed: ParsedReport, phrase: ActorPhrase, bounds: tuple[int, int]) -> Iterator[Attribute]:
    """The title before the name, or the apposition or predicate that says what somebody is."""
    doc = parsed.doc
    if phrase.is_name:
        start, end = bounds[0], name_words(doc, bounds[0], phrase.token)[0]
    elif describes_somebody(doc[phrase.token]):
        start, end = bounds
        name = next((child for child in doc[phrase.token].rights if child.dep_ == "appos"), None)
        end = min(end, name.left_edge.i) if name is not None else end
    else:
        return
    start = without_owner(doc, start, end, min(end, phrase.token))
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    span = parsed.span(doc[start:end]) if start < end else None
    if span is not None and is_role(doc[start:end]):
        yield attribute("role", span.text, span)


def describes_somebody(noun: Token) -> bool:
    """Whether a description says what somebody is: "Ana Roux, a nurse", "the nurse, Ana Roux", "she is a nurse"."""
    if noun.dep_ in {"appos", "attr"}:
        return True
    start, end = phrase_bounds(noun.doc, noun.i)
    if is_beside_name(noun.doc, start, end):
        return True
    return any(child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights)


def is_beside_name(doc: Doc, start: int, end: int) -> bool:
    """Whether only a comma parts a phrase from a name before or behind it."""
    behind = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].pos_ == "PROPN"
    return behind or (start > 1 and doc[start - 1].text == "," and doc[start - 2].pos_ == "PROPN")


def without_owner(doc: Doc, start: int, end: int, head: int) -> int:
    """The start moved behind an article, an owner and an age: "their lawyer", "a 41-year-old lawyer"."""
    for index in range(start, head):
        token = doc[index]
        if token.dep_ == "case" or token.tag_ in {"PRP$", "POS"} or token.lower_ in {"old", "’s", "'s"}:
            start = index + 1
    while start < end and (doc[start].pos_ == "DET" or doc[start].is_punct or doc[start].is_space):
        start += 1
    return start


def is_role(words: Words) -> bool:
    """Whether words say what somebody does: an office, a rank, a trade; not "Mr."."""
    lower = tuple(token.lower_ for token in words)
    for index in range(len(lower), 0, -1):
        found = noun_for(lower[max(0, index - 4) : index])
        if found is not None and found[0].noun_class in ROLE_CLASSES:
            return True
    return False


def home(parsed: ParsedReport, head: int) -> Iterator[Attribute]:
    """The place that somebody is from: "a nurse from Voronezh", "Ana Roux, 41, of Mendefera", "a Laconia man"."""
    token = parsed.doc[head]
    place = next(places_behind(token), None)
    start, end = phrase_bounds(parsed.doc, place.i) if place is not None else place_before(token)
    span = parsed.span(parsed.doc[start:end]) if start < end else None
    if span is not None:
        yield attribute("home", span.text, span)


def place_before(noun: Token) -> tuple[int, int]:
    """The bounds of a town's name before a word for a private person; empty where there is none."""
    found = noun_for((noun.lower_,))
    if found is None or found[0].sector != "CVL" or found[0].is_open:
        return 0, 0
    towns = [child for child in noun.lefts if child.dep_ == "compound" and child.ent_type_ == "GPE"]
    return (towns[0].left_edge.i, towns[-1].i + 1) if towns else (0, 0)


def places_behind(head: Token) -> Iterator[Token]:
    """The place names that "from" or "of" joins to a noun or to the age behind it."""
    holders = [
        head,
        *(child for child in head.rights if child.dep_ in {"appos", "npadvmod", "amod"} and child.like_num),
    ]
    for holder in holders:
        for child in holder.rights:
            if child.dep_ != "prep" or child.lower_ not in {"from", "of"}:
                continue
            if child.lower_ == "of" and holder is head and not after_comma(child):
                continue
            yield from (place for place in child.rights if place.dep_ == "pobj" and is_home(place, child))


def is_home(place: Token, preposition: Token) -> bool:
    """Whether a name behind "from" or ", of" is a place: tagged as one, or behind an age (", 41, of Mendefera")."""
    if place.ent_type_ in PLACES:
        return True
    behind_age = preposition.i > 1 and after_comma(preposition) and preposition.nbor(-2).like_num
    return place.pos_ == "PROPN" and behind_age


def after_comma(token: Token) -> bool:
    """Whether a comma stands before the token; the "of" of "mayor of Lyon" tells an office and not a home."""
    return token.i > 0 and token.nbor(-1).text == ","
