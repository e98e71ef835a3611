"""Coding in batches, in this process or in several, with the results in the order of the input."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TYPE_CHECKING

from dateline.errors import DatelineError
from dateline.record import Report

if TYPE_CHECKING:
    from dateline.codebook.actor_list import ActorList
    from dateline.pipeline import Coder

REPORTS_AT_ONCE = 8  # in a batch: committed together, so also what a killed run may have to do again
BATCHES_AHEAD = 2  # for each worker: enough that none waits, few enough that memory stays bounded
DEATHS_IN_A_ROW = 3  # of workers with one report each; more is no fault of the reports
NEW_OBJECTS = 50_000  # after so many garbage is looked for, not after 700 as by default
ENDED = "the process that coded it came to an end, perhaps for want of memory"

Coded = tuple[bytes | None, str | None]  # the record's JSON, or the reason why there is none
Batch = Sequence[Report]
Load = Callable[[], "Coder"]


def code_all(batches: Iterable[Batch], *, processes: int, listed: ActorList | None = None) -> Iterator[list[Coded]]:
    """Codes batches in their order, with a list of actors if there is one; what comes out does not depend on how many
    processes do it.

    Each process multiplies its matrices in one thread, unless the environment says otherwise: threads that wait for
    each other cost more than they gain, and as many processes as wanted are at hand.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # heeded when numpy is imported, which nothing has done yet
    load = partial(load_coder, listed) if listed is not None else load_coder
    return in_this_process(batches, load) if processes == 1 else in_processes(batches, load, workers=processes)


def in_this_process(batches: Iterable[Batch], load: Load) -> Iterator[list[Coded]]:
    """Codes each batch as it is asked for; the model is loaded with the first."""
    coder: Coder | None = None
    usual = gc.get_threshold()
    try:
        for batch in batches:
            if coder is None:
                coder = load()
                collect_seldom()
            yield code_batch(coder, batch)
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)


def collect_seldom() -> None:
    """Has garbage looked for seldom, and not among what is there for good, such as the coder: a report is thousands of
    objects that point at each other, and to look through them all the time is work for nothing."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)


def in_processes(batches: Iterable[Batch], load: Load, *, workers: int) -> Iterator[list[Coded]]:
    """Codes batches in several processes, each of which loads the model once. Few batches are in hand at a time."""
    pool = Pool(workers, load)
    waiting: deque[Pending] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(batch))
            if len(waiting) >= workers * BATCHES_AHEAD:
                yield pool.result(waiting.popleft())
        while waiting:
            yield pool.result(waiting.popleft())
    finally:
        pool.close()


Pending = tuple[Batch, "Future[list[Coded]]", ProcessPoolExecutor]


class Pool:
    """Worker processes that are replaced when they die, and the reports that they died of set aside."""

    def __init__(self, workers: int, load: Load) -> None:
        self.workers, self.load = workers, load
        self.deaths = 0
        self.executor = self.start()

    def start(self) -> ProcessPoolExecutor:
        """New processes; spawned, since a fork would copy the locks of threads and the database's connection."""
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.workers, mp_context=context, initializer=start_worker, initargs=(self.load,))

    def close(self) -> None:
        """Ends the processes; what they have in hand is given up."""
        self.executor.shutdown(cancel_futures=True)

    def replace(self, dead: ProcessPoolExecutor) -> None:
        """New processes for those of which one has died, unless that was done."""
        if dead is self.executor:
            dead.shutdown()
            self.executor = self.start()

    def submit(self, batch: Batch) -> Pending:
        """Hands a batch to the processes."""
        try:
            return batch, self.executor.submit(code_in_worker, batch), self.executor
        except BrokenProcessPool:
            self.replace(self.executor)
            return batch, self.executor.submit(code_in_worker, batch), self.executor

    def result(self, pending: Pending) -> list[Coded]:
        """What was found in a batch. If a process died of it, its reports are coded again, each alone."""
        batch, future, executor = pending
        try:
            return future.result()
        except BrokenProcessPool:
            self.replace(executor)
            return [self.alone(report) for report in batch]

    def alone(self, report: Report) -> Coded:
        """One report's record, or that its process died of it. DatelineError where process after process dies."""
        _, future, executor = self.submit([report])
        try:
            [found] = future.result()
        except BrokenProcessPool:
            self.replace(executor)
            self.deaths += 1
            if self.deaths > DEATHS_IN_A_ROW:
                raise DatelineError(
                    f"worker processes keep coming to an end, the last over report {report.id} (what was finished is "
                    "stored: run again, with fewer --workers or more memory)"
                ) from None
            return None, ENDED
        self.deaths = 0
        return found


def load_coder(listed: ActorList | None = None) -> Coder:
    """The coder; half a second of imports and the model."""
    from dateline.pipeline import Coder

    return Coder.load(listed)


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
    """What a worker process keeps between batches: its coder, or why it has none."""

    coder: Coder | None = None
    fault: str = ""


def start_worker(load: Load) -> None:
    """Sets up a worker and loads its coder: Ctrl-C is the parent's to answer, and a parent that was killed takes its
    workers with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()
    try:
        Worker.coder = load()
        collect_seldom()
    except Exception:  # kept, and raised with the first batch, where the parent gets to see it
        Worker.fault = traceback.format_exc()


def end_with_parent() -> None:
    """Waits for the parent's end, then ends this process."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def code_in_worker(batch: Batch) -> list[Coded]:
    """Runs in a worker."""
    if Worker.coder is None:
        raise RuntimeError(f"a worker could not load the coder\n{Worker.fault}")
    return code_batch(Worker.coder, batch)
