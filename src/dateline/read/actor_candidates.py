"""Words that may stand for somebody: their noun phrase and the kind of actor, before it is asked who is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.actor_words import ActorNoun, actor_cues, noun_for
from dateline.read.actor_names import Tokens, name_words
from dateline.read.actor_positions import is_agentive, is_modifier, says_or_acts, suffers
from dateline.read.actor_scene import Candidate, Scene, noun_ending_at
from dateline.read.mention_opinions import kind_told
from dateline.read.named_actors import NOT_NAMES, PLURAL_TAGS, doer, known_among, known_group, named
from dateline.read.noun_phrases import left_bound, phrase_bounds
from dateline.read.parsed import ParsedReport
from dateline.read.pronouns import PRONOUNS
from dateline.read.tokens import Token
from dateline.record.values import ActorKind

BARE_OFFICES = frozenset(("hostage", "prisoner", "captive"))  # "taken hostage"
NOUNS = frozenset(("NOUN", "PROPN"))
NOT_HEADS = frozenset(("npadvmod", "nmod", "amod", "nummod", "det"))
NOT_COUNTED = frozenset(("nummod", "quantmod", "det", "advmod", "predet", "poss", "npadvmod", "appos"))


def candidates(parsed: ParsedReport) -> Iterator[Candidate]:
    """All candidates of a report in the order of their heads."""
    scene = Scene.of(parsed)
    for token in scene.tokens:
        found = candidate_at(scene, token)
        if found is not None:
            yield clipped(scene, found)


def clipped(scene: Scene, candidate: Candidate) -> Candidate:
    """The candidate without what stands beyond a blank line before or behind its head."""
    start, end = candidate.start, candidate.end
    for index in range(candidate.token - 1, start - 1, -1):
        if scene.is_break(index):
            start = index + 1
            break
    for index in range(candidate.token + 1, end):
        if scene.is_break(index):
            end = index
            break
    if (start, end) == (candidate.start, candidate.end):
        return candidate
    return replace(candidate, start=start, end=end, core=(max(start, candidate.core[0]), min(end, candidate.core[1])))


def candidate_at(scene: Scene, token: Token) -> Candidate | None:
    """The candidate whose head is the token: told by the words themselves, else by the encoder."""
    return listed(scene, token) or unlisted(scene, token)


def listed(scene: Scene, token: Token) -> Candidate | None:
    """What names, the codebook's words and the syntax around a token tell."""
    if token.is_space or token.is_punct or not any(map(str.isalnum, token.text)):
        return None
    if token.lower_ in PRONOUNS and token.pos_ in {"PRON", "DET", "PROPN"}:
        return pronoun(token)
    if token.dep_ == "det" or is_inside_another(scene, token):
        return None
    if is_modifier(token):
        return doer(scene, token) or known_among(scene, token)
    if token.pos_ in NOUNS:
        found = named(scene, token) or known_group(scene, token)
        return found or described(scene, token) or aged(scene, token) or counted(scene, token)
    if scene.label(token.i) in {"PERSON", "ORG", "NORP"} and token.text[:1].isupper():
        return named(scene, token)
    if token.pos_ in {"NUM", "PRON", "ADJ", "DET", "VERB"}:
        return aged(scene, token) or counted(scene, token)
    return None


def is_inside_another(scene: Scene, token: Token) -> bool:
    """Whether the token is only a part of a longer name ("Defense" in "Department of Defense"), or what a crowd is
    made of ("residents" in "a group of residents")."""
    if token.i in scene.known:
        return scene.known[token.i] is None
    if token.i in scene.officers:
        return scene.officers[token.i] is None
    if token.dep_ != "pobj":
        return False
    whole = token.head.head
    entity = scene.entities.get(token.i)
    if entity is not None and entity.label_ in {"ORG", "LAW", "EVENT"} and entity.start <= whole.i < token.i:
        return True
    crowd = whole.lower_ in actor_cues().quantities and token.head.lower_ == "of"
    return crowd and whole.dep_ != "det" and not any(child.dep_ in {"det", "poss"} for child in token.lefts)


def pronoun(token: Token) -> Candidate:
    """A pronoun, whose kind is that of the actor it will be found to stand for."""
    return Candidate(token.i, token.i, token.i + 1, "person", "pronoun", (token.i, token.i + 1))


def described(scene: Scene, token: Token) -> Candidate | None:
    """A phrase that describes somebody: "a local nurse", "thirty legislators"."""
    doc = scene.tokens
    found = noun_ending_at(doc, left_bound(token), token.i)
    if found is None:
        return said_to_act(scene, token)
    noun, plural = found
    plural = plural or token.tag_ in PLURAL_TAGS or (noun.is_person and token.is_plural)
    if noun.is_name_only or (noun.is_weak and not is_agentive(token)):
        return None
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    return Candidate(token.i, start, end, noun.kind(plural=plural), "noun", (start, end), plural=plural, noun=noun)


