"""Which files of a GeoNames dump are there: the lists of places, and what may lie beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from dateline.errors import InputError

Part = Literal["places", "names", "hierarchy", "divisions1", "divisions2"]
PARTS: Final[tuple[tuple[str, Part], ...]] = (
    ("alternateNames", "names"),
    ("hierarchy", "hierarchy"),
    ("admin1Codes", "divisions1"),
    ("admin2Codes", "divisions2"),
)
LISTS_OF_PLACES = re.compile(r"allCountries|no-country|cities\d+|[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Dump:
    """The files of a dump by what they hold: one or more lists of places, and as many of the others as are there."""

    places: tuple[Path, ...]
    names: tuple[Path, ...] = ()
    hierarchy: tuple[Path, ...] = ()
    divisions1: tuple[Path, ...] = ()
    divisions2: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """All of them."""
        return (*self.places, *self.names, *self.hierarchy, *self.divisions1, *self.divisions2)


def dump_at(paths: Sequence[Path]) -> Dump:
    """The dump in some files and folders. Of a folder those files are taken that bear the names of GeoNames' own; of a
    text and an archive of one name, the text. InputError where no list of places is among them."""
    found: dict[Part, dict[str, Path]] = {}
    for path in paths:
        if not path.exists():
            raise InputError("there is no such file or folder", file=str(path))
        for file in in_folder(path) if path.is_dir() else [path]:
            found.setdefault(part_of(file), {}).setdefault(file.stem, file)
    if "places" not in found:
        named = ", ".join(map(str, paths))
        mend = "name allCountries.zip, or the files of some countries (UA.zip), or a folder with them"
        raise InputError("has no list of places", file=named, mend=mend)
    return Dump(**{part: tuple(files.values()) for part, files in found.items()})


def in_folder(folder: Path) -> Iterable[Path]:
    """The files of a folder that belong to a dump, texts before archives of the same name."""
    files = [file for file in folder.iterdir() if file.suffix in (".txt", ".zip") and file.is_file()]
    ours = [file for file in files if part_of(file) != "places" or LISTS_OF_PLACES.fullmatch(file.stem)]
    return sorted(ours, key=lambda file: (file.stem, file.suffix != ".txt"))


def part_of(file: Path) -> Part:
    """What a file holds, by its name."""
    return next((part for start, part in PARTS if file.name.startswith(start)), "places")
