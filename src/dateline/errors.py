"""Everything that Dateline raises on purpose.

DatelineError
├── InputError          an input cannot be read; names the file, the row, the column, and the mend
├── StoreError          a casebook cannot be opened, or is of another version
├── CodebookError       a data file of the codebook contradicts itself or names a code that is in no list
└── UsageError          an option or argument makes no sense
"""

from __future__ import annotations


class DatelineError(Exception):
    """The root of the tree: catch this to catch all."""


class InputError(DatelineError):
    """An input, or one row of it, that cannot be read. The rest of the batch goes on.

    `file` is the name as the user gave it; `row` counts from 1 as an editor does; `mend` says what to do about it.
    """

    def __init__(
        self, reason: str, *, file: str, row: int | None = None, column: str | None = None, mend: str | None = None
    ) -> None:
        self.reason, self.file, self.row, self.column, self.mend = reason, file, row, column, mend
        where = file
        if row is not None:
            where += f", row {row}"
        if column is not None:
            where += f", column {column!r}"
        super().__init__(f"{where}: {reason}" + (f" ({mend})" if mend else ""))


class StoreError(DatelineError):
    """A casebook that cannot be opened or written."""


class CodebookError(DatelineError):
    """A data file of the codebook that does not hold together."""


class UsageError(DatelineError):
    """An option or argument that makes no sense."""
