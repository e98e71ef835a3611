"""Who speaks the quotations of a report: what "I" and "we" inside quotation marks stand for."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from dateline.codebook.actor_words import actor_cues
from dateline.read.parsed import ParsedReport
from dateline.read.quotation_marks import Quoted
from dateline.read.tokens import Doc, Token

NEAR = 40  # tokens around a quotation in which the verb of speech may stand


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


def speakers(parsed: ParsedReport) -> Speakers:
    """The speakers of a report's quotations; one with no verb of speech near has the last of its paragraph."""
    found = Speakers()
    starts = [sentence.start for sentence in parsed.sentences]
    last: int | None = None
    for tokens in quoted_tokens(parsed):
        start, end = tokens[0], tokens[-1] + 1
        first = starts[bisect_right(starts, start) - 1]
        beyond = bisect_right(starts, end - 1)
        last_of_sentence = starts[beyond] if beyond < len(starts) else len(parsed.doc)
        speaker = speaker_near(parsed.doc, (first, last_of_sentence), start, end)
        if speaker is None and is_continued(parsed.doc, first):
            speaker = last
        last = speaker
        for index in tokens:
            found.speaker_of[index] = speaker
    return found


def quoted_tokens(parsed: ParsedReport) -> list[list[int]]:
    """The indices of the tokens inside each quotation."""
    quoted = Quoted.of(parsed.report.text)
    if not quoted.quotations:
        return []
    inside: dict[int, list[int]] = {}
    for token in parsed.doc:
        owner = quoted.at(token.idx)
        if owner is not None:
            inside.setdefault(owner, []).append(token.i)
    return list(inside.values())


def speaker_near(doc: Doc, around: tuple[int, int], start: int, end: int) -> int | None:
    """The subject of a verb of speech in the quotation's first or last sentence, outside the quotation; `around` is
    where these begin and end."""
    first, last = around[0], min(max(around[1], end + 1), len(doc))
    behind, before = range(end, min(last, end + NEAR)), range(start - 1, max(first, start - NEAR) - 1, -1)
    for index in (*behind, *before):
        token = doc[index]
        if token.pos_ == "VERB" and token.lemma_ in actor_cues().speech_verbs:
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


def is_continued(doc: Doc, first: int) -> bool:
    """Whether a sentence that begins with this token stands in a paragraph that has begun before."""
    before = first - 1
    return before >= 0 and not (doc[before].is_space and "\n" in doc[before].text)
