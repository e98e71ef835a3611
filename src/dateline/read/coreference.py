"""Which phrases of a report stand for the same actor.

Goes through the phrases once, in their order, and looks up each in indexes by name, surname, head word and acronym; a
pronoun goes to the best of the few actors just mentioned. Two different names are joined only where one is part of the
other, or where the text says so (an acronym in brackets, an apposition, "X is the ...").
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook.actor_words import actor_cues
from dateline.read.actor_clusters import (
    Cluster,
    Description,
    compatible,
    describe,
    describes,
    is_initials,
    names_fit,
    title_gender,
)
from dateline.read.actor_index import Index
from dateline.read.actor_names import Tokens
from dateline.read.actor_scene import Candidate
from dateline.read.pronouns import SPEAKER, Memory, Mention
from dateline.read.sameness import Sameness
from dateline.read.speakers import Speakers

OWNERS = frozenset(("his", "her", "its", "their"))
CLOSING = frozenset((",", ".", ";", ":", ")"))


class Registry:
    """The actors of one report and the indexes by which a phrase finds its own."""

    def __init__(self, doc: Tokens, sentences: Sequence[int], speakers: Speakers, same: Sameness) -> None:
        self.doc = doc
        self.speakers = speakers
        self.memory = Memory(doc, same)
        self.index = Index(doc)
        self.previous: Candidate | None = None
        self.clusters: list[Cluster] = []
        self.of_token: dict[int, Cluster] = {}
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
        self.index.note(candidate, cluster, description)
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
        key = self.index.key(candidate)
        if cluster.kind != "person" and is_initials(key, cluster.names[0]):
            return False
        return not any(set(key) <= set(name) or set(name) <= set(key) for name in cluster.names)

    def found(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The actor by name or by description."""
        if candidate.sort == "name":
            return self.of_name(candidate)
        if candidate.sort != "noun":
            return None
        found = self.of_description(candidate, description)
        return found or (self.memory.likeliest(candidate, description) if description.definite else None)

    def of_name(self, candidate: Candidate) -> Cluster | None:
        """The actor of this name."""
        key = self.index.key(candidate)
        if not key:
            return None
        if candidate.kind == "person":
            return self.person(candidate, key)
        same = (self.index.by_name.get(name) for name in (key, *self.index.other_keys(candidate)))
        return next((cluster for cluster in same if cluster is not None and cluster.kind != "person"), None)

    def person(self, candidate: Candidate, key: tuple[str, ...]) -> Cluster | None:
        """A person by the full name, the surname, the first name, or the two that fit each other."""
        gender = title_gender(self.doc[candidate.start : candidate.core[0]], candidate)
        owners = {self.of_token.get(index) for index in range(candidate.start, candidate.core[0])}
        known = (self.index.by_name.get(key), self.index.by_surname.get(key[-1]), self.index.by_first.get(key[0]))
        for other in (*known, self.index.by_surname.get(key[0])):
            if other is None or other.kind != "person" or other in owners:
                continue
            if gender and other.gender and gender != other.gender:
                continue
            if all(names_fit(key, name) for name in other.names):
                return other
        return None

    def of_description(self, candidate: Candidate, description: Description) -> Cluster | None:
        """An actor that a description takes up again: "the marines", "the same brigade", "police"."""
        if description.indefinite:
            return None
        if candidate.kind == "person" and not description.definite:
            return self.index.by_role.get(description.head) if description.bare else None
        other = self.index.by_head.get(description.head)
        if other is not None and describes(description, other, candidate):
            return other
        if description.definite:
            return self.titled(candidate, description) or self.taken_up(candidate, description)
        return None

    def titled(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The person whose title the description is: "the president", "the Jordanian king"."""
        other = self.index.by_role.get(description.head)
        if other is None or candidate.kind != "person" or not description.words <= other.words:
            return None
        agree = not description.country or other.country in (None, description.country)
        return other if agree else None

    def taken_up(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The last actor of a kind, for a general word: "the unit", "the country"."""
        first = self.doc[candidate.start].lower_
        if description.words or description.counts or first in OWNERS or candidate.end - candidate.start > 3:
            return None
        if candidate.plural and description.head in self.index.by_unit:
            return self.index.by_unit[description.head]
        lists = actor_cues().taken_up
        for kind in ("state", "rebels", "armed_unit", "bodies", "organisation"):
            if description.head in lists[kind]:
                return self.index.by_kind.get(kind)
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
