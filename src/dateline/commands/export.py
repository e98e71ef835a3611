"""dateline export: a casebook in another form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.commands.options import StoreArgument, StoreInstead, one_store


def export(
    store: StoreArgument = None,
    store_option: StoreInstead = None,
    format: Annotated[
        str, typer.Option("--format", help="records, incidents, json, csv or html (docs/export.md).")
    ] = "records",
    output: Annotated[Path, typer.Option("--output", help="The file to write, or - for standard output.")] = Path("-"),
    show_names: Annotated[
        bool, typer.Option("--show-names", help="Leave names of private people readable where they would be hidden.")
    ] = False,
    mask: Annotated[bool, typer.Option("--mask", help="Hide names of private people in records too.")] = False,
    title: Annotated[str, typer.Option(help="The heading of the HTML page.")] = "Casebook",
    least_confidence: Annotated[
        float, typer.Option("--least-confidence", help="Leave out events that are less sure than this (0 to 1).")
    ] = 0.0,
    policy: Annotated[
        str,
        typer.Option(help="What picks an incident's figures: latest, acled, ucdp, highest, or your MODULE:FUNCTION."),
    ] = "latest",
) -> None:
    """Write the casebook's latest records, or what follows from them, in one of the formats."""
    from dateline.casebook import export_casebook
    from dateline.export import ExportOptions

    options = ExportOptions(
        show_names=show_names, mask=mask, title=title, least_confidence=least_confidence, policy=policy
    )
    export_casebook(one_store(store, store_option), format=format, output=output, options=options)
