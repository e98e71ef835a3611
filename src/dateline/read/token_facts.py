"""What is asked of tokens so often that it is worked out once a report: words in lower case, offsets, sentences.

It is kept with the parsed text itself, so it lives and dies with it.
"""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc, Token

LOWER, OFFSETS, SENTENCES, NAMES = (f"dateline.{fact}" for fact in ("lower", "offsets", "sentences", "names"))


def lower_words(doc: Doc) -> list[str]:
    """The tokens' words in lower case."""
    kept = doc.user_data.get(LOWER)
    if kept is None:
        kept = doc.user_data[LOWER] = [token.lower_ for token in doc]
    return cast("list[str]", kept)


def token_offsets(doc: Doc) -> list[int]:
    """Where each token begins."""
    kept = doc.user_data.get(OFFSETS)
    if kept is None:
        kept = doc.user_data[OFFSETS] = [token.idx for token in doc]
    return cast("list[int]", kept)


def sentence_bounds(token: Token) -> tuple[int, int]:
    """The first token of a token's sentence, and the one after its last."""
    doc = token.doc
    kept = doc.user_data.get(SENTENCES)
    if kept is None:
        kept = doc.user_data[SENTENCES] = bounds_by_token(doc)
    return cast("tuple[int, int]", kept[token.i])


def names_near(token: Token) -> frozenset[str]:
    """The kinds of names in a token's sentence: "GPE", "DATE"."""
    doc = token.doc
    kept = doc.user_data.setdefault(NAMES, {})
    bounds = sentence_bounds(token)
    if bounds not in kept:
        kept[bounds] = frozenset(doc[index].ent_type_ for index in range(*bounds)) - {""}
    return cast("frozenset[str]", kept[bounds])


def bounds_by_token(doc: Doc) -> list[tuple[int, int]]:
    """For each token, the bounds of its sentence."""
    found: list[tuple[int, int]] = []
    for sentence in doc.sents:
        found += [(sentence.start, sentence.end)] * (sentence.end - sentence.start)
    return found
