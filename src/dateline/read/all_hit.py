"""Counts of all who were hit: "five were shot, one fatally" counts the dead among the five.

Being shot says nothing of who lived. Where a report that counts the shot tells of dead among them, the count is of
killed and injured jointly; and where it counts no more injured elsewhere, those who are left are the injured.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.figure_words import measure_words
from dateline.read.findings import FigurePhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token

NEAR = 3  # sentences between the count of the hit and that of the dead among them
BESIDE = 4  # tokens behind a count in which the word that tells of it stands


def of_all_hit(parsed: ParsedReport, figures: Sequence[FigurePhrase]) -> Iterator[FigurePhrase]:
    """The figures; a count of all who were hit as one of casualties, with the injured among them behind it."""
    starts = [sentence.start for sentence in parsed.sentences]
    hits = [is_hit(parsed.doc[figure.token], figure) for figure in figures]
    told = zip(figures, hits, strict=True)
    hurt = [figure.best for figure, hit in told if figure.measure == "injured" and not hit and figure.best]
    injured = max(hurt, default=0)
    deaths = any(figure.measure == "killed" and figure.best for figure in figures)
    jointly: dict[float, float] = {}  # the dead among each number of those who were hit
    for figure, hit in zip(figures, hits, strict=True):
        dead = dead_among(parsed, figure, figures, starts, hurt) or jointly.get(figure.best or 0) if hit else None
        if dead is None or figure.best is None:
            yield replace(figure, measure="injured") if hit and not deaths else figure
            continue
        jointly[figure.best] = dead
        yield replace(figure, measure="killed" if dead == figure.best else "casualties")
        left = figure.best - dead
        if left > injured or (left == injured and not is_told_near(left, figure, figures, hits, starts)):
            yield replace(figure, measure="injured", low=left, best=left, high=left)
            injured = left


def is_told_near(
    left: float,
    hit: FigurePhrase,
    figures: Sequence[FigurePhrase],
    hits: Sequence[bool],
    starts: Sequence[int],
) -> bool:
    """Whether the sentence of a count of the hit, or one beside it, counts those who are left as injured."""
    here = bisect_right(starts, hit.token)
    return any(
        figure.measure == "injured" and figure.best == left and not of_hit
        for figure, of_hit in zip(figures, hits, strict=True)
        if abs(bisect_right(starts, figure.token) - here) <= 1
    )


def is_hit(token: Token, figure: FigurePhrase) -> bool:
    """Whether a figure counts several who were shot, stabbed or struck, and no more is said of them."""
    if figure.qualifier != "exact" or (figure.best or 0) < 2:
        return False
    if figure.measure != "injured":
        return figure.measure == "casualties" and any(
            child.lemma_.lower() in measure_words().hitting for child in token.lefts
        )
    near = (token, token.head, *token.children, *token.doc[token.i + 1 : token.i + 1 + BESIDE])
    lemmas = {one.lemma_.lower() for one in near}
    return bool(lemmas & measure_words().hits) and not lemmas & measure_words().survived


def dead_among(
    parsed: ParsedReport,
    figure: FigurePhrase,
    figures: Sequence[FigurePhrase],
    starts: Sequence[int],
    hurt: Sequence[float],
) -> float | None:
    """How many of those who were hit are counted as dead: in the sentences around, or anywhere where dead and hurt make
    up the whole; None where nobody is."""
    here = bisect_right(starts, figure.token)
    victims = (other for other in figures if not is_by_own_hand(parsed.doc[other.token]))
    near = [
        (abs(bisect_right(starts, other.token) - here), abs(other.token - figure.token), other.best)
        for other in victims
        if other.measure == "killed" and other.best is not None and 0 < other.best <= (figure.best or 0)
    ]
    whole = figure.best or 0
    if whole in hurt and not any(entry[0] == 0 or whole - entry[2] in hurt for entry in near):
        return None  # "four men were shot; all four were hospitalized"
    close = [(whole - entry[2] not in hurt, *entry) for entry in near if entry[0] <= NEAR or whole - entry[2] in hurt]
    return min(close)[-1] if close else None


def is_by_own_hand(token: Token) -> bool:
    """Whether a verb that a count of the dead hangs on is done to oneself: the gunman is none of those he shot."""
    below = [*token.head.children, *(word for child in token.head.children for word in child.children)]
    return token.dep_ == "nsubj" and any(word.lower_ in measure_words().reflexive for word in below)
