"""The page as a reader uses it, in Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dateline.export import ExportOptions, write
from dateline.record import Event, Participant, Record
from made_casebook import Draft, wire_record

pytestmark = pytest.mark.browser

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
ODD = "At 5 🚩👩‍👩‍👧 marchers\r\nof حركة الصحراء met Ine\u0301s, <b>not</b> the \U0001f1ff\U0001f1f2 police."


def odd_record() -> Record:
    """A report with letters of one, two and many code units, from left to right and from right to left."""
    draft = Draft(ODD, id="odd", head={"title": "Odd"})
    front = Participant(*draft.at("حركة الصحراء"), role="actor", kind="group")
    met = Participant(*draft.at("Ine\u0301s"), role="recipient", kind="person")
    draft.events.append(
        Event(id="e1", type="CONSULT", triggers=(draft.span("met"), draft.span("🚩👩‍👩‍👧")), participants=(front, met))
    )
    draft.events.append(Event(id="e2", type="COERCE", triggers=(draft.span("\U0001f1ff\U0001f1f2 police"),)))
    return draft.record()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "casebook.html"
    options = ExportOptions(show_names=True, title="A <b>casebook</b>")
    write([wire_record(), odd_record()], [], format="html", output=path, options=options)
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """The page, opened from the disk; every test holds it to say nothing on the console and to fetch nothing."""
    context = browser.new_context(viewport={"width": 1400, "height": 800}, reduced_motion="reduce")
    opened, said, fetched = context.new_page(), list[str](), list[str]()
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.on("request", lambda request: fetched.append(request.url))
    opened.goto(file.as_uri())
    yield opened
    context.close()
    assert said == []
    assert {url for url in fetched if not url.startswith("data:")} == {file.as_uri()}


def lit(page: Page, role: str) -> list[str]:
    """The words that are highlighted in a role."""
    return page.locator(f"mark.on-{role}").all_inner_texts()


def test_choosing_an_event_lights_its_words(page: Page) -> None:
    page.click("#e1-1 button")
    assert lit(page, "trigger") == ["hit", "shelled", "killing"]
    assert lit(page, "actor") == ["Gunners of ", "the Ridge Front"]
    assert lit(page, "object") == ["the ferry landing"]
    assert lit(page, "instrument") == ["Shells"]
    assert lit(page, "place") == ["Mwense"]
    assert lit(page, "time") == ["Monday"]
    assert lit(page, "figure") == ["at least 12 people"]
    assert lit(page, "source") == ["Mayor Ada Rook", "said"]
    expect(page.locator("mark.on").first).to_be_in_viewport()
    expect(page.locator("#e1-1 button")).to_have_attribute("aria-pressed", "true")


def test_choosing_another_event_puts_out_the_first(page: Page) -> None:
    page.click("#e1-1 button")
    page.click("#e1-3 button")
    assert lit(page, "trigger") == ["denied"]
    assert page.locator("tr[aria-current]").count() == 1


def test_choosing_an_event_again_puts_it_out(page: Page) -> None:
    page.click("#e1-1 button")
    page.click("#e1-1 button")
    assert page.locator("mark.on").count() == 0


def test_an_event_opens_its_report(page: Page) -> None:
    expect(page.locator("#r2")).not_to_have_attribute("open", "")
    page.click("#e2-1 button")
    expect(page.locator("#r2")).to_have_attribute("open", "")


def test_emoji_and_right_to_left_words_are_lit_exactly(page: Page) -> None:
    page.click("#e2-1 button")
    assert lit(page, "trigger") == ["🚩👩‍👩‍👧", "met"]
    assert lit(page, "actor") == ["حركة الصحراء"]
    assert lit(page, "recipient") == ["Ine\u0301s"]
    page.click("#e2-2 button")
    assert lit(page, "trigger") == ["\U0001f1ff\U0001f1f2 police"]


def test_the_text_is_shown_as_text(page: Page) -> None:
    page.click("#e2-1 button")
    assert page.locator("#r2 .text").inner_text().strip() == ODD.replace("\r\n", "\n")
    assert page.locator("h1").inner_text() == "A <b>casebook</b>"


def test_choosing_a_word_shows_its_event(page: Page) -> None:
    page.locator("mark.trigger", has_text="denied").click()
    expect(page.locator("#e1-3")).to_have_attribute("aria-current", "true")
    expect(page.locator("#status")).to_contain_text("event: REJECT")


def test_a_word_of_no_event_says_what_it_is(page: Page) -> None:
    page.locator("#r1 mark", has_text="Thandi Olsen").click()
    expect(page.locator("#status")).to_contain_text("person: Thandi Olsen")
    assert page.locator("tr[aria-current]").count() == 0


def test_the_keyboard_reaches_events_and_words(page: Page) -> None:
    page.focus("#e1-1 button")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert lit(page, "trigger") == ["lost his brother"]
    page.focus("mark.trigger >> text=denied")
    page.keyboard.press("Enter")
    assert lit(page, "trigger") == ["denied"]
    page.keyboard.press("Escape")
    assert page.locator("mark.on").count() == 0


def test_filters_leave_the_events_that_fit(page: Page) -> None:
    page.select_option("#filter-factuality", "denied")
    expect(page.locator("tr.event:visible")).to_have_count(1)
    expect(page.locator("#shown")).to_have_text("1 of 5")
    page.select_option("#filter-factuality", "")
    page.select_option("#filter-type", "COERCE")
    expect(page.locator("tr.event:visible")).to_have_count(1)
    page.select_option("#filter-type", "")
    page.fill("#filter-text", "mayor ADA")
    expect(page.locator("tr.event:visible")).to_have_count(1)
    page.fill("#filter-text", "nothing like it")
    expect(page.locator("#nothing")).to_be_visible()


def test_a_hidden_event_is_shown_when_its_word_is_chosen(page: Page) -> None:
    page.select_option("#filter-type", "ASSAULT")
    page.locator("mark.trigger", has_text="denied").click()
    expect(page.locator("#e1-3")).to_be_visible()


def test_a_link_to_an_event_opens_it(page: Page, file: Path) -> None:
    page.goto("about:blank")
    page.goto(f"{file.as_uri()}#e1-3")
    assert lit(page, "trigger") == ["denied"]


@pytest.mark.parametrize("width", [320, 700, 1000, 1400])
def test_nothing_is_wider_than_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.click("#e1-1 button")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_all_reports_are_printed(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".report:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".report:not([open])").count() == 1
