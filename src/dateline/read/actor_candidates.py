"""Words that may stand for somebody: their noun phrase and the kind of actor, before it is asked who is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from dateline.codebook.actor_words import ActorNoun, KnownActor, actor_cues, known_actors, noun_for
from dateline.codebook.countries import country_of_capital, country_word
from dateline.read.actor_names import has_title, name_words
from dateline.read.actor_positions import acts, is_agentive, is_modifier, says_or_acts, suffers
from dateline.read.noun_phrases import left_bound, phrase_bounds
from dateline.read.parsed import ParsedReport
from dateline.record.values import ActorKind

Sort = Literal["name", "noun", "quantity", "pronoun"]
PRONOUNS = frozenset(
    ["he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "themselves", "it", "its", "itself", "we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"]
)
LONGEST_KNOWN = 8  # words of a known body's name
NOT_NAMES = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT")
)
PLURAL_TAGS = frozenset(("NNS", "NNPS"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase with its head. `core` are the token bounds of the name in it (of the whole phrase where it is none)."""

    token: int
    start: int
    end: int
    kind: ActorKind
    sort: Sort
    core: tuple[int, int]
    plural: bool = False
    noun: ActorNoun | None = None
    known: KnownActor | None = None
    country: str | None = None


@dataclass(slots=True)
class Scene:
    """What is looked up while the tokens of one report are read."""

    parsed: ParsedReport
    entities: dict[int, Words] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, parsed: ParsedReport) -> Scene:
        scene = cls(parsed)
        for entity in parsed.doc.ents:
            for token in entity:
                scene.entities[token.i] = entity
            if entity.label_ == "PERSON" and len(entity) > 1:
                scene.surnames.add(entity[-1].lower_)
        return scene

    def label(self, token: int) -> str:
        """The kind of named entity that a token is part of; empty for none."""
        entity = self.entities.get(token)
        return entity.label_ if entity is not None else ""


def candidates(parsed: ParsedReport) -> Iterator[Candidate]:
    """All candidates of a report in the order of their heads."""
    scene = Scene.of(parsed)
    for token in parsed.doc:
        found = candidate_at(scene, token)
        if found is not None:
            yield found


def candidate_at(scene: Scene, token: Token) -> Candidate | None:
    """The candidate whose head is the token."""
    if token.is_space or token.is_punct or not any(letter.isalnum() for letter in token.text):
        return None
    if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET", "PROPN"}:
        return pronoun(token)
    if is_modifier(token):
        return None
    if token.pos_ in {"NOUN", "PROPN"}:
        return named(scene, token) or described(scene, token) or counted(scene, token)
    if scene.label(token.i) in {"PERSON", "ORG", "NORP"} and token.text[:1].isupper():
        return named(scene, token)
    if token.pos_ in {"NUM", "PRON", "ADJ", "DET", "VERB"}:
        return counted(scene, token)
    return None


def pronoun(token: Token) -> Candidate:
    """A pronoun, whose kind is that of the actor it will be found to stand for."""
    return Candidate(token.i, token.i, token.i + 1, "person", "pronoun", (token.i, token.i + 1))


def named(scene: Scene, token: Token) -> Candidate | None:
    """A phrase that is a name, or None."""
    doc, label = scene.parsed.doc, scene.label(token.i)
    if label in NOT_NAMES or (
        token.pos_ == "NOUN" and label not in {"PERSON", "ORG", "NORP", "GPE"} and token.text.islower()
    ):
        return None
    known = known_ending_at(doc, token)
    if known is not None:
        first, actor = known
        start, end = phrase_bounds(doc, token.i)
        return Candidate(
            token.i,
            min(start, first),
            end,
            actor.kind,
            "name",
            (first, token.i + 1),
            known=actor,
            country=actor.country,
        )
    start, end = phrase_bounds(doc, token.i)
    return (
        country_name(scene, token, start, end)
        or person_name(scene, token, start, end)
        or body_name(scene, token, start, end)
    )


