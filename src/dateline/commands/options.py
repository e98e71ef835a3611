"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

StoreOption = Annotated[Path, typer.Option("--store", help="The casebook file.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for machines.")]
