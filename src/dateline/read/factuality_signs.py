"""The signs in the syntax that say whether an event is so: its own verb's form, negation and modals, and the words
that govern it ("plans to", "denied", "if").

After the chain of governors of Saurí and Pustejovsky (2012) and the signatures of Lotan et al. (2013).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook.factuality_words import FactualityWords, factuality_words
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token

LONGEST_CHAIN = 4  # governors above an event that may still bear on it
DEFINITE = frozenset(
    ["the", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "whose"]
)
ADVERBIAL = frozenset(["on", "off", "up", "out"])  # with a noun behind them they are no part of the verb
COPULAS = frozenset(["be", "seem", "appear", "look", "sound", "remain", "become", "get"])


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands in an event's own clause, or in a governor's: each word that bears on it, by kind."""

    form: str
    negation: Token | None = None
    modal: Token | None = None
    marker: Token | None = None
    adverb: Token | None = None
    question: bool = False
    perfect: bool = False
    progressive: bool = False
    infinitive: bool = False
    determiner: str = ""


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above the event: how the event hangs on it, its classes, and its own clause."""

    relation: str
    token: Token
    classes: tuple[str, ...]
    clause: Clause
    preposition: Token | None = None


def clause_of(token: Token) -> Clause:
    """The signs in a word's own clause. A verb without auxiliary or subject of its own shares the one it is joined
    to ("will go and fight"); an adjective or noun behind a copula has the copula's."""
    words = factuality_words()
    bearing = [*bearers(token)]
    negation = next((child for child in bearing if negates(child, words)), None) or nor_before(token) or without(token)
    modal = next((child for child in bearing if child.dep_ in ("aux", "auxpass") and child.lower_ in words.modal), None)
    marker = next(
        (child for child in bearing if child.dep_ in ("mark", "advmod") and child.lower_ in words.marker), None
    )
    adverb = next((child for child in bearing if hedges(child, words)), None)
    auxiliaries = [child.lemma_.lower() for child in bearing if child.dep_ in ("aux", "auxpass")]
    return Clause(
        form=form_of(token),
        negation=negation,
        modal=modal,
        marker=marker,
        adverb=adverb,
        question=asks(token),
        perfect="have" in auxiliaries,
        progressive="be" in auxiliaries and token.tag_ == "VBG",
        infinitive=any(child.tag_ == "TO" for child in bearing),
        determiner=determiner_of(token),
    )


def bearers(token: Token) -> Iterator[Token]:
    """The words beside an event's word that bear on it."""
    yield from token.children
    head = token.head
    if token.dep_ in ("acomp", "attr", "oprd") and head.lemma_.lower() in COPULAS:
        yield from (child for child in head.children if child != token)
    if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and not has_own_frame(token):
        shared = ("aux", "auxpass", "neg", "mark", "advmod")
        yield from (child for child in head.children if child.dep_ in shared and child.i < head.i)


def has_own_frame(token: Token) -> bool:
    """Whether a joined verb has a subject or auxiliary of its own."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") for child in token.children)


def hedges(child: Token, words: FactualityWords) -> bool:
    """Whether an adverb bears on the event, and not on a number behind it ("perhaps 60 were led off")."""
    if child.dep_ not in ("advmod", "npadvmod") or child.lower_ not in words.adverb:
        return False
    return child.i + 1 >= len(child.doc) or not child.nbor().like_num


def nor_before(token: Token) -> Token | None:
    """The "nor" before an event that is joined to another: "has neither received nor requested"."""
    if token.dep_ != "conj":
        return None
    return next((child for child in token.head.children if child.lower_ == "nor" and child.i < token.i), None)


def without(token: Token) -> Token | None:
    """The "without" before an event: "fled without firing a shot", but not "cannot leave without paying"."""
    preposition, verb = token.head, token.head.head
    if token.dep_ != "pcomp" or preposition.lower_ not in factuality_words().negative_prepositions:
        return None
    unsure = any(child.dep_ == "neg" or child.lower_ in factuality_words().modal for child in verb.children)
    return None if unsure else preposition


def negates(child: Token, words: FactualityWords) -> bool:
    """Whether a word beside the event denies it."""
    lower = child.lower_
    if child.dep_ == "neg":
        return True
    joint = child.dep_ == "cc" and lower == "neither"
    if joint or (child.dep_ in ("det", "predet", "preconj", "advmod") and lower in words.negative_determiners):
        return True
    if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr") and child.lower_ in words.negative_pronouns:
        return True
    if child.dep_ in ("nsubj", "nsubjpass", "dobj") and any(
        below.dep_ in ("det", "neg") and below.lower_ in words.negative_determiners for below in child.children
    ):
        return True
    return child.dep_ == "advmod" and "negated" in words.adverb.get(lower, ())


def form_of(token: Token) -> str:
    """The kind of word: a verb's tag, "name" for a proper noun, "noun", or the part of speech."""
    if token.pos_ in ("VERB", "AUX"):
        return token.tag_
    return {"PROPN": "name", "NOUN": "noun"}.get(token.pos_, token.pos_.lower())


