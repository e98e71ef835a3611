"""The quick pipeline annotates as spaCy's own does."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.read.model import SyntaxModel
from dateline.read.names_in_text import names_between
from dateline.read.parsed import MODEL

TEXTS = (
    "",
    " ",
    "Halima Osei of the Ubangari Farmers' Union met General Josef Marekov in Dol Marek on 3 March 2030.",
    "There were 40 people in the square. They're gonna march again, she said, and it ain't over.  Let's wait.",
    "The Northern Shield militia shot two herders near Teshkul\nand burned their huts\n\nThe U.N.",
    "KARSAVAN (Newswire) -- Some $2 million was taken from the Bank of Karsavan last Tuesday, Reuters reported.",
    "Do not go there; it had been mined by the rebels' 3rd Brigade, Amina Benhadi told Radio Ubangari in May 2031",
    "New York",
    "There's nobody here, y'all. There are, there is, and it is gonna be said there was gonna be a march.",
)
ATTRIBUTES: list[int | str] = [
    *("ORTH", "TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"),
]


@pytest.fixture(scope="module")
def spacy_itself() -> Language:
    return spacy.load(MODEL)


@pytest.fixture(scope="module")
def quick() -> SyntaxModel:
    return SyntaxModel(MODEL)


def values(doc: Doc) -> list[list[int]]:
    found: list[list[int]] = doc.to_array(ATTRIBUTES).tolist()
    return found


def test_every_annotation_is_spacys(spacy_itself: Language, quick: SyntaxModel) -> None:
    for ours, theirs in zip(quick.annotated(TEXTS), spacy_itself.pipe(TEXTS), strict=True):
        assert values(ours) == values(theirs), theirs.text


def test_words_met_before_are_annotated_alike(quick: SyntaxModel) -> None:
    first = [values(doc) for doc in quick.annotated(TEXTS)]
    assert [values(doc) for doc in quick.annotated(TEXTS)] == first


def test_a_full_memory_is_emptied_and_all_is_worked_out_anew(
    quick: SyntaxModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [values(doc) for doc in quick.annotated(TEXTS)]
    monkeypatch.setattr("dateline.read.word_attributes.WORDS_KEPT", 10)
    assert [values(doc) for doc in quick.annotated(TEXTS)] == first
    assert len(quick.attributes.known) < len({word.text for text in TEXTS for word in quick.language.make_doc(text)})


def test_names_are_found_where_the_recogniser_is_of_another_form(quick: SyntaxModel) -> None:
    [usual] = quick.annotated([TEXTS[2]])
    quick.names.is_usual = False
    [other] = quick.annotated([TEXTS[2]])
    quick.names.is_usual = True
    assert [name.text for name in other.ents] == [name.text for name in usual.ents] != []


def test_a_name_that_begins_inside_another_is_none() -> None:
    assert names_between(0, 5, [2, 4, 2, 4, 4]) == [(0, 2), (3, 4)]
