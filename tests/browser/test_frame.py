"""The frame in a real browser: links work first thing, nothing leaves, the language follows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from plantrack import words
from plantrack.ui.pages import PAGES
from tests.browser.conftest import OpenWindow
from tests.browser.serving import Server, serving
from tests.conftest import LONG

VIETNAMESE = words.of("vi")
ENGLISH = words.of("en")


# Other tests of a fresh server open the overview or the update first.
@pytest.mark.parametrize("page", PAGES if LONG else ["target", "present"])
def test_a_deep_link_as_the_first_request_after_a_start_shows_page_and_frame(
    fresh_server: Server, open_window: OpenWindow, page: str
) -> None:
    reader = open_window(fresh_server)
    shown = reader.open(page, lang="en")
    title = ENGLISH(PAGES[page].title)
    expect(shown).to_have_title(f"{title} · {plan_name(shown.title())}")
    navigation = shown.get_by_test_id("stTopNavLink")
    expect(navigation).to_have_text([ENGLISH(one.title) for one in PAGES.values()])
    expect(shown.locator(".st-key-frame_header")).to_have_count(1)
    expect(shown.get_by_role("dialog")).to_have_count(0)
    assert reader.language == "en"


def plan_name(title: str) -> str:
    return title.partition(" · ")[2]


def test_no_request_leaves_the_machine(server: Server, open_window: OpenWindow) -> None:
    """Every window of these tests is held to it; here that requests are seen at all."""
    reader = open_window(server, alone=True)
    reader.open()
    assert any("NotoSans-Regular.ttf" in url for url in reader.requests)
    assert reader.elsewhere == []


def test_the_text_is_set_in_our_own_font(server: Server, open_window: OpenWindow) -> None:
    page = open_window(server).open()
    used = page.evaluate("getComputedStyle(document.querySelector('.stApp')).fontFamily")
    assert used.startswith('"Noto Sans"')
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.family.includes('Noto Sans'))"
        ".filter(f => f.status === 'loaded').map(f => f.weight)"
    )
    assert "400" in loaded


@pytest.mark.parametrize(("language", "words_shown"), [("vi", "Tổng quan"), ("en", "Overview")])
def test_the_first_language_is_the_browsers(
    server: Server, open_window: OpenWindow, language: str, words_shown: str
) -> None:
    reader = open_window(server, language=language)
    page = reader.open()
    expect(page.get_by_role("link", name=words_shown)).to_be_visible()
    assert f"lang={language}" in page.url


def test_the_language_switch_changes_page_document_and_address(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="en")
    page = reader.open("growth")
    assert reader.language == "en"
    page.get_by_text("VI", exact=True).click()
    expect(page.get_by_role("link", name="Tổng quan")).to_be_visible()
    reader.settle()
    assert reader.language == "vi"
    assert "lang=vi" in page.url


def test_the_language_holds_on_the_next_page_and_one_step_leads_back(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="vi")
    page = reader.open("growth", lang="en")
    for _ in range(5):  # whether the address is completed in a write of its own is a race
        page.get_by_role("link", name="History").click()
        page.wait_for_url("**/history?*lang=en*")
        reader.settle()
        page.go_back()
        page.wait_for_url("**/growth?*lang=en*")
        reader.settle()
    assert reader.language == "en"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_small_text_is_readable(server: Server, open_window: OpenWindow, theme: str) -> None:
    page = open_window(server, theme=theme).open()
    small = page.locator(".st-key-frame_identity [data-testid=stCaptionContainer] p")
    # The page's own style arrives a moment after its first text.
    for _ in range(50):
        if contrast(*small.evaluate(COLOURS)) >= 4.5:
            break
        page.wait_for_timeout(200)
    assert contrast(*small.evaluate(COLOURS)) >= 4.5


# The text's colour laid on the page's, both as the browser paints them.
COLOURS = """element => {
  const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const page = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  const pixel = colours => { for (const colour of colours) {
    paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1); }
    return [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3); };
  const opaque = (e) => e ? getComputedStyle(e).opacity * opaque(e.parentElement) : 1;
  paint.globalAlpha = 1; const ground = pixel([page]);
  paint.globalAlpha = opaque(element); const text = pixel([getComputedStyle(element).color]);
  return [text, ground]; }"""


def contrast(one: list[int], other: list[int]) -> float:
    """WCAG 2.2 contrast ratio of two colours of 0-255 parts."""

    def luminance(colour: list[int]) -> float:
        parts = [value / 255 for value in colour]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_overview_lives_at_the_root_only(server: Server, open_window: OpenWindow) -> None:
    reader = open_window(server, language="en")
    page = reader.open("history")
    page.get_by_role("link", name="Overview").click()
    page.wait_for_url(f"{server.address}/?*")


def test_on_a_phone_every_page_can_be_reached(server: Server, open_window: OpenWindow) -> None:
    reader = open_window(server, width=390, language="en")
    page = reader.open()
    switch = page.locator(".st-key-frame_language")
    expect(switch).to_be_visible()
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(switch).to_be_hidden()  # it would lie on the plan's name, which moves up
    page.get_by_role("link", name="History").click()
    page.wait_for_url("**/history?*")


@pytest.fixture
def noting_server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path, module=("tests.browser.noting",)) as running:
        yield running


def test_open_pages_follow_a_newer_revision(noting_server: Server, open_window: OpenWindow) -> None:
    watching = open_window(noting_server, language="en")
    working = open_window(noting_server, language="en")
    looking_back = open_window(noting_server, language="en")
    shown = [
        reader.open(*address, **keys).locator(".st-key-frame_identity")
        for reader, address, keys in (
            (watching, ("growth",), {}),
            (working, ("update",), {}),
            (looking_back, ("growth",), {"revision": "1"}),
        )
    ]
    for identity in shown:
        expect(identity).to_contain_text("revision 1,")

    noting_server.record_note()

    expect(shown[0]).to_contain_text("revision 2,")
    expect(working.page.locator(".st-key-frame_newer")).to_contain_text("Revision 2 arrived")
    expect(shown[1]).to_contain_text("revision 1,")
    expect(shown[2]).to_contain_text("revision 1,")

    working.page.get_by_role("button", name="Show it").click()
    expect(shown[1]).to_contain_text("revision 2,")
    expect(working.page.locator(".st-key-frame_newer")).to_have_count(0)
