"""Actors: who the phrases of a report stand for, with name, kind, country, sector, and what they are part of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.codebook.actor_list import ActorList
from dateline.codebook.actor_words import known_actors
from dateline.codebook.countries import by_code, country_of_capital
from dateline.read.actor_names import name_words, text_of
from dateline.read.findings import ActorPhrase
from dateline.read.parsed import ParsedReport
from dateline.read.tokens import Token
from dateline.record import Actor, ActorMention, Attribute, Codes
from dateline.record.values import ActorKind, CountryBasis, Sector
from dateline.resolve.actor_attributes import attribute, attributes_of
from dateline.resolve.actor_codes import country_in, sector_of
from dateline.resolve.gazetteer import Gazetteer
from dateline.resolve.membership import Tie, ties
from dateline.resolve.mere_places import without_places
from dateline.resolve.report_country import report_country

INTERNATIONAL = frozenset(("state", "place_as_actor"))
WEAK_SECTORS = frozenset(("CVL", None))


@dataclass(frozen=True, slots=True)
class ResolvedActors:
    """The actors of a report and their mentions; every mention's `actor_id` names one of `actors`."""

    actors: tuple[Actor, ...] = ()
    mentions: tuple[ActorMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One phrase of an actor, with its tokens."""

    phrase: ActorPhrase
    bounds: tuple[int, int]
    words: tuple[Token, ...]

    @property
    def is_pronoun(self) -> bool:
        return len(self.words) == 1 and self.words[0].pos_ == "PRON" and not self.phrase.is_name


def resolve_actors(parsed: ParsedReport, found: Sequence[ActorPhrase], gazetteer: Gazetteer) -> ResolvedActors:
    """The actors behind the phrases, numbered "x1", "x2", ... in the order of their first mention; mentions "a1", ...

    Guaranteed: every actor has a mention and every mention an actor; `part_of` never leads back to where it began.
    Country (ISO 3166-1 alpha-3) and sector (PLOVER) are None where neither the words nor the report tell them. The
    report tells the country where it clearly speaks of one.
    """
    found = without_places(parsed, found, gazetteer)
    by_cluster: dict[int, list[Member]] = {}
    for phrase in found:
        by_cluster.setdefault(phrase.cluster, []).append(member(parsed, phrase))
    ids = {cluster: f"x{number}" for number, cluster in enumerate(by_cluster, start=1)}
    mentions = tuple(
        ActorMention(
            start=p.span.start, end=p.span.end, text=p.span.text, id=f"a{n}", kind=p.kind, actor_id=ids[p.cluster]
        )
        for n, p in enumerate(found, start=1)
    )
    bounds = {m.phrase.token: m.bounds for members in by_cluster.values() for m in members}
    tied = ties(parsed.doc, found, bounds)
    part_of = {cluster: tie.whole for cluster, tie in tied.items()}
    own = {
        cluster: as_listed(actor(parsed, members, ids[cluster]), parsed.listed)
        for cluster, members in by_cluster.items()
    }
    home = report_country(parsed, gazetteer) if found else None
    said: dict[str, list[str]] = {}
    for mention in mentions:
        said.setdefault(mention.actor_id, []).append(mention.id)
    actors = tuple(
        replace(
            one,
            part_of=ids.get(part_of.get(cluster, -1)),
            codes=codes_with_context(one, cluster, own, part_of, home),
            attributes=(*one.attributes, *affiliation(parsed, one, tied.get(cluster), own)),
            mentions=tuple(said[one.id]),
        )
        for cluster, one in own.items()
    )
    return ResolvedActors(actors, mentions)


def affiliation(parsed: ParsedReport, one: Actor, tie: Tie | None, own: dict[int, Actor]) -> Iterator[Attribute]:
    """The body that a person belongs to, in the words that say so."""
    if one.kind != "person" or tie is None or own[tie.whole].kind not in {"organisation", "armed_unit"}:
        return
    span = parsed.span(parsed.doc[tie.start : tie.end])
    if span is not None:
        yield attribute("affiliation", own[tie.whole].name, span)


def member(parsed: ParsedReport, phrase: ActorPhrase) -> Member:
    """The phrase with the tokens that its span covers."""
    doc, start, end = parsed.doc, phrase.token, phrase.token + 1
    while start > 0 and doc[start - 1].idx >= phrase.span.start:
        start -= 1
    while end < len(doc) and doc[end].idx < phrase.span.end:
        end += 1
    return Member(phrase, (start, end), tuple(doc[start:end]))


def actor(parsed: ParsedReport, members: Sequence[Member], actor_id: str) -> Actor:
    """An actor by its own mentions alone."""
    kind = kind_of(members)
    named = any(m.phrase.is_name for m in members)
    found = (each for m in members for each in attributes_of(parsed, m.phrase, m.bounds, named=named))
    attributes = distinct(found)
    country, basis = own_country(members, kind)
    names = names_of(parsed, members, kind)
    return Actor(
        id=actor_id,
        name=(state_name(kind, country) or names[0]) if names else described(parsed, members),
        names=names,
        kind=kind,
        codes=Codes(
            country=country, sector=own_sector(members, kind) or private(kind, attributes), country_basis=basis
        ),
        attributes=attributes,
    )


def as_listed(one: Actor, listed: ActorList) -> Actor:
    """The actor as the user's list has it; what the list leaves open stays as read."""
    found = listed.find(one.names, one.codes.country) if one.names else None
    if found is None:
        return one
    codes = Codes(
        country=found.country or one.codes.country,
        sector=found.sector or one.codes.sector,
        country_basis="list" if found.country else one.codes.country_basis,
    )
    return replace(one, name=found.name, listed=found.id, kind=found.kind or one.kind, codes=codes)


def private(kind: ActorKind, attributes: Sequence[Attribute]) -> Sector | None:
    """CVL for a person of whom the report tells an age or a home and no role: PLOVER's catch-all for individuals."""
    told = {attribute.name for attribute in attributes}
    return "CVL" if kind == "person" and told & {"age", "home"} and "role" not in told else None


def distinct(attributes: Iterable[Attribute]) -> tuple[Attribute, ...]:
    """Attributes without those that say the same again."""
    kept: dict[tuple[str, str], Attribute] = {}
    for one in attributes:
        kept.setdefault((one.name, one.value.casefold()), one)
    return tuple(kept.values())


def kind_of(members: Sequence[Member]) -> ActorKind:
    """The kind that most mentions have, names before descriptions, descriptions before pronouns."""
    names = [m for m in members if m.phrase.is_name]
    told = names or [m for m in members if not m.is_pronoun] or members
    return Counter(m.phrase.kind for m in told).most_common(1)[0][0]


def names_of(parsed: ParsedReport, members: Sequence[Member], kind: ActorKind) -> tuple[str, ...]:
    """All by which the report calls the actor, the fullest first: a person's names without titles, a body's without
    an article."""
    names = dict.fromkeys(bare_name(parsed, m, kind) for m in members if m.phrase.is_name)
    return tuple(sorted(names, key=lambda name: (-len(name.split()), -len(name))))


def state_name(kind: ActorKind, country: str | None) -> str | None:
    """The country's own name for a state."""
    return by_code()[country].name if kind == "state" and country else None


def described(parsed: ParsedReport, members: Sequence[Member]) -> str:
    """The first description, or the pronoun where there is nothing else."""
    descriptions = [m for m in members if not m.is_pronoun] or list(members)
    return bare_name(parsed, descriptions[0], "group")


def bare_name(parsed: ParsedReport, one: Member, kind: ActorKind) -> str:
    """The name in a mention, without title and article; a known body's alone."""
    if one.phrase.known is not None:
        return one.phrase.known.text
    start, end = one.bounds
    if kind == "person":
        start, end = name_words(parsed.doc, start, one.phrase.token)
    elif parsed.doc[start].pos_ == "DET" and start < one.phrase.token:
        start += 1
    span = parsed.span(parsed.doc[start:end])
    return span.text if span is not None else one.phrase.span.text


def own_country(members: Sequence[Member], kind: ActorKind) -> tuple[str | None, CountryBasis]:
    """The country that the mentions name, the first of them to do so, and how it is known."""
    for one in members:
        if one.is_pronoun:
            continue
        if code := country_in(words_beside_name(one)):
            return code, "stated"
        if code := known_country(one):
            return code, "known"
        if kind == "state" and (code := country_of_capital(one.phrase.span.text)):
            return code, "stated"
    return None, "none"


def words_beside_name(one: Member) -> tuple[Token, ...]:
    """The mention's words; a person's without the name, which may be a country's too ("Michael Jordan")."""
    if one.phrase.kind != "person" or not one.phrase.is_name:
        return one.words
    start, end = name_words(one.words[0].doc, one.bounds[0], one.phrase.token)
    return tuple(word for word in one.words if not start <= word.i < end)


def known_country(one: Member) -> str | None:
    """The country of a body known by its name."""
    words = one.words[1:] if one.words[0].pos_ == "DET" else one.words
    known = known_actors().get(one.phrase.known.text if one.phrase.known else text_of(words))
    return known.country if known is not None else None


def own_sector(members: Sequence[Member], kind: ActorKind) -> Sector | None:
    """The sector that the mentions tell: the first that says more than that somebody is a civilian."""
    if kind in INTERNATIONAL:
        return "GOV"
    told = [sector_of(m.words, m.phrase.token - m.bounds[0]) for m in members if not m.is_pronoun]
    strong = [sector for sector in told if sector not in WEAK_SECTORS]
    return strong[0] if strong else next((sector for sector in told if sector), None)


def codes_with_context(
    one: Actor, cluster: int, own: dict[int, Actor], part_of: dict[int, int], home: str | None
) -> Codes:
    """The actor's codes; what its own words leave open comes from what it is part of, then from the report."""
    country, sector, basis = one.codes.country, one.codes.sector, one.codes.country_basis
    whole = own.get(part_of.get(cluster, -1))
    if whole is not None:
        if country is None and whole.codes.country:
            country, basis = whole.codes.country, "whole"
        sector = sector if sector not in WEAK_SECTORS or whole.kind == "state" else whole.codes.sector or sector
    if country is None and home and one.kind != "place_as_actor" and not is_international(one):
        country, basis = home, "report"
    return Codes(country=country, sector=sector, country_basis=basis)


def is_international(one: Actor) -> bool:
    """Whether the actor is a named body that has no country of its own."""
    known = known_actors().get(one.name)
    return known is not None and known.country is None and known.sector is None
