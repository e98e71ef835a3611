"""How the events of a report bear on one another: what is denied or withdrawn, what answers what, which harm belongs to
which act. Read off the syntax between their words; what stands in different sentences is tied by its words alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dateline.codebook.relation_words import relation_words
from dateline.coding.relation_signs import (
    clause_verb,
    governed,
    is_answered,
    is_denied,
    is_object,
    is_real,
    is_said,
    is_suffered,
    is_withdrawal,
    path_up,
    thing_denied,
)
from dateline.coding.tellings import Telling
from dateline.read.arguments import objects
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Relation
from dateline.record.values import EventType, RelationKind

WORDS: frozenset[EventType] = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT", "AGREE"))
MOST_SENTENCES = 3  # back to what is withdrawn


@dataclass(frozen=True)
class Ties:
    """The events of a report by the words that tell of them."""

    parsed: ParsedReport
    events: Sequence[Sequence[Telling]]

    @cached_property
    def owner(self) -> dict[int, int]:
        """The event that each trigger tells of, by the trigger's token."""
        return {telling.trigger.token: index for index, event in enumerate(self.events) for telling in event}

    def found(self) -> Iterator[tuple[int, RelationKind, int]]:
        """Every relation, as (event, kind, other event); some more than once."""
        for index, event in enumerate(self.events):
            for telling in event:
                head = self.parsed.doc[telling.trigger.token]
                yield from ((index, kind, other) for kind, other in self.spoken(index, telling, head))
                yield from self.of_path(index, telling, head)

    def spoken(self, index: int, telling: Telling, head: Token) -> Iterator[tuple[RelationKind, int]]:
        """What a denial denies and a withdrawal withdraws."""
        taken_back = is_withdrawal(telling, head)
        denial = telling.trigger.type == "REJECT" and head.lemma_.lower() in relation_words("denial", "words")
        if not taken_back and not denial:
            return
        below = [token for token in governed(head) if self.owner.get(token.i, index) != index]
        for token in below:
            other = self.owner[token.i]
            if denial and is_denied(self.events[other]):
                yield "denies", other
            elif taken_back and is_object(token, head):
                yield "withdraws", other
        if denial and (told := self.taken_up(telling, head)) is not None and told != index:
            yield "denies", told
        if taken_back and (earlier := self.last_about(objects(head), telling)) is not None and earlier != index:
            yield "withdraws", earlier

    def taken_up(self, telling: Telling, head: Token) -> int | None:
        """The deed that "it" takes up, or "the claim" if somebody told it: the uppermost of the sentence before."""
        if (thing := thing_denied(head)) is None:
            return None
        by_word = thing.lower_ not in relation_words("denial", "pronouns")
        near = [
            (-one.sentence, len(list(word.ancestors)), one.trigger.token)
            for one, word in self.before(telling, 1)
            if one.trigger.type not in WORDS and (not by_word or is_said(word))
        ]
        return self.owner[min(near)[2]] if near else None

    def before(self, telling: Telling, sentences: int) -> Iterator[tuple[Telling, Token]]:
        """The tellings before another, in its sentence and some before it, the latest first."""
        place = bisect_left(self.in_order, telling.trigger.token, key=lambda one: one.trigger.token)
        for one in reversed(self.in_order[:place]):
            if telling.sentence - one.sentence > sentences:
                return
            yield one, self.parsed.doc[one.trigger.token]

    @cached_property
    def in_order(self) -> list[Telling]:
        """All tellings, in the order of the text."""
        return sorted((one for event in self.events for one in event), key=lambda one: one.trigger.token)

    def of_path(self, index: int, telling: Telling, head: Token) -> Iterator[tuple[int, RelationKind, int]]:
        """What the words between an event and the one above it make of the two."""
        path = path_up(head, self.owner)
        if path[-1].i not in self.owner:
            if (answer := self.answer_beside(path)) is not None and answer != index:
                yield answer, "responds_to", index
            if telling.trigger.type == "HARM" and (act := self.driver(path)) is not None:
                yield index, "part_of", act
            return
        other = self.owner[path[-1].i]
        if other == index:
            return
        above = next(one for one in self.events[other] if one.trigger.token == path[-1].i)
        if is_answered(above, path) and is_real(telling):
            yield other, "responds_to", index
        elif is_suffered(telling, above, path):
            yield index, "part_of", other
        elif is_suffered(above, telling, path):
            yield other, "part_of", index

    def answer_beside(self, path: Sequence[Token]) -> int | None:
        """The event of the clause that an answer opens: "in response to the arrests, workers went on strike"."""
        place = next(
            (i for i, word in enumerate(path) if word.lemma_.lower() in relation_words("answer", "nouns") and i > 0),
            None,
        )
        verb = next((word for word in path[place or 0 :] if word.pos_ == "VERB"), None)
        if place is None or verb is None:
            return None
        below = {word.i for word in path}
        told = (word.i for word in verb.subtree if word.i in self.owner and clause_verb(word) == verb)
        return next((self.owner[i] for i in told if i not in below), None)

    def driver(self, path: Sequence[Token]) -> int | None:
        """The act that is the subject of a verb over a harm: "the shelling forced families to flee"."""
        for below, verb in pairwise(path):
            if verb.pos_ == "VERB" and below.dep_ in {"xcomp", "ccomp", "dobj", "oprd"}:
                acts = (self.owner[child.i] for child in verb.lefts if child.dep_ == "nsubj" and child.i in self.owner)
                return next(
                    (act for act in acts if self.events[act][0].trigger.type in relation_words("harm", "types")), None
                )
        return None

    def last_about(self, things: Iterable[Token], telling: Telling) -> int | None:
        """The latest of the events not long before that is told by one of these words, or does something with it:
        "signed a letter", "a letter urging", "wrote to urge"."""
        words = {thing.lemma_.lower() for thing in things}
        about = (one for one, _ in self.before(telling, MOST_SENTENCES) if words & set(self.words_of(one)))
        return next((self.owner[one.trigger.token] for one in about), None)

    def words_of(self, telling: Telling) -> Iterator[str]:
        """The last words of a telling's trigger, of what it is done to, and of the paper that it stands in."""
        head = self.parsed.doc[telling.trigger.token]
        yield telling.trigger.span.text.lower().split()[-1]
        yield from (filler.span.text.lower().split()[-1] for filler, _ in telling.fillers if filler.role != "actor")
        if head.dep_ in {"acl", "relcl"}:
            yield head.head.lemma_.lower()
        yield from (child.lemma_.lower() for child in head.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
        if telling.trigger.type in WORDS and any(
            word.lemma_.lower() in relation_words("withdrawal", "writing") for word in (head, *head.ancestors)
        ):
            yield "letter"


def relations(parsed: ParsedReport, events: Sequence[Sequence[Telling]], ids: Sequence[str]) -> list[list[Relation]]:
    """The relations of each event to others: a denial denies what it is about, a withdrawal withdraws it, an answer
    responds to it, a harm alone is part of the act that brought it. Each is told once, and no event bears on itself."""
    found: list[list[Relation]] = [[] for _ in events]
    for index, kind, other in Ties(parsed, events).found():
        relation = Relation(kind, ids[other])
        if relation not in found[index]:
            found[index].append(relation)
    return found
