"""Counts: how many, with the bounds that the words state, and of what.

Numbers that count no people or things (years, hours, ages, money, distances, the names of units and roads) are left
out. Rules: coding-guide 9.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.codebook.figure_words import figure_words
from dateline.read.all_hit import of_all_hit
from dateline.read.counted import Counted
from dateline.read.enumerations import counted_together, in_one_sentence
from dateline.read.fates import fates, lone_victims, with_fates
from dateline.read.figure_measures import measure_of
from dateline.read.findings import ActorPhrase, FigurePhrase
from dateline.read.not_counts import counts_idly, counts_nothing
from dateline.read.numbers import WrittenNumber, either, written_numbers
from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.read.wordy_figures import wordy_figures

FARTHEST_PART = 120  # characters between a count and one that is part of it
INCLUDING = re.compile(r"\b(?:including|among them|of them|of whom|of those)\s+(?:\w+\s+)?$", re.IGNORECASE)
OUT_OF = ("of", "of the", "of some", "out of")  # "one of 570 men"
OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those|these|which|us)\b", re.IGNORECASE)
PRONOUNS = frozenset(["them", "whom", "those", "these", "they", "us", "which"])
MODIFIERS = ("nummod", "compound", "amod", "det", "quantmod", "nmod", "predet")
COUNTABLE = ("NOUN", "PROPN", "PRON", "ADJ", "VERB")


def figures(parsed: ParsedReport, people: Sequence[ActorPhrase]) -> tuple[FigurePhrase, ...]:
    """Every count of a report in text order, none overlapping another, save that the words of a count of all who were
    hit may tell the injured among them too. `part_of` names another figure. `people` are the report's actors: one
    who is hurt and dies later in the report is counted as killed."""
    starts = [token.idx for token in parsed.doc]
    found = [*number_figures(parsed, starts), *wordy_figures(parsed), *back_references(parsed, starts)]
    told = fates(parsed, people)
    found = [*with_fates(counted_together(parsed, people, found, told), told)]
    found = in_one_sentence(parsed, [*found, *lone_victims(told, found)])

    found.sort(key=lambda figure: (figure.span.start, -figure.span.end))
    apart: list[FigurePhrase] = []
    for figure in found:
        if not apart or figure.span.start >= apart[-1].span.end:
            apart.append(figure)
    return tuple(in_parts(parsed, [*of_all_hit(parsed, apart)]))


def number_figures(parsed: ParsedReport, starts: Sequence[int]) -> Iterator[FigurePhrase]:
    """The counts written as numbers."""
    for number in written_numbers(parsed.report.text):
        counted = located(parsed, number, starts)
        if counted is not None and not counts_nothing(number, counted):
            figure = phrase(parsed, number, counted)
            if figure is not None:
                yield figure


def located(parsed: ParsedReport, number: WrittenNumber, starts: Sequence[int]) -> Counted | None:
    """The number in the parse: its words, their head, and the noun it counts."""
    first = max(bisect_right(starts, number.core_start) - 1, 0)
    last = bisect_left(starts, number.core_end) - 1
    if last < first or last >= len(parsed.doc):
        return None
    tokens = parsed.doc[first : last + 1]
    head = tokens.root
    return Counted(tokens[0], tokens[-1], head, counted_noun(head, last))


def counted_noun(head: Token, last: int) -> Token | None:
    """The noun that a number counts: its head to the right, or the one behind "of"."""
    above = head.head
    modifies = head.dep_ in MODIFIERS and above.i > last and above.pos_ in COUNTABLE
    if modifies and not broken(head, last, above.i):
        return whole(above) if above.pos_ != "VERB" else None
    for child in head.doc[last + 1 : last + 3]:
        if child.dep_ == "prep" and child.lower_ == "of" and last < child.i <= last + 3:
            return next((below for below in child.children if below.dep_ == "pobj"), None)
    return None


def whole(noun: Token) -> Token:
    """The head of a compound that the parse hung a number on in the middle ("500 guerrilla fighters")."""
    return noun.head if noun.dep_ == "compound" and noun.head.i > noun.i else noun


def broken(head: Token, last: int, noun: int) -> bool:
    """Whether a comma or a verb stands between a number and the noun that the parse gives it."""
    between = head.doc[last + 1 : noun]
    return any(token.text in (";", ":", ".", "(", ")") or token.pos_ == "AUX" for token in between)


def phrase(parsed: ParsedReport, number: WrittenNumber, counted: Counted) -> FigurePhrase | None:
    """The figure for a number that counts something."""
    span = parsed.cut(number.start, number.end)
    measure = measure_of(counted)
    if span is None or (measure in ("other", "participants") and counts_idly(number, counted)):
        return None
    return FigurePhrase(
        span=span,
        token=counted.node.i,
        low=number.low,
        best=number.best,
        high=number.high,
        qualifier=number.qualifier,
        measure=measure,
        counted=parsed.span(counted.noun) if counted.noun is not None else None,
    )


def back_references(parsed: ParsedReport, starts: Sequence[int]) -> Iterator[FigurePhrase]:
    """Counts that are another's over again: "a similar number". Their value is filled in from the one before."""
    for match in back_reference().finditer(parsed.report.text):
        number = WrittenNumber(*match.span(), *match.span(), None, None, None, "about")
        counted = located(parsed, number, starts)
        figure = phrase(parsed, number, counted) if counted is not None else None
        if figure is not None:
            yield replace(figure, refers_back=True)


@cache
def back_reference() -> re.Pattern[str]:
    """The words that take up a count from before."""
    return re.compile(either(figure_words().back_references), re.IGNORECASE)


def in_parts(parsed: ParsedReport, found: Sequence[FigurePhrase]) -> Iterator[FigurePhrase]:
    """The figures, each with the one of its sentence that it is included in. A bare number after another count
    counts the same ("killed 12 soldiers: seven by mines")."""
    text = parsed.report.text
    before: FigurePhrase | None = None
    for index, figure in enumerate(found):
        here = figure
        if figure.refers_back and before is not None:
            here = as_before(figure, before)
        elif before is not None and before.measure != "other" and near(parsed, before, figure):
            between = text[before.span.end : figure.span.start]
            part = INCLUDING.search(between) is not None or OF_THEM.match(text, figure.span.end) is not None
            if figure.measure == "other" and (part or counts_the_same(parsed, figure)):
                here = replace(figure, measure=before.measure)
            if part:
                here = replace(here, part_of=index - 1)
        if index + 1 < len(found) and text[figure.span.end : found[index + 1].span.start].strip().lower() in OUT_OF:
            here = replace(here, part_of=index + 1)
        before = here
        yield here


def as_before(figure: FigurePhrase, before: FigurePhrase) -> FigurePhrase:
    """ "A similar number" with the number that it takes up: about as many, or as vaguely many."""
    if before.best is not None:
        return replace(figure, best=before.best)
    return replace(figure, low=before.low, high=before.high, qualifier="vague")


def counts_the_same(parsed: ParsedReport, figure: FigurePhrase) -> bool:
    """Whether a figure names nothing new: a bare number, "two of them", or a list of nationalities."""
    token = parsed.doc[figure.token]
    return figure.counted is None or figure.counted.text.lower() in PRONOUNS or token.ent_type_ == "NORP"


def near(parsed: ParsedReport, earlier: FigurePhrase, later: FigurePhrase) -> bool:
    """Whether two figures stand close to each other in one sentence."""
    same = sentence_bounds(parsed.doc[earlier.token]) == sentence_bounds(parsed.doc[later.token])
    return same and later.span.start - earlier.span.end < FARTHEST_PART
