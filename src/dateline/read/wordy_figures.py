"""Counts without a number: nobody, no casualties, both, a lone victim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook.figure_words import figure_words, measure_words
from dateline.read.counted import Counted
from dateline.read.figure_measures import measure_of
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.record.values import Measure

SINGLE_VICTIM = ("killed", "injured", "missing", "arrested", "captured")
VICTIMS: tuple[Measure, ...] = ("killed", "injured")


def wordy_figures(parsed: ParsedReport) -> Iterator[FigurePhrase]:
    """The counts without a number: nobody, no casualties, a lone victim, both, "a similar number"."""
    words = figure_words()
    for token in parsed.doc:
        lower = token.lower_
        if lower in words.zero_determiners and token.dep_ in ("det", "neg", "nummod") and token.head.i > token.i:
            yield from if_harm(parsed, token, token.head, 0.0)
        elif lower in words.zero_pronouns and token.dep_ in ("nsubjpass", "nsubj", "dobj"):
            yield from if_harm(parsed, token, None, 0.0)
        elif lower == "both" and token.dep_ in ("nsubjpass", "nsubj", "dobj", "appos"):
            yield from if_harm(parsed, token, None, 2.0)
        elif lower in ("a", "an", "another") and token.dep_ == "det" and is_one_person(token.head):
            yield from if_harm(parsed, token, token.head, 1.0)


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


def lone_victims(parsed: ParsedReport, found: Sequence[FigurePhrase]) -> list[FigurePhrase]:
    """The first victim that a report names or points at ("Ana Ruiz was shot dead", "killed his brother"), as a count of
    one, where the report gives no other count of the killed or the injured."""
    lone: dict[Measure, FigurePhrase] = {}
    wanted = [measure for measure in VICTIMS if not any(figure.measure == measure for figure in found)]
    for token in parsed.doc if wanted else ():
        if token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj") and is_one_victim(token):
            measure = measure_of(Counted(token, token, token, None))
            span = parsed.span(parsed.doc[first_of_name(token) : token.i + 1])
            if measure in wanted and measure not in lone and span is not None:
                lone[measure] = FigurePhrase(span, token.i, 1.0, 1.0, 1.0, "exact", measure)
    if "killed" in lone or "killed" not in wanted:
        lone.pop("injured", None)  # most likely the wound that killed
    return [*lone.values()]


def is_one_victim(token: Token) -> bool:
    """Whether a word names one person, or points at one, whom a verb of harm has as its victim."""
    words = measure_words()
    verb = token.head
    if token.dep_ == "pobj":  # "the death of Ana Ruiz"
        strong = verb.lower_ == "of" and verb.head.lemma_.lower() in words.noun_of
    else:
        lemma = verb.lemma_.lower()
        strong = lemma in words.patient or lemma in words.subject or lemma in words.support
        strong = strong and lemma not in words.too_weak_for_one and lemma not in words.only_people
    if not strong or any(child.dep_ == "conj" for child in token.children):
        return False
    if token.pos_ == "PROPN":
        full_name = any(child.dep_ == "compound" and child.pos_ == "PROPN" for child in token.children)
        return token.tag_ == "NNP" and (token.ent_type_ == "PERSON" or (full_name and token.ent_type_ in ("", "ORG")))
    definite = any(child.dep_ in ("poss", "det") and child.lower_ not in ("a", "an") for child in token.children)
    return definite and is_one_person(token)


def first_of_name(token: Token) -> int:
    """Where a name, or a noun with its words in front, begins."""
    return min((child.i for child in token.lefts if child.dep_ in ("compound", "det", "poss", "amod")), default=token.i)
