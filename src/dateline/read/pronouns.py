"""Pronouns, and descriptions that no word gives away: which of the actors just mentioned one stands for."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from dateline.codebook.actor_words import Gender
from dateline.read.actor_clusters import Cluster, Description, compatible
from dateline.read.actor_names import Tokens
from dateline.read.actor_scene import Candidate
from dateline.read.sameness import Sameness

SINGULAR: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
NEUTER = frozenset(("it", "its", "itself"))
SPEAKER = frozenset(("i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"))
PRONOUNS = frozenset((*SINGULAR, *PLURAL, *NEUTER, *SPEAKER))
BODIES = frozenset(("organisation", "armed_unit", "state"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
WINDOW = 24  # mentions that a pronoun looks back on
REACH = 3  # sentences that a pronoun looks back on
# What makes an earlier mention likelier. Order after Lappin and Leass 1994 (recency, subjects, how often mentioned);
# the values were set on the project's training records.
BASE, FARTHER, SUBJECT, OFTEN, NAMED, SAME_VOICE, SEVERAL = 4.0, 1.0, 1.0, 0.2, 0.5, 1.2, 1.6
SAME = 0.3  # for each logit of the encoder's
SURE = 2.0  # the encoder's logit from which it may tell alone whom a definite description takes up
MOST_COUNTED = 8  # mentions of one actor that count for it


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention that a pronoun may go back to."""

    cluster: Cluster
    token: int
    sentence: int
    is_quoted: bool


@dataclass(slots=True)
class Memory:
    """The last mentions of a report, for pronouns to go back to."""

    doc: Tokens
    same: Sameness
    recent: deque[Mention] = field(default_factory=lambda: deque(maxlen=WINDOW))

    def antecedent(self, token: int, sentence: int, *, quoted: bool, speaker: Cluster | None) -> Cluster | None:
        """The actor of the likeliest of the last mentions that agrees with the pronoun; inside a quotation it is not
        the speaker."""
        word = self.doc[token].lower_
        chosen: Cluster | None = None
        highest = 0.0
        for mention in reversed(self.recent):
            distance = sentence - mention.sentence
            if distance > REACH:
                break
            if mention.cluster is speaker or not agrees(mention.cluster, word) or self.is_apart(mention.token, token):
                continue
            score = self.score(mention, distance, word, quoted=quoted)
            score += SAME * self.same(self.doc[token], self.doc[mention.token])
            if score > highest:
                chosen, highest = mention.cluster, score
        if chosen is not None and word in SINGULAR and chosen.gender is None:
            chosen.gender = SINGULAR[word]
        return chosen

    def score(self, mention: Mention, distance: int, word: str, *, quoted: bool) -> float:
        """How likely the pronoun goes back to the mention."""
        cluster = mention.cluster
        several = word in PLURAL and (cluster.plural or cluster.kind == "armed_unit")
        return (
            BASE
            - FARTHER * distance
            + SUBJECT * (self.doc[mention.token].dep_ in SUBJECTS)
            + OFTEN * min(cluster.mentions, MOST_COUNTED)
            + NAMED * bool(cluster.names)
            + SAME_VOICE * (mention.is_quoted == quoted)
            + SEVERAL * several
        )

    def is_apart(self, mention: int, token: int) -> bool:
        """Whether the pronoun and the mention depend on one verb, so that they cannot be the same ("he warned him")."""
        pronoun, other = self.doc[token], self.doc[mention]
        if pronoun.lower_.endswith(("self", "selves")) or pronoun.dep_ == "poss":
            return False
        return other.head.i == pronoun.head.i and other.dep_ != "poss" and other.i != pronoun.head.i

    def likeliest(self, candidate: Candidate, description: Description) -> Cluster | None:
        """The actor of the mention that the encoder most surely takes for the same as a definite description, if their
        kinds, numbers and countries agree."""
        found: Cluster | None = None
        highest = SURE
        for mention in reversed(self.recent):
            cluster = mention.cluster
            if not compatible(cluster, candidate) or cluster.plural != candidate.plural:
                continue
            if cluster.country and description.country and cluster.country != description.country:
                continue
            if self.is_apart(mention.token, candidate.token):
                continue
            logit = self.same(self.doc[candidate.token], self.doc[mention.token])
            if logit > highest:
                found, highest = cluster, logit
        return found

    def people_since(self, sentence: int) -> list[Cluster]:
        """The people mentioned from a sentence on, each once."""
        people = {
            mention.cluster.number: mention.cluster
            for mention in self.recent
            if mention.sentence >= sentence and mention.cluster.kind == "person"
        }
        return list(people.values())


def agrees(cluster: Cluster, word: str) -> bool:
    """Whether a pronoun agrees with the actor in number, gender and kind."""
    if word in SINGULAR:
        return cluster.kind == "person" and not cluster.plural and cluster.gender in (None, SINGULAR[word])
    if word in NEUTER:
        return cluster.kind in BODIES
    return cluster.kind not in {"person", "state"}
