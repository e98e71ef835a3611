"""What is told as history or context, not as the report's news: old dates, habitual violence, the war as such.

Judged for each happening as a whole, from marks of how its deeds are told (`manner`), where and in which sort of
report, and from what the encoder sees in its words. What hurts nobody in particular, on no day and in no place, is
mostly context; a dated death of somebody named is mostly news. The weights were fitted on reports whose incidents were
listed by hand (training/fit_news.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.deeds import Deed
from dateline.coding.learnt import chance, learnt_weights
from dateline.coding.manner import FIRST_PERSON, binned, deed_marks
from dateline.coding.opinions import news_opinion, news_steps
from dateline.coding.scene import Scene
from dateline.record import Event

NEWS = 0.28  # probability from which a happening counts as the report's news
REAL = frozenset(("actual", "ongoing", "ceased", "unknown"))


def with_background(scene: Scene, events: Sequence[Event], groups: Sequence[Sequence[Deed]]) -> tuple[Event, ...]:
    """The events, those of happenings that are no news marked as background; what is no deed is left as it is."""
    weights = learnt_weights("background")
    report = tuple(report_marks(scene, len(groups)))
    no_news = {
        deed.event.id
        for number, group in enumerate(groups)
        if not is_headline(scene, group) and chance(weights, (*happening_marks(scene, group, number), *report)) < NEWS
        for deed in group
    }
    return tuple(replace(event, background=True) if event.id in no_news else event for event in events)


def is_headline(scene: Scene, group: Sequence[Deed]) -> bool:
    """Whether a happening is told in the report's title: that is its news, whatever the model holds."""
    triggers = (trigger for deed in group for trigger in deed.event.triggers)
    return any(scene.parsed.section_at(trigger.start) == "title" for trigger in triggers)


def happening_marks(scene: Scene, group: Sequence[Deed], number: int) -> Iterator[str]:
    """What speaks for or against a happening being news; `number` counts the happenings before it."""
    for deed in group:
        yield from deed_marks(scene, deed)
    yield from news_steps(news_opinion(scene.parsed.encoded, group))
    yield f"sentence {binned(min(s for deed in group for s in deed.sentences), (1, 2, 3, 4, 6, 9, 14, 20))}"
    yield f"deeds {min(4, len(group))}"
    yield f"tellings {binned(sum(len(deed.heads) for deed in group), (2, 3, 4, 6, 10))}"
    yield f"happening {min(number, 6)}"
    yield f"salience {binned(max(deed.event.salience for deed in group), (0.2, 0.3, 0.4, 0.5, 0.6, 0.7))}"
    yield f"confidence {binned(max(deed.event.confidence for deed in group), (0.6, 0.7, 0.8, 0.9))}"
    if not any(deed.of_role("recipient", "object") for deed in group):
        yield "no victim at all"
    if not any(deed.of_role("actor") for deed in group):
        yield "no actor at all"
    events = [deed.event for deed in group]
    if not any(event.factuality in REAL for event in events):
        yield "none real"
    if not any(event.places for event in events):
        yield "no place at all"
    if not any(event.time.latest for event in events):
        yield "no time at all"
    if not any(event.figures for event in events):
        yield "no figures at all"


def report_marks(scene: Scene, happenings: int) -> Iterator[str]:
    """What sort of report it is: a dispatch, a speech, a round-up."""
    words = len(scene.parsed.doc) or 1
    spoken = sum(token.lower_ in FIRST_PERSON for token in scene.parsed.doc)
    yield f"happenings {binned(happenings, (2, 3, 5, 8, 12))}"
    yield f"first person rate {binned(100 * spoken / words, (0.01, 0.5, 1, 2))}"
    yield f"length {binned(len(scene.parsed.sentences), (4, 8, 13, 20, 30))}"
    if scene.parsed.report.published is None:
        yield "undated"
