"""A reader in a real browser: opens pages, notices every request, takes pictures."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qs, urlencode, urlsplit

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.serving import ROOT

T = TypeVar("T")
SCREENS = ROOT / "docs" / "screens"
KEPT = os.environ.get("SCREENS") == "1"  # whether pictures of the README are made anew
LONGEST = 1400  # pixels
COVER = "#8A9AA0"
MOMENTS = 80  # of a quarter of a second
PATIENCE = 60_000  # milliseconds; a busy machine is no defect


@dataclass(frozen=True)
class Look:
    """How a reader sees the pages: width in pixels, "light" or "dark", the browser's language."""

    width: int = 1440
    theme: str = "light"
    language: str = "vi"

    def __str__(self) -> str:
        return f"{self.language}-{self.theme}-{self.width}"


@dataclass
class Reader:
    """One browser window on one server."""

    page: Page
    address: str
    look: Look
    pictures: Path
    requests: list[str] = field(default_factory=list)

    def open(self, stem: str = "overview", **keys: str) -> Page:
        """Open a page by its address and wait until it stands."""
        path = "" if stem == "overview" else stem
        query = f"?{urlencode(keys)}" if keys else ""
        self.page.goto(f"{self.address}/{path}{query}")
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page was drawn and no script runs."""
        expect(self.page.locator(".st-key-frame_footer")).to_be_visible(timeout=PATIENCE)
        app = self.page.locator("[data-testid=stApp]")
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)
        expect(self.page.get_by_test_id("stException")).to_have_count(0)
        # The document's language is set by a script of its own, a moment after the page.
        expect(self.page.locator("html")).to_have_attribute("lang", self.asked_language)
        self.page.evaluate("document.fonts.ready")

    @property
    def asked_language(self) -> str:
        """The language the address names; the frame always writes it there."""
        expect(self.page).to_have_url(re.compile(r"[?&]lang=(vi|en)"))
        return parse_qs(urlsplit(self.page.url).query)["lang"][0]

    @property
    def elsewhere(self) -> list[str]:
        """Requests that left this machine."""
        return [
            url
            for url in self.requests
            if urlsplit(url).scheme in {"http", "https", "ws", "wss"}
            and urlsplit(url).hostname != "127.0.0.1"
        ]

    @property
    def language(self) -> str:
        return str(self.page.evaluate("document.documentElement.lang"))


def soon(page: Page, read: Callable[[], T], wanted: Callable[[T], bool]) -> T:
    """Return what is read as soon as it is wanted, or what it still is after a while.

    A page stands between two runs for a moment: pale, or as wide as the screen before.
    """
    value = read()
    for _ in range(MOMENTS):
        if wanted(value):
            break
        page.wait_for_timeout(250)
        value = read()
    return value


def person(browser: Browser, language: str) -> BrowserContext:
    """A browser of one person; the caller closes it."""
    context = browser.new_context(
        locale={"vi": "vi-VN", "en": "en-GB"}.get(language, language), reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    return context


def window(context: BrowserContext, address: str, look: Look, pictures: Path) -> Reader:
    """Open a window of a person's browser; the caller closes it."""
    page = context.new_page()
    page.set_viewport_size({"width": look.width, "height": 900})
    page.emulate_media(color_scheme="dark" if look.theme == "dark" else "light")
    reader = Reader(page, address, look, pictures)
    reader.page.on("request", lambda request: reader.requests.append(request.url))
    reader.page.on("websocket", lambda socket: reader.requests.append(socket.url))
    return reader


def shoot(reader: Reader, name: str, *, hidden: str = "") -> Path:
    """Take a picture named <name>-<language>-<theme>-<width>.png.

    Of the whole page, beside the test; with SCREENS=1 those the README names are made anew in
    docs/screens, in few colours and no longer than a reader of the README wants to scroll.
    Lines that hold the text `hidden` are covered: what is true of one machine alone.
    """
    look = reader.look
    file = f"{name}-{reader.language}-{look.theme}-{look.width}.png"
    kept = KEPT and file in (ROOT / "README.md").read_text("utf-8")
    folder = SCREENS if kept else reader.pictures
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    reader.page.set_viewport_size(
        {"width": look.width, "height": max(900, whole_height(reader.page))}
    )
    reader.page.wait_for_timeout(300)  # charts are drawn anew at the new height
    covered = [reader.page.locator("p", has_text=hidden)] if hidden else []
    reader.page.screenshot(path=path, mask=covered, mask_color=COVER)
    reader.page.set_viewport_size({"width": look.width, "height": 900})
    if kept:
        reduced(path, path)
    return path


def reduced(picture: Path, kept: Path) -> None:
    """Keep a picture in few colours and no longer than a reader of the README wants to scroll."""
    with Image.open(picture) as whole:
        seen = whole.convert("RGB").crop((0, 0, whole.width, min(whole.height, LONGEST)))
    # Rare colours are kept: a standing is a few pixels of one.
    few = seen.quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    few.save(kept, optimize=True)


def whole_height(page: Page) -> int:
    """The height of everything; Streamlit scrolls an inner element, not the document."""
    content = page.get_by_test_id("stMainBlockContainer")
    return int(content.evaluate("e => e.getBoundingClientRect().bottom + e.scrollTop")) + 80


def read_out(page: Page) -> str:
    """All names a screen reader is given."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return "\n".join(
        str(node["name"]["value"]) for node in nodes if not node["ignored"] and "name" in node
    )
