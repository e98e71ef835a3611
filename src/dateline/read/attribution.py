"""Attribution: who says, thinks or wants what, by which word, in which words.

Every verb, and every noun or adjective with a complement, is a candidate cue. Its traits (the word, how its content
hangs on it, who its subject is) are weighed by the lexicon of cues, whose weights were measured on marked-up news; a
quotation is tied to the word that reports it by the punctuation between them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dateline.codebook.cues import attitudes, cue_odds, verbs_of_saying
from dateline.read.attribution_phrases import cue_span, source_span, venue_of
from dateline.read.blending import blended
from dateline.read.contents import content_spans, is_estimate
from dateline.read.cues import Candidate, candidate, traits, with_source_outside
from dateline.read.findings import Attribution
from dateline.read.parsed import ParsedReport
from dateline.read.quotation_marks import MARK, Quoted
from dateline.read.quotelinks import QuoteLinks, link_quotations
from dateline.read.source_opinions import weighed_source
from dateline.read.sources import is_quoted_as
from dateline.read.tokens import Token
from dateline.record import Span
from dateline.record.values import ClaimKind

LEAST_ODDS = 0.0  # log odds from which a candidate counts as a cue: more likely than not
FIRST_AND_SECOND = frozenset(("i", "we", "you"))
RESPONSIBLE_VERBS = frozenset(("claim", "accept", "admit", "assume", "take", "deny", "disclaim", "disavow"))
RESPONSIBILITY = frozenset(("responsibility", "involvement", "blame", "guilt"))


def attributions(parsed: ParsedReport) -> tuple[Attribution, ...]:
    """Who says what, in the order of the cues; a source is None where nobody is named.

    Guaranteed: spans are the report's own words, no two attributions share a cue, and every one has content. Time is
    linear in the report's length.
    """
    quoted = Quoted.of(parsed.report.text)
    links = link_quotations(parsed, quoted)
    cues = [heard(parsed, item) for item, names in candidates(parsed, quoted, links) if is_cue(parsed, item, names)]
    found = [(item, one) for item in cues if (one := attribution(parsed, item, quoted)) is not None]
    return with_cueless(parsed, found, quoted, links)


def heard(parsed: ParsedReport, item: Candidate) -> Candidate:
    """The candidate with the source that parse and encoder find together; hearsay and who is quoted as saying something
    are told by the construction alone."""
    if item.frame == "adverb" or is_quoted_as(item.token):
        return item
    return replace(item, source=weighed_source(parsed, item.token, item.source))


def with_cueless(
    parsed: ParsedReport, found: list[tuple[Candidate, Attribution]], quoted: Quoted, links: QuoteLinks
) -> tuple[Attribution, ...]:
    """The attributions, with quotations that nobody is said to speak added to what the last speaker says."""
    result = [one for _, one in found]
    speaking = [place for place, (item, one) in enumerate(found) if speaks(item, one)]
    starts = [found[place][0].token.idx for place in speaking]
    told = {index for one in result for piece in one.content for index in quoted.beginning_in(piece.start, piece.end)}
    for index, earliest in links.cueless:
        if index in told:
            continue
        nearest = bisect_left(starts, quoted.quotations[index].start) - 1
        if nearest >= 0 and starts[nearest] >= earliest:
            one = result[speaking[nearest]]
            pieces = [parsed.cut(start, end) for start, end in quoted.quotations[index].pieces]
            kind: ClaimKind = "direct" if one.kind == "direct" else "mixed"
            added = (piece for piece in pieces if piece is not None)
            result[speaking[nearest]] = replace(one, content=(*one.content, *added), kind=kind)
    return tuple(result)


def speaks(item: Candidate, one: Attribution) -> bool:
    """Whether an attribution has somebody who says something."""
    saying = bool(item.quotations) or item.token.lemma_.lower() in verbs_of_saying() or item.frame == "according"
    return saying and one.source is not None


def is_cue(parsed: ParsedReport, item: Candidate, names: list[str]) -> bool:
    """Whether a candidate is a cue by its traits and by the encoder, or tells, within what somebody says, what somebody
    else said."""
    if item.frame == "adverb" or takes_or_denies(item) or any(map(is_estimate, item.token.rights)):
        return True
    if item.frame == "colon":  # the encoder was shown words
        return cue_odds(names) >= LEAST_ODDS
    return blended("cue", opinions(parsed, item, names)) >= LEAST_ODDS or is_told_within(item, names)


def opinions(parsed: ParsedReport, item: Candidate, names: list[str]) -> dict[str, float]:
    """What lexicon and encoder say of a candidate as a cue."""
    start = item.token.idx
    return {"lexicon": cue_odds(names), "encoder": parsed.encoded.tag("cues", "cue", start, start + len(item.token))}


def takes_or_denies(item: Candidate) -> bool:
    """Whether somebody claims, admits or denies responsibility, or a deed, or lays one to another (coding guide, 7)."""
    lemma = item.token.lemma_.lower()
    if (lemma in {"deny", "admit"} and item.frame == "small") or (lemma == "accuse" and alleges_deed(item.token)):
        return True
    if lemma not in RESPONSIBLE_VERBS:
        return False
    return any(child.dep_ == "dobj" and child.lemma_.lower() in RESPONSIBILITY for child in item.token.children)


def alleges_deed(verb: Token) -> bool:
    """Whether somebody is accused of doing something."""
    ofs = (child for child in verb.rights if child.lower_ == "of")
    return any(deed.dep_ == "pcomp" for preposition in ofs for deed in preposition.children)


def is_told_within(item: Candidate, names: list[str]) -> bool:
    """Whether a candidate reports words within reported words ("he said the police had said that ...").

    The marked-up news gives each word one source at most, so that its weights speak against them; a record wants both.
    """
    if item.frame != "clause" or item.source is None or item.token.lemma_.lower() not in verbs_of_saying():
        return False
    if item.source.head.i != item.token.i or item.source.lower_ in FIRST_AND_SECOND:
        return False
    named = item.source.pos_ in {"NOUN", "PROPN"}
    return ("inside clause" in names and "quoted" not in names) or ("quoted" in names and named)


def candidates(parsed: ParsedReport, quoted: Quoted, links: QuoteLinks) -> Iterator[tuple[Candidate, list[str]]]:
    """The candidates of a report with their traits."""
    titles = title_bounds(parsed)
    for token in parsed.doc:
        item = candidate(token, links.reported_by.get(token.i, ()))
        if item is not None:
            inside = quoted.at(token.idx) is not None
            apart = item.source is not None and quoted.at(item.source.idx) is not None
            item = with_source_outside(item, quoted=inside, source_quoted=apart)
            yield item, list(traits(item, quoted=inside, titled=titles[0] <= token.idx < titles[1]))


def title_bounds(parsed: ParsedReport) -> tuple[int, int]:
    """Where the title stands: the section of that kind, or the first of several lines."""
    for section in parsed.report.sections:
        if section.kind == "title":
            return section.start, section.end
    return 0, max(0, parsed.report.text.find("\n"))


def attribution(parsed: ParsedReport, item: Candidate, quoted: Quoted) -> Attribution | None:
    """A cue with its source and content; None where nothing is ascribed."""
    content = content_spans(parsed, item, quoted)
    cue = cue_span(parsed, item)
    if not content or cue is None:
        return None
    source = source_span(parsed, item.source, item.token) if item.source is not None else None
    return Attribution(
        source=source,
        source_token=item.source.i if item.source is not None and source is not None else None,
        cue=cue,
        content=content,
        kind=kind_of(content, direct=bool(item.quotations)),
        venue=venue_of(parsed, item.token),
        stance="attitude" if item.token.lemma_.lower() in attitudes() else "statement",
    )


def kind_of(content: tuple[Span, ...], *, direct: bool) -> ClaimKind:
    """Direct where all of the content stands between marks, mixed where some of it does."""
    if direct:
        return "direct"
    return "mixed" if any(MARK.search(span.text.replace("’", "")) for span in content) else "indirect"
