"""Incidents of a casebook: links what has come in, gives the incidents as views, and takes judgements on them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

from dateline.errors import UsageError
from dateline.link.accounts import Account, Place, account, incident_id
from dateline.link.policies import DEFAULT, policy_named
from dateline.link.reasons import Reason, reasons
from dateline.link.rulings import FIELD, Judged, parts_of, written
from dateline.link.telling import Sketch, packed, unpacked
from dateline.link.views import incident
from dateline.record import Incident, Judgement, Record
from dateline.record.incident import Standing
from dateline.store.casebook import Casebook
from dateline.store.linking import StoredMember

ROOM = Path(__file__).parent / "link"
SKETCHES_AT_ONCE = 200
SUBJECT = "incident:"
MOST_EXPLAINED = 30  # reports of an incident whose pairs are gone through
Verdict = Literal["merge", "split", "confirm", "reject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What a linking did: to how many events, of how many incidents; how many there are in all, and how many of these
    more than one report tells of."""

    events: int
    incidents: int
    all_incidents: int
    told_together: int


@cache
def linker_version() -> str:
    """Twelve hexadecimal digits that change with the sources and data of linking."""
    digest = hashlib.sha256()
    for path in sorted(ROOM.rglob("*")):
        if path.suffix in (".py", ".csv"):
            digest.update(path.relative_to(ROOM).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


def link_casebook(casebook: Casebook, *, anew: bool = False) -> Linking:
    """Links what has come since it was last linked; everything with `anew`, or where linking itself has changed.

    Both give the same incidents. They are in the casebook, all of them, when it returns; a run that is killed leaves
    those that were there before, and the next one goes on.
    """
    linker = linker_version()
    sketch_readings(casebook, linker)
    while (done := linked_once(casebook, linker, anew=anew)) is None:
        sketch_readings(casebook, linker)  # another process has stored something meanwhile
    return summary(casebook, done)


def sketch_readings(casebook: Casebook, linker: str, of: Collection[str] | None = None) -> None:
    """Makes the sketches that are not there yet, and keeps them, some at a time; `of` some reports alone, where these
    are named."""
    from dateline.link.sketching import sketch_of

    waiting = casebook.unsketched(linker, of)
    while some := list(islice(waiting, SKETCHES_AT_ONCE)):
        casebook.keep_sketches({number: packed(sketch_of(record)) for number, record in some}, linker=linker)


def linked_once(casebook: Casebook, linker: str, *, anew: bool) -> list[StoredMember] | None:
    """The events that were put into incidents; None where something came in between."""
    from dateline.link.linking import link

    standing, judgements = casebook.standing(), casebook.judgements()
    stored = casebook.sketches(linker)
    read = {one.report_id: one.reading for one in stored}
    is_old = standing.linker == linker and not anew
    if is_old and standing.readings == read and standing.judgements == len(judgements):
        return []
    sketches = {one.report_id: unpacked(one.data) for one in stored}
    before: list[Sketch] | None = None
    judged: set[str] = set()
    if is_old:
        old = {at for name, at in standing.readings.items() if read.get(name) != at}
        unchanged = [sketches[name] for name, at in standing.readings.items() if read.get(name) == at]
        before = [*unchanged, *map(unpacked, casebook.sketches_of(old, linker))]
        judged = reports_judged(judgements[standing.judgements :])
        judged |= casebook.companions(judged)
    found = [
        StoredMember(one.report_id, one.event_id, incident_id(group[0].report_id, group[0].event_id), one.origin)
        for group in link(sketches.values(), judgements, before=before, judged=judged)
        for one in group
    ]
    return found if casebook.keep_incidents(found, read=read, linker=linker, heeded=len(judgements)) else None


def reports_judged(judgements: Iterable[Judgement]) -> set[str]:
    """The reports that judgements on incidents are about."""
    return {one.report_id for judgement in judgements for part in parts_of(judgement) for one in part}


def summary(casebook: Casebook, done: Sequence[StoredMember]) -> Linking:
    """What was done, in numbers."""
    reports: dict[str, str] = {}
    several: set[str] = set()
    for member in casebook.memberships():
        if reports.setdefault(member.incident, member.report_id) != member.report_id:
            several.add(member.incident)
    return Linking(
        events=len(done),
        incidents=len({one.incident for one in done}),
        all_incidents=len(reports),
        told_together=len(several),
    )


def incidents_of(casebook: Casebook, records: Iterable[Record], *, policy: str = DEFAULT) -> Iterator[Incident]:
    """The incidents over these records, each when the last of its events has come by.

    An event that was not linked yet is an incident of its own. UsageError for a policy that is not there.
    """
    policy_named(policy)
    known = {(one.report_id, one.event_id): one for one in casebook.memberships()}
    left = Counter(one.incident for one in known.values())
    judged = standings(casebook.judgements())
    waiting: dict[str, list[Account]] = {}
    for record in records:
        for event in record.events:
            member = known.get((record.report.id, event.id))
            id = member.incident if member else incident_id(record.report.id, event.id)
            waiting.setdefault(id, []).append(account(record, event, origin=member.origin if member else None))
            left[id] -= 1
            if left[id] <= 0:
                yield view(id, waiting.pop(id), policy=policy, judged=judged)
    for id, accounts in waiting.items():
        yield view(id, accounts, policy=policy, judged=judged)


def view(id: str, accounts: Sequence[Account], *, policy: str, judged: Mapping[Place, Standing]) -> Incident:
    """One incident; confirmed or rejected where all of its events are."""
    verdicts = {judged.get(one.place) for one in accounts}
    judgement = verdicts.pop() if len(verdicts) == 1 else None
    return incident(id, accounts, policy=policy, judgement=judgement)


def standings(judgements: Iterable[Judgement]) -> dict[Place, Standing]:
    """The events that were confirmed or rejected; the last word on an event holds."""
    found: dict[Place, Standing] = {}
    for judgement in judgements:
        for one in (one for part in parts_of(judgement) for one in part):
            place = one.report_id, one.start, one.end
            if judgement.verdict == "split":
                found.pop(place, None)
            else:
                found[place] = "rejected" if judgement.verdict == "reject" else "confirmed"
    return found


def one_incident(casebook: Casebook, id: str, *, policy: str = DEFAULT) -> tuple[Incident, list[Record]] | None:
    """The incident of that id with the records of its reports; None where there is none."""
    members = casebook.members_of(id)
    if not members:
        return None
    records = [record for name in dict.fromkeys(m.report_id for m in members) if (record := casebook.record(name))]
    origins = {(m.report_id, m.event_id): m.origin for m in members}
    accounts = [
        account(record, event, origin=origins[record.report.id, event.id])
        for record in records
        for event in record.events
        if (record.report.id, event.id) in origins
    ]
    return view(id, accounts, policy=policy, judged=standings(casebook.judgements())), records


def reasons_for(casebook: Casebook, incident: Incident) -> list[Reason]:
    """Why the reports of an incident are taken to tell of one happening, and what speaks against it."""
    from dateline.link.sketching import sketch_of

    wanted = {(one.report_id, one.event_id) for one in incident.events}
    records = [record for name in incident.reports[:MOST_EXPLAINED] if (record := casebook.record(name))]
    sketches = [sketch_of(record) for record in records]
    return reasons(
        [
            (sketch, telling)
            for sketch in sketches
            for telling in sketch.tellings
            if any((sketch.report_id, anchor.event_id) in wanted for anchor in telling.events)
        ]
    )


def judge(
    casebook: Casebook,
    verdict: Verdict,
    incidents: Sequence[str],
    *,
    events: Sequence[str] = (),
    by: str,
    at: datetime,
    reason: str | None = None,
) -> list[str]:
    """Appends a judgement on incidents, and links again what it touches; the incidents that its events are in now.

    `merge` makes several incidents one, `split` takes `events` (as REPORT:EVENT) out of an incident, `confirm` holds an
    incident's events together, `reject` says that they tell of no happening. UsageError where that makes no sense.
    """
    link_casebook(casebook)
    groups = [judged_events(casebook, name) for name in dict.fromkeys(incidents)]
    if verdict == "merge" and len(groups) < 2:
        raise UsageError("to merge takes two incidents or more")
    if verdict == "split" and not events:
        raise UsageError("to split takes the events that do not belong to the incident, as REPORT:EVENT")
    parts = parted(groups[0], events) if verdict == "split" else groups
    judgement = Judgement(
        subject=SUBJECT + incidents[0],
        verdict=verdict,
        field=FIELD,
        new=written(parts),
        by=by,
        at=at,
        reason=reason,
    )
    casebook.judge(judgement)
    link_casebook(casebook)
    judged = {(one.report_id, one.event_id) for group in groups for one in group}
    return sorted({m.incident for m in casebook.memberships() if (m.report_id, m.event_id) in judged})


def judged_events(casebook: Casebook, id: str) -> list[Judged]:
    """The events of an incident as a judgement names them; UsageError where there is no such incident."""
    found = one_incident(casebook, id)
    if found is None:
        raise UsageError(f"{casebook.path} has no incident {id!r} (dateline export --format incidents lists them)")
    incident, records = found
    named = {(one.report_id, one.event_id) for one in incident.events}
    return [
        Judged(record.report.id, event.id, event.triggers[0].start, event.triggers[0].end)
        for record in records
        for event in record.events
        if (record.report.id, event.id) in named
    ]


def parted(group: Sequence[Judged], events: Sequence[str]) -> list[list[Judged]]:
    """What is taken out of an incident, and what stays."""
    named = {f"{one.report_id}:{one.event_id}" for one in group}
    if unknown := [name for name in events if name not in named]:
        raise UsageError(f"{unknown[0]!r} is no event of the incident (it has {', '.join(sorted(named))})")
    out = [one for one in group if f"{one.report_id}:{one.event_id}" in events]
    stays = [one for one in group if one not in out]
    if not stays:
        raise UsageError("all events of the incident were named: one of them has to stay")
    return [out, stays]
