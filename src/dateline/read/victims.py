"""Of whom, of the persons whom a report mentions, it tells that they were killed or hurt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.codebook.figure_words import MeasureWords, measure_words
from dateline.read.counted import Counted, Told, fatal, has_object
from dateline.read.figure_governors import said_by_head, said_by_modifier, verb_lemma
from dateline.read.figure_measures import said_beside, said_by_adjective, said_by_phrase
from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record.values import Measure

HARMS: tuple[Measure, ...] = ("killed", "injured")
NOT_ONE = frozenset(("no", "not", "each", "every", "any"))
PLURAL = frozenset(("NNS", "NNPS"))
ONE = frozenset(("he", "she", "him", "her", "his", "himself", "herself", "another"))
VERBS = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
LIMITING = frozenset(("neg", "aux", "mark", "advmod", "amod"))
UNDONE = frozenset(
    ("could", "would", "may", "might", "should", "if", "attempted", "never", "almost", "nearly", "potential")
)
TRYING = frozenset(("try", "attempt", "want", "plan", "threaten", "vow", "conspire", "plot", "intend", "seek"))


@dataclass(frozen=True, slots=True)
class Harmed:
    """One mention of one person with the harm that its own sentence tells."""

    phrase: ActorPhrase
    harm: Measure


def harmed(parsed: ParsedReport, people: Sequence[ActorPhrase]) -> tuple[Harmed, ...]:
    """The mentions of single persons of whom death or injury is told, in the order of the text."""
    found = []
    for phrase in people:
        token = parsed.doc[phrase.token]
        nobody = any(child.lower_ in NOT_ONE for child in token.children)
        if phrase.kind == "person" and is_one(token) and not nobody:
            told = {measure for measure, word in told_of(token) if is_so(word, token)}
            if harm := next((measure for measure in HARMS if measure in told), None):
                found.append(Harmed(phrase, harm))
    return tuple(found)


def is_one(token: Token) -> bool:
    """Whether a word stands for one person: a name, a singular noun, "he" or "she"; not "shot in his head"."""
    if token.pos_ == "PRON" or token.lower_ == "another":
        return token.lower_ in ONE and token.dep_ != "det"
    owned = any(child.dep_ == "poss" for child in token.children)
    return token.tag_ not in PLURAL and not (owned and token.lower_ in measure_words().parts_of_body)


def told_of(token: Token) -> Iterator[Told]:
    """Every harm that the words around say of one person."""
    words = measure_words()
    counted = Counted(token, token, token, None)
    beside = said_beside(counted, words)
    said = [beside, said_by_modifier(token, counted, words), said_by_adjective(counted, words)]
    misread = beside is not None and token.dep_ == "dobj"  # "Man killed, girl wounded": no object of the first verb
    doer = token.dep_ == "pobj" and token.head.lower_ == "by"
    if not misread and not doer and token.dep_ != "poss":
        said.append(said_by_head(token, counted, words))
    said += [said_of_subject(verb, words) for verb in further_verbs(token)]
    said += [said_before(token, words), said_of_self(token, words), said_by_owned(token, words)]
    said += [said_by_wound(token, words), said_in_apposition(token, counted, words)]
    if token.dep_ in SUBJECTS:
        hurt = said_by_phrase(counted, words)
        said.append(hurt if hurt is not None and hurt[0] == "injured" else None)
    yield from (told for told in said if told is not None and told[0] in HARMS and is_strong(told[1], words))


def further_verbs(token: Token) -> Iterator[Token]:
    """The verbs that share the person as their subject: "was shot and died", "who was shot and died"."""
    told = [token.head] if token.dep_ in SUBJECTS else []
    told += [child for child in token.children if child.dep_ == "relcl"]
    for verb in (joined for one in told for joined in one.conjuncts):
        if verb.pos_ in VERBS and not any(child.dep_ in SUBJECTS for child in verb.children):
            yield verb


def said_of_subject(verb: Token, words: MeasureWords) -> Told | None:
    """What a verb without a subject of its own says of the one it shares."""
    lemma = verb_lemma(verb, words)
    if lemma in words.subject:
        return words.subject[lemma], verb
    passive = verb.tag_ == "VBN" and not has_object(verb) and lemma in words.patient
    return (fatal(verb, words.patient[lemma]), verb) if passive else None


def said_before(token: Token, words: MeasureWords) -> Told | None:
    """What befell the subject before what the verb tells: "is in hospital after being shot"; and who is to recover."""
    verb = token.head
    if token.dep_ not in SUBJECTS:
        return None
    if verb.lemma_.lower() in words.recovering:
        return "injured", verb
    if verb.lemma_.lower() == "survive" and any(child.dep_ == "neg" for child in verb.children):
        return "killed", token
    for child in verb.children:
        if child.dep_ == "xcomp" and child.lemma_.lower() in words.recovering:
            return "injured", child
        for below in what_followed(child):
            passive = below.dep_ == "pcomp" and any(word.dep_ == "auxpass" for word in below.children)
            if passive and below.lemma_.lower() in words.patient:
                return fatal(below, words.patient[below.lemma_.lower()]), below
    return None


def what_followed(child: Token) -> Iterator[Token]:
    """What is told behind "after" or "from" below a verb, or below what is done there ("fights to live after")."""
    for word in (child, *(child.rights if child.dep_ == "xcomp" else ())):
        if word.lower_ in ("after", "from"):
            yield from word.children


def said_of_self(token: Token, words: MeasureWords) -> Told | None:
    """What somebody did to himself or herself: "accidentally shot himself"."""
    verb = token.head
    if token.dep_ != "nsubj" or words.patient.get(verb.lemma_.lower()) not in HARMS:
        return None
    if not any(child.dep_ == "dobj" and child.lower_ in words.reflexive for child in verb.children):
        return None
    deadly = any(child.lower_ == "fatally" for child in verb.children)
    return ("killed" if deadly else words.patient[verb.lemma_.lower()]), verb


def said_by_owned(token: Token, words: MeasureWords) -> Told | None:
    """ "the girl's death", "his slaying", "her wounds", "took his life"."""
    owned = token.head.lemma_.lower()
    if token.dep_ != "poss":
        return None
    if owned == "life":
        taken = token.head.dep_ == "dobj" and token.head.head.lemma_.lower() in ("lose", "take", "claim", "end", "cost")
        return ("killed", token.head.head) if taken else None
    if owned in words.parts_of_body and token.head.dep_ == "pobj":
        return None  # "struck in his upper body"
    measure = words.noun_of.get(owned) or words.counted.get(owned) or ("injured" if owned in words.wounds else None)
    return (measure, token.head) if measure is not None else None


def said_by_wound(token: Token, words: MeasureWords) -> Told | None:
    """A wound that somebody has, suffers or is found with."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "with" and wound_of(child, "pobj", words) is not None:
            return "injured", child
    if token.dep_ in SUBJECTS and (brought := wound_brought(token.head, words)) is not None:
        return "injured", brought
    suffers = token.dep_ == "nsubj" and token.head.lemma_.lower() in ("suffer", "sustain", "have", "receive")
    wound = wound_of(token.head, "dobj", words) if suffers else None
    if wound is None:
        return None
    return ("killed" if any(child.lower_ == "fatal" for child in wound.children) else "injured"), wound


