"""Claims of the record: ids, actors, nesting, and which claim an event is told in."""

from collections.abc import Callable

import pytest

from dateline.coding.claims import ClaimContents, SpanIndex, asserts, claims
from dateline.read.attribution import attributions
from dateline.read.parsed import ParsedReport
from dateline.record import Actor, ActorMention, Claim, Span
from dateline.resolve.actors import ResolvedActors

Parse = Callable[..., ParsedReport]

NESTED = "The minister said the rebels had claimed that the army shot prisoners."


def mention(text: str, words: str, number: int) -> ActorMention:
    start = text.index(words)
    return ActorMention(start, start + len(words), words, id=f"m{number}", kind="group", actor_id=f"a{number}")


def resolved(text: str, *names: str) -> ResolvedActors:
    mentions = tuple(mention(text, words, number) for number, words in enumerate(names, 1))
    actors = tuple(Actor(id=m.actor_id, name=m.text, kind="group", mentions=(m.id,)) for m in mentions)
    return ResolvedActors(actors=actors, mentions=mentions)


def claims_of(parsed: ParsedReport, actors: ResolvedActors | None = None) -> tuple[Claim, ...]:
    return claims(parsed, attributions(parsed), actors or ResolvedActors())


def span(text: str, words: str) -> Span:
    return Span.cut(text, text.index(words), text.index(words) + len(words))


def test_claims_are_numbered_in_the_order_of_their_cues(parse: Parse) -> None:
    assert [(claim.id, claim.cue and claim.cue.text) for claim in claims_of(parse(NESTED))] == [
        ("c1", "said"),
        ("c2", "had claimed"),
    ]


def test_a_claim_within_another_names_it(parse: Parse) -> None:
    assert [claim.within for claim in claims_of(parse(NESTED))] == [None, "c1"]


def test_the_actor_is_the_one_whose_mention_holds_the_sources_head(parse: Parse) -> None:
    found = claims_of(parse(NESTED), resolved(NESTED, "the rebels", "The minister"))
    assert [claim.actor_id for claim in found] == ["a2", "a1"]


def test_of_two_mentions_the_shorter_is_the_speaker(parse: Parse) -> None:
    text = "The head of the port union said the strike was over."
    found = claims_of(parse(text), resolved(text, "The head of the port union", "the port union"))
    assert [claim.actor_id for claim in found] == ["a1"]


def test_a_relative_pronoun_speaks_for_its_noun(parse: Parse) -> None:
    text = "The boat belonged to three fishermen who said they had seen nothing."
    found = claims_of(parse(text), resolved(text, "three fishermen"))
    assert [(claim.source and claim.source.text, claim.actor_id) for claim in found] == [("three fishermen", "a1")]


def test_a_source_that_is_no_known_actor_has_no_actor(parse: Parse) -> None:
    assert [claim.actor_id for claim in claims_of(parse("The mayor said the road was open."))] == [None]


def test_the_innermost_claim_comes_first(parse: Parse) -> None:
    contents = ClaimContents.of(claims_of(parse(NESTED)))
    assert [claim.id for claim in contents.telling_of(span(NESTED, "shot"))] == ["c2", "c1"]


@pytest.mark.parametrize("word", ["accused", "arrested"])
def test_the_word_of_a_speech_act_is_outside_its_claim(parse: Parse, word: str) -> None:
    text = "The union accused the police of beating prisoners. Two men were arrested."
    contents = ClaimContents.of(claims_of(parse(text)))
    assert contents.telling_of(span(text, word)) == ()
    assert [claim.id for claim in contents.telling_of(span(text, "beating"))] == ["c1"]


def test_no_claims_no_trouble(parse: Parse) -> None:
    assert claims_of(parse("")) == ()
    assert ClaimContents.of(()).telling_of(Span(0, 3, "war")) == ()


def test_claims_across_each_other_are_not_within_each_other(parse: Parse) -> None:
    text = "“We heard that the bridge fell,” he said. “Officials said so,” she said, “and he said it was true.”"
    found = claims_of(parse(text))
    outer = {claim.id: claim.within for claim in found}
    for start in outer:
        seen = [start]
        while (around := outer[seen[-1]]) is not None:
            assert around not in seen
            seen.append(around)


def test_an_index_finds_spans_beyond_its_blocks() -> None:
    text = "x" * 3000
    index = SpanIndex.of([(Span.cut(text, 10, 2900), 0), (Span.cut(text, 500, 520), 1)])
    assert index.owners_at(510) == [0, 1]
    assert index.owners_at(2899) == [0]
    assert index.owners_at(2900) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("The army said the village was shelled.", True),
        ("The army did not say who shelled the village.", False),
        ("The army declined to comment on the shelling.", False),
        ("Police neither confirmed nor denied the arrests.", False),
        ("Residents do not believe that the village was shelled.", True),
    ],
)
def test_who_says_nothing_is_no_source(parse: Parse, text: str, says: bool) -> None:
    parsed = parse(text)
    assert [asserts(parsed, claim) for claim in claims_of(parsed)] == [says]
