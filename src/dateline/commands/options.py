"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

DEFAULT_STORE = Path("casebook.db")

StoreOption = Annotated[Path, typer.Option("--store", help="The casebook file.")]
StoreArgument = Annotated[
    Path | None, typer.Argument(metavar="[STORE]", help="The casebook file.", show_default=str(DEFAULT_STORE))
]
StoreInstead = Annotated[Path | None, typer.Option("--store", help="The casebook file, as other commands name it.")]
GazetteerOption = Annotated[
    Path | None,
    typer.Option("--gazetteer", envvar="DATELINE_GAZETTEER", help="A gazetteer instead of the package's own."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]


def one_store(argument: Path | None, option: Path | None) -> Path:
    """The casebook, named as an argument or by --store; UsageError where both name different ones."""
    if argument is not None and option is not None and argument != option:
        from dateline.errors import UsageError

        raise UsageError(f"two casebooks are named, {argument} and {option}: name one")
    return argument or option or DEFAULT_STORE


def use_gazetteer(path: Path | None) -> None:
    """Has this process and its workers use a gazetteer; UsageError where it is none."""
    import os

    from dateline.errors import InputError, UsageError
    from dateline.resolve.gazetteer import CHOSEN, Gazetteer

    if path is None:
        return
    try:
        Gazetteer.open(path)
    except InputError as error:
        raise UsageError(f"--gazetteer: {error}") from None
    os.environ[CHOSEN] = str(path.resolve())