def wound_brought(verb: Token, words: MeasureWords) -> Token | None:
    """The wound with which the verb's subject comes or is brought: "was taken to St. Ann with a gunshot wound"."""
    arriving = verb.lemma_.lower() in words.arriving
    behind = (token for token in verb.subtree if token.i > verb.i and token.dep_ == "prep" and token.lower_ == "with")
    withs = behind if arriving else ()
    return next((found for one in withs if (found := wound_of(one, "pobj", words)) is not None), None)


def wound_of(word: Token, dep: str, words: MeasureWords) -> Token | None:
    """The wound that a verb or preposition governs."""
    return next((c for c in word.children if c.dep_ == dep and c.lemma_.lower() in words.wounds), None)


def said_in_apposition(token: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """ "the victim, Ana Ruiz, died": what is said of the noun that a name stands beside."""
    if token.dep_ != "appos":
        return None
    return said_by_modifier(token.head, counted, words) or said_by_head(token.head, counted, words)


def is_strong(word: Token, words: MeasureWords) -> bool:
    """Whether a word says enough of one person's fate: not "Ortiz fell", and "was struck" only by a bullet."""
    lemma = word.lemma_.lower()
    if lemma in words.hits:
        return lemma not in words.too_weak_for_one or any(one.lemma_.lower() in words.missiles for one in word.sent)
    return lemma not in words.too_weak_for_one | words.only_people


def is_so(word: Token, token: Token) -> bool:
    """Whether a harm is told as done: not denied, not possible, not tried."""
    verb = word if word.pos_ in VERBS else word.head
    for one in (word, verb):
        if any(child.dep_ in LIMITING and (child.dep_ == "neg" or child.lower_ in UNDONE) for child in one.children):
            return False
    return not (verb.dep_ == "xcomp" and verb.head.lemma_.lower() in TRYING)
