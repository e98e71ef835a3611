"""Which events of a report are parts of one happening: the bombing and the deaths it caused, the kidnapping and the
release, an attack told in several acts.

Every two deeds are compared by a logistic model over marks of the pair (what is done, how far apart it is told, who
suffers, who acts, where, when), fitted on reports whose incidents were listed by hand (training/fit_happenings.py). A
deed joins the happening to whose deeds it is most likely tied, or opens its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.deeds import Deed, deeds, sort_of
from dateline.coding.learnt import chance, learnt_weights
from dateline.coding.opinions import tie_opinions
from dateline.read.encoder import Encoded
from dateline.read.parsed import ParsedReport
from dateline.record import Actor, Event

NEEDED = 0.8  # probability from which two deeds are taken for parts of one happening
NEEDED_OF_HARM = 0.5  # of a deed that tells whom another one hurt: it is hardly ever news of its own
LOOKED_BACK = 40  # deeds that one is compared with: a report of thousands is a list, not a story
REAL = frozenset(("actual", "ongoing", "ceased", "unknown"))
VICTIMS = frozenset(("killed", "injured", "casualties"))
FAR = 12


def happenings(parsed: ParsedReport, events: Sequence[Event], actors: Sequence[Actor]) -> tuple[tuple[Deed, ...], ...]:
    """The deeds of a report by happening, in the order of the text. Every deed is in one; most have but one deed."""
    groups: list[list[Deed]] = []
    for deed in sorted(deeds(parsed, events, actors), key=lambda one: one.first.i):
        best = best_group(parsed.encoded, deed, groups)
        if best is None:
            groups.append([deed])
        else:
            best.append(deed)
    return tuple(tuple(group) for group in groups)


def with_happenings(events: Sequence[Event], groups: Sequence[Sequence[Deed]]) -> tuple[Event, ...]:
    """The events with the keys h1, h2, ... of the happenings that have several; one alone has no key."""
    shared = [group for group in groups if len(group) > 1]
    keys = {deed.event.id: f"h{number}" for number, group in enumerate(shared, 1) for deed in group}
    return tuple(replace(event, happening=keys[event.id]) if event.id in keys else event for event in events)


def renewed(groups: Sequence[Sequence[Deed]], events: Sequence[Event]) -> tuple[tuple[Deed, ...], ...]:
    """The same happenings after their events have been filled further."""
    by_id = {event.id: event for event in events}
    return tuple(tuple(replace(deed, event=by_id[deed.event.id]) for deed in group) for group in groups)


def best_group(encoded: Encoded, deed: Deed, groups: Sequence[list[Deed]]) -> list[Deed] | None:
    """The happening that a deed is part of, by the mean probability over its deeds; None if it opens its own."""
    best, highest = None, NEEDED_OF_HARM if tells_of_harm(deed.event) else NEEDED
    for group in groups[-LOOKED_BACK:]:
        near = group[-LOOKED_BACK:]
        mean = sum(same_happening(encoded, deed, other) for other in near) / len(near)
        if mean > highest:
            best, highest = group, mean
    return best


def tells_of_harm(event: Event) -> bool:
    """Whether an event counts the victims of a deed rather than being one: a harm with its count, or an attack of which
    no day and no dead are told, only how many were hurt."""
    counted = {figure.measure for figure in event.figures}
    if event.type == "HARM":
        return bool(counted & VICTIMS)
    hurt_only = "injured" in counted and "killed" not in counted
    return event.type == "ASSAULT" and hurt_only and event.time.basis != "stated"


def same_happening(encoded: Encoded, later: Deed, earlier: Deed) -> float:
    """The probability (0 to 1) that two deeds are parts of one happening."""
    return chance(learnt_weights("happenings"), pair_marks(encoded, later, earlier))


def pair_marks(encoded: Encoded, later: Deed, earlier: Deed) -> Iterator[str]:
    """What speaks for or against two deeds being of one happening."""
    yield from apart(later, earlier)
    yield " + ".join(sorted((sort_of(later.event), sort_of(earlier.event))))
    if (later.event.factuality in REAL) != (earlier.event.factuality in REAL):
        yield "one is not real"
    yield from wording(later, earlier)
    yield from people(later, earlier)
    yield from tie_opinions(encoded, later, earlier)
    yield from when_and_where(later.event, earlier.event)
    mine, theirs = ({(f.measure, f.low, f.best) for f in one.event.figures} for one in (later, earlier))
    if mine and theirs:
        yield "same figures" if mine & theirs else "other figures"


def apart(later: Deed, earlier: Deed) -> Iterator[str]:
    """How far apart they are told, at the nearest."""
    steps = min(abs(a - b) for a in later.sentences for b in earlier.sentences)
    yield f"sentences {min(FAR, steps if steps < 4 else 2 * (steps // 2))}"
    yield f"first telling {min(3, later.sentences[0] - earlier.sentences[0])} on"


def wording(later: Deed, earlier: Deed) -> Iterator[str]:
    """What the words say: the same ones, or a definite noun that points back."""
    mine, theirs = ({head.lemma_.lower()[:6] for head in one.heads} for one in (later, earlier))
    yield "same word" if mine & theirs else "other words"
    head = later.first
    if head.pos_ == "NOUN":
        definite = any(child.lower_ in {"the", "this", "that", "these"} for child in head.children)
        yield "definite noun" if definite else "bare noun"


def people(later: Deed, earlier: Deed) -> Iterator[str]:
    """Who suffers and who acts: the same, others, or nobody named; or each side in turn."""
    for name, roles in (("victim", ("recipient", "object")), ("actor", ("actor",))):
        mine, theirs = later.who(*roles), earlier.who(*roles)
        if mine and theirs:
            yield f"same {name}" if mine & theirs else f"other {name}"
        else:
            yield f"{name} of neither" if not mine and not theirs else f"{name} of one"
    one, other = (deed.who("recipient", "object") for deed in (later, earlier))
    if later.who("actor") & other or earlier.who("actor") & one:
        yield "sides swapped"
    if later.who("instrument") and earlier.who("instrument"):
        yield "both armed"


def when_and_where(later: Event, earlier: Event) -> Iterator[str]:
    """What days and places say."""
    here, there = {place.text.lower() for place in later.places}, {place.text.lower() for place in earlier.places}
    if here and there:
        yield "same place" if here & there else "other place"
    mine, theirs = later.time, earlier.time
    if mine.earliest and mine.latest and theirs.earliest and theirs.latest:
        yield "other days" if mine.latest < theirs.earliest or theirs.latest < mine.earliest else "same days"
