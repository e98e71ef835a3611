"""Indexes by which a phrase finds the actor that it stands for: names and their parts, titles, head words, kinds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline.codebook.actor_words import noun_for
from dateline.read.actor_clusters import Cluster, Description, initials, title_gender
from dateline.read.actor_names import Tokens, name_key_of, text_of, title_length
from dateline.read.actor_scene import Candidate
from dateline.read.names_in_capitals import are_initials

BODY_KINDS = frozenset(("organisation", "armed_unit"))
OPENING, CLOSING = frozenset("(["), frozenset(")]")
SHORTEST_PART = 3  # letters of a middle name by which a person may be called


@dataclass(slots=True)
class Index:
    """The actors of one report, each under all by which it may be taken up again; the latest goes before."""

    doc: Tokens
    by_name: dict[tuple[str, ...], Cluster] = field(default_factory=dict)
    by_surname: dict[str, Cluster] = field(default_factory=dict)
    by_first: dict[str, Cluster] = field(default_factory=dict)
    by_head: dict[str, Cluster] = field(default_factory=dict)
    by_role: dict[str, Cluster] = field(default_factory=dict)
    by_kind: dict[str, Cluster] = field(default_factory=dict)
    by_unit: dict[str, Cluster] = field(default_factory=dict)

    def key(self, candidate: Candidate) -> tuple[str, ...]:
        """The candidate's name as a key; a country's code for a state, however it is named."""
        if candidate.kind == "state" and candidate.country:
            return ("state", candidate.country)
        if candidate.known is not None:
            return ("known", candidate.known.name)
        return name_key_of([token.text for token in self.doc[candidate.core[0] : candidate.core[1]]])

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
        for other in self.other_keys(candidate):
            self.by_name[other] = cluster

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

    def other_keys(self, candidate: Candidate) -> Iterator[tuple[str, ...]]:
        """The further names that the text gives a body: a known one as it is written here, and its initials in brackets
        behind it ("Socialist Workers Party (SWP)") or the other way round."""
        first, last = candidate.core
        words = self.doc[first:last]
        if candidate.known is not None:
            yield name_key_of([token.text for token in words])
        if self.in_brackets(last + 1, last + 2) and self.doc[last + 1].text.isupper():
            yield name_key_of([self.doc[last + 1].text])
        if self.in_brackets(first, last) and first > 1:
            before = self.doc[first - 2].text
            if before.isupper() and are_initials(before, text_of(words)):
                yield name_key_of([before])

    def in_brackets(self, first: int, last: int) -> bool:
        """Whether some tokens are all that stands between two brackets."""
        inside = first > 0 and last < len(self.doc)
        return inside and self.doc[first - 1].text in OPENING and self.doc[last].text in CLOSING
