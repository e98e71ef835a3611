"""Fit how far encoder, lexicon and parse are trusted beside each other: writes `read/data/blends.csv`.

    python training/fit_blends.py ../shared/training

On the records' dev part, from which neither the encoder nor the lexicon's counts were made. Few numbers are fitted, so
few hundred cases do. Prints how each fits, and how it calibrates.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from event_place_weights import is_named
from fit_coreference import WINDOW, coded_event, report_of
from fit_coreference import told as tellings_of
from measure_lexicon import VIOLENT, rows_of

from dateline.coding import coreference
from dateline.coding.coreference import family_of
from dateline.coding.event_place import place_opinions, tie_shares
from dateline.coding.place_ties import mere_places
from dateline.coding.tellings import Telling
from dateline.coding.unnamed_places import ground_opinions, grounds
from dateline.read.actor_candidates import listed, may_be_unlisted
from dateline.read.actor_scene import Scene
from dateline.read.attribution import candidates
from dateline.read.attribution import opinions as opinions_of_cue
from dateline.read.blending import blend_weights, flattened
from dateline.read.encoder import labels
from dateline.read.factuality import token_at
from dateline.read.factuality_signs import clause_of, governors_of
from dateline.read.factuality_value import decide, outside
from dateline.read.findings import RoleFiller, Trigger
from dateline.read.mention_opinions import actor_opinions, kind_logits
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.places import toponyms
from dateline.read.proposals import best_type, opinions
from dateline.read.quotation_marks import Quoted
from dateline.read.quotelinks import link_quotations
from dateline.read.role_opinions import group, heard, proposed
from dateline.read.roles import roles
from dateline.read.triggers import is_police_word, numbers, promising, triggers
from dateline.read.word_matches import all_matches
from dateline.record import Report, Span
from dateline.record.values import Factuality
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.places import resolve_places

OUTPUT = Path("src/dateline/read/data/blends.csv")
HEADER = "How the encoder and the other readers are weighed, by use; made by training/fit_blends.py"
RIDGE = 1.0
POLICE_REPORTS = 200
ARTICLES = 33  # of marked attributions: twice as many words to judge as the records have
Case = tuple[str, dict[str, float], bool]  # use, numbers, right


def coded_types(row: dict[str, Any], start: int, end: int) -> set[str]:
    """The types of the coded events that have a trigger on some words."""
    return {
        event["type"]
        for event in row["events"]
        for trigger in event["triggers"]
        if trigger["start"] < end and start < trigger["end"]
    }


def same_type(kind: str, coded: set[str]) -> bool:
    return kind in coded or (kind in VIOLENT and bool(coded & VIOLENT))


def trigger_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[Case]:
    """Every match of the lexicon and every proposal of the encoder."""
    matched = set()
    for match in all_matches(parsed):
        head, kind = parsed.doc[match.head], match.entry.type
        if is_police_word(match):
            continue
        start, end = head.idx, head.idx + len(head)
        matched.add((match.head, kind))
        yield "listed trigger", numbers(parsed, match), same_type(kind, coded_types(row, start, end))
    for token in promising(parsed):
        start, end = token.idx, token.idx + len(token)
        best = best_type(parsed.encoded, start, end)
        if best is not None and (token.i, best[0]) not in matched:
            right = same_type(best[0], coded_types(row, start, end))
            yield "unlisted trigger", opinions(parsed.encoded, best[0], start, end), right


def police_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[Case]:
    """Words of any use beside police, in sentences of which it is known whether police do anything there."""
    for match in all_matches(parsed):
        if is_police_word(match):
            at = parsed.doc[match.head].idx
            labels_there = [one["labels"] for one in row["sentences"] if one["start"] <= at < one["end"]]
            yield "police trigger", numbers(parsed, match), any("ANY_ACTION" in some for some in labels_there)


def role_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[Case]:
    """Every filler that the parse offers a coded event's trigger, and every other that the encoder proposes."""
    acts = [act for act in triggers(parsed) if coded_events(row, act)]
    offered = roles(parsed, acts)
    for filler in offered:
        yield f"offered {group(filler.role)}", heard(parsed, acts, filler), fills(parsed, row, acts, filler)
    taken = {(filler.trigger, filler.token) for filler in offered}
    for filler in proposed(parsed, acts, taken):
        yield f"proposed {group(filler.role)}", heard(parsed, acts, filler), fills(parsed, row, acts, filler)


