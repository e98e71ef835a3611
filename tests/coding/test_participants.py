"""Who takes part: whole names, the kinds of those of no actor, and nobody twice."""

import pytest

from dateline.coding.participants import is_named, kind_of, whole_name
from dateline.pipeline import Coder
from dateline.read.findings import RoleFiller
from dateline.read.parsed import ParsedReport, Parser
from dateline.record import Report
from dateline.record.values import Role
from dateline.resolve.gazetteer import Gazetteer


def parsed_with(parser: Parser, text: str, word: str, role: Role) -> tuple[ParsedReport, RoleFiller]:
    parsed = parser.parse(Report(id="r", text=text, sha256=""))
    token = next(token for token in parsed.doc if token.text == word)
    span = parsed.span(token)
    assert span is not None
    return parsed, RoleFiller(0, role, span, token.i)


def test_a_word_of_a_name_stands_for_the_whole_name(parser: Parser) -> None:
    parsed, filler = parsed_with(parser, "President Bashar al-Assad rejected the plan.", "al", "actor")
    assert whole_name(parsed, filler).span.text == "Bashar al-Assad"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Israeli raid killed two men.", "Israeli", "state"),
        ("Rockets fell on Israel.", "Israel", "state"),
        ("A raid killed two Israelis.", "Israelis", "group"),
    ],
)
def test_a_country_word_without_an_actor_is_the_state_or_its_people(
    parser: Parser, text: str, word: str, kind: str
) -> None:
    parsed, filler = parsed_with(parser, text, word, "recipient")
    assert kind_of(parsed, filler, None, {}) == kind


def test_a_name_at_the_head_of_a_sentence_is_a_name(parser: Parser) -> None:
    parsed, _ = parsed_with(parser, "Ardexia attacked the town. Yesterday it rained.", "town", "object")
    heads = {token.text: is_named(token) for token in parsed.doc if token.is_sent_start}
    assert heads == {"Ardexia": True, "Yesterday": False}


def test_a_body_whose_people_act_is_not_added_beside_them(parser: Parser) -> None:
    coder = Coder(parser, Gazetteer.bundled())
    (event, *_) = coder.code(Report(id="r", text="Two Taliban gunmen killed a mayor.", sha256="")).events
    assert [one.text for one in event.participants if one.role == "actor"] == ["Two Taliban gunmen"]
