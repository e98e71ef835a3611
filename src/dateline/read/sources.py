"""Sources: whose word it is. From a cue to the head of the phrase that names who is quoted."""

from __future__ import annotations

from spacy.tokens import Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
INHERITS = frozenset(("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis", "acomp", "pcomp"))
EMPTY_SUBJECTS = frozenset(("it", "there"))
STEPS = 6


def source_head(cue: Token) -> Token | None:
    """The head of the phrase that the cue ascribes to; None where the text names nobody.

    "Smith said" - Smith; "was accused by Smith" - Smith; "Smith left, saying" - Smith; "according to Smith" - Smith;
    "Smith's claim", "a claim by Smith" - Smith; "Smith is sure" - Smith.
    """
    if cue.lower_ == "according":
        return object_of(cue, ("to",))
    if cue.pos_ == "NOUN":
        return noun_source(cue)
    if is_passive(cue):
        return object_of(cue, ("by",))
    return subject_of(cue)


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive, or a participle that follows a noun ("people quoted by the agency")."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


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
    for _ in range(STEPS):
        if (own := own_subject(verb)) is not None:
            return None if own.lower_ in EMPTY_SUBJECTS and own.dep_ == "expl" else own
        head = verb.head
        if head.i == verb.i:
            return None
        if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return head
        if verb.dep_ == "relcl":
            return head
        if verb.dep_ == "prep" or (verb.dep_ == "pcomp" and head.dep_ == "prep"):
            verb = head
            continue
        if verb.dep_ not in INHERITS:
            return None
        if is_passive(head) and verb.dep_ != "xcomp" and own_subject(head) is None:
            return None
        verb = head
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def noun_source(noun: Token) -> Token | None:
    """Whose claim, denial or plan a noun is: its owner, its "by" or "from" phrase, or the subject of its verb."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    named = object_of(noun, ("by", "from", "of", "among"))
    if named is not None and named.ent_type_ in {"PERSON", "ORG", "NORP", "GPE"}:
        return named
    verb = noun.head
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        if noun.dep_ == "pobj":
            verb = verb.head
        if verb.pos_ in {"VERB", "AUX"} and not is_passive(verb):
            return subject_of(verb)
    return None


def antecedent(source: Token) -> Token:
    """The noun that a relative pronoun stands for ("residents" for "who" in "residents, who said"); else the token."""
    if source.tag_ in {"WP", "WDT"}:
        verb = source.head
        for _ in range(STEPS):
            if verb.dep_ == "relcl":
                return verb.head
            verb = verb.head
    return source
