"""Who speaks between the marks: from each quotation to the word that reports it.

A quotation's cue stands in the same paragraph, in the sentence that leads up to it (He said: "...") or follows it
("...," she said). A quotation without a cue of its own goes on with the one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.codebook.cues import verbs_of_saying
from dateline.read.parsed import ParsedReport
from dateline.read.quotation_marks import MARK, PARAGRAPH, Quotation, Quoted
from dateline.read.tokens import Doc, Token

SENTENCE_END = frozenset((".", "!", "?", ";"))
GOES_ON = frozenset(",-–—")
ENDS_SPEECH = frozenset(",.!?…—-")
LOOK_BACK = 80  # characters before a quotation that may tell whether it opens a paragraph or a sentence
LONGEST_GAP = 60  # tokens between a quotation and its cue
FEWEST_WORDS = 4  # of a quotation in mid-sentence that is speech and not a borrowed term


@dataclass(frozen=True)
class QuoteLinks:
    """`reported_by[i]`: the quotations, by index, that token i reports.

    `cueless`: speech that no word reports, as quotations by index; with each, the offset from which on an earlier cue
    may be the one it goes on with.
    """

    reported_by: dict[int, tuple[int, ...]]
    cueless: tuple[tuple[int, int], ...]


def link_quotations(parsed: ParsedReport, quoted: Quoted) -> QuoteLinks:
    """The cue of each quotation that is speech."""
    reader = LinkReader(parsed, quoted)
    reported: dict[int, list[int]] = {}
    cueless: list[tuple[int, int]] = []
    last: int | None = None
    for index in range(len(quoted.quotations)):
        cue = reader.own_cue(index)
        if cue is None and last is not None and reader.goes_on(index):
            cue = last
        if cue is not None:
            reported.setdefault(cue, []).append(index)
        elif reader.is_speech(index):
            cueless.append((index, reader.earliest_cue(index)))
        last = cue
    return QuoteLinks({cue: tuple(indices) for cue, indices in reported.items()}, tuple(cueless))


class LinkReader:
    """Looks for cues in the gaps between quotations."""

    def __init__(self, parsed: ParsedReport, quoted: Quoted) -> None:
        self.text = parsed.report.text
        self.doc: Doc = parsed.doc
        self.quotations: tuple[Quotation, ...] = quoted.quotations
        self.offsets = [token.idx for token in self.doc]
        self.paragraphs = [match.span() for match in PARAGRAPH.finditer(self.text)]
        self.paragraph_starts = [start for start, _ in self.paragraphs]

    def own_cue(self, index: int) -> int | None:
        """The cue before or behind a quotation, whichever its punctuation points to."""
        if not self.is_speech(index):
            return None
        inner = self.inner_end(index)
        before, behind = self.gap_before(index), self.gap_behind(index)
        if self.is_introduced(before):
            return self.cue_before(before)
        leads = bool(before) and (before[-1].text in {":", ","} or before[-1].pos_ == "VERB")
        if before and before[-1].text == ":":
            return first_of(self.cue_before(before), self.cue_behind(behind))
        if inner in GOES_ON or self.follows(index).startswith(","):
            return first_of(self.cue_behind(behind), self.cue_before(before) if leads else None)
        if found := self.cue_before(before) if leads else None:
            return found
        lower = self.follows(index).lstrip()[:1].islower()
        return self.cue_behind(behind) if inner != "." or lower else None

    def is_speech(self, index: int) -> bool:
        """Whether a quotation is somebody's words as a sentence, not a term between marks."""
        quotation = self.quotations[index]
        words = self.text[quotation.start : quotation.end]
        bare = MARK.sub("", words).strip()
        opens = self.opens_paragraph(index)
        before = "" if opens else self.text[max(0, quotation.start - LOOK_BACK) : quotation.start].rstrip()
        if self.inner_end(index) in ENDS_SPEECH and (not before or not before[-1].isalnum()):
            return True
        if not before or before[-1] in ".!?:":
            return len(bare.split()) > 1
        return len(bare.split()) >= FEWEST_WORDS and (bare[:1].isupper() or before[-1] == ",")

    def is_introduced(self, before: list[Token]) -> bool:
        """Whether a verb of saying and a comma stand right before a quotation."""
        return len(before) > 1 and before[-1].text == "," and before[-2].lemma_.lower() in verbs_of_saying()

    def goes_on(self, index: int) -> bool:
        """Whether a quotation without a cue goes on with the one before: in the same paragraph with a sentence between
        them at most, or as the opening of the next."""
        if not self.is_speech(index):
            return False
        here, last = self.quotations[index], self.quotations[index - 1]
        between = self.tokens(last.end, here.start)
        if sum(word.text in SENTENCE_END for word in between) > 1:
            return False
        return self.earliest_cue(index) <= last.end

    def earliest_cue(self, index: int) -> int:
        """Where the paragraph of a quotation begins, or the one before if the quotation opens its own."""
        place = self.paragraph_index(self.quotations[index].start)
        if self.opens_paragraph(index):
            place = self.paragraph_above(place)
        return self.paragraphs[place][0]

    def paragraph_above(self, place: int) -> int:
        """The paragraph before another that is not blank; the same where there is none."""
        above = place - 1
        while above >= 0 and not self.text[slice(*self.paragraphs[above])].strip():
            above -= 1
        return above if above >= 0 else place

    def inner_end(self, index: int) -> str:
        """The last character inside the marks."""
        quotation = self.quotations[index]
        inside = self.text[quotation.start : quotation.end].rstrip("”\"'’» ")
        return inside[-1:]

    def follows(self, index: int) -> str:
        """A few characters behind the closing mark."""
        end = self.quotations[index].end
        return self.text[end : end + 12]

    def paragraph_index(self, offset: int) -> int:
        return max(0, bisect_left(self.paragraph_starts, offset + 1) - 1)

    def paragraph_of(self, offset: int) -> tuple[int, int]:
        """The bounds of the paragraph that an offset lies in."""
        return self.paragraphs[self.paragraph_index(offset)]

    def opens_paragraph(self, index: int) -> bool:
        """Whether nothing stands before a quotation in its paragraph."""
        start = self.quotations[index].start
        begin = self.paragraph_of(start)[0]
        return start - begin <= LOOK_BACK and not self.text[begin:start].strip()

    def introduction(self, index: int) -> int | None:
        """Where the paragraph before a quotation's begins if it ends in a colon ("He said:" and a new line)."""
        place = self.paragraph_index(self.quotations[index].start)
        above = self.paragraph_above(place)
        words = self.text[slice(*self.paragraphs[above])].rstrip()
        return self.paragraphs[above][0] if above != place and words.endswith((":", ",")) else None

    def gap_before(self, index: int) -> list[Token]:
        """The words of the sentence that leads up to a quotation, back to the quotation before it."""
        quotation = self.quotations[index]
        start = self.paragraph_of(quotation.start)[0]
        if self.opens_paragraph(index):
            introduced = self.introduction(index)
            start = start if introduced is None else introduced
        if index and self.quotations[index - 1].end > start:
            start = self.quotations[index - 1].end
        words = self.tokens(start, quotation.start)[-LONGEST_GAP:]
        for place in range(len(words) - 1, -1, -1):
            if words[place].text in SENTENCE_END:
                return words[place + 1 :]
        return words

    def gap_behind(self, index: int) -> list[Token]:
        """The words that follow a quotation, up to the sentence's end or the next quotation."""
        quotation = self.quotations[index]
        end = self.paragraph_of(quotation.end - 1)[1]
        if index + 1 < len(self.quotations):
            end = min(end, self.quotations[index + 1].start)
        words = self.tokens(quotation.end, end)[:LONGEST_GAP]
        for place, word in enumerate(words):
            if word.text in SENTENCE_END:
                return words[:place]
        return words

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens between two offsets that are no white space."""
        first, last = bisect_left(self.offsets, start), bisect_left(self.offsets, end)
        return [token for token in self.doc[first:last] if not token.is_space]

    def cue_before(self, words: list[Token]) -> int | None:
        """The reporting verb nearest before a quotation."""
        verbs = [word for word in words if word.pos_ == "VERB"]
        said = [word for word in verbs if word.lemma_.lower() in verbs_of_saying()]
        if said and any(word.lower_ == "that" and word.dep_ == "mark" and word.i > said[-1].i for word in words):
            return None  # a clause with a quotation in it: the parse knows where it begins
        chosen = said or (verbs if words and words[-1].text in {":", ","} else [])
        if chosen or not words or words[-1].text != ":":
            return chosen[-1].i if chosen else None
        return words[-1].i

    def cue_behind(self, words: list[Token]) -> int | None:
        """The reporting verb nearest behind a quotation, not one inside a clause that describes the speaker."""
        verbs = [word for word in words if word.pos_ == "VERB"]
        said = [word for word in verbs if word.lemma_.lower() in verbs_of_saying()]
        plain = [word for word in said if word.dep_ not in {"relcl", "acl"}]
        chosen = plain or said or verbs
        return chosen[0].i if chosen else None


def first_of(one: int | None, other: int | None) -> int | None:
    """The one where there is one, else the other."""
    return other if one is None else one
