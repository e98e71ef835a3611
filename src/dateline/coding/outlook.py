"""Whether an event is so, put together from its tellings, and how events of a report bear on one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Token

from dateline.coding.tellings import Telling
from dateline.read.arguments import objects
from dateline.read.parsed import ParsedReport
from dateline.record import Relation
from dateline.record.values import Factuality

DENYING = frozenset(("deny", "denial", "refute", "reject", "dismiss", "rebut", "disown"))
WITHDRAWING = frozenset(("withdraw", "retract", "rescind", "revoke", "drop", "cancel", "call"))
REALISED = frozenset(("actual", "ongoing", "ceased"))


def event_factuality(tellings: Sequence[Telling]) -> Factuality:
    """Denied if any party in the report denies it; else what the first telling says, unless another one realises it
    (a planned march of the headline that the text tells as held)."""
    values: list[Factuality] = [telling.factuality.value for telling in tellings]
    if "denied" in values:
        return "denied"
    if "ceased" in values:
        return "ceased"
    if values[0] in REALISED:
        return values[0]
    return next((value for value in values if value in REALISED), values[0])


def relations(parsed: ParsedReport, events: Sequence[Sequence[Telling]], ids: Sequence[str]) -> list[list[Relation]]:
    """The relations of each event to others: a denial denies what it is about, a withdrawal withdraws it, a harm
    alone is part of the act told next to it."""
    owner = {telling.trigger.token: index for index, event in enumerate(events) for telling in event}
    found: list[list[Relation]] = [[] for _ in events]
    for index, event in enumerate(events):
        for telling in event:
            head = parsed.doc[telling.trigger.token]
            lemma = head.lemma_.lower()
            for below in sorted({owner[token.i] for token in governed(head) if token.i in owner} - {index}):
                if telling.trigger.type == "REJECT" and lemma in DENYING and is_denied(events[below]):
                    add(found[index], Relation("denies", ids[below]))
                elif is_withdrawal(telling, head):
                    add(found[index], Relation("withdraws", ids[below]))
            if is_withdrawal(telling, head) and (earlier := last_about(objects(head), events[:index])) is not None:
                add(found[index], Relation("withdraws", ids[earlier]))
    return found


def is_withdrawal(telling: Telling, head: Token) -> bool:
    """Whether somebody takes back what was done: "withdrew the letter", "called off the strike"."""
    return head.lemma_.lower() in WITHDRAWING and telling.trigger.type in {"CONCEDE", "RETREAT"}


def last_about(things: Iterable[Token], events: Sequence[Sequence[Telling]]) -> int | None:
    """The latest of some events that is told by one of these words, or does something with it: "signed a letter"."""
    words = {thing.lemma_.lower() for thing in things}
    for index in range(len(events) - 1, -1, -1):
        told = {word for telling in events[index] for word in words_of(telling)}
        if words & told:
            return index
    return None


def words_of(telling: Telling) -> Iterator[str]:
    """The last words of a telling's trigger and of what it is done to, in lower case."""
    yield telling.trigger.span.text.lower().split()[-1]
    yield from (filler.span.text.lower().split()[-1] for filler, _ in telling.fillers if filler.role != "actor")


def is_denied(event: Sequence[Telling]) -> bool:
    """Whether an event's own reading is that somebody denies it."""
    return any(telling.factuality.value in {"denied", "negated"} for telling in event)


def governed(head: Token) -> list[Token]:
    """The words below a trigger in its clause, its own subject left out."""
    subjects = {token.i for child in head.children if child.dep_ in {"nsubj", "nsubjpass"} for token in child.subtree}
    return [token for token in head.subtree if token.i != head.i and token.i not in subjects]


def add(found: list[Relation], relation: Relation) -> None:
    """Add a relation once."""
    if relation not in found:
        found.append(relation)
