"""A report's words as plain objects, read off the parser's output once.

The readers ask words for their lemma, head or children some hundred thousand times a report: an attribute of a plain
object is there in a fifth of the time that a look-up in spaCy's arrays takes. Names and meanings are spaCy's own
(https://spacy.io/api/token).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, overload

from spacy.lang.en.lex_attrs import like_num
from spacy.lang.lex_attrs import is_bracket, is_punct, is_quote
from spacy.tokens import Doc as Parse

READ: list[int | str] = ["ORTH", "SPACY", "LEMMA", "POS", "TAG", "DEP", "MORPH", "ENT_TYPE", "ENT_IOB", "SENT_START"]
IN_ENTITY = ("", "I", "O", "B")
POSITION = attrgetter("i")


class Form(NamedTuple):
    """What can be told of a word without its context."""

    lower: str
    is_space: bool
    is_punct: bool
    is_quote: bool
    is_bracket: bool
    is_alpha: bool
    is_digit: bool
    like_num: bool


@lru_cache(maxsize=50_000)
def form_of(text: str) -> Form:
    """A word's form, remembered for the next time that it is read."""
    tests = (str.isspace, is_punct, is_quote, is_bracket, str.isalpha, str.isdigit, like_num)
    return Form(text.lower(), *(bool(test(text)) for test in tests))


class Token:
    """A word and its place in the parse."""

    __slots__ = (
        *("doc", "i", "idx", "text", "whitespace_", "lemma_", "pos_", "tag_", "dep_", "is_plural", "ent_type_"),
        *("ent_iob_", "is_sent_start", "lower_", "is_space", "is_punct", "is_quote", "is_bracket", "is_alpha"),
        *("is_digit", "like_num", "head", "lefts", "rights", "children", "left_edge", "right_edge"),
    )
    head: Token
    lefts: Sequence[Token]
    rights: Sequence[Token]
    children: Sequence[Token]
    left_edge: Token
    right_edge: Token

    def __init__(self, doc: Doc, i: int, idx: int, *, strings: Any, row: Sequence[int]) -> None:
        orth, space, lemma, pos, tag, dep, morph, ent_type, ent_iob, sent_start = row
        self.doc, self.i, self.idx = doc, i, idx
        self.text: str = strings[orth]
        self.whitespace_ = " " if space else ""
        self.lemma_: str = strings[lemma]
        self.pos_: str = strings[pos]
        self.tag_: str = strings[tag]
        self.dep_: str = strings[dep]
        self.is_plural = "Number=Plur" in strings[morph]
        self.ent_type_: str = strings[ent_type]
        self.ent_iob_ = IN_ENTITY[ent_iob]
        self.is_sent_start = sent_start == 1
        form = form_of(self.text)
        self.lower_, self.is_space, self.is_punct, self.is_quote = form[:4]
        self.is_bracket, self.is_alpha, self.is_digit, self.like_num = form[4:]

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def text_with_ws(self) -> str:
        """Its letters, and the blank after it if there is one."""
        return self.text + self.whitespace_

    @property
    def sent(self) -> Words:
        """Its sentence."""
        return Words(self.doc, *self.doc.bounds[self.i])

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, from its head up to the root of the sentence."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    @property
    def subtree(self) -> Iterator[Token]:
        """The word with all that hangs on it, directly or not, from left to right."""
        found = [self]  # without recursion: a list of a thousand names is a thousand deep
        for token in found:
            found += token.children
        return iter(sorted(found, key=POSITION))

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The words that are coordinated with it."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for token in found:
            found += [child for child in token.rights if child.dep_ == "conj"]
        return tuple(token for token in found if token is not self)

    def nbor(self, step: int = 1) -> Token:
        """The word some steps on; IndexError where the text has none."""
        if self.i + step < 0:
            raise IndexError(f"no word {-step} before word {self.i}")
        return self.doc.tokens[self.i + step]

    def is_ancestor(self, other: Token) -> bool:
        """Whether the other hangs on this one, directly or not."""
        return any(token is self for token in other.ancestors)


