"""Takes the README's picture: the page of the sample reports with one event chosen.

    python tools/take_picture.py [EVENT]     (EVENT: the address of an event on the page, such as e2-2)

Needs Chromium. Codes the sample reports anew, into a folder that is removed afterwards.
"""

from __future__ import annotations

import shutil
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

import dateline

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "casebook.png"
CHOSEN = "e3-1"
WIDTH, HEIGHT = 1400, 860


def take(page_file: Path, event: str) -> None:
    """The picture of a page with an event chosen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.click(f"#{event} button")
        page.wait_for_timeout(300)  # the page looks a few frames long whether what it showed has stayed in sight
        page.screenshot(path=PICTURE)
        browser.close()


def main(event: str = CHOSEN) -> None:
    """Code, export, open, take."""
    with TemporaryDirectory() as folder, chdir(ROOT):  # the page names files as they were given
        store, page_file = Path(folder) / "casebook.db", Path(folder) / "casebook.html"
        dateline.code_reports("examples/reports", store=store)
        options = dateline.ExportOptions(title="Sample reports")
        dateline.export_casebook(store, format="html", output=page_file, options=options)
        take(page_file, event)


if __name__ == "__main__":
    main(*sys.argv[1:2])
