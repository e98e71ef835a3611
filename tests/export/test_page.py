"""The page as a file: whole, escaped, and with nothing to fetch."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from dateline.export import ExportOptions
from dateline.export.page import pieces
from dateline.record import Event, Incident, Record
from made_casebook import Draft, incident_of, plain_record, wire_record

VOID = {"meta", "link", "input", "br", "li"}


def page(records: list[Record], incidents: list[Incident] | None = None, title: str = "Casebook") -> str:
    return b"".join(pieces(records, incidents or [], ExportOptions(show_names=True, title=title))).decode("utf-8")


class Reader(HTMLParser):
    """Tags in balance, and the text of each report."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.scripts = 0
        self.texts: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.fetched += [value for name in ("src", "href") if (value := values.get(name)) and value[0] != "#"]
        self.scripts += tag == "script"
        if tag == "div" and values.get("class") == "text":
            self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in VOID or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "div" in self.open and "details" in self.open and self.texts:
            self.texts[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    return reader


def test_the_page_fetches_nothing() -> None:
    assert read(page([wire_record()])).fetched == ["data:,"]


def test_what_a_report_says_is_text_and_never_code() -> None:
    evil = "</title><script>alert(1)</script><img src=x onerror=alert(2)> \"' & {{ 7*7 }}"
    draft = Draft(evil, id='"><script>', head={"title": evil, "publisher": evil, "source": evil, "notes": (evil,)})
    draft.actor("a1", "<script>alert(1)</script>", kind="group")
    draft.events.append(Event(id="e<1>", type="PROTEST", triggers=(draft.span("onerror=alert(2)"),)))
    html = page([draft.record()], title=evil)
    assert read(html).scripts == 1
    assert "<img" not in html
    assert "{{ 7*7 }}" in html


def test_the_policy_allows_the_pages_own_code_and_nothing_else() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page([]))
    assert policy
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]


def test_the_words_of_a_report_stand_on_the_page_in_their_order() -> None:
    record = wire_record()
    (text,) = read(page([record])).texts
    assert "".join(text.split()) == "".join(record.report.text.split())


def test_emoji_right_to_left_and_combining_letters_stay() -> None:
    text = "Protest 🚩👩‍👩‍👧 by رسوم in Cafe\u0301 \U0001f1ff\U0001f1f2."
    draft = Draft(text)
    draft.events.append(Event(id="e1", type="PROTEST", triggers=(draft.span("رسوم"),)))
    html = page([draft.record()])
    assert '<mark class="trigger" data-on="1:trigger"' in html
    assert ">رسوم</mark>" in html
    assert read(html).texts[0].strip() == text


def test_control_characters_are_replaced_one_for_one() -> None:
    assert read(page([plain_record("a\x00b\x1bc")])).texts[0].strip() == "a\ufffdb\ufffdc"


def test_every_event_has_a_row_and_says_according_to_whom() -> None:
    html = page([wire_record("r1"), wire_record("r2")])
    assert re.findall(r'<tr class="event" role="row" id="(e\d-\d)"', html) == [
        "e1-1",
        "e1-2",
        "e1-3",
        "e2-1",
        "e2-2",
        "e2-3",
    ]
    assert "Mayor Ada Rook" in html
    assert "killed <b>≥ 12</b>" in html


def test_an_incident_of_several_reports_shows_what_each_says() -> None:
    one, two = wire_record("r1"), wire_record("r2")
    html = page([one, two], [incident_of(one, two)])
    assert "Told by several reports" in html
    assert "contested" in html
    assert 'href="#e2-1"' in html


def test_an_incident_of_one_report_needs_no_box() -> None:
    record = wire_record()
    assert "Told by several reports" not in page([record], [incident_of(record)])


def test_reports_without_events_are_shown_as_such() -> None:
    assert "No event found in this report." in page([plain_record("")])
