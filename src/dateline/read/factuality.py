"""Whether an event is told as so: actual, ongoing, denied, negated, planned, requested, threatened, hypothetical or
ceased, with the words that decide and a score of how far the text commits itself.

The value is coding-guide rule 6 (`factuality_value`) over the signs of `factuality_signs`, unless the encoder is much
surer of another; the score adds up what crowd judgements say that each sign weighs (`factuality_scores.csv`; Lee et al.
2015), with the encoder's word beside it except where the signs deny.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from dateline.codebook.factuality_words import factuality_scores
from dateline.read.blending import blend_weights
from dateline.read.encoder import labels
from dateline.read.factuality_signs import Clause, Governor, clause_of, governors_of, head_of
from dateline.read.factuality_value import decide, outside
from dateline.read.findings import FactualityReading
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Span
from dateline.record.values import Factuality

LOWEST, HIGHEST = -3.0, 3.0
ENCODER_SHARE = 0.35  # of the score; more makes it worse on UW's dev part
DENYING = frozenset(("negated", "denied"))  # rare in what the encoder learnt scores from


def factuality(parsed: ParsedReport, targets: Sequence[Span]) -> tuple[FactualityReading, ...]:
    """One reading a target, in the targets' order. A target in no word of the report is "unknown" with score 0."""
    starts = [token.idx for token in parsed.doc]
    return tuple(reading(parsed, token_at(parsed, target, starts), target) for target in targets)


def token_at(parsed: ParsedReport, target: Span, starts: Sequence[int]) -> Token | None:
    """The head of the target's words."""
    first = max(bisect_right(starts, target.start) - 1, 0)
    tokens = [token for token in parsed.doc[first : bisect_left(starts, target.end)] if not token.is_space]
    return head_of(tokens) if tokens else None


def reading(parsed: ParsedReport, token: Token | None, target: Span) -> FactualityReading:
    """The reading of the event that a word tells of."""
    if token is None:
        return FactualityReading("unknown", 0.0)
    clause, governors = clause_of(token), governors_of(token)
    value, cue = decide(token, outside(clause, target), governors)
    signed = score(token, clause, governors, value)
    heard = likeliest(parsed, target, value)
    words = parsed.span(cue) if cue is not None and heard == value else None
    share = 0.0 if value in DENYING else ENCODER_SHARE
    return FactualityReading(heard, round((1 - share) * signed + share * encoded_score(parsed, target), 3), words)


def likeliest(parsed: ParsedReport, target: Span, decided: Factuality) -> Factuality:
    """The value that signs and encoder together find likeliest; of equals the one that the signs decided."""
    logits = parsed.encoded.row("factuality", target.start, target.end)
    values: list[Factuality] = labels("factuality")  # type: ignore[assignment]
    weights = blend_weights()["factuality"]
    sure = {
        value: float(logit) * weights["encoder"] + (value == decided) * (weights["signs"] + weights.get(value, 0.0))
        for value, logit in zip(values, logits, strict=True)
    }
    return max(values, key=lambda value: (sure[value], value == decided))


def encoded_score(parsed: ParsedReport, target: Span) -> float:
    """The encoder's score on the same scale."""
    return min(HIGHEST, max(LOWEST, float(parsed.encoded.row("score", target.start, target.end)[0])))


def score(token: Token, clause: Clause, governors: Sequence[Governor], value: Factuality) -> float:
    """The weights of the signs, added up and cut to the scale."""
    weights = factuality_scores()
    total = weights.get("", 0.0) + sum(weights.get(sign, 0.0) for sign in signs(token, clause, governors, value))
    return round(min(HIGHEST, max(LOWEST, total)), 3)


def signs(token: Token, clause: Clause, governors: Sequence[Governor], value: Factuality) -> Iterator[str]:
    """The names of an event's signs, as the table of scores has them."""
    yield f"value:{value}"
    yield f"form:{clause.form}"
    yield f"word:{token.lemma_.lower()}"
    yield f"dep:{token.dep_}"
    if clause.determiner:
        yield f"determiner:{clause.determiner}"
    for name in ("negation", "modal", "marker", "adverb"):
        word = getattr(clause, name)
        if word is not None:
            yield f"{name}:{word.lemma_.lower()}"
    for name in ("question", "perfect", "progressive", "infinitive"):
        if getattr(clause, name):
            yield name
    for place, governor in enumerate(governors[:3]):
        where = f"above{min(place, 1)}:{governor.relation}"
        yield where
        yield f"{where}:{governor.token.lemma_.lower()}"
        negated = ":not" if governor.clause.negation is not None else ""
        for name in governor.classes:
            yield f"{where}:{name}{negated}"
        if governor.clause.modal is not None:
            yield f"above:modal:{governor.clause.modal.lower_}"
        if negated:
            yield "above:not"
        if governor.clause.infinitive:
            yield "above:infinitive"
        if governor.clause.marker is not None:
            yield f"above:marker:{governor.clause.marker.lower_}"
        if governor.preposition is not None:
            yield f"above:preposition:{governor.preposition.lower_}"
