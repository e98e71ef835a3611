"""Claims: attributions as the record has them, with their actors, and which of them an event is told in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.codebook.cues import verbs_of_saying
from dateline.coding.event_time import is_dated, within
from dateline.coding.time_government import government, head_of
from dateline.read.factuality_signs import clause_of
from dateline.read.findings import Attribution
from dateline.read.parsed import ParsedReport
from dateline.read.sources import antecedent
from dateline.record import Claim, Span, TimeMention
from dateline.resolve.actors import ResolvedActors

WITHHOLDING = frozenset(("decline", "refuse"))
BLOCK = 512  # characters; how finely the text is divided to find the spans that hold an offset


@dataclass(frozen=True)
class SpanIndex:
    """Spans with an owner each, to be asked which of them hold an offset. Building and asking take linear time."""

    blocks: dict[int, tuple[tuple[int, int, int], ...]]

    @classmethod
    def of(cls, spans: Iterable[tuple[Span, int]]) -> SpanIndex:
        """An index over (span, owner) pairs."""
        blocks: dict[int, list[tuple[int, int, int]]] = {}
        for span, owner in spans:
            for block in range(span.start // BLOCK, (span.end - 1) // BLOCK + 1):
                blocks.setdefault(block, []).append((span.start, span.end, owner))
        return cls({block: tuple(entries) for block, entries in blocks.items()})

    def owners_at(self, offset: int) -> list[int]:
        """The owners of the spans that hold an offset, in the order in which they were given, each once."""
        entries = self.blocks.get(offset // BLOCK, ())
        return list(dict.fromkeys(owner for start, end, owner in entries if start <= offset < end))


def claims(
    parsed: ParsedReport,
    attributions: Sequence[Attribution],
    actors: ResolvedActors,
    times: Sequence[TimeMention] = (),
) -> tuple[Claim, ...]:
    """The claims of a report, c1, c2, ... in the order of the attributions.

    `actor_id` is the actor of the mention that the source's head stands in; `within` is the innermost claim whose
    content holds this one's cue. `date` is the day that the text gives for the saying, not for what is said. `times`
    are in text order. `events` are left for the assembler, which knows them.
    """
    outer = outer_claims(attributions)
    ids = [f"c{number}" for number in range(1, len(attributions) + 1)]
    mentions = SpanIndex.of((mention, index) for index, mention in enumerate(actors.mentions))
    return tuple(
        Claim(
            id=ids[index],
            kind=found.kind,
            source=found.source,
            actor_id=actor_of(parsed, found, actors, mentions),
            cue=found.cue,
            content=found.content,
            venue=found.venue,
            date=date_of(parsed, found, times),
            within=None if around is None else ids[around],
            stance=found.stance,
        )
        for index, (found, around) in enumerate(zip(attributions, outer, strict=True))
    )


def actor_of(parsed: ParsedReport, found: Attribution, actors: ResolvedActors, mentions: SpanIndex) -> str | None:
    """The actor whose mention holds the head of the source; failing that, one whose mention overlaps the source."""
    if found.source is None:
        return None
    if found.source_token is not None:
        head = antecedent(parsed.doc[found.source_token])
        for index in sorted(mentions.owners_at(head.idx), key=lambda i: len(actors.mentions[i].text)):
            return actors.mentions[index].actor_id
    for offset in range(found.source.start, found.source.end):
        for index in mentions.owners_at(offset):
            return actors.mentions[index].actor_id
    return None


def date_of(parsed: ParsedReport, found: Attribution, times: Sequence[TimeMention]) -> date | None:
    """The one day that hangs on the cue ("said on Monday") or is told with the venue ("in a statement issued Monday");
    None where none is told."""
    cue = None if found.cue is None else head_of(found.cue, parsed)
    if cue is None:
        return None
    nearby = (times[index] for index in within(cue.sent.start_char, cue.sent.end_char, times))
    days = [
        (abs(time.start - cue.idx), time.earliest)
        for time in nearby
        if is_dated(time, parsed.report.text)
        and time.earliest == time.latest
        and not any(time.overlaps(piece) for piece in found.content)
        and (government(time, cue, parsed) == 0 or (found.venue is not None and time.overlaps(found.venue)))
    ]
    return min(days, default=(0, None))[1]


def asserts(parsed: ParsedReport, claim: Claim) -> bool:
    """Whether somebody says it, and not that he does not: "neither confirmed nor denied", "declined to comment on"."""
    cue = None if claim.cue is None else head_of(claim.cue, parsed)
    if cue is None or claim.stance == "attitude":
        return True
    silent = any(child.dep_ == "xcomp" and child.lemma_.lower() in verbs_of_saying() for child in cue.children)
    return clause_of(cue).negation is None and not (silent and cue.lemma_.lower() in WITHHOLDING)


def outer_claims(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the one in whose content it is told; None for those that the report itself tells.

    A claim is within another only if that one's content is longer, so that no claim is within itself by any way.
    """
    index = contents(attributions)
    sizes = [size_of(found) for found in attributions]
    outer: list[int | None] = []
    for own, found in enumerate(attributions):
        at = found.cue.start if found.cue is not None else found.content[0].start
        around = [other for other in index.owners_at(at) if sizes[other] > sizes[own]]
        outer.append(min(around, key=lambda other: sizes[other], default=None))
    return outer


def contents(attributions: Sequence[Attribution | Claim]) -> SpanIndex:
    """The contents of attributions or claims, owned by their position."""
    return SpanIndex.of((piece, owner) for owner, found in enumerate(attributions) for piece in found.content)


def size_of(found: Attribution | Claim) -> int:
    """How many characters a content has."""
    return sum(piece.end - piece.start for piece in found.content)


@dataclass(frozen=True)
class ClaimContents:
    """The claims of a report, to be asked which of them tell of a trigger."""

    claims: tuple[Claim, ...]
    index: SpanIndex

    @classmethod
    def of(cls, found: tuple[Claim, ...]) -> ClaimContents:
        """Ready to be asked."""
        return cls(found, contents(found))

    def telling_of(self, trigger: Span) -> tuple[Claim, ...]:
        """The claims within whose content a trigger stands, the innermost first (coding guide, rules 1, 5 and 7).

        The word of a speech act is outside its own claim: "accused" is told by the report, what follows by the accuser.
        """
        holders = [self.claims[owner] for owner in self.index.owners_at(trigger.start)]
        apart = [claim for claim in holders if claim.cue is None or not claim.cue.overlaps(trigger)]
        return tuple(sorted(apart, key=lambda claim: (size_of(claim), claim.id)))
