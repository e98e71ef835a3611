"""dateline evaluate"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

evaluate = typer.Typer(no_args_is_help=True, help="Run one reader on given input.")


@evaluate.callback()
def tasks() -> None:
    pass


@evaluate.command()
def factuality(
    input: Annotated[Path, typer.Option("--input", help="JSON Lines rows with id, text and targets.")],
    output: Annotated[Path, typer.Option("--output", help="JSON Lines, one line for each target.")],
) -> None:
    """Score how far texts commit themselves to their targets, from -3 (did not happen) to 3 (did)."""
    from dateline.evaluate.factuality import evaluate_factuality

    evaluate_factuality(input, output)
