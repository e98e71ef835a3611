"""What ties a place to an event: the syntax between them, or that the report has been there since."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook.countries import country_of_capital, country_word
from dateline.read.parsed import ParsedReport
from dateline.read.places import is_acting
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record import PlaceMention, Span

WHERE = frozenset(
    {"in", "at", "near", "on", "outside", "around", "inside", "across", "along", "throughout", "within", "off"}
)
LONGEST_CLIMB = 12  # steps up a parse; deeper trees say nothing of place
MOST_SENTENCES = 4
LOOKED_BACK = 12  # mentions before the sentence
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Tied:
    """A place that may be an event's, its mention's head, and the traits of the tie, each present or not."""

    place: PlaceMention
    token: Token
    traits: tuple[str, ...]


def tied_places(trigger: Token, parsed: ParsedReport, places: Sequence[PlaceMention]) -> list[Tied]:
    """The places of the trigger's sentence, and up to two from before: the last one where something was said to be, and
    the report's first. `places` are in the order of the text, without those that act (`mere_places`)."""
    sentence = trigger.sent
    first = bisect_left(places, sentence.start_char, key=lambda place: place.start)
    end = bisect_left(places, sentence.end_char, key=lambda place: place.start)
    here = [(place, token) for place in places[first:end] if (token := head_of(parsed, place)) is not None]
    ties = [
        Tied(place, token, (*sentence_traits(trigger, place, token), *crowd(here, index)))
        for index, (place, token) in enumerate(here)
    ]
    last = next(located(parsed, reversed(places[max(0, first - LOOKED_BACK) : first])), None)
    if last is not None:
        ties.append(inherited(trigger, parsed, *last, "last"))
    opening = next(located(parsed, places[: min(first, LOOKED_BACK)]), None)
    if opening is not None and not (last is not None and opening[0] is last[0]):
        ties.append(inherited(trigger, parsed, *opening, "opening"))
    return ties


def mere_places(parsed: ParsedReport, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The mentions without countries and capitals that stand for those who act there (coding guide, rule 4)."""
    return tuple(place for place in places if not acts(parsed, place))


def acts(parsed: ParsedReport, place: Span) -> bool:
    """Whether the mention is a country or capital that stands for its state."""
    if country_word(place.text) is None and not country_of_capital(place.text):
        return False
    head = head_of(parsed, place)
    return head is not None and is_acting(head)


def head_of(parsed: ParsedReport, span: Span) -> Token | None:
    words = parsed.doc.words_at(span.start, span.end)
    return words.root if words is not None else None


def located(parsed: ParsedReport, places: Iterable[PlaceMention]) -> Iterator[tuple[PlaceMention, Token]]:
    """Those of the places where something is said to be: after a preposition of place, or in a dateline."""
    for place in places:
        token = head_of(parsed, place)
        if token is not None and (tie_word(token) in WHERE or parsed.section_at(place.start) == "dateline"):
            yield place, token


def sentence_traits(trigger: Token, place: PlaceMention, token: Token) -> tuple[str, ...]:
    """How a place of the same sentence hangs together with the trigger."""
    governor = governor_of(token)
    relation = relation_of(trigger, governor)
    word = tie_word(token)
    side = "after" if token.i > trigger.i else "before"
    distance = abs(token.i - trigger.i)
    return (
        "here",
        f"relation:{relation}",
        f"word:{word}",
        f"relation:{relation} & word:{word if word in WHERE or word in ('from', 'to', 'of', 'into') else 'other'}",
        f"side:{side}",
        f"distance:{min(distance, 30).bit_length()}",
        f"precision:{place.precision}",
    )


def crowd(here: Sequence[tuple[PlaceMention, Token]], index: int) -> tuple[str, ...]:
    """Whether the place holds, or is held by, its neighbour: "the village of A in the B region"."""
    token = here[index][1]
    traits = [] if len(here) > 1 else ["only one"]
    if any(other is not token and other.is_ancestor(token) for _, other in here):
        traits.append("inside the phrase of another")
    if any(other is not token and token.is_ancestor(other) for _, other in here):
        traits.append("another is inside its phrase")
    return tuple(traits)


def inherited(trigger: Token, parsed: ParsedReport, place: PlaceMention, token: Token, which: str) -> Tied:
    """A place from before the trigger's sentence."""
    between = parsed.report.text[place.end : trigger.idx]
    sentences = sentences_between(token, trigger)
    traits = (
        "before",
        f"before:{which}",
        f"before:{which} & sentences {sentences}",
        f"before:{which} & {'other paragraph' if chr(10) in between else 'same paragraph'}",
        f"before & precision:{place.precision}",
        f"before & word:{tie_word(token)}",
    )
    return Tied(place, token, traits)


def sentences_between(earlier: Token, later: Token) -> int:
    """How many sentences on the later word stands, at most four."""
    (_, end), steps = sentence_bounds(earlier), 0
    while end <= later.i and steps < MOST_SENTENCES:
        (_, end), steps = sentence_bounds(earlier.doc[end]), steps + 1
    return steps


def tie_word(token: Token) -> str:
    """The preposition that a place hangs on, through "the city of" and the like; else its dependency."""
    token = phrase_head(token)
    return token.head.lower_ if token.dep_ == "pobj" else token.dep_


def phrase_head(token: Token) -> Token:
    """The head of the phrase that names the place: "city" for Mosul in "the city of Mosul"."""
    for _ in range(LONGEST_CLIMB):
        head = token.head
        if token.dep_ in ("compound", "appos", "conj", "nmod", "poss") and head.pos_ in NOUNS and head.i != token.i:
            token = head
        elif token.dep_ == "pobj" and head.lower_ == "of" and head.head.pos_ == "NOUN" and head.head.i != token.i:
            token = head.head
        else:
            break
    return token


def governor_of(token: Token) -> Token:
    """The verb or noun that the place's phrase hangs on."""
    token = phrase_head(token)
    for _ in range(LONGEST_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX", "NOUN", "PROPN", "ADJ"):
            break
    return token


def relation_of(trigger: Token, governor: Token) -> str:
    """Where the governor stands from the trigger: the trigger itself, above it, below it, or beside it."""
    if governor.i == trigger.i:
        return "own"
    if (steps := steps_up(trigger, governor)) is not None:
        clause = any(token.dep_ in ("ccomp", "relcl", "advcl") for token in path_up(trigger, steps))
        return f"above {min(steps, 3)}" + (" clause" if clause else "")
    if (steps := steps_up(governor, trigger)) is not None:
        clause = any(token.dep_ in ("ccomp", "relcl", "advcl", "xcomp") for token in path_up(governor, steps))
        return f"below {min(steps, 3)}" + (" clause" if clause else "")
    return "beside"


def steps_up(token: Token, goal: Token) -> int | None:
    for step in range(1, LONGEST_CLIMB):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.i == goal.i:
            return step
    return None


def path_up(token: Token, steps: int) -> Iterator[Token]:
    for _ in range(steps):
        yield token
        token = token.head
