"""Victims told one beside another: "a woman and her two sons were killed" counts three."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.read.fates import Fates
from dateline.read.findings import ActorPhrase, FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import sentence_bounds
from dateline.read.victims import HARMS, is_one
from dateline.record.values import Measure

LONGEST = 160  # characters from the first to the last


@dataclass(frozen=True, slots=True)
class Member:
    """One of those who stand side by side: how many, with a numeral or not."""

    token: int
    start: int
    end: int
    number: float
    figure: FigurePhrase | None


def counted_together(
    parsed: ParsedReport, people: Sequence[ActorPhrase], figures: Sequence[FigurePhrase], told: Fates
) -> list[FigurePhrase]:
    """The figures, those of victims who stand side by side as one. Counts that all have numerals stay apart."""
    members = {member.token: member for member in everybody(parsed, people, figures)}
    anchors = [(figure.token, figure.measure) for figure in figures if figure.measure in HARMS]
    anchors += [(one.phrase.token, one.harm) for person in told.persons.values() for one in person.mentions]
    found: dict[int, FigurePhrase] = {}
    gone: set[int] = set()
    for token, measure in sorted(anchors):
        group = side_by_side(parsed, token, measure, members)
        if len(group) > 1 and group[0].token not in found:
            whole = as_one(parsed, *in_the_end(group, measure, told))
            if whole is not None:
                found[group[0].token] = whole
                gone.update(member.token for member in group)
    return [*found.values(), *(figure for figure in figures if figure.token not in gone)]


def in_one_sentence(parsed: ParsedReport, figures: Sequence[FigurePhrase]) -> list[FigurePhrase]:
    """The figures, those of single persons who are hurt in one sentence as one, where the report counts no more: "a man
    was shot in the leg and a boy was grazed" counts two."""
    hurt = [figure for figure in figures if figure.measure == "injured" and figure.best != 0]
    if len(hurt) < 2 or any(figure.best != 1 for figure in hurt):
        return list(figures)
    singles = [Member(one.token, one.span.start, one.span.end, 1, one) for one in hurt]
    wholes: list[FigurePhrase] = []
    gone: set[int] = set()
    for _, together in groupby(singles, lambda one: sentence_bounds(parsed.doc[one.token])):
        group = list(together)
        whole = as_one(parsed, group, "injured") if len(group) > 1 else None
        if whole is not None:
            wholes.append(whole)
            gone.update(one.token for one in group)
    return [*wholes, *(figure for figure in figures if figure not in hurt or figure.token not in gone)]


def everybody(parsed: ParsedReport, people: Sequence[ActorPhrase], figures: Sequence[FigurePhrase]) -> Iterator[Member]:
    """Single persons and counts, by the head of their words; a count goes before the words that it counts."""
    for phrase in people:
        if phrase.kind == "person" and is_one(parsed.doc[phrase.token]):
            yield Member(phrase.token, phrase.span.start, phrase.span.end, 1, None)
    for figure in figures:
        if figure.best is not None and figure.best > 0:
            end = max(figure.span.end, figure.counted.end if figure.counted is not None else 0)
            yield Member(figure.token, figure.span.start, end, figure.best, figure)


def side_by_side(parsed: ParsedReport, token: int, measure: Measure, members: Mapping[int, Member]) -> list[Member]:
    """The victims that are joined to one, in their order; none where another harm is told of one of them, or where all
    are counted by numerals."""
    joined = sorted({token, *(other.i for other in parsed.doc[token].conjuncts)})
    group = [members[index] for index in joined if index in members]
    if len(group) != len(joined) or any(one.figure and one.figure.measure not in (measure, "other") for one in group):
        return []
    bare = [one for one in group if one.figure is None or not has_numeral(one.figure)]
    return [] if not bare or tells_names(parsed, group) else group


def tells_names(parsed: ParsedReport, group: Sequence[Member]) -> bool:
    """Whether a count stands first and the names of those whom it counts behind it: "two men, Jo Bell and Ana Ruiz"."""
    first, *others = group
    named = all(parsed.doc[one.token].pos_ == "PROPN" and one.figure is None for one in others)
    return first.number == len(others) > 1 and named


def in_the_end(group: list[Member], measure: Measure, told: Fates) -> tuple[list[Member], Measure]:
    """The victims and what befell them: of those who are hurt together, only those who are not said to die later."""
    if measure != "injured":
        return group, measure
    alive = [one for one in group if not told.dies(one.token)]
    return (alive, measure) if alive else (group, "killed")


def has_numeral(figure: FigurePhrase) -> bool:
    """Whether a count is more than "a" or "his"."""
    return figure.best != 1 or figure.span.text.lower() == "one"


def as_one(parsed: ParsedReport, group: Sequence[Member], measure: Measure) -> FigurePhrase | None:
    """The figure of all of them; None where they do not stand close."""
    start, end = min(one.start for one in group), max(one.end for one in group)
    span = parsed.cut(start, end) if end - start <= LONGEST else None
    total = sum(one.number for one in group)
    return FigurePhrase(span, group[0].token, total, total, total, "exact", measure) if span is not None else None
