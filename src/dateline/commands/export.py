"""dateline export"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def export(
    store: Annotated[Path, typer.Argument(help="The casebook file.")] = Path("casebook.db"),
    format: Annotated[str, typer.Option("--format", help="records, incidents.")] = "records",
    output: Annotated[str, typer.Option("--output", help="The file to write, or - for standard output.")] = "-",
) -> None:
    """Write the casebook's records or incidents."""
    from dateline.link.single import incidents
    from dateline.record.form import to_json
    from dateline.store.casebook import Casebook

    with Casebook(store) as casebook:
        items = incidents(casebook.records()) if format == "incidents" else casebook.records()
        target = sys.stdout.buffer if output == "-" else Path(output).open("wb")
        for item in items:
            target.write(to_json(item) + b"\n")
        target.flush()
