"""What is asked of tokens so often that it is worked out once a report: words in lower case, offsets, sentences.

It is kept with the parsed text itself, so it lives and dies with it.
"""

from __future__ import annotations

from typing import cast

from dateline.read.tokens import Doc, Token

NAMES = "dateline.names"


def lower_words(doc: Doc) -> list[str]:
    """The tokens' words in lower case."""
    return doc.lowers


def token_offsets(doc: Doc) -> list[int]:
    """Where each token begins."""
    return doc.offsets


def sentence_bounds(token: Token) -> tuple[int, int]:
    """The first token of a token's sentence, and the one after its last."""
    return token.doc.bounds[token.i]


def names_near(token: Token) -> frozenset[str]:
    """The kinds of names in a token's sentence: "GPE", "DATE"."""
    doc = token.doc
    kept = doc.user_data.setdefault(NAMES, {})
    bounds = sentence_bounds(token)
    if bounds not in kept:
        kept[bounds] = frozenset(doc[index].ent_type_ for index in range(*bounds)) - {""}
    return cast("frozenset[str]", kept[bounds])
