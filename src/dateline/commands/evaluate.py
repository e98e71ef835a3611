"""dateline evaluate: one reader on given input, and the floors under the accuracy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.commands.options import AsJson

evaluate = typer.Typer(no_args_is_help=True, help="Run one reader on given input, or hold figures to their floors.")


@evaluate.command()
def factuality(
    input: Annotated[Path, typer.Option("--input", help="JSON Lines rows with id, text and targets.")],
    output: Annotated[Path, typer.Option("--output", help="JSON Lines, one line for each target.")],
    as_json: AsJson = False,
) -> None:
    """Score how far texts commit themselves to their targets, from -3 (it did not happen) to 3 (it did)."""
    from dateline.commands.code import named
    from dateline.commands.terminal import print_json
    from dateline.evaluate.factuality import evaluate_factuality

    result = evaluate_factuality(input, output)
    if as_json:
        print_json({"targets": result.targets, "failed": [str(error) for error in result.failed]})
    else:
        typer.echo(f"{output}: {result.targets} targets scored, {len(result.failed)} rows failed")
        named("failed", [str(error) for error in result.failed])
    raise typer.Exit(1 if result.failed else 0)


@evaluate.command()
def floors(
    figures: Annotated[Path, typer.Option(help="What the exams' run.py wrote with --json.")],
    file: Annotated[Path, typer.Option("--floors", help="The file of the floors.")] = Path("floors.json"),
    every_exam: Annotated[bool, typer.Option("--all", help="An exam that was not sat is a failure too.")] = False,
    raise_them: Annotated[bool, typer.Option("--raise", help="Raise floors to figures that are higher.")] = False,
    lower: Annotated[
        bool, typer.Option("--lower-floors", help="Also lower floors to figures that have sunk. Say why in the commit.")
    ] = False,
    page: Annotated[Path | None, typer.Option(help="Put the table of the floors into this Markdown page too.")] = None,
    on: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="The day of measurement; today.")] = None,
) -> None:
    """Refuse figures that have sunk below their floors by more than is allowed; or move the floors."""
    from dateline.evaluate import floors as room

    standing, measured = room.read_floors(file), room.read_figures(figures)
    if raise_them or lower:
        moved = room.raised(standing, measured, on=(on or datetime.now()).date(), lower=lower)
        room.write_floors(moved, file)
        for change in room.lowered(standing, moved):
            typer.echo(f"LOWERED {change}", err=True)
        standing = moved
    if page is not None:
        room.write_table(standing, page)
    found = room.breaches(standing, measured, every_exam=every_exam)
    for breach in found:
        typer.echo(f"{breach.name}: {breach.reason}", err=True)
    typer.echo(room.table(standing), nl=False)
    raise typer.Exit(1 if found else 0)
