"""How the events of a report bear on one another: what is denied or withdrawn, what answers what, which harm belongs to
which act. Read off the syntax between their words; what stands in different sentences is tied by its words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Token

from dateline.coding.tellings import Telling
from dateline.read.arguments import objects
from dateline.read.parsed import ParsedReport
from dateline.record import Relation
from dateline.record.values import EventType, RelationKind

DENYING = frozenset(("deny", "denial", "refute", "reject", "dismiss", "rebut", "disown", "dispute", "contest"))
TAKING_UP = frozenset(("it", "this", "that", "them"))
TOLD = frozenset(("claim", "allegation", "accusation", "report", "charge", "account", "involvement", "assertion"))
WORDS: frozenset[EventType] = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "CONSULT", "AGREE"))
WITHDRAWING = frozenset(
    ("withdraw", "retract", "rescind", "revoke", "drop", "cancel", "call", "lift", "repeal", "annul")
)
RESPONSES = frozenset(("response", "reaction", "retaliation", "reprisal", "revenge", "retribution", "answer", "reply"))
ANSWERING = frozenset(("respond", "react", "retaliate", "avenge", "reply", "answer"))
ANSWERS: frozenset[EventType] = frozenset(("ACCUSE", "SANCTION", "COERCE", "PROTEST", "CONCEDE"))
ANSWERED_THROUGH = frozenset(("for", "over", "against", "at", "to"))
REAL = frozenset(("actual", "ongoing", "ceased"))
ACTS: frozenset[EventType] = frozenset(("ASSAULT", "PROTEST"))
SUFFERED_THROUGH = frozenset(("in", "during", "by", "from"))
STEPS = 6  # words between an event and the one above it that bears on it


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
        denial = telling.trigger.type == "REJECT" and head.lemma_.lower() in DENYING
        if not taken_back and not denial:
            return
        below = [token for token in governed(head) if self.owner.get(token.i, index) != index]
        for token in below:
            other = self.owner[token.i]
            if denial and is_denied(self.events[other]):
                yield "denies", other
            elif taken_back and is_object(token, head):
                yield "withdraws", other
        if denial and takes_up(head) and (told := self.told_before(telling)) is not None and told != index:
            yield "denies", told
        if taken_back and (earlier := self.last_about(objects(head), index)) is not None:
            yield "withdraws", earlier

    def told_before(self, telling: Telling) -> int | None:
        """The event that "it" or "the claim" takes up: the one that tells most of the words just before, a deed rather
        than a word."""
        known = (one for event in self.events for one in event if one.trigger.token < telling.trigger.token)
        near = [one for one in known if telling.sentence - one.sentence <= 1]
        if not near:
            return None
        last = max(one.sentence for one in near)
        depth = {one.index: len(list(self.parsed.doc[one.trigger.token].ancestors)) for one in near}
        best = min(
            (one for one in near if one.sentence == last),
            key=lambda one: (one.trigger.type in WORDS, depth[one.index], one.index),
        )
        return self.owner[best.trigger.token] if best.trigger.type not in WORDS else None

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
        place = next((i for i, word in enumerate(path) if word.lemma_.lower() in RESPONSES and i > 0), None)
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
                return next((act for act in acts if self.events[act][0].trigger.type in ACTS), None)
        return None

    def last_about(self, things: Iterable[Token], index: int) -> int | None:
        """The latest of the events before that is told by one of these words, or does something with it: "signed a
        letter", "a letter urging"."""
        words = {thing.lemma_.lower() for thing in things}
        for earlier in range(index - 1, -1, -1):
            if words & {word for telling in self.events[earlier] for word in self.words_of(telling)}:
                return earlier
        return None

    def words_of(self, telling: Telling) -> Iterator[str]:
        """The last words of a telling's trigger, of what it is done to, and of the paper that it stands in."""
        head = self.parsed.doc[telling.trigger.token]
        yield telling.trigger.span.text.lower().split()[-1]
        yield from (filler.span.text.lower().split()[-1] for filler, _ in telling.fillers if filler.role != "actor")
        if head.dep_ in {"acl", "relcl"}:
            yield head.head.lemma_.lower()
        yield from (child.lemma_.lower() for child in head.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")


def relations(parsed: ParsedReport, events: Sequence[Sequence[Telling]], ids: Sequence[str]) -> list[list[Relation]]:
    """The relations of each event to others: a denial denies what it is about, a withdrawal withdraws it, an answer
    responds to it, a harm alone is part of the act that brought it. Each is told once, and no event bears on itself."""
    found: list[list[Relation]] = [[] for _ in events]
    for index, kind, other in Ties(parsed, events).found():
        relation = Relation(kind, ids[other])
        if relation not in found[index]:
            found[index].append(relation)
    return found


def answers(parsed: ParsedReport, one: Telling, other: Telling) -> bool:
    """Whether a word of response stands between two tellings, so that they cannot be of one event."""
    tokens = {one.trigger.token: 0, other.trigger.token: 1}
    paths = (path_up(parsed.doc[token], tokens) for token in tokens)
    return any(path[-1].i in tokens and any(word.lemma_.lower() in RESPONSES for word in path[1:-1]) for path in paths)


def path_up(head: Token, owner: dict[int, int]) -> list[Token]:
    """From a trigger up to the next trigger above, or as far as it may reach."""
    path = [head]
    while len(path) <= STEPS and path[-1].head.i != path[-1].i:
        path.append(path[-1].head)
        if path[-1].i in owner:
            break
    return path


def is_withdrawal(telling: Telling, head: Token) -> bool:
    """Whether somebody takes back what was done: "withdrew the letter", "called off the strike"."""
    return head.lemma_.lower() in WITHDRAWING and telling.trigger.type in {"CONCEDE", "RETREAT"}


def is_object(token: Token, verb: Token) -> bool:
    """Whether a word is, or stands right within, what a verb is done to."""
    while token.head.i != verb.i:
        if token.dep_ not in {"compound", "amod", "conj", "pobj", "prep", "acl", "xcomp"}:
            return False
        token = token.head
    return token.dep_ in {"dobj", "nsubjpass"}


def takes_up(head: Token) -> bool:
    """Whether what is denied was told before: "denied it", "dismissed the claims"."""
    things = list(objects(head))
    clause = any(child.dep_ in {"ccomp", "xcomp"} for child in head.children)
    if clause:
        return False
    return any(thing.lower_ in TAKING_UP or (thing.lemma_.lower() in TOLD and is_bare(thing)) for thing in things)


def is_bare(noun: Token) -> bool:
    """Whether nothing behind a noun says what it is about."""
    return not any(child.dep_ in {"acl", "prep", "relcl"} for child in noun.children)


def is_denied(event: Sequence[Telling]) -> bool:
    """Whether an event's own reading is that somebody denies it."""
    return any(telling.factuality.value in {"denied", "negated"} for telling in event)


def is_real(telling: Telling) -> bool:
    """Whether a telling says that it is or was so."""
    return telling.factuality.value in REAL


def is_answered(above: Telling, path: Sequence[Token]) -> bool:
    """Whether the upper event answers the lower one: by a word of response between them, or as a stand or a measure
    taken over it ("condemned the attack", "arrested for the murder", "protested against the ban")."""
    between, top = path[1:-1], path[-1]
    if any(word.lemma_.lower() in RESPONSES for word in between) or top.lemma_.lower() in RESPONSES | ANSWERING:
        return True
    if above.trigger.type not in ANSWERS or any(word.pos_ == "VERB" for word in between):
        return False
    step = path[-2]
    if step.dep_ == "dobj":
        return above.trigger.mode == "disapprove"
    return step.dep_ == "prep" and step.lower_ in ANSWERED_THROUGH


def is_suffered(harm: Telling, act: Telling, path: Sequence[Token]) -> bool:
    """Whether a harm was brought by an act: "died in the clashes", "the shelling left families homeless"."""
    if harm.trigger.type != "HARM" or act.trigger.type not in ACTS or not (is_real(harm) and is_real(act)):
        return False
    return path[-2].dep_ in {"nsubj", "agent"} or path[-2].lower_ in SUFFERED_THROUGH


def clause_verb(token: Token) -> Token:
    """The verb of a word's clause."""
    while token.pos_ != "VERB" and token.head.i != token.i:
        token = token.head
    return token


def governed(head: Token) -> list[Token]:
    """The words below a trigger in its clause, its own subject left out."""
    subjects = {token.i for child in head.children if child.dep_ in {"nsubj", "nsubjpass"} for token in child.subtree}
    return [token for token in head.subtree if token.i != head.i and token.i not in subjects]
