"""dateline code"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.commands.options import AsJson, StoreOption


def code(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs, or - for standard input.")],
    store: StoreOption = Path("casebook.db"),
    workers: Annotated[int, typer.Option(min=1, help="Processes that code at the same time.")] = 1,
    as_json: AsJson = False,
) -> None:
    """Read reports, code them, and keep them in a casebook."""
    from dateline.batch import code_reports

    summary = code_reports(inputs, store=store, workers=workers)
    typer.echo(f"coded {summary.coded}, unchanged {summary.unchanged}, new versions {summary.reread}, failed {len(summary.failed)}")
    for failure in summary.failed:
        typer.echo(f"{failure.name}: {failure.reason}", err=True)
    raise typer.Exit(1 if summary.failed else 0)
