"""Write the model card: what the encoder learnt from, what it is for, how it does by type, and how it calibrates.

    python -m encoder.card --data ../../shared/training        (from the folder training/)

Figures are those of the records' dev part, through the whole reader (encoder, lexicon and parse weighed together);
those of the exams stand in docs/accuracy.md. Writes docs/model-card.md and docs/images/reliability.svg.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import matplotlib
from fit_blends import coded_types, same_type
from fit_coreference import report_of
from measure_lexicon import rows_of

from dateline.read.parsed import ParsedReport, Parser
from dateline.read.triggers import candidates, triggers

ROOT = Path(__file__).parents[2]
CARD, PLOT = ROOT / "docs/model-card.md", ROOT / "docs/images/reliability.svg"
TEMPLATE = Path(__file__).parent / "card.md"
BINS = 10


@dataclass
class Counts:
    """What was said and what is so, by type; and how often each level of confidence was right."""

    said: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    coded: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    levels: Counter[int] = field(default_factory=Counter)
    level_right: Counter[int] = field(default_factory=Counter)
    level_sum: Counter[int] = field(default_factory=Counter)


def count(counts: Counts, parsed: ParsedReport, row: dict[str, Any]) -> None:
    """Add one report."""
    said = triggers(parsed)
    for act in said:
        counts.said[act.type] += 1
        counts.right[act.type] += same_type(act.type, coded_types(row, act.span.start, act.span.end))
    for event in row["events"]:
        for trigger in event["triggers"]:
            there = {a.type for a in said if a.span.start < trigger["end"] and trigger["start"] < a.span.end}
            counts.coded[event["type"]] += 1
            counts.found[event["type"]] += same_type(event["type"], there)
    for candidate in candidates(parsed):
        word = parsed.doc[candidate.head]
        level = min(BINS - 1, int(candidate.confidence * BINS))
        counts.levels[level] += 1
        counts.level_sum[level] += candidate.confidence  # type: ignore[assignment]
        counts.level_right[level] += same_type(candidate.type, coded_types(row, word.idx, word.idx + len(word)))


def table(counts: Counts) -> str:
    """Precision, recall and F1 by type, as Markdown."""
    lines = ["| type | coded triggers | precision | recall | F1 |", "|---|---|---|---|---|"]
    for kind in sorted(counts.coded, key=lambda kind: -counts.coded[kind]):
        lines.append(f"| {kind} | {counts.coded[kind]} | {scores(counts, [kind])} |")
    lines.append(f"| all | {sum(counts.coded.values())} | {scores(counts, list(counts.coded))} |")
    return "\n".join(lines)


def scores(counts: Counts, kinds: list[str]) -> str:
    """P, R and F1 of some types together."""
    precision = sum(counts.right[kind] for kind in kinds) / max(1, sum(counts.said[kind] for kind in kinds))
    recall = sum(counts.found[kind] for kind in kinds) / max(1, sum(counts.coded[kind] for kind in kinds))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{precision:.2f} | {recall:.2f} | {f1:.2f}"


def calibration_error(counts: Counts) -> float:
    """The mean distance of confidence from the share that is right, over all candidates."""
    total = sum(counts.levels.values())
    return sum(abs(counts.level_sum[level] - counts.level_right[level]) for level in counts.levels) / max(1, total)


def plot(counts: Counts) -> None:
    """The reliability plot: what confidence was said, and what share of it was right."""
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "dateline"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(5.2, 4.6))
    levels = sorted(counts.levels)
    mean = [counts.level_sum[level] / counts.levels[level] for level in levels]
    share = [counts.level_right[level] / counts.levels[level] for level in levels]
    axes.plot([0, 1], [0, 1], color="#999999", linewidth=1, linestyle="--", label="as said")
    axes.plot(mean, share, color="#1f5a99", marker="o", label="triggers")
    for x, y, level in zip(mean, share, levels, strict=True):
        axes.annotate(str(counts.levels[level]), (x, y), textcoords="offset points", xytext=(6, -10), fontsize=8)
    axes.set(xlabel="confidence that Dateline gives", ylabel="share that coders marked", xlim=(0, 1), ylim=(0, 1))
    axes.legend(frameon=False, loc="upper left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--data", type=Path, required=True)
    rows = list(rows_of(arguments.parse_args().data / "records/dev.jsonl.gz"))
    counts = Counts()
    for parsed, row in zip(Parser().parse_all(map(report_of, rows)), rows, strict=True):
        count(counts, parsed, row)
    plot(counts)
    text = TEMPLATE.read_text(encoding="utf-8").replace("{{types}}", table(counts))
    text = text.replace("{{error}}", f"{calibration_error(counts):.3f}").replace("{{reports}}", str(len(rows)))
    CARD.write_text(text.replace("{{candidates}}", str(sum(counts.levels.values()))), encoding="utf-8")


if __name__ == "__main__":
    main()
