"""One module per command. Heavy things are imported inside the commands, so that `--help` comes at once."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline import __version__
from dateline.commands.actors import actors
from dateline.commands.code import code
from dateline.commands.evaluate import evaluate
from dateline.commands.export import export
from dateline.commands.gazetteer import gazetteer
from dateline.commands.incidents import incidents
from dateline.commands.info import info
from dateline.commands.link import link
from dateline.commands.search import search
from dateline.commands.show import show

app = typer.Typer(
    name="dateline",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reports of conflict and protest in, a sourced record out: who did what to whom, where, when, how many, "
    "and according to whom.",
)


def print_version(value: bool) -> None:
    if value:
        typer.echo(f"dateline {__version__}")
        raise typer.Exit


@app.callback()
def dateline(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


app.command()(code)
app.command()(show)
app.command()(search)
app.command()(info)
app.command()(link)
app.add_typer(incidents, name="incidents")
app.command()(export)
app.add_typer(gazetteer, name="gazetteer")
app.add_typer(actors, name="actors")
app.add_typer(evaluate, name="evaluate")
