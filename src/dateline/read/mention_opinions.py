"""What the encoder takes a noun for: a person, a group, a body, a thing.

The codebook's lists know most words for people and bodies; of the others ("saboteurs", "emigrants") the encoder tells
which stand for somebody, and of what kind.
"""

from __future__ import annotations

from typing import cast

from dateline.read.blending import blended
from dateline.read.encoder import Encoded, labels
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record.values import ActorKind

ACTORS = frozenset(("person", "group", "organisation", "armed_unit", "state"))


def kind_told(parsed: ParsedReport, token: Token) -> ActorKind | None:
    """The kind of actor that a noun of no list stands for; None where it likelier stands for nobody."""
    logits = kind_logits(parsed.encoded, token)
    if blended("unlisted actor", actor_opinions(logits)) <= 0:
        return None
    return cast("ActorKind", max(ACTORS & logits.keys(), key=lambda kind: (logits[kind], kind)))


def kind_logits(encoded: Encoded, token: Token) -> dict[str, float]:
    """How sure the encoder is that a word is part of a mention of each kind."""
    row = encoded.row("inside", token.idx, token.idx + len(token))
    return dict(zip(labels("inside"), (float(logit) for logit in row), strict=True))


def actor_opinions(logits: dict[str, float]) -> dict[str, float]:
    """How sure it is that a word stands for somebody, and that it stands for something else."""
    return {
        "encoder": max(logit for kind, logit in logits.items() if kind in ACTORS),
        "other": max(logit for kind, logit in logits.items() if kind not in ACTORS),
    }
