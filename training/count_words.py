"""Count in how many reports each word stands: writes `link/data/word_reports.csv`.

    python training/count_words.py ../shared/training

Over every training set that has whole reports. Only the words and their numbers are kept.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dateline.link.words import REPORTS_IN_ALL, words_of

OUTPUT = Path("src/dateline/link/data/word_reports.csv")
HEADER = (
    "In how many of the training reports (news, mostly of conflict and crime) a word stands; by training/count_words.py"
)
SHORTEST = 400  # characters of a report; shorter rows are single sentences
FEWEST = 6  # reports


def texts(folder: Path) -> Iterator[str]:
    """Every whole report once."""
    seen = set()
    for path in sorted(folder.rglob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as handle:
            for line in handle:
                row = json.loads(line)
                text = row.get("text") or (row.get("report") or {}).get("text") or ""
                if len(text) >= SHORTEST and text not in seen:
                    seen.add(text)
                    yield text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("training", type=Path)
    counts: Counter[str] = Counter()
    total = 0
    for text in texts(parser.parse_args().training):
        counts.update(set(words_of(text)))
        total += 1
    with OUTPUT.open("w", encoding="utf-8", newline="") as handle:
        handle.write(f"# {HEADER}\n")
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(["word", "reports"])
        writer.writerow([REPORTS_IN_ALL, total])
        writer.writerows(sorted((word, n) for word, n in counts.items() if n >= FEWEST))
    print(f"{total} reports, {sum(n >= FEWEST for n in counts.values())} words")


if __name__ == "__main__":
    main()
