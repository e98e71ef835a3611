"""Parts of speech, morphology and lemmas, as spaCy's attribute ruler and lemmatizer give them, worked out once a word.

Nearly all of the ruler's patterns look at one token, whose form, tag and dependency label decide the outcome, so that
it can be kept; of the label only where a pattern asks for it. Words in which a pattern of several tokens holds ("gon
na", "there is") go through spaCy's own pipes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

import numpy
from numpy.typing import NDArray
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc
from spacy.vocab import Vocab

GIVEN: list[int | str] = ["ORTH", "TAG", "DEP", "LOWER"]
FOUND: list[int | str] = ["TAG", "DEP", "POS", "MORPH", "LEMMA"]  # white space has its tag and label mended, too
ANY_LABEL = "punct"  # stands for all labels that no pattern asks for, as it is itself
WORDS_KEPT = 100_000

Word = tuple[int, int, int]  # its form, tag and label
Values = NDArray[numpy.uint64]


class WordAttributes:
    """The ruler and the lemmatizer of a pipeline, with a memory."""

    def __init__(self, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self.longer = longer_patterns(ruler)
        self.asked = {tuple(map(ruler.vocab.strings.add, one)) for one in labels_asked_for(ruler)}
        self.any_label = ruler.vocab.strings.add(ANY_LABEL)
        self.known: dict[Word, list[int]] = {}
        quicken(lemmatizer)

    def annotate(self, doc: Doc) -> None:
        """Sets what the two pipes would set."""
        if not len(doc):
            return
        given = numpy.asarray(doc.to_array(GIVEN), dtype=numpy.uint64)
        words = [self.word(*one) for one in given.tolist()]
        self.learn(words, doc.vocab)
        found = numpy.array([self.known[word] for word in words], dtype=numpy.uint64)
        own = found[:, 1] == self.any_label
        found[own, 1] = given[own, 2]
        for start, end in joined((start, end) for _, start, end in self.longer(doc)):
            found[start:end] = self.annotated(given[start:end, :3], doc.vocab)
        set_values(doc, FOUND, found)

    def word(self, form: int, tag: int, label: int, lower: int) -> Word:
        """A word by what decides its attributes."""
        matters = (0, label) in self.asked or (lower, label) in self.asked
        return form, tag, label if matters else self.any_label

    def learn(self, words: Sequence[Word], vocab: Vocab) -> None:
        """Keeps what the pipes make of words that stand alone."""
        if len(self.known) > WORDS_KEPT:
            self.known.clear()
        new = [word for word in dict.fromkeys(words) if word not in self.known]
        if new:
            found = self.annotated(numpy.array(new, dtype=numpy.uint64), vocab, apart=True)
            self.known.update(zip(new, found.tolist(), strict=True))

    def annotated(self, words: Values, vocab: Vocab, *, apart: bool = False) -> Values:
        """What the pipes themselves make of words, as one text, or `apart`, where no pattern is to join them."""
        doc = Doc(vocab, words=[vocab.strings[form] for form in words[:, 0].tolist()])
        set_values(doc, ["TAG", "DEP"], words[:, 1:])
        if apart and self.longer(doc):
            return numpy.concatenate([self.annotated(words[at : at + 1], vocab) for at in range(len(words))])
        self.lemmatizer(self.ruler(doc))
        return numpy.asarray(doc.to_array(FOUND), dtype=numpy.uint64)


def set_values(doc: Doc, attributes: list[int | str], values: Values) -> None:
    """Sets attributes of all tokens of a text, by the numbers that stand for their values."""
    doc.from_array(attributes, numpy.ascontiguousarray(values))  # type: ignore[arg-type]


def joined(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Ranges in their order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def patterns_of(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    """The patterns of all rules, each with what it asks of one token after the other."""
    for rule in ruler.patterns:
        yield from cast("list[list[dict[str, Any]]]", rule["patterns"])


def labels_asked_for(ruler: AttributeRuler) -> Iterator[tuple[str, str]]:
    """The labels that patterns of one token ask for, each with the form of which, "" where it is of any."""
    for pattern in patterns_of(ruler):
        if len(pattern) == 1 and "DEP" in pattern[0]:
            forms = named(pattern[0].get("LOWER", ""))
            yield from ((form, label) for form in forms for label in named(pattern[0]["DEP"]))


def named(condition: str | dict[str, list[str]]) -> list[str]:
    """The values that a condition on an attribute names."""
    return [condition] if isinstance(condition, str) else [value for values in condition.values() for value in values]


def longer_patterns(ruler: AttributeRuler) -> Matcher:
    """The ruler's patterns of several tokens."""
    matcher = Matcher(ruler.vocab)
    matcher.add("longer", [pattern for pattern in patterns_of(ruler) if len(pattern) > 1])
    return matcher


def quicken(lemmatizer: Lemmatizer) -> None:
    """Makes sets of the lists of lemmas, each of which is looked through for every word that is new."""
    index = lemmatizer.lookups.get_table("lemma_index", {})
    for part_of_speech, lemmas in list(index.items()):
        index[part_of_speech] = frozenset(lemmas)
