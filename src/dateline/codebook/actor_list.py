"""A user's own list of actors, which wins over all that is read or known otherwise.

A CSV file in UTF-8 with a header: `name`, `aliases` (parted by ";"), `country` (ISO 3166-1 alpha-3), `sector` (PLOVER),
`id`, and if wanted `kind`. Only `name` and `id` need a value; what is left empty is left to the report.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast, get_args

from dateline.codebook.actor_words import KnownActor, NameTable, noun_for
from dateline.codebook.countries import by_code
from dateline.codebook.names import name_key
from dateline.codebook.spelling import sound_keys
from dateline.errors import InputError
from dateline.record.values import ActorKind, Sector

COLUMNS = ("name", "aliases", "country", "sector", "id", "kind")
NEEDED = ("name", "id")
HEADER = "the first line names the columns: name,aliases,country,sector,id"
ARMED = frozenset(("MIL", "REB", "UAF"))
FULL_NAME = 2  # words from which a name is found in other spellings too


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedActor:
    """A row of the list; None where it leaves a field to the report."""

    id: str
    names: tuple[str, ...]
    country: str | None = None
    sector: Sector | None = None
    kind: ActorKind | None = None

    @property
    def name(self) -> str:
        return self.names[0]


@dataclass(frozen=True, slots=True)
class ActorList:
    """The list, by name. `version` changes with the file; `written` are the names of bodies to look for in texts."""

    by_key: Mapping[str, ListedActor] = field(default_factory=dict)
    by_sound: Mapping[tuple[str, ...], ListedActor] = field(default_factory=dict)
    written: NameTable = field(default_factory=lambda: NameTable({}))
    version: str | None = None

    @classmethod
    def read(cls, path: str | Path) -> ActorList:
        """The list in a file; InputError names the row and the column that cannot be used, and the mend."""
        try:
            content = Path(path).read_bytes()
            text = content.decode("utf-8-sig")
        except OSError as error:
            raise InputError(error.strerror or "cannot be read", file=str(path)) from error
        except UnicodeDecodeError as error:
            raise InputError("is not UTF-8", file=str(path), mend="save it as CSV UTF-8") from error
        rows = list(listed_actors(text, str(path)))
        return cls(
            {name_key(name): one for one in rows for name in one.names},
            by_sound(rows),
            NameTable({name: known for one in rows if (known := known_body(one)) for name in one.names}),
            hashlib.sha256(content).hexdigest()[:6],
        )

    def find(self, names: Iterable[str], country: str | None) -> ListedActor | None:
        """The row that has one of the names, as it is written or, for a full name, as it sounds; by its sound only if
        the country, where both tell it, is the same."""
        names = tuple(names)
        for name in names:
            if found := self.by_key.get(name_key(name)):
                return found
        for name in names:
            found = self.by_sound.get(sound_keys(name))
            if found is not None and (country is None or found.country in (None, country)):
                return found
        return None


def by_sound(rows: Iterable[ListedActor]) -> dict[tuple[str, ...], ListedActor]:
    """Rows by the sound of their full names, without sounds that two rows share."""
    owners: dict[tuple[str, ...], set[str]] = {}
    found: dict[tuple[str, ...], ListedActor] = {}
    for one in rows:
        for sounds in (sound_keys(name) for name in one.names):
            owners.setdefault(sounds, set()).add(one.id)
            found[sounds] = one
    return {key: one for key, one in found.items() if len(owners[key]) == 1 and len(key) >= FULL_NAME}


def known_body(one: ListedActor) -> KnownActor | None:
    """A body of the list as the reader looks for it; None for people, whom it finds by other signs."""
    kind = one.kind or kind_of(one)
    if kind in (None, "person", "state"):
        return None
    return KnownActor(one.name, kind, one.sector, one.country)


def kind_of(one: ListedActor) -> ActorKind | None:
    """What a row's sector and name say of its kind."""
    if one.sector in ARMED and len(one.name.split()) != FULL_NAME:
        return "armed_unit"
    noun = noun_for(tuple(word.lower() for word in one.name.split()))
    if noun is not None and not noun[0].is_person:
        return noun[0].kind(plural=noun[1])
    return None


def listed_actors(text: str, file: str) -> Iterator[ListedActor]:
    """The rows of the list, checked."""
    reader = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
    for column in NEEDED:
        if column not in (reader.fieldnames or ()):
            raise InputError("the column is missing", file=file, row=1, column=column, mend=HEADER)
    ids: dict[str, int] = {}
    names: dict[str, int] = {}
    for row in reader:
        one = listed_actor(row, file, reader.line_num)
        check_new(ids, one.id, (file, reader.line_num, "id"))
        for name in one.names:
            check_new(names, name_key(name), (file, reader.line_num, "name" if name == one.name else "aliases"), name)
        yield one


def listed_actor(row: Mapping[str | None, str | None], file: str, line: int) -> ListedActor:
    """One row; InputError where a value is missing or in no list."""
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if row.get(None):
        mend = "put cells with a comma into double quotes, and part aliases by semicolons"
        raise InputError("the row has more cells than the header", file=file, row=line, mend=mend)
    for column in NEEDED:
        if not cells[column]:
            raise InputError("is empty", file=file, row=line, column=column, mend="every actor needs a name and an id")
    lists: tuple[tuple[str, Iterable[str], str], ...] = (
        ("country", {country.iso3 for country in by_code().values()}, "is no country of ISO 3166-1 alpha-3 (as UKR)"),
        ("sector", get_args(Sector), f"is no PLOVER sector ({' '.join(get_args(Sector))})"),
        ("kind", get_args(ActorKind), f"is no kind of actor ({' '.join(get_args(ActorKind))})"),
    )
    for column, values, problem in lists:
        if cells[column] and cells[column] not in values:
            raise InputError(f"{cells[column]!r} {problem}", file=file, row=line, column=column)
    aliases = (alias.strip() for alias in cells["aliases"].split(";"))
    return ListedActor(
        id=cells["id"],
        names=tuple(dict.fromkeys((cells["name"], *(alias for alias in aliases if alias)))),
        country=cells["country"] or None,
        sector=cast("Sector | None", cells["sector"] or None),
        kind=cast("ActorKind | None", cells["kind"] or None),
    )


def check_new(seen: dict[str, int], value: str, where: tuple[str, int, str], shown: str | None = None) -> None:
    """Notes a value that only one row may have; InputError where an earlier row has it."""
    file, line, column = where
    first = seen.setdefault(value, line)
    if first != line:
        mend = "one actor to a row, each name in one row only"
        raise InputError(f"{shown or value!r} is in row {first} too", file=file, row=line, column=column, mend=mend)
