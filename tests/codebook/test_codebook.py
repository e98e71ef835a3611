"""The codebook's data files hold together: no code that is in no list."""

from typing import get_args

import pytest

from dateline.codebook.frames import frames
from dateline.codebook.lexicon import entries, lexicon, precisions
from dateline.codebook.light_verbs import light_verbs
from dateline.codebook.schemes import acled_event_types, acled_rules, cameo_codes
from dateline.codebook.types import contexts, event_types
from dateline.read.senses import TESTS
from dateline.record.values import EventType, Role

KINDS = sorted(get_args(EventType))


def test_the_types_are_those_of_the_record() -> None:
    assert sorted(event_types()) == KINDS


def test_every_type_has_a_quad_class_and_a_meaning() -> None:
    assert all(entry.quad in {1, 2, 3, 4} and entry.meaning for entry in event_types().values())
    assert len(contexts()) == len(set(contexts())) == 37


def test_every_frame_names_roles_of_the_record() -> None:
    roles = set(get_args(Role))
    for frame in frames().values():
        assert {frame.subject, frame.object, frame.possessive, *frame.after.values()} <= roles


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_has_words_of_its_own(kind: str) -> None:
    words = {entry.words for entry in entries() if entry.type == kind}
    assert len(words) >= 30


def test_every_test_that_an_entry_needs_is_known() -> None:
    assert {entry.needs for entry in entries() if entry.needs} <= set(TESTS)


def test_no_entry_stands_twice() -> None:
    keys = [(entry.key, entry.mode) for entry in entries()]
    assert len(keys) == len(set(keys)), [key for key in keys if keys.count(key) > 1]


def test_every_measured_entry_is_an_entry() -> None:
    assert set(precisions()) <= {entry.key for entry in entries()}


def test_a_head_is_a_word_of_its_entry() -> None:
    for (head, _), group in lexicon().items():
        assert all(entry.words[entry.head] == head for entry in group)


def test_light_verbs_lend_to_one_side_only() -> None:
    assert set(light_verbs().values()) == {"frame", "recipient"}


def test_cameo_has_a_code_for_every_type_but_harm() -> None:
    known = {(kind, mode) for kind, entry in event_types().items() for mode in (None, *entry.modes)}
    assert set(cameo_codes()) <= known
    assert {kind for kind, mode in cameo_codes() if mode is None} == set(KINDS) - {"HARM"}
    assert all(-10 <= code.goldstein <= 10 for code in cameo_codes().values())


def test_acled_rules_name_types_modes_and_sub_events_that_exist() -> None:
    for kind, rules in acled_rules().items():
        for rule in rules:
            assert rule.sub_event in acled_event_types()
            assert rule.modes <= set(event_types()[kind].modes)
