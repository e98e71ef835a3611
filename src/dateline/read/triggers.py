"""Event triggers: words of the codebook's lexicon, and words that the encoder takes for an act or a harm.

How sure a trigger is follows from how often the lexicon's entry has proved right, from the syntax around it
(read/word_matches) and from the encoder (read/proposals); a word that the lexicon lacks stands on the encoder alone.
Where several types or entries are possible for a word, the surest wins. What is told by headline, lead and later
sentence is found each time; that it is one event is for the coding room.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.lexicon import WordClass
from dateline.codebook.weapons import tools
from dateline.read.blending import blended, probability
from dateline.read.findings import Trigger
from dateline.read.parsed import ParsedReport
from dateline.read.proposals import best_mode, best_type, opinions, usual_frame
from dateline.read.token_facts import token_offsets
from dateline.read.tokens import Token
from dateline.read.trigger_context import log_odds
from dateline.read.word_matches import WORDLESS_NAMES, Match, all_matches
from dateline.record.values import EventType

LEAST_CONFIDENCE = 0.54  # a trigger is taken where it is a little likelier than not; confidence is calibrated
LEAST_OF_MOBILIZE = 0.3  # the same for words of forces brought out, of which coders of records mark few
WORD_WORTH = 0.1  # of confidence, that a longer phrase may have less than its parts and still be preferred
LEAST_PROPOSED = -1.5  # the encoder's log-odds from which a word that the lexicon lacks is looked at
SURE_OF_MODE = 0.5  # the encoder's probability from which its mode is taken where the lexicon has none
POLICE_TESTS = frozenset(("security-subject", "security-object", "security-context"))
ASKING = frozenset(("THREATEN", "REQUEST"))
SILENT_SECTIONS = frozenset(("byline", "dateline"))
CLASSES: dict[str, WordClass] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word or phrase that may tell of an event, with how sure all readers are together."""

    head: int
    tokens: tuple[int, ...]
    type: EventType
    mode: str | None
    frame: str
    confidence: float
    least: float = LEAST_CONFIDENCE  # how sure it must be

    @property
    def rank(self) -> tuple[float, int, str]:
        """Surer first, where each further word of a phrase counts for something; then earlier."""
        return (-self.confidence - WORD_WORTH * (len(self.tokens) - 1), self.head, self.type)


def triggers(parsed: ParsedReport) -> tuple[Trigger, ...]:
    """The triggers of a report, in its order; no two share a token."""
    sure = [candidate for candidate in candidates(parsed) if candidate.confidence >= candidate.least]
    chosen = [as_trigger(parsed, candidate) for candidate in without_overlaps(sure)]
    return tuple(t for t in chosen if t is not None and parsed.section_at(t.span.start) not in SILENT_SECTIONS)


def candidates(parsed: ParsedReport) -> Iterator[Candidate]:
    """Every match of the lexicon, and every word that the encoder proposes with a type the lexicon does not give it."""
    matched: set[tuple[int, str]] = set()
    for match in all_matches(parsed):
        if match.entry.word_class == "verb" or not is_means(parsed.doc[match.head]):
            matched.add((match.head, match.entry.type))
            yield from_match(parsed, match)
    for token in promising(parsed):
        proposed = proposal(parsed, token)
        if proposed is not None and (token.i, proposed.type) not in matched:
            yield proposed


def promising(parsed: ParsedReport) -> Iterator[Token]:
    """The verbs, nouns and adjectives of which the encoder thinks that they may tell of an event; it knows a name that
    tells of one ("the U.S. Invasion of Panama") from one that does not, where the lexicon leaves all names alone."""
    offsets = token_offsets(parsed.doc)
    places = (bisect_right(offsets, start) - 1 for start in parsed.encoded.above("triggers", LEAST_PROPOSED))
    for index in dict.fromkeys(place for place in places if place >= 0):
        token = parsed.doc[index]
        if token.pos_ in CLASSES and token.ent_type_ not in WORDLESS_NAMES and not is_means(token):
            yield token


