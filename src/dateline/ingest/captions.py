"""Captions: lines that belong to a picture, told by the credit words that news prints with them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

LONGEST = 700  # characters; longer ones are text, whatever they begin with
TAIL = 70


@cache
def cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for the beginning and the end of a caption (data/caption_cues.toml)."""
    table = tomllib.loads(files("dateline.ingest").joinpath("data/caption_cues.toml").read_text(encoding="utf-8"))
    start = "|".join(map(re.escape, table["start"]))
    credit = "|".join(map(re.escape, table["credit"]))
    bracket = rf"[(\[][^()\[\]]*\b(?:{credit})\b[^()\[\]]*[)\]]"
    label = r"\b(?:photo|image|picture|photograph|credit|courtesy)(?: credit)?(?: by|:)\s*[^.!?]{2,60}"
    return re.compile(start, re.I), re.compile(
        rf"(?:{bracket}|{label}|/(?:ap|afp|reuters|getty images|epa))\.?\s*$", re.I
    )


def is_caption(line: str) -> bool:
    """Whether a line is the caption of a picture by its own words."""
    if len(line) > LONGEST:
        return False
    start, end = cues()
    return start.match(line) is not None or end.search(line, max(0, len(line) - TAIL)) is not None
