"""Offices with an "of" before a name: "Deputy Commissioner of Police (East) R K Vale".

The parser often parts such an office from the name that it belongs to, above all before initials; the words stand side
by side, and so they are found by that.
"""

from __future__ import annotations

from typing import cast

from dateline.codebook.actor_words import PERSON_CLASSES, noun_for
from dateline.read.tokens import Doc

LONGEST_OFFICE = 6  # words: "additional deputy director general of police"
LONGEST_NAME = 4
LONGEST_BRACKET = 6  # tokens of "(law and order)" between office and name
PLACES = frozenset(("GPE", "LOC", "FAC"))
KEPT = "dateline.offices"  # where a text keeps what was found


def officers(doc: Doc) -> dict[int, int | None]:
    """At the last word of each name behind such an office the index of the office's first word; None at the other
    words of both."""
    if KEPT not in doc.user_data:
        found: dict[int, int | None] = {}
        for index, word in enumerate(doc.lowers):
            if word == "of":
                found |= officer_at(doc, index)
        doc.user_data[KEPT] = found
    return cast("dict[int, int | None]", doc.user_data[KEPT])


def officer_at(doc: Doc, of: int) -> dict[int, int | None]:
    """The office that an "of" stands in with its name, in the form of `officers`; empty where there is none."""
    noun = noun_for(tuple(doc.lowers[max(0, of - LONGEST_OFFICE + 2) : of + 2]))
    if noun is None or noun[0].noun_class not in PERSON_CLASSES or " of " not in noun[0].word:
        return {}
    start = of + 2 - len(noun[0].word.split())
    first = behind_bracket(doc, of + 2)
    last = first
    while last < min(len(doc), first + LONGEST_NAME) and is_of_name(doc, last):
        last += 1
    if last == first or len(doc[last - 1]) < 2 or (last == first + 1 and doc[first].ent_type_ in PLACES):
        return {}
    return dict.fromkeys(range(start, last - 1)) | {last - 1: start}


def behind_bracket(doc: Doc, index: int) -> int:
    """The index behind the bracket that opens here; the index itself where none does."""
    if index < len(doc) and doc[index].text == "(":
        for end in range(index + 1, min(len(doc), index + LONGEST_BRACKET + 1)):
            if doc[end].text == ")":
                return end + 1
    return index


def is_of_name(doc: Doc, index: int) -> bool:
    """Whether a word may be part of a name: written large, and no day."""
    token = doc[index]
    return token.text[:1].isupper() and token.pos_ == "PROPN" and token.ent_type_ != "DATE"
