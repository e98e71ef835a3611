"""The factuality reader alone, on targets that are given."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dateline.errors import InputError, UsageError
from dateline.record import Report, Span

MEND = 'a row is {"id": ..., "text": ..., "targets": [{"id", "start", "end", "text"}]}'


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The words to judge, by their offsets (code points) in the row's text."""

    id: str
    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A text and its targets."""

    id: str
    text: str
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """The score of one target, from -3 (certainly did not happen) to 3 (certainly did)."""

    id: str
    target_id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """How many targets were scored, and the rows that could not be read."""

    targets: int
    failed: tuple[InputError, ...]


def evaluate_factuality(input: str | Path, output: str | Path) -> Evaluated:
    """Scores the targets of JSON Lines rows and writes one line for each: `{"id", "target_id", "score"}`.

    Rows are read and written one after the other, in their order. A row that cannot be read is named in the result
    and the rest goes on. InputError where the file cannot be read, UsageError where the output has no folder.
    """
    source, target = Path(input), Path(output)
    if not source.is_file():
        raise InputError("there is no such file", file=str(source), mend="check the spelling of the path")
    if not target.parent.is_dir():
        raise UsageError(f"{target}: the folder {target.parent} does not exist (create it, or name another --output)")
    failed: list[InputError] = []
    count = 0
    with source.open("rb") as lines, target.open("wb") as scored:
        for prediction in predictions(readable(lines, str(source), failed)):
            scored.write(msgspec.json.encode(prediction) + b"\n")
            count += 1
    return Evaluated(targets=count, failed=tuple(failed))


def readable(lines: Iterable[bytes], file: str, failed: list[InputError]) -> Iterator[Row]:
    """The rows that hold what they must; the others go to `failed`, by their numbers."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line, type=Row)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            failed.append(InputError(str(error), file=file, row=number, mend=MEND))
            continue
        if wrong := [target for target in row.targets if not stands(target, row.text)]:
            reason = f"target {wrong[0].id!r} ({wrong[0].start}..{wrong[0].end}) is not in the text as it says"
            failed.append(InputError(reason, file=file, row=number, column="targets", mend="offsets count code points"))
        else:
            yield row


def stands(target: Target, text: str) -> bool:
    """Whether the target's offsets lie in the text, at its words."""
    if not 0 <= target.start < target.end <= len(text):
        return False
    return target.text is None or text[target.start : target.end] == target.text


def predictions(rows: Iterable[Row]) -> Iterator[Prediction]:
    """The scores of the rows' targets, in order; several rows are parsed together."""
    from dateline.read.factuality import factuality
    from dateline.read.parsed import Parser

    in_hand: deque[Row] = deque()
    for parsed in Parser().parse_all(reports(rows, in_hand)):
        row = in_hand.popleft()
        spans = [Span.cut(row.text, target.start, target.end) for target in row.targets]
        for target, found in zip(row.targets, factuality(parsed, spans), strict=True):
            yield Prediction(id=row.id, target_id=target.id, score=found.score)


def reports(rows: Iterable[Row], in_hand: deque[Row]) -> Iterator[Report]:
    """The rows as reports; `in_hand` has those that are not scored yet."""
    for row in rows:
        in_hand.append(row)
        yield Report(id=row.id or "?", text=row.text, sha256=hashlib.sha256(row.text.encode()).hexdigest())
