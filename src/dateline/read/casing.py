"""Text as the parser likes it: ordinary case, ordinary spaces, straight quotes, and every character in its place.

The parser was trained on mixed-case text. Wire copy in capitals, headlines In Title Case and texts all in lower case
are recast here, character for character, so that offsets stay the report's own.
"""

from __future__ import annotations

import re

from dateline.read.names_in_capitals import names_in_capitals, names_in_small_letters
from dateline.read.small_words import lower_case_words

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\u00a0": " "})
LINE_BREAK = re.compile(r"[\r\n\t\u2028\u2029\u0085\v\f]")
INITIAL = re.compile(r"(?!a [^\W\d_]{2})(?!i )[^\W\d_]\.? (?=[^\W\d_])")  # before another initial or a name
# "deputy commissioner of police D J Patel": an office with "of" before a name is written large, as it is in print
OFFICE = re.compile(
    r"\b(?:(?:[Aa]dditional|[Dd]eputy|[Jj]oint|[Aa]ssistant|[Ss]enior|[Ff]ormer|[Vv]ice) ){0,2}"
    r"(?:[Cc]ommissioner|[Ss]uperintendent|[Ii]nspector|[Dd]irector|[Mm]inister|[Ss]ecretary|[Cc]hief|[Pp]resident"
    r"|[Gg]overnor|[Gg]eneral|[Jj]udge|[Cc]hairman|[Hh]ead|[Cc]ommander|[Oo]fficer|[Mm]ember)"
    r"(?: general)? of (?:the )?[a-z]+ (?:\([^()]{1,40}\) )?(?=[A-Z])"
)
SMALL_WORD = re.compile(r"\b(?!of |the )[a-z]+")
ALL_CAPITALS, TITLE_CASE, NO_CAPITALS = 0.6, 0.8, 0.1  # shares of the longer words
SENTENCE_END = re.compile(r"[.!?:][\"')\]]*\s+$")


def reading_text(text: str) -> str:
    """One paragraph of a report as the parser is given it; as long as `text`, character by character."""
    if needs_recasing(text):
        text = recase(text)
    return LINE_BREAK.sub(" ", text).translate(STRAIGHT)


def needs_recasing(text: str) -> bool:
    """Whether capitals carry no information: all capitals, no capitals at all, or (nearly) every word has one."""
    words = [word for word in WORD.findall(text) if len(word) > 3]
    if len(words) < 3:
        return False
    upper = sum(map(str.isupper, words))
    titled = sum(word[0].isupper() for word in words)
    share = titled / len(words)
    return upper >= ALL_CAPITALS * len(words) or share >= TITLE_CASE or (share <= NO_CAPITALS and opens_low(text))


def opens_low(text: str) -> bool:
    """Whether the first letter is a small one, as no sentence's in mixed case is."""
    return next((char.islower() for char in text if char.isalpha()), False)


def recase(text: str) -> str:
    """The text with words in lower case where news usually has them so, and capitalised elsewhere."""
    recased = with_names(WORD.sub(lambda match: recased_word(match, text), text), text)
    return OFFICE.sub(lambda match: SMALL_WORD.sub(lambda word: word.group().capitalize(), match.group()), recased)


def with_names(recased: str, text: str) -> str:
    """A recased text with names of bodies as they are in print."""
    letters = list(recased)
    for start, name in names_in_capitals(text) if text.isupper() else names_in_small_letters(text):
        letters[start : start + len(name)] = name
    return "".join(letters)


def recased_word(match: re.Match[str], text: str) -> str:
    word = match.group()
    lower = word.lower()
    if len(lower) != len(word):  # İ and its kin change length: leave them
        return word
    opens = match.start() == 0 or SENTENCE_END.search(text, max(0, match.start() - 6), match.start()) is not None
    if word.isupper() and 1 < len(word) <= 4 and not text.isupper() and lower not in lower_case_words():
        return word
    if len(word) == 1 and INITIAL.match(text, match.start()) and text[match.start() - 1 : match.start()] in {"", " "}:
        return word.upper()
    known = lower in lower_case_words() or lower.removesuffix("'s").removesuffix("’s") in lower_case_words()
    if known and not opens:
        return lower
    return lower[0].upper() + lower[1:] if len(lower[0].upper()) == 1 else lower
