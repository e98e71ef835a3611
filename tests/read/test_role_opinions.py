"""Roles weighed: offers of the parse kept or dropped, and words that the encoder alone is sure of."""

from __future__ import annotations

from collections.abc import Callable

from dateline.read.findings import RoleFiller
from dateline.read.noun_phrases import phrase_of
from dateline.read.parsed import ParsedReport
from dateline.read.role_opinions import weighed
from dateline.read.roles import roles
from dateline.read.triggers import triggers

Parse = Callable[..., ParsedReport]


def told(report: ParsedReport, fillers: tuple[RoleFiller, ...]) -> set[tuple[str, str]]:
    return {(one.role, one.span.text) for one in fillers}


def test_what_both_see_stays(parse: Parse) -> None:
    report = parse("Soldiers arrested two teachers in the capital on Monday.")
    acts = triggers(report)
    assert {("actor", "Soldiers"), ("recipient", "two teachers")} <= told(
        report, weighed(report, acts, roles(report, acts))
    )


def test_a_false_offer_is_dropped(parse: Parse) -> None:
    report = parse("Soldiers arrested two teachers in the capital on Monday.")
    acts = triggers(report)
    monday = next(token.i for token in report.doc if token.text == "Monday")
    false = RoleFiller(0, "actor", phrase_of(report, monday), monday)
    assert false not in weighed(report, acts, [*roles(report, acts), false])


def test_a_word_the_parse_offers_nothing_may_take_part(parse: Parse) -> None:
    report = parse("Soldiers arrested two teachers in the capital on Monday.")
    acts = triggers(report)
    assert {("actor", "Soldiers"), ("recipient", "two teachers")} <= told(report, weighed(report, acts, []))


def test_nobody_fills_two_roles_of_one_act(parse: Parse) -> None:
    report = parse(
        "Gunmen stormed the court, killed a guard and freed six prisoners; the guard's family demanded justice."
    )
    acts = triggers(report)
    found = weighed(report, acts, roles(report, acts))
    assert len({(one.trigger, one.token) for one in found}) == len(found)
    assert [one.trigger for one in found] == sorted(one.trigger for one in found)
    assert all(report.report.text[one.span.start : one.span.end] == one.span.text for one in found)


def test_no_acts_no_roles(parse: Parse) -> None:
    assert weighed(parse("The bakery opens at seven."), (), ()) == ()