def known_ending_at(doc: Doc, token: Token) -> tuple[int, KnownActor] | None:
    """The known body whose name ends with the token: the index of its first word, and the body."""
    actor: tuple[int, KnownActor] | None = None
    if token.text[:1].islower() and not token.text.startswith("al-"):
        return None
    text = token.text
    for first in range(token.i, max(-1, token.i - LONGEST_KNOWN), -1):
        if first < token.i:
            text = doc[first].text_with_ws + text
        if text in known_actors():
            actor = first, known_actors()[text]
    return actor


def country_name(scene: Scene, token: Token, start: int, end: int) -> Candidate | None:
    """A country that acts, its people, or the capital that stands for its government."""
    doc = scene.parsed.doc
    first = start + 1 if doc[start].lower_ in {"the", "a", "an", "many", "some"} and start < token.i else start
    words = doc[first : token.i + 1].text if token.i - first < LONGEST_KNOWN else token.text
    core = (first, token.i + 1)
    if capital := (country_of_capital(words) if token.pos_ == "PROPN" else None):
        if acts(token) and says_or_acts(token) and not country_word(words.split()[0] + " City"):
            return Candidate(token.i, start, end, "state", "name", core, country=capital)
        return None
    found = country_word(words) or country_word(doc[token.i : token.i + 1].text)
    if found is None or (token.pos_ == "ADJ" and start == token.i):
        return None
    code, sort = found
    plural = token.tag_ == "NNPS" or (token.text.endswith("s") and sort == "demonym")
    if sort == "name" and country_word(words):
        return Candidate(token.i, start, end, "state", "name", core, country=code) if acts(token) else None
    if sort in {"demonym", "adjective"} and (plural or doc[start].lower_ in {"the", "many", "some"}):
        return Candidate(token.i, start, end, "group", "name", core, plural=True, country=code)
    if sort in {"demonym", "adjective"} and doc[start].lower_ in {"a", "an"}:
        return Candidate(token.i, start, end, "person", "noun", core, country=code)
    return None


def person_name(scene: Scene, token: Token, start: int, end: int) -> Candidate | None:
    """A person's name, told by the tagger of names, a title, or a surname that the report has named."""
    doc, label = scene.parsed.doc, scene.label(token.i)
    noun = noun_ending_at(doc, start, token.i)
    if (
        noun
        and (noun[0].noun_class in {"body", "unit", "crowd", "state"} or noun[0].word == token.lower_)
        and label != "PERSON"
    ):
        return None
    if (
        noun
        and label == "PERSON"
        and noun[0].noun_class in {"body", "unit", "state", "office"}
        and len(scene.entities[token.i]) == 1
    ):
        return None
    titled = token.pos_ == "PROPN" and label not in {"GPE", "LOC", "FAC"} and has_title(doc, start, token.i)
    if label != "PERSON" and not titled and token.lower_ not in scene.surnames:
        return None
    if token.tag_ == "NNPS" and label != "PERSON":
        return None
    if token.text.islower():
        return None
    return Candidate(token.i, start, end, "person", "name", name_words(doc, start, token.i), noun=None)


def body_name(scene: Scene, token: Token, start: int, end: int) -> Candidate | None:
    """The name of an organisation, an armed unit or a people, or a place that speaks."""
    doc, label = scene.parsed.doc, scene.label(token.i)
    first = start + 1 if doc[start].pos_ == "DET" and start < token.i else start
    noun = noun_ending_at(doc, start, token.i)
    core = (first, end)
    if noun is not None:
        return (
            body_with_noun(token, (start, end), core, noun)
            if label == "ORG" or is_capitalised(doc, first, token.i)
            else None
        )
    if label == "ORG":
        return Candidate(token.i, start, end, "organisation", "name", core)
    if label == "NORP" and (token.tag_ in PLURAL_TAGS or token.text.endswith("s") or start < first):
        return Candidate(token.i, start, end, "group", "name", core, plural=True)
    if label in {"GPE", "LOC", "FAC"}:
        spoke = says_or_acts(token) and token.dep_ in {"nsubj", "agent"} and label == "GPE"
        return Candidate(token.i, start, end, "place_as_actor", "name", core) if spoke else None
    if token.pos_ == "PROPN" and says_or_acts(token):
        kind: ActorKind = "person" if start == first and token.tag_ == "NNP" else "organisation"
        return Candidate(token.i, start, end, kind, "name", core)
    return None


