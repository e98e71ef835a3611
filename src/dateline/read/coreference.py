"""Which phrases of a report stand for the same actor.

Goes through the phrases once, in their order, and looks up each in indexes by name, surname, head word and acronym; a
pronoun goes to the best of the few actors just mentioned. Two different names are joined only where one is part of the
other, or where the text says so (an acronym in brackets, an apposition, "X is the ...").
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from dateline.codebook.actor_words import Gender, actor_cues
from dateline.read.actor_names import name_key_of, title_length
from dateline.read.actor_scene import Candidate
from dateline.read.speakers import Speakers
from dateline.record.values import ActorKind

WINDOW = 24  # mentions that a pronoun looks back on
REACH = 3  # sentences that a pronoun looks back on
SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
FIRST = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
NEUTER = frozenset(("it", "its", "itself"))
BODIES = frozenset(("organisation", "armed_unit", "state"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both", "said", "same"))
INDEFINITE = frozenset(("a", "an", "another", "some", "any", "several", "many", "other", "no", "more", "each", "every"))
EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "same",
        "said",
        "of",
        "'s",
        "’s",
        "his",
        "her",
        "their",
        "its",
        "our",
        "my",
        "two",
        "three",
        "four",
        "five",
        "both",
        "all",
        "local",
    ]
)


@dataclass(slots=True)
class Cluster:
    """One actor, as known so far."""

    number: int
    kind: ActorKind
    plural: bool
    gender: Gender | None = None
    names: list[tuple[str, ...]] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    counts: set[str] = field(default_factory=set)
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention that a pronoun may go back to."""

    cluster: Cluster
    token: int
    sentence: int
    is_subject: bool
    quoted: bool


