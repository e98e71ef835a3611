"""The parts a text falls into."""

from __future__ import annotations

import textwrap
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_files import DATELINE, LEAD, SECOND, STORY, TITLE

from dateline.ingest import sections
from dateline.ingest.bylines import byline_names, is_byline

CAPTION = "Students carry a banner over the bridge in Kalden, where two of them were hurt."


def parts(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(part.kind, text[part.start : part.end]) for part in sections(text, title=title)]


def kinds(text: str, title: str | None = None) -> list[str]:
    return [kind for kind, _ in parts(text, title)]


def test_a_story_has_its_parts() -> None:
    assert kinds(STORY) == ["title", "byline", "dateline", "paragraph", "paragraph"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\u2028"])
def test_any_line_end_parts_paragraphs(line_end: str) -> None:
    text = STORY.replace("\n", line_end)
    assert [words for _, words in parts(text)] == [words for _, words in parts(STORY)]


def test_one_line_a_paragraph_is_read_without_blank_lines() -> None:
    assert kinds(f"{TITLE}\n{LEAD}\n{SECOND}\n{LEAD} {SECOND}") == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("width", [50, 66, 80])
def test_hard_wrapped_lines_are_one_paragraph(width: int) -> None:
    text = f"{TITLE}\n\n{textwrap.fill(LEAD, width)}\n\n{textwrap.fill(SECOND, width)}\n"
    assert kinds(text) == ["title", "paragraph", "paragraph"]


def test_wrapped_paragraphs_end_at_a_short_line_where_no_blank_line_parts_them() -> None:
    text = f"{textwrap.fill(LEAD, 72)}\n{textwrap.fill(SECOND, 72)}\n{textwrap.fill(LEAD[:150], 72)}."
    assert [words.split()[0] for _, words in parts(text)] == ["Two", "The", "Two"]


def test_the_stated_title_is_found_though_it_ends_like_a_sentence() -> None:
    assert kinds(f"{TITLE}.\n\n{LEAD}", title=TITLE) == ["title", "paragraph"]


def test_a_title_that_does_not_stand_in_the_text_marks_nothing() -> None:
    assert kinds(f"{LEAD}\n\n{SECOND}", title=TITLE) == ["paragraph", "paragraph"]


def test_a_single_sentence_is_no_title() -> None:
    assert kinds("Rebels shelled the town of Kalden overnight") == ["paragraph"]


def test_a_first_line_that_runs_on_is_no_title() -> None:
    assert kinds("Rebels shelled the town of\nKalden and its villages.", None) == ["title", "paragraph"]
    assert kinds("Rebels shelled the town\nand its villages.", None) == ["paragraph"]


def test_the_line_below_the_title_is_a_heading() -> None:
    assert kinds(f"{TITLE}\nWitnesses say that police fired first\n{LEAD}") == ["title", "heading", "paragraph"]


def test_headings_stand_between_paragraphs() -> None:
    text = f"{LEAD}\n\nCurfew in the old town\n\n{SECOND}\n\nThe army waits"
    assert kinds(text) == ["paragraph", "heading", "paragraph", "paragraph"]


def test_stray_lines_before_the_story_do_not_hide_its_dateline() -> None:
    text = f"{TITLE}\n\nBy Mara Linde\nThe Kalden Post\n3 March 2031\n\nshare this\n\n{DATELINE} {LEAD}\n\n{SECOND}"
    found = ["title", "byline", "byline", "dateline", "paragraph", "dateline", "paragraph", "paragraph"]
    assert kinds(text) == found


def test_a_heading_may_end_in_a_quotation() -> None:
    assert kinds(f"{LEAD}\n\nBrod hopes for ‘a quiet night’\n\n{SECOND}") == ["paragraph", "heading", "paragraph"]


def test_short_lines_of_a_list_are_no_headings() -> None:
    assert kinds(f"{LEAD}\n\nKalden\nSarn\nOld Bridge\n") == ["paragraph"] * 4


def test_a_dateline_is_parted_from_its_paragraph() -> None:
    assert parts(f"{DATELINE} {LEAD}") == [("dateline", DATELINE), ("paragraph", LEAD)]


def test_only_the_first_paragraph_opens_with_a_dateline() -> None:
    assert kinds(f"{LEAD}\n\nKALDEN - {SECOND}") == ["paragraph", "paragraph"]


def test_a_line_of_date_alone_is_a_dateline() -> None:
    assert kinds(f"{TITLE}\n\nMonday, 3 March 2031\n\n{LEAD}") == ["title", "dateline", "paragraph"]


@pytest.mark.parametrize(
    "caption",
    [
        f"{CAPTION} (Photo: Jo Beck)",
        f"{CAPTION} Jo Beck/AFP",
        f"FILE - {CAPTION}",
        f"{CAPTION} Photograph: Jo Beck/Getty Images",
        f"Image 3 of 12 {CAPTION}",
        "Photo credit: The Kalden Post",
    ],
)
def test_a_caption_is_known_by_its_credit(caption: str) -> None:
    assert kinds(f"{caption}\n\n{LEAD}\n\n{SECOND}") == ["caption", "paragraph", "paragraph"]


def test_text_that_ran_on_to_a_caption_is_parted_from_it() -> None:
    found = parts(f"{LEAD}\n\nFILE - {CAPTION} {SECOND} {LEAD}")
    assert found[1:] == [("caption", f"FILE - {CAPTION}"), ("paragraph", f"{SECOND} {LEAD}")]


def test_a_caption_that_stands_twice_is_one() -> None:
    found = parts(f"{TITLE}\n\n{CAPTION}\n{CAPTION}\n\n{LEAD}\n\n{SECOND}")
    assert found == [("title", TITLE), ("caption", CAPTION), ("paragraph", LEAD), ("paragraph", SECOND)]


def test_a_paragraph_told_again_further_down_lies_in_no_section() -> None:
    text = "\n\n".join([LEAD, SECOND, *(f"The {name} bridge was blocked by students." for name in "abcdefgh"), LEAD])
    assert [words for _, words in parts(text)].count(LEAD) == 1
    assert kinds(text)[0] == "paragraph"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Mara Linde", ("Mara Linde",)),
        ("BY MARA LINDE", ("Mara Linde",)),
        ("By Mara Linde and Jo de Beck, Kalden News Writers", ("Mara Linde", "Jo de Beck")),
        ("By The Associated Press", ()),
        ("Written by: Mara Linde", ("Mara Linde",)),
        ("By Mara Linde | 3 March 2031", ("Mara Linde",)),
    ],
)
def test_a_byline_names_its_writers(line: str, names: tuple[str, ...]) -> None:
    assert is_byline(line)
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    ["By Friday, troops had left the city", "By the river two men fell", "By and large it held.", "Bystanders ran"],
)
def test_a_sentence_with_by_is_no_byline(line: str) -> None:
    assert not is_byline(line)


LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [TITLE, LEAD, SECOND, CAPTION, "By Mara Linde", f"{DATELINE} {LEAD}", "3 March 2031", "# x", ""]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028", " \n\t\n"]), st.none() | st.text(max_size=20))
@example(["💣e\u0301", "\u00a0", "\u200f قتل"], "\r\n", None)
@settings(deadline=None)
def test_sections_are_sorted_apart_and_trimmed(lines: list[str], line_end: str, title: str | None) -> None:
    text = line_end.join(lines)
    found = sections(text, title=title)
    end = 0
    for part in found:
        assert end <= part.start < part.end <= len(text)
        words = text[part.start : part.end]
        assert words == words.strip()
        end = part.end


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
@settings(deadline=None)
def test_every_character_lies_in_one_section_but_for_repetitions(lines: list[str], line_end: str) -> None:
    lines = [f"{number} {line}" for number, line in enumerate(lines)]  # nothing is said twice
    text = line_end.join(lines)
    inside = {offset for part in sections(text) for offset in range(part.start, part.end)}
    assert all(character.isspace() for offset, character in enumerate(text) if offset not in inside)


def test_a_megabyte_of_text_is_parted_in_seconds() -> None:
    started = time.process_time()
    for text in (LEAD * 6_000, f"{LEAD}\n" * 6_000, "x\n\n" * 300_000, "A " * 500_000, "((" * 500_000):
        sections(text)
    assert time.process_time() - started < 20
