"""A report seen as a scene: who stands in which sentence, what part each has in which event, and what each says."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dateline.coding.deeds import Deed
from dateline.coding.event_figures import head_at
from dateline.read.parsed import ParsedReport
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token
from dateline.record import Actor, ActorMention, Claim, Event, PlaceMention, Span
from dateline.record.values import Role

BLAME = frozenset(
    (
        "responsibility", "responsible", "accuse", "blame", "claim", "attribute", "suspect", "behind", "perpetrate",
        "commit", "allege", "author", "perpetrator", "order", "involve", "implicate", "carry", "belong", "admit",
    )
)  # fmt: skip
LOSS = frozenset(
    (
        "victim", "identify", "dead", "die", "body", "corpse", "wound", "injure", "kill", "murder", "death", "hostage",
        "kidnap", "survivor", "casualty", "assassinate", "assassination", "burial", "funeral", "captive",
    )
)  # fmt: skip
IRREGULAR = frozenset(("REB", "UAF", "PRM"))  # sectors
NO_THINGS = frozenset(("DATE", "TIME", "GPE", "PERSON"))
FARTHEST = 6  # sentences from a deed in which those who have a part in it are looked for
MOST_HEADS = 8  # words of a happening around which they are looked for


@dataclass(frozen=True, eq=False)
class Standing:
    """A mention of an actor, or a noun that names a thing (`actor_id` None), with its head and its sentence."""

    head: Token
    sentence: int
    mention: ActorMention | None

    @property
    def actor_id(self) -> str | None:
        """The actor that stands here."""
        return self.mention.actor_id if self.mention is not None else None

    @cached_property
    def governors(self) -> tuple[str, ...]:
        """What the words do that it hangs on, as marks of the models in `involvement`."""
        head = self.head
        verb = next((f"under {above.lemma_.lower()}" for above in head.ancestors if above.pos_ == "VERB"), None)
        after = f"after {head.head.lower_} of {head.head.head.lemma_.lower()}" if head.dep_ == "pobj" else None
        return tuple(mark for mark in (f"as {head.dep_}", verb, after) if mark is not None)


@dataclass(frozen=True, eq=False)
class Scene:
    """All that is asked about a report when its happenings are filled and judged."""

    parsed: ParsedReport
    events: tuple[Event, ...]
    actors: dict[str, Actor]
    mentions: tuple[ActorMention, ...]
    claims: dict[str, Claim]
    places: dict[str, PlaceMention]
    _heads: dict[tuple[int, int], Token | None] = field(default_factory=dict)
    _joined: dict[int, tuple[int, ...]] = field(default_factory=dict)
    _things: dict[int, tuple[Standing, ...]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        parsed: ParsedReport,
        events: Sequence[Event],
        *,
        actors: Sequence[Actor],
        mentions: Sequence[ActorMention],
        claims: Sequence[Claim],
        places: Sequence[PlaceMention],
    ) -> Scene:
        """The scene of a report's findings."""
        by_id = {actor.id: actor for actor in actors}
        told = {claim.id: claim for claim in claims}
        return cls(parsed, tuple(events), by_id, tuple(mentions), told, {place.id: place for place in places})

    @cached_property
    def standing(self) -> tuple[Standing, ...]:
        """Everybody's mentions, in the order of the text."""
        starts = [sentence.start for sentence in self.parsed.sentences]
        heads = [(self.head_of(mention), mention) for mention in self.mentions]
        return tuple(Standing(h, bisect_right(starts, h.i) - 1, m) for h, m in heads if h is not None)

    @cached_property
    def by_sentence(self) -> dict[int, tuple[Standing, ...]]:
        """Everybody's mentions by sentence."""
        found: dict[int, list[Standing]] = {}
        for one in self.standing:
            found.setdefault(one.sentence, []).append(one)
        return {sentence: tuple(there) for sentence, there in found.items()}

    @cached_property
    def sentences_of(self) -> dict[str, list[int]]:
        """The sentences of each actor's mentions."""
        found: dict[str, list[int]] = {}
        for one in self.standing:
            if one.actor_id is not None:
                found.setdefault(one.actor_id, []).append(one.sentence)
        return found

    @cached_property
    def irregulars(self) -> int:
        """How many of the actors bear arms for no state."""
        return sum(actor.codes.sector in IRREGULAR for actor in self.actors.values())

    @cached_property
    def attacks(self) -> int:
        """How many attacks the report tells of."""
        return sum(event.type == "ASSAULT" for event in self.events)

    @cached_property
    def parts(self) -> dict[str, tuple[tuple[Event, Role], ...]]:
        """The part of each actor in each event."""
        found: dict[str, list[tuple[Event, Role]]] = {}
        for event in self.events:
            for one in event.participants:
                if one.actor_id is not None:
                    found.setdefault(one.actor_id, []).append((event, one.role))
        return {actor: tuple(parts) for actor, parts in found.items()}

    @cached_property
    def said(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each actor."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims.values():
            if claim.actor_id is not None:
                found.setdefault(claim.actor_id, []).append(claim)
        return {actor: tuple(claims) for actor, claims in found.items()}

    @cached_property
    def blaming(self) -> frozenset[int]:
        """The sentences that speak of responsibility."""
        return self.speaking_of(BLAME)

    @cached_property
    def losing(self) -> frozenset[int]:
        """The sentences that speak of the dead, the hurt and the taken."""
        return self.speaking_of(LOSS)

    def speaking_of(self, words: frozenset[str]) -> frozenset[int]:
        """The sentences with one of some words."""
        spoken = (
            number
            for number, sentence in enumerate(self.parsed.sentences)
            if any(token.lemma_.lower() in words for token in sentence)
        )
        return frozenset(spoken)

    def head_of(self, words: Span) -> Token | None:
        """The head of some words."""
        place = (words.start, words.end)
        if place not in self._heads:
            self._heads[place] = head_at(self.parsed, words, token_offsets(self.parsed.doc))
        return self._heads[place]

    def heads_of(self, group: Sequence[Deed]) -> dict[int, Role]:
        """The heads of those who have a part in a happening, by token, with their role."""
        heads = ((self.head_of(one), one.role) for deed in group for one in deed.event.participants)
        return {head.i: role for head, role in heads if head is not None}

    def joined_to(self, token: Token) -> tuple[int, ...]:
        """The words that "and", a comma or an apposition joins to a word, some of them twice."""
        if token.i not in self._joined:
            beside = (*token.conjuncts, token.head if token.dep_ == "appos" else token)
            below = (child for child in token.children if child.dep_ == "appos")
            self._joined[token.i] = tuple(one.i for one in (*beside, *below) if one.i != token.i)
        return self._joined[token.i]

    def things_in(self, sentence: int) -> tuple[Standing, ...]:
        """The nouns of a sentence that name nobody, no day and no place."""
        if sentence not in self._things:
            people = {one.head.i for one in self.by_sentence.get(sentence, ())}
            nouns = (token for token in self.parsed.sentences[sentence] if token.pos_ in {"NOUN", "PROPN"})
            things = (token for token in nouns if token.i not in people and token.ent_type_ not in NO_THINGS)
            self._things[sentence] = tuple(Standing(token, sentence, None) for token in things)
        return self._things[sentence]

    def around(self, group: Sequence[Deed], farthest: int = FARTHEST) -> Iterator[int]:
        """The sentences not far from the words of a happening, in order, each once."""
        told = sorted({sentence for deed in group for sentence in deed.sentences})[:MOST_HEADS]
        near = {s + step for s in told for step in range(-farthest, farthest + 1)}
        return iter(sorted(s for s in near if 0 <= s < len(self.parsed.sentences)))
