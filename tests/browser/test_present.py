"""The meeting view as a presenter has it: keys, a reload in the middle, figures that stay."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from plantrack import words
from tests.browser.conftest import OpenWindow
from tests.browser.reading import Reader, read_out
from tests.browser.serving import Server, serving
from tests.browser.test_accessibility import FOUND, axe
from tests.conftest import LONG

SAY = words.of("en")

# From the key to the next slide in place and painted, in milliseconds.
DRAWN = """(dialog) => new Promise((done) => {
  const title = dialog.querySelector(".title"), before = title.textContent
  const began = performance.now()
  dispatchEvent(new KeyboardEvent("keydown", {key: "ArrowRight", cancelable: true}))
  if (title.textContent === before) throw Error("the slide did not change")
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)))
})"""


def begin(reader: Reader, **address: str) -> Page:
    """Open the page and start."""
    page = reader.open("present", lang="en", **address)
    page.get_by_role("button", name="Start").click()
    expect(count(page)).to_contain_text("1 /")
    return page


def count(page: Page) -> Locator:
    return page.locator("dialog .bar b")


def title(page: Page) -> str:
    return page.locator("dialog .title").inner_text()


def drawn(page: Page) -> None:
    expect(page.locator("dialog .waiting")).to_have_count(0)


def test_every_key_a_presenter_or_a_remote_sends_does_what_it_says(
    server: Server, open_window: OpenWindow
) -> None:
    page = begin(open_window(server, language="en"))
    last = int(count(page).inner_text().split("/")[1])
    steps = (
        ("ArrowRight", 2),
        ("PageDown", 3),
        (" ", 4),
        ("PageUp", 3),
        ("ArrowLeft", 2),
        ("End", last),
        ("PageDown", last),
        ("Home", 1),
        ("PageUp", 1),
    )
    for key, place in steps:
        page.keyboard.press(key)
        expect(count(page)).to_have_text(f"{place} / {last}")
    page.keyboard.press("g")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(count(page)).to_have_text(f"3 / {last}")
    page.keyboard.press("t")
    expect(page.locator("dialog table tbody tr").first).to_be_visible()
    page.keyboard.press("t")
    expect(page.get_by_role("dialog").get_by_role("img").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    assert "slide=" not in page.url
    page.get_by_role("button", name="Continue at slide 3").click()
    expect(count(page)).to_have_text(f"3 / {last}")


def test_mouse_and_touch_lead_on_and_back(server: Server, open_window: OpenWindow) -> None:
    page = begin(open_window(server, language="en"))
    drawn(page)
    page.locator("dialog figure").click()
    expect(count(page)).to_contain_text("2 /")
    page.get_by_role("button", name="Back (left arrow)").click()
    expect(count(page)).to_contain_text("1 /")
    page.locator("dialog .screen").evaluate(SWIPE, [400, 100])
    expect(count(page)).to_contain_text("2 /")
    page.locator("dialog .screen").evaluate(SWIPE, [100, 400])
    expect(count(page)).to_contain_text("1 /")


SWIPE = """(screen, [from, to]) => {
  const finger = (x) => new Touch({identifier: 1, target: screen, clientX: x, clientY: 300})
  screen.dispatchEvent(new TouchEvent("touchstart", {touches: [finger(from)]}))
  screen.dispatchEvent(new TouchEvent("touchend", {changedTouches: [finger(to)]}))
}"""


def test_language_and_theme_change_on_the_same_slide(
    server: Server, open_window: OpenWindow
) -> None:
    page = begin(open_window(server, language="en"))
    page.keyboard.press("PageDown")
    expect(page.locator("dialog")).to_have_css("color-scheme", "light")
    page.keyboard.press("d")
    expect(page.locator("dialog")).to_have_css("color-scheme", "dark")
    page.keyboard.press("l")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(count(page)).to_contain_text("2 /")
    expect(page.locator("dialog figure")).to_be_visible()
    page.wait_for_url("**slide=standing-2*")
    page.reload()
    expect(count(page)).to_contain_text("2 /")
    page.keyboard.press("l")
    page.keyboard.press("d")  # before the other language is there
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("dialog")).to_have_css("color-scheme", "dark")


def test_a_slide_is_there_before_a_reader_notices(server: Server, open_window: OpenWindow) -> None:
    page = begin(open_window(server, language="en"))
    drawn(page)
    times = [page.locator("dialog").evaluate(DRAWN) for _ in range(8)]
    assert min(times) < 300, times  # the others may have waited for a busy machine


def test_a_reload_shows_the_same_slide_and_no_newer_figures(
    noting_server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(noting_server, language="en")
    page = begin(reader)
    for _ in range(3):
        page.keyboard.press("PageDown")
    shown, place = title(page), count(page).inner_text()
    assert "revision=1" in page.url
    noting_server.record_note()
    page.reload()
    expect(count(page)).to_have_text(place)
    assert title(page) == shown
    expect(page.locator("dialog .whose")).to_contain_text("revision 1,")
    page.keyboard.press("PageDown")
    expect(page.locator("dialog .whose")).to_contain_text("revision 1,")
    page.keyboard.press("Escape")
    reader.settle()
    page.get_by_role("button", name="Present revision 2 instead").click()
    expect(page.locator(".st-key-frame_identity")).to_contain_text("revision 2,")
    page.get_by_role("link", name="Growth").click()
    page.wait_for_url("**/growth?*")
    reader.settle()
    assert "revision" not in page.url  # only the meeting view keeps to it


@pytest.fixture
def noting_server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path, module=("tests.browser.noting",)) as running:
        yield running


def test_a_lost_connection_leaves_the_deck_and_the_slide(
    tmp_path: Path, open_window: OpenWindow
) -> None:
    with serving(tmp_path) as running:
        reader = open_window(running, language="en")
        page = begin(reader)
        for _ in range(4):
            page.keyboard.press("PageDown")
            drawn(page)
        page.keyboard.press("Home")
        page.keyboard.press("PageDown")
        port = int(running.address.rpartition(":")[2])
        expect(page.locator("dialog")).to_be_visible()
    for _ in range(2):  # nobody answers any more
        page.keyboard.press("PageDown")
    expect(count(page)).to_contain_text("4 /")
    shown = title(page)
    expect(page.locator("dialog figure")).to_be_visible()
    # What Streamlit says below the slides is kept from screen readers; the slide is told.
    expect(page.get_by_text("Connection error").first).to_be_attached()
    told = read_out(page)
    assert "Connection error" not in told
    assert shown in told
    with serving(tmp_path, port=port):
        reader.settle()
        page.wait_for_timeout(1500)  # the page finds its server again
        expect(count(page)).to_contain_text("4 /")
        page.reload()
        expect(count(page)).to_contain_text("4 /")
        assert title(page) == shown


@pytest.mark.parametrize(
    ("language", "theme", "width", "height"),
    [
        ("vi", "light", 1920, 1080),
        ("vi", "dark", 390, 844),
        *[("en", "dark", 1440, 900), ("vi", "light", 1024, 768)] * LONG,
    ],
)
def test_every_slide_is_read_by_everyone(
    server: Server, open_window: OpenWindow, language: str, theme: str, width: int, height: int
) -> None:
    reader = open_window(server, language=language, theme=theme, width=width)
    page = reader.page
    page.set_viewport_size({"width": width, "height": height})
    reader.open("present", lang=language)
    page.locator(".begin").click()
    page.evaluate(axe())
    places = int(count(page).inner_text().split("/")[1])
    for place in range(places):
        expect(count(page)).to_contain_text(f"{place + 1} /")
        drawn(page)
        for box in (".screen", ".slide", ".bar"):
            inside = page.locator(f"dialog {box}").evaluate("e => [e.scrollWidth, e.offsetWidth]")
            assert max(inside) <= width, (box, title(page))
        if place in (0, 3, places - 1):
            assert page.evaluate(FOUND, []) == [], title(page)
        assert page.locator("dialog").evaluate(SMALLEST) >= (24 if width == 1920 else 9)
        page.keyboard.press("PageDown")
    assert reader.elsewhere == []


# The smallest words of a slide outside its drawing, in pixels.
SMALLEST = """dialog => Math.min(...[
  ...dialog.querySelectorAll(".title, .topic, .foot, .whose, td, th")]
  .filter((one) => one.offsetParent && one.textContent)
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