def actor_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[Case]:
    """Every noun of no list, and whether the coder has it for somebody."""
    scene = Scene.of(parsed)
    things = {"thing", "weapon", "other"}
    mentions = [*row["mentions"]["actors"], *(one for event in row["events"] for one in event["participants"])]
    heads = {head_of(parsed, one) for one in mentions if one["kind"] not in things}
    for token in scene.tokens:
        if listed(scene, token) is None and may_be_unlisted(scene, token):
            yield "unlisted actor", actor_opinions(kind_logits(parsed.encoded, token)), token.i in heads


def cue_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[Case]:
    """Every word that may ascribe something, in records (`claims`) and in articles with marked attributions."""
    marked = [span for one in row["attributions"] for span in one["cue"]] if "attributions" in row else []
    marked += [claim["cue"] for claim in row.get("claims", []) if claim["cue"] is not None]
    quoted = Quoted.of(parsed.report.text)
    for item, names in candidates(parsed, quoted, link_quotations(parsed, quoted)):
        start, end = item.token.idx, item.token.idx + len(item.token)
        if item.frame != "colon":
            yield (
                "cue",
                opinions_of_cue(parsed, item, names),
                any(m["start"] < end and start < m["end"] for m in marked),
            )


def head_of(parsed: ParsedReport, one: dict[str, Any]) -> int | None:
    words = parsed.doc.words_at(one["start"], one["end"])
    return words.root.i if words is not None else None


def factuality_cases(parsed: ParsedReport, row: dict[str, Any]) -> Iterator[tuple[Factuality, list[float], str]]:
    """What the signs decide for each coded trigger, the encoder's logits, and the coder's value."""
    starts = [token.idx for token in parsed.doc]
    for event in row["events"]:
        for trigger in event["triggers"]:
            span = Span(trigger["start"], trigger["end"], trigger["text"])
            token = token_at(parsed, span, starts)
            if token is not None:
                decided, _ = decide(token, outside(clause_of(token), span), governors_of(token))
                logits = [float(logit) for logit in parsed.encoded.row("factuality", span.start, span.end)]
                yield decided, logits, event["factuality"]


def fit_factuality(cases: list[tuple[Factuality, list[float], str]]) -> dict[str, float]:
    """How much the signs' value is worth in logits of the encoder: the weight with the best macro F1, so that rare
    values count as much as "actual"."""
    best = max(np.arange(0.0, 6.1, 0.25), key=lambda worth: macro_f1(cases, float(worth)))
    for worth in (0.0, float(best), 99.0):
        print(f"factuality, signs worth {worth}: F1 {macro_f1(cases, worth):.3f}, {accuracy(cases, worth):.3f} right")
    return {"encoder": 1.0, "signs": float(best)}


def told(decided: Factuality, logits: list[float], worth: float) -> str:
    sure = [logit + worth * (value == decided) for value, logit in zip(labels("factuality"), logits, strict=True)]
    return labels("factuality")[int(np.argmax(sure))]


def accuracy(cases: list[tuple[Factuality, list[float], str]], worth: float) -> float:
    return sum(told(decided, logits, worth) == coded for decided, logits, coded in cases) / len(cases)


def macro_f1(cases: list[tuple[Factuality, list[float], str]], worth: float) -> float:
    pairs = [(told(decided, logits, worth), coded) for decided, logits, coded in cases]
    scores = []
    for value in sorted({coded for _, coded in pairs}):
        hits = sum(said == coded == value for said, coded in pairs)
        scores.append(2 * hits / max(1, sum((said == value) + (coded == value) for said, coded in pairs)))
    return sum(scores) / len(scores)


