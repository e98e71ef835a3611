"""The terminal: widths, colour, JSON, progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

    from dateline.batch import Notify, Summary

WIDTH = 100  # of what is written into a file or a pipe


def console(*, errors: bool = False) -> Console:
    """A console: as wide as the terminal, in colour on a terminal alone (and not where NO_COLOR is set)."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    return Console(stderr=errors, width=None if stream.isatty() else WIDTH, highlight=False, markup=False, emoji=False)


def print_json(value: Any) -> None:
    """One JSON document on standard output, in UTF-8 whatever the locale."""
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")
    sys.stdout.buffer.flush()


@contextmanager
def progress_bar(count: Callable[[], int | None], *, shown: bool) -> Iterator[Notify]:
    """A bar with rate and time left on standard error, where that is a terminal; what it gives is told of progress.

    `count` says how many reports to expect (None: not known) and is asked only where a bar is shown.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda summary: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    expected = count()
    columns = (
        TextColumn("coding"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console(errors=True), transient=True) as progress:
        task = progress.add_task("coding", total=expected, rate="loading the model")

        def notify(summary: Summary) -> None:
            total = max(expected, summary.done) if expected is not None else None
            progress.update(task, completed=summary.done, total=total, rate=rate(progress.tasks[0].speed))

        yield notify


def rate(per_second: float | None) -> str:
    """ "4.2 reports/s"."""
    return f"{per_second:.1f} reports/s" if per_second else ""
