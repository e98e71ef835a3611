"""Roles weighed: what the parse offers and what the encoder says, together.

The parse offers a word a role by its place in the clause (read/roles); the encoder says how sure it is of that role,
whatever the clause looks like. An offer that the encoder finds unlikely is dropped, and a noun or pronoun that it is
sure of takes part though the parse offers it nothing: "the men opened fire; four bystanders were hit".
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import get_args

from dateline.read.blending import blended
from dateline.read.encoder import NEVER
from dateline.read.findings import RoleFiller, Trigger
from dateline.read.noun_phrases import phrase_of
from dateline.read.parsed import ParsedReport
from dateline.read.roles import may_fill
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token
from dateline.record.values import Role

ROLES: tuple[Role, ...] = get_args(Role)
UNDERGOING: tuple[Role, ...] = ("recipient", "object")  # one question to the encoder: whom or what it is done to
LEAST_LOOKED_AT = -2.0  # the encoder's log-odds from which a word that the parse offers nothing is weighed
INNER = frozenset(("compound", "amod", "poss", "nummod", "det", "nmod", "quantmod", "case", "flat", "npadvmod"))
SENTENCES_AWAY = 1
SPEAKING_OF_ACTS = frozenset(("ACCUSE", "REJECT", "REQUEST"))


def weighed(parsed: ParsedReport, acts: Sequence[Trigger], offered: Sequence[RoleFiller]) -> tuple[RoleFiller, ...]:
    """The fillers that parse and encoder together find likely, by trigger, in the order of the text."""
    kept = [filler for filler in offered if blended(f"offered {group(filler.role)}", heard(parsed, acts, filler)) > 0]
    taken = {(filler.trigger, filler.token) for filler in kept}
    spoken = speakers_of_acts(parsed, acts, kept)
    for filler in proposed(parsed, acts, taken):
        if filler.role == "actor" and (filler.trigger, filler.token) in spoken:
            continue
        if blended(f"proposed {group(filler.role)}", heard(parsed, acts, filler)) > 0:
            taken.add((filler.trigger, filler.token))
            kept.append(filler)
    return tuple(sorted(kept, key=lambda filler: filler.trigger))


def speakers_of_acts(parsed: ParsedReport, acts: Sequence[Trigger], kept: Sequence[RoleFiller]) -> set[tuple[int, int]]:
    """Who accuses of each act, rejects or demands it, and so does not do it: "the union accused guards of beating"."""
    found: set[tuple[int, int]] = set()
    place_of = {act.token: index for index, act in enumerate(acts)}
    for filler in kept:
        if filler.role == "actor" and acts[filler.trigger].type in SPEAKING_OF_ACTS:
            below = parsed.doc[acts[filler.trigger].token].subtree
            found |= {(place_of[token.i], filler.token) for token in below if token.i in place_of}
    return found


def group(role: Role) -> str:
    """Recipients and objects are told apart by their kind, later."""
    return "recipient" if role in UNDERGOING else role


def heard(parsed: ParsedReport, acts: Sequence[Trigger], filler: RoleFiller) -> dict[str, float]:
    """What the encoder says of a word in a role, and in the others."""
    act = acts[filler.trigger]
    logits = role_logits(parsed, act, parsed.doc[filler.token])
    mine = group(filler.role)
    return {"encoder": logits[mine], "other": max(logit for role, logit in logits.items() if role != mine)}


def role_logits(parsed: ParsedReport, act: Trigger, token: Token) -> dict[str, float]:
    """The encoder's log-odds of each role for a word of an act."""
    found: dict[str, float] = {}
    for role in ROLES:
        logit = parsed.encoded.relation(role, act.span.start, token.idx, token.idx + len(token))
        found[group(role)] = max(logit, found.get(group(role), NEVER))
    return found


def proposed(parsed: ParsedReport, acts: Sequence[Trigger], taken: set[tuple[int, int]]) -> Iterator[RoleFiller]:
    """Words near each trigger that the encoder gives a role, the surest first."""
    heads = {act.token for act in acts}
    starts = [sentence.start for sentence in parsed.sentences]
    offsets = token_offsets(parsed.doc)
    for index, act in enumerate(acts):
        near = sentences_near(parsed, starts, act)
        best: dict[int, tuple[float, Role]] = {}
        for role in ROLES:
            for start in parsed.encoded.reached(role, act.span.start, LEAST_LOOKED_AT):
                token = parsed.doc[max(0, bisect_right(offsets, start) - 1)]
                if token.i in near and token.i not in heads and (index, token.i) not in taken and can_fill(token):
                    logit = parsed.encoded.relation(role, act.span.start, token.idx, token.idx + len(token))
                    best[token.i] = max(best.get(token.i, (NEVER, role)), (logit, role))
        for at, (_, role) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
            yield RoleFiller(index, role, phrase_of(parsed, at), at)


def can_fill(token: Token) -> bool:
    """Whether a word heads a phrase that can take part."""
    return token.dep_ not in INNER and may_fill(token)


def sentences_near(parsed: ParsedReport, starts: Sequence[int], act: Trigger) -> range:
    """The tokens of the trigger's sentence and its neighbours."""
    number = bisect_right(starts, act.token) - 1
    low, high = max(0, number - SENTENCES_AWAY), min(len(starts), number + SENTENCES_AWAY + 1)
    return range(parsed.sentences[low].start, parsed.sentences[high - 1].end)
