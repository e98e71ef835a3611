"""Where the entries of the codebook's lexicon match, in the sense that the lexicon means.

An entry matches where its head stands with the right part of speech, its other words depend on that head, none of its
`unless` words stands near by, and its `needs` test holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.codebook.lexicon import Entry, WordClass, lexicon
from dateline.read.arguments import is_passive
from dateline.read.parsed import ParsedReport
from dateline.read.senses import passes
from dateline.read.token_facts import lower_words, sentence_bounds
from dateline.read.tokens import Doc, Token
from dateline.read.trigger_context import confidence

OTHER_CLASS_WEIGHT = 0.6  # a tagger's slip in headlines: "Bomber kills 12" read as a noun
NEAR = 6  # tokens in which an `unless` word counts
REACH = 8  # tokens between the words of a verb phrase
WORDLESS_NAMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT"))
NAMES = frozenset(("ORG", "PERSON", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"))
CLASS_OF_TAG: dict[str, tuple[WordClass, ...]] = {
    "VERB": ("verb",),
    "AUX": ("verb",),
    "NOUN": ("noun", "verb"),
    "PROPN": ("noun", "verb"),
    "ADJ": ("adjective", "verb"),
}


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that matched, with the tokens it took and how sure it is by lexicon and syntax alone."""

    entry: Entry
    head: int
    tokens: tuple[int, ...]
    confidence: float


def all_matches(parsed: ParsedReport) -> Iterator[Match]:
    """Every entry that matches anywhere in the report, sure or not."""
    lemmas = [lemma_of(token) for token in parsed.doc]
    for token, lemma, lower in zip(parsed.doc, lemmas, lower_words(parsed.doc), strict=True):
        if may_head(lemma, lower) and not is_part_of_name(token):
            for word_class, forms, weight in readings(token, lemma):
                yield from matches(token, lemmas, word_class=word_class, forms=forms, weight=weight)


@lru_cache(maxsize=20_000)
def may_head(lemma: str, lower: str) -> bool:
    """Whether some entry is headed by a form that `readings` may look up for a word."""
    return not heads().isdisjoint((lemma, lower, *verb_forms(lower)))


@cache
def heads() -> frozenset[str]:
    """The lemmas that head an entry."""
    return frozenset(lemma for lemma, _ in lexicon())


def is_part_of_name(token: Token) -> bool:
    """Whether a word only names something: "March 3", "the People's Liberation Front"."""
    return token.ent_type_ in WORDLESS_NAMES or (token.pos_ == "PROPN" and token.ent_type_ in NAMES)


def lemma_of(token: Token) -> str:
    """The lemma in lower case; names that are really plural nouns in a headline lose their s."""
    lemma = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.tag_ == "NNPS" and lemma.endswith("s"):
        return lemma[:-1]
    return lemma


def readings(token: Token, lemma: str) -> Iterator[tuple[WordClass, tuple[str, ...], float]]:
    """The parts of speech in which a token may be a trigger: the forms to look up, and how far to trust them."""
    classes = CLASS_OF_TAG.get(token.pos_, ())
    for word_class in classes[:1]:
        yield word_class, tuple(dict.fromkeys((lemma, token.lower_) if word_class != "verb" else (lemma,))), 1.0
    for word_class in classes[1:]:
        if token.pos_ == "ADJ":
            yield word_class, verb_forms(token.lower_), 1.0
        elif in_headline_case(token):
            yield word_class, verb_forms(token.lower_), OTHER_CLASS_WEIGHT


def matches(
    token: Token, lemmas: list[str], *, word_class: WordClass, forms: tuple[str, ...], weight: float
) -> Iterator[Match]:
    """The entries that fit a token in one part of speech."""
    for form in forms:
        for entry in lexicon().get((form, word_class), ()):
            tokens = phrase_tokens(entry, token, lemmas)
            if tokens is not None and is_meant(entry, token, lemmas):
                yield Match(entry, token.i, tokens, weight * confidence(entry.precision, token, len(entry.words)))


def in_headline_case(token: Token) -> bool:
    """Whether a noun or name may be a verb that the tagger took for one: it heads its sentence."""
    return token.dep_ == "ROOT" and token.tag_ in {"NNS", "NNPS", "NNP", "NN"}


def verb_forms(word: str) -> tuple[str, ...]:
    """What a word could be the third person, past or participle of: "kills", "clashes", "bombed"."""
    endings = [ending for ending in ("", "s", "es", "ed", "d", "ing") if len(word) > len(ending) + 2]
    return tuple(dict.fromkeys(word.removesuffix(ending) for ending in endings))


def phrase_tokens(entry: Entry, head: Token, lemmas: list[str]) -> tuple[int, ...] | None:
    """The tokens that an entry takes with its head at this token, or None where its other words are not there."""
    if len(entry.words) == 1:
        return (head.i,)
    if entry.word_class == "verb":
        return verb_phrase(entry, head, lemmas)
    return adjacent_phrase(entry, head, lemmas)


def adjacent_phrase(entry: Entry, head: Token, lemmas: list[str]) -> tuple[int, ...] | None:
    """A noun phrase's words stand side by side, or with hyphens between them."""
    before = neighbours(head.doc, head.i, -1, entry.head)
    after = neighbours(head.doc, head.i, 1, len(entry.words) - entry.head - 1)
    tokens = (*reversed(before), head.i, *after)
    if len(tokens) != len(entry.words):
        return None
    wanted = zip(tokens, entry.words, strict=True)
    fits = all(lemmas[i] == word or head.doc[i].lower_ == word for i, word in wanted)
    return tokens if fits else None


def neighbours(doc: Doc, index: int, step: int, count: int) -> list[int]:
    """The next tokens to one side that are no hyphens."""
    found: list[int] = []
    index += step
    while len(found) < count and 0 <= index < len(doc):
        if doc[index].text not in {"-", "‑", "–"}:
            found.append(index)
        index += step
    return found


def verb_phrase(entry: Entry, head: Token, lemmas: list[str]) -> tuple[int, ...] | None:
    """A verb phrase's other words depend on the verb, directly or through one or two words between."""
    start, end = sentence_bounds(head)
    low, high = max(start, head.i - REACH), min(end, head.i + REACH + 1)
    lowers = lower_words(head.doc)
    for word in entry.words[1:]:
        if word not in lemmas[low:high] and word not in lowers[low:high]:
            return None
    before = range(low, head.i) if is_passive(head) else ()  # "a relief committee sent" has sent no relief
    tokens = [head.i]
    for word in entry.words[1:]:
        at = next(
            (
                i
                for i in (*range(head.i + 1, high), *before)
                if (lemmas[i] == word or lowers[i] == word) and i not in tokens and hangs_on(head.doc[i], head)
            ),
            None,
        )
        if at is None:
            return None
        tokens.append(at)
    return tuple(tokens)


def hangs_on(token: Token, head: Token) -> bool:
    """Whether a token depends on the head within three steps."""
    for _ in range(3):
        if token.head.i == head.i:
            return True
        token = token.head
    return False


def is_meant(entry: Entry, head: Token, lemmas: list[str]) -> bool:
    """Whether the word stands in the entry's sense: no `unless` word near by, and its test passed."""
    if entry.unless:
        start, end = sentence_bounds(head)
        low, high = max(start, head.i - NEAR), min(end, head.i + NEAR + 1)
        if any(lemmas[i] in entry.unless for i in range(low, high) if i != head.i):
            return False
    return entry.needs is None or passes(entry.needs, head, lemmas)
