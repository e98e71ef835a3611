"""Which tellings are of one event: "one happening, one event, however often told" (coding guide, rules 2 and 3).

Each telling is compared with the latest events of its family (violence, or its own type) and joins the one that it most
probably belongs to, or opens its own. The probability is that of a logistic model over marks of the pair: same word,
definite noun, same or other people, days and places, act and harm in one sentence, and so on, fitted on coded records.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from dateline.coding.learnt import worth
from dateline.coding.relation_signs import answers
from dateline.coding.tellings import Telling
from dateline.read.blending import blended, probability
from dateline.read.encoder import NEVER
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Span

VIOLENT = frozenset(("ASSAULT", "HARM"))
LOOKED_BACK = 12  # events of the same family that a telling is compared with, latest first
TELLINGS_COMPARED = 4  # of each event, the latest
NEEDED = 0.52  # probability from which two tellings are taken for one event
FAR_STEPS, FAR_SENTENCES = 6, 8
GENERAL_WORDS = frozenset(
    ("attack", "assault", "incident", "violence", "killing", "death", "fighting", "operation", "act", "raid", "strike")
)
DEFINITE = frozenset(("the", "this", "that", "these", "those", "its", "his", "her", "their", "same"))
OTHERS = frozenset(("another", "other", "separate", "similar", "previous", "earlier"))
OF_ANOTHER = frozenset(("another", "other", "separate", "unrelated", "second", "third"))
ATTACKS = GENERAL_WORDS | {"shooting", "stabbing", "bombing", "explosion", "blast", "clash", "protest", "rally", "case"}
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
        chance = max(same_event(parsed, telling, other) for other in event.tellings[-TELLINGS_COMPARED:])
        if chance > highest:
            best, highest = event, chance
    return best


def same_event(parsed: ParsedReport, later: Telling, earlier: Telling) -> float:
    """The probability (0 to 1) that two tellings of one family are of one event; 0 where each side does to the other,
    in different sentences, what the other does to it, where one is said to answer the other, or to be of another
    attack, and where one of them is the tally of a year."""
    if later.sentence != earlier.sentence and sides_swapped(later, earlier):
        return 0.0
    if later.sentence == earlier.sentence and answers(parsed, later, earlier):
        return 0.0
    a, b = parsed.doc[later.trigger.token], parsed.doc[earlier.trigger.token]
    if is_tally(a, later) != is_tally(b, earlier) or (is_in_another(a) and not is_in_another(b)):
        return 0.0
    return probability(blended("same event", opinions(parsed, later, earlier)))


def is_tally(word: Token, telling: Telling) -> bool:
    """Whether a telling sums up a year: "300 people have been shot this year"."""
    perfect = any(child.dep_ == "aux" and child.lemma_ == "have" for child in word.children)
    return perfect and any(span.text.lower().endswith("this year") for span in telling.time.spans)


def is_in_another(word: Token) -> bool:
    """Whether a clause is of some other attack: "In a separate shooting, a man was killed"."""
    within = (child for child in word.children if child.dep_ == "prep" and child.lower_ in ("in", "during"))
    nouns = (noun for preposition in within for noun in preposition.children if noun.dep_ == "pobj")
    return any(
        noun.lemma_.lower() in ATTACKS and any(child.lower_ in OF_ANOTHER for child in noun.children) for noun in nouns
    )


def opinions(parsed: ParsedReport, later: Telling, earlier: Telling) -> dict[str, float]:
    """What the marks of the pair say, and the encoder where it saw both words in one window."""
    weights = coreference_weights()
    score = weights["bias"] + worth(weights, marks(parsed, later, earlier))
    seen = [parsed.encoded.relation("same_event", a.start, b.start, b.end) for a, b in both_ways(later, earlier)]
    if min(seen) <= NEVER:
        return {"marks apart": score, "apart": 1.0}
    return {"marks": score, "encoder": sum(seen) / 2}


def both_ways(later: Telling, earlier: Telling) -> tuple[tuple[Span, Span], tuple[Span, Span]]:
    """The two triggers, each as the one that is asked about the other."""
    a, b = later.trigger.span, earlier.trigger.span
    return (a, b), (b, a)


def marks(parsed: ParsedReport, later: Telling, earlier: Telling) -> Iterator[str]:
    """What speaks for or against two tellings being of one event."""
    a, b = parsed.doc[later.trigger.token], parsed.doc[earlier.trigger.token]
    if later.sentence == earlier.sentence:
        place = "same sentence"
        yield f"steps {min(FAR_STEPS, steps_apart(a, b))}"
    else:
        place = "other sentence"
        yield f"sentences {min(FAR_SENTENCES, later.sentence - earlier.sentence)}"
    yield place
    yield f"{family_of(later)}, {place}"
    harms = is_harm(later) + is_harm(earlier)
    yield f"{('acts', 'act and harm', 'harms')[harms]}, {place}"
    yield from (f"{mark}, {place}" for mark in wording(a, b))
    yield from (f"{mark}, {place}" for mark in (*people(later, earlier), *circumstances(later, earlier)))
    if is_unreal(later) != is_unreal(earlier):
        yield "one is not real"
    if later.trigger.mode and earlier.trigger.mode:
        yield f"{'same' if later.trigger.mode == earlier.trigger.mode else 'other'} mode, {place}"
    if parsed.section_at(earlier.trigger.span.start) == "title":
        yield "earlier is in title"


def is_unreal(telling: Telling) -> bool:
    """Whether a telling says that it has not happened; that nobody was hurt is a count and says nothing of the act."""
    nobody = is_harm(telling) and any(figure.best == 0 for figure in telling.figures)
    return telling.factuality.value in NOT_HAPPENED and not nobody


def is_harm(telling: Telling) -> bool:
    """Whether a word tells the effect on somebody: HARM, or killing without saying how."""
    return telling.trigger.type == "HARM" or (telling.trigger.frame == "done-to" and telling.trigger.mode is None)


def steps_apart(a: Token, b: Token) -> int:
    """The number of dependency steps between two words of a sentence."""
    above = {a.i: 0} | {token.i: steps for steps, token in enumerate(a.ancestors, 1)}
    if b.i in above:
        return above[b.i]
    return next((steps + above[token.i] for steps, token in enumerate(b.ancestors, 1) if token.i in above), 99)


def wording(a: Token, b: Token) -> Iterator[str]:
    """What the words themselves say: the same word, a definite noun that points back, a general word, another one."""
    first, second = a.lemma_.lower(), b.lemma_.lower()
    yield "same word" if first == second else "same stem" if first[:5] == second[:5] else "other word"
    if a.pos_ == "NOUN":
        definite = any(child.lower_ in DEFINITE for child in a.children)
        yield f"{'definite' if definite else 'bare'} {'general' if first in GENERAL_WORDS else 'special'} noun"
        if any(child.lower_ in OTHERS for child in a.children):
            yield "called another"
    if a.pos_ == b.pos_ == "NOUN":
        yield "same number" if (a.tag_ == "NNS") == (b.tag_ == "NNS") else "one plural"


def people(later: Telling, earlier: Telling) -> Iterator[str]:
    """What those who take part say: the same ones, or others in the same role, or the sides the other way round."""
    if sides_swapped(later, earlier):
        yield "sides swapped"
    for name, roles in (("actor", ("actor",)), ("recipient", ("recipient", "object"))):
        mine, theirs = later.who(*roles), earlier.who(*roles)
        if mine and theirs:
            yield f"same {name}" if mine & theirs else f"other {name}"
        elif not mine:
            yield f"no {name}"


def sides_swapped(later: Telling, earlier: Telling) -> bool:
    """Whether somebody who acts in one telling is acted upon in the other."""
    return bool(later.who("actor") & earlier.who("recipient") or later.who("recipient") & earlier.who("actor"))


def circumstances(later: Telling, earlier: Telling) -> Iterator[str]:
    """What days and places say."""
    mine, theirs = later.time, earlier.time
    if mine.spans and theirs.spans and mine.earliest and mine.latest and theirs.earliest and theirs.latest:
        apart = mine.latest < theirs.earliest or theirs.latest < mine.earliest
        yield "other days" if apart else "same days"
    yield from counts(later, earlier)
    here, there = {p.text.lower() for p in later.places}, {p.text.lower() for p in earlier.places}
    if here and there:
        yield "same place" if here & there else "other place"


def counts(later: Telling, earlier: Telling) -> Iterator[str]:
    """What figures say: the same count of dead, or another."""
    mine, theirs = ({f.measure: (f.low, f.best) for f in one.figures} for one in (later, earlier))
    shared = mine.keys() & theirs.keys()
    if shared:
        yield "same count" if any(mine[measure] == theirs[measure] for measure in shared) else "other count"


@cache
def coreference_weights() -> dict[str, float]:
    """The coefficients by mark (data/coreference.csv), fitted by training/fit_coreference.py."""
    text = files("dateline.coding").joinpath("data/coreference.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {row["mark"]: float(row["weight"]) for row in rows}
