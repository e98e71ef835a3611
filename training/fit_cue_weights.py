"""Fit the lexicon of cues: writes `src/dateline/codebook/data/cues.csv`.

    python training/fit_cue_weights.py ../shared/training

Logistic regression of "an annotator marked this word as the cue of an attribution" on the traits of the candidates of
`dateline.read.cues`, over the training part of PolNeAR 1.0.0. Only traits (lemmas, parts of speech, frames), counts and
weights are taken over, no text. Where a cue of several words holds several candidates, the last that has a complement
is the cue. Every fifth article is first kept apart, and precision and recall on it are printed.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.read.attribution import candidates
from dateline.read.cues import Candidate
from dateline.read.parsed import ParsedReport, Parser
from dateline.read.quotation_marks import PARAGRAPH, Quoted
from dateline.read.quotelinks import link_quotations
from dateline.record import Report, Section

OUTPUT = Path("src/dateline/codebook/data/cues.csv")
HEADER = """\
# What each trait of a word adds to the log odds that the word is the cue of an attribution, and on how many candidates
# ("seen") and cues it was measured: PolNeAR 1.0.0 (Newell, Margolin and Ruths 2018), training part, 840 articles. Made
# by training/fit_cue_weights.py; "base" is where the odds start.
"""
FEWEST = 4  # a trait seen less often gets no weight
SMALLEST = 0.05  # a weight nearer to nothing is left out
RIDGE = 2.0
ROUNDS = 250
STEP = 0.5


@dataclass(frozen=True)
class Example:
    """A candidate's traits, whether an annotator marked it, and the number of its article."""

    traits: tuple[str, ...]
    is_cue: bool
    article: int


@dataclass(frozen=True)
class Weights:
    """The fitted base and the weight of each trait."""

    base: float
    traits: dict[str, float]

    def odds(self, traits: Sequence[str]) -> float:
        """The log odds that a word with these traits is a cue."""
        return self.base + sum(self.traits.get(trait, 0.0) for trait in traits)


def articles(path: Path) -> Iterator[tuple[ParsedReport, list[dict[str, Any]]]]:
    """The articles, parsed paragraph by paragraph as the product does, and their attributions."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        rows = [json.loads(line) for line in handle]
    reports = []
    for row in rows:
        bounds = [match.start() for match in PARAGRAPH.finditer(row["text"])]
        ends = [*bounds[1:], len(row["text"])]
        sections = tuple(Section("paragraph", start, end) for start, end in zip(bounds, ends, strict=True))
        reports.append(Report(id=row["id"], text=row["text"], sha256="", sections=sections))
    for parsed, row in zip(Parser().parse_all(reports), rows, strict=True):
        yield parsed, row["attributions"]


def examples(path: Path) -> Iterator[Example]:
    """Every candidate of every article."""
    for number, (parsed, attributions) in enumerate(articles(path)):
        quoted = Quoted.of(parsed.report.text)
        found = list(candidates(parsed, quoted, link_quotations(parsed, quoted)))
        marked = marked_tokens([item for item, _ in found], attributions)
        for item, traits in found:
            yield Example(tuple(traits), item.token.i in marked, number)


def marked_tokens(found: Sequence[Candidate], attributions: Sequence[dict[str, Any]]) -> set[int]:
    """The tokens that stand for the marked cues."""
    marked: set[int] = set()
    for span in (span for attribution in attributions for span in attribution["cue"]):
        inside = [item for item in found if span["start"] <= item.token.idx < span["end"]]
        complete = [item for item in inside if "bare" not in item.frame] or inside
        marked.update(item.token.i for item in complete[-1:])
    return marked


def fit(found: Sequence[Example]) -> Weights:
    """Logistic regression with a ridge penalty on all weights but the base, by AdaGrad over the whole set."""
    seen = Counter(trait for example in found for trait in example.traits)
    columns = {trait: place for place, trait in enumerate(sorted(t for t, n in seen.items() if n >= FEWEST))}
    pairs = [(row, columns[t]) for row, example in enumerate(found) for t in example.traits if t in columns]
    rows, cells = np.array(pairs).T
    target: NDArray[np.float64] = np.array([example.is_cue for example in found], dtype=float)
    base = float(np.log(target.mean() / (1 - target.mean())))
    weights, slopes, base_slopes = np.zeros(len(columns)), np.zeros(len(columns)), 0.0
    for _ in range(ROUNDS):
        scores = base + np.bincount(rows, weights[cells], minlength=len(found))
        error = 1 / (1 + np.exp(-scores)) - target
        slope = np.bincount(cells, error[rows], minlength=len(columns)) + RIDGE * weights
        slopes += slope**2
        base_slopes += float(error.sum()) ** 2
        weights -= STEP * slope / (np.sqrt(slopes) + 1e-8)
        base -= STEP * float(error.sum()) / (base_slopes**0.5 + 1e-8)
    return Weights(base, {trait: float(weights[column]) for trait, column in columns.items()})


def report(weights: Weights, apart: Sequence[Example]) -> None:
    """Print precision and recall on articles kept apart."""
    chosen = [example for example in apart if weights.odds(example.traits) >= 0]
    right, wanted = sum(example.is_cue for example in chosen), sum(example.is_cue for example in apart)
    print(f"kept apart: {wanted} cues, precision {right / len(chosen):.3f}, recall {right / wanted:.3f}")


def write(weights: Weights, found: Sequence[Example]) -> None:
    """The lexicon as a data file."""
    seen = Counter(trait for example in found for trait in example.traits)
    cues = Counter(trait for example in found if example.is_cue for trait in example.traits)
    with OUTPUT.open("w", encoding="utf-8", newline="") as handle:
        handle.write(HEADER)
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["trait", "weight", "seen", "cues"])
        writer.writerow(["base", f"{weights.base:.2f}", len(found), sum(example.is_cue for example in found)])
        for trait, weight in weights.traits.items():
            if abs(weight) >= SMALLEST:
                writer.writerow([trait, f"{weight:.2f}", seen[trait], cues[trait]])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    found = list(examples(parser.parse_args().folder / "attribution/train.jsonl.gz"))
    apart = [example for example in found if example.article % 5 == 0]
    report(fit([example for example in found if example.article % 5]), apart)
    write(fit(found), found)


if __name__ == "__main__":
    main()
