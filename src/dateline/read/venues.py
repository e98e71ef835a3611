"""Venues: in, on or to what somebody speaks ("in a statement", "on Telegram", "told the BBC")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.codebook.cues import venue_words
from dateline.read.contents import is_medium, source_span
from dateline.read.parsed import ParsedReport
from dateline.record import Span

MEDIA = frozenset(("in", "on", "at", "via", "by", "through", "over", "during", "to", "with", "from"))
HEARERS = frozenset(("dobj", "dative"))
TELLING = frozenset(("tell", "inform", "brief", "remind", "assure", "email", "text"))


def venue_of(parsed: ParsedReport, cue: Token) -> Span | None:
    """The words for where something was said; None where the text does not tell."""
    if cue.lower_ == "according":
        return None
    for noun in venue_heads(cue):
        if noun.lemma_.lower() in venue_words() or (noun.ent_type_ == "ORG" and noun.head.i == cue.i):
            return source_span(parsed, noun, cue, with_medium=True)
    return None


def venue_heads(cue: Token) -> Iterator[Token]:
    """The nouns that may name a venue: those addressed, then those behind a preposition, nearest first."""
    telling = cue.lemma_.lower() in TELLING
    for child in cue.children:
        if telling and child.dep_ in HEARERS:
            yield child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in MEDIA:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "nsubj":
            yield from venues_of_subject(child)


def venues_of_subject(subject: Token) -> Iterator[Token]:
    """The media that the parse hangs on the speaker: "Smith in a video said ..."."""
    for child in subject.rights:
        if is_medium(child):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
