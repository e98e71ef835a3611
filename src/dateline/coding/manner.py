"""How a deed is told: tense and number of its words, who has a part in it, when and where, according to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateline.coding.deeds import Deed, sort_of
from dateline.coding.scene import Scene
from dateline.read.tokens import Token
from dateline.record import Event, Participant
from dateline.record.places import named_places

FIRST_PERSON = frozenset(("we", "our", "us", "my"))
HABIT = frozenset(
    ("years", "since", "decade", "history", "always", "every", "continue", "continues", "policy", "war")
)  # fmt: skip
MOST_WORDS, MOST_CLAIMS = 6, 3  # of a deed: what is told a hundred times is told as it was the first times


def binned(number: float, edges: Sequence[float]) -> str:
    """Which of some ranges a number lies in, in words."""
    return next((f"under {edge:g}" for edge in edges if number < edge), f"{edges[-1]:g} and more")


def deed_marks(scene: Scene, deed: Deed) -> Iterator[str]:
    """The marks of one deed."""
    event = deed.event
    yield f"sort {sort_of(event)}"
    yield f"so {event.factuality}"
    for head in deed.heads[:MOST_WORDS]:
        yield f"told {tense(head)}"
        yield f"word {head.lemma_.lower()}"
    yield f"first told {tense(deed.first)}"
    yield from part_marks(scene, deed)
    for figure in event.figures:
        if figure.measure in ("killed", "injured"):
            yield f"count {figure.measure} {binned(figure.best or figure.low or 0, (2, 10, 30))}"
    yield from (f"place {place.precision}" for place in named_places(event.places, scene.places))
    if not event.places:
        yield "no place"
    yield from time_marks(event, scene.parsed.report.published)
    for name in event.claims[:MOST_CLAIMS]:
        claim = scene.claims[name]
        yield f"claim {claim.kind}"
        if claim.cue is None:
            yield "claim no cue"
    if not event.claims:
        yield "unclaimed"
    words = {token.lower_ for token in deed.first.sent}
    for name, told in (("first person", FIRST_PERSON), ("question", {"?"}), ("words of habit", HABIT)):
        if words & told:
            yield name


def tense(head: Token) -> str:
    """The tense and voice of a verb; the number of a noun, and whether it is known, new or general."""
    words = {child.lower_ for child in head.children}
    if head.pos_ in ("VERB", "AUX"):
        return verb_form(head, {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")})
    number = "plural" if head.tag_ in ("NNS", "NNPS") else "singular"
    if words & {"the", "this", "that", "these"}:
        return f"definite {number}"
    if words & {"a", "an", "another"}:
        return f"indefinite {number}"
    return "compound" if head.dep_ in ("compound", "amod") else f"bare {number}"


def verb_form(head: Token, auxiliaries: set[str]) -> str:
    """The tense and voice of a verb."""
    if any(child.tag_ == "MD" for child in head.children):
        return "modal"
    if auxiliaries & {"has", "have", "had", "having"}:
        return "perfect"
    if head.tag_ == "VBN":
        return "passive" if any(child.dep_ == "auxpass" for child in head.children) else "participle"
    return {"VBG": "ing", "VBD": "past", "VBZ": "present", "VBP": "present"}.get(head.tag_, "infinitive")


def part_marks(scene: Scene, deed: Deed) -> Iterator[str]:
    """Who has a part: named, described or general, armed or not."""
    for role, name in (("actor", "actor"), ("recipient", "victim")):
        for one in deed.of_role(role):
            yield from one_marks(scene, deed, one, name)
    actors, victims = deed.of_role("actor"), deed.of_role("recipient", "object")
    if not actors:
        yield "no actor"
    if not victims:
        yield "no victim"
    if actors and victims and all(deed.is_armed(one) for one in (*actors, *victims)):
        yield "armed on armed"
    yield from (role for role in ("object", "instrument") if deed.of_role(role))


def one_marks(scene: Scene, deed: Deed, one: Participant, name: str) -> Iterator[str]:
    """How one of them is told."""
    root = scene.head_of(one)
    how = {"PROPN": "name", "PRON": "pronoun"}.get(root.pos_, "noun") if root is not None else "noun"
    yield f"{name} {one.kind} {how}"
    if deed.is_armed(one):
        yield f"{name} armed"
    if how == "noun" and root is not None and is_bare_plural(root):
        yield f"{name} bare plural"


def is_bare_plural(head: Token) -> bool:
    """Whether a noun speaks of people in general: "peasants", not "the peasants" or "two peasants"."""
    return head.tag_ == "NNS" and not any(child.pos_ in ("DET", "NUM") for child in head.children)


def time_marks(event: Event, published: date | None) -> Iterator[str]:
    """How long ago it was."""
    time = event.time
    last = time.latest or time.earliest
    if last is None:
        yield "no time"
        return
    yield f"time {time.precision}"
    if published is not None:
        ago = (published - last).days
        yield "ago future" if ago < 0 else f"ago {binned(ago, (2, 10, 32, 62, 366))}"
    if time.basis == "relative":
        yield "time carried"