def event_cases(parsed: ParsedReport, row: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Case]:
    """Pairs of triggers of one family that coders put into events, and whether into the same one."""
    before: dict[str, list[tuple[Telling, str]]] = defaultdict(list)
    for telling in tellings_of(parsed, gazetteer):
        event = coded_event(telling, row)
        if event is None:
            continue
        family = before[family_of(telling)]
        for earlier, other in family[-WINDOW:]:
            yield "same event", coreference.opinions(parsed, telling, earlier), event == other
        family.append((telling, event))


def place_cases(parsed: ParsedReport, row: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Case]:
    """Every place tied to a coded event's trigger, and whether the coder has it for the event's."""
    found = toponyms(parsed, gazetteer.is_name)
    places = mere_places(parsed, resolve_places(parsed, found, gazetteer))
    mentions = {place["id"]: place for place in row["mentions"]["places"]}
    for act in triggers(parsed):
        events = coded_events(row, act)
        coded = [place for event in events for place in event["places"]]
        names = {mentions.get(place["place_id"], place)["text"] for place in coded}
        for tie, share in tie_shares(act.span, parsed, places, kind=act.type) if events else ():
            yield "event place", place_opinions(parsed, act.span, tie.place, share), is_named(tie.place, names)


def ground_cases(parsed: ParsedReport, row: dict[str, Any], gazetteer: Gazetteer) -> Iterator[Case]:
    """Every noun that names no place in the sentence of a coded event's trigger, and whether the event is marked as
    there; in records and in reports whose events have marked arguments."""
    mentions = resolve_places(parsed, toponyms(parsed, gazetteer.is_name), gazetteer)
    found = triggers(parsed)
    acts = frozenset(act.token for act in found)
    for act in found:
        places = [place for event in coded_events(row, act) for place in places_coded(event)]
        for ground in grounds(parsed, act.span, mentions, acts) if coded_events(row, act) else ():
            start, end = ground.head.idx, ground.head.idx + len(ground.head)
            yield (
                "unnamed place",
                ground_opinions(parsed, act.span, parsed.doc[act.token], ground.head),
                any(place["start"] < end and start < place["end"] for place in places),
            )


def places_coded(event: dict[str, Any]) -> list[dict[str, Any]]:
    """The places of a record's event, or the arguments that are marked as a place."""
    return event.get("places") or [one for one in event.get("args", []) if "place" in one["roles"]]


def coded_events(row: dict[str, Any], act: Trigger) -> list[dict[str, Any]]:
    """The coded events that a trigger tells of."""
    return [
        event
        for event in row["events"]
        if same_type(act.type, {event["type"]})
        and any(t["start"] < act.span.end and act.span.start < t["end"] for t in triggers_coded(event))
    ]


def triggers_coded(event: dict[str, Any]) -> list[dict[str, Any]]:
    """The triggers of a record's event, or the one of a marked event."""
    return event.get("triggers") or [event["trigger"]]


def fills(parsed: ParsedReport, row: dict[str, Any], acts: list[Trigger], filler: RoleFiller) -> bool:
    """Whether the coder has this word, or another mention of the same actor, in the role."""
    at = parsed.doc[filler.token].idx
    mentions = {mention["id"]: mention for mention in row["mentions"]["actors"]}
    known_as = {actor["id"]: [mentions[m] for m in actor["mentions"]] for actor in row["actors"]}
    for event in coded_events(row, acts[filler.trigger]):
        for one in event["participants"]:
            spans = [one, *known_as.get(one["actor_id"] or "", [])]
            if group(one["role"]) == group(filler.role) and any(s["start"] <= at < s["end"] for s in spans):
                return True
    return False


def fit(cases: list[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """A ridge logistic regression over the numbers, by Newton's method."""
    names = sorted({name for numbers, _ in cases for name in numbers})
    x = np.array([[1.0, *(flattened(numbers.get(name, 0.0)) for name in names)] for numbers, _ in cases])
    y = np.array([right for _, right in cases], dtype=float)
    ridge = np.diag([1e-6, *[RIDGE] * len(names)])
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x.T * (p * (1 - p))) @ x + ridge, x.T @ (p - y) + ridge @ weights)
    return dict(zip(["bias", *names], (round(float(w), 3) for w in weights), strict=True))


