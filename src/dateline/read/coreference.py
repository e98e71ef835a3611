"""Which phrases of a report stand for the same actor.

Goes through the phrases once, in their order, and looks up each in indexes by name, surname, head word and acronym; a
pronoun goes to the best of the few actors just mentioned. Two different names are joined only where one is part of the
other, or where the text says so (an acronym in brackets, an apposition, "X is the ...").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook.actor_words import actor_cues, noun_for
from dateline.read.actor_clusters import (
    Cluster,
    Description,
    compatible,
    describe,
    describes,
    initials,
    is_initials,
    names_fit,
    title_gender,
)
from dateline.read.actor_names import Tokens, name_key_of, text_of, title_length
from dateline.read.actor_scene import Candidate
from dateline.read.pronouns import SPEAKER, Memory, Mention
from dateline.read.speakers import Speakers

BODY_KINDS = frozenset(("organisation", "armed_unit"))
OWNERS = frozenset(("his", "her", "its", "their"))
CLOSING = frozenset((",", ".", ";", ":", ")"))
SHORTEST_PART = 3  # letters of a middle name by which a person may be called


class Registry:
    """The actors of one report and the indexes by which a phrase finds its own."""

    def __init__(self, doc: Tokens, sentences: Sequence[int], speakers: Speakers) -> None:
        self.doc = doc
        self.speakers = speakers
        self.memory = Memory(doc)
        self.previous: Candidate | None = None
        self.clusters: list[Cluster] = []
        self.of_token: dict[int, Cluster] = {}
        self.by_name: dict[tuple[str, ...], Cluster] = {}
        self.by_surname: dict[str, Cluster] = {}
        self.by_first: dict[str, Cluster] = {}
        self.by_head: dict[str, Cluster] = {}
        self.by_role: dict[str, Cluster] = {}
        self.by_kind: dict[str, Cluster] = {}
        self.by_unit: dict[str, Cluster] = {}
        self.starts = sentences
        self.sentence = -1

    def place(self, candidate: Candidate) -> Cluster | None:
        """The actor that the candidate stands for; None for a pronoun that stands for nobody known so far."""
        self.step_to(candidate.token)
        if candidate.sort == "pronoun":
            cluster = self.antecedent(candidate.token)
            if cluster is not None:
                self.remember(candidate, cluster)
            return cluster
        description = describe(self.doc, candidate)
        cluster = self.linked(candidate) or self.found(candidate, description) or self.new(candidate)
        self.remember(candidate, cluster)
        self.note(candidate, cluster, description)
        self.previous = candidate
        return cluster

    def step_to(self, token: int) -> None:
        """Count the sentences up to the token's."""
        while self.sentence + 1 < len(self.starts) and self.starts[self.sentence + 1] <= token:
            self.sentence += 1

    def new(self, candidate: Candidate) -> Cluster:
        """A further actor."""
        cluster = Cluster(len(self.clusters), candidate.kind, candidate.plural)
        self.clusters.append(cluster)
        return cluster

    def linked(self, candidate: Candidate) -> Cluster | None:
        """The actor that the sentence itself says this is: by apposition or by "X is the ..."."""
        token = self.doc[candidate.token]
        other = self.renamed(candidate)
        if other is not None:
            return other
        if token.dep_ == "appos":
            other = self.of_token.get(token.head.i)
        elif token.dep_ == "attr" and token.head.lemma_ == "be" and candidate.sort != "quantity":
            subject = next((child for child in token.head.lefts if child.dep_ == "nsubj"), None)
            other = self.of_token.get(subject.i) if subject is not None else None
        if other is None or not compatible(other, candidate) or self.is_other_name(other, candidate):
            return None
        return other

    def renamed(self, candidate: Candidate) -> Cluster | None:
        """The person that a name or description between commas belongs to: "the governor of the region, Ana Roux,
        said"; "Ana Roux, a nurse, said"."""
        first, last, before = candidate.start, candidate.end, self.previous
        if candidate.kind != "person" or before is None or before.end != first - 1 or self.doc[first - 1].text != ",":
            return None
        behind = self.doc[last].text if last < len(self.doc) else "."
        other = self.of_token.get(before.token)
        if behind not in CLOSING or other is None or other.kind != "person" or candidate.plural:
            return None
        if candidate.sort == "name":
            return other if before.sort == "noun" and not other.names else None
        begins_new = self.doc[first].lower_ in {"a", "an"} or first == candidate.token
        return other if candidate.sort == "noun" and before.sort == "name" and begins_new else None

    def is_other_name(self, cluster: Cluster, candidate: Candidate) -> bool:
        """Whether the candidate is a name and the actor has one that it is no part of."""
        if candidate.sort != "name" or not cluster.names:
            return False
        key = self.key(candidate)
        if cluster.kind != "person" and is_initials(key, cluster.names[0]):
            return False
        return not any(set(key) <= set(name) or set(name) <= set(key) for name in cluster.names)

    def found(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The actor by name or by description."""
        if candidate.sort == "name":
            return self.by_its_name(candidate)
        return self.by_description(candidate, description) if candidate.sort == "noun" else None

    def key(self, candidate: Candidate) -> tuple[str, ...]:
        """The candidate's name as a key; a country's code for a state, however it is named."""
        if candidate.kind == "state" and candidate.country:
            return ("state", candidate.country)
        if candidate.known is not None:
            return ("known", candidate.known.name)
        return name_key_of([token.text for token in self.doc[candidate.core[0] : candidate.core[1]]])

    def by_its_name(self, candidate: Candidate) -> Cluster | None:
        """The actor of this name."""
        key = self.key(candidate)
        if not key:
            return None
        if candidate.kind == "person":
            return self.person(candidate, key)
        same = self.by_name.get(key)
        return same if same is not None and same.kind != "person" else None

    def person(self, candidate: Candidate, key: tuple[str, ...]) -> Cluster | None:
        """A person by the full name, the surname, the first name, or the two that fit each other."""
        gender = title_gender(self.doc[candidate.start : candidate.core[0]], candidate)
        owners = {self.of_token.get(index) for index in range(candidate.start, candidate.core[0])}
        known = (self.by_name.get(key), self.by_surname.get(key[-1]), self.by_first.get(key[0]))
        for other in (*known, self.by_surname.get(key[0])):
            if other is None or other.kind != "person" or other in owners:
                continue
            if gender and other.gender and gender != other.gender:
                continue
            if all(names_fit(key, name) for name in other.names):
                return other
        return None

    def by_description(self, candidate: Candidate, description: Description) -> Cluster | None:
        """An actor that a description takes up again: "the marines", "the same brigade", "police"."""
        if description.indefinite:
            return None
        if candidate.kind == "person" and not description.definite:
            return self.by_role.get(description.head) if description.bare else None
        other = self.by_head.get(description.head)
        if other is not None and describes(description, other, candidate):
            return other
        if description.definite:
            return self.titled(candidate, description) or self.taken_up(candidate, description)
        return None

    def titled(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The person whose title the description is: "the president", "the Jordanian king"."""
        other = self.by_role.get(description.head)
        if other is None or candidate.kind != "person" or not description.words <= other.words:
            return None
        agree = not description.country or other.country in (None, description.country)
        return other if agree else None

    def taken_up(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The last actor of a kind, for a general word: "the unit", "the country"."""
        first = self.doc[candidate.start].lower_
        if description.words or description.counts or first in OWNERS or candidate.end - candidate.start > 3:
            return None
        if candidate.plural and description.head in self.by_unit:
            return self.by_unit[description.head]
        lists = actor_cues().taken_up
        for kind in ("state", "rebels", "armed_unit", "bodies", "organisation"):
            if description.head in lists[kind]:
                return self.by_kind.get(kind)
        single = candidate.kind == "person" and description.head in lists["person"]
        return self.only_person(candidate) if single else None

    def only_person(self, candidate: Candidate) -> Cluster | None:
        """The person of the last two sentences if there is but one: "the man"."""
        people = self.memory.people_since(self.sentence - 1)
        gender = candidate.noun.gender if candidate.noun else None
        if len(people) != 1 or (gender and people[0].gender and people[0].gender != gender):
            return None
        return people[0]

    def antecedent(self, token: int) -> Cluster | None:
        """The actor that a pronoun stands for: the speaker for a quoted "we" or "I", else one just mentioned."""
        speaker = self.speakers.of(token)
        said_by = self.of_token.get(speaker) if speaker is not None else None
        if self.doc[token].lower_ in SPEAKER:
            return said_by
        quoted = self.speakers.is_quoted(token)
        return self.memory.antecedent(token, self.sentence, quoted=quoted, speaker=said_by)

    def speaker(self, candidate: Candidate) -> Cluster | None:
        """The speaker of a quoted "we" or "I" who is named only after the quotation; for when all is placed."""
        speaker = self.speakers.of(candidate.token)
        if speaker is None or candidate.sort != "pronoun" or self.doc[candidate.token].lower_ not in SPEAKER:
            return None
        return self.of_token.get(speaker)

    def remember(self, candidate: Candidate, cluster: Cluster) -> None:
        """Take up the mention for the pronouns that follow."""
        cluster.mentions += 1
        self.of_token[candidate.token] = cluster
        quoted = self.speakers.is_quoted(candidate.token)
        self.memory.recent.append(Mention(cluster, candidate.token, self.sentence, quoted))

    def note(self, candidate: Candidate, cluster: Cluster, description: Description) -> None:
        """Take up the phrase into the indexes."""
        cluster.gender = cluster.gender or title_gender(self.doc[candidate.start : candidate.core[0]], candidate)
        cluster.country = cluster.country or description.country
        cluster.words |= description.words
        cluster.counts = cluster.counts or description.counts
        if candidate.sort == "name":
            self.note_name(candidate, cluster)
        if candidate.sort == "noun" and cluster.kind == "person" and cluster.names:
            self.by_role[description.head] = cluster
        if candidate.sort != "quantity" and (candidate.sort == "noun" or cluster.kind != "person"):
            self.by_head[description.head] = cluster
        self.note_kind(candidate, cluster, description)

    def note_kind(self, candidate: Candidate, cluster: Cluster, description: Description) -> None:
        """Remember the last of a kind for general words."""
        sector = candidate.known.sector if candidate.known else candidate.noun.sector if candidate.noun else None
        self.by_kind[cluster.kind] = cluster
        if cluster.kind == "armed_unit" and not cluster.plural:
            self.by_unit |= dict.fromkeys(description.words, cluster)
        if cluster.names and cluster.kind in BODY_KINDS:
            self.by_kind["bodies"] = cluster
        if sector == "REB" and cluster.kind != "person":
            self.by_kind["rebels"] = cluster

    def note_name(self, candidate: Candidate, cluster: Cluster) -> None:
        """Take up a name, its parts, the titles before it and its acronym."""
        key = self.key(candidate)
        if not key:
            return
        if key not in cluster.names:
            cluster.names.append(key)
        self.by_name[key] = cluster
        if cluster.kind == "person":
            self.note_person(candidate, cluster, key)
            return
        cluster.words |= set(key)
        for token in self.doc[candidate.start : candidate.core[1]]:
            if token.i != candidate.token and (found := noun_for((token.lower_,))) and not found[0].is_person:
                self.by_head.setdefault(found[0].word, cluster)
        if len(key) > 1 and key[0] not in {"known", "state"}:
            self.by_name.setdefault((initials(text_of(self.doc[candidate.core[0] : candidate.core[1]])),), cluster)
        if acronym := self.acronym_after(candidate):
            self.by_name[acronym] = cluster

    def note_person(self, candidate: Candidate, cluster: Cluster, key: tuple[str, ...]) -> None:
        """Take up a person's names and titles."""
        self.by_surname[key[-1]] = cluster
        for part in key[1:-1]:
            if len(part) >= SHORTEST_PART:
                self.by_surname.setdefault(part, cluster)
        if len(key) > 1:
            self.by_first[key[0]] = cluster
        for role in self.roles(candidate):
            self.by_role[role] = cluster

    def roles(self, candidate: Candidate) -> Iterator[str]:
        """The titles before a person's name, whole and by their last word."""
        index = candidate.start
        while index < candidate.core[0]:
            length = title_length(self.doc, index, candidate.core[0])
            if length:
                words = text_of(self.doc[index : index + length]).lower()
                yield from (words, words.split()[-1])
            index += max(length, 1)

    def acronym_after(self, candidate: Candidate) -> tuple[str, ...] | None:
        """The acronym in brackets behind a name, as a key: "Socialist Workers Party (SWP)"."""
        end = candidate.core[1]
        if end + 2 >= len(self.doc) or self.doc[end].text != "(" or self.doc[end + 2].text != ")":
            return None
        inside = self.doc[end + 1]
        return name_key_of([inside.text]) if inside.text.isupper() else None
