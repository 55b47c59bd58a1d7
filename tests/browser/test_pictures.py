"""A picture of every page and of the states it can be in: languages, themes, widths."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from plantrack.ui.pages import PAGES
from tests.browser.conftest import OpenWindow
from tests.browser.reading import KEPT, SCREENS, Look, reduced, shoot, soon
from tests.browser.serving import ROOT, Server
from tests.conftest import LONG

LANGUAGES, SHADES, WIDTHS = ("vi", "en"), ("light", "dark"), (1440, 390)

# A short run sees the narrow and dark one, which goes wrong first; a long one all of them; one that
# makes the pictures of the README anew also what the README shows of the others.
SHORT = [Look(390, "dark", "vi")]
ALL = [Look(width, shade, one) for one, shade, width in product(LANGUAGES, SHADES, WIDTHS)]
ALL += [Look(768, "light", "vi")]
LOOKS = ALL if LONG or KEPT else SHORT


@dataclass(frozen=True)
class View:
    """A page as an address shows it; the name of its pictures."""

    name: str
    page: str
    keys: dict[str, str] = field(default_factory=dict)


VIEWS = (
    *(View(page, page) for page in PAGES),
    View("target-range", "target", {"target": "decision_236_share_agriculture"}),
    View("target-growth", "target", {"target": "decision_236_grdp_growth"}),
    View("target-place", "target", {"target": "decision_236_rank_economic_scale"}),
    View("overview-without-figures", "overview", {"set": "region_programme"}),
    View("overview-one-standing", "overview", {"standing": "behind"}),
    View("overview-strange-address", "overview", {"revision": "99", "colour": "red"}),
)


def views(look: Look) -> list[View]:
    if LONG or look in SHORT:
        return list(VIEWS)
    readme = (ROOT / "README.md").read_text("utf-8")
    return [view for view in VIEWS if f"/{view.name}-{look}.png" in readme]


def test_no_page_is_without_a_picture_in_the_readme() -> None:
    kept = {picture.name for picture in SCREENS.glob("*.png")}
    expected = {f"{one}-{language}-light-1440.png" for one in PAGES for language in LANGUAGES}
    assert expected <= kept


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_page_and_state_has_its_picture_and_fits_its_window(
    server: Server, open_window: OpenWindow, look: Look
) -> None:
    reader = open_window(server, width=look.width, theme=look.theme, language=look.language)
    for view in views(look):
        reader.open(view.page, lang=look.language, **view.keys)
        expect(reader.page.get_by_test_id("stAlertContentError")).to_have_count(0)
        scheme = "getComputedStyle(document.querySelector('.stApp')).colorScheme"
        assert reader.page.evaluate(scheme) == look.theme
        for box in ("html", "[data-testid=stMain]", "[data-testid=stMainBlockContainer]"):
            inside = reader.page.locator(box).evaluate("e => e.scrollWidth")
            assert inside <= look.width, (view.name, box)
        if LONG or KEPT:
            assert drawn_something(shoot(reader, view.name, hidden=str(server.data))), view.name
        else:  # only what is looked at: a page as high as all it holds is drawn anew
            picture = reader.pictures / f"{view.name}.png"
            seen = soon(reader.page, lambda to=picture: taken(reader.page, to), drawn_something)
            assert drawn_something(seen), f"{view.name} shows nothing"


def taken(page: Page, picture: Path) -> Path:
    page.screenshot(path=picture)
    return picture


def drawn_something(picture: Path) -> bool:
    """A page without words, or without anything below its head, is white from there on."""
    with Image.open(picture) as whole:
        below = whole.convert("L").crop((0, 320, whole.width, min(whole.height, 900)))
        darkest, lightest = below.getextrema()
    return lightest - darkest > 100


@pytest.mark.parametrize(
    "look",
    [Look(1920, "light", "vi")]
    + [Look(1920, shade, one) for one in LANGUAGES for shade in SHADES] * LONG,
    ids=str,
)
def test_every_slide_has_its_picture(
    server: Server, open_window: OpenWindow, tmp_path: Path, look: Look
) -> None:
    reader = open_window(server, width=look.width, theme=look.theme, language=look.language)
    page = reader.page
    page.set_viewport_size({"width": look.width, "height": 1080})
    reader.open("present", lang=look.language)
    page.locator(".begin").click()
    place = page.locator("dialog .bar b")
    expect(place).to_contain_text("1 /")
    last = int(place.inner_text().split("/")[1])
    for number in range(1, last + 1):
        expect(place).to_contain_text(f"{number} /")
        expect(page.locator("dialog .waiting")).to_have_count(0)
        picture = tmp_path / f"slide-{number}-{look.language}-{look.theme}.png"
        page.screenshot(path=picture)
        assert drawn_something(picture), f"slide {number}"
        page.keyboard.press("PageDown")


@pytest.mark.parametrize("language", LANGUAGES if LONG or KEPT else LANGUAGES[:1])
def test_the_first_slide_is_kept_for_the_readme(
    server: Server, open_window: OpenWindow, tmp_path: Path, language: str
) -> None:
    reader = open_window(server, language=language)
    reader.open("present", lang=language)
    reader.page.locator(".begin").click()
    expect(reader.page.locator("dialog .waiting")).to_have_count(0)
    path = tmp_path / f"slide-{language}-light-1440.png"
    reader.page.screenshot(path=path)
    assert drawn_something(path), "the first slide"
    if KEPT:
        reduced(path, SCREENS / path.name)
