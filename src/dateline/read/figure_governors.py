"""What the words above a count say that it counts: the verb it is subject or object of, or the noun before "of"."""

from __future__ import annotations

from dateline.codebook.figure_words import MeasureWords
from dateline.read.counted import Counted, Told, counts_people, fatal, has_object, hospital_reached, joined
from dateline.read.tokens import Token

LONGEST_CLIMB = 8  # steps from a count to the word that governs it
NOMINAL = ("NOUN", "PROPN", "NUM", "PRON")
SUBJECTS = ("nsubj", "nsubjpass")
QUALIFYING = ("between", "over", "about", "around", "under", "above")  # "destroyed between 40 and 60 houses"
OF_COUNTED = ("of", "by", "to", "at")  # "a crowd of 300", "the toll rose to 37", but not "protests in seven states"
RELATIVE = ("WP", "WDT", "DT", "IN")  # how "who" and "that" are tagged
RECEIVING = ("receive", "have", "get")  # a wound
SAVING = ("save", "spare", "risk", "change")  # "saved the lives of 12"
REPORTING = ("say", "report", "believe", "confirm")  # their clause is not about their subject


def said_by_governor(counted: Counted, words: MeasureWords) -> Told | None:
    """A verb, or a noun before "of", that the count hangs on."""
    token = counted.node
    for _ in range(LONGEST_CLIMB):
        found = said_by_modifier(token, counted, words) or said_by_head(token, counted, words)
        if found is not None:
            return found
        if not may_climb(token, words):
            return None
        token = token.head
    return None


