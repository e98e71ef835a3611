"""Contents: the words that a cue ascribes.

What belongs to a content follows PolNeAR's guidelines (Newell, Margolin and Ruths 2018): "that" and quotation marks
are inside, the cue and the source are not, even where they stand in the middle; the closing full stop is inside only
before a closing mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.cues import verbs_of_saying
from dateline.read.attribution_phrases import TOPIC_PREPOSITIONS
from dateline.read.cues import Candidate
from dateline.read.parsed import ParsedReport
from dateline.read.quotation_marks import Quoted
from dateline.read.token_facts import sentence_bounds
from dateline.read.tokens import Token
from dateline.record import Span

COMPLEMENTS = frozenset(("ccomp", "xcomp", "csubj", "acomp", "attr", "oprd"))
ADDRESSED = frozenset(("tell", "inform", "remind", "assure", "notify", "advise", "warn"))
FEWEST_BEFORE = 4  # tokens of a clause that a verb of saying closes
STEPS = 6
TRAILING = frozenset(".,;:-–—")
LONGEST_MARK = 2  # characters of an opening quotation mark


def content_spans(parsed: ParsedReport, item: Candidate, quotations: Quoted) -> tuple[Span, ...]:
    """The pieces of a candidate's content, in text order; none where there is nothing ascribed."""
    quoted = [piece for index in item.quotations for piece in quotations.quotations[index].pieces]
    if quoted:
        return tuple(span for start, end in quoted if (span := parsed.cut(start, end)) is not None)
    if item.frame == "colon":
        return tuple(span for span in [after_colon(parsed, item.token, quotations)] if span is not None)
    inside: set[int] = set()
    for part in content_parts(item):
        inside.update(range(part.left_edge.i, part.right_edge.i + 1))
    inside -= left_out(item)
    if not inside and (run := clause_before(item)) is not None:
        inside = set(range(*run))
    found = (content_words(parsed, item.token, run, quotations) for run in runs(sorted(inside)))
    return apart([span for span in found if span is not None])


def apart(spans: list[Span]) -> tuple[Span, ...]:
    """The spans in text order without those that begin inside one before them."""
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def content_parts(item: Candidate) -> Iterator[Token]:
    """The heads of what is ascribed."""
    token = item.token
    if item.frame in {"according", "adverb", "inserted"}:
        yield clause_of(token)
    elif token.pos_ in {"NOUN", "ADJ"}:
        yield from noun_parts(item)
    else:
        yield from verb_parts(item)


def clause_of(token: Token) -> Token:
    """The verb of the clause that an adverbial belongs to; of several joined ones the first."""
    head = token.head
    for _ in range(STEPS):
        if head.head.i == head.i or (head.pos_ in {"VERB", "AUX"} and head.dep_ != "conj"):
            break
        head = head.head
    return head


def verb_parts(item: Candidate) -> Iterator[Token]:
    """Clauses, objects and the subject of a passive; a hearer is no part of what is said."""
    token = item.token
    lemma = token.lemma_.lower()
    clauses = [child for child in token.children if child.dep_ in COMPLEMENTS and not ends_in_semicolon(child)]
    yield from clauses
    if lemma not in ADDRESSED:
        yield from (child for child in token.children if child.dep_ == "dobj")
    if item.frame.endswith("+passive") or item.source is None or lemma in verbs_of_saying():
        yield from (child for child in token.children if is_told_subject(child, item))
    if not clauses:
        yield from prepositional_parts(item)


def is_told_subject(child: Token, item: Candidate) -> bool:
    """Whether a subject is part of what is told: of a passive, of "seems", of "The vote, said Smith, was rigged"."""
    if item.source is not None and child.i == item.source.i:
        return False
    if child.dep_ == "nsubj" and item.source is not None and not ends_before(child, ","):
        return False
    return child.dep_ in {"nsubjpass", "csubjpass", "nsubj"} and child.lower_ not in {"it", "there"}


def ends_in_semicolon(clause: Token) -> bool:
    """Whether a clause before its verb is a sentence of its own."""
    return ends_before(clause, ";")


def ends_before(part: Token, mark: str) -> bool:
    """Whether a mark stands right behind a part of a sentence."""
    edge = part.right_edge
    return edge.i + 1 < len(edge.doc) and edge.nbor().text == mark


