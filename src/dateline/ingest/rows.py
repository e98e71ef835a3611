"""Rows of JSON Lines, JSON and CSV: what each column must hold, and the report that a row is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dateline.errors import InputError
from dateline.ingest.columns import columns_of, missing_text
from dateline.ingest.dates import UnreadableDateError, day_of
from dateline.ingest.finishing import source_from
from dateline.ingest.language import language_code
from dateline.ingest.source import Draft, Field, IngestOptions, Source

DATE_MEND = "write it as YYYY-MM-DD, or leave it empty"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as an editor counts, its cells, and which column holds which field."""

    file: str
    number: int
    cells: Mapping[str, object]
    columns: Mapping[Field, str]

    def error(self, reason: str, field: Field, mend: str) -> InputError:
        """An error that names this row and the column of a field."""
        return InputError(reason, file=self.file, row=self.number, column=self.columns.get(field), mend=mend)

    def value(self, field: Field) -> object:
        """What stands in the column of a field; None where there is none."""
        return self.cells.get(self.columns[field]) if field in self.columns else None

    def text(self) -> str:
        """The text, character for character; an error where there is none."""
        value = self.value("text")
        if not isinstance(value, str) and value is not None:
            raise self.error(f"the text is {type_name(value)}", "text", "it must be a string")
        if value is None or not value.strip():
            raise self.error("there is no text", "text", "fill it in, or leave the row out")
        return value

    def words(self, field: Field) -> str | None:
        """A string, trimmed; None where it is empty."""
        value = self.value(field)
        if isinstance(value, Mapping) and isinstance(value.get("name"), str):
            value = value["name"]  # {"id": ..., "name": ...}, as news interfaces write a publisher
        if not isinstance(value, str) and value is not None:
            raise self.error(f"the {field} is {type_name(value)}", field, "it must be a string, or null")
        return (value or "").strip() or None

    def identity(self) -> str | None:
        """The id as it stands; a whole number becomes its digits. None where the row has none."""
        value = self.value("id")
        if isinstance(value, bool) or not isinstance(value, str | int | None):
            raise self.error(f"the id is {type_name(value)}", "id", "it must be a string or a whole number")
        return str(value) if isinstance(value, int) else value or None

    def authors(self) -> tuple[str, ...]:
        """Names, from a list or from a string that parts them with semicolons."""
        value = self.value("authors")
        names = value.split(";") if isinstance(value, str) else value
        if names is None:
            return ()
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise self.error(f"the authors are {type_name(value)}", "authors", "they must be strings")
        return tuple(name.strip() for name in names if name.strip())

    def published(self, *, day_first: bool | None) -> tuple[date | None, tuple[str, ...]]:
        """The day, and a note where what stands there is a date but not of one certain day."""
        value = self.value("published")
        if value is None or value == "":
            return None, ()
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self.error(f"the date is {type_name(value)}", "published", DATE_MEND)
        try:
            found = day_of(str(value), day_first=day_first)
        except UnreadableDateError as unread:
            raise self.error(str(unread), "published", DATE_MEND) from None
        return found.day, ((found.doubt,) if found.doubt else ())


@dataclass(slots=True)
class RowReader:
    """Turns the rows of one file into reports. It remembers their ids: no two reports of a file share one."""

    file: str
    options: IngestOptions
    media_type: str
    row_of_id: dict[str, int] = field(default_factory=dict)
    known: dict[tuple[str, ...], dict[Field, str]] = field(default_factory=dict)

    def read(self, number: int, cells: Mapping[str, object], original: bytes) -> Source | InputError:
        """The report of a row, or what is wrong with it."""
        columns = self.columns(tuple(cells))
        if "text" not in columns:
            return missing_text(tuple(cells), self.options, file=self.file, row=number)
        row = Row(self.file, number, cells, columns)
        try:
            source = self.source(row, original)
        except InputError as error:
            return error
        first = self.row_of_id.setdefault(source.report.id, number)
        if first == number:
            return source
        mend = "give each row an id of its own" if row.identity() else "leave one of the two equal rows out"
        return row.error(f"the id {source.report.id!r} is that of row {first} too", "id", mend)

    def columns(self, names: tuple[str, ...]) -> dict[Field, str]:
        """The columns of a row with these names, worked out once."""
        if names not in self.known:
            if len(self.known) > 1000:  # rows that each have names of their own are no reason to fill the memory
                self.known.clear()
            self.known[names] = columns_of(names, self.options)
        return self.known[names]

    def source(self, row: Row, original: bytes) -> Source:
        """The report of a row; InputError where a column holds what it must not."""
        published, doubts = row.published(day_first=self.options.day_first)
        language = row.words("language")
        draft = Draft(
            text=row.text(),
            id=row.identity(),
            title=row.words("title"),
            authors=row.authors(),
            publisher=row.words("publisher"),
            published=published,
            url=row.words("url"),
            language=language_code(language) if language else None,
            notes=doubts,
        )
        return source_from(draft, original, name=f"{self.file}, row {row.number}", media_type=self.media_type)


def type_name(value: object) -> str:
    """A JSON value's type, in words."""
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
