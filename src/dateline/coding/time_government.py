"""Which words a time expression governs, by syntax."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Span

LONGEST_CLIMB = 40
VERBS = ("VERB", "AUX")
# from a verb up to the verb whose time is also its own: "marched and burned", "attacked ..., killing"
SHARING_UP = frozenset(
    ["conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dobj", "pobj", "nsubj", "nsubjpass", "agent"]
)
SHARING_DOWN = frozenset(["conj", "xcomp", "advcl"])

TENSES = {  # by the helping words, or the tag, that mark each; the first that fits
    "to come": frozenset(("will", "would", "shall", "to", "may", "might", "could", "should", "can", "must")),
    "perfect": frozenset(("has", "have", "'ve", "having")),
    "pluperfect": frozenset(("had",)),
    "past": frozenset(("VBD", "was", "were", "did")),
    "present": frozenset(("VBZ", "VBP", "is", "are", "am")),
}


@cache
def verbs_of_saying() -> frozenset[str]:
    """Lemmas of the verbs that report words (codebook, verbs_of_saying.txt)."""
    text = files("dateline.codebook").joinpath("data/verbs_of_saying.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def head_of(span: Span, parsed: ParsedReport) -> Token | None:
    """The syntactic head of some words of the report."""
    words = parsed.doc.words_at(span.start, span.end)
    return words.root if words is not None and len(words) else None


def ancestors(token: Token) -> list[Token]:
    """The token and what it hangs on, up to the root."""
    chain = [token]
    while chain[-1].head.i != chain[-1].i and len(chain) < LONGEST_CLIMB:
        chain.append(chain[-1].head)
    return chain


def verb_above(chain: list[Token]) -> int | None:
    """Where in the chain the first verb stands."""
    return next((i for i, token in enumerate(chain) if token.pos_ in VERBS), None)


def government(time: Span, trigger: Token, parsed: ParsedReport) -> int | None:
    """How closely a time expression of the trigger's sentence governs the trigger: 0 hangs on it, 1 on its verb or on a
    clause about it, 2 on a verb above that shares its time, 3 on one below or beside; None: it is another's time."""
    head = head_of(time, parsed)
    if head is None:
        return None
    chain = ancestors(head)
    at_verb = verb_above(chain)
    if trigger in chain:
        place = chain.index(trigger)
        if at_verb is None or place <= at_verb:
            return 0
        below = chain[at_verb:place]
        about = trigger.pos_ not in VERBS and len(below) == 1 and below[0].dep_ in ("relcl", "acl")
        return 1 if about or all(token.dep_ in SHARING_DOWN for token in below) else None
    if at_verb is None:
        return None
    verb = chain[at_verb]
    mine = ancestors(trigger)
    my_verb = verb_above(mine)
    if my_verb is not None and mine[my_verb].i == verb.i:
        return 1 if not says(verb) or trigger.i == verb.i else None
    if says(verb):
        return None
    if verb in mine:
        path = mine[: mine.index(verb)]
        return 2 if all(token.dep_ in SHARING_UP or token.pos_ not in VERBS for token in path) else None
    if my_verb is not None and mine[my_verb] in chain:
        path = chain[at_verb : chain.index(mine[my_verb])]
        return 3 if all(token.dep_ in SHARING_DOWN for token in path) else None
    return None


def says(verb: Token) -> bool:
    """Whether the verb reports words: its time is that of the saying."""
    return verb.lemma_.lower() in verbs_of_saying()


def is_plain_past(token: Token) -> bool:
    """Whether the token tells in the simple past, as a story goes on: "killed", "were killed", "the attack killed"."""
    chain = ancestors(token)
    at_verb = verb_above(chain)
    if at_verb is None:
        return False
    verb = chain[at_verb]
    words = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in ("has", "have", "had", "will", "would", "is", "are", "may", "could") for word in words):
        return False
    return verb.tag_ == "VBD" or any(word in ("was", "were", "did") for word in words)


def is_of_saying(time: Span, parsed: ParsedReport) -> bool:
    """Whether some words name the day on which something was said."""
    head = head_of(time, parsed)
    chain = ancestors(head) if head is not None else []
    at_verb = verb_above(chain)
    return at_verb is not None and says(chain[at_verb])


def tense_of(token: Token) -> str:
    """The tense in which some words are told, by their verb or the one that they hang on ("noun past"); none where
    there is no verb."""
    chain = ancestors(token)
    at_verb = verb_above(chain)
    if at_verb is None:
        return "none"
    verb = chain[at_verb]
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    tense = next((name for name, marks in TENSES.items() if words & marks or verb.tag_ in marks), "open")
    return f"noun {tense}" if at_verb else tense
