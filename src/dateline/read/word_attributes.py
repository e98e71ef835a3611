"""Parts of speech, morphology and lemmas, as spaCy's attribute ruler and lemmatizer give them, worked out once a word.

Nearly all of the ruler's patterns look at one token, whose form, tag and dependency label decide the outcome, so that
it can be kept. Texts in which a pattern of several tokens holds ("gon na", "there is") go through spaCy's own pipes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

import numpy
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
FOUND: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]  # white space has its tag and label mended, too
WORDS_KEPT = 100_000

Word = tuple[int, ...]


class WordAttributes:
    """The ruler and the lemmatizer of a pipeline, with a memory."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self.longer = longer_patterns(ruler)
        self.known: dict[Word, Word] = {}
        quicken(lemmatizer)

    def annotate(self, doc: Doc) -> None:
        """Sets what the two pipes would set."""
        if not len(doc) or self.longer(doc):
            self.lemmatizer(self.ruler(doc))
            return
        words = [tuple(word) for word in doc.to_array(GIVEN).tolist()]
        known = self.known
        found = [known.get(word) or self.learn(word, doc.vocab) for word in words]
        set_values(doc, FOUND, found)

    def learn(self, word: Word, vocab: Vocab) -> Word:
        """What the pipes make of a word that stands alone; kept."""
        form, tag, label = word
        doc = Doc(vocab, words=[vocab.strings[form]])
        set_values(doc, ["TAG", "DEP"], [(tag, label)])
        self.lemmatizer(self.ruler(doc))
        [values] = doc.to_array(FOUND).tolist()
        if len(self.known) >= WORDS_KEPT:
            self.known.clear()
        found = self.known[word] = tuple(values)
        return found


def set_values(doc: Doc, attributes: list[int | str], values: Sequence[Word]) -> None:
    """Sets attributes of all tokens of a text, by the numbers that stand for their values."""
    doc.from_array(attributes, numpy.array(values, dtype="uint64"))  # type: ignore[arg-type]


def longer_patterns(ruler: AttributeRuler) -> Matcher:
    """The ruler's patterns of several tokens."""
    matcher = Matcher(ruler.vocab)
    for number, rule in enumerate(ruler.patterns):
        patterns = cast("list[list[dict[str, Any]]]", rule["patterns"])
        longer = [pattern for pattern in patterns if len(pattern) > 1]
        if longer:
            matcher.add(str(number), longer)
    return matcher


def quicken(lemmatizer: Lemmatizer) -> None:
    """Makes sets of the lists of lemmas, each of which is looked through for every word that is new."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech, lemmas in list(index.items()):
        index[part_of_speech] = frozenset(lemmas)
