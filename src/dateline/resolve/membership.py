"""Which actor is part of which: "the 155th brigade of Russia's Pacific Fleet", "a spokesman for the ministry"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from dateline.read.findings import ActorPhrase

JOINING = frozenset(("of", "from", "for", "with", "at"))
WHOLES = frozenset(("organisation", "armed_unit", "state", "group", "place_as_actor"))
PARTS = {
    "person": WHOLES,
    "group": WHOLES,
    "armed_unit": WHOLES - {"group"},
    "organisation": frozenset(("organisation", "state", "armed_unit")),
}
STEPS = 16  # links of a chain of wholes


def wholes(doc: Doc, found: Sequence[ActorPhrase], bounds: Mapping[int, tuple[int, int]]) -> dict[int, int]:
    """For clusters that are part of another, that other. No chain leads back to where it began."""
    by_token = {phrase.token: phrase for phrase in found}
    part_of: dict[int, int] = {}
    for phrase in found:
        whole = whole_of(doc, phrase, by_token, bounds)
        if whole is not None and phrase.cluster not in part_of and not leads_to(part_of, whole, phrase.cluster):
            part_of[phrase.cluster] = whole
    return part_of


def whole_of(
    doc: Doc, phrase: ActorPhrase, by_token: Mapping[int, ActorPhrase], bounds: Mapping[int, tuple[int, int]]
) -> int | None:
    """The cluster that a phrase's "of" phrase, owner or joined preposition names."""
    allowed = PARTS.get(phrase.kind, frozenset())
    for token in joined(doc[phrase.token]):
        other = by_token.get(token.i)
        if other is not None and other.cluster != phrase.cluster and other.kind in allowed:
            return other.cluster
    return None


def joined(head: Token) -> list[Token]:
    """The nouns that a noun is joined to, the nearest kind of tie first: "of ...", then "...'s"."""
    tied: list[Token] = []
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in JOINING:
            tied += [inner for inner in child.rights if inner.dep_ == "pobj"]
    return tied + [child for child in head.lefts if child.dep_ == "poss" and child.pos_ in {"PROPN", "NOUN"}]


def leads_to(part_of: Mapping[int, int], start: int, target: int) -> bool:
    """Whether the chain of wholes from a cluster comes to another one."""
    for _ in range(STEPS):
        if start == target:
            return True
        if start not in part_of:
            return False
        start = part_of[start]
    return True
