"""Which actor is part of which: "the 155th brigade of Russia's Pacific Fleet", "a spokesman for the ministry"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook.actor_words import noun_for
from dateline.codebook.countries import country_of
from dateline.read.actor_names import name_key_of
from dateline.read.findings import ActorPhrase
from dateline.read.tokens import Doc, Token

JOINING = frozenset(("of", "from", "for", "with", "at"))
WHOLES = frozenset(("organisation", "armed_unit", "state", "group"))
PARTS = {
    "person": WHOLES,
    "group": WHOLES,
    "armed_unit": WHOLES - {"group"},
    "organisation": frozenset(("organisation", "state", "armed_unit")),
}
ARTICLES = frozenset(("the", "a", "an"))
STEPS = 16  # links of a chain of wholes
LONGEST_NAME = 5  # words of a body's name before a noun ("Socialist Workers Party candidate")


@dataclass(frozen=True, slots=True)
class Tie:
    """What an actor is part of: the cluster of the whole, and the tokens that name it there."""

    whole: int
    start: int
    end: int


def ties(doc: Doc, found: Sequence[ActorPhrase], bounds: Mapping[int, tuple[int, int]]) -> dict[int, Tie]:
    """For clusters that are part of another, the tie to it. No chain leads back to where it began."""
    by_token = {phrase.token: phrase for phrase in found}
    by_name = named_wholes(doc, found, bounds)
    part_of: dict[int, Tie] = {}
    for phrase in found:
        if phrase.cluster in part_of:
            continue
        tied = (
            *joined(doc, phrase, by_token, bounds),
            *before_head(doc, phrase, by_name, bounds),
            *within(phrase, by_token, bounds),
        )
        for tie, kind in tied:
            fits = tie.whole != phrase.cluster and kind in PARTS.get(phrase.kind, frozenset())
            if fits and not leads_to(part_of, tie.whole, phrase.cluster):
                part_of[phrase.cluster] = tie
                break
    return part_of


def named_wholes(
    doc: Doc, found: Sequence[ActorPhrase], bounds: Mapping[int, tuple[int, int]]
) -> dict[tuple[str, ...], tuple[int, str]]:
    """Bodies and states by the words of their names, states also by their country's code; bodies and units without a
    name by their own words ("the armed forces"), the only one of a report also without its country ("the army")."""
    by_name: dict[tuple[str, ...], tuple[int, str]] = {}
    bare: dict[tuple[str, ...], set[tuple[int, str]]] = {}
    for phrase in sorted(found, key=lambda phrase: not phrase.is_name):
        if phrase.kind not in WHOLES - {"group"} or not (phrase.is_name or is_body(doc, phrase.token)):
            continue
        words = [token.text for token in doc[slice(*bounds[phrase.token])] if token.lower_ not in ARTICLES]
        whole = phrase.cluster, phrase.kind
        by_name.setdefault(name_key_of(words), whole)
        if phrase.kind == "state" and (code := country_of(phrase.span.text)):
            by_name.setdefault(("state", code), whole)
        if not phrase.is_name:
            bare.setdefault(name_key_of([word for word in words if not country_of(word)]), set()).add(whole)
    return {key: min(wholes) for key, wholes in bare.items() if len(wholes) == 1} | by_name


def is_body(doc: Doc, token: int) -> bool:
    """Whether a noun stands for a body or a unit, and not for its people ("the rebels")."""
    found = noun_for(tuple(word.lower_ for word in doc[max(0, token - 1) : token + 1]))
    return found is not None and found[0].noun_class in {"body", "unit"}


def joined(
    doc: Doc, phrase: ActorPhrase, by_token: Mapping[int, ActorPhrase], bounds: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[Tie, str]]:
    """The actors that a noun is joined to by a preposition, then its owner."""
    for token in joined_tokens(doc[phrase.token]):
        other = by_token.get(token.i)
        if other is not None:
            yield Tie(other.cluster, *bounds[other.token]), other.kind


def joined_tokens(head: Token) -> Iterator[Token]:
    """The nouns that a noun is joined to: "of ...", then "...'s"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in JOINING:
            yield from (inner for inner in child.rights if inner.dep_ == "pobj")
    yield from (child for child in head.lefts if child.dep_ == "poss" and child.pos_ in {"PROPN", "NOUN"})


def before_head(
    doc: Doc,
    phrase: ActorPhrase,
    by_name: Mapping[tuple[str, ...], tuple[int, str]],
    bounds: Mapping[int, tuple[int, int]],
) -> Iterator[tuple[Tie, str]]:
    """The bodies and states of this report named before the head: "SWP candidate", "Russian troops"."""
    start = bounds[phrase.token][0]
    words = [doc[index].text for index in range(start, phrase.token)]
    for index in range(start, phrase.token):
        for end in range(min(index + LONGEST_NAME, phrase.token), index, -1):
            first = words[index - start]
            found = by_name.get(name_key_of(words[index - start : end - start]))
            if found is None and end == index + 1 and first[:1].isupper():
                found = by_name.get(("state", country_of(first) or ""))
            if found is not None:
                yield Tie(found[0], index, end), found[1]
                break


def within(
    phrase: ActorPhrase, by_token: Mapping[int, ActorPhrase], bounds: Mapping[int, tuple[int, int]]
) -> Iterator[tuple[Tie, str]]:
    """The bodies named behind a crowd's head, inside its words: "a group of SWP members"."""
    if phrase.kind != "group":
        return
    for index in range(phrase.token + 1, bounds[phrase.token][1]):
        other = by_token.get(index)
        if other is not None and other.is_name and other.kind in {"organisation", "armed_unit"}:
            yield Tie(other.cluster, *bounds[index]), other.kind


def leads_to(part_of: Mapping[int, Tie], start: int, target: int) -> bool:
    """Whether the chain of wholes from a cluster comes to another one."""
    for _ in range(STEPS):
        if start == target:
            return True
        if start not in part_of:
            return False
        start = part_of[start].whole
    return True
