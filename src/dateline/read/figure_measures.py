"""What a count counts, told by the syntax around it: the dead, the hurt, the arrested, the crowd.

The words are the codebook's (`measures.toml`); the paths through the parse are these: what the verb is done to, who
does it, what is said of the counted ("12 dead", "three others were injured"), and the noun before "of".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.codebook.figure_words import MeasureWords, measure_words
from dateline.record.values import Measure

LONGEST_CLIMB = 8  # steps from a count to the word that governs it
PHRASE_REACH = 9  # tokens behind the counted words in which a phrase may speak of them
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
SUPPORT = frozenset(
    "be find leave report believe confirm fear say feel presume know think declare pronounce list remain get become"
    " go have see keep lie count make render end stay appear seem describe".split()
)
GROUPS = frozenset(
    "total group number estimate count crowd tally figure score dozen hundred thousand million couple handful rest"
    " majority pair team party series family most all half quarter third".split()
)
BETWEEN = frozenset(  # words that may stand between a count and what is said of it
    "others more other people have been were was confirmed reported feared badly seriously critically are slightly".split()
)
STATES_OF_PEOPLE = frozenset("dead killed wounded injured missing displaced detained arrested".split())
HARMS = ("killed", "injured", "missing", "casualties")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count in the parse: tokens `first` to `last` are its words, `number` their head, `noun` what is counted."""

    first: Token
    last: Token
    number: Token
    noun: Token | None

    @property
    def node(self) -> Token:
        """The word by which the count hangs in the sentence."""
        if self.noun is not None and self.noun in (self.number.head, self.number.head.head):
            return self.noun if self.number.dep_ != "prep" and self.number.i < self.noun.i else self.number
        return self.number

    @property
    def end(self) -> int:
        """The index behind the counted words."""
        return max(self.last.i, self.noun.i if self.noun is not None else 0) + 1


def measure_of(counted: Counted) -> tuple[Measure, Token | None]:
    """The measure, and the word that told it (None: nothing did)."""
    words = measure_words()
    noun = counted.noun.lemma_.lower() if counted.noun is not None else ""
    if noun in words.counted:
        return words.counted[noun], counted.noun
    for told_by in (said_beside, said_by_label, said_by_governor, said_by_adjective, said_by_phrase, said_by_deed):
        found = told_by(counted, words)
        if found is not None:
            return fitted(found[0], counted, words), found[1]
    if noun in words.counted_by_default:
        return words.counted_by_default[noun], counted.noun
    return "other", None


def fitted(measure: Measure, counted: Counted, words: MeasureWords) -> Measure:
    """The measure, as it fits what is counted: a house is not wounded, and a child is not damaged."""
    if counted.noun is None:
        return measure
    noun = counted.noun.lemma_.lower()
    if noun in words.things and measure in HARMS:
        return "damaged"
    return "casualties" if measure == "damaged" and noun in words.people else measure


