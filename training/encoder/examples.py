"""Training sets as examples of one form: tags on spans, relations between spans, and what each set says nothing about.

Every reader turns one row of a training set into an `Example`. Offsets are code points of its text. What a set does not
mark is left out of the loss (`heads` names the outputs that a set teaches; `ignored` the spans it leaves open).
"""

from __future__ import annotations

import gzip
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Place = tuple[int, int]  # start, end
LABELS = tomllib.loads((Path(__file__).parent / "labels.toml").read_text(encoding="utf-8"))
OUT: dict[str, list[str]] = LABELS["outputs"]
ROLES = OUT["relations"][:7]
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
NEAR = 300  # characters: a MUC filler that stands further from its trigger is some other mention's


@dataclass(frozen=True)
class Tag:
    """A span that one output should find. `head` is a key of labels.toml's outputs."""

    head: str
    label: str
    start: int
    end: int


@dataclass(frozen=True)
class Anchor:
    """A trigger, cue or mention from which relations lead: for each relation taught, the spans it reaches and the
    spans it may or may not reach. `among` limits a relation's candidates to these spans."""

    start: int
    end: int
    reaches: dict[str, list[Place]]
    open: dict[str, list[Place]] = field(default_factory=dict)
    among: dict[str, list[Place]] = field(default_factory=dict)


@dataclass
class Example:
    """One text with what a set says of it."""

    id: str
    text: str
    heads: frozenset[str]
    tags: list[Tag] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    ignored: list[tuple[str, Place]] = field(default_factory=list)  # head, span
    modes: list[tuple[str, str | None, Place]] = field(default_factory=list)  # type, mode, trigger
    scores: list[tuple[float, Place]] = field(default_factory=list)
    somewhere: list[list[str]] = field(default_factory=list)  # of each list, one trigger type stands somewhere


def rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file, compressed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").splitlines() if line]


def place(span: Row) -> Place:
    return span["start"], span["end"]


def sentence_of(text: str) -> Callable[[int], int]:
    """A function from an offset to the number of its sentence, roughly."""
    ends = [match.end() for match in SENTENCE_END.finditer(text)]

    def number(at: int) -> int:
        import bisect

        return bisect.bisect_right(ends, at)

    return number


# -- records ---------------------------------------------------------------------------------------------------------


def from_record(row: Row) -> Example:
    """A coded record teaches every head but PolNeAR's cues and WikiEvents' second opinion."""
    text = row["report"]["text"]
    heads = {"triggers", "claim", "mentions", "modes", "factuality"}
    if row.get("origin") == "time":
        heads -= {"factuality"}  # these texts hold sentences of the factuality exam
    example = Example(row["report"]["id"], text, frozenset(heads))
    mentions = {mention["id"]: mention for mention in row["mentions"]["actors"]}
    known_as = {actor["id"]: [place(mentions[m]) for m in actor["mentions"]] for actor in row["actors"]}
    add_mentions(example, row)
    number = sentence_of(text)
    all_triggers = [place(trigger) for event in row["events"] for trigger in event["triggers"]]
    for event in row["events"]:
        for trigger in event["triggers"]:
            add_trigger(example, event, place(trigger), number, known_as, all_triggers)
    for claim in row["claims"]:
        if claim.get("cue"):
            add_claim(example, claim, known_as)
    add_actor_links(example, known_as)
    return example


def add_mentions(example: Example, row: Row) -> None:
    kinds = LABELS["mention_kinds"]
    for mention in row["mentions"]["actors"]:
        example.tags.append(Tag("mentions", kinds.get(mention["kind"], "group"), *place(mention)))
    for kind, head in (("places", "place"), ("times", "time"), ("figures", "figure")):
        example.tags.extend(Tag("mentions", head, *place(one)) for one in row["mentions"][kind])
    for event in row["events"]:
        for one in event["participants"]:
            if one["role"] in {"object", "instrument"}:
                example.tags.append(Tag("mentions", kinds.get(one["kind"] or "thing", "object"), *place(one)))


def add_trigger(
    example: Example,
    event: Row,
    at: Place,
    number: Callable[[int], int],
    known_as: dict[str, list[Place]],
    all_triggers: list[Place],
) -> None:
    example.tags.append(Tag("triggers", event["type"], *at))
    example.tags.append(Tag("factuality", event["factuality"], *at))
    example.modes.append((event["type"], event["mode"], at))
    reaches: dict[str, list[Place]] = {role: [] for role in ROLES}
    open_: dict[str, list[Place]] = {role: [] for role in ROLES}
    own = [place(trigger) for trigger in event["triggers"]]
    for role, span, others in fillers(event, known_as):
        nearest = min(own, key=lambda trigger: (gap(trigger, span), trigger))
        here = at == nearest or number(at[0]) == number(span[0])
        (reaches if here else open_)[role].append(span)
        open_[role].extend(other for other in others if other != span)
    reaches["same_event"] = [trigger for trigger in own if trigger != at]
    among = {"same_event": [trigger for trigger in all_triggers if trigger != at]}
    example.anchors.append(Anchor(*at, reaches, open_, among))


