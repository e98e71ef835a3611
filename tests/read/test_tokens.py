"""A report's words are told of as spaCy tells of its own."""

from __future__ import annotations

from itertools import combinations

import pytest
from spacy.tokens import Doc as Parse

from dateline.read.model import SyntaxModel
from dateline.read.parsed import MODEL
from dateline.read.tokens import Doc

PARTS = (
    "KARSAVAN (Newswire) -- Some $2 million was taken from the Bank of Karsavan last Tuesday, Reuters reported.\n\n",
    "Gunmen, soldiers and two of their drivers shot three herders near Teshkul [on Friday] and  burned their huts.\n"
    '"They\'re gonna march again," she said; a man they had never seen before had, it seems, told her so. 1,500 left!',
    "  The U.N.",
)
SAME = (
    *("i", "idx", "text", "whitespace_", "text_with_ws", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_"),
    *("ent_iob_", "is_space", "is_punct", "is_quote", "is_bracket", "is_alpha", "is_digit", "like_num"),
    *("is_sent_start",),
)
NEAR = ("head", "left_edge", "right_edge")
MANY = ("lefts", "rights", "children", "ancestors", "subtree", "conjuncts")


@pytest.fixture(scope="module")
def both() -> tuple[Doc, Parse]:
    parts = list(SyntaxModel(MODEL).annotated(PARTS))
    whole = Parse.from_docs(parts, ensure_whitespace=False)
    assert whole is not None
    return Doc(*parts), whole


def test_words_are_as_spacy_has_them(both: tuple[Doc, Parse]) -> None:
    for mine, theirs in zip(*both, strict=True):
        assert [getattr(mine, name) for name in SAME] == [getattr(theirs, name) for name in SAME]
        assert [getattr(mine, name).i for name in NEAR] == [getattr(theirs, name).i for name in NEAR]
        for name in MANY:
            assert [one.i for one in getattr(mine, name)] == [one.i for one in getattr(theirs, name)], name
        assert mine.is_plural == (theirs.morph.get("Number", []) == ["Plur"])
        assert (mine.sent.start, mine.sent.end) == (theirs.sent.start, theirs.sent.end)
        assert len(mine) == len(theirs)


def test_texts_sentences_and_names_are_as_spacy_has_them(both: tuple[Doc, Parse]) -> None:
    mine, theirs = both
    assert mine.text == theirs.text == "".join(PARTS)
    assert [one.text for one in mine.sentences] == [one.text for one in theirs.sents]
    assert [(one.text, one.label_) for one in mine.ents] == [(one.text, one.label_) for one in theirs.ents] != []


def test_some_words_in_a_row_are_as_spacy_has_them(both: tuple[Doc, Parse]) -> None:
    mine, theirs = both
    for start, end in combinations(range(len(mine)), 2):
        ours, spacys = mine[start:end], theirs[start:end]
        assert (ours.text, ours.root.i) == (spacys.text, spacys.root.i)
        assert (ours.start_char, ours.end_char, len(ours)) == (spacys.start_char, spacys.end_char, len(spacys))


def test_the_words_at_some_characters_are_as_spacy_has_them(both: tuple[Doc, Parse]) -> None:
    mine, theirs = both
    for start, end in combinations(range(len(mine.text) + 2), 2):
        ours, spacys = mine.words_at(start, end), theirs.char_span(start, end, alignment_mode="expand")
        if ours is None or spacys is None:
            assert (ours is None) == (spacys is None), (start, end)
        else:
            assert (ours.start, ours.end) == (spacys.start, spacys.end), (start, end)


def test_a_word_before_the_first_is_none(both: tuple[Doc, Parse]) -> None:
    with pytest.raises(IndexError):
        both[0][0].nbor(-1)


def test_a_text_without_a_parse_is_one_sentence() -> None:
    assert len(Doc()) == 0
    assert Doc().sentences == ()


def test_a_word_a_thousand_deep_has_its_subtree(both: tuple[Doc, Parse]) -> None:
    words = ["one"] * 3000
    heads = [max(0, number - 1) for number in range(len(words))]
    chain = Parse(both[1].vocab, words=words, heads=heads, deps=["conj"] * len(words))
    assert [token.i for token in Doc(chain)[0].subtree] == list(range(len(words)))