def said_by_label(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
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
    if colon and (lemma in words.patient or lemma in words.noun_of):
        return words.patient.get(lemma) or words.noun_of[lemma], label
    return None


def said_beside(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """A state or participle right behind the counted words: "12 dead", "three others injured"."""
    doc = counted.number.doc
    sentence_end = counted.number.sent.end
    for index in range(counted.end, min(counted.end + 3, sentence_end)):
        token = doc[index]
        lemma = token.lemma_.lower()
        if lemma in words.state or token.lower_ in words.state:
            measure = words.state.get(token.lower_) or words.state[lemma]
            return joined(measure, token, counted, words), token
        if token.tag_ in ("VBN", "VBD") and lemma in words.patient and not has_object(token):
            measure = words.patient[lemma]
            return joined(fatal(token, measure), token, counted, words), token
        if token.lower_ not in BETWEEN:
            break
    return None


def said_by_governor(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """A verb, or a noun before "of", that the count hangs on."""
    token = counted.node
    for _ in range(LONGEST_CLIMB):
        found = said_by_modifier(token, counted, words) or said_by_head(token, counted, words)
        if found is not None:
            return found
        if not may_climb(token):
            return None
        token = token.head
    return None


def said_by_modifier(token: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """A participle or relative clause of the counted: "12 people killed in the blast", "12 who died"."""
    for child in token.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma in words.patient:
            return joined(fatal(child, words.patient[lemma]), child, counted, words), child
        if child.dep_ == "acl" and lemma in SUPPORT and (found := said_by_complement(child, counted, words)):
            return found
        if child.dep_ == "relcl" and child.i > token.i:
            found = said_by_clause(child, counted, words)
            if found is not None:
                return found
    return None


def said_by_adjective(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
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


def said_by_deed(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """A deed whose doers are counted: they take part in it, whatever it is."""
    token = counted.node
    verb = token.head
    if token.dep_ == "pobj":
        verb = verb_behind_place(token, token.head) or token
    if token.dep_ not in ("nsubj", "pobj") or verb.pos_ != "VERB" or verb.lemma_.lower() in words.idle:
        return None
    return ("participants", verb) if counts_people(counted, words) else None


def said_by_clause(verb: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What a relative clause says of its subject: "12 who died", "people who were killed"."""
    lemma = verb.lemma_.lower()
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if passive and lemma in words.patient:
        return joined(fatal(verb, words.patient[lemma]), verb, counted, words), verb
    relative = any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in verb.children)
    if relative and lemma in words.subject and lemma not in words.only_people:
        return words.subject[lemma], verb
    return None


def said_by_head(token: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What the head of the count's phrase says of it."""
    head, dep = token.head, token.dep_
    if dep == "attr":
        verbs = (head, head.head) if head.dep_ == "xcomp" else (head,)
        subjects = (child for verb in verbs for child in verb.children if child.dep_ in ("nsubj", "nsubjpass"))
        return next((found for found in (said_of_number(child, words) for child in subjects) if found is not None), None)
    if dep in ("nsubjpass", "dobj", "nsubj", "oprd"):
        return said_by_verb(token, head, counted, words)
    if dep == "pobj" and (verb := verb_behind_place(token, head)) is not None:
        return said_by_verb(token, verb, counted, words)
    if dep == "pobj":
        return said_by_preposition(head, counted, words)
    if dep == "appos" and counted.noun is None and (found := said_of_number(head, words)) is not None:
        return found
    if dep in ("nummod", "compound", "amod", "poss") and head.lemma_.lower() in words.counted:
        return words.counted[head.lemma_.lower()], head
    return None


def verb_behind_place(token: Token, preposition: Token) -> Token | None:
    """The verb whose subject the parse took for a place's noun: "In Kaunas 5,000 people marched"."""
    verb = preposition.head
    between = token.doc[preposition.i + 1 : min([token.i, *(child.i for child in token.children if child.pos_ == "NUM")])]
    if verb.pos_ != "VERB" or verb.i < token.i or not any(word.pos_ == "PROPN" for word in between):
        return None
    return None if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) else verb


def said_by_verb(token: Token, verb: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What a verb says of its object or subject, or of the counted through its complement ("left 12 dead")."""
    lemma = verb_lemma(verb, words)
    dep = "nsubj" if token.dep_ == "pobj" else token.dep_
    if dep == "nsubj" and any(child.dep_ == "auxpass" for child in verb.children):
        dep = "nsubjpass"
    if dep == "nsubj" and lemma in words.patient and verb.tag_ in ("VBN", "VBD") and not has_object(verb):
        dep = "nsubjpass" if lemma not in words.subject or verb.tag_ == "VBN" else "nsubj"
    if dep in ("nsubjpass", "dobj") and lemma in words.patient:
        return joined(fatal(verb, words.patient[lemma]), verb, counted, words), verb
    if dep == "nsubj" and lemma in words.subject and (lemma not in words.only_people or counts_people(counted, words)):
        return words.subject[lemma], verb
    if dep == "dobj":  # "the death toll passed 400"
        subjects = (said_of_number(child, words) for child in verb.children if child.dep_ == "nsubj")
        found = next((found for found in subjects if found is not None), None)
        if found is not None:
            return found
    about_object = dep == "nsubj" and (has_object(verb) or any(child.dep_ == "oprd" for child in verb.children))
    if not about_object and (lemma in SUPPORT or verb.pos_ in ("AUX", "ADJ") or lemma in words.state):
        return said_by_complement(verb, counted, words)
    return None


def said_by_complement(verb: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What a complement says: "were found dead", "are missing", "are believed to have been killed"."""
    for child in (verb, *verb.rights):
        if child.dep_ == "prep" and child.lower_ == "among":  # "were among the wounded"
            found = next((said_of_number(below, words) for below in child.children if below.dep_ == "pobj"), None)
        else:
            found = said_by_predicate(child, verb, counted, words)
        if found is not None:
            return found
    return None


def said_by_predicate(
    child: Token, verb: Token, counted: Counted, words: MeasureWords
) -> tuple[Measure, Token] | None:
    """What one predicate behind a support verb says of the counted."""
    lemma = child.lemma_.lower()
    clausal = ("xcomp", "oprd") if verb.lemma_ in ("say", "report", "believe", "confirm") else ("xcomp", "oprd", "ccomp")
    if child != verb and child.dep_ not in ("acomp", "attr", "advcl", "acl", "advmod", "conj", *clausal):
        return None
    if child.lower_ in words.state or lemma in words.state:
        return joined(words.state.get(child.lower_) or words.state[lemma], child, counted, words), child
    passive = child.tag_ == "VBN" and not any(below.lower_ in ("have", "had", "has") for below in child.children)
    passive = passive or any(below.dep_ == "auxpass" for below in child.children)
    if child.dep_ in clausal and lemma in words.patient and passive:
        return joined(fatal(child, words.patient[lemma]), child, counted, words), child
    if child.dep_ == "xcomp" and lemma in words.subject and lemma not in words.only_people:
        return words.subject[lemma], child
    return None


def said_by_preposition(preposition: Token, counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What stands before the count's preposition: "the deaths of 12", "the toll rose to 37", "attended by 500"."""
    above = preposition.head
    lemma = above.lemma_.lower()
    if above.pos_ in ("NOUN", "PROPN") and lemma in words.noun_of:
        return words.noun_of[lemma], above
    if above.lower_ in STATES_OF_PEOPLE and preposition.lower_ == "at":  # "put the wounded at 1,500"
        return said_of_number(above, words)
    if above.pos_ == "VERB" and preposition.lower_ in ("to", "at", "by", "from"):
        parts = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
        return next((found for found in (said_of_number(child, words) for child in parts) if found is not None), None)
    if above.pos_ == "VERB" and preposition.dep_ == "agent" and words.patient.get(lemma) == "participants":
        return "participants", above
    return None


def said_of_number(noun: Token, words: MeasureWords) -> tuple[Measure, Token] | None:
    """What a toll or number is of: "the death toll", "the number of wounded", "the dead were 12"."""
    lemma = noun.lemma_.lower()
    if lemma in ("toll", "number", "tally", "count", "figure", "total"):
        for token in noun.subtree:
            name = token.lemma_.lower()
            for table in (words.counted, words.state, words.counted_by_default, words.noun_of):
                if token != noun and name in table:
                    return table[name], noun
            if token.tag_ == "VBN" and name in words.patient:
                return words.patient[name], noun
        return ("killed", noun) if lemma == "toll" else None
    if noun.lower_ in STATES_OF_PEOPLE:
        return words.state.get(noun.lower_, "killed"), noun
    return (words.counted[lemma], noun) if lemma in words.counted else None


def said_by_phrase(counted: Counted, words: MeasureWords) -> tuple[Measure, Token] | None:
    """A set phrase behind the counted words, before the next number or the clause's end."""
    doc = counted.number.doc
    end = counted.end
    stop = min(end + PHRASE_REACH, counted.number.sent.end)
    tokens: list[Token] = []
    for token in doc[end:stop]:
        if token.like_num or token.text in (";", ":", ",", "."):
            break
        tokens.append(token)
    clause = " " + " ".join(token.lower_ for token in tokens if not token.is_space) + " "
    for phrase, measure in words.phrase.items():
        if f" {phrase} " in clause:
            return measure, tokens[0]
    return None


def may_climb(token: Token) -> bool:
    """Whether what is said of the token's head is said of the count too."""
    head, dep = token.head, token.dep_
    if head == token or dep == "ROOT":
        return False
    if dep in ("conj", "appos"):
        return head.pos_ in NOMINAL
    if dep == "prep":
        return token.lower_ in ("of", "including", "like") and head.pos_ in NOMINAL
    if dep == "pobj":
        above = head.head
        return (
            head.lower_ == "of"
            and (above.lemma_.lower() in GROUPS or above.pos_ == "NUM")
            or head.lower_ == "including"
        )
    return dep in ("nummod", "quantmod", "compound", "amod", "det", "nmod") and head.pos_ in NOMINAL


def joined(measure: Measure, word: Token, counted: Counted, words: MeasureWords) -> Measure:
    """ "Casualties" where one count is of several harms together ("300 killed, wounded and missing")."""
    if measure not in ("killed", "injured", "missing"):
        return measure
    for other in joined_words(word):
        lemma = other.lemma_.lower()
        also = words.state.get(other.lower_) or words.state.get(lemma) or words.patient.get(lemma)
        if also in ("killed", "injured", "missing") and also != measure and not has_count(other, counted):
            return "casualties"
    return measure


def joined_words(word: Token) -> Iterator[Token]:
    """The words that are coordinated with one, near it."""
    for other in word.conjuncts:
        if abs(other.i - word.i) <= 4:
            yield other


def has_count(token: Token, counted: Counted) -> bool:
    """Whether a word has a subject, object or number of its own."""
    lemma = token.head.lemma_.lower()
    if token.lemma_.lower() == "kill" and lemma == "shoot":
        return True  # "shot and killed" is one death
    return any(
        child.dep_ in ("nsubj", "nsubjpass", "dobj", "nummod", "npadvmod") and child != counted.node
        for child in token.children
    )


def fatal(verb: Token, measure: Measure) -> Measure:
    """ "Killed" where a wounding verb is said to end in death: "shot dead", "fatally stabbed", "beaten to death"."""
    if measure != "injured":
        return measure
    near = {token.lower_ for token in verb.doc[max(verb.i - 1, 0) : verb.i + 6]}
    after = [token.lower_ for token in verb.doc[verb.i + 1 : verb.i + 7]]
    to_death = any(pair == ("to", "death") for pair in zip(after, after[1:], strict=False))
    and_killed = any(pair == ("and", "killed") for pair in zip(after[:2], after[1:2], strict=False))
    return "killed" if to_death or and_killed or "fatally" in near or "dead" in after[:4] else measure


def verb_lemma(verb: Token, words: MeasureWords) -> str:
    """The verb's lemma, with its particle where the codebook knows the two together."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ in ("prt", "advmod", "dobj", "oprd") and f"{lemma} {child.lower_}" in words.patient:
            return f"{lemma} {child.lower_}"
    return lemma


def has_object(verb: Token) -> bool:
    """Whether the verb has an object of its own."""
    return any(child.dep_ == "dobj" for child in verb.children)


def counts_people(counted: Counted, words: MeasureWords) -> bool:
    """Whether people are counted, as far as the words tell."""
    noun = counted.noun
    if noun is None or noun.ent_type_ == "NORP":
        return True
    lemma = noun.lemma_.lower()
    if lemma in words.people or lemma in words.counted_by_default:
        return True
    return lemma not in words.things and noun.tag_ == "NNS" and noun.lower_.endswith(words.people_suffixes)
