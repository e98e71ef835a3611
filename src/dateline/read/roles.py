"""Roles: who acts, who it is done to, and with what, around each trigger.

The codebook's frame of a trigger says which role its subject, object, possessor and prepositional phrases fill
(codebook/data/frames.toml); the parse says which words those are (read/arguments, read/offered_roles). The words
nearest to the trigger fill the role (coding guide, rule 4); where they name no recipient, those of its content may.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook.frames import Frame, frames
from dateline.read.arguments import after_preposition
from dateline.read.findings import RoleFiller, Trigger
from dateline.read.implied_recipients import implied_recipients, may_be_party
from dateline.read.noun_phrases import phrase_of
from dateline.read.offered_roles import AGENT_NAMES, NOMINAL, Filler, after, fillers
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Span

TIME_NAMES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL"))
NOT_FILLERS = frozenset(("there", "this", "that", "which", "what", "itself"))
# Acts that are imposed on a place, moved into it or lifted from it, and so done to those there.
TERRITORIAL = frozenset(("COERCE", "MOBILIZE", "RETREAT", "SANCTION", "AID", "CONCEDE", "THREATEN"))


def roles(parsed: ParsedReport, acts: Sequence[Trigger]) -> tuple[RoleFiller, ...]:
    """The fillers of every trigger's roles, in the triggers' order; a word fills one role of a trigger at most."""
    heads = {act.token for act in acts}
    found: list[RoleFiller] = []
    for index, act in enumerate(acts):
        taken = set(tokens_of(parsed.doc[act.token], act.span))
        for role, token in of_phrase(parsed.doc[act.token], act.span, frames()[act.frame]):
            if token.i in taken or token.i in heads or not may_fill(token):
                continue
            taken.add(token.i)
            found.append(RoleFiller(index, role, phrase_of(parsed, token.i), token.i))
        found.extend(implied(parsed, index, act, taken=taken, found=found))
    return tuple(found)


def implied(
    parsed: ParsedReport, index: int, act: Trigger, *, taken: set[int], found: Sequence[RoleFiller]
) -> Iterator[RoleFiller]:
    """The recipients that a trigger's content names, where its own words name no people, body or state."""
    frame = frames()[act.frame]
    if not frame.content:
        return
    named = [one.token for one in found if one.trigger == index and one.role in {"recipient", "object"}]
    if act.type != "MOBILIZE" and any(may_be_party(parsed.doc[token]) for token in named):
        return  # the troops that are moved are not those against whom they move
    head = parsed.doc[act.token]
    nouns = [parsed.doc[i] for i in tokens_of(head, act.span) if i != head.i and parsed.doc[i].pos_ == "NOUN"]
    for token in implied_recipients(head, nouns, purpose=frame.purpose, territory=act.type in TERRITORIAL):
        if token.i not in taken and may_fill(token):
            taken.add(token.i)
            yield RoleFiller(index, "recipient", phrase_of(parsed, token.i), token.i)


def tokens_of(head: Token, span: Span) -> Iterator[int]:
    """The tokens of a trigger's own words, which fill none of its roles."""
    for i in range(max(0, head.i - 5), min(len(head.doc), head.i + 6)):
        if span.start <= head.doc[i].idx < span.end:
            yield i


def of_phrase(head: Token, span: Span, frame: Frame) -> Iterator[Filler]:
    """What the parse offers a trigger and, where it is a phrase with a noun in it, what that noun brings: "imposed
    sanctions on the port", "voiced support for the mayor"."""
    yield from fillers(head, frame)
    for i in tokens_of(head, span):
        if i != head.i and head.doc[i].pos_ == "NOUN" and head.pos_ == "VERB":
            for preposition, word in after_preposition(head.doc[i]):
                yield from after(preposition, word, frame)


def may_fill(token: Token) -> bool:
    """Whether a word can take part in an event at all: a noun, pronoun or nationality; no time, sum or empty word."""
    return (
        (token.pos_ in NOMINAL or token.ent_type_ in AGENT_NAMES)
        and token.ent_type_ not in TIME_NAMES
        and token.lower_ not in NOT_FILLERS
    )