def prepositional_parts(item: Candidate) -> Iterator[Token]:
    """ "of fraud" in "accused them of fraud" with its preposition; "the lie" alone in "called out the lie"."""
    first = item.frame.partition("+")[0]
    reports = item.token.lemma_.lower() in verbs_of_saying()
    for child in item.token.rights:
        if child.dep_ != "prep":
            continue
        if child.lower_ == first and not item.frame.endswith("+passive"):
            if not reports or first in TOPIC_PREPOSITIONS:
                yield from (noun for noun in child.children if noun.dep_ in {"pobj", "pcomp"})
        elif child.lower_ in TOPIC_PREPOSITIONS or is_estimate(child):
            yield child


def is_estimate(preposition: Token) -> bool:
    """Whether a phrase gives the number that somebody puts something at ("put the toll at 40")."""
    if preposition.lower_ != "at" or preposition.head.lemma_.lower() not in {"put", "estimate"}:
        return False
    numbered = range(preposition.i + 1, preposition.right_edge.i + 1)
    return any(preposition.doc[place].pos_ == "NUM" for place in numbered)


def clause_before(item: Candidate) -> tuple[int, int] | None:
    """The words that an unconnected verb of saying closes ("..., the army said on Monday"), as a run of tokens."""
    token = item.token
    if token.lemma_.lower() not in verbs_of_saying() or token.pos_ != "VERB":
        return None
    start, end = sentence_bounds(token)[0], token.i
    if item.source is not None and item.source.i < token.i:
        end = min(end, item.source.left_edge.i)
    before = [word for word in token.doc[start:end] if not word.is_space]
    if len(before) < FEWEST_BEFORE or before[-1].text not in {",", '"'}:
        return None
    return (start, end) if any(word.pos_ in {"VERB", "AUX"} for word in before) else None


def after_colon(parsed: ParsedReport, colon: Token, quotations: Quoted) -> Span | None:
    """What follows a colon, to the end of the line or of the sentence."""
    end = colon.i + 1
    while end < len(colon.doc) and not (
        colon.doc[end].is_space or (end > colon.i + 1 and colon.doc[end].is_sent_start)
    ):
        end += 1
    return content_words(parsed, colon, (colon.i + 1, end), quotations)


def noun_parts(item: Candidate) -> Iterator[Token]:
    wanted = item.frame.partition(":")[2]
    for child in item.token.rights:
        if child.dep_ in {"acl", "ccomp", "xcomp"} and wanted in {"clause", "infinitive"}:
            yield child
            return
        if child.dep_ == "prep" and child.lower_ == wanted:
            yield from (noun for noun in child.children if noun.dep_ in {"pobj", "pcomp"})
            return


def left_out(item: Candidate) -> set[int]:
    """The tokens of the cue and the source, and of whatever else hangs on an inserted cue."""
    token = item.token
    out = {token.i}
    if item.frame in {"according", "inserted"}:
        return set(range(token.left_edge.i, token.right_edge.i + 1))
    source = item.source
    if source is not None and not source.left_edge.i <= token.i <= source.right_edge.i:
        out.update(range(source.left_edge.i, source.right_edge.i + 1))
    return out | {child.i for child in token.children if child.dep_ in {"aux", "auxpass", "neg", "punct"}}


def runs(indices: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring token indices, half open."""
    start = last = None
    for index in indices:
        if last is None or index != last + 1:
            if start is not None and last is not None:
                yield start, last + 1
            start = index
        last = index
    if start is not None and last is not None:
        yield start, last + 1


def content_words(parsed: ParsedReport, cue: Token, run: tuple[int, int], quotations: Quoted) -> Span | None:
    """A run as a span: without punctuation at its edges, but with both of a pair of quotation marks."""
    doc = cue.doc
    start, end = run
    while start < end and (doc[start].is_space or doc[start].text in TRAILING):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in TRAILING):
        end -= 1
    if start >= end or all(doc[i].is_punct for i in range(start, end)):
        return None
    span = parsed.span(doc[start:end])
    return None if span is None else with_whole_quotation(parsed, span, quotations, cue)


def with_whole_quotation(parsed: ParsedReport, span: Span, quoted: Quoted, cue: Token) -> Span:
    """The span with all of a quotation that begins in it, and with the opening mark right before it.

    A quotation that the cue itself stands in sets no bounds.
    """
    start, end = span.start, span.end
    first, last = quoted.piece_at(start), quoted.piece_at(end - 1)
    if last is not None and last[0] >= start:
        end = last[1]
    if first is not None and start - first[0] <= LONGEST_MARK and not first[0] <= cue.idx < first[1]:
        start, end = first[0], max(end, first[1])
    return parsed.cut(start, end) or span
