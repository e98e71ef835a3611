"""Names of people, bodies, armed units, peoples and states that act."""

from __future__ import annotations

from dateline.codebook.actor_words import ActorNoun, KnownActor, actor_cues
from dateline.codebook.countries import country_of_capital, country_word
from dateline.read.actor_names import Tokens, has_title, name_words, text_of
from dateline.read.actor_positions import acts, first_of_list, governs, is_agentive, is_located, says_or_acts, suffers
from dateline.read.actor_scene import LONGEST_KNOWN, Candidate, Scene, noun_ending_at
from dateline.read.noun_phrases import phrase_bounds
from dateline.read.tokens import Token
from dateline.record.values import ActorKind

NOT_NAMES = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE", "WORK_OF_ART", "LAW", "PRODUCT", "EVENT")
)
SOME = frozenset(("some", "many", "several", "most", "other", "few", "hundreds", "dozens"))  # not the whole body
OLDEST = 120  # years
PEOPLE = frozenset(("fighter", "human", "office", "rank", "kin"))  # classes of nouns
BEFORE = frozenset(("compound", "nmod", "amod", "appos"))
PLURAL_TAGS = frozenset(("NNS", "NNPS"))


def named(scene: Scene, token: Token) -> Candidate | None:
    """A phrase that is a name, or None."""
    _doc, label = scene.tokens, scene.label(token.i)
    if (known := scene.known.get(token.i)) is not None:
        return known_body(scene, token, *known)
    is_word = token.pos_ == "NOUN" and token.text.islower()
    if label in NOT_NAMES or (is_word and label not in {"PERSON", "ORG", "NORP", "GPE"}):
        return None
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    if start == token.i and country_of_capital(token.text) and not governs(token):
        return None
    return (
        country_name(scene, token, start, end)
        or person_name(scene, token, start, end)
        or body_name(scene, token, start, end)
    )


def known_body(scene: Scene, token: Token, first: int, last: int, actor: KnownActor) -> Candidate:
    """The name of a known body with the phrase around it."""
    start, end = phrase_bounds(scene.parsed.doc, token.i)
    bounds = min(start, first), max(end, last)
    if token.lower_.endswith("s") and any(child.dep_ == "nummod" or child.lower_ in SOME for child in token.lefts):
        return Candidate(token.i, *bounds, "group", "noun", bounds, plural=True, known=actor, country=actor.country)
    return Candidate(token.i, *bounds, actor.kind, "name", (first, last), known=actor, country=actor.country)


def country_name(scene: Scene, token: Token, start: int, end: int) -> Candidate | None:
    """A country that acts, its people, or the capital that stands for its government."""
    doc = scene.tokens
    first = start + 1 if doc[start].lower_ in {"the", "a", "an", "many", "some"} and start < token.i else start
    words = text_of(doc[first : token.i + 1]) if token.i - first < LONGEST_KNOWN else token.text
    core = (first, token.i + 1)
    if capital := (country_of_capital(words) if token.pos_ == "PROPN" else None):
        if governs(token):
            return Candidate(token.i, start, end, "state", "name", core, country=capital)
        return None
    found = country_word(words) or country_word(token.text)
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
    doc, label = scene.tokens, scene.label(token.i)
    if label == "ORG" and is_called(scene, token):
        label = "PERSON"
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
    titled = titled or token.i in scene.officers
    told = label == "PERSON" or titled or token.lower_ in scene.surnames or is_beside_person(scene, token)
    if not told:
        return None
    if not titled and is_place_after_all(scene, token):
        return None
    if token.tag_ == "NNPS" and label != "PERSON":
        return None
    if token.text.islower() or not is_word(token) or token.lower_ in actor_cues().things:
        return None
    return Candidate(token.i, start, end, "person", "name", name_words(doc, start, token.i), noun=None)


def is_beside_person(scene: Scene, token: Token) -> bool:
    """Whether an untagged name is the next of a list that begins with a person: "Abe and Park"."""
    if token.dep_ != "conj" or token.pos_ != "PROPN" or scene.label(token.i):
        return False
    return scene.label(token.head.i) == "PERSON"


def is_called(scene: Scene, token: Token) -> bool:
    """Whether a name tagged as a body is a person's: it is what somebody is called ("his mother, Irina Belova"), or an
    age follows it ("Irina Belova, 41,")."""
    tokens = scene.tokens
    if token.dep_ == "appos" and token.head.pos_ == "NOUN":
        noun = noun_ending_at(tokens, token.head.i, token.head.i)
        if noun is not None and noun[0].is_person and not noun[1]:
            return True
    behind = [word.lower_ for word in tokens[token.i + 1 : token.i + 4]]
    if len(behind) < 3 or behind[0] not in {",", "("}:
        return False
    return (is_age(behind[1]) and behind[2] in {",", ".", ")"}) or (behind[1] == "aged" and is_age(behind[2]))


