"""Quotations and who speaks them: what "I" and "we" inside quotation marks stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.codebook.actor_words import actor_cues

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
STRAIGHT = frozenset(('"', "''", "``"))


@dataclass(slots=True)
class Speakers:
    """For each token inside quotation marks, the token of its speaker (None where the text names nobody)."""

    speaker_of: dict[int, int | None] = field(default_factory=dict)

    def is_quoted(self, token: int) -> bool:
        """Whether the token stands inside quotation marks."""
        return token in self.speaker_of

    def of(self, token: int) -> int | None:
        """The head of the words that name who says the token."""
        return self.speaker_of.get(token)


def speakers(doc: Doc) -> Speakers:
    """The speakers of a report's quotations. A quotation ends at the latest where its paragraph does."""
    found = Speakers()
    last: int | None = None
    for start, end in quotations(doc):
        speaker = speaker_near(doc, start, end)
        if speaker is None and start and is_continued(doc, start):
            speaker = last
        last = speaker
        for index in range(start, end):
            found.speaker_of[index] = speaker
    return found


def quotations(doc: Doc) -> list[tuple[int, int]]:
    """The token bounds of what stands between quotation marks."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for token in doc:
        if opened is not None and (token.text in CLOSING or token.text in STRAIGHT):
            if token.i > opened + 1:
                found.append((opened + 1, token.i))
            opened = None
        elif token.text in OPENING or token.text in STRAIGHT:
            opened = token.i
        elif token.is_space and "\n" in token.text and opened is not None:
            found.append((opened + 1, token.i))
            opened = None
    return found


def speaker_near(doc: Doc, start: int, end: int) -> int | None:
    """The subject of a verb of speech in the quotation's sentence, outside the quotation."""
    first, last = doc[start].sent.start, doc[end - 1].sent.end
    last = min(max(last, end + 1), len(doc))
    for index in (*range(end, min(last, end + 40)), *range(start - 1, max(first, start - 40) - 1, -1)):
        token = doc[index]
        if token.lemma_ in actor_cues().speech_verbs and token.pos_ == "VERB":
            subject = subject_of(token)
            if subject is not None and not start <= subject.i < end:
                return subject.i
    return None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or of the verb that it is coordinated with."""
    for word in (verb, verb.head):
        for child in word.children:
            if child.dep_ == "nsubj":
                return child
        if verb.dep_ != "conj":
            break
    return None


def is_continued(doc: Doc, start: int) -> bool:
    """Whether the quotation stands in a paragraph that has begun before its sentence."""
    before = doc[start].sent.start - 1
    return before >= 0 and not (doc[before].is_space and "\n" in doc[before].text)
