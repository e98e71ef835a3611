"""The words and tokens around a time expression."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.read.parsed import ParsedReport
from dateline.read.time_words import Lexeme
from dateline.read.tokens import Token

NOTHING = Lexeme(0, 0, "break", "")
PLURAL_TAGS = ("NNS", "NNPS")


@cache
def context_words() -> dict[str, frozenset[str]]:
    """The lists of data/time_context.toml by their names."""
    text = files("dateline.read").joinpath("data/time_context.toml").read_text(encoding="utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@dataclass
class Surroundings:
    """A report's words and, for those who ask, its tokens."""

    parsed: ParsedReport
    found: list[Lexeme]
    plain_case: bool = False

    def __post_init__(self) -> None:
        sample = self.parsed.report.text[:2000]
        self.plain_case = not (sample.isupper() or sample.islower())

    def token_at(self, offset: int) -> Token | None:
        """The token that stands at an offset of the text."""
        words = self.parsed.doc.words_at(offset, offset + 1)
        return words[0] if words is not None and len(words) else None

    def lexeme(self, index: int) -> Lexeme:
        """The word at an index; a break beyond the ends of the text."""
        return self.found[index] if 0 <= index < len(self.found) else NOTHING

    def token(self, index: int) -> Token | None:
        """The token of the word at an index."""
        return self.token_at(self.lexeme(index).start)

    def text(self, index: int) -> str:
        """The word as the report writes it."""
        lexeme = self.lexeme(index)
        return self.parsed.report.text[lexeme.start : lexeme.end]

    def word(self, index: int) -> str:
        """The word in lower case."""
        return self.text(index).lower()

    def has_capital(self, index: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text(index)[:1].isupper()

    def stands_before(self, index: int, words: str) -> bool:
        """Whether the word before the index is in a list of data/time_context.toml."""
        return self.word(index - 1) in context_words()[words]

    def counts_a_noun(self, index: int) -> bool:
        """Whether the number counts the things named after it ("30 people")."""
        token = self.token(index)
        if token is None or token.dep_ not in ("nummod", "quantmod", "compound", "amod"):
            return False
        return token.head.i > token.i and token.head.tag_ in PLURAL_TAGS
