"""What language a text is in, where it is long enough to tell. A doubt is noted, and never a reason to refuse."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

LOOKED_AT = 1_200  # characters from the beginning; more changes no answer
FEWEST_LETTERS = 60
SUREST = 0.9  # probability below which a language other than English is not believed
LETTER = re.compile(r"[^\W\d_]")
CODE = re.compile(r"[A-Za-z]{2,3}(?=$|[-_])")


class Identifier(Protocol):
    """py3langid's, as far as it is used."""

    def classify(self, instance: str) -> tuple[str, float]: ...


@cache
def identifier() -> Identifier:
    """The language model, loaded on first use (half a second, some 100 MB while it is unpacked)."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    loaded: Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return loaded


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the text's language; None where too little is there to tell, or the answer is unsure.

    Capitals are put in lower case first: the model knows ordinary text.
    """
    sample = text[:LOOKED_AT].lower()
    if len(LETTER.findall(sample)) < FEWEST_LETTERS:
        return None
    code, probability = identifier().classify(sample)
    return code if code == "en" or probability >= SUREST else None


def language_note(stated: str | None, detected: str | None) -> str | None:
    """The note on a report that seems not to be English."""
    if detected is not None and detected != "en":
        return f"seems not to be English ({detected}); coded all the same"
    if detected is None and stated is not None and stated != "en":
        return f"is said not to be English ({stated}); coded all the same"
    return None


def language_code(stated: str) -> str | None:
    """The code in what a source states ("en-GB", "EN_us", "en"); None where it states no code."""
    match = CODE.match(stated.strip())
    return match.group().lower() if match else None
