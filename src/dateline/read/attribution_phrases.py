"""The phrases of an attribution: the words that name the source, the cue and the venue ("in a statement", "the BBC").

A source has its title and its apposition and no relative clause; a cue has its helping verbs and the preposition that
its content hangs on; a venue is in, on or to what somebody speaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.codebook.cues import venue_words, verbs_of_saying
from dateline.read.cues import FRAME_PREPOSITIONS, Candidate
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Span

TOPIC_PREPOSITIONS = frozenset(("of", "as", "for", "about", "against", "to"))
LONGEST_SOURCE = 60  # tokens; longer ones come from broken parses
MEDIA = frozenset(("in", "on", "at", "via", "by", "through", "over", "during", "to", "with", "from"))
HEARERS = frozenset(("dobj", "dative"))
TELLING = frozenset(("tell", "inform", "brief", "remind", "assure", "email", "text"))


def source_span(parsed: ParsedReport, head: Token, cue: Token, *, with_medium: bool = False) -> Span | None:
    """The phrase of a source: with its title, its place and its apposition, without a relative clause behind it, and
    without where it speaks ("on Telegram") unless that is asked for."""
    start, end = head.left_edge.i, head.i + 1
    for child in head.rights:
        if child.left_edge.i <= cue.i <= child.right_edge.i or ends_source(child):
            break
        if is_medium(child) and not with_medium:
            break
        end = child.right_edge.i + 1
    if start <= cue.i < end:
        start, end = (cue.i + 1, end) if cue.i < head.i else (start, cue.i)
    end = before_relative_clause(head, end)
    for title in cue.lefts:  # "police chief Smith said", which the parse takes for two subjects
        if title.dep_ == "nsubj" and title.right_edge.i == start - 1 and title.i != head.i:
            start = title.left_edge.i
    start, end = max(start, head.i - LONGEST_SOURCE), min(end, head.i + LONGEST_SOURCE)
    return words(parsed, head.doc[start:end])


def before_relative_clause(head: Token, end: int) -> int:
    """The end moved before a relative clause that a comma sets off, whichever noun of the phrase it hangs on."""
    for place in range(head.i + 1, end):
        word = head.doc[place]
        first = word.left_edge.i
        if word.dep_ == "relcl" and head.i < first <= place and word.doc[first - 1].text == ",":
            return first - 1
    return end


def ends_source(child: Token) -> bool:
    """Whether a source's phrase stops before this part of it."""
    if child.dep_ == "acl":
        return child.nbor(-1).text == ","
    return child.dep_ in {"relcl", "advcl", "ccomp", "parataxis"}


def is_medium(preposition: Token) -> bool:
    """Whether a phrase behind a speaker's name says where the words were spoken."""
    if preposition.dep_ != "prep" or preposition.lower_ not in {"in", "on", "via"}:
        return False
    return any(noun.lemma_.lower() in venue_words() for noun in preposition.children if noun.dep_ == "pobj")


def cue_span(parsed: ParsedReport, item: Candidate) -> Span | None:
    """The cue with its helping verbs before it and the preposition that its content hangs on."""
    token = item.token
    start, end = token.i, token.i + 1
    helpers = {child.i for child in token.lefts if child.dep_ in {"aux", "auxpass", "neg"}}
    between = {child.i for child in token.lefts if child.dep_ == "advmod" and child.left_edge.i == child.right_edge.i}
    while start - 1 in helpers or (start - 1 in between and start - 2 in helpers):
        start -= 1
    if hangs_on_preposition(item):
        end = next((c.i + 1 for c in token.rights if c.i == token.i + 1 and c.dep_ in {"prep", "prt"}), end)
    return parsed.span(token.doc[start:end])


def hangs_on_preposition(item: Candidate) -> bool:
    """Whether the preposition behind a cue leads to its content ("called for") and not to a place ("said on air")."""
    preposition = item.frame.rpartition(":")[2]
    if item.token.lower_ == "according" or preposition in TOPIC_PREPOSITIONS:
        return True
    return preposition in FRAME_PREPOSITIONS and item.token.lemma_.lower() not in verbs_of_saying()


def venue_of(parsed: ParsedReport, cue: Token) -> Span | None:
    """The words for where something was said; None where the text does not tell."""
    if cue.lower_ == "according":
        return None
    for noun in venue_heads(cue):
        if noun.lemma_.lower() in venue_words() or (noun.head.i == cue.i and is_outlet(noun)):
            return source_span(parsed, noun, cue, with_medium=True)
    return None


def is_outlet(hearer: Token) -> bool:
    """Whether somebody told is a paper or a station by its name: an organisation, or "the Herald"."""
    if hearer.ent_type_ == "ORG":
        return True
    titled = any(child.lower_ == "the" for child in hearer.children)
    return titled and hearer.tag_ == "NNP" and hearer.ent_type_ not in {"GPE", "NORP", "LOC"}


def venue_heads(cue: Token) -> Iterator[Token]:
    """The nouns that may name a venue: those addressed, then those behind a preposition, nearest first."""
    telling = cue.lemma_.lower() in TELLING
    for child in cue.children:
        if telling and child.dep_ in HEARERS:
            yield child
        elif child.dep_ in {"prep", "dative"} and child.lower_ in MEDIA:
            yield from (noun for noun in child.children if noun.dep_ == "pobj")
        elif child.dep_ == "nsubj":
            yield from venues_of_subject(child)


def venues_of_subject(subject: Token) -> Iterator[Token]:
    """The media that the parse hangs on the speaker: "Smith in a video said ..."."""
    for child in subject.rights:
        if is_medium(child):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def words(parsed: ParsedReport, tokens: Iterable[Token]) -> Span | None:
    """Tokens as a span without white space and punctuation at the edges."""
    kept = list(tokens)
    while kept and (is_edge(kept[-1], ")]") or kept[-1].tag_ == "POS"):
        kept.pop()
    while kept and is_edge(kept[0], "(["):
        kept.pop(0)
    return parsed.span(kept[0].doc[kept[0].i : kept[-1].i + 1]) if kept else None


def is_edge(token: Token, brackets: str) -> bool:
    """Whether a token is left off at the edge of a phrase."""
    return token.is_space or (token.is_punct and token.text not in brackets)
