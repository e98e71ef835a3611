"""A gazetteer's making: from GeoNames' places to the file that is shipped, or that a user makes of a full dump.

What is read is kept in a draft on the disk, since a full dump does not fit into memory. A division gets the point of
its seat, as ACLED does (feature code PPLA, PPLA2, or the capital), or else of its most populous town, or else its own;
one without any is left out. The same rows give the same bytes.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import InputError, UsageError
from dateline.resolve.gazetteer_blocks import PlaceRow
from dateline.resolve.gazetteer_draft import Draft, division_rows, place_row
from dateline.resolve.gazetteer_file import write_gazetteer
from dateline.resolve.geonames import (
    NOTED_EVERY,
    Notify,
    Source,
    alternate_names_in,
    divisions_in,
    parents_in,
    places_in,
)
from dateline.resolve.geonames_dump import Dump

ATTRIBUTION = "GeoNames, CC BY 4.0"


@dataclass(frozen=True, slots=True)
class Made:
    """What a gazetteer holds that was made."""

    path: Path
    places: int
    names: int
    bytes: int


def make_from_dump(dump: Dump, output: Path, *, notify: Notify) -> Made:
    """A gazetteer of a whole dump, every place under all of its names."""
    with draft_beside(output) as draft:
        for path in dump.places:
            draft.add(places_in(path, notify))
        for path in dump.divisions1:
            draft.add(divisions_in(path, "ADM1", notify))
        for path in dump.divisions2:
            draft.add(divisions_in(path, "ADM2", notify))
        for path in dump.names:
            draft.add_names(alternate_names_in(path, notify))
        for path in dump.hierarchy:
            draft.add_parents(parents_in(path, notify))
        return finished(draft, output, notify=notify)


def make_from_sources(sources: Iterable[Source], output: Path, *, aliases_from: int, notify: Notify) -> Made:
    """A gazetteer of some places; towns of fewer than `aliases_from` inhabitants go by their own names alone."""
    with draft_beside(output) as draft:
        draft.add(sources, aliases_from=aliases_from)
        return finished(draft, output, notify=notify)


@contextmanager
def draft_beside(output: Path) -> Iterator[Draft]:
    """A draft in a folder of its own beside the output, where there is room if anywhere; it goes with the block."""
    if not output.parent.is_dir():
        raise UsageError(f"there is no folder {output.parent} to write {output.name} into")
    if output.is_dir():
        raise UsageError(f"{output} is a folder; name a file to write")
    with tempfile.TemporaryDirectory(prefix=f".{output.name}.", suffix=".part", dir=output.parent) as folder:
        draft = Draft.at(Path(folder))
        with closing(draft.store):
            yield draft


def finished(draft: Draft, output: Path, *, notify: Notify) -> Made:
    """The draft as a gazetteer. It takes its name when all of it is on the disk, and not before."""
    total = draft.count()
    if not total:
        raise InputError("no place in it is a town, division, region, sea or site", file=output.name)
    notify("putting in order", 0, total)
    draft.settle()
    divisions, homes = division_rows(draft.in_order)
    new = draft.folder / "new.sqlite"

    def rows() -> Iterator[PlaceRow]:
        for number, place in draft.in_order():
            if number % NOTED_EVERY == 0:
                notify("writing", number, total)
            yield place_row(place, homes)

    counts = write_gazetteer(new, places=rows(), divisions=divisions, names=draft.names, about={"source": ATTRIBUTION})
    replace_with(new, output)
    notify("writing", total, total)
    return Made(output, *counts, output.stat().st_size)


def replace_with(new: Path, output: Path) -> None:
    """Puts a finished file into its place, at once and for good."""
    with new.open("rb") as stream:
        os.fsync(stream.fileno())
    os.replace(new, output)