def is_means(token: Token) -> bool:
    """Whether a weapon is named as what another act is done with: "a bomb killed nine", "attacked with a car bomb"."""
    if token.pos_ not in {"NOUN", "PROPN"} or token.lemma_.lower() not in tools():
        return False
    through = token.dep_ == "pobj" and token.head.lower_ in {"with", "using"}
    return through or (token.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in token.head.children))


def from_match(parsed: ParsedReport, match: Match) -> Candidate:
    """A match of the lexicon, with the encoder heard."""
    head, entry = parsed.doc[match.head], match.entry
    start, end = head.idx, head.idx + len(head)
    tokens = without_content(parsed, match) if entry.type in ASKING else match.tokens
    mode = entry.mode
    if mode is None:
        mode = proposed_mode(parsed, entry.type, start, end)
    use = "police trigger" if is_police_word(match) else "listed trigger"
    sure = probability(blended(use, numbers(parsed, match)))
    least = LEAST_OF_MOBILIZE if entry.type == "MOBILIZE" else LEAST_CONFIDENCE
    return Candidate(match.head, tokens, entry.type, mode, entry.frame, sure, least)


def without_content(parsed: ParsedReport, match: Match) -> tuple[int, ...]:
    """The words of a threat or demand without the act that is threatened or demanded, which is an event of its own."""
    inside = {
        word.i
        for child in parsed.doc[match.head].children
        if child.dep_ in {"xcomp", "ccomp"}
        for word in child.subtree
    }
    return tuple(token for token in match.tokens if token not in inside)


def is_police_word(match: Match) -> bool:
    """Whether an entry is a word of any use, which tells of an act of police or troops only beside them."""
    return match.entry.type == "MOBILIZE" and match.entry.needs in POLICE_TESTS


def numbers(parsed: ParsedReport, match: Match) -> dict[str, float]:
    """What lexicon and encoder say of a match."""
    head = parsed.doc[match.head]
    found = opinions(parsed.encoded, match.entry.type, head.idx, head.idx + len(head))
    return found | {"lexicon": log_odds(match.confidence)}


def proposal(parsed: ParsedReport, token: Token) -> Candidate | None:
    """A word as the encoder alone sees it; None where it sees no event."""
    start, end = token.idx, token.idx + len(token)
    best = best_type(parsed.encoded, start, end)
    if best is None:
        return None
    kind, _ = best
    sure = probability(blended("unlisted trigger", opinions(parsed.encoded, kind, start, end)))
    frame = usual_frame(kind, CLASSES[token.pos_])
    return Candidate(token.i, (token.i,), kind, proposed_mode(parsed, kind, start, end), frame, sure)


def proposed_mode(parsed: ParsedReport, kind: EventType, start: int, end: int) -> str | None:
    """The encoder's mode where it is sure of one."""
    mode, chance = best_mode(parsed.encoded, kind, start, end)
    return mode if chance >= SURE_OF_MODE else None


def without_overlaps(found: list[Candidate]) -> list[Candidate]:
    """The candidates that share no token, the better of two kept, in the order of the text."""
    taken: set[int] = set()
    kept = []
    for candidate in sorted(found, key=lambda candidate: candidate.rank):
        if taken.isdisjoint(candidate.tokens):
            taken.update(candidate.tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.head)


def as_trigger(parsed: ParsedReport, candidate: Candidate) -> Trigger | None:
    """A candidate as a trigger: the whole phrase where its words stand together, the head word otherwise."""
    doc, first, last = parsed.doc, min(candidate.tokens), max(candidate.tokens)
    together = last - first < len(candidate.tokens) + candidate.tokens.count(candidate.head)
    span = parsed.span(doc[first : last + 1] if together else doc[candidate.head])
    if span is None:
        return None
    return Trigger(
        span, candidate.head, candidate.type, candidate.mode, candidate.frame, round(candidate.confidence, 3)
    )
