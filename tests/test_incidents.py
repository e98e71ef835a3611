"""Incidents of a casebook: linked as reports come, the same whatever the order, judged, and never lost."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.errors import UsageError
from dateline.incidents import incidents_of, judge, link_casebook, one_incident, reasons_for
from dateline.record import Incident, Record
from dateline.store import linking
from dateline.store.casebook import Casebook
from made_happenings import FIRST_DAY, NAMES, SCENES, TOWNS, Happening, finished, renumbered, told
from made_up import contents

NOW = datetime(2031, 6, 1, tzinfo=UTC)
RECORDS = [
    told(
        Happening(town=list(TOWNS)[n], day=FIRST_DAY + timedelta(days=9 * n), name=NAMES[n], scene=SCENES[n]),
        id=f"r{n}{part}",
        after=1 + part,
        publisher=f"Paper {part}",
    )
    for n in range(3)
    for part in range(3)
]
Groups = set[frozenset[str]]


def casebook_of(path: Path, *batches: Iterable[Record]) -> Casebook:
    """A casebook that was linked after each batch."""
    casebook = Casebook(path, create=True)
    for batch in batches:
        casebook.store([finished(record) for record in batch], coder="one")
        link_casebook(casebook)
    return casebook


def killings(casebook: Casebook) -> dict[str, Incident]:
    """The incidents of violence by the reports that they hold."""
    found = incidents_of(casebook, casebook.records())
    return {" ".join(one.reports): one for one in found if one.type == "ASSAULT"}


def groups(casebook: Casebook) -> Groups:
    return {
        frozenset(f"{e.report_id}:{e.event_id}" for e in one.events)
        for one in incidents_of(casebook, casebook.records())
    }


def test_reports_of_one_killing_are_one_incident(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        assert sorted(killings(casebook)) == ["r00 r01 r02", "r10 r11 r12", "r20 r21 r22"]


@settings(deadline=None, max_examples=10)
@given(st.permutations(RECORDS), st.integers(1, 8))
def test_neither_order_nor_batches_make_a_difference(
    tmp_path_factory: pytest.TempPathFactory, records: list[Record], cut: int
) -> None:
    folder = tmp_path_factory.mktemp("order")
    with (
        casebook_of(folder / "a.db", records[:cut], records[cut:]) as one,
        casebook_of(folder / "b.db", RECORDS) as other,
    ):
        assert groups(one) == groups(other)
        before = contents(folder / "a.db")
        link_casebook(one, anew=True)
        link_casebook(one)
        assert contents(folder / "a.db") == before


def test_a_report_read_anew_takes_the_place_of_its_old_reading(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        casebook.store([finished(renumbered(RECORDS[0]))], coder="two")
        link_casebook(casebook)
        assert "r00 r01 r02" in killings(casebook)
        assert len(list(casebook.memberships())) == 2 * len(RECORDS)


def test_an_event_that_was_not_linked_yet_is_an_incident_of_its_own(tmp_path: Path) -> None:
    with Casebook(tmp_path / "c.db", create=True) as casebook:
        casebook.store([finished(record) for record in RECORDS[:2]], coder="one")
        assert sorted(killings(casebook)) == ["r00", "r01"]


def test_a_merge_holds_when_all_is_linked_again(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        ids = [killings(casebook)[name].id for name in ("r00 r01 r02", "r10 r11 r12")]
        [left] = judge(casebook, "merge", ids, by="Ada", at=NOW, reason="one raid")
        assert killings(casebook)["r00 r01 r02 r10 r11 r12"].id == left
        link_casebook(casebook, anew=True)
        assert killings(casebook)["r00 r01 r02 r10 r11 r12"].judgement == "confirmed"
        [kept] = casebook.judgements()
        assert (kept.by, kept.at, kept.reason, kept.verdict) == ("Ada", NOW, "one raid", "merge")


def test_a_split_holds_when_reports_are_read_anew(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        whole = killings(casebook)["r00 r01 r02"].id
        judge(casebook, "split", [whole], events=["r01:e1"], by="Ada", at=NOW)
        assert {"r00 r02", "r01"} <= killings(casebook).keys()
        casebook.store([finished(renumbered(record)) for record in RECORDS], coder="two")
        link_casebook(casebook)
        assert {"r00 r02", "r01"} <= killings(casebook).keys()


def test_a_rejected_incident_stays_alone_until_it_is_merged(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        judge(casebook, "reject", [killings(casebook)["r00 r01 r02"].id], by="Ada", at=NOW)
        found = killings(casebook)
        assert [found[name].judgement for name in ("r00", "r01", "r02")] == ["rejected"] * 3
        judge(casebook, "merge", [found["r00"].id, found["r01"].id], by="Bo", at=NOW)
        assert killings(casebook)["r00 r01"].judgement == "confirmed"
        assert len(casebook.judgements()) == 2


def test_a_judgement_waits_for_reports_that_come_later(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS[:6]) as casebook:
        judge(casebook, "confirm", [killings(casebook)["r00 r01 r02"].id], by="Ada", at=NOW)
        casebook.store([finished(record) for record in RECORDS[6:]], coder="one")
        link_casebook(casebook)
        assert killings(casebook)["r00 r01 r02"].judgement == "confirmed"
        assert killings(casebook)["r20 r21 r22"].judgement is None


@settings(deadline=None, max_examples=10)
@given(st.integers(0, 10**6))
def test_judgements_give_the_same_one_by_one_and_anew(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("judged") / "c.db"
    with casebook_of(path, RECORDS) as casebook:
        for _ in range(3):
            one, other = chance.sample(sorted(found.id for found in killings(casebook).values()), 2)
            incident, _ = one_incident(casebook, one) or pytest.fail("it is there")
            event = incident.events[0]
            if chance.random() < 0.4 or len(incident.events) == 1:
                judge(casebook, "merge", [one, other], by="Ada", at=NOW)
            else:
                name = f"{event.report_id}:{event.event_id}"
                judge(casebook, "split", [one], events=[name], by="Ada", at=NOW)
            if len(killings(casebook)) < 2:
                break
        before, judged = groups(casebook), casebook.judgements()
        link_casebook(casebook, anew=True)
        assert groups(casebook) == before
        assert casebook.judgements() == judged


def test_senseless_judgements_are_refused(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        id = killings(casebook)["r00 r01 r02"].id
        for verdict, names, events in (
            ("merge", [id], ()),
            ("merge", [id, "nothing"], ()),
            ("split", [id], ()),
            ("split", [id], ("r10:e1",)),
            ("split", [id], ("r00:e1", "r01:e1", "r02:e1")),
        ):
            with pytest.raises(UsageError):
                judge(casebook, verdict, names, events=events, by="Ada", at=NOW)  # type: ignore[arg-type]
        assert casebook.judgements() == []


def test_reasons_say_what_speaks_for_it(tmp_path: Path) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS) as casebook:
        reasons = reasons_for(casebook, killings(casebook)["r00 r01 r02"])
    assert [{one.report_id, one.other} for one in reasons[:2]] == [{"r00", "r01"}, {"r01", "r02"}] or len(reasons) >= 2
    assert all(one.probability > 0.5 and "oduya" in one.words for one in reasons)
    assert any(part.feature == "same day" for one in reasons for part in one.speaks_for)


LINK = "import sys; from dateline.incidents import link_casebook; from dateline.store.casebook import Casebook; \
link_casebook(Casebook(sys.argv[1]))"


@pytest.mark.parametrize("seconds", [0.5, 0.9, 1.3])
def test_a_linking_that_is_killed_is_gone_on_with(tmp_path: Path, seconds: float) -> None:
    for name in ("killed.db", "whole.db"):
        with Casebook(tmp_path / name, create=True) as casebook:
            casebook.store([finished(record) for record in RECORDS], coder="one")
    run = subprocess.Popen([sys.executable, "-c", LINK, str(tmp_path / "killed.db")])
    time.sleep(seconds)
    run.kill()
    run.wait()
    for name in ("killed.db", "whole.db"):
        with Casebook(tmp_path / name) as casebook:
            link_casebook(casebook)
    assert contents(tmp_path / "killed.db") == contents(tmp_path / "whole.db")


def test_a_linking_that_breaks_off_leaves_the_incidents_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS[:6]) as casebook:
        before = groups(casebook)
        casebook.store([finished(record) for record in RECORDS[6:]], coder="one")
        with monkeypatch.context() as patch:
            patch.setattr(linking, "judgement_count", lambda connection: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                link_casebook(casebook)
        assert {group for group in groups(casebook) if not any("r2" in one for one in group)} == before
        link_casebook(casebook)
        assert "r20 r21 r22" in killings(casebook)


def test_what_comes_while_linking_is_linked_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with casebook_of(tmp_path / "c.db", RECORDS[:6]) as casebook, Casebook(tmp_path / "c.db") as other:
        casebook.store([finished(RECORDS[6])], coder="one")
        late = [finished(record) for record in RECORDS[7:]]

        def meanwhile(*given: object, **named: object) -> bool:
            while late:
                other.store([late.pop()], coder="one")
            return keep(*given, **named)  # type: ignore[arg-type]

        keep = Casebook.keep_incidents
        monkeypatch.setattr(Casebook, "keep_incidents", meanwhile)
        link_casebook(casebook)
        assert "r20 r21 r22" in killings(casebook)
