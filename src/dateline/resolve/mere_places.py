"""Names that were taken for people or bodies and are places: "had left Velyka Novosilka"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook.actor_words import actor_cues, known_actors
from dateline.read.actor_positions import says_or_acts, suffers
from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.resolve.gazetteer import Gazetteer

WELL_KNOWN = 100_000  # inhabitants from which a single word is rather a town than a surname
NAMED_KINDS = frozenset(("person", "organisation"))


def without_places(parsed: ParsedReport, found: Sequence[ActorPhrase], gazetteer: Gazetteer) -> tuple[ActorPhrase, ...]:
    """The phrases without those of actors that are known by nothing but the name of a place, and do, say and suffer
    nothing."""
    by_cluster: dict[int, list[ActorPhrase]] = {}
    for phrase in found:
        by_cluster.setdefault(phrase.cluster, []).append(phrase)
    places = {
        cluster
        for cluster, phrases in by_cluster.items()
        if all(is_mere_place(parsed.doc[phrase.token], phrase, gazetteer) for phrase in phrases)
    }
    return tuple(phrase for phrase in found if phrase.cluster not in places)


def is_mere_place(token: Token, phrase: ActorPhrase, gazetteer: Gazetteer) -> bool:
    """Whether a mention is a place's name: one of several words, of a large town, or that is gone to or taken."""
    text = phrase.span.text
    if not phrase.is_name or phrase.kind not in NAMED_KINDS or text in known_actors():
        return False
    if says_or_acts(token) or suffers(token) or token.dep_ in {"nsubj", "nsubjpass", "poss"}:
        return False
    if " " in text or (token.dep_ == "dobj" and is_taken(token.head)):
        return gazetteer.is_name(text)
    return any(place.population >= WELL_KNOWN for place in gazetteer.named(text)[:1])


def is_taken(verb: Token) -> bool:
    """Whether a verb's object is more likely a place than a person."""
    positions = actor_cues().positions
    return verb.lemma_ in positions["going"] or verb.lemma_ in positions["taking"]
