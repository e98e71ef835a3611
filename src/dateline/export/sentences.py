"""The sentence around a span, for people who read a row without the report beside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from dateline.export.word_lists import word_list
from dateline.record import Report, Span

# An end: a full stop or its like, closing quotes, space, and then something that can begin a sentence. Initials and
# short forms with a capital after them ("Gen. Sakala", "J. Banda", "Nov. 4") end none.
END = re.compile(
    r"""(?:(?P<word>\b\w++)|(?<![.!?…]))[.!?…]++["'”’)\]]*+\s++(?=["'“‘(\[]*+[A-Z0-9])|\n+"""  # possessive: linear
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Where the sentences of a report begin: found once, asked often."""

    text: str
    begins: list[int]

    @classmethod
    def of(cls, report: Report) -> Sentences:
        """The sentences of a report, no sentence reaching out of its section."""
        begins = {0, *(section.start for section in report.sections)}
        begins |= {found.end() for found in END.finditer(report.text) if not is_short_form(found["word"])}
        return cls(report.text, sorted(begins))

    def around(self, span: Span) -> str:
        """The words from the beginning of the sentence that the span begins in to the end of the one it ends in."""
        first = self.begins[max(bisect_right(self.begins, span.start) - 1, 0)]
        after = bisect_left(self.begins, span.end)
        last = self.begins[after] if after < len(self.begins) else len(self.text)
        return " ".join(self.text[first:last].split())


def is_short_form(word: str | None) -> bool:
    """Whether a full stop after the word is more likely that of a short form."""
    return word is not None and (word.casefold() in word_list("short_forms.txt") or (len(word) == 1 and word.isupper()))