class Words:
    """Some words in a row."""

    __slots__ = ("doc", "end", "label_", "start")

    def __init__(self, doc: Doc, start: int, end: int, label: str = "") -> None:
        self.doc, self.start, self.end, self.label_ = doc, start, end, label

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Words: ...
    def __getitem__(self, at: int | slice) -> Token | Words:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Words(self.doc, self.start + start, self.start + max(start, end))
        if not -len(self) <= at < len(self):
            raise IndexError(f"no word {at} of {len(self)}")
        return self.doc.tokens[self.start + at if at >= 0 else self.end + at]

    @property
    def start_char(self) -> int:
        """Where they begin in the text."""
        return self.doc.tokens[self.start].idx if self.start < len(self.doc) else len(self.doc.text)

    @property
    def end_char(self) -> int:
        """Where they end in the text."""
        if self.start == self.end:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last)

    @property
    def text(self) -> str:
        """The words as they stand in the text."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Words:
        """The sentence of the first."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The word that stands highest in the parse, the first of equals."""
        tokens = self.doc.tokens[self.start : self.end]
        outer = [token for token in tokens if token.head is token or not self.start <= token.head.i < self.end]
        return outer[0] if len(outer) == 1 else min(outer, key=steps_up, default=self.doc.tokens[self.start])


def steps_up(token: Token) -> int:
    """How far a word is from its sentence's root; as far as can be for space and marks that nothing hangs on."""
    if token.head is not token and not token.children and (token.is_space or token.is_punct):
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)


class Doc:
    """The words of a report, which was parsed in parts. `user_data` keeps what is worked out of them once."""

    __slots__ = ("bounds", "ents", "lowers", "offsets", "sentences", "text", "tokens", "user_data")

    def __init__(self, *parts: Parse) -> None:
        self.text = "".join(part.text for part in parts)
        self.tokens = list(self._read(parts))
        join(self.tokens, [steps for part in parts for steps in part.to_array("HEAD").astype("int64").tolist()])
        self.offsets = [token.idx for token in self.tokens]
        self.lowers = [token.lower_ for token in self.tokens]
        self.sentences = tuple(self._sentences())
        self.bounds = [(one.start, one.end) for one in self.sentences for _ in range(len(one))]
        self.ents = tuple(self._entities())
        self.user_data: dict[str, Any] = {}

    def _read(self, parts: Sequence[Parse]) -> Iterator[Token]:
        rows = ((part.vocab.strings, row) for part in parts for row in part.to_array(READ).tolist())
        offset = 0
        for i, (strings, row) in enumerate(rows):
            token = Token(self, i, offset, strings=strings, row=row)
            offset += len(token.text) + len(token.whitespace_)
            yield token

    def _sentences(self) -> Iterator[Words]:
        starts = [token.i for token in self.tokens if token.is_sent_start or token.i == 0]
        for start, end in zip(starts, [*starts[1:], len(self.tokens)], strict=False):
            yield Words(self, start, end)

    def _entities(self) -> Iterator[Words]:
        for token in self.tokens:
            if token.ent_iob_ == "B" and token.ent_type_:
                end = token.i + 1
                while end < len(self.tokens) and self.tokens[end].ent_iob_ == "I":
                    end += 1
                yield Words(self, token.i, end, token.ent_type_)

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Words: ...
    def __getitem__(self, at: int | slice) -> Token | Words:
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Words(self, start, max(start, end))
        return self.tokens[at]

    def words_at(self, start: int, end: int) -> Words | None:
        """The words that a stretch of the text covers, at least in part; None outside of the text."""
        if not 0 <= start < len(self.text) or not 0 < end <= len(self.text):
            return None
        first, last = (bisect_right(self.offsets, offset) - 1 for offset in (start, end - 1))
        if start == self.offsets[first] + len(self.tokens[first]):  # in the blank after a word
            first += 1
        return Words(self, first, last + 1)


def join(tokens: Sequence[Token], steps_to_head: Sequence[int]) -> None:
    """Ties the words of a text to each other."""
    lefts: list[list[Token]] = [[] for _ in tokens]
    rights: list[list[Token]] = [[] for _ in tokens]
    for token, steps in zip(tokens, steps_to_head, strict=True):
        token.head = tokens[token.i + steps]
        if steps:
            (lefts if steps > 0 else rights)[token.head.i].append(token)
    for token, before, after in zip(tokens, lefts, rights, strict=True):
        token.lefts, token.rights, token.children = before, after, before + after
    for token, first, last in zip(tokens, outermost(tokens), outermost(tokens[::-1]), strict=True):
        token.left_edge, token.right_edge = first, last


def outermost(tokens: Sequence[Token]) -> Iterator[Token]:
    """For each word of a text, the first of all words in the order given that hangs on it or is it."""
    found: dict[int, Token] = {}
    for token in tokens:
        above = token
        while above.i not in found:
            found[above.i] = token
            above = above.head
    return (found[i] for i in range(len(tokens)))
