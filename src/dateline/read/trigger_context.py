"""How sure a trigger is where it stands: the lexicon's measured precision, shifted by the context of the word.

A logistic model over a few marks of syntax ("a noun that only modifies another", "a verb with an object", "a sentence
with a date"), with coefficients fitted on coded records by training/fit_trigger_context.py and committed as
data/trigger_context.csv. Its output is the share of such words that coders marked as an event of this type.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from dateline.read.token_facts import names_near
from dateline.read.tokens import Token

DETERMINERS = {"the": "the", "a": "a", "an": "a", "this": "this", "that": "this", "these": "this", "those": "this"}
GENERIC = frozenset(("any", "no", "such", "every", "each", "all", "some", "many", "more"))
HYPOTHETICAL = frozenset(("would", "could", "may", "might", "can", "should", "must"))
SENTENCE_NAMES = frozenset(("DATE", "TIME", "CARDINAL", "GPE", "PERSON", "ORG", "NORP"))


def marks(head: Token, word_count: int) -> Iterator[str]:
    """The marks of a trigger's context, each at most once."""
    yield f"dep:{head.dep_}"
    yield f"tag:{head.tag_}"
    if word_count > 1:
        yield "phrase"
    children = list(head.children)
    deps = {child.dep_ for child in children}
    for dep in ("nsubj", "nsubjpass", "dobj", "agent", "poss", "prep", "neg", "acl", "relcl", "compound", "nummod"):
        if dep in deps:
            yield f"has:{dep}"
    if head.pos_ in {"NOUN", "PROPN"}:
        lowers = {child.lower_ for child in children}
        yield "det:" + next((DETERMINERS[word] for word in DETERMINERS if word in lowers), "none")
        if lowers & GENERIC:
            yield "det:generic"
        yield f"under:{head.head.pos_}"
    if any(child.lower_ in HYPOTHETICAL for child in children if child.dep_ == "aux"):
        yield "modal"
    yield from (f"near:{name}" for name in sorted(names_near(head) & SENTENCE_NAMES))


def confidence(precision: float, head: Token, word_count: int) -> float:
    """The probability (0 to 1) that the word is an event of its entry's type, here."""
    weights = context_weights()
    score = weights.get("bias", 0.0) + weights.get("precision", 1.0) * log_odds(precision)
    score += sum(weights.get(mark, 0.0) for mark in marks(head, word_count))
    return 1 / (1 + math.exp(-score))


def log_odds(share: float) -> float:
    """The logit of a share, which is kept away from 0 and 1."""
    share = min(0.99, max(0.01, share))
    return math.log(share / (1 - share))


@cache
def context_weights() -> dict[str, float]:
    """The coefficients by mark."""
    text = files("dateline.read").joinpath("data/trigger_context.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["mark"]: float(row["weight"]) for row in rows}
