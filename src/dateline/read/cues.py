"""Cues: words that may ascribe something to somebody, and the traits by which it is judged whether they do.

A candidate is a verb, or a noun or adjective with a complement, or "according to". Its frame is how its content hangs
on it: "clause" (said that ...), "infinitive" (vowed to ...), "object" (denied the attack), "object:of" (accused them
of ...), "on" (called on ...), "quote" (a quotation stands beside it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.cues import acts, attitudes, venue_words, verbs_of_saying
from dateline.read.lost_subjects import lost_subject, speaker_before
from dateline.read.sources import is_passive, source_head
from dateline.read.tokens import Token

FRAME_PREPOSITIONS = frozenset(
    (
        "of",
        "for",
        "on",
        "about",
        "against",
        "to",
        "with",
        "as",
        "over",
        "in",
        "from",
        "at",
        "that",
        "by",
        "into",
        "toward",
        "towards",
        "between",
        "behind",
        "upon",
    )
)
PERSONS = frozenset(("PERSON", "NORP", "ORG", "GPE"))
HEARSAY = frozenset(("reportedly", "allegedly", "purportedly", "supposedly", "reputedly"))
CLAUSES = frozenset(("ccomp", "csubj"))
PERSONAL = frozenset(("he", "she", "they", "i", "we", "you", "who"))
IMPERSONAL = frozenset(("it", "this", "that", "which", "these", "those", "there", "what"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may be a cue, its frame, the head of whom it may ascribe to, and the quotations beside it."""

    token: Token
    frame: str
    source: Token | None
    quotations: tuple[int, ...] = ()


def candidate(token: Token, quotations: tuple[int, ...] = ()) -> Candidate | None:
    """The token as a candidate; None where it cannot be a cue."""
    if token.text == ":":
        speaker = speaker_before(token)
        return Candidate(token, "colon", speaker, quotations) if speaker is not None else None
    frame = frame_of(token)
    if quotations and (frame is not None or token.pos_ == "VERB"):
        frame = "quote"
    if frame is None or (token.lemma_.lower() in acts() and frame not in {"quote", "clause"}):
        return None
    return Candidate(token, frame, source_head(token), quotations)


def with_source_outside(item: Candidate, *, quoted: bool, source_quoted: bool) -> Candidate:
    """The candidate, with another source where the parse took one from a quotation that the cue is not in."""
    if quoted or not source_quoted:
        return item
    return Candidate(item.token, item.frame, lost_subject(item.token), item.quotations)


def frame_of(token: Token) -> str | None:
    """How the content hangs on the token; None where nothing does and the token is no verb."""
    if token.lower_ == "according":
        return "according"
    if token.lower_ in HEARSAY and token.dep_ == "advmod":
        return "adverb"
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"}):
        return verb_frame(token)
    if token.pos_ == "NOUN":
        return noun_frame(token)
    return adjective_frame(token) if token.pos_ == "ADJ" else None


def verb_frame(verb: Token) -> str | None:
    kids = {child.dep_: child for child in reversed(list(verb.children))}
    if verb.lemma_ == "be" and verb.pos_ == "AUX":
        return None
    frame = "inserted" if verb.dep_ == "parataxis" and verb.head.i != verb.i else "bare"
    if "ccomp" in kids:
        frame = "clause"
    elif "xcomp" in kids:
        frame = "infinitive" if any(word.tag_ == "TO" for word in kids["xcomp"].children) else "small"
    elif "dobj" in kids:
        frame = "object" + "".join(sorted(f":{word}" for word in prepositions(verb, ("of", "for", "as", "to"))))
    elif found := prepositions(verb, FRAME_PREPOSITIONS):
        frame = found[0]
    elif kids.keys() & {"acomp", "oprd", "attr"}:
        frame = "predicate"
    if is_passive(verb) and kids.keys() & {"nsubjpass", "auxpass"}:
        frame += "+passive"
    return frame


def prepositions(token: Token, wanted: tuple[str, ...] | frozenset[str]) -> list[str]:
    """The prepositions that head a phrase of the token, in text order, as far as they are wanted."""
    return [child.lower_ for child in token.rights if child.dep_ in {"prep", "prt"} and child.lower_ in wanted]


