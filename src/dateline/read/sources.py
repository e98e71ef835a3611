"""Sources: whose word it is. From a cue to the head of the phrase that names who is quoted."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.cues import venue_words, verbs_of_saying
from dateline.read.lost_subjects import NOMINAL, inverted_subject, lost_subject
from dateline.read.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
INHERITS = frozenset(("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis", "acomp", "pcomp", "csubj"))
SEEMING = frozenset(("seem", "appear", "look", "sound", "feel", "tend", "prove", "remain"))
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE"))
IMPERSONAL = frozenset(("it", "that", "this"))  # "it is hard to see": nobody sees
RAISING = frozenset(  # verbs whose subject meets with an attitude and does not have it ("drew criticism")
    (
        *("raise", "prompt", "draw", "attract", "fuel", "spark", "face", "provoke", "stoke", "trigger", "renew"),
        *("win", "receive", "get", "earn", "generate", "rally", "cause", "create", "invite", "bring", "fan"),
    )
)
CAUSING = frozenset(
    ("lead", "leave", "ask", "urge", "allow", "force", "cause", "prompt", "push", "tell", "help", "get")
)
STEPS = 6


def source_head(cue: Token) -> Token | None:
    """The head of the phrase that the cue ascribes to; None where the text names nobody.

    "Smith said" - Smith; "was accused by Smith" - Smith; "Smith left, saying" - Smith; "according to Smith" - Smith;
    "Smith's claim", "a claim by Smith" - Smith; "Smith is sure" - Smith; "it seems", "is expected" - nobody.
    """
    if cue.lower_ == "according":
        return object_of(cue, ("to",))
    if cue.pos_ == "ADV":
        return None
    if cue.pos_ == "NOUN":
        return noun_source(cue)
    if is_passive(cue):
        return object_of(cue, ("by",))
    if cue.lemma_.lower() in SEEMING and cue.pos_ == "VERB" and not has_object(cue):
        return None
    return inverted_subject(cue) or subject_of(cue)


def has_object(verb: Token) -> bool:
    """Whether a verb has a direct object."""
    return any(child.dep_ == "dobj" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or a participle without a subject ("quoted by the agency", "asked whether")."""
    marks = {child.dep_ for child in verb.children}
    if marks & {"auxpass", "agent"} or ("nsubjpass" in marks and not tells(verb)):
        return True
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not has_helper(verb)


def tells(verb: Token) -> bool:
    """Whether a verb of saying has a clause and no "was", so that its subject says it, whatever the parse holds."""
    clause = any(child.dep_ == "ccomp" and child.i > verb.i for child in verb.children)
    return clause and verb.lemma_.lower() in verbs_of_saying()


def has_helper(verb: Token) -> bool:
    """Whether "have" makes a participle a finite, active verb."""
    return any(child.dep_ == "aux" for child in verb.children)