def is_age(text: str) -> bool:
    """Whether a token is a number of years that people live to."""
    return text.isdecimal() and len(text) <= 3 and 0 < int(text) <= OLDEST


def body_name(scene: Scene, token: Token, start: int, end: int) -> Candidate | None:
    """The name of an organisation, an armed unit or a people, or a place that speaks."""
    doc, label = scene.tokens, scene.label(token.i)
    first = start + 1 if doc[start].pos_ == "DET" and start < token.i else start
    noun = noun_ending_at(doc, start, token.i)
    core = (first, end)
    if noun is not None and first == token.i:
        return None
    if noun is not None:
        return (
            body_with_noun(token, (start, end), core, noun)
            if label == "ORG" or is_capitalised(doc, first, token.i)
            else None
        )
    if not is_word(token):
        return None
    if label == "ORG" and not is_place_after_all(scene, token):
        return Candidate(token.i, start, end, "organisation", "name", core)
    if label == "NORP" and (token.tag_ in PLURAL_TAGS or token.text.endswith("s") or start < first):
        return Candidate(token.i, start, end, "group", "name", core, plural=True)
    if label in {"GPE", "LOC", "FAC"}:
        spoke = says_or_acts(token) and token.dep_ in {"nsubj", "agent"} and label == "GPE"
        return Candidate(token.i, start, end, "place_as_actor", "name", core) if spoke else None
    if token.pos_ == "PROPN" and (says_or_acts(token) or suffers(token)):
        kind: ActorKind = "person" if start == first and token.tag_ == "NNP" else "organisation"
        return Candidate(token.i, start, end, kind, "name", core)
    return None


def is_word(token: Token) -> bool:
    """Whether a token may be a name: more than one sign, the first a letter; not "E" or "33°47′N"."""
    return len(token) > 1 and token.text[0].isalpha() and token.text.replace(".", "").replace("-", "")[-1:].isalpha()


def is_place_after_all(scene: Scene, token: Token) -> bool:
    """Whether a single word that was tagged as a person or body is used as a place: "in Senaki"."""
    token = first_of_list(token)
    entity = scene.entities.get(token.i)
    if entity is not None and len([word for word in entity if word.is_alpha]) > 1:
        return False
    word = token.lower_
    return is_located(token) or (word in scene.places and word not in scene.surnames and not says_or_acts(token))


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


def is_capitalised(doc: Tokens, first: int, head: int) -> bool:
    """Whether a phrase of several words begins and ends in capitals, as names do."""
    return first < head and doc[first].text[:1].isupper() and doc[head].text[:1].isupper() and doc[first].dep_ != "poss"


def doer(scene: Scene, token: Token) -> Candidate | None:
    """A modifier that names who does what the next noun says: "Israeli shelling", "the Fmln offensive"."""
    deed = token.head
    if (token.pos_ == "ADJ" and token.text.islower()) or deed.i != token.i + 1:
        return None
    if deed.lemma_.lower() not in actor_cues().deeds or not deed.lower_.isalpha():
        return None
    bounds = (left_edge_of_modifier(token), token.i + 1)
    if (known := scene.known.get(token.i)) is not None:
        return Candidate(token.i, known[0], token.i + 1, known[2].kind, "name", (known[0], token.i + 1), known=known[2])
    word = country_word(token.text) if token.text[:1].isupper() else None
    if word is not None and word[1] != "capital":
        return Candidate(token.i, token.i, token.i + 1, "state", "name", (token.i, token.i + 1), country=word[0])
    noun = noun_ending_at(scene.tokens, bounds[0], token.i)
    if noun is not None and not noun[0].is_name_only and (not noun[0].is_person or noun[0].noun_class == "fighter"):
        kind = noun[0].kind(plural=True)
        return Candidate(token.i, *bounds, kind, "noun", bounds, plural=True, noun=noun[0])
    if scene.label(token.i) == "ORG":
        return Candidate(token.i, *bounds, "organisation", "name", bounds)
    return None


def known_among(scene: Scene, token: Token) -> Candidate | None:
    """A known body named before a word for its people: "FMLN" in "FMLN rebels"; they are part of it."""
    known = scene.known.get(token.i)
    noun = noun_ending_at(scene.tokens, token.i + 1, token.head.i)
    if known is None or noun is None or noun[0].noun_class not in PEOPLE:
        return None
    first, last, actor = known
    return Candidate(token.i, first, last, actor.kind, "name", (first, last), known=actor, country=actor.country)


def known_group(scene: Scene, token: Token) -> Candidate | None:
    """A known body called by its name and what it is: "the Maoist Shining Path group"."""
    if token.lower_ not in actor_cues().reference["kinds"]:
        return None
    for child in token.lefts:
        if (known := scene.known.get(child.i)) is not None and child.dep_ in BEFORE:
            return known_body(scene, token, *known)
    return None


def left_edge_of_modifier(token: Token) -> int:
    """The first of the words that modify a modifier."""
    return token.left_edge.i if token.i - token.left_edge.i < LONGEST_KNOWN else token.i
