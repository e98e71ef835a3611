"""The value of an event, by coding-guide rule 6, from the signs in its clause and the words that govern it.

The order of decision follows the chain of governors of Saurí and Pustejovsky (2012): the event's own clause first, then
each word above it, until one decides or takes the event for granted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.factuality_words import factuality_words
from dateline.codebook.light_verbs import light_verbs
from dateline.read.factuality_signs import Clause, Governor
from dateline.read.tokens import Token
from dateline.record import Span
from dateline.record.values import Factuality

PRESENT = ("VBZ", "VBP")
INFINITIVE_RELATIONS = ("xcomp", "ccomp", "acl", "advcl")
VALUES: dict[str, Factuality] = {
    "planned": "planned",
    "planned_by_infinitive": "planned",
    "requested_by_infinitive": "requested",
    "requested": "requested",
    "threatened": "threatened",
    "hypothetical": "hypothetical",
    "hypothetical_by_infinitive": "hypothetical",
    "negated": "negated",
    "denied": "denied",
    "ceased": "ceased",
    "ongoing": "ongoing",
}
Decision = tuple[Factuality, Token | None]  # the value, and the word that decided (None: plain assertion)


def decide(token: Token, clause: Clause, governors: Sequence[Governor]) -> Decision:
    """The value and the word that decided: the event's own clause first, then the words above it."""
    own = own_value(token, clause)
    if own is not None and own[0] != "ongoing":
        above = next((found for found in map(denial, governors) if found is not None), None)
        return above or (threat(governors) if own[0] == "planned" else None) or own
    told_apart = token.dep_ == "acl" and token.tag_ == "VBN"  # "those deported last year": only a denial reaches it
    for place, (below, governor) in enumerate(zip((None, *governors), governors, strict=False)):
        if below is not None and lends(below):
            token, clause = below.token, below.clause  # "plans to hold a protest": the plan is to hold it
        if denies_only_who(below, governor):
            break
        found = denied_claim(below, governor) or (denial(governor) if told_apart else effect(token, clause, governor))
        if found is not None and governor.relation == "modifier" and found[0] == "planned":
            return next(filter(None, (called_off(above) for above in governors[place + 1 :])), found)
        if found is not None:
            return found
        if settles(governor):
            break
    return own or lasting(token) or ("actual", None)


def lends(governor: Governor) -> bool:
    """Whether a governor only makes a verb phrase of the event's noun, so that what is above it bears on the event."""
    verb = governor.token
    return governor.relation == "obj" and verb.pos_ == "VERB" and verb.lemma_.lower() in light_verbs()


def outside(clause: Clause, target: Span) -> Clause:
    """The clause without the signs that belong to the target's own words: "would not pay" as a refusal took place."""

    def kept(word: Token | None) -> Token | None:
        return None if word is not None and target.start <= word.idx < target.end else word

    return replace(
        clause,
        negation=kept(clause.negation),
        modal=kept(clause.modal),
        marker=kept(clause.marker),
        adverb=kept(clause.adverb),
    )


def own_value(token: Token, clause: Clause) -> Decision | None:
    """What the event's own clause says of it; None for a plain assertion."""
    words = factuality_words()
    if clause.marker is not None:
        value = VALUES[words.marker[clause.marker.lower_][0]]
        if value == "hypothetical" or token.tag_ not in ("VBD", "VBN"):
            return value, clause.marker
    if clause.negation is not None:
        return "negated", clause.negation
    if clause.modal is not None:
        return modal_value(clause, clause.modal)
    if clause.adverb is not None and "hypothetical" in words.adverb[clause.adverb.lower_]:
        return "hypothetical", clause.adverb
    if clause.progressive or (token.tag_ == "VBN" and any(child.lower_ == "being" for child in token.children)):
        return ("ongoing", token) if is_present(token) else None
    return None


def modal_value(clause: Clause, modal: Token) -> Decision:
    """What a modal verb makes of the event; "would" tells of a plan in reported speech, "would have" of the unreal."""
    if modal.lower_ in ("would", "'d") and not clause.perfect:
        return "planned", modal
    return VALUES[factuality_words().modal[modal.lower_][0]], modal


def lasting(token: Token) -> Decision | None:
    """Whether a condition or process that lasts is told in the present: "the war has claimed", "they hold the town"."""
    words = factuality_words()
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX"):
        return ("ongoing", None) if lemma in words.lasting_verbs and token.tag_ in PRESENT else None
    if lemma not in words.lasting_nouns and token.lower_ not in words.lasting_nouns:
        return None
    verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
    return ("ongoing", None) if verb is not None and is_present(verb) else None


def is_present(verb: Token) -> bool:
    """Whether a verb or its auxiliary is in the present."""
    return verb.tag_ in PRESENT or any(c.dep_ in ("aux", "auxpass") and c.tag_ in PRESENT for c in verb.children)


