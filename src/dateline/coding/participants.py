"""Who takes part in an event, put together from all its tellings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook.countries import country_word
from dateline.coding.tellings import Telling
from dateline.read.findings import RoleFiller
from dateline.read.parsed import ParsedReport
from dateline.read.senses import context_words, is_human
from dateline.read.tokens import Token
from dateline.record import Participant
from dateline.record.values import ActorKind, ParticipantKind, Role
from dateline.resolve.actors import ResolvedActors

EMPTY_WORDS = frozenset(("it", "one", "all", "who", "himself", "herself", "themselves"))
SEVERAL = frozenset(("they", "them", "we", "us"))
NAMES = frozenset(("PERSON", "ORG", "NORP"))
PLURALS = frozenset(("NNS", "NNPS"))
MOST_OF_A_ROLE = 6  # a list of names is longer than this only where the parse went astray


def participants(parsed: ParsedReport, tellings: Sequence[Telling], actors: ResolvedActors) -> tuple[Participant, ...]:
    """One participant for each actor or thing and role, by the fullest telling's words; nobody both acts and suffers.

    Somebody is told once: the first telling that gives a role decides who fills it, later ones add roles that are
    still empty, and other names for a role only where they name somebody not yet there.
    """
    kinds = {actor.id: actor.kind for actor in actors.actors}
    chosen: dict[tuple[Role, str], Participant] = {}
    seen: set[str] = set()
    for telling in tellings:
        filled = {role for role, _ in chosen}
        for filler, actor in telling.fillers:
            one = participant(parsed, whole_name(parsed, filler) if actor is None else filler, actor, kinds)
            key = actor or one.text.lower()
            if actor is None and (key in EMPTY_WORDS or one.kind == "other" or not any(map(str.isalnum, key))):
                continue
            if key in seen or (one.role in filled and telling is not tellings[0] and actor is None):
                continue
            if sum(role == one.role for role, _ in chosen) < MOST_OF_A_ROLE:
                seen.add(key)
                chosen[one.role, key] = one
    return tuple(chosen.values())


def whole_name(parsed: ParsedReport, filler: RoleFiller) -> RoleFiller:
    """A filler that is one word of a name, with the whole name: "Omar al-Fahd" where the parse parts its words."""
    token = parsed.doc[filler.token]
    if token.ent_type_ not in NAMES or filler.span.text != token.text:
        return filler
    first, last = token.i, token.i
    while parsed.doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(parsed.doc) and parsed.doc[last + 1].ent_iob_ == "I":
        last += 1
    span = parsed.span(parsed.doc[first : last + 1])
    return replace(filler, span=span) if span is not None else filler


def participant(
    parsed: ParsedReport, filler: RoleFiller, actor: str | None, kinds: dict[str, ActorKind]
) -> Participant:
    """A filler as the record has it: things that something is done to are objects, not recipients."""
    kind = kind_of(parsed, filler, actor, kinds)
    role = filler.role
    if role == "recipient" and kind == "thing":
        role = "object"
    elif role == "object" and kind not in {"thing", "other", "weapon"}:
        role = "recipient"
    span = filler.span
    return Participant(span.start, span.end, span.text, role=role, kind=kind, actor_id=actor)


def kind_of(
    parsed: ParsedReport, filler: RoleFiller, actor: str | None, kinds: dict[str, ActorKind]
) -> ParticipantKind:
    """The actor's kind; without an actor, what the role and the word suggest."""
    if actor is not None:
        return kinds[actor]
    token = parsed.doc[filler.token]
    if filler.role == "instrument":
        return "weapon"
    if (
        filler.role != "object"
        and token.text[:1].isupper()
        and (word := country_word(filler.span.text) or country_word(token.text))
    ):
        return "group" if word[1] == "demonym" and token.tag_ in PLURALS else "state"
    if is_human(token) or token.pos_ == "NUM":
        return "group" if token.tag_ in {"NNS", "CD"} or token.lower_ in SEVERAL else "person"
    if token.lemma_.lower() in context_words("security"):
        return "armed_unit"
    if token.ent_type_ == "ORG" or (filler.role == "actor" and is_named(token)):
        return "organisation"
    if token.ent_type_ in {"GPE", "NORP"}:
        return "state"
    return "other" if filler.role == "actor" else "thing"


def is_named(token: Token) -> bool:
    """Whether a word is a name by its capital; at the head of a sentence, where all have one, by its part of speech."""
    return token.text[:1].isupper() and (not token.is_sent_start or token.pos_ == "PROPN")
