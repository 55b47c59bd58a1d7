"""Every page serves readers who use a keyboard, a screen reader, a phone or a large type."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import expect

from plantrack import words
from plantrack.ui.pages import PAGES
from tests.browser.conftest import OpenWindow
from tests.browser.reading import Reader, soon
from tests.browser.serving import Server
from tests.conftest import LONG

CHARTED = ("overview", "target", "structure", "growth")

# What a screen reader hears of a drawing, but for its title, which is a sentence.
READ_OUT = "[role=graphics-symbol]:not([aria-hidden=true]):not([aria-roledescription=title])"

SENTENCE = re.compile(r"\w+ \w+ .*\w")

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"

# Streamlit's own markup, which we cannot change, and why it hinders nobody.
EXCEPTIONS = {
    # Its area for files is called a mere drawing although it has a name; the button in it is
    # reached and named as any other.
    "presentation-role-conflict: [data-testid=stFileUploaderDropzone]",
}

FOUND = """async (ours) => {
  const found = (await axe.run({resultTypes: ["violations"]})).violations
  const known = (id, element) => ours.some((one) => {
    const [rule, where] = one.split(": ")
    return rule === id && element.matches(where)
  })
  return found.flatMap(({id, nodes}) => nodes
    .filter((node) => !known(id, document.querySelector(node.target[0])))
    .map((node) => `${id}: ${node.html.slice(0, 200)}`))
}"""


@cache
def axe() -> str:
    return AXE.read_text("utf-8")


NONE_PALE = """() => [...document.querySelectorAll("[data-testid=stCaptionContainer] p")]
  .every(text => { for (let one = text; one; one = one.parentElement)
    if (getComputedStyle(one).opacity !== "1") return false; return true; })"""


def violations(reader: Reader) -> list[str]:
    """What hinders on the page a reader has open, with all that was closed at first."""
    page = reader.page
    page.evaluate(OPEN_ALL)
    reader.settle()
    # What waits for its script is shown paler, and so is small text before its style is there.
    expect(page.locator("[data-stale=true]")).to_have_count(0)
    page.wait_for_function(NONE_PALE)
    page.evaluate(axe())
    return list(page.evaluate(FOUND, sorted(EXCEPTIONS)))


OPEN_ALL = """() => document.querySelectorAll("[data-testid=stExpander] summary")
  .forEach((closed) => closed.click())"""


LOOKS = [("en", "light")] + [("vi", "dark"), ("vi", "light"), ("en", "dark")] * LONG


@pytest.mark.parametrize(("language", "theme"), LOOKS)
def test_nothing_hinders_a_reader(
    server: Server, open_window: OpenWindow, language: str, theme: str
) -> None:
    reader = open_window(server, language=language, theme=theme)
    for page in PAGES:
        reader.open(page, lang=language)
        assert violations(reader) == [], page


def test_the_keyboard_reaches_what_decides_the_view(
    server: Server, open_window: OpenWindow
) -> None:
    say = words.of("en")
    page = open_window(server, language="en").open()
    expect(page.locator("table.shown tbody a").last).to_be_visible()
    page.locator("body").press("Tab")
    reached = []
    for _ in range(40):
        reached.append(str(page.evaluate(NAME)))
        page.keyboard.press("Tab")
    wanted = [say("Overview"), say("Target set"), say("Series"), "EN", say("Theme")]
    assert [name for name in wanted if not any(name in one for one in reached)] == []
    assert any(say("Behind") in one for one in reached)
    assert any("target=" in one for one in reached)


NAME = """() => { const e = document.activeElement; return [e.getAttribute("aria-label"),
  e.innerText, e.getAttribute("href")].filter(Boolean).join(" ") }"""


def test_the_place_of_the_keyboard_is_seen(server: Server, open_window: OpenWindow) -> None:
    page = open_window(server).open()
    link = page.locator("table.shown tbody a").first
    link.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert link.evaluate("e => getComputedStyle(e).outlineStyle") != "none"


# Labels of one chart that leave it or lie on each other; each names its words.
CROWDED = """() => [...document.querySelectorAll(".stVegaLiteChart svg")].flatMap((s) => {
  const all = s.getBoundingClientRect()
  const labels = [...s.querySelectorAll("text")].filter((e) => e.textContent.trim())
    .map((e) => [e.textContent, e.getBoundingClientRect()])
  const cut = labels.filter(([_, r]) => r.left < all.left - 1 || r.right > all.right + 1)
  const over = labels.flatMap(([words, r], n) => labels.slice(n + 1).filter(([_, o]) =>
    Math.min(r.right, o.right) - Math.max(r.left, o.left) > 2 &&
    Math.min(r.bottom, o.bottom) - Math.max(r.top, o.top) > 4)
    .map(([others]) => `${words} on ${others}`))
  return [...cut.map(([words]) => `cut: ${words}`), ...over]
})"""


@pytest.mark.parametrize("width", [390] + [768, 1101, 1440] * LONG)
def test_a_chart_says_what_it_shows_and_its_labels_are_whole_and_apart(
    server: Server, open_window: OpenWindow, width: int
) -> None:
    reader = open_window(server, width=width)
    for page in CHARTED:
        shown = reader.open(page)
        charts = shown.get_by_test_id("stVegaLiteChart")
        expect(charts.locator("svg").first).to_be_visible()
        shown.wait_for_timeout(500)  # a narrower screen reports itself and is drawn once more
        reader.settle()
        crowded = soon(shown, lambda on=shown: on.evaluate(CROWDED), lambda found: not found)
        assert crowded == [], page
        for chart in charts.all():
            expect(chart).to_have_attribute("aria-label", SENTENCE)
            expect(chart.locator(READ_OUT)).to_have_count(0)  # no dot is read out