def object_of(token: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The noun behind one of the prepositions of a token."""
    for child in token.children:
        if child.lower_ in prepositions and child.dep_ in {"agent", "prep"}:
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb: its own, or that of the verb it is joined to, or the noun it describes."""
    first = verb
    for _ in range(STEPS):
        if (own := own_subject(verb)) is not None:
            borrowed_it = verb.pos_ == "AUX" and verb.i != first.i and own.lower_ in IMPERSONAL
            return None if own.dep_ == "expl" or borrowed_it else own
        head = verb.head
        if head.i == verb.i or (verb.i == first.i and verb.tag_ in {"VBD", "VBZ"} and verb.dep_ != "conj"):
            return lost_subject(first)
        if verb.dep_ in {"acl", "relcl"} and head.pos_ in NOMINAL:
            return described(verb)
        if is_quoted_as(verb):
            return quoted_one(verb.head)
        if verb.dep_ in {"prep", "pcomp"}:
            if head.pos_ == "NOUN":
                return noun_source(head)
            verb = head
            continue
        if verb.dep_ not in INHERITS:
            return None
        if verb.dep_ == "xcomp" and (caused := caused_one(head, verb)) is not None:
            return caused
        verb = outer_verb(verb, head)
    return None


def quoted_one(preposition: Token) -> Token | None:
    """ "the governor" in "quoted the governor as saying" and in "the governor was quoted as saying"."""
    verb = preposition.head
    if preposition.lower_ != "as" or verb.pos_ != "VERB":
        return None
    wanted = "nsubjpass" if is_passive(verb) else "dobj"
    return next((child for child in verb.children if child.dep_ == wanted), None)


def is_quoted_as(verb: Token) -> bool:
    """Whether a verb tells what somebody is quoted as saying."""
    return verb.dep_ == "pcomp" and quoted_one(verb.head) is not None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def caused_one(verb: Token, complement: Token) -> Token | None:
    """ "many" in "leaves many to wonder": the one who is led to do what the complement says."""
    if verb.lemma_.lower() not in CAUSING or not any(word.tag_ == "TO" for word in complement.lefts):
        return None
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def outer_verb(verb: Token, head: Token) -> Token:
    """The verb whose subject a participle takes: that of the report around what is reported.

    "Smith said the army had fled, adding ..." - Smith added, though the parse hangs the participle on "fled".
    """
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBZ", "VBP", "VBN"} and not can_speak(own_subject(head)):
        return next((above for above in clauses_above(head) if reports(above)), head)
    if verb.dep_ != "advcl" or verb.tag_ != "VBG" or verb.i < head.i:
        return head
    for above in clauses_above(head):
        if above.lemma_.lower() in verbs_of_saying():
            return above
    if verb.lemma_.lower() in verbs_of_saying():
        speaking = (above for above in (head, *verbs_above(head)) if can_speak(own_subject(above)))
        return next(speaking, head)
    return head


def verbs_above(verb: Token) -> Iterator[Token]:
    """The verbs that a verb depends on, inside out."""
    for _ in range(STEPS):
        if verb.head.i == verb.i:
            return
        verb = verb.head
        if verb.pos_ in {"VERB", "AUX"}:
            yield verb


def reports(verb: Token) -> bool:
    """Whether a verb is one of saying, or has a speaker as its subject."""
    return verb.lemma_.lower() in verbs_of_saying() or can_speak(own_subject(verb))


def can_speak(subject: Token | None) -> bool:
    """Whether a subject is somebody by its name or pronoun, and not acted upon."""
    if subject is None or subject.dep_ != "nsubj":
        return False
    return subject.ent_type_ in NAMED or subject.lower_ in {"he", "she", "they", "who"}


def clauses_above(verb: Token) -> Iterator[Token]:
    """The verbs in whose clauses a verb stands, inside out."""
    for _ in range(STEPS):
        if verb.head.i == verb.i:
            return
        if verb.dep_ == "ccomp":
            yield verb.head
        verb = verb.head


def described(participle: Token) -> Token | None:
    """Whose word a participle behind a noun is: the noun's ("people saying"), or the owner's of a plan, a speech."""
    noun = participle.head
    planned = any(word.tag_ == "TO" for word in participle.lefts)
    if participle.dep_ == "acl" and (planned or noun.lemma_.lower() in venue_words()):
        return noun_source(noun) or noun
    return noun


def noun_source(noun: Token) -> Token | None:
    """Whose claim, denial or plan a noun is: its owner, its "by" or "from" phrase, or the subject of its verb."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None and not (owner.pos_ == "PRON" and noun.dep_ in {"dobj", "attr"} and noun.head.pos_ == "VERB"):
        return owner
    by = object_of(noun, ("by", "from", "among"))
    if by is not None:
        return by
    of = object_of(noun, ("of",))
    if of is not None and of.ent_type_ in NAMED:
        return of
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        if noun.dep_ == "pobj":
            verb = verb.head
        if verb.pos_ in {"VERB", "AUX"} and not is_passive(verb) and verb.lemma_.lower() not in RAISING:
            return subject_of(verb)
    return owner


def antecedent(source: Token) -> Token:
    """The noun that a relative pronoun stands for ("residents" for "who" in "residents, who said"); else the token."""
    if source.tag_ in {"WP", "WDT"}:
        verb = source.head
        for _ in range(STEPS):
            if verb.dep_ == "relcl":
                return verb.head
            verb = verb.head
    return source
