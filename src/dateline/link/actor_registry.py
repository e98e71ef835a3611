"""The actors of a casebook: one id for the same actor in every report, with reasons, open to correction.

The registry is a view over the latest records and the judgements on actors, never a copy. It follows from the set of
records alone: the same whatever their order. Every id that was ever given away goes on leading to its actor.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dateline.codebook.names import name_key
from dateline.link.actor_entries import Entry, display_name, entries, id_of, is_shared, told_country
from dateline.link.actor_groups import Groups, surest_first, unambiguous
from dateline.link.actor_judgements import Ruling, rulings
from dateline.link.actor_ties import Known, Tie, commonest, short_ties, spelling_ties
from dateline.record import Actor, Judgement, Record

AGREED = 0.8  # how sure it is that two private people of one name are one, where that much agrees
AGREEING = ("home", "affiliation", "role", "age")  # what two private people of one name must share one of


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredActor:
    """One actor of the casebook. `ids` are those of all its entries, its own first; `ties` say why they are one."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    names: tuple[str, ...]
    reports: tuple[str, ...]
    ids: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(slots=True)
class Registry:
    """Who is who. `known` are the entries by id, `root` the id of the actor that each belongs to, `called` that of the
    one public person of a full name, with the countries that are told of that person."""

    known: dict[str, Known] = field(default_factory=dict)
    root: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)
    ruling: Ruling = field(default_factory=Ruling)
    called: dict[str, tuple[str, frozenset[str]]] = field(default_factory=dict)
    corrections: dict[str, dict[str, str | None]] = field(default_factory=dict)

    def ids(self, report_id: str, actors: Sequence[Actor]) -> list[str]:
        """The ids of a report's actors in their order."""
        return [self.id_of_entry(entry) for entry in entries(report_id, actors)]

    def entries(self, record: Record) -> list[Entry]:
        """What one record says of each of its actors."""
        return entries(record.report.id, record.actors)

    def id_of_entry(self, entry: Entry) -> str:
        """The id of the actor that an entry belongs to."""
        key = self.ruling.key(entry)
        own = id_of(key)
        if own in self.root:
            return self.root[own]
        called = self.namesake(entry) if key == entry.key else None
        return called or own

    def namesake(self, entry: Entry) -> str | None:
        """The one person in public life whose full name a person has of whom the report tells no more, and no country
        but that person's."""
        if is_shared(entry.key) or not may_be_public(entry.actor):
            return None
        id, countries = self.called.get(name_key(entry.actor.names[0]), (None, frozenset()))
        told = told_country(entry.actor)
        return id if told is None or told in countries else None

    def actor(self, id: str) -> RegisteredActor | None:
        """The actor of an id, or of the id of one of its entries."""
        root = self.root.get(id)
        return next((one for one in self.actors() if one.id == root), None) if root else None

    def countries(self) -> dict[str, str]:
        """The country that most reports state, by the actors' ids."""
        counted: dict[str, Counter[str]] = defaultdict(Counter)
        for id, root in self.root.items():
            counted[root].update(self.known[id].countries)
        return {root: country for root, each in counted.items() if (country := commonest(each))}

    def corrected(self, actor: Actor) -> Actor:
        """An actor of a record, with what a reviewer corrected."""
        changes = self.corrections.get(actor.id)
        if not changes:
            return actor
        codes = replace(actor.codes, sector=changes.get("sector", actor.codes.sector))  # type: ignore[arg-type]
        if "country" in changes:
            codes = replace(codes, country=changes["country"], country_basis="judged" if changes["country"] else "none")
        return replace(actor, name=changes.get("name") or actor.name, codes=codes)

    def actors(self) -> Iterator[RegisteredActor]:
        """All actors that have a name of their own or were judged, those of most reports first."""
        members: dict[str, list[str]] = defaultdict(list)
        for id, root in self.root.items():
            members[root].append(id)
        ties: dict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            ties[self.root[tie.one]].append(tie)
        found = [registered(root, [self.known[id] for id in ids], ties[root]) for root, ids in members.items()]
        corrected = (replace(one, **self.corrections.get(one.id, {})) for one in found)  # type: ignore[arg-type]
        yield from sorted(corrected, key=lambda one: (-len(one.reports), one.name, one.id))


def registry(reports: Iterable[tuple[str, Sequence[Actor]]], judgements: Iterable[Judgement] = ()) -> Registry:
    """The registry over the actors of reports, by the reports' ids, under the judgements on actors."""
    found = Registry(ruling=rulings(judgements))
    loose: list[Entry] = []
    for report_id, actors in reports:
        for entry in entries(report_id, actors):
            take_up(found, entry, loose)
    join_all(found)
    attach(found, loose)
    for id, field_name, value in found.ruling.corrections:
        if id in found.root:
            found.corrections.setdefault(found.root[id], {})[field_name] = value
    return found


def take_up(found: Registry, entry: Entry, loose: list[Entry]) -> None:
    """Notes what the report says under the entry's key, or sets the entry aside until all names are known."""
    key = found.ruling.key(entry)
    id = id_of(key)
    if is_shared(key) or id in found.ruling.ids:
        note(found.known.setdefault(id, Known(key)), entry)
    elif key == entry.key and has_full_name(entry.actor):
        loose.append(entry)