class Registry:
    """The actors of one report and the indexes by which a phrase finds its own."""

    def __init__(self, doc: Doc, speakers: Speakers) -> None:
        self.doc = doc
        self.speakers = speakers
        self.clusters: list[Cluster] = []
        self.of_token: dict[int, Cluster] = {}
        self.by_name: dict[tuple[str, ...], Cluster] = {}
        self.by_surname: dict[str, Cluster] = {}
        self.by_first: dict[str, Cluster] = {}
        self.by_head: dict[str, Cluster] = {}
        self.by_role: dict[str, Cluster] = {}
        self.by_kind: dict[str, Cluster] = {}
        self.recent: deque[Mention] = deque(maxlen=WINDOW)
        self.sentence = -1
        self.sentence_end = 0

    def place(self, candidate: Candidate) -> Cluster | None:
        """The actor that the candidate stands for; None for a pronoun that stands for nobody known."""
        self.step_to(candidate.token)
        cluster = self.linked(candidate) or self.found(candidate)
        if cluster is None:
            if candidate.sort == "pronoun":
                return None
            cluster = self.new(candidate)
        self.note(candidate, cluster)
        return cluster

    def step_to(self, token: int) -> None:
        """Count the sentences up to the token's."""
        if token >= self.sentence_end:
            self.sentence += 1
            self.sentence_end = max(self.doc[token].sent.end, token + 1)

    def new(self, candidate: Candidate) -> Cluster:
        cluster = Cluster(len(self.clusters), candidate.kind, candidate.plural)
        self.clusters.append(cluster)
        return cluster

    def linked(self, candidate: Candidate) -> Cluster | None:
        """The actor that the sentence itself says this is: by apposition or by "X is the ..."."""
        token = self.doc[candidate.token]
        if candidate.sort == "pronoun":
            return None
        other: Cluster | None = None
        if token.dep_ == "appos":
            other = self.of_token.get(token.head.i)
        elif token.dep_ == "attr" and token.head.lemma_ == "be" and candidate.sort != "quantity":
            subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
            other = self.of_token.get(subject.i) if subject is not None else None
        if other is None or not compatible(other, candidate) or self.is_other_name(other, candidate):
            return None
        return other

    def is_other_name(self, cluster: Cluster, candidate: Candidate) -> bool:
        """Whether the candidate is a name and the actor has one that it is no part of."""
        if candidate.sort != "name" or not cluster.names:
            return False
        key = set(self.key(candidate))
        if cluster.kind != "person" and is_initials(self.key(candidate), cluster.names[0]):
            return False
        return not any(key <= set(name) or set(name) <= key for name in cluster.names)

    def found(self, candidate: Candidate) -> Cluster | None:
        """The actor by name, by description or as a pronoun's antecedent."""
        if candidate.sort == "pronoun":
            return self.antecedent(candidate)
        if candidate.sort == "name":
            return self.by_its_name(candidate)
        if candidate.sort == "noun":
            return self.by_description(candidate)
        return None

    def key(self, candidate: Candidate) -> tuple[str, ...]:
        """The candidate's name as a key; a country's code for a state, however it is named."""
        if candidate.kind == "state" and candidate.country and candidate.sort == "name":
            return ("state", candidate.country)
        if candidate.known is not None:
            return ("known", candidate.known.name)
        return name_key_of([token.text for token in self.doc[candidate.core[0] : candidate.core[1]]])

    def by_its_name(self, candidate: Candidate) -> Cluster | None:
        key = self.key(candidate)
        if not key:
            return None
        if candidate.kind == "person":
            return self.person(candidate, key)
        same = self.by_name.get(key)
        if same is not None and same.kind != "person":
            return same
        return None

    def person(self, candidate: Candidate, key: tuple[str, ...]) -> Cluster | None:
        """A person by the full name, the surname, the first name, or the two that fit each other."""
        same = self.by_name.get(key)
        if same is not None and same.kind == "person":
            return same
        gender = self.title_gender(candidate)
        other = self.by_surname.get(key[-1]) or (self.by_first.get(key[0]) if len(key) == 1 else None)
        if other is None or (gender and other.gender and gender != other.gender):
            return None
        return other if all(names_fit(key, name) for name in other.names) else None

    def title_gender(self, candidate: Candidate) -> Gender | None:
        """The gender that a title or a noun of the phrase tells."""
        titles = actor_cues().titles
        for token in self.doc[candidate.start : candidate.core[0]]:
            if gender := titles.get(token.lower_):
                return gender
        return candidate.noun.gender if candidate.noun else None

    def by_description(self, candidate: Candidate) -> Cluster | None:
        """An actor that a description takes up again: "the marines", "the same brigade", "police"."""
        head = self.head_word(candidate)
        first = self.doc[candidate.start].lower_
        definite = first in DEFINITE and candidate.start < candidate.token
        if first in INDEFINITE or (
            not definite and not candidate.plural and first == head and candidate.kind == "person"
        ):
            return self.titled(candidate, head) if first == head else None
        words, counts = self.content(candidate)
        other = self.by_head.get(head)
        if other is not None and words <= other.words | {head} and not clash(counts, other.counts):
            bare = not definite and not words
            if definite or (words == other.words and not counts) or (bare and candidate.plural and not other.counts):
                return other
        if definite:
            return self.titled(candidate, head) or self.taken_up(candidate, head, words)
        return None

    def titled(self, candidate: Candidate, head: str) -> Cluster | None:
        """The person whose title the description is: "the president"."""
        if candidate.kind != "person" or self.content(candidate)[0]:
            return None
        return self.by_role.get(head)

    def taken_up(self, candidate: Candidate, head: str, words: set[str]) -> Cluster | None:
        """The last actor of a kind, for a general word: "the unit", "the country"."""
        lists = actor_cues().taken_up
        if words or candidate.end - candidate.start > 2:
            return None
        if head in lists["state"]:
            return self.by_kind.get("state")
        if head in lists["rebels"]:
            return self.near("rebels")
        if head in lists["armed_unit"]:
            return self.near("armed_unit")
        if head in lists["bodies"]:
            return self.near("body")
        if head in lists["organisation"]:
            return self.near("organisation")
        if head in lists["person"]:
            return self.only_person(candidate)
        return None

    def near(self, kind: str) -> Cluster | None:
        return self.by_kind.get(kind)

    def only_person(self, candidate: Candidate) -> Cluster | None:
        """The person of the last two sentences if there is but one: "the man"."""
        people = {
            m.cluster.number: m.cluster
            for m in self.recent
            if m.sentence >= self.sentence - 1 and m.cluster.kind == "person"
        }
        gender = candidate.noun.gender if candidate.noun else None
        only = next(iter(people.values())) if len(people) == 1 else None
        return only if only and not (gender and only.gender and only.gender != gender) else None

    def antecedent(self, candidate: Candidate) -> Cluster | None:
        """The actor that a pronoun stands for: the speaker for "we" and "I" in a quotation, else the nearest that fits,
        subjects before others."""
        word = self.doc[candidate.token].lower_
        if word in SINGULAR or word in PLURAL or word in NEUTER:
            return self.best(candidate.token, word)
        speaker = self.speakers.of(candidate.token)
        return self.of_token.get(speaker) if speaker is not None else None

    def speaker(self, candidate: Candidate) -> Cluster | None:
        """The speaker of a quoted "we" or "I" who is named only after the quotation; for when all is placed."""
        speaker = self.speakers.of(candidate.token)
        if speaker is None or candidate.sort != "pronoun" or self.doc[candidate.token].lower_ not in FIRST:
            return None
        return self.of_token.get(speaker)

    def best(self, token: int, word: str) -> Cluster | None:
        """The mention with the highest score among those just before the pronoun."""
        quoted = self.speakers.is_quoted(token)
        speaker = self.of_token.get(self.speakers.of(token) or -1) if quoted else None
        chosen: Cluster | None = None
        highest = 0.0
        for mention in reversed(self.recent):
            distance = self.sentence - mention.sentence
            if distance > REACH:
                break
            if (
                not agrees(mention.cluster, word)
                or mention.cluster is speaker
                or self.is_same_clause(mention.token, token, word)
            ):
                continue
            score = 4.0 - 1.2 * distance + 1.0 * mention.is_subject + 0.1 * min(mention.cluster.mentions, 8)
            score += 0.5 * bool(mention.cluster.names) + 0.4 * (mention.quoted == quoted)
            if score > highest:
                chosen, highest = mention.cluster, score
        if chosen is not None and word in SINGULAR and chosen.gender is None:
            chosen.gender = "m" if SINGULAR[word] == "m" else "f"
        return chosen

    def is_same_clause(self, mention: int, token: int, word: str) -> bool:
        """Whether the pronoun and the mention depend on one verb, so that they cannot be the same ("he warned him")."""
        pronoun = self.doc[token]
        if word.endswith(("self", "selves")) or pronoun.dep_ == "poss":
            return False
        other = self.doc[mention]
        return other.head.i == pronoun.head.i and other.dep_ != "poss" and other.i != pronoun.head.i

    def head_word(self, candidate: Candidate) -> str:
        """The noun's singular, or the token's lemma."""
        token = self.doc[candidate.token]
        return candidate.noun.word if candidate.noun else token.lemma_.lower()

    def content(self, candidate: Candidate) -> tuple[set[str], set[str]]:
        """The words of a description that tell it from others, and its numbers."""
        head = set(self.head_word(candidate).split())
        words: set[str] = set()
        counts: set[str] = set()
        for token in self.doc[candidate.start : candidate.end]:
            if token.i == candidate.token or token.is_space or token.is_punct:
                continue
            if token.pos_ == "NUM" or token.like_num:
                counts.add(token.lower_)
            elif token.pos_ in {"NOUN", "PROPN", "ADJ", "VERB"} and token.lower_ not in EMPTY | head:
                words.add(token.lower_)
        return words, counts

    def note(self, candidate: Candidate, cluster: Cluster) -> None:
        """Take up the mention into the indexes."""
        token = self.doc[candidate.token]
        cluster.mentions += 1
        self.of_token[candidate.token] = cluster
        subject = token.dep_ in {"nsubj", "nsubjpass"}
        self.recent.append(
            Mention(cluster, candidate.token, self.sentence, subject, self.speakers.is_quoted(candidate.token))
        )
        if candidate.sort == "pronoun":
            return
        cluster.gender = cluster.gender or self.title_gender(candidate)
        if candidate.sort == "name":
            self.note_name(candidate, cluster)
        elif candidate.sort == "noun":
            head = self.head_word(candidate)
            words, counts = self.content(candidate)
            cluster.words |= words
            cluster.counts = cluster.counts or counts
            self.by_head[head] = cluster
            if cluster.kind == "person" and cluster.names:
                self.by_role[head] = cluster
        self.note_kind(candidate, cluster)

    def note_kind(self, candidate: Candidate, cluster: Cluster) -> None:
        """Remember the last of a kind for general words."""
        sector = candidate.known.sector if candidate.known else candidate.noun.sector if candidate.noun else None
        self.by_kind[cluster.kind] = cluster
        if cluster.names and cluster.kind in {"organisation", "armed_unit"}:
            self.by_kind["body"] = cluster
        if sector == "REB" and cluster.kind != "person":
            self.by_kind["rebels"] = cluster

    def note_name(self, candidate: Candidate, cluster: Cluster) -> None:
        key = self.key(candidate)
        if not key:
            return
        if key not in cluster.names:
            cluster.names.append(key)
        self.by_name[key] = cluster
        if cluster.kind == "person":
            self.by_surname[key[-1]] = cluster
            if len(key) > 1:
                self.by_first[key[0]] = cluster
            for role in self.roles(candidate):
                self.by_role[role] = cluster
            return
        head = self.head_word(candidate)
        self.by_head[head] = cluster
        cluster.words |= set(key)
        if len(key) > 1 and candidate.known is None and key[0] != "state":
            self.by_name.setdefault((initials(self.doc[candidate.core[0] : candidate.core[1]].text),), cluster)
            if acronym := self.acronym_after(candidate):
                self.by_name[(acronym,)] = cluster

    def roles(self, candidate: Candidate) -> list[str]:
        """The titles before a person's name, whole and by their last word."""
        titles: list[str] = []
        index = candidate.start
        while index < candidate.core[0]:
            length = title_length(self.doc, index, candidate.core[0])
            if length:
                words = self.doc[index : index + length].text.lower()
                titles += [words, words.split()[-1]]
            index += max(length, 1)
        return titles

    def acronym_after(self, candidate: Candidate) -> str | None:
        """The acronym in brackets behind a name: "Socialist Workers Party (SWP)"."""
        end = candidate.core[1]
        if end + 2 < len(self.doc) and self.doc[end].text == "(" and self.doc[end + 2].text == ")":
            inside = self.doc[end + 1]
            return name_key_of([inside.text])[0] if inside.text.isupper() and name_key_of([inside.text]) else None
        return None


