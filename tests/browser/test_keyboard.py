"""The whole way of an official by keyboard alone: read, update, record, look back, present."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FileChooser, Page, expect

from plantrack import words
from tests.browser.conftest import OpenWindow
from tests.browser.keyboard import lost, press, reach
from tests.browser.serving import Server
from tests.browser.test_journey import ORIGIN
from tests.intake.files import page as saved_page
from tests.intake.national_tables import YEARS, per_capita


def test_the_whole_way_needs_no_mouse_and_every_stop_is_seen(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    say = words.of("en")
    reader = open_window(fresh_server, language="vi")
    page = reader.open("overview", lang="vi")
    expect(page.locator("table.shown tbody a").last).to_be_visible()

    # Past the menu at one press; then the other language, which keeps the place.
    skip = page.get_by_role("link", name=words.of("vi")("Skip to the content"))
    press(page, skip)
    assert page.get_by_test_id("stMain").evaluate("e => e === document.activeElement")
    reach(page, page.locator(".st-key-frame_language"))
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=say("Overview"))).to_be_visible()
    reader.settle()
    assert not lost(page)

    # A filter, then the one target left open by its link.
    press(page, page.locator(".st-key-overview_standing"))
    page.wait_for_url(re.compile("standing="))
    reader.settle()
    assert not lost(page)
    press(page, page.locator("table.shown tbody a").first)
    page.wait_for_url(re.compile(r"/target\?"))
    reader.settle()

    # To the update; the file is chosen with the button in the field.
    press(page, page.get_by_role("link", name=say("Update figures")))
    page.wait_for_url(re.compile(r"/update\?"))
    reader.settle()
    file = tmp_path / "E03.12.xls"
    file.write_bytes(saved_page(per_capita({year: 40.25 + 4 * (year - 2018) for year in YEARS})))
    chooser_by_keyboard(page).set_files(file)
    expect(page.locator(".st-key-update_given")).to_contain_text(file.name)
    verdict = page.get_by_role("alert").filter(has_text=re.compile("accepted"))
    expect(verdict).to_be_visible()  # what was found is told as it arrives
    reader.settle()
    assert not lost(page)

    # Another series and back, the ticks, the ledger instead of the copy.
    series = page.get_by_role("combobox", name=say("Series of rows that name none"))
    reach(page, series)
    before = series.input_value()
    choose(page, "ArrowDown")
    expect(series).not_to_have_value(before)
    reader.settle()
    assert not lost(page)
    choose(page, "ArrowUp")
    expect(series).to_have_value(before)
    reader.settle()
    press(page, page.locator("[class*=st-key-update_tick_] input").first, "Space")
    reader.settle()
    assert not lost(page)
    copy = page.get_by_role("radiogroup").filter(has_text=say("Record in the ledger"))
    reach(page, copy)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    for name, text in ORIGIN:
        reach(page, page.get_by_label(say(name)))
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    reader.settle()
    press(page, page.locator(".st-key-update_record button"))
    done = page.locator(".st-key-update_done")
    expect(done.get_by_role("status")).to_be_visible()
    reader.settle()
    assert not lost(page)

    # What it changed, then the slides, and back out of them.
    reach(page, done.get_by_role("link").last, "Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/history\?"))
    reader.settle()
    press(page, page.get_by_role("link", name=say("Present")))
    page.wait_for_url(re.compile(r"/present\?"))
    reader.settle()
    press(page, page.locator(".begin"))
    expect(page.locator("dialog .announce")).to_have_text(re.compile(r"^1 / \d+\. \w+"))
    page.keyboard.press("PageDown")
    expect(page.locator("dialog .announce")).to_have_text(re.compile(r"^2 / \d+\. \w+"))
    reach(page, page.locator("dialog [data-do=leave]"))
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_be_hidden()
    assert page.evaluate(ON_STAGE) == "resume"


def chooser_by_keyboard(page: Page) -> FileChooser:
    """Open the choice of a file; pressed again where the page was drawn anew under the press."""
    opened: list[FileChooser] = []
    page.once("filechooser", lambda found: opened.append(found))
    for _ in range(5):
        reach(page, page.locator("[data-testid=stFileUploader] button"))
        page.keyboard.press("Enter")
        for _ in range(30):
            if opened:
                return opened[0]
            page.wait_for_timeout(100)
    raise AssertionError("no press opened the choice of a file")


def choose(page: Page, key: str) -> None:
    """Open the list the keyboard stands on at the next or the former choice, and take it."""
    page.keyboard.press(key)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")


ON_STAGE = "document.activeElement.shadowRoot.activeElement.className"
