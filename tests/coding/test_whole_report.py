"""What only the whole report tells: happenings, who else has a part in them, what is told as history."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dateline.coding.learnt import chance, learnt_weights
from dateline.coding.opinions import steps
from dateline.coding.scene import Scene
from dateline.coding.whole import history_as_told, seen_whole
from dateline.pipeline import Coder
from dateline.read.encoder import NEVER
from dateline.read.parsed import Parser
from dateline.record import Event, Participant, Record, Report, Section
from dateline.record.values import SectionKind
from dateline.resolve.gazetteer import Gazetteer

Code = Callable[[str], Record]


@pytest.fixture(scope="module")
def code(parser: Parser) -> Code:
    coder = Coder(parser, Gazetteer.bundled())

    def record_of(text: str) -> Record:
        return coder.code(Report(id="r", text=text, published=date(2031, 5, 14), sha256=""))

    return record_of


def event_told_by(record: Record, word: str) -> Event:
    return next(event for event in record.events if any(word in trigger.text for trigger in event.triggers))


def parts(event: Event, role: str) -> list[str]:
    return [one.text for one in event.participants if one.role == role]


NEWS = (
    "Kidnappers seized the mayor Ana Diallo on Monday. They released her on Tuesday.\n\n"
    "The Northern Front claimed responsibility for the kidnapping."
)


def test_an_abduction_and_the_release_of_the_same_person_are_one_happening(code: Code) -> None:
    record = code(NEWS)
    taken, freed = event_told_by(record, "seized"), event_told_by(record, "released")
    assert taken.happening is not None
    assert taken.happening == freed.happening


def test_attacks_on_others_elsewhere_on_another_day_are_happenings_of_their_own(code: Code) -> None:
    record = code(
        "Rebels bombed the police station in Gao on Monday.\n\n"
        "The harvest was poor this year. Bread was dear in all markets of the south.\n\n"
        "A farmer was shot dead by soldiers near Mopti on Thursday."
    )
    bombed, shot = event_told_by(record, "bombed"), event_told_by(record, "shot")
    assert bombed.happening is None or bombed.happening != shot.happening


def test_a_count_of_the_hurt_is_part_of_the_deed_that_hurt_them(code: Code) -> None:
    record = code(
        "A gunman opened fire outside a club in Boston early on Sunday, police said. The shooting began after a "
        "quarrel. Police are looking for a grey car. Four people were taken to hospitals with wounds."
    )
    act, harm = event_told_by(record, "shooting"), event_told_by(record, "wounds")
    assert act.happening is not None
    assert harm.happening == act.happening
    assert [figure.best for figure in harm.figures] == [4]
    assert not harm.background


def test_keys_are_given_to_shared_happenings_alone(code: Code) -> None:
    record = code(NEWS)
    keys = [event.happening for event in record.events if event.happening]
    assert all(keys.count(key) > 1 for key in keys)


def test_a_group_that_claims_responsibility_is_an_actor_of_the_happening(code: Code) -> None:
    record = code(
        "A bomb exploded outside the bank in Gao on Monday and killed two guards.\n\n"
        "The Red Column guerrilla group claimed responsibility for the attack."
    )
    told = [text for event in record.events if event.type == "ASSAULT" for text in parts(event, "actor")]
    assert any("Red Column" in text for text in told)


def test_a_weapon_named_before_the_attack_word_is_its_instrument(code: Code) -> None:
    record = code("A dynamite attack damaged the bank in Gao on Monday.")
    told = [text for event in record.events for text in parts(event, "instrument")]
    assert any("dynamite" in text for text in told)


def test_who_does_another_deed_is_not_taken_for_the_actor_of_this_one(code: Code) -> None:
    record = code(
        "Three soldiers attacked a village near Gao on Monday. The harvest was poor this year. "
        "The National Guard bombed a farm near Mopti on Thursday."
    )
    first = next(event for event in record.events if event.type == "ASSAULT")
    assert parts(first, "actor") == ["Three soldiers"]


def test_added_participants_read_as_the_text(code: Code) -> None:
    record = code(NEWS)
    for event in record.events:
        for one in event.participants:
            assert record.report.text[one.start : one.end] == one.text


def test_plural_people_are_a_group_and_a_named_force_is_armed(code: Code) -> None:
    record = code("Three soldiers attacked a village near Gao. The National Guard attacked a farm.")
    kinds = {one.text: one.kind for event in record.events for one in event.participants if one.role == "actor"}
    assert kinds["Three soldiers"] == "group"
    assert kinds["The National Guard"] == "armed_unit"


def test_the_killing_of_a_named_person_yesterday_is_news(code: Code) -> None:
    record = code("Senator Ana Roux was assassinated on Tuesday in Gao. Two gunmen shot her at her home.")
    assert not any(event.background for event in record.events if event.type == "ASSAULT")


def test_violence_in_general_long_ago_is_background(code: Code) -> None:
    record = code(
        "The president opened a bridge on Monday. We remember our history, he said. "
        "Rebels killed peasants and bombed our towns in 1987, and violence continued for years."
    )
    assert event_told_by(record, "bombed").background


def test_what_is_no_deed_is_never_background(code: Code) -> None:
    record = code("The two presidents met in Gao in 1987 and signed an agreement.")
    assert record.events
    assert not any(event.background or event.happening for event in record.events)


@pytest.mark.parametrize(
    "name", ["happenings", "background", *(f"involved_{r}" for r in ("actor", "recipient", "instrument", "object"))]
)
def test_every_table_has_a_bias_and_gives_probabilities(name: str) -> None:
    weights = learnt_weights(name)
    assert 0 < chance(weights, ()) < 1
    assert chance(weights, ["a mark that nobody knows"]) == chance(weights, ())


def test_the_same_victim_speaks_for_one_happening_and_another_one_against() -> None:
    weights = learnt_weights("happenings")
    assert weights["same victim"] > 0 > weights["other victim"]


def test_a_report_without_deeds_is_left_as_it_is(parser: Parser) -> None:
    parsed = parser.parse(Report(id="r", text="Bread was dear.", sha256=""))
    scene = Scene.of(parsed, (), actors=(), mentions=(), claims=(), places=())
    assert seen_whole(scene) == ()


def test_history_keeps_the_participants_it_was_told_with(parser: Parser) -> None:
    coder = Coder(parser, Gazetteer.bundled())
    parsed = parser.parse(Report(id="r", text="Rebels attacked a farm. Soldiers watched.", sha256=""))
    record = coder.record(parsed)
    scene = Scene.of(
        parsed,
        record.events,
        actors=record.actors,
        mentions=record.mentions.actors,
        claims=record.claims,
        places=record.mentions.places,
    )
    later = Participant(24, 32, "Soldiers", role="recipient", kind="group")
    filled = [replace(event, participants=(*event.participants, later)) for event in record.events]
    news = history_as_told(scene, [replace(event, background=False) for event in filled])
    history = history_as_told(scene, [replace(event, background=True) for event in filled])
    assert all(later in event.participants and not event.background for event in news)
    assert all(later not in event.participants and event.background for event in history)


def test_a_log_odds_is_told_by_the_thresholds_it_reaches() -> None:
    assert list(steps("heard", -4.5)) == ["heard over -6", "heard over -5"]
    assert list(steps("heard", NEVER)) == ["heard unseen"]
    assert len(list(steps("heard", 9.0))) > len(list(steps("heard", 0.5)))


@pytest.mark.parametrize("role", ["actor", "recipient", "instrument", "object"])
def test_who_is_surely_heard_in_a_part_is_likelier_to_have_it(role: str) -> None:
    name = {"recipient": "victim", "object": "victim"}.get(role, role)
    weights = learnt_weights(f"involved_{role}")
    assert chance(weights, steps(f"encoder {name}", 3.0)) > chance(weights, steps(f"encoder {name}", -5.0))


@pytest.mark.parametrize("kind", ["title", "paragraph"])
def test_what_the_title_tells_is_no_background(parser: Parser, kind: SectionKind) -> None:
    first = "The president opened a bridge on Monday. We remember our history, he said."
    last = "Rebels killed peasants and bombed our towns in 1987, and violence continued for years."
    text = f"{first} {last}"
    sections = (Section("paragraph", 0, len(first)), Section(kind, len(first) + 1, len(text)))
    report = Report(id="r", text=text, published=date(2031, 5, 14), sha256="", sections=sections)
    record = Coder(parser, Gazetteer.bundled()).code(report)
    assert event_told_by(record, "bombed").background == (kind != "title")