def initials(name: str) -> str:
    """The capitals that a name's words begin with, in lower case."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper()).lower()


def is_initials(key: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a key of one word is the initials of a name's words."""
    return (
        len(key) == 1
        and len(key[0]) > 1
        and key[0].replace(".", "") == "".join(word[0] for word in name if word not in {"of", "the", "for", "and"})
    )


def names_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names of people may be the same person's: one is part of the other, initials standing for names."""
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return short[0] in (long[-1], long[0])
    return short[-1] == long[-1] and all(any(fits(a, b) for b in long[:-1]) for a in short[:-1])


def fits(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def clash(counts: set[str], others: set[str]) -> bool:
    """Whether two descriptions give different numbers."""
    return bool(counts and others and counts != others)


def compatible(cluster: Cluster, candidate: Candidate) -> bool:
    """Whether a phrase may stand for an actor of the cluster's kind."""
    if cluster.kind == candidate.kind:
        return True
    if "person" in (cluster.kind, candidate.kind):
        return False
    return cluster.kind != "state" or candidate.kind == "state"


def agrees(cluster: Cluster, word: str) -> bool:
    """Whether a pronoun agrees with the actor in number, gender and kind."""
    if word in SINGULAR:
        return cluster.kind == "person" and not cluster.plural and cluster.gender in (None, SINGULAR[word])
    if word in NEUTER:
        return cluster.kind in BODIES
    return cluster.kind != "person" and cluster.kind != "state"
