"""Coding in batches, in this process or in several, with the results in the order of the input."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.record import Report

if TYPE_CHECKING:
    from dateline.pipeline import Coder

REPORTS_AT_ONCE = 8  # in a batch: committed together, so also what a killed run may have to do again
BATCHES_AHEAD = 2  # for each worker: enough that none waits, few enough that memory stays bounded

Coded = tuple[bytes | None, str | None]  # the record's JSON, or the reason why there is none
Batch = Sequence[Report]


def code_all(batches: Iterable[Batch], *, processes: int) -> Iterator[list[Coded]]:
    """Codes batches in their order; what comes out does not depend on how many processes do it."""
    return in_this_process(batches) if processes == 1 else in_processes(batches, workers=processes)


def in_this_process(batches: Iterable[Batch]) -> Iterator[list[Coded]]:
    """Codes each batch as it is asked for; the model is loaded with the first."""
    coder: Coder | None = None
    for batch in batches:
        coder = coder or load_coder()
        yield code_batch(coder, batch)


def in_processes(batches: Iterable[Batch], *, workers: int) -> Iterator[list[Coded]]:
    """Codes batches in several processes, each of which loads the model once. Few batches are in hand at a time."""
    context = multiprocessing.get_context("spawn")  # a fork would copy threads' locks and SQLite's connection
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=start_worker, initargs=(load_coder,))
    waiting: deque[tuple[Batch, Future[list[Coded]]]] = deque()
    try:
        for batch in batches:
            waiting.append((batch, pool.submit(code_in_worker, batch)))
            if len(waiting) >= workers * BATCHES_AHEAD:
                yield result_of(*waiting.popleft())
        while waiting:
            yield result_of(*waiting.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def result_of(batch: Batch, future: Future[list[Coded]]) -> list[Coded]:
    """What a worker found; DatelineError where the worker itself came to an end."""
    try:
        return future.result()
    except BrokenProcessPool as error:
        raise DatelineError(
            f"a worker process ended while reports {batch[0].id} to {batch[-1].id} were in hand, perhaps for want of "
            "memory (what was finished is stored: run again, with fewer --workers)"
        ) from error


def load_coder() -> Coder:
    """The coder; half a second of imports and the model."""
    from dateline.pipeline import Coder

    return Coder.load()


def code_batch(coder: Coder, batch: Batch) -> list[Coded]:
    """The records of a batch as JSON. Where one report breaks the coder, the others are coded without it."""
    from dateline.record.form import to_json

    try:
        return [(to_json(record), None) for record in coder.code_all(batch)]
    except Exception:
        return [code_alone(coder, report, to_json) for report in batch]


def code_alone(coder: Coder, report: Report, to_json: Callable[..., bytes]) -> Coded:
    """One report's record, or what went wrong: a fault in one report must not end the batch."""
    try:
        return to_json(coder.code(report)), None
    except Exception as error:
        return None, f"{type(error).__name__}: {error}"


class Worker:
    """What a worker process keeps between batches."""

    coder: Coder | None = None


def start_worker(load: Callable[[], Coder]) -> None:
    """Sets up a worker and loads its coder: Ctrl-C is the parent's to answer, and a parent that was killed takes its workers with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    Worker.coder = load()


def end_with_parent() -> None:
    """Waits for the parent's end, then ends this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def code_in_worker(batch: Batch) -> list[Coded]:
    """Runs in a worker."""
    coder = Worker.coder
    assert coder is not None
    return code_batch(coder, batch)
