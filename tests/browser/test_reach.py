"""Large type, narrow windows, fingers, less motion: every page keeps its content within reach."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from plantrack.ui.pages import PAGES
from tests.browser.conftest import OpenWindow
from tests.browser.reading import Look, Reader, soon
from tests.browser.serving import Server
from tests.browser.test_accessibility import CHARTED, CROWDED, OPEN_ALL
from tests.conftest import LONG

SOME = tuple(PAGES) if LONG else ("overview", "update")

# What reaches beyond the window, neither cut off on purpose nor inside what scrolls by itself.
BEYOND = """() => [...document.querySelectorAll(".stMain *")].filter((one) => {
  const box = one.getBoundingClientRect()
  if (box.width < 2 || box.height < 2) return false
  if (box.right <= innerWidth + 1 && box.left >= -1) return false
  for (let up = one.parentElement; up && !up.matches(".stMain"); up = up.parentElement)
    if (getComputedStyle(up).overflowX !== "visible") return false
  return true
}).map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)"""

# What scrolls sideways by itself and takes no keyboard.
STUCK = """() => [...document.querySelectorAll(".stMain *")].filter((one) =>
  one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 40
  && /auto|scroll/.test(getComputedStyle(one).overflowX)
  && one.tabIndex < 0 && !one.querySelector("a, button, input, [tabindex='0']"))
  .map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(640, 512, 2), (320, 256, 1)], ids=["200 %", "400 %"]
)
def test_an_enlarged_page_is_read_by_scrolling_down_alone(
    server: Server, browser: Browser, tmp_path: Path, width: int, height: int, scale: int
) -> None:
    """WCAG 2.2, 1.4.4 and 1.4.10: 1280 by 1024 pixels, enlarged two and four times."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, locale="en-GB"
    )
    reader = Reader(context.new_page(), server.address, Look(width=width), tmp_path)
    for stem in SOME:
        page = reader.open(stem, lang="en")
        page.wait_for_timeout(500)  # a narrower screen reports itself and is drawn once more
        reader.settle()
        page.evaluate(OPEN_ALL)
        assert page.evaluate(BEYOND) == [], stem
        assert page.evaluate(STUCK) == [], stem
        main = page.get_by_test_id("stMain").evaluate("e => e.scrollWidth")
        assert main <= width, stem
        if stem in CHARTED:
            crowded = soon(page, lambda on=page: on.evaluate(CROWDED), lambda found: not found)
            assert crowded == [], stem
    context.close()


# Targets under 24 by 24 pixels whose circle of 24 meets another target's (WCAG 2.2, 2.5.8).
SMALL = """() => {
  const all = [...document.querySelectorAll(`.stApp :is(a[href], button, input, select, textarea,
    summary, [role=tab], [role=spinbutton], [role=option])`)]
    .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.closest("[inert]")
      && !one.matches("[data-testid=stSkipToContent]"))
    .map((one) => one.matches("[type=checkbox], [type=radio]") ? one.closest("label") : one)
    .map((one) => [one, one.getBoundingClientRect()]).filter(([_, box]) => box.width && box.height)
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2]
  const away = ([x, y], box) => Math.hypot(
    x - Math.min(Math.max(x, box.left), box.right), y - Math.min(Math.max(y, box.top), box.bottom))
  return all.filter(([one, box]) => (box.width < 23.5 || box.height < 23.5)
    && all.some(([other, theirs]) => other !== one && !one.contains(other) && !other.contains(one)
      && away(middle(box), theirs) < 12))
    .map(([one, {width, height}]) => `${one.textContent.slice(0, 30)} ${width} ${height}`)
}"""


@pytest.mark.parametrize("width", [390, 1440] if LONG else [390])
def test_every_target_is_met_by_a_finger(
    server: Server, open_window: OpenWindow, width: int
) -> None:
    reader = open_window(server, width=width, language="en")
    for stem in PAGES if LONG else ("plan", "present"):
        page = reader.open(stem, lang="en")
        page.evaluate(OPEN_ALL)
        reader.settle()
        assert page.evaluate(SMALL) == [], stem


def test_going_back_by_keyboard_nothing_hides_under_the_header(
    server: Server, open_window: OpenWindow
) -> None:
    page = open_window(server, language="en").open("overview", lang="en")
    links = page.locator("table.shown tbody a")
    expect(links.last).to_be_visible()
    page.set_viewport_size({"width": 1440, "height": 500})
    links.last.focus()
    header = page.locator(".stAppHeader").evaluate("e => e.getBoundingClientRect().bottom")
    for _ in range(links.count()):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= header


# What still moves, or would for longer than anybody sees.
MOVING = """() => document.getAnimations().filter((one) => one.playState === "running"
  && one.effect.getComputedTiming().activeDuration > 20)
  .map((one) => one.effect.target.outerHTML.slice(0, 120))"""
WOULD_MOVE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  const style = getComputedStyle(one)
  const long = (times) => times.split(",").some((time) => parseFloat(time) > 0.02)
  return (style.animationName !== "none" && long(style.animationDuration))
    || long(style.transitionDuration)
}).map((one) => one.outerHTML.slice(0, 120))"""


def test_nothing_moves_for_a_reader_who_asked_for_less_motion(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="en")  # every window of these tests asks for it
    for stem in SOME:
        page = reader.open(stem, lang="en")
        page.evaluate(OPEN_ALL)
        page.get_by_role("radio", name="VI", exact=True).click(force=True)
        assert page.evaluate(MOVING) == [], stem
        assert page.evaluate(WOULD_MOVE) == [], stem
        reader.settle()