def effect(token: Token, clause: Clause, governor: Governor) -> Decision | None:
    """What a word above the event makes of it; None where it leaves it as it is."""
    negation = governor.clause.negation
    for name in governor.classes:
        if reaches(name, token, clause, governor):
            value = valued(name, governor)
            if value is not None and negation is not None:
                value = under_negation(value)
            return (value, governor.token) if value is not None else None
    if governor.relation == "xcomp" and clause.infinitive and governor.token.lemma_ == "be":
        return "planned", governor.token  # "the envoys are to meet"
    if negation is not None and governor.relation in ("xcomp", "obj") and "actual" in governor.classes:
        return "negated", negation
    modal = governor.clause.modal
    noun = clause.form in ("noun", "name") and governor.relation in ("obj", "prep")
    if negation is not None and noun and governor.relation == "obj" and clause.determiner in ("a", "any"):
        return "negated", negation  # "was not given a sentence"
    purpose = clause.infinitive and governor.relation in ("xcomp", "advcl")
    if modal is not None and (purpose or (noun and clause.determiner != "the")):
        return modal_value(governor.clause, modal)
    return None


def valued(name: str, governor: Governor) -> Factuality | None:
    """The value that a class gives, seen with the governor's own form: what one tries to prevent or to end has not
    been prevented or ended yet."""
    unfinished = governor.clause.infinitive or governor.token.tag_ == "VBG"
    if name == "wanted":
        return "planned" if governor.relation == "xcomp" else "requested"
    if name == "negated" and unfinished and governor.relation in ("obj", "prep"):
        return "hypothetical"
    if name == "ceased" and unfinished:
        return "ongoing"
    if name == "ongoing" and governor.clause.modal is not None:
        return "planned"
    return VALUES.get(name)


def reaches(name: str, token: Token, clause: Clause, governor: Governor) -> bool:
    """Whether a class of governor bears on an event that hangs on it in this way."""
    relation = governor.relation
    nonfinite = clause.infinitive or token.tag_ == "VB" or (token.tag_ in ("VBG", "VBN") and not is_present(token))
    if name not in VALUES and name != "wanted":
        return False
    if relation == "ccomp" and name not in ("denied", "negated"):
        return clause.infinitive or token.tag_ in (("VB", "VBP") if name in ("requested", "wanted") else ("VB",))
    if relation == "modifier":
        return name not in ("negated", "requested_by_infinitive")
    if name.endswith("_by_infinitive"):
        return relation in INFINITIVE_RELATIONS and (clause.infinitive if relation == "acl" else nonfinite)
    if relation == "acl":
        return clause.infinitive or token.tag_ == "VBG"
    if relation in ("xcomp", "oprd", "advcl") and name in ("planned", "requested", "threatened"):
        return nonfinite
    if name == "hypothetical" and relation in ("xcomp", "subj"):
        return governor.token.lower_ not in ("able", "capable") or governor.clause.negation is not None
    if name == "negated" and relation == "subj":
        return False
    if relation in ("obj", "prep", "compound", "subj") and name == "planned":
        return clause.determiner != "the"
    return True


def under_negation(value: Factuality) -> Factuality | None:
    """The value of what is not planned, not denied, not stopped."""
    if value in ("planned", "requested", "hypothetical", "threatened", "ongoing"):
        return "negated"
    return "ongoing" if value == "ceased" else None


def denial(governor: Governor) -> Decision | None:
    """A denial above an event whose own clause already says something: "denied that it would attack"."""
    return ("denied", governor.token) if "denied" in governor.classes else None


def threat(governors: Sequence[Governor]) -> Decision | None:
    """A threat over what is to come: "warned that it would strike"."""
    threats = (governor for governor in governors if governor.relation == "ccomp" and "threatened" in governor.classes)
    return next((("threatened", governor.token) for governor in threats), None)


def denied_claim(below: Governor | None, governor: Governor) -> Decision | None:
    """A denial of the claim that tells the event: "rejects the assertion that any was beaten"."""
    words = factuality_words()
    if below is None or below.token.lemma_.lower() not in words.claim_nouns:
        return None
    denies = governor.relation in ("obj", "subj") and governor.token.lemma_.lower() in words.claim_denials
    return ("denied", governor.token) if denies else None


def called_off(governor: Governor) -> Decision | None:
    """What becomes of a plan: "talks planned for Friday were cancelled"."""
    ends = "ceased" in governor.classes and governor.relation in ("obj", "prep") and governor.clause.negation is None
    return ("ceased", governor.token) if ends and not governor.clause.infinitive else None


def denies_only_who(below: Governor | None, governor: Governor) -> bool:
    """Whether a denial is of the part that somebody had: "denied responsibility for the attack"."""
    if below is None or below.token.lemma_.lower() not in factuality_words().responsibility:
        return False
    return "denied" in governor.classes or governor.token.lemma_.lower() in factuality_words().claim_denials


def settles(governor: Governor) -> bool:
    """Whether a governor takes the event for granted, so that nothing above changes it."""
    return "actual" in governor.classes or "known" in governor.classes
