"""Make `src/dateline/read/data/lower_case_words.txt`: the words that news writes in lower case inside a sentence.

    python training/build_case_list.py ../shared/training

Counts, over the mixed-case training texts, how often a word stands in lower case and how often capitalised where no
sentence begins. Only words and counts are taken over, no text. The list lets the reader restore ordinary case to texts
in capitals, in title case, or all in lower case.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

SETS = ("attribution/train", "records/train", "time/train", "wikievents/train", "incidents/train", "geo/lgl")
INSIDE = re.compile(r"(?<=[a-z,;] )[^\W\d_]+")
MIXED = (0.01, 0.2)  # shares of capitals between which a text is in mixed case
LEXICON = Path("src/dateline/codebook/data/lexicon")


def texts(folder: Path) -> Iterator[str]:
    """The texts of the sets that are written in mixed case."""
    for name in SETS:
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf-8") as handle:
            for line in handle:
                row = json.loads(line)
                text = row["text"] if "text" in row else row["report"]["text"]
                if MIXED[0] < sum(map(str.isupper, text)) / max(1, len(text)) < MIXED[1]:
                    yield text


def lexicon_words() -> Iterator[str]:
    """The words of the trigger lexicon, which the texts may happen not to have."""
    for path in sorted(LEXICON.glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            for key in ("verbs", "nouns", "adjectives"):
                yield from (word for phrase in group.get(key, ()) for word in re.findall(r"[^\W\d_]+", phrase))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=Path("src/dateline/read/data/lower_case_words.txt"))
    arguments = parser.parse_args()
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts(arguments.folder):
        for word in INSIDE.findall(text):
            (lower if word.islower() else capital)[word.lower()] += 1
    words = sorted({w for w, n in lower.items() if 2 * n > capital[w]} | set(lexicon_words()))
    header = "# Words that news writes in lower case inside a sentence; made by training/build_case_list.py\n"
    arguments.output.write_text(header + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
