"""Toponyms: words that may name a place, with what speaks for it and against it."""

from __future__ import annotations

from typing import Literal

from dateline.codebook.countries import country_of_capital, country_word
from dateline.codebook.names import name_key
from dateline.codebook.regions import region_adjectives, region_names
from dateline.read.findings import Toponym
from dateline.read.parsed import ParsedReport
from dateline.read.place_candidates import Candidate, NameTest, candidates, place_words
from dateline.read.place_cues import cues, list_cues, surroundings
from dateline.read.tokens import Token

ToponymKind = Literal["name", "adjective", "actor"]


def knows_no_name(words: str) -> bool:
    """The test of a reader without a list of names."""
    return False


def toponyms(parsed: ParsedReport, is_name: NameTest = knows_no_name) -> tuple[Toponym, ...]:
    """Words that may name a place, in the order of the text; none overlaps another.

    `is_name` says of some words whether a place anywhere bears that name. The reader is generous: it is for the
    resolver to drop what no evidence supports (dateline.resolve.places). Adjectives and words for peoples ("Syrian",
    "Syrians") have the kind "adjective"; countries and capitals that act or are acted upon as states have the kind
    "actor", by the coding guide's rule 4.
    """
    around = surroundings(parsed.doc)
    possible = candidates(parsed.doc, is_name)
    found = []
    for candidate, listed in zip(possible, list_cues(parsed.doc, possible), strict=True):
        words = parsed.doc[candidate.start : candidate.end]
        if (span := parsed.span(words)) is not None:
            kind = kind_of(parsed, candidate)
            found.append(Toponym(span, words.root.i, kind, (*cues(parsed.doc, candidate, around), *listed)))
    return tuple(found)


def kind_of(parsed: ParsedReport, candidate: Candidate) -> ToponymKind:
    words = parsed.doc[candidate.start : candidate.end]
    country = country_word(words.text)
    if country is not None and country[1] in ("adjective", "demonym"):
        return "adjective"
    if candidate.basis == "region" and name_key(words.text) in region_adjectives() - region_names():
        return "adjective"
    if (country is not None or country_of_capital(words.text)) and is_acting(words.root):
        return "actor"
    return "name"


def is_acting(token: Token) -> bool:
    """Whether a country or capital does something that states do, or has it done to it: "Moscow's airstrikes"."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    head = token.head
    lemma = head.lemma_.lower()
    if token.dep_ in ("nsubj", "nsubjpass") and head.pos_ in ("VERB", "AUX"):
        return lemma in place_words()["people.acting"]
    if token.dep_ in ("dobj", "iobj", "dative"):
        return lemma in place_words()["people.suffered"]
    if token.dep_ == "poss":
        return lemma in place_words()["people.deeds"]
    if token.dep_ == "pobj" and head.lower_ in ("by", "with", "against"):
        return head.dep_ == "agent" or head.head.lemma_.lower() in place_words()["people.dealings"]
    return False