def asks(token: Token) -> bool:
    """Whether the event stands in a question."""
    start, end = sentence_bounds(token)
    ending = (token.doc[index] for index in range(end - 1, max(start, end - 3) - 1, -1))
    last = next((word for word in ending if not word.is_space and word.text not in "\"'”’)"), None)
    return last is not None and last.text == "?" and token.sent.root in (token, token.head)


def determiner_of(token: Token) -> str:
    """ "the", "a", "no", "any" or another weak one before a noun; "" where none stands."""
    words = factuality_words()
    for child in token.children:
        lower = child.lower_
        if child.dep_ in ("det", "poss", "predet", "amod"):
            if lower in DEFINITE or child.dep_ == "poss":
                return "the"
            if lower in words.weak_determiners:
                return "any"
            if child.dep_ == "det":
                return "no" if lower in words.negative_determiners else "a"
    return ""


def governors_of(token: Token) -> tuple[Governor, ...]:
    """The words above an event that bear on it, the nearest first."""
    found: list[Governor] = []
    current = token
    for _ in range(2 * LONGEST_CHAIN):
        step = climb(current)
        if step is None or len(found) == LONGEST_CHAIN:
            break
        current, governor = step
        if governor is not None:
            found.append(governor)
    return (*modifiers_of(token), *found)


def climb(token: Token) -> tuple[Token, Governor | None] | None:
    """One step up: the next word, and the governor there, if the event is in its reach; None at the top."""
    head, dep = token.head, "acl" if tells_claim(token) else token.dep_
    if head == token or dep in ("ROOT", "relcl", "parataxis", "meta", "agent"):
        return None
    if dep in ("conj", "appos"):
        return head, None
    if dep in ("pobj", "pcomp", "prep"):
        if dep == "prep":
            return head, None
        above = head.head
        if above == head or head.lower_ not in factuality_words().reaching_prepositions:
            return None
        return above, governor("prep", above, head)
    if dep in ("ccomp", "xcomp", "acl", "advcl", "oprd"):
        if dep == "advcl" and not any(child.tag_ == "TO" for child in token.children):
            return None
        return head, governor(dep, said_of(head) if dep == "ccomp" else head)
    if dep in ("dobj", "nsubjpass", "attr", "dative", "acomp"):
        return head, governor("obj", head)
    if dep == "nsubj":
        return head, governor("subj", said_of(head))
    if dep in ("compound", "nmod", "poss", "amod", "npadvmod"):
        return head, governor("compound", head)
    return None


def tells_claim(token: Token) -> bool:
    """Whether what the parse takes for a relative clause is what a claim says: "reports that police killed a man"."""
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    return token.dep_ == "relcl" and marked and token.head.lemma_.lower() in factuality_words().claim_nouns


def said_of(verb: Token) -> Token:
    """The word that says something of a subject: the complement behind a copula, else the verb."""
    if verb.lemma_.lower() in COPULAS:
        return next((child for child in verb.children if child.dep_ in ("acomp", "attr", "xcomp", "oprd")), verb)
    return verb


def governor(relation: str, token: Token, preposition: Token | None = None) -> Governor:
    """A word above the event, with its classes."""
    return Governor(relation, token, classes_of(token), clause_of(token), preposition)


def classes_of(token: Token) -> tuple[str, ...]:
    """The classes of a governing word, a verb with its particle first."""
    words = factuality_words()
    lemma = token.lemma_.lower()
    for child in token.children:
        if is_particle(child) and (both := f"{lemma} {child.lower_}") in words.governor:
            return words.governor[both]
    return words.governor.get(lemma) or words.governor.get(token.lower_) or ()


def is_particle(child: Token) -> bool:
    """Whether a word makes one verb with the verb before it: "went on shelling", but not "went on strike"."""
    alone = child.lower_ not in ADVERBIAL or not any(below.dep_ == "pobj" for below in child.children)
    return child.dep_ in ("prt", "advmod") or (child.dep_ == "prep" and alone)


def modifiers_of(token: Token) -> Iterator[Governor]:
    """Adjectives and participles beside a noun that bear on it: "alleged", "possible", "a summit planned for May"."""
    if token.pos_ in ("NOUN", "PROPN"):
        for child in token.children:
            participle = child.dep_ == "acl" and child.tag_ == "VBN"
            if (child.dep_ == "amod" or participle) and (found := classes_of(child)):
                yield Governor("modifier", child, found, clause_of(child))


def head_of(tokens: Sequence[Token]) -> Token:
    """The head of some neighbouring words: the one that hangs on none of the others; "strike" in "on strike"."""
    tokens = [token for token in tokens if token.pos_ != "ADP"] or tokens
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside or token.head == token), tokens[-1])