def note(known: Known, entry: Entry) -> None:
    """Adds what one report says."""
    actor = entry.actor
    known.names.update(actor.names or (actor.name,))
    known.kinds[actor.kind] += 1
    known.reports[entry.report_id] = None
    if actor.codes.sector:
        known.sectors[actor.codes.sector] += 1
    if country := told_country(actor):
        known.countries[country] += 1


def join_all(found: Registry) -> None:
    """Puts the entries together: first what was judged, then what the names say, the surest first."""
    groups = Groups(found.known, found.ruling)
    for tie in found.ruling.merges(found.known):
        groups.join(tie)
    for tie in unambiguous(spelling_ties(found.known.values()), found.known):
        groups.join(tie)
    for tie in sorted(short_ties(found.known, groups.roots()), key=surest_first):
        groups.join(tie)
    found.root, found.ties = groups.roots(), sorted(groups.ties, key=surest_first)


def attach(found: Registry, loose: Sequence[Entry]) -> None:
    """Finds those who are somebody: the one public person of their full name, or a private person of whom two reports
    tell the same beside the name."""
    found.called = public_people(found)
    told: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in loose:
        if called := found.namesake(entry):
            note(found.known[called], entry)
            continue
        for attribute in entry.actor.attributes:
            if attribute.name in AGREEING:
                name = name_key(entry.actor.names[0])
                told[name, attribute.name, name_key(attribute.value)].append(entry)
    groups: dict[str, list[Entry]] = {}
    for (_, what, _), same in sorted(told.items()):
        for pair in pairwise(sorted(same, key=lambda entry: entry.key)):
            for entry in pair:  # whoever is compared has an id for good, whatever later reports join or part
                if entry.id not in found.known:
                    note(found.known.setdefault(entry.id, Known(entry.key)), entry)
                    found.root[entry.id] = entry.id
            join_private(found, groups, pair, what)


def public_people(found: Registry) -> dict[str, tuple[str, frozenset[str]]]:
    """Those in public life whose full name nobody else has, with the countries that are told of them."""
    by_name: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    for known in found.known.values():
        root = found.root[known.id]
        countries[root].update(known.countries)
        if known.key[0] == "person":
            by_name[known.key[1]].add(root)
    return {name: (root, frozenset(countries[root])) for name, (root, *others) in by_name.items() if not others}


def join_private(found: Registry, groups: dict[str, list[Entry]], pair: tuple[Entry, Entry], what: str) -> None:
    """Takes private people of one name for one who share an attribute, unless something else that is told differs."""
    first, second = (groups.get(entry.id, [entry]) for entry in pair)
    if first is second or any(differ(a, b) for a in first for b in second):
        return
    if any(frozenset((a.id, b.id)) in found.ruling.apart for a in first for b in second):
        return
    same = sorted((*first, *second), key=lambda entry: entry.key)
    groups.update((entry.id, same) for entry in same)
    found.root.update((entry.id, same[0].id) for entry in same)
    one, other = sorted(entry.id for entry in pair)
    found.ties.append(Tie(one, other, f"the same name, and the same {what}", AGREED))


def differ(one: Entry, other: Entry) -> bool:
    """Whether two people cannot be one: the report tells them apart, or their ages are more than a year apart, or their
    countries differ."""
    if one.report_id == other.report_id or (one.country and other.country and one.country != other.country):
        return True
    first, second = ages_of(one.actor), ages_of(other.actor)
    return bool(first and second) and min(abs(a - b) for a in first for b in second) > 1


def ages_of(actor: Actor) -> set[int]:
    return {int(told.value) for told in actor.attributes if told.name == "age" and told.value.isdecimal()}


def may_be_public(actor: Actor) -> bool:
    """Whether a person may be the public one of that name: a full name, and nothing said that tells a private one."""
    told = {attribute.name for attribute in actor.attributes}
    return has_full_name(actor) and actor.codes.sector is None and not told & {"age", "home"}


def has_full_name(actor: Actor) -> bool:
    """Whether an actor is a person whom the report names by more than one word."""
    return actor.kind == "person" and bool(actor.names) and len(name_key(actor.names[0]).split()) > 1


def registered(root: str, members: Sequence[Known], ties: Sequence[Tie]) -> RegisteredActor:
    """What all entries of an actor say together."""
    own = next(one for one in members if one.id == root)
    names: Counter[str] = sum((one.names for one in members), Counter())
    kinds: Counter[str] = sum((one.kinds for one in members), Counter())
    return RegisteredActor(
        id=root,
        name=display_name(own.key, list(own.names)),
        kind=commonest(kinds) or "person",
        country=commonest(sum((one.countries for one in members), Counter())),
        sector=commonest(sum((one.sectors for one in members), Counter())),
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        reports=tuple(sorted({report for one in members for report in one.reports})),
        ids=(root, *sorted(one.id for one in members if one.id != root)),
        ties=tuple(ties),
    )
