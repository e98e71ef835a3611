"""Who does a verb and to whom it is done, whatever the construction: active, passive, participle, relative, infinitive.

Works on the parse alone. "Subject" and "object" here are the ones of the active sentence: the subject of "the mayor was
arrested by soldiers" is "soldiers".
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.read.tokens import Token

SUBJECTS = frozenset(("nsubj", "csubj"))
PASSIVE_SUBJECTS = frozenset(("nsubjpass", "csubjpass"))
RELATIVES = frozenset(("who", "that", "which", "whom"))
SUBJECT_CONTROL = frozenset(("promise", "threaten", "vow", "use", "pledge", "offer", "agree", "swear", "take", "have"))
CALLED_UPON = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon")}
HOLDING_TO = frozenset(  # verbs whose object did, or would do, what follows "of", "for" or "from"
    (
        *("accuse", "suspect", "blame", "condemn", "criticize", "criticise", "denounce", "thank", "praise", "convict"),
        *("charge", "arrest", "detain", "jail", "sentence", "fine", "punish", "prosecute", "prevent", "stop", "keep"),
        *("bar", "ban", "prohibit", "dissuade", "deter", "indict", "acquit", "discourage", "investigate"),
    )
)
ATTITUDES = frozenset(("opposed", "committed", "dedicated", "resigned", "averse"))
DEEPEST = 6  # clauses climbed in search of a subject


def is_passive(verb: Token) -> bool:
    """Whether a verb's surface subject is its object: "was arrested", "the men arrested on Monday"."""
    if any(child.dep_ in {"nsubjpass", "auxpass", "agent"} for child in verb.children):
        return not is_attitude(verb)
    if verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.head.tag_ == "VBN":
        # "were beaten and robbed"; "nine were killed and twenty wounded", where only the first has its "were"
        return is_passive(verb.head) and not any(child.dep_ in {"dobj", "aux"} for child in verb.children)
    reduced = verb.dep_ in {"acl", "amod", "relcl", "advcl"} and verb.tag_ in {"VBN", "VBD", "JJ"}
    return reduced and not any(child.dep_ in {"nsubj", "dobj", "aux"} for child in verb.children)


def is_attitude(verb: Token) -> bool:
    """Whether a participle tells where somebody stands, not what was done to him: "is opposed to the plan"."""
    children = list(verb.children)
    is_towards = any(child.dep_ == "prep" and child.lower_ == "to" for child in children)
    return verb.lower_ in ATTITUDES and is_towards and not any(child.dep_ == "agent" for child in children)


def own_subjects(verb: Token) -> list[Token]:
    """The surface subjects that hang on the verb itself."""
    return [child for child in verb.children if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS]


def surface_subject(verb: Token, depth: int = 0) -> Token | None:
    """The subject as it stands, found in a higher clause where the verb has none of its own."""
    for subject in own_subjects(verb):
        return antecedent(subject, verb) if subject.lower_ in RELATIVES else subject
    head = verb.head
    if head.i == verb.i or depth >= DEEPEST:
        return None
    if verb.dep_ in {"acl", "relcl", "amod"} and head.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
        return head if verb.tag_ in {"VBG", "VBN", "JJ", "VBD"} and verb.dep_ != "relcl" else of_noun(head, depth)
    if verb.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
        return surface_subject(head, depth + 1)
    if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return controller(head.head if head.dep_ == "acomp" else head, depth)
    if verb.dep_ == "pcomp" and (answerable := one_answerable(head)) is not None:
        return answerable
    if verb.dep_ in {"advcl", "pcomp", "dep"}:
        return agent_of(head) or governor_subject(head, depth)
    return None


def one_answerable(preposition: Token) -> Token | None:
    """Who did what somebody is accused of, thanked for or kept from: "accused the guards of beating a man"."""
    if preposition.dep_ == "conj":
        preposition = preposition.head
    verb = preposition.head if preposition.head.pos_ == "VERB" else preposition.head.head
    if preposition.lower_ not in {"of", "for", "from"} or verb.lemma_.lower() not in HOLDING_TO:
        return None
    if is_passive(verb):
        return surface_subject(verb)
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def agent_of(verb: Token) -> Token | None:
    """Who does a passive act, and so what follows from it: "was attacked by rebels, killing two"."""
    agents = (child for child in verb.children if child.dep_ == "agent") if is_passive(verb) else ()
    return next((noun for agent in agents for noun in map(agent_noun, agent.children) if noun is not None), None)


