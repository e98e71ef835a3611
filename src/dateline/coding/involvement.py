"""What speaks for somebody, or some thing, having a part in a happening: the marks of the models in `involved`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook.weapons import weapon_modes
from dateline.coding.around import Happening
from dateline.coding.manner import binned
from dateline.coding.scene import IRREGULAR, Standing
from dateline.read.senses import is_human
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record import Actor

TELLING_TYPES = frozenset(
    ("ACCUSE", "CONCEDE", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "HARM", "MOBILIZE", "REQUEST")
)
LONGEST_WAY, HIGHEST = 3, 2  # links of the parse between two words that are told apart


def actor_marks(happening: Happening, actor: Actor, near: Sequence[Standing]) -> Iterator[str]:
    """Of an actor and a happening; `near` are the actor's mentions around it."""
    scene = happening.scene
    mine = sorted(role for who, role in happening.actors_in_role if who == actor.id)
    part = "in it" if mine else "not in it"
    yield part
    yield from (f"is {role}" for role in mine)
    yield from taken_marks(happening, actor.id)
    yield from elsewhere(happening, actor)
    yield f"{actor.kind}, {part}"
    yield f"sector {actor.codes.sector}"
    if actor.codes.sector in IRREGULAR:
        yield f"irregular, {part}"
    yield from (f"word {one.head.lemma_.lower()}" for one in near if one.head.pos_ == "NOUN")
    named = any(one.head.pos_ == "PROPN" for one in near)
    yield f"{'named' if named else 'described'} {actor.kind}"
    yield from place_marks(happening, near, actor.kind)
    yield from company_marks(happening, near)
    yield from happening.opinions.marks(near)
    yield from standing_marks(happening, actor)
    for one in near:
        yield from one.governors
    for name, spoken in (("blame", scene.blaming), ("loss", scene.losing)):
        if any(one.sentence in spoken for one in near):
            yield f"by words of {name}"
            yield f"by words of {name}, {'named' if named else 'described'} {actor.kind}"


def standing_marks(happening: Happening, actor: Actor) -> Iterator[str]:
    """How much the report makes of an actor, how alone it is of its sort, and against whom it would have acted."""
    scene = happening.scene
    sentences = scene.sentences_of.get(actor.id, ())
    yield f"named {binned(len(sentences), (2, 3, 5, 8))}"
    yield f"first in sentence {binned(min(sentences, default=99), (1, 2, 4, 8))}"
    if actor.codes.sector in IRREGULAR:
        yield f"irregulars {min(4, scene.irregulars)}"
    deeds = sum(role == "actor" and event.type == "ASSAULT" for event, role in scene.parts.get(actor.id, ()))
    yield f"attacks {min(3, deeds)} of {min(3, scene.attacks)}"
    for sort in happening.sorts:
        yield f"{sort} by {actor.kind}"
        yield f"{sort} by {actor.codes.sector}"
        if actor.codes.sector in IRREGULAR:
            yield f"{sort} by irregular, {min(4, scene.irregulars)}"
    for sector in sorted(happening.victim_sectors - {actor.codes.sector}, key=str):
        yield f"{actor.codes.sector} on {sector}"


def taken_marks(happening: Happening, own: str | None) -> Iterator[str]:
    """Which parts others have."""
    others = {role for who, role in happening.actors_in_role if own is None or who != own}
    yield "other actor" if "actor" in others else "no other actor"
    yield "other victim" if others & {"recipient", "object"} else "no other victim"


def elsewhere(happening: Happening, actor: Actor) -> Iterator[str]:
    """What the actor does, suffers and says in the rest of the report."""
    scene, attacks = happening.scene, False
    for event, role in scene.parts.get(actor.id, ()):
        attacks |= role == "actor" and event.type == "ASSAULT"
        if event.id not in happening.ids and event.type in TELLING_TYPES:
            yield f"elsewhere {role} of {event.type}"
            if event.type == "ACCUSE":
                yield f"elsewhere {role} of {event.type} {event.mode}"
    yield "attacks" if attacks else "attacks nowhere"
    for claim in scene.said.get(actor.id, ()):
        if not happening.ids.isdisjoint(claim.events):
            yield "tells of it"
            if claim.cue is not None and "claim" in claim.cue.text.lower():
                yield "claims it"


def company_marks(happening: Happening, near: Sequence[Standing]) -> Iterator[str]:
    """Beside whom somebody stands: joined by "and" or a comma to one who has a part, or in a sentence with one."""
    beside, taking_part, scene = happening.roles_by_sentence, happening.taking_part, happening.scene
    for one in near:
        for role in beside.get(sentence_bounds(one.head)[0], ()):
            yield f"beside {role}"
        for index in scene.joined_to(one.head):
            if index in taking_part:
                yield f"joined to {taking_part[index]}"


def thing_marks(happening: Happening, one: Standing) -> Iterator[str]:
    """Of a thing's noun and a happening."""
    mine = {
        p.role for deed in happening.group for p in deed.event.participants if p.start <= one.head.idx < p.end
    }  # fmt: skip
    yield "in it" if mine else "not in it"
    yield from (f"is {role}" for role in sorted(mine))
    yield from taken_marks(happening, None)
    yield from word_marks(one.head)
    yield from (f"done {mode}" for mode in sorted({deed.event.mode for deed in happening.group}, key=str))
    yield from place_marks(happening, [one], "weapon" if weapon_mode(one.head) else "thing")
    yield from company_marks(happening, [one])
    yield from happening.opinions.marks([one])


def word_marks(noun: Token) -> Iterator[str]:
    """What a noun is by itself."""
    if noun.pos_ == "NOUN":
        yield f"word {noun.lemma_.lower()}"
    mode = weapon_mode(noun)
    yield f"weapon {mode}" if mode else "no weapon"
    if is_human(noun):
        yield "human"
    yield f"pos {noun.tag_}"


def weapon_mode(noun: Token) -> str | None:
    """The mode of violence that a noun is the means of."""
    return weapon_modes().get(noun.lemma_.lower()) or weapon_modes().get(noun.lower_)


def place_marks(happening: Happening, near: Sequence[Standing], kind: str) -> Iterator[str]:
    """Where somebody stands: how many sentences away, on which side of the words, and how the parse joins them."""
    told = happening.told_in
    mine = dict.fromkeys(one.sentence for one in near)
    closest = min((here - there for here in mine for there in told), key=abs)
    yield f"sentences {max(-6, min(6, closest))}"
    yield f"sentences {max(-3, min(3, closest))}, {kind}"
    together = [(one.head, head) for one in near for head in told.get(one.sentence, ())]
    if together:
        nearest = min(abs(one.i - head.i) for one, head in together)
        yield f"words {next((edge for edge in (2, 4, 7, 12, 20) if nearest < edge), 99)}"
    for one, head in together:
        side = "before" if one.i < head.i else "after"
        yield f"stands {side}"
        yield f"stands {side}, {kind}"
        yield from way_marks(happening.above[head.i], one)


def way_marks(above: dict[int, int], word: Token) -> Iterator[str]:
    """How the parse joins a word to a trigger: up from the word to what is above both, and up from the trigger."""
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