def body_with_noun(
    token: Token, bounds: tuple[int, int], core: tuple[int, int], noun: tuple[ActorNoun, bool]
) -> Candidate | None:
    """A capitalised phrase that ends in a noun for an actor: "the Foreign Ministry", "the Democrats"."""
    word, plural = noun
    plural = plural or token.tag_ == "NNPS"
    kind = word.kind(plural=plural)
    if word.is_person:
        return None
    if word.is_weak and not word.is_name_only and not is_agentive(token):
        return None
    if word.noun_class == "state" and word.is_weak:
        return None
    return Candidate(token.i, *bounds, kind, "name", core, plural=plural, noun=word)


def is_capitalised(doc: Doc, first: int, head: int) -> bool:
    """Whether a phrase of several words begins and ends in capitals, as names do."""
    return first < head and doc[first].text[:1].isupper() and doc[head].text[:1].isupper() and doc[first].dep_ != "poss"


def noun_ending_at(doc: Doc, start: int, head: int) -> tuple[ActorNoun, bool] | None:
    """The noun for an actor that ends with the head."""
    return noun_for(tuple(token.lower_ for token in doc[max(start, head - 3) : head + 1]))


def described(scene: Scene, token: Token) -> Candidate | None:
    """A phrase that describes somebody: "a local nurse", "thirty legislators"."""
    doc = scene.parsed.doc
    found = noun_ending_at(doc, left_bound(token), token.i)
    if found is None:
        return said_to_act(scene, token)
    noun, plural = found
    plural = plural or token.tag_ in PLURAL_TAGS or (noun.is_person and token.morph.get("Number") == ["Plur"])
    if noun.is_name_only or (noun.is_weak and not is_agentive(token)):
        return None
    start, end = phrase_bounds(doc, token.i)
    return Candidate(token.i, start, end, noun.kind(plural=plural), "noun", (start, end), plural=plural, noun=noun)


def said_to_act(scene: Scene, token: Token) -> Candidate | None:
    """A noun that no list has, but whose verb says that it is somebody."""
    if token.lower_ in actor_cues().things or token.lemma_ in actor_cues().things or token.pos_ != "NOUN":
        return None
    if scene.label(token.i) in NOT_NAMES or not says_or_acts(token, speech_only=True):
        return None
    plural = token.tag_ == "NNS"
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    return Candidate(token.i, start, end, "group" if plural else "person", "noun", (start, end), plural=plural)


def counted(scene: Scene, token: Token) -> Candidate | None:
    """A number or a vague word that stands for people: "12 were killed", "hundreds of residents", "the wounded"."""
    cues, doc, word = actor_cues(), scene.parsed.doc, token.lower_
    is_adjective = (
        word in cues.adjectives
        and token.dep_ not in {"amod", "acomp", "ROOT"}
        and any(c.pos_ in {"DET", "NUM"} for c in token.lefts)
    )
    is_number = token.pos_ == "NUM" or token.like_num
    if not (is_adjective or is_number or word in cues.quantities or word in cues.single_people):
        return None
    if scene.label(token.i) in NOT_NAMES or token.dep_ in {"nummod", "quantmod", "det", "advmod", "predet", "poss"}:
        return None
    inner = noun_after_of(doc, token)
    of_people = inner is not None
    if not (of_people or (is_adjective and token.pos_ != "VERB") or suffers(token) or says_or_acts(token)):
        return None
    single = word in cues.single_people or word == "1"
    kind: ActorKind = "person" if single else "group"
    if inner is not None and not single and inner[0].kind(plural=True) == "armed_unit":
        kind = "armed_unit"
    start, end = phrase_bounds(doc, token.i)
    return Candidate(
        token.i, start, end, kind, "quantity", (start, end), plural=not single, noun=inner[0] if inner else None
    )


def noun_after_of(doc: Doc, token: Token) -> tuple[ActorNoun, bool] | None:
    """The noun for people in "of ..." behind a number: "two of the policemen"."""
    for child in token.rights:
        if child.lower_ == "of":
            for inner in child.rights:
                if inner.dep_ == "pobj":
                    if inner.lower_ in {"them", "us", "whom"}:
                        return noun_for(("people",))
                    found = noun_ending_at(doc, left_bound(inner), inner.i)
                    return found if found and not found[0].is_weak else None
    return None
