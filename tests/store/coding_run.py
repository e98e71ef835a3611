"""A run of `code_reports` that a test may kill: python coding_run.py INPUT STORE WORKERS PIDS

Codes with a made-up coder that takes its time, and says on standard output how many reports are done.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline import batch, workers
from dateline.batch import Summary
from dateline.record import Record, Report
from made_up import MadeUpCoder

PIDS = "CODING_RUN_PIDS"


class SlowCoder(MadeUpCoder):
    """Takes a few milliseconds a report, and leaves a note of the process that it runs in."""

    def __init__(self) -> None:
        (Path(os.environ[PIDS]) / str(os.getpid())).touch()

    def code_all(self, reports: Iterable[Report]) -> Iterator[Record]:
        for report in reports:
            time.sleep(0.003)
            yield self.code(report)


def tell(summary: Summary) -> None:
    print(summary.done, flush=True)


def main() -> None:
    given, store, processes, pids = sys.argv[1:]
    os.environ[PIDS] = pids
    vars(workers)["load_coder"] = load_slow_coder
    vars(batch)["coder_version"] = lambda: "one"
    batch.code_reports(given, store=store, workers=int(processes), notify=tell)


def load_slow_coder() -> SlowCoder:
    return SlowCoder()


if __name__ == "__main__":
    import coding_run  # so that worker processes find the coder in a module of that name

    coding_run.main()
