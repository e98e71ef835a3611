"""Counts without a number: nobody, no casualties, both, a lone victim."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.figure_words import figure_words, measure_words
from dateline.read.counted import Counted
from dateline.read.figure_measures import measure_of
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token

SINGLE_VICTIM = ("killed", "injured", "missing", "arrested", "captured")


def wordy_figures(parsed: ParsedReport) -> Iterator[FigurePhrase]:
    """The counts without a number: nobody, no casualties, a lone victim, both, "a similar number"."""
    words = figure_words()
    for token in parsed.doc:
        lower = token.lower_
        if names_the_rest(token):  # "no one else was hurt" says that somebody was
            continue
        if lower in words.zero_determiners and token.dep_ in ("det", "neg", "nummod") and token.head.i > token.i:
            yield from if_harm(parsed, token, token.head, 0.0)
        elif lower in words.zero_pronouns and token.dep_ in ("nsubjpass", "nsubj", "dobj"):
            yield from if_harm(parsed, token, None, 0.0)
        elif lower == "both" and token.dep_ in ("nsubjpass", "nsubj", "dobj", "appos"):
            yield from if_harm(parsed, token, None, 2.0)
        elif lower == "another" and token.dep_ in ("nsubjpass", "nsubj", "dobj"):
            yield from if_harm(parsed, token, None, 1.0)
        elif lower in ("a", "an", "another") and token.dep_ == "det" and is_one_person(token.head):
            yield from if_harm(parsed, token, token.head, 0.0 if is_not_one(token) else 1.0)


def names_the_rest(token: Token) -> bool:
    """Whether "no" or "nobody" speaks of all but those told before."""
    words = figure_words()
    if token.lower_ not in words.zero_determiners and token.lower_ not in words.zero_pronouns:
        return False
    behind = token.doc.lowers[token.i + 1 : token.i + 3]
    return any(word in ("else", "other", "others", "further", "more") for word in behind)


def is_not_one(article: Token) -> bool:
    """Whether an article opens "not a single person"."""
    doc, i = article.doc, article.i
    return i > 0 and doc[i - 1].lower_ == "not" and i + 1 < len(doc) and doc[i + 1].lower_ == "single"


def is_one_person(noun: Token) -> bool:
    """Whether a singular noun names a person, as far as the codebook and its ending tell ("a 7-year-old")."""
    words = measure_words()
    apposition = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"  # "Jo Bell, a teacher, was killed" names the victim
    abstract = noun.lemma_.lower() in words.counted and noun.dep_ != "nsubjpass"  # "seeks a new body"
    aged = noun.tag_ == "JJ" and noun.lower_.endswith("old")  # "a 7-year-old"
    one_more = any(child.ent_type_ == "ORDINAL" for child in noun.lefts)  # "a fifth protester died": the toll is five
    if one_more or (noun.tag_ != "NN" and not aged) or noun.lemma_.lower() in words.things or apposition or abstract:
        return False
    return noun.lemma_.lower() in words.people or noun.lower_.endswith(words.person_suffixes)


def if_harm(parsed: ParsedReport, token: Token, noun: Token | None, value: float) -> Iterator[FigurePhrase]:
    """A figure from a word like "a" or "no", where it counts victims, the arrested or the like."""
    counted = Counted(token, token, token, noun)
    measure = measure_of(counted)
    wanted = (*SINGLE_VICTIM, "casualties", "damaged") if value == 0 else SINGLE_VICTIM
    span = parsed.span(token)
    if measure in wanted and span is not None:
        about = parsed.span(noun) if noun is not None else None
        yield FigurePhrase(span, (noun or token).i, value, value, value, "exact", measure, about)
