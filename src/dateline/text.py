"""One text, coded: for notebooks and for trying things out."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.ingest.finishing import source_from
from dateline.ingest.source import Draft
from dateline.record import Record

if TYPE_CHECKING:
    from dateline.pipeline import Coder


def code_text(
    text: str,
    *,
    published: date | str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    id: str | None = None,
) -> Record:
    """The record of one text, which is kept nowhere.

    `published` (a date, or "YYYY-MM-DD") is what the text's "Monday" and "last month" are counted from; without it they
    stay unknown. The first call loads the model (about two seconds), the others do not. InputError for a `published`
    that is no day, and for a text with half a character (a lone surrogate).
    """
    draft = Draft(text=text, id=id, title=title, publisher=publisher, published=day(published))
    try:
        original = text.encode()
    except UnicodeEncodeError as error:
        mend = "replace the lone surrogate: it is half of an emoji or a rare letter"
        raise InputError(f"half a character at {error.start}", file="text", mend=mend) from None
    return coder().code(source_from(draft, original, name="text", media_type="text/plain").report)


@cache
def coder() -> Coder:
    """The coder, loaded once for the process."""
    from dateline.pipeline import Coder

    return Coder.load()


def day(published: date | str | None) -> date | None:
    """The day that is meant."""
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError:
        raise InputError(f"{published!r} is no day", file="published", mend="write it as YYYY-MM-DD") from None
