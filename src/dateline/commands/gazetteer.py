"""dateline gazetteer: make one of a GeoNames dump, look into the one in use."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.commands.options import AsJson, GazetteerOption

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.resolve.gazetteer import Gazetteer, Place

MOST_SHOWN = 20  # namesakes in the printed table; --json has more
FILES_OF_A_DUMP = (
    "allCountries.zip",
    "alternateNamesV2.zip",
    "hierarchy.zip",
    "admin1CodesASCII.txt",
    "admin2Codes.txt",
)
Notify = Callable[[str, int, int], None]

gazetteer = typer.Typer(no_args_is_help=True, help="Make a gazetteer of a GeoNames dump, or look into the one in use.")


@gazetteer.command()
def build(
    source: Annotated[
        list[str],
        typer.Option(
            "--from", metavar="PATH|URL", help="A file, folder or address of a GeoNames dump; can be repeated."
        ),
    ],
    output: Annotated[Path, typer.Option(help="The file to write; it is replaced when all is done.")] = Path(
        "gazetteer.sqlite"
    ),
    as_json: AsJson = False,
) -> None:
    """Make a gazetteer with every village of a GeoNames dump.

    Takes allCountries or the files of some countries (UA.zip), and beside them alternateNamesV2, hierarchy,
    admin1CodesASCII and admin2Codes, as text or zip. An address that ends in / is a folder with all of these. Places:
    GeoNames, CC BY 4.0.
    """
    from dateline.commands.terminal import print_json
    from dateline.resolve.gazetteer_making import make_from_dump
    from dateline.resolve.geonames_dump import dump_at

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder, bar(shown=not as_json) as notify:
        dump = dump_at([path for name in source for path in files_at(name, Path(folder), notify)])
        made = make_from_dump(dump, output, notify=notify)
    if as_json:
        print_json({"path": str(made.path), "places": made.places, "names": made.names, "bytes": made.bytes})
        return
    typer.echo(f"{made.path}: {made.places:,} places, {made.names:,} names, {made.bytes / 1e6:.1f} MB")
    typer.echo(f"made of {', '.join(path.name for path in dump.files)} (GeoNames, CC BY 4.0)")
    typer.echo(f"to use it: dateline code --gazetteer {made.path} ..., or set DATELINE_GAZETTEER")


def files_at(name: str, folder: Path, notify: Notify) -> Iterator[Path]:
    """The files that are meant, fetched first where they are elsewhere."""
    from dateline.commands.fetching import MissingError, fetched, is_address

    if not is_address(name):
        yield Path(name)
    elif not name.endswith("/"):
        yield fetched(name, folder, notify)
    else:
        for file in FILES_OF_A_DUMP:
            try:
                yield fetched(name + file, folder, notify)
            except MissingError as error:
                if file == FILES_OF_A_DUMP[0]:
                    raise
                typer.echo(f"left out: {error}", err=True)


@contextmanager
def bar(*, shown: bool) -> Iterator[Notify]:
    """A bar for each thing done, on standard error where that is a terminal."""
    if not shown or not sys.stderr.isatty():
        yield lambda what, done, whole: None
        return
    from rich.progress import BarColumn, Progress, TaskID, TaskProgressColumn, TextColumn, TimeElapsedColumn

    from dateline.commands.terminal import console

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    tasks: dict[str, TaskID] = {}
    with Progress(*columns, console=console(errors=True), transient=True) as progress:

        def notify(what: str, done: int, whole: int) -> None:
            if what not in tasks:
                tasks[what] = progress.add_task(what)
            progress.update(tasks[what], completed=done, total=whole)

        yield notify


@gazetteer.command()
def info(path: GazetteerOption = None, as_json: AsJson = False) -> None:
    """Say which gazetteer is in use and what it holds."""
    from dateline.commands.terminal import print_json

    file = opened(path).file
    facts = {"path": str(file.path), "bytes": file.path.stat().st_size, **file.about}
    if as_json:
        print_json(facts)
    else:
        for name, value in facts.items():
            typer.echo(f"{name}: {value}")


@gazetteer.command()
def lookup(
    name: Annotated[str, typer.Argument(help="A name, in any spelling.")],
    path: GazetteerOption = None,
    as_json: AsJson = False,
) -> None:
    """List the places that bear a name, the most populous first. Exit code 1 where there is none."""
    from dateline.commands.terminal import console, print_json

    found = opened(path).named(name)
    if as_json:
        print_json(found)
    elif found:
        console().print(table(found[:MOST_SHOWN]))
    else:
        typer.echo(f"no place is called {name}", err=True)
    raise typer.Exit(0 if found else 1)


def opened(path: Path | None) -> Gazetteer:
    """The gazetteer that is named, else the package's own."""
    from dateline.resolve.gazetteer import Gazetteer

    return Gazetteer.open(path) if path else Gazetteer.bundled()


def table(found: Sequence[Place]) -> Table:
    """Places, one a row."""
    from rich import box
    from rich.table import Table

    shown = Table("GeoNames id", "name", "kind", "in", "point", "people", box=box.SIMPLE, pad_edge=False)
    for place in found:
        around = ", ".join(name for name in (place.admin2, place.admin1, place.country) if name)
        point = f"{place.latitude:.4f}, {place.longitude:.4f}"
        people = f"{place.population:,}" if place.population else ""
        shown.add_row(str(place.geonames_id or ""), place.name, place.feature_code, around, point, people)
    return shown