def said_by_modifier(token: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """A participle or relative clause of the counted: "12 people killed in the blast", "12 who died"."""
    for child in token.children:
        lemma = child.lemma_.lower()
        if child.dep_ == "acl" and child.tag_ == "VBN" and lemma in words.patient:
            return joined(fatal(child, words.patient[lemma]), child, counted, words), child
        if child.dep_ == "acl" and lemma in words.support and (found := said_by_complement(child, counted, words)):
            return found
        if child.dep_ == "relcl" and child.i > token.i:
            found = said_by_clause(child, counted, words)
            if found is not None:
                return found
    return None


def said_by_clause(verb: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What a relative clause says of its subject: "12 who died", "people who were killed"."""
    lemma = verb.lemma_.lower()
    if any(child.dep_ in SUBJECTS and child.tag_ not in RELATIVE for child in verb.children):
        return None  # "two shootings in which one person was killed"
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    if passive and lemma in words.patient:
        return joined(fatal(verb, words.patient[lemma]), verb, counted, words), verb
    relative = any(child.dep_ == "nsubj" and child.tag_ in ("WP", "WDT") for child in verb.children)
    if relative and lemma in words.subject and lemma not in words.only_people:
        return words.subject[lemma], verb
    if lemma in words.support and is_about_relative(verb):  # "who was pronounced dead"
        return said_by_complement(verb, counted, words)
    return None


def is_about_relative(verb: Token) -> bool:
    """Whether "who" or "that" is the subject of a clause that has no object of which it speaks instead."""
    pronoun = any(child.dep_ in SUBJECTS and child.tag_ in ("WP", "WDT") for child in verb.children)
    return pronoun and not has_object(verb) and not any(child.dep_ == "ccomp" for child in verb.children)


def said_by_head(token: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What the head of the count's phrase says of it."""
    head, dep = token.head, token.dep_
    if dep == "attr":
        verbs = (head, head.head) if head.dep_ == "xcomp" else (head,)
        told = (said_of_number(child, words) for verb in verbs for child in verb.children if child.dep_ in SUBJECTS)
        return next((found for found in told if found is not None), None)
    if dep in ("nsubjpass", "dobj", "nsubj", "oprd"):
        return said_by_verb(token, head, counted, words)
    companions = verb_of_companions(head) if dep == "pobj" else None
    if companions is not None and companions.lemma_.lower() in words.patient:
        return said_by_verb(token, companions, counted, words)
    if dep == "pobj" and (verb := verb_behind_place(token, head)) is not None:
        return said_by_verb(token, verb, counted, words)
    if dep == "pobj":
        return said_by_preposition(head, counted, words)
    if dep == "appos" and counted.noun is None and (found := said_of_number(head, words)) is not None:
        return found
    if dep in ("nummod", "compound", "amod", "poss") and head.lemma_.lower() in words.counted:
        return words.counted[head.lemma_.lower()], head
    return None


def verb_of_companions(preposition: Token) -> Token | None:
    """The verb that tells what befell some "along with" others: "was shot along with three others"."""
    if preposition.lower_ != "with" or preposition.i == 0 or preposition.nbor(-1).lower_ != "along":
        return None
    along = preposition.head.lower_ == "along"
    verb = preposition.head.head if along else preposition.head
    return verb if verb.tag_ == "VBN" else None  # "was shot along with", not "fled along with"


def verb_behind_place(token: Token, preposition: Token) -> Token | None:
    """The verb whose subject the parse took for a place's noun: "In Kaunas 5,000 people marched"."""
    verb = preposition.head
    count = min([token.i, *(child.i for child in token.children if child.pos_ == "NUM")])
    between = token.doc[preposition.i + 1 : count]
    if verb.pos_ != "VERB" or verb.i < token.i or not any(word.pos_ == "PROPN" for word in between):
        return None
    return None if any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children) else verb


def said_by_verb(token: Token, verb: Token, counted: Counted, words: MeasureWords) -> Told | None:
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
    if dep == "nsubj" and lemma in words.recovering and not has_object(verb) and counts_people(counted, words):
        return "injured", verb
    if dep == "dobj":  # "the death toll passed 400"
        subjects = (said_of_number(child, words) for child in verb.children if child.dep_ == "nsubj")
        found = next((found for found in subjects if found is not None), None)
        if found is not None:
            return found
    brought = dep in ("nsubjpass", "dobj") and lemma in words.arriving and counts_people(counted, words)
    if brought and (place := hospital_reached(verb, words)) is not None:
        return "injured", place
    about_object = dep == "nsubj" and (has_object(verb) or any(child.dep_ == "oprd" for child in verb.children))
    if not about_object and (lemma in words.support or verb.pos_ in ("AUX", "ADJ") or lemma in words.state):
        return said_by_complement(verb, counted, words)
    if dep == "nsubj" and lemma in RECEIVING and any(child.lemma_.lower() in words.wounds for child in verb.rights):
        return "injured", verb
    return said_by_further_verb(verb, counted, words) if dep in SUBJECTS else None


def said_by_further_verb(verb: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What a verb in the passive says that shares its subject with the one before: "survived, but were hit"."""
    for child in verb.rights:
        own = any(below.dep_ in SUBJECTS for below in child.children)
        passive = child.tag_ == "VBN" and any(below.dep_ == "auxpass" for below in child.children)
        if child.dep_ == "conj" and passive and not own and child.lemma_.lower() in words.patient:
            return joined(fatal(child, words.patient[child.lemma_.lower()]), child, counted, words), child
    return None


def said_by_complement(verb: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What a complement says: "were found dead", "are missing", "are believed to have been killed"."""
    for child in (verb, *verb.rights):
        if child.dep_ == "prep" and child.lower_ == "among":  # "were among the wounded"
            found = next((said_of_number(below, words) for below in child.children if below.dep_ == "pobj"), None)
        else:
            found = said_by_predicate(child, verb, counted, words)
        if found is not None:
            return found
    return None


def said_by_predicate(child: Token, verb: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What one predicate behind a support verb says of the counted."""
    lemma = child.lemma_.lower()
    clausal = ("xcomp", "oprd") if verb.lemma_ in REPORTING else ("xcomp", "oprd", "ccomp")
    if child != verb and child.dep_ not in ("acomp", "attr", "advcl", "acl", "advmod", "conj", *clausal):
        return None
    if child.dep_ == "conj" and any(below.dep_ in SUBJECTS and below != counted.node for below in child.children):
        return None  # "they were at home, but nobody was hurt"
    if child.lower_ in words.state or lemma in words.state:
        return joined(words.state.get(child.lower_) or words.state[lemma], child, counted, words), child
    passive = child.tag_ == "VBN" and not any(below.lower_ in ("have", "had", "has") for below in child.children)
    passive = passive or any(below.dep_ == "auxpass" for below in child.children)
    if child.dep_ in clausal and lemma in words.patient and passive:
        return joined(fatal(child, words.patient[lemma]), child, counted, words), child
    if child.dep_ == "xcomp" and lemma in words.subject and lemma not in words.only_people:
        return words.subject[lemma], child
    return None


def said_by_preposition(preposition: Token, counted: Counted, words: MeasureWords) -> Told | None:
    """What stands before the count's preposition: "the deaths of 12", "the toll rose to 37", "attended by 500"."""
    above = preposition.head
    lemma = above.lemma_.lower()
    if preposition.lower_ == "by" and words.noun_of.get(lemma) != "participants":  # "the killing of a clerk by two men"
        return None
    if any(child.lower_ == "attempted" for child in above.lefts):
        return None
    saved = above.dep_ == "dobj" and above.head.lemma_.lower() in SAVING
    if above.pos_ in ("NOUN", "PROPN") and lemma in words.noun_of and preposition.lower_ in OF_COUNTED and not saved:
        deadly = any(child.lower_ in ("fatal", "deadly") for child in above.lefts)
        return "killed" if deadly and words.noun_of[lemma] == "injured" else words.noun_of[lemma], above
    if above.lower_ in words.people_in_a_state and preposition.lower_ == "at":  # "put the wounded at 1,500"
        return said_of_number(above, words)
    if above.pos_ == "VERB" and preposition.lower_ in ("to", "at", "by", "from"):
        parts = [child for child in above.children if child.dep_ in ("nsubj", "nsubjpass", "dobj")]
        return next((found for found in (said_of_number(child, words) for child in parts) if found is not None), None)
    if preposition.lower_ in QUALIFYING and lemma in words.patient:
        return joined(fatal(above, words.patient[lemma]), above, counted, words), above
    if above.pos_ == "VERB" and preposition.dep_ == "agent" and words.patient.get(lemma) == "participants":
        return "participants", above
    return None


def said_of_number(noun: Token, words: MeasureWords) -> Told | None:
    """What a toll or number is of: "the death toll", "the number of wounded", "the dead were 12"."""
    lemma = noun.lemma_.lower()
    if lemma in words.numbers_of:
        for token in noun.subtree:
            name = token.lemma_.lower()
            for table in (words.counted, words.state, words.counted_by_default, words.noun_of):
                if token != noun and name in table:
                    return table[name], noun
            if token.tag_ == "VBN" and name in words.patient:
                return words.patient[name], noun
        return ("killed", noun) if lemma == "toll" else None
    if noun.lower_ in words.people_in_a_state:
        return words.state.get(noun.lower_, "killed"), noun
    return (words.counted[lemma], noun) if lemma in words.counted else None


def may_climb(token: Token, words: MeasureWords) -> bool:
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
        of_group = head.lower_ == "of" and (above.lemma_.lower() in words.groups or above.pos_ == "NUM")
        return of_group or head.lower_ == "including"
    return dep in ("nummod", "quantmod", "compound", "amod", "det", "nmod") and head.pos_ in NOMINAL


def verb_lemma(verb: Token, words: MeasureWords) -> str:
    """The verb's lemma, with its particle where the codebook knows the two together."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        both = f"{lemma} {child.lower_}"
        if child.dep_ in ("prt", "advmod", "dobj", "oprd") and (both in words.patient or both in words.subject):
            return both
    return lemma
