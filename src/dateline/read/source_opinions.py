"""Sources weighed: whom the parse finds behind a cue, and whom the encoder takes for the one who says it.

The parse is right nine times in ten. The encoder is heard where the parse finds nobody, and where it is much surer of
somebody else: both were counted on articles whose attributions were marked by hand (PolNeAR's training part).
"""

from __future__ import annotations

from bisect import bisect_right

from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token

LEAST_SURE = 0.0  # the encoder's log-odds from which somebody may be a source
MUCH_SURER = 2.0  # how far above the parse's source, in log-odds
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
INNER = frozenset(("compound", "amod", "det", "nummod", "poss", "nmod", "relcl", "acl"))


def weighed_source(parsed: ParsedReport, cue: Token, found: Token | None) -> Token | None:
    """The head of the words that name the source: the parse's, unless the encoder is much surer of other words."""
    best = encoders_source(parsed, cue)
    if best is None or (found is not None and best.i == found.i):
        return found
    least = LEAST_SURE if found is None else max(LEAST_SURE, sureness(parsed, cue, found) + MUCH_SURER)
    return best if sureness(parsed, cue, best) > least else found


def encoders_source(parsed: ParsedReport, cue: Token) -> Token | None:
    """The noun or pronoun that the encoder takes for the source of a cue; the first of equals."""
    offsets = token_offsets(parsed.doc)
    heads = (
        parsed.doc[max(0, bisect_right(offsets, start) - 1)]
        for start in parsed.encoded.reached("source", cue.idx, LEAST_SURE)
    )
    able = [head for head in heads if head.pos_ in NOMINAL and head.dep_ not in INNER and head.i != cue.i]
    return max(able, key=lambda head: sureness(parsed, cue, head), default=None)


def sureness(parsed: ParsedReport, cue: Token, source: Token) -> float:
    """The encoder's log-odds of a word being the source of a cue."""
    return parsed.encoded.relation("source", cue.idx, source.idx, source.idx + len(source))
