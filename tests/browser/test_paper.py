"""Every page on paper: whole charts, light, and on each sheet whose figures they are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from plantrack import words
from plantrack.ui.pages import PAGES
from plantrack.words import Say
from tests.browser.conftest import OpenWindow
from tests.browser.paper import Sheet, printed, tight
from tests.browser.serving import Server
from tests.conftest import LONG

A4 = (595, 842)  # points
UPRIGHT = {"overview", "update", "history", "export", "sources", "health"}
OF_A_CHART = """() => [...document.querySelectorAll(".stMain .stVegaLiteChart svg")]
  .filter((drawing) => drawing.checkVisibility())
  .map((drawing) => [...drawing.querySelectorAll("text")].map((one) => one.textContent))"""
PRESSED = """() => [...document.querySelectorAll(`.stAppHeader a, .stMain :is(button, summary,
  [data-testid=stFileUploader], [data-testid=stTextInput], .st-key-frame_choices)`)]
  .filter((one) => one.checkVisibility())
  .filter((one) => !one.closest(
    "details[open], .st-key-overview_standing, [class*=st-key-on_paper_]"))
  .map((one) => one.outerHTML.slice(0, 120))"""
STYLED = """() => [...document.querySelectorAll("style")].some(
  (one) => one.textContent.includes("@page"))"""

SOME = [("overview", "vi", "light"), ("target", "en", "dark")]
ALL = [
    (page, language, theme)
    for page in PAGES
    if page != "present"
    for language, theme in (("vi", "dark"), ("en", "light"))
]


@pytest.mark.parametrize(("stem", "language", "theme"), ALL if LONG else SOME)
def test_a_page_is_printed_whole_light_and_with_its_foot(
    server: Server, open_window: OpenWindow, tmp_path: Path, stem: str, language: str, theme: str
) -> None:
    reader = open_window(server, language=language, theme=theme)
    page = reader.open(stem, lang=language)
    if stem in ("overview", "target", "structure", "growth"):
        expect(page.locator(".stMain .stVegaLiteChart svg").first).to_be_visible()
    page.wait_for_function(STYLED)  # the style comes a moment after the words
    charts = page.evaluate(OF_A_CHART)
    foot = identity(page, words.of(language))
    paper = printed(page, tmp_path / "page.pdf")

    assert_on_a4(paper, upright=stem in UPRIGHT)
    for number, sheet in enumerate(paper, 1):
        for part in (*foot, f"{number}/{len(paper)}"):
            assert tight(part) in sheet.words
    for labels in charts:
        whole = [all(tight(one) in sheet.words for one in labels) for sheet in paper]
        assert any(whole), f"no sheet has all of {labels}"
    on_paper = "".join(sheet.words for sheet in paper)
    target_set = page.locator(".st-key-frame_choices input").first.input_value()
    assert tight(target_set) in on_paper
    if stem == "target":
        assert "÷" in on_paper, "how a number came about is printed although it is closed"
    assert_light(paper)
    page.emulate_media(media="print")
    assert page.evaluate(PRESSED) == []


def identity(page: Page, say: Say) -> list[str]:
    """The plan and its revision, as the frame says them."""
    name = page.locator(".st-key-frame_identity h1").inner_text()
    return [name, say("revision {number}", number=1)]


def assert_on_a4(paper: list[Sheet], *, upright: bool) -> None:
    size = A4 if upright else A4[::-1]
    assert {(round(sheet.width), round(sheet.height)) for sheet in paper} == {size}


def assert_light(paper: list[Sheet]) -> None:
    """White is most of every sheet, and what stands on it is dark, in the dark theme as well."""
    for sheet in paper:
        assert sum(sheet.shades[250:]) > 0.6 * sum(sheet.shades)
    assert sum(sum(sheet.shades[:90]) for sheet in paper) > 1000


@pytest.mark.parametrize(("language", "theme"), [("en", "dark")] + [("vi", "light")] * LONG)
def test_the_slides_are_printed_one_a_sheet(
    server: Server, open_window: OpenWindow, tmp_path: Path, language: str, theme: str
) -> None:
    say = words.of(language)
    page = open_window(server, language=language, theme=theme).open("present", lang=language)
    count = re.search(r"\d+", page.locator(".begin").inner_text())
    assert count is not None
    rows = page.locator("[class*=st-key-present_row_] label")
    expect(rows).to_have_count(int(count[0]))
    topics = rows.all_inner_texts()
    page.wait_for_function(STYLED)
    paper = printed(page, tmp_path / "slides.pdf")
    assert_on_a4(paper, upright=False)
    assert len(paper) == len(topics)
    for topic, sheet in zip(topics, paper, strict=True):
        assert tight(re.sub(r"^\d+\. ", "", topic)) in sheet.words
        assert tight(say("drawn on {date}", date="")) in sheet.words
    assert tight(say("Slides in their order")) not in "".join(sheet.words for sheet in paper)
    assert_light(paper)
    expect(page.locator(".sheets")).to_have_count(0)  # gone again after printing
