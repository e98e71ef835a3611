"""The actors of a casebook: who they are in all its reports, and how a user says otherwise.

Judgements are appended to the casebook with who judged, when and why; what they change is worked out anew each time, so
that they hold for reports that come later too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import get_args

from dateline.codebook.countries import by_code
from dateline.errors import UsageError
from dateline.link.actor_judgements import CORRECTABLE, SUBJECT
from dateline.link.actor_registry import RegisteredActor, Registry, registry
from dateline.link.registered import registered_records
from dateline.record import Judgement, Record
from dateline.record.values import Sector
from dateline.store.casebook import Casebook


def registry_of(casebook: Casebook) -> Registry:
    """Who is who in the casebook, as it now stands and was judged."""
    return registry(casebook.actors(), casebook.judgements())


def records_of(casebook: Casebook) -> Iterator[Record]:
    """The latest records, with the same id for the same actor in all of them."""
    return registered_records(casebook.records(), registry_of(casebook))


def found_by(actors: Iterable[RegisteredActor], words: str) -> Iterator[RegisteredActor]:
    """The actors whose id or one of whose names has the words, however they are written."""
    wanted = words.casefold()
    for actor in actors:
        if words in actor.ids or any(wanted in name.casefold() for name in (actor.name, *actor.names)):
            yield actor


def merge(casebook: Casebook, one: str, other: str, *, by: str, at: datetime, reason: str | None = None) -> None:
    """Judges that two actors are one. UsageError where they are that already, or an id is no actor's."""
    known = registry_of(casebook)
    if actor(known, casebook, one) == actor(known, casebook, other):
        raise UsageError(f"{one} and {other} are one actor already")
    casebook.judge(Judgement(subject=SUBJECT + one, verdict="merge", new=other, by=by, at=at, reason=reason))


def split(casebook: Casebook, one: str, other: str, *, by: str, at: datetime, reason: str | None = None) -> None:
    """Judges that `one` is not who `other` is: another id of the same actor, or the id of a report that means somebody
    else by the name. UsageError where neither is so."""
    known = registry_of(casebook)
    root = actor(known, casebook, one)
    if (record := casebook.record(other)) is not None:
        meant = [entry.id for entry in known.entries(record) if known.id_of_entry(entry) == root]
        if not meant:
            raise UsageError(f"report {other} does not speak of {one}")
        for id in meant:
            judgement = Judgement(
                subject=SUBJECT + id, verdict="split", field="report", new=other, by=by, at=at, reason=reason
            )
            casebook.judge(judgement)
        return
    if one == other or actor(known, casebook, other) != root:
        raise UsageError(f"{one} and {other} are not one actor: there is nothing to split")
    casebook.judge(Judgement(subject=SUBJECT + one, verdict="split", new=other, by=by, at=at, reason=reason))


def correct(
    casebook: Casebook, id: str, field: str, value: str, *, by: str, at: datetime, reason: str | None = None
) -> None:
    """Judges what an actor's name, country (ISO 3166-1 alpha-3) or sector (PLOVER) is; empty: not known. UsageError for
    a code that is in no list."""
    known = registry_of(casebook)
    root = actor(known, casebook, id)
    if field not in CORRECTABLE:
        raise UsageError(f"{field!r} cannot be corrected (only {', '.join(CORRECTABLE)})")
    if field == "country" and value and (value not in by_code() or len(value) != 3):
        raise UsageError(f"{value!r} is no country of ISO 3166-1 alpha-3 (write RUS or MEX)")
    if field == "sector" and value and value not in get_args(Sector):
        raise UsageError(f"{value!r} is no PLOVER sector (one of {' '.join(get_args(Sector))})")
    if field == "name" and not value.strip():
        raise UsageError("a name cannot be empty")
    before = known.actor(root)
    old = getattr(before, field) if before else None
    judgement = Judgement(
        subject=SUBJECT + id, verdict="correct", field=field, old=old, new=value, by=by, at=at, reason=reason
    )
    casebook.judge(judgement)


def actor(known: Registry, casebook: Casebook, id: str) -> str:
    """The id under which the actor of an id now goes; UsageError where the casebook has none of this id."""
    if id in known.root:
        return known.root[id]
    for report_id, actors in casebook.actors():  # one who is known in one report only
        if id in known.ids(report_id, actors):
            return id
    raise UsageError(f"{casebook.path} has no actor {id!r} (dateline actors list shows those it has)")
