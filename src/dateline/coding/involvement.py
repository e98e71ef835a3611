"""What speaks for somebody, or some thing, having a part in a happening: the marks of the models in `involved`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook.weapons import weapon_modes
from dateline.coding.deeds import Deed
from dateline.coding.opinions import part_opinions
from dateline.coding.scene import Scene, Standing
from dateline.read.senses import is_human
from dateline.record import Actor

IRREGULAR = frozenset(("REB", "UAF", "PRM"))
TELLING_TYPES = frozenset(
    ("ACCUSE", "CONCEDE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "HARM", "MOBILIZE", "REQUEST")
)
LONGEST_WAY, HIGHEST = 3, 2  # links of the parse between two words that are told apart


def actor_marks(scene: Scene, group: Sequence[Deed], actor: Actor, near: Sequence[Standing]) -> Iterator[str]:
    """Of an actor and a happening; `near` are the actor's mentions around it."""
    mine = {one.role for deed in group for one in deed.event.participants if one.actor_id == actor.id}
    part = "in it" if mine else "not in it"
    yield part
    yield from (f"is {role}" for role in mine)
    yield from taken_marks(group, actor.id)
    yield from elsewhere(scene, group, actor)
    yield f"{actor.kind}, {part}"
    yield f"sector {actor.codes.sector}"
    if actor.codes.sector in IRREGULAR:
        yield f"irregular, {part}"
    yield from (f"word {one.head.lemma_.lower()}" for one in near if one.head.pos_ == "NOUN")
    named = any(one.head.pos_ == "PROPN" for one in near)
    yield f"{'named' if named else 'described'} {actor.kind}"
    yield from place_marks(group, near, actor.kind)
    yield from company_marks(scene, group, near)
    yield from part_opinions(scene.parsed.encoded, group, near)
    for name, spoken in (("blame", scene.blaming), ("loss", scene.losing)):
        if any(one.sentence in spoken for one in near):
            yield f"by words of {name}"
            yield f"by words of {name}, {'named' if named else 'described'} {actor.kind}"


def taken_marks(group: Sequence[Deed], own: str | None) -> Iterator[str]:
    """Which parts others have."""
    others = {one.role for deed in group for one in deed.event.participants if own is None or one.actor_id != own}
    yield "other actor" if "actor" in others else "no other actor"
    yield "other victim" if others & {"recipient", "object"} else "no other victim"


def elsewhere(scene: Scene, group: Sequence[Deed], actor: Actor) -> Iterator[str]:
    """What the actor does, suffers and says in the rest of the report."""
    ids = {deed.event.id for deed in group}
    attacks = False
    for event, role in scene.parts.get(actor.id, ()):
        attacks |= role == "actor" and event.type == "ASSAULT"
        if event.id not in ids and event.type in TELLING_TYPES:
            yield f"elsewhere {role} of {event.type}"
            if event.type == "ACCUSE":
                yield f"elsewhere {role} of {event.type} {event.mode}"
    yield "attacks" if attacks else "attacks nowhere"
    for claim in scene.said.get(actor.id, ()):
        if ids & set(claim.events):
            yield "tells of it"
            if claim.cue is not None and "claim" in claim.cue.text.lower():
                yield "claims it"


def company_marks(scene: Scene, group: Sequence[Deed], near: Sequence[Standing]) -> Iterator[str]:
    """Beside whom somebody stands: joined by "and" or a comma to one who has a part, or in a sentence with one."""
    heads = scene.heads_of(group)
    sentences = {(role, scene.parsed.doc[i].sent.start) for i, role in heads.items()}
    for one in near:
        for role in sorted({role for role, start in sentences if start == one.head.sent.start}):
            yield f"beside {role}"
        for other in (*one.head.conjuncts, one.head.head if one.head.dep_ == "appos" else one.head):
            if other.i in heads and other.i != one.head.i:
                yield f"joined to {heads[other.i]}"
        for child in one.head.children:
            if child.dep_ == "appos" and child.i in heads:
                yield f"joined to {heads[child.i]}"


def thing_marks(scene: Scene, group: Sequence[Deed], one: Standing) -> Iterator[str]:
    """Of a thing's noun and a happening."""
    mine = {
        p.role for deed in group for p in deed.event.participants if p.start <= one.head.idx < p.end
    }  # fmt: skip
    yield "in it" if mine else "not in it"
    yield from (f"is {role}" for role in mine)
    yield from taken_marks(group, None)
    lemma = one.head.lemma_.lower()
    if one.head.pos_ == "NOUN":
        yield f"word {lemma}"
    mode = weapon_modes().get(lemma) or weapon_modes().get(one.head.lower_)
    yield f"weapon {mode}" if mode else "no weapon"
    if is_human(one.head):
        yield "human"
    yield f"pos {one.head.tag_}"
    yield from (f"done {mode}" for mode in {deed.event.mode for deed in group})
    yield from place_marks(group, [one], "weapon" if mode else "thing")
    yield from company_marks(scene, group, [one])
    yield from part_opinions(scene.parsed.encoded, group, [one])


def place_marks(group: Sequence[Deed], near: Sequence[Standing], kind: str) -> Iterator[str]:
    """Where somebody stands: how many sentences away, on which side of the words, and how the parse joins them."""
    told = [(head, sentence) for deed in group for head, sentence in zip(deed.heads, deed.sentences, strict=True)]
    closest = min((one.sentence - sentence for one in near for _, sentence in told), key=abs)
    yield f"sentences {max(-6, min(6, closest))}"
    yield f"sentences {max(-3, min(3, closest))}, {kind}"
    words = [abs(one.head.i - head.i) for one in near for head, sentence in told if one.sentence == sentence]
    if words:
        yield f"words {next((edge for edge in (2, 4, 7, 12, 20) if min(words) < edge), 99)}"
    for one in near:
        for head, sentence in told:
            if one.sentence == sentence:
                side = "before" if one.head.i < head.i else "after"
                yield f"stands {side}"
                yield f"stands {side}, {kind}"
                yield from way_marks(head, one.head)


def way_marks(trigger: Token, word: Token) -> Iterator[str]:
    """How the parse joins a word to a trigger: up from the word to what is above both, and up from the trigger."""
    above = {token.i: steps for steps, token in enumerate((trigger, *trigger.ancestors))}
    way: list[str] = []
    token = word
    while token.i not in above and len(way) < 8 and token.head.i != token.i:
        way.append(token.dep_)
        token = token.head
    if token.i not in above:
        return
    steps = above[token.i]
    if len(way) <= LONGEST_WAY and steps <= HIGHEST:
        yield f"way {steps} {' '.join(way)}"
    yield f"steps {min(6, len(way) + steps)}"
    if way:
        yield f"first {way[0]}, up {min(3, steps)}"