def noun_frame(noun: Token) -> str | None:
    for child in noun.rights:
        if child.dep_ in {"acl", "ccomp"}:
            if any(word.tag_ == "TO" for word in child.lefts):
                return "noun:infinitive"
            if any(word.lower_ in {"that", "whether"} and word.dep_ == "mark" for word in child.lefts):
                return "noun:clause"
    found = [child.lower_ for child in noun.rights if child.lower_ in FRAME_PREPOSITIONS and leads_to_content(child)]
    return f"noun:{found[0]}" if found else None


def leads_to_content(preposition: Token) -> bool:
    """Whether a phrase behind a noun says what about, and not through which medium ("a statement on Telegram")."""
    if preposition.dep_ not in {"prep", "prt"}:
        return False
    media = preposition.lower_ in {"in", "on", "via"}
    return not (media and any(noun.lemma_.lower() in venue_words() for noun in preposition.children))


def adjective_frame(adjective: Token) -> str | None:
    kids = {child.dep_ for child in adjective.children}
    if "ccomp" in kids:
        return "adjective:clause"
    if "xcomp" in kids:
        return "adjective:infinitive"
    found = prepositions(adjective, FRAME_PREPOSITIONS)
    return f"adjective:{found[0]}" if found and adjective.dep_ in {"acomp", "advcl", "ROOT"} else None


def traits(item: Candidate, *, quoted: bool, titled: bool) -> Iterator[str]:
    """What is known of a candidate, as names: each adds to, or takes from, the odds that it is a cue."""
    token, frame = item.token, item.frame
    lemma = token.lemma_.lower() or token.lower_
    who = source_class(item.source)
    yield f"lemma={lemma}"
    yield f"use={lemma} {frame}"
    yield f"frame={frame}"
    yield f"place={token.dep_} {frame.partition(':')[0]}"
    if lemma in verbs_of_saying() or lemma in attitudes():
        kind = "saying" if lemma in verbs_of_saying() else "attitude"
        yield f"kind={kind}"
        yield f"kind={kind} {frame}"
        yield f"kind={kind} {who}"
    yield f"source={who}"
    yield f"source={who} {frame.partition(':')[0]}"
    if item.source is not None and item.source.pos_ == "NOUN":
        yield f"source noun={item.source.lemma_.lower()}"
    if quoted:
        yield "quoted"
        if frame == "clause":
            yield "quoted clause"
    if titled:
        yield "title"
        yield f"title {frame}"
    if frame == "colon" and item.quotations:
        yield "colon before quotation"
    yield from surroundings(token)


def surroundings(token: Token) -> Iterator[str]:
    """Negation, helping verbs, the object, and what the token depends on."""
    for child in token.children:
        if child.dep_ == "neg":
            yield "negated"
        elif child.dep_ == "aux":
            yield f"helper={child.lemma_.lower()}"
        elif child.dep_ == "dobj":
            yield f"object={thing_class(child)}"
            yield f"use={token.lemma_.lower()} object={thing_class(child)}"
        elif child.dep_ in CLAUSES:
            yield "marked clause" if any(word.dep_ == "mark" for word in child.lefts) else "unmarked clause"
    head = token.head
    if head.i != token.i:
        yield f"under={token.dep_} {head.lemma_.lower()}"
    if inside_clause(token):
        yield "inside clause"


def inside_clause(token: Token) -> bool:
    """Whether the token stands within the clause that another verb governs ("said that he believes")."""
    for _ in range(8):
        if token.dep_ in CLAUSES and token.head.pos_ == "VERB":
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def source_class(head: Token | None) -> str:
    """What kind of word a source is."""
    return "none" if head is None else thing_class(head)


def thing_class(head: Token) -> str:
    lower = head.lower_
    if head.pos_ == "PRON" or lower in PERSONAL or lower in IMPERSONAL:
        return f"pronoun {lower}" if lower in PERSONAL or lower in IMPERSONAL else "pronoun"
    if head.ent_type_ in PERSONS:
        return head.ent_type_
    if head.pos_ == "PROPN":
        return "name"
    return f"noun {head.tag_}" if head.pos_ == "NOUN" else head.pos_