def of_noun(noun: Token, depth: int) -> Token | None:
    """Whose a noun with an infinitive is: "the rebels' plan to attack", "their decision to leave"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is not None:
        return owner
    return governor_subject(noun.head, depth) if noun.dep_ in {"dobj", "attr"} else None


def controller(head: Token, depth: int) -> Token | None:
    """Who does the infinitive under a verb: the object where there is one ("urged the rebels to leave"), else the
    subject ("refused to leave", "threatened them to leave")."""
    if head.lemma_.lower() not in SUBJECT_CONTROL:
        for child in head.children:
            if child.dep_ in {"dobj", "nsubjpass", "dative"} and child.pos_ != "ADP":
                return child
            if child.lower_ in CALLED_UPON.get(head.lemma_.lower(), ()):
                return next((noun for noun in child.children if noun.dep_ == "pobj"), None) or surface_subject(head)
    return surface_subject(head, depth + 1)


def governor_subject(head: Token, depth: int) -> Token | None:
    """The subject of the nearest verb above, through prepositions and nouns."""
    for _ in range(3):
        if head.pos_ in {"VERB", "AUX"}:
            return surface_subject(head, depth + 1)
        if head.head.i == head.i:
            return None
        head = head.head
    return None


def antecedent(pronoun: Token, verb: Token) -> Token:
    """What "who" or "which" stands for."""
    clause = verb
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head if clause.dep_ == "relcl" else pronoun


def subjects(verb: Token) -> Iterator[Token]:
    """Who does it, with everybody who is named along."""
    if is_passive(verb):
        for agent in (child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by"):
            for noun in filter(None, map(agent_noun, agent.children)):
                yield from with_conjuncts(noun)
        return
    subject = surface_subject(verb)
    if subject is not None:
        yield from with_conjuncts(subject)


def agent_noun(child: Token) -> Token | None:
    """The noun after "by", also where the parser took its participle for a verb: "hanged by occupying forces"."""
    if child.dep_ == "pobj":
        return child
    if child.dep_ == "pcomp" and child.tag_ == "VBG":
        return next((noun for noun in child.children if noun.dep_ == "dobj" and noun.i == child.i + 1), None)
    return None


def clause_subjects(head: Token, *, only_that: bool = False) -> Iterator[Token]:
    """Who is to act, or acts, in the clause that a word of speech governs: "demanded that the army leave". With
    `only_that`, in clauses that begin with "that"."""
    for clause in head.children:
        if only_that and not any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children):
            continue
        if clause.dep_ in {"ccomp", "acl", "advcl", "xcomp"} and clause.pos_ in {"VERB", "AUX"}:
            for subject in own_subjects(clause):
                if subject.lower_ not in RELATIVES:
                    yield from with_conjuncts(subject)


def objects(verb: Token) -> Iterator[Token]:
    """To whom or what it is done, with everything that is named along."""
    if is_passive(verb):
        subject = surface_subject(verb)
        if subject is not None:
            yield from with_conjuncts(subject)
        return
    own = [child for child in verb.children if child.dep_ in {"dobj", "dative", "obj"} and child.pos_ != "ADP"]
    for child in own:
        yield from with_conjuncts(antecedent(child, verb) if child.lower_ in RELATIVES else child)
    if not own:
        yield from shared_objects(verb)


def shares_object(verb: Token) -> bool:
    """Whether a coordinated verb stands directly before the next: "arrested and beat the students"."""
    return any(child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= 3 for child in verb.children)


def shared_objects(verb: Token) -> Iterator[Token]:
    """The object of the next verb, where two verbs share it: "arrested and beat the students"."""
    if not shares_object(verb):
        return
    other = next(child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB")
    if not own_subjects(other):
        for child in other.children:
            if child.dep_ == "dobj":
                yield from with_conjuncts(child)


def with_conjuncts(noun: Token) -> Iterator[Token]:
    """A noun and those coordinated with it."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            yield from with_conjuncts(child)


def after_preposition(head: Token) -> Iterator[tuple[str, Token]]:
    """What follows the prepositions that hang on a word: (preposition, noun), coordinated nouns too."""
    for preposition in head.children:
        if preposition.dep_ not in {"prep", "dative", "agent"} or preposition.pos_ not in {"ADP", "SCONJ"}:
            continue
        for noun in preposition.children:
            if noun.dep_ == "pobj":
                yield from ((preposition.lower_, one) for one in with_conjuncts(noun))
            elif noun.dep_ == "prep":
                yield from ((noun.lower_, one) for one in noun.children if one.dep_ == "pobj")
