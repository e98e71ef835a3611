"""The parser's model, loaded to be quick: the same annotations as spaCy's own pipeline gives, for half the time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler, EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

from dateline.codebook.actor_words import abbreviated_titles
from dateline.read.names_in_text import NameFinder
from dateline.read.word_attributes import WordAttributes
from dateline.read.words_once import look_at_words_once

TEXTS_AT_ONCE = 256
REPLACED = ("attribute_ruler", "lemmatizer", "ner")  # by word_attributes and names_in_text


class SyntaxModel:
    """spaCy's pipeline with its three slow parts done otherwise."""

    def __init__(self, model: str) -> None:
        self.language: Language = spacy.load(model)
        ruler, lemmatizer, ner = (self.language.get_pipe(name) for name in REPLACED)
        assert isinstance(ruler, AttributeRuler)
        assert isinstance(lemmatizer, Lemmatizer)
        assert isinstance(ner, EntityRecognizer)
        for pipe in ("tok2vec", "tagger", "parser", "ner"):
            layers = self.language.get_pipe(pipe).model  # type: ignore[attr-defined]
            multiply_with_numpy(layers)
            look_at_words_once(layers)
        self.attributes = WordAttributes(ruler, lemmatizer)
        self.names = NameFinder(ner)
        tokenizer: Any = self.language.tokenizer
        for title in abbreviated_titles():  # else "Maj. Omar Said" would end a sentence at its first word
            for written in (title, title.upper()):
                tokenizer.add_special_case(written, [{"ORTH": written}])
        for pipe in REPLACED:
            self.language.disable_pipe(pipe)

    def annotated(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The texts with tags, a parse, lemmas and names, in their order."""
        docs = self.language.pipe(texts, batch_size=TEXTS_AT_ONCE)
        while group := list(islice(docs, TEXTS_AT_ONCE)):
            for doc in group:
                self.attributes.annotate(doc)
            self.names.annotate(group)
            yield from group


def multiply_with_numpy(model: Model[object, object]) -> None:
    """Has a model's matrices multiplied by numpy's BLAS, three times as fast as thinc's own on recent processors."""
    for part in model.walk():
        if type(part.ops) is NumpyOps:
            part.ops = NumpyOps(use_blis=False)