def aged(scene: Scene, token: Token) -> Candidate | None:
    """Somebody told by age alone: "a 16-year-old", "the 22-year-olds"."""
    if token.lower_ not in {"old", "olds"} or token.i < 3 or token.dep_ in {"acomp", "amod"}:
        return None
    if not scene.tokens[token.i - 2].lower_.startswith("year") and not scene.tokens[token.i - 1].lower_.startswith(
        "year"
    ):
        return None
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    plural = token.lower_ == "olds"
    kind: ActorKind = "group" if plural else "person"
    return Candidate(token.i, start, end, kind, "noun", (start, end), plural=plural)


def said_to_act(scene: Scene, token: Token) -> Candidate | None:
    """A noun that no list has, but whose verb says that it is somebody."""
    if token.lower_ in actor_cues().things or token.lemma_ in actor_cues().things or token.pos_ != "NOUN":
        return None
    if scene.label(token.i) in NOT_NAMES or not says_or_acts(token, speech_only=True):
        return None
    plural = token.tag_ == "NNS"
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    return Candidate(token.i, start, end, "group" if plural else "person", "noun", (start, end), plural=plural)


def unlisted(scene: Scene, token: Token) -> Candidate | None:
    """A noun or name of no list, which the encoder takes for somebody: "saboteurs", "two hundred emigrants"."""
    kind = kind_told(scene.parsed, token) if may_be_unlisted(scene, token) else None
    if kind is None:
        return None
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    is_name, plural = token.pos_ == "PROPN", token.tag_ in PLURAL_TAGS
    core = name_words(scene.tokens, start, token.i) if is_name else (start, end)
    return Candidate(token.i, start, end, kind, "name" if is_name else "noun", core, plural=plural)


def may_be_unlisted(scene: Scene, token: Token) -> bool:
    """Whether a token heads a noun phrase that may stand for somebody, as far as its words tell."""
    if token.pos_ not in NOUNS or token.dep_ in NOT_HEADS or token.lower_ in PRONOUNS or is_modifier(token):
        return False
    if scene.label(token.i) in NOT_NAMES or token.lower_ in actor_cues().things:
        return False
    if not token.text[:1].isalpha() or is_inside_another(scene, token):
        return False
    return not is_purpose(scene, token)


def is_purpose(scene: Scene, token: Token) -> bool:
    """Whether a noun only tells what another is for: "defence" in "department of defence", "Secretary of State"."""
    if token.dep_ != "pobj" or token.head.lower_ != "of" or token.tag_ in PLURAL_TAGS:
        return False
    bare = not any(child.dep_ in {"det", "poss"} for child in token.lefts)
    return bare and (token.text.islower() or listed(scene, token.head.head) is not None)


def counted(scene: Scene, token: Token) -> Candidate | None:
    """A number or a vague word that stands for people: "12 were killed", "hundreds of residents", "the wounded"."""
    cues, doc, word = actor_cues(), scene.tokens, token.lower_
    is_adjective = (
        word in cues.adjectives
        and token.dep_ not in {"amod", "acomp", "ROOT"}
        and any(c.pos_ in {"DET", "NUM"} for c in token.lefts)
    )
    is_number = token.pos_ == "NUM" or token.like_num
    if token.i and scene.tokens[token.i - 1].lower_ == "no":
        return None
    if not (is_adjective or is_number or word in cues.quantities or word in cues.single_people):
        return None
    if scene.label(token.i) in NOT_NAMES or token.dep_ in NOT_COUNTED:
        return None
    inner = noun_after_of(doc, token)
    of_people = inner is not None
    if not (of_people or (is_adjective and token.pos_ != "VERB") or suffers(token) or says_or_acts(token)):
        return None
    single = word in cues.single_people or word == "1"
    kind: ActorKind = "person" if single else "group"
    if inner is not None and not single and inner[0].kind(plural=True) == "armed_unit":
        kind = "armed_unit"
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    return Candidate(
        token.i, start, end, kind, "quantity", (start, end), plural=not single, noun=inner[0] if inner else None
    )


def noun_after_of(doc: Tokens, token: Token) -> tuple[ActorNoun, bool] | None:
    """The noun for people in "of ..." behind a number: "two of the policemen"."""
    for child in token.rights:
        if child.lower_ == "of":
            for inner in child.rights:
                if inner.dep_ == "pobj":
                    if inner.lower_ in {"them", "us", "whom"}:
                        return noun_for(("people",))
                    found = noun_ending_at(doc, left_bound(inner), inner.i)
                    return found if found and (found[0].is_person or found[0].noun_class == "crowd") else None
    return None
