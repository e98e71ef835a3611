"""Titles and authors that office programs write into files: often left over from a template, so read with suspicion."""

from __future__ import annotations

import re

NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|untitled.*|layout ?\d*|document ?\d*|presentation ?\d*|slide ?\d*|title|word document|"
    r".*\.(?:docx?|pdf|rtf|indd|qxd|odt|txt|html?)|\W*)",
    re.I,
)
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")


def document_title(stated: str | None) -> str | None:
    """The title in a file's properties, unless it is a file name or a program's own."""
    title = " ".join((stated or "").split())
    return None if NO_TITLE.fullmatch(title) else title


def people_in(stated: str | None) -> tuple[str, ...]:
    """The authors in a file's properties; a single word is a user's or program's name, and none."""
    names = (" ".join(name.split()) for name in re.split(r"[;,]| and ", stated or ""))
    return tuple(name for name in names if NAME.fullmatch(name))