def summary(use: str, cases: list[tuple[dict[str, float], bool]], weights: dict[str, float]) -> str:
    """How many cases, and precision and recall at even odds."""
    sure = [
        weights["bias"] + sum(weights[name] * flattened(value) for name, value in numbers.items()) > 0
        for numbers, _ in cases
    ]
    right = [case for _, case in cases]
    hits = sum(a and b for a, b in zip(sure, right, strict=True))
    return (
        f"{use}: {len(cases)} cases, {sum(right)} right; at even odds precision {hits / max(1, sum(sure)):.3f}, "
        f"recall {hits / max(1, sum(right)):.3f}; {weights}"
    )


def write(found: dict[str, dict[str, float]]) -> None:
    lines = [f"# {HEADER}", "use,mark,weight"]
    lines += [f"{use},{mark},{weight}" for use in sorted(found) for mark, weight in found[use].items()]
    OUTPUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def police_reports(folder: Path, parser: Parser) -> Iterator[tuple[ParsedReport, dict[str, Any]]]:
    """Some reports of IndiaPoliceEvents, which the encoder knows nothing of."""
    rows = list(rows_of(folder / "indiapolice/train.jsonl.gz"))[:POLICE_REPORTS]
    reports = (Report(id=row["id"], text=row["text"], sha256="") for row in rows)
    yield from zip(parser.parse_all(reports), rows, strict=True)


def marked_articles(folder: Path, parser: Parser) -> Iterator[tuple[ParsedReport, dict[str, Any]]]:
    """Articles whose attributions were marked by hand."""
    rows = list(rows_of(folder / "attribution/train.jsonl.gz"))[:ARTICLES]
    reports = (Report(id=row["id"], text=row["text"], sha256="") for row in rows)
    yield from zip(parser.parse_all(reports), rows, strict=True)


def marked_events(folder: Path, parser: Parser) -> Iterator[tuple[ParsedReport, dict[str, Any]]]:
    """Reports of WikiEvents, whose events have marked arguments."""
    rows = list(rows_of(folder / "wikievents/train.jsonl.gz"))
    reports = (Report(id=row["id"], text=row["text"], sha256="") for row in rows)
    yield from zip(parser.parse_all(reports), rows, strict=True)


Fits = dict[str, dict[str, float]]
Maker = Callable[[ParsedReport, dict[str, Any]], Iterator[Case]]


def fit_cases(found: Fits, read: Iterable[tuple[ParsedReport, dict[str, Any]]], maker: Maker) -> None:
    """Fit every use that a maker of cases has some for, print how it does, and write the table: what is fitted next
    may ask for it."""
    cases: dict[str, list[tuple[dict[str, float], bool]]] = defaultdict(list)
    for parsed, row in read:
        for use, said, right in maker(parsed, row):
            cases[use].append((said, right))
    for use, some in sorted(cases.items()):
        found[use] = fit(some)
        print(summary(use, some, found[use]))
    write(found)
    blend_weights.cache_clear()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=Path)
    folder: Path = arguments.parse_args().folder
    parser, gazetteer = Parser(), Gazetteer.bundled()
    rows = list(rows_of(folder / "records/dev.jsonl.gz"))
    read = list(zip(parser.parse_all(map(report_of, rows)), rows, strict=True))
    found: Fits = {use: dict(weights) for use, weights in blend_weights().items()}
    found["factuality"] = fit_factuality([case for parsed, row in read for case in factuality_cases(parsed, row)])
    fit_cases(found, police_reports(folder, parser), police_cases)
    fit_cases(found, chain(read, marked_articles(folder, parser)), cue_cases)
    around = (partial(place_cases, gazetteer=gazetteer), partial(event_cases, gazetteer=gazetteer))
    for maker in (trigger_cases, actor_cases, role_cases, *around):
        fit_cases(found, read, maker)
    fit_cases(found, chain(read, marked_events(folder, parser)), partial(ground_cases, gazetteer=gazetteer))


if __name__ == "__main__":
    main()