def fillers(event: Row, known_as: dict[str, list[Place]]) -> Iterator[tuple[str, Place, list[Place]]]:
    """Role, span, and the other mentions of the same actor, which would not be wrong."""
    for one in event["participants"]:
        yield one["role"], place(one), known_as.get(one["actor_id"] or "", [])
    for one in event["places"]:
        yield "place", place(one), []
    for one in event["time"]["spans"]:
        yield "time", place(one), []
    for one in event["figures"]:
        yield "figure", place(one), []


def gap(one: Place, other: Place) -> int:
    return max(0, one[0] - other[1], other[0] - one[1])


def add_claim(example: Example, claim: Row, known_as: dict[str, list[Place]]) -> None:
    cue = place(claim["cue"])
    example.tags.append(Tag("claim", "claim", *cue))
    source = [place(claim["source"])] if claim.get("source") else []
    others = known_as.get(claim.get("actor_id") or "", [])
    reaches = {"source": source, "content": [place(one) for one in claim["content"]]}
    example.anchors.append(Anchor(*cue, reaches, {"source": [one for one in others if one not in source]}))


def add_actor_links(example: Example, known_as: dict[str, list[Place]]) -> None:
    everyone = [span for spans in known_as.values() for span in spans]
    for spans in known_as.values():
        for span in spans:
            others = [one for one in spans if one != span]
            among = {"same_actor": [one for one in everyone if one != span]}
            example.anchors.append(Anchor(*span, {"same_actor": others}, {}, among))


# -- the other sets --------------------------------------------------------------------------------------------------


def from_wikievents(row: Row) -> Example:
    """Triggers of another codebook: they teach an output of their own, and roles."""
    example = Example(row["id"], row["text"], frozenset({"second"}))
    for event in row["events"]:
        at = place(event["trigger"])
        example.tags.append(Tag("second", event["type"] or "other", *at))
        reaches: dict[str, list[Place]] = {role: [] for role in ("actor", "recipient", "object", "instrument", "place")}
        open_: dict[str, list[Place]] = {role: [] for role in reaches}
        for argument in event["args"]:
            roles = [role for role in argument["roles"] if role in reaches]
            clear = len(roles) == 1 and argument["in_sentence"]
            for role in roles:
                (reaches if clear else open_)[role].append(place(argument))
        if event["type"]:
            example.anchors.append(Anchor(*at, reaches, open_))
    return example


def from_attribution(row: Row) -> Example:
    """PolNeAR: cues, with their sources and contents."""
    example = Example(row["id"], row["text"], frozenset({"cue"}))
    for one in row["attributions"]:
        if not one["cue"]:
            continue
        cue = place(one["cue"][0])
        example.tags.extend(Tag("cue", "cue", *place(part)) for part in one["cue"])
        reaches = {"source": [place(s) for s in one["source"]], "content": [place(s) for s in one["content"]]}
        example.anchors.append(Anchor(*cue, reaches))
    return example


def from_factuality(row: Row) -> Example:
    """Sentences with judgements from -3 to 3."""
    example = Example(row["id"], row["text"], frozenset({"scores"}))
    example.scores = [(target["score"], place(target)) for target in row["targets"]]
    return example


def from_plover(row: Row) -> Example:
    """PLV: the type of a sentence's relation and who is on either side; the trigger is not marked."""
    example = Example(row["id"], row["text"], frozenset({"somewhere"}))
    for one in row["relations"]:
        example.somewhere.append(one["accept"])
        reaches = {"actor": [place(s) for s in one["source"]], "recipient": [place(s) for s in one["target"]]}
        if not one["mutual"]:
            example.anchors.append(Anchor(-1, -1, reaches))  # the anchor is the word that says the type best
    return example


def from_muc4(texts: dict[str, str], row: Row) -> Example:
    """Human triggers for MUC-4: not all of them, so they teach roles alone."""
    example = Example(row["id"], texts[row["id"]], frozenset())
    for event in row["events"]:
        at = place(event["trigger"])
        reaches: dict[str, list[Place]] = {role: [] for role in ("actor", "recipient", "object", "instrument")}
        for argument in event["arguments"]:
            if gap(at, place(argument)) <= NEAR:
                reaches[LABELS["muc4_roles"][argument["role"]]].append(place(argument))
        if any(reaches.values()):
            example.anchors.append(Anchor(*at, reaches))
    return example


def load(training: Path) -> dict[str, list[Example]]:
    """Every set of the folder, by the names of `repeats` in labels.toml, and the records' own dev part."""
    muc_texts = {row["id"]: row["text"] for row in rows(training / "muc4/reports.jsonl.gz")}
    muc = [row for row in rows(training / "muc4/triggers.jsonl.gz") if row["events"]]
    sets: dict[str, Iterable[Example]] = {
        "records": map(from_record, rows(training / "records/train.jsonl.gz")),
        "records-dev": map(from_record, rows(training / "records/dev.jsonl.gz")),
        "wikievents": map(from_wikievents, rows(training / "wikievents/train.jsonl.gz")),
        "attribution": map(from_attribution, rows(training / "attribution/train.jsonl.gz")),
        "plover": map(from_plover, rows(training / "plover/train.jsonl")),
        "muc4": [from_muc4(muc_texts, row) for row in muc],
    }
    for name in ("uw", "uds-ih2", "meantime"):
        sets[name] = map(from_factuality, rows(training / f"factuality/{name}.jsonl.gz"))
    return {name: list(examples) for name, examples in sets.items()}
