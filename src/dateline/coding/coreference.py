"""Which tellings are of one event: "one happening, one event, however often told" (coding guide, rules 2 and 3).

An act and the harm told in its sentence are one. Tellings in different sentences are one where type, words, people,
days, places and figures speak for it more than against it; weights below, checked on coded records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from dateline.coding.tellings import Telling
from dateline.read.parsed import ParsedReport

VIOLENT = frozenset(("ASSAULT", "HARM"))
LOOKED_BACK = 12  # events of the same family that a telling is compared with, latest first
NEEDED = 1.5
LONGEST_PATH = 5  # dependency steps between an act and its harm in one sentence
GENERAL_WORDS = frozenset(
    ("attack", "assault", "incident", "violence", "killing", "death", "fighting", "operation", "act", "raid", "strike")
)
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "same"))
NOT_HAPPENED = frozenset(("planned", "requested", "threatened", "hypothetical", "negated"))


@dataclass
class Gathering:
    """An event in the making: its tellings, in the order of the text."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def family(self) -> str:
        """Acts and harms are told of the same happenings."""
        return family_of(self.tellings[0])


def gather(parsed: ParsedReport, tellings: Sequence[Telling]) -> tuple[tuple[Telling, ...], ...]:
    """The tellings by event, events in the order of their first telling."""
    events: list[Gathering] = []
    by_family: dict[str, list[Gathering]] = {}
    for telling in tellings:
        known = by_family.setdefault(family_of(telling), [])
        best = best_event(parsed, telling, known[-LOOKED_BACK:])
        if best is None:
            best = Gathering()
            events.append(best)
            known.append(best)
        best.tellings.append(telling)
    return tuple(tuple(event.tellings) for event in events)


def family_of(telling: Telling) -> str:
    """The type, violence being one family."""
    return "violence" if telling.trigger.type in VIOLENT else telling.trigger.type


def best_event(parsed: ParsedReport, telling: Telling, known: Sequence[Gathering]) -> Gathering | None:
    """The event that a telling belongs to, or None if it opens one; the latest of equals."""
    best, highest = None, NEEDED
    for event in reversed(known):
        weight = max(agreement(parsed, telling, other) for other in event.tellings[-4:])
        if weight > highest or (best is None and weight >= highest):
            best, highest = event, weight
    return best


def agreement(parsed: ParsedReport, later: Telling, earlier: Telling) -> float:
    """How strongly two tellings of one family look like one event; NEEDED or more means that they do."""
    a, b = parsed.doc[later.trigger.token], parsed.doc[earlier.trigger.token]
    if later.sentence == earlier.sentence:
        return NEEDED + 1 if belongs_together(later, earlier, a, b) else -1.0
    weight = wording(a, b) + people(later, earlier) + circumstances(later, earlier)
    if (later.factuality.value in NOT_HAPPENED) != (earlier.factuality.value in NOT_HAPPENED):
        weight -= 1.0
    if later.trigger.mode and earlier.trigger.mode and later.trigger.mode != earlier.trigger.mode:
        weight -= 0.5
    return weight


def belongs_together(later: Telling, earlier: Telling, a: Token, b: Token) -> bool:
    """Whether two words of one sentence tell of one event: an act and its harm near each other in the parse."""
    if family_of(later) != "violence":
        return a.lemma_ == b.lemma_ and steps_apart(a, b) <= 2
    harm = is_harm(later) or is_harm(earlier)
    modes = {later.trigger.mode, earlier.trigger.mode}
    return steps_apart(a, b) <= LONGEST_PATH and (harm or None in modes or len(modes) == 1)


def is_harm(telling: Telling) -> bool:
    """Whether a word tells the effect on somebody: HARM, or killing without saying how."""
    return telling.trigger.type == "HARM" or telling.trigger.frame == "done-to" and telling.trigger.mode is None


def steps_apart(a: Token, b: Token) -> int:
    """The number of dependency steps between two words of a sentence."""
    above = {a.i: 0} | {token.i: steps for steps, token in enumerate(a.ancestors, 1)}
    if b.i in above:
        return above[b.i]
    return next((steps + above[token.i] for steps, token in enumerate(b.ancestors, 1) if token.i in above), 99)


def wording(a: Token, b: Token) -> float:
    """What the words themselves say: the same word, a definite noun that points back, a general word."""
    weight = 0.0
    if a.lemma_.lower() == b.lemma_.lower():
        weight += 1.0
    elif a.lemma_.lower()[:5] == b.lemma_.lower()[:5]:
        weight += 0.7
    if a.pos_ == "NOUN" and any(child.lower_ in DEFINITE for child in a.children):
        weight += 0.8 if a.lemma_.lower() in GENERAL_WORDS else 0.4
    if (a.tag_ == "NNS") != (b.tag_ == "NNS") and a.pos_ == b.pos_ == "NOUN":
        weight -= 0.6
    if any(child.lower_ in {"another", "other", "separate", "similar", "previous", "earlier"} for child in a.children):
        weight -= 1.5
    return weight


def people(later: Telling, earlier: Telling) -> float:
    """What those who take part say: the same ones, or others in the same role."""
    weight = 0.0
    for roles, same, other in ((("actor",), 0.7, -0.7), (("recipient", "object"), 1.0, -1.0)):
        mine, theirs = later.who(*roles), earlier.who(*roles)
        if mine and theirs:
            weight += same if mine & theirs else other
    return weight


def circumstances(later: Telling, earlier: Telling) -> float:
    """What days and places say."""
    weight = 0.0
    mine, theirs = later.time, earlier.time
    if mine.spans and theirs.spans and mine.earliest and mine.latest and theirs.earliest and theirs.latest:
        apart = mine.latest < theirs.earliest or theirs.latest < mine.earliest
        weight += -1.5 if apart else 0.5
    here, there = {p.text.lower() for p in later.places}, {p.text.lower() for p in earlier.places}
    if here and there:
        weight += 0.5 if here & there else -0.8
    return weight
