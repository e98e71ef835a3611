"""What a count counts, told by the words around it: the dead, the hurt, the arrested, the crowd.

The words are the codebook's (`measures.toml`). First what stands right beside the count ("12 dead", "Killed: 11"), then
what governs it (`figure_governors`), then set phrases behind it, and last what its own noun is taken for.
"""

from __future__ import annotations

from dateline.codebook.figure_words import MeasureWords, measure_words
from dateline.read.counted import Counted, Told, counts_people, fatal, has_object, joined
from dateline.read.figure_governors import said_by_governor, verb_behind_place
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record.values import Measure

PHRASE_REACH = 9  # tokens behind the counted words in which a phrase may speak of them
NOBODY = frozenset(("no", "not", "none", "nobody", "neither"))
HARMS = ("killed", "injured", "missing", "casualties")


def measure_of(counted: Counted) -> Measure:
    """The measure; "other" where nothing tells."""
    words = measure_words()
    noun = counted.noun.lemma_.lower() if counted.noun is not None else ""
    if noun in words.counted:
        return words.counted[noun]
    if is_headline_of_hit(counted, words):
        return fatal(counted.node, "injured")
    for told_by in (said_beside, said_by_label, said_by_governor, said_by_adjective, said_by_phrase, said_by_deed):
        found = told_by(counted, words)
        if found is not None:
            return "other" if is_spared(found, counted) else fitted(found[0], counted, words)
    return words.counted_by_default.get(noun, "other")


def is_headline_of_hit(counted: Counted, words: MeasureWords) -> bool:
    """Whether a participle was taken for the counted noun: "4 shot, 1 fatally"; not "one shot" nor "4 shots"."""
    noun = counted.noun
    if noun is None or counted.number.lower_ in ("a", "one", "1"):
        return False
    return noun.lower_ in words.hits and noun.tag_ in ("NN", "VBN", "VBD")


def is_spared(told: Told, counted: Counted) -> bool:
    """Whether some who are counted are said not to have come to harm: "two men were not injured"."""
    measure, word = told
    negated = measure in HARMS and any(child.dep_ == "neg" and child.lower_ != "no" for child in word.children)
    return negated and not (NOBODY & set(word.doc.lowers[max(0, counted.first.i - 1) : counted.end]))


def fitted(measure: Measure, counted: Counted, words: MeasureWords) -> Measure:
    """The measure, as it fits what is counted: a house is not wounded, and a child is not damaged."""
    if counted.noun is None:
        return measure
    noun = counted.noun.lemma_.lower()
    if noun in words.things and measure in HARMS:
        return "damaged"
    return "casualties" if measure == "damaged" and noun in words.people else measure


def said_by_label(counted: Counted, words: MeasureWords) -> Told | None:
    """A heading before the number, as in situation reports: "Killed: 11", "deaths 903", "Houses burned: 75"."""
    index = counted.first.i - 1
    colon = index > 0 and counted.first.nbor(-1).text == ":"
    index -= colon
    if index < 0 or not (colon or counted.noun is None):
        return None
    label = counted.first.doc[index]
    lemma = label.lemma_.lower()
    for table in (words.counted, words.state, words.counted_by_default):
        if lemma in table or label.lower_ in table:
            return table.get(lemma) or table[label.lower_], label
    told_itself = counted.noun is not None and counted.noun.lower_ in words.people_in_a_state  # "Shooting: 3 dead"
    if colon and not told_itself and (lemma in words.patient or lemma in words.noun_of):
        return words.patient.get(lemma) or words.noun_of[lemma], label
    return None


def said_beside(counted: Counted, words: MeasureWords) -> Told | None:
    """A state or participle right behind the counted words: "12 dead", "three others injured"."""
    doc = counted.number.doc
    sentence_end = sentence_bounds(counted.number)[1]
    for index in range(counted.end, min(counted.end + 3, sentence_end)):
        token = doc[index]
        lemma = token.lemma_.lower()
        if lemma in words.state or token.lower_ in words.state:
            measure = words.state.get(token.lower_) or words.state[lemma]
            return joined(measure, token, counted, words), token
        if token.tag_ in ("VBN", "VBD") and lemma in words.patient and not has_object(token):
            measure = words.patient[lemma]
            return joined(fatal(token, measure), token, counted, words), token
        if token.lower_ not in words.between:
            break
    return None


def said_by_adjective(counted: Counted, words: MeasureWords) -> Told | None:
    """An adjective or participle before the counted noun: "wounded soldiers"."""
    for child in counted.node.lefts:
        lemma = child.lemma_.lower()
        if child.dep_ == "amod":
            measure = words.state.get(child.lower_) or words.state.get(lemma)
            if measure is None and child.tag_ == "VBN":
                measure = words.patient.get(lemma)
            if measure is not None:
                return measure, child
    return None


def said_by_deed(counted: Counted, words: MeasureWords) -> Told | None:
    """A deed whose doers are counted, or a band of them ("a group of ten gunmen"): they take part, whatever it is."""
    token = counted.node
    if not counts_people(counted, words) or (counted.noun is None and token.lower_ == "one"):  # "one must wait"
        return None
    verb = token.head
    if token.dep_ == "pobj":
        if verb.lower_ == "of" and verb.head.lemma_.lower() in words.bands:
            return "participants", verb.head
        verb = verb_behind_place(token, verb) or token
    deed = token.dep_ in ("nsubj", "pobj") and verb.pos_ == "VERB" and verb.lemma_.lower() not in words.idle
    return ("participants", verb) if deed else None


def said_by_phrase(counted: Counted, words: MeasureWords) -> Told | None:
    """A set phrase behind the counted words, before the next number or the clause's end."""
    doc = counted.number.doc
    end = counted.end
    stop = min(end + PHRASE_REACH, sentence_bounds(counted.number)[1])
    tokens: list[Token] = []
    for token in doc[end:stop]:
        goes_on = token.text == "," and token.i + 1 < len(doc) and token.nbor().lower_ == "but"  # "in critical, but"
        if token.like_num or (token.text in (";", ":", ",", ".") and not goes_on):
            break
        tokens.extend(() if goes_on else (token,))
    clause = " " + " ".join(token.lower_ for token in tokens if not token.is_space) + " "
    for phrase, measure in words.phrase.items():
        if f" {phrase} " in clause:
            return measure, tokens[0]
    return None
