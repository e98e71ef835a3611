"""What a report says of its actors: age, role, home, affiliation, each with the words that say it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.codebook.actor_words import noun_for
from dateline.codebook.countries import country_of
from dateline.read.actor_names import name_words
from dateline.read.findings import ActorPhrase
from dateline.read.noun_phrases import phrase_bounds
from dateline.read.parsed import ParsedReport
from dateline.record import Attribute, Span
from dateline.record.values import AttributeName

OLDEST = 120  # years
AGE = re.compile(r"(\d{1,3})[- ]years?(?:[- ]olds?)?", re.IGNORECASE)
AGE_AFTER = re.compile(
    r"\s*[,(]\s*(?:(?:who is|aged?)\s+)?(\d{1,3})(?=\s*[,).;]|\s*$)|\s*,?\s*aged\s+(\d{1,3})\b", re.IGNORECASE
)
LOOK_AHEAD = 24  # characters behind a mention in which an age may stand
PLACES = frozenset(("GPE", "LOC", "FAC"))
ROLE_CLASSES = frozenset(("office", "rank", "occupation", "human", "fighter"))


def attributes_of(parsed: ParsedReport, phrase: ActorPhrase, bounds: tuple[int, int]) -> Iterator[Attribute]:
    """The attributes that stand in or at one mention; `bounds` are its tokens."""
    if phrase.kind == "person":
        yield from age(parsed, phrase.span)
        yield from role(parsed, phrase, bounds)
    if phrase.kind in {"person", "group"}:
        yield from home(parsed, phrase.token, bounds)


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
        first = name_words(doc, bounds[0], phrase.token)[0]
        start = without_article(doc, bounds[0], first)
        span = parsed.span(doc[start:first]) if start < first else None
    elif doc[phrase.token].dep_ in {"appos", "attr"} and is_role(doc, bounds[0], phrase.token):
        span = parsed.span(doc[without_article(doc, *bounds) : bounds[1]])
    else:
        return
    if span is not None and any(letter.isalpha() for letter in span.text):
        yield attribute("role", span.text.rstrip(" ,-–—"), trimmed(parsed, span))


def trimmed(parsed: ParsedReport, span: Span) -> Span:
    """The span without punctuation at its end."""
    return parsed.cut(span.start, span.start + len(span.text.rstrip(" ,-–—"))) or span


def without_article(doc: Doc, start: int, end: int) -> int:
    return start + 1 if start < end and doc[start].pos_ == "DET" else start


def is_role(doc: Doc, start: int, head: int) -> bool:
    """Whether a noun phrase says what somebody does."""
    found = noun_for(tuple(token.lower_ for token in doc[max(start, head - 3) : head + 1]))
    return found is not None and found[0].noun_class in ROLE_CLASSES


def home(parsed: ParsedReport, head: int, bounds: tuple[int, int]) -> Iterator[Attribute]:
    """The place that somebody is from: "a nurse from Voronezh", "Ana Roux, 41, of Mendefera"."""
    for place in places_behind(parsed.doc[head]):
        start, end = phrase_bounds(parsed.doc, place.i)
        span = parsed.span(parsed.doc[start:end])
        if span is not None and (start >= bounds[1] or country_of(span.text) is None):
            yield attribute("home", span.text, span)
            return


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
            yield from (place for place in child.rights if place.dep_ == "pobj" and place.ent_type_ in PLACES)


def after_comma(token: Token) -> bool:
    """Whether a comma stands before the token; the "of" of "mayor of Lyon" tells an office and not a home."""
    return token.i > 0 and token.nbor(-1).text == ","
