"""Captions: lines that belong to a picture, told by the credit words that news prints with them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

LONGEST = 700  # characters; longer ones are text, whatever they begin with
SHORT = 350
TAIL = 70
FEWEST_CHARACTERS = 60  # "FILE - In this Nov. 11 photo" holds no end of a sentence
SENTENCE_END = re.compile(r"(?<=[a-z0-9)]{2})[.!?][\"”’]?\s+(?=[A-Z“\"])")


@cache
def cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns for the beginning and the end of a caption (data/caption_cues.toml)."""
    table = tomllib.loads(files("dateline.ingest").joinpath("data/caption_cues.toml").read_text(encoding="utf-8"))
    start = "|".join(re.escape(cue).replace(r"\#", r"\d+") for cue in table["start"])
    credit = "|".join(map(re.escape, table["credit"]))
    bracket = rf"[(\[](?:(?:{credit})\b[^()\[\]]*|[^()\[\]]{{1,40}}\b(?:{credit}))[)\]]"
    labels = r"(?:photo|image|picture|photograph|credit|courtesy|source)(?: credit)?(?: by|:)"
    label = rf"\b(?:{labels}|full caption)\s*[^.!?]{{2,60}}"
    return re.compile(start, re.I), re.compile(
        rf"(?:{bracket}|{label}|/(?:ap|afp|reuters|getty images|epa))\.?\s*$", re.I
    )


def caption_end(words: str) -> int:
    """How far a paragraph is the caption of a picture by its own words; 0 where it is none.

    A long paragraph that begins like a caption is one to the end of its first sentence: what follows ran on to it.
    """
    start, end = cues()
    if len(words) <= LONGEST and end.search(words, max(0, len(words) - TAIL)):
        return len(words)
    if not start.match(words):
        return 0
    if len(words) <= SHORT:
        return len(words)
    sentence = SENTENCE_END.search(words, FEWEST_CHARACTERS, LONGEST)
    return sentence.end() if sentence else 0
