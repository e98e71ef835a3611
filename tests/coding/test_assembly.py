"""The assembly: tellings gathered into events, each with what belongs to it."""

from collections.abc import Callable
from datetime import date

import pytest

from dateline.pipeline import Coder
from dateline.record import Event, Record, Report

Code = Callable[[str], Record]


@pytest.fixture(scope="session")
def code(coder: Coder) -> Code:
    def record_of(text: str) -> Record:
        return coder.code(Report(id="r", text=text, published=date(2031, 5, 14), sha256=""))

    return record_of


def events_of(record: Record, kind: str) -> list[Event]:
    return [event for event in record.events if event.type == kind]


def test_an_act_and_its_harm_in_one_sentence_are_one_event_with_the_act_first(code: Code) -> None:
    record = code("Nine farmers were killed in an attack on the market.")
    (event,) = events_of(record, "ASSAULT")
    assert [trigger.text for trigger in event.triggers] == ["attack", "killed"]
    assert not events_of(record, "HARM")


def test_a_harm_without_an_act_stays_a_harm(code: Code) -> None:
    record = code("Nine farmers died when their boat capsized.")
    assert events_of(record, "HARM")
    assert not events_of(record, "ASSAULT")


@pytest.mark.parametrize(
    "further",
    ["More than 300 people have been shot in the city this year.", "In another shooting, 300 people were shot."],
)
def test_the_count_of_a_year_or_of_another_attack_is_no_toll_of_this_one(code: Code, further: str) -> None:
    record = code(f"Two boys were shot in Tulsa on Monday. {further}")
    counts = [[figure.best for figure in event.figures] for event in record.events]
    assert [2.0] in counts
    assert [300.0] in counts


def test_a_later_mention_with_a_definite_noun_is_the_same_event(code: Code) -> None:
    record = code("Gunmen attacked a bus near Gao on Monday. The attack was the first this year.")
    (event,) = events_of(record, "ASSAULT")
    assert [trigger.text for trigger in event.triggers] == ["attacked", "attack"]


def test_attacks_by_two_sides_on_one_another_are_two(code: Code) -> None:
    record = code("Rebels attacked the army in Gao on Monday. The army attacked the rebels in Mopti on Friday.")
    assert len(events_of(record, "ASSAULT")) == 2


def test_a_denied_act_is_denied_and_the_denial_denies_it(code: Code) -> None:
    record = code("Norland denied shelling a hospital.")
    (denial,) = events_of(record, "REJECT")
    (act,) = events_of(record, "ASSAULT")
    assert act.factuality == "denied"
    assert [(relation.kind, relation.event) for relation in denial.relations] == [("denies", act.id)]


def test_what_a_source_says_carries_its_claim_and_what_the_report_says_does_not(code: Code) -> None:
    record = code("Officials said rebels attacked the market. Soldiers arrested the mayor.")
    (attack,), (arrest,) = events_of(record, "ASSAULT"), events_of(record, "COERCE")
    claims = {claim.id: claim for claim in record.claims}
    sources = [claims[name].source for name in attack.claims]
    assert [source.text for source in sources if source] == ["Officials"]
    assert attack.id in claims[attack.claims[0]].events
    assert arrest.claims == ()


def test_a_thing_is_an_object_and_people_are_recipients(code: Code) -> None:
    record = code("Rebels destroyed a bridge and arrested a judge.")
    roles = {part.text: part.role for event in record.events for part in event.participants}
    assert roles["a bridge"] == "object"
    assert roles["a judge"] == "recipient"


def test_the_means_decides_the_mode(code: Code) -> None:
    (event,) = events_of(code("Rebels attacked the market with a car bomb."), "ASSAULT")
    assert event.mode == "explosives"


def test_an_event_is_coded_in_the_other_schemes(code: Code) -> None:
    (event,) = events_of(code("Warplanes carried out an air strike on the port of Odesa."), "ASSAULT")
    assert event.acled is not None
    assert event.cameo is not None
    assert (event.acled.event_type, event.acled.sub_event_type) == (
        "Explosions/Remote violence",
        "Air/drone strike",
    )
    assert event.cameo.code == "195"
    assert event.cameo.quad_class == 4


def test_what_is_only_planned_is_not_coded_in_acled(code: Code) -> None:
    (event,) = events_of(code("Unions plan to hold a protest in Lima on Friday."), "PROTEST")
    assert event.factuality == "planned"
    assert event.acled is None


def test_the_news_is_more_salient_than_its_history(code: Code) -> None:
    record = code(
        "Gunmen killed nine farmers in a market in Gao on Monday. "
        + "The town lies on the river. " * 12
        + "In 1999 soldiers arrested a trader there."
    )
    killing, arrest = events_of(record, "ASSAULT")[0], events_of(record, "COERCE")[0]
    assert killing.salience > arrest.salience


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\n ",
        "x",
        "💥 Gunmen attacked Gao 💥\r\n\r\n“Nine were killed”, said the mayor. 🕊",
        "נשיא said: rebels attacked \u202bבית חולים\u202c on Monday.",
        "Cafe\u0301 owner Zoe\u0308 was arrested\u00a0on 3\u00a0May.",
    ],
)
def test_odd_texts_give_records_whose_spans_hold(code: Code, text: str) -> None:
    record = code(text)
    assert all(span.stands_in(text) for span in record.spans())


def test_the_same_report_gives_the_same_record_alone_and_in_a_batch(coder: Coder) -> None:
    first = Report(id="a", text="Gunmen attacked a bus near Gao on Monday, killing nine.", sha256="")
    second = Report(id="b", text="Police arrested the mayor.\n\nHe denied the charge.", sha256="")
    alone = [coder.code(first), coder.code(second)]
    assert list(coder.code_all([first, second])) == alone
    assert list(coder.code_all([second, first])) == alone[::-1]


def test_a_count_that_headline_and_lead_both_tell_is_told_once(code: Code) -> None:
    record = code("Bomb kills 12 in Gao market\n\nA bomb killed 12 people in a market in Gao on Monday.")
    counts = [[(figure.measure, figure.best) for figure in event.figures] for event in events_of(record, "ASSAULT")]
    assert counts
    assert all(found == [("killed", 12)] for found in counts)


def test_they_take_part_where_nobody_tells_who_they_are(code: Code) -> None:
    record = code("They took the old man again and burned his house.")
    (burning,) = events_of(record, "ASSAULT")
    assert ("actor", "They", "group", None) in [
        (one.role, one.text, one.kind, one.actor_id) for one in burning.participants
    ]
