"""What a reader takes along from a chart, and a chart on somebody else's page."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from plantrack import words
from tests.browser.conftest import OpenWindow
from tests.browser.reading import PATIENCE
from tests.browser.serving import Server
from tests.browser.test_accessibility import FOUND, axe

SAY = words.of("en")
CHART = "lang_son_decision_236_grdp_growth_years_en_r1"
PRESSED = ("csv", "svg", "csv", "pdf", "png")
STATUS = "p[role=status]"  # of the menu
SENTENCE = (
    "(Source: National Statistics Office; Decision 236/QĐ-TTg of 19 March 2024; data revision 1)"
)


def open_menu(page: Page) -> None:
    page.get_by_text(SAY("Download this chart")).click()
    expect(page.locator("button[data-format=png]")).to_be_visible()


def test_presses_that_follow_each_other_at_once_all_bring_their_file(
    server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    page = open_window(server, language="en").open("growth")
    open_menu(page)
    page.evaluate(axe())
    assert page.evaluate(FOUND, []) == []
    taken: list[str] = []

    def keep(download: object) -> None:
        name = download.suggested_filename  # type: ignore[attr-defined]
        download.save_as(tmp_path / name)  # type: ignore[attr-defined]
        taken.append(name)

    page.on("download", keep)
    for extension in PRESSED:
        page.locator(f"button[data-format={extension}]").press("Enter")
    wanted = [f"{CHART}.{one}" for one in PRESSED]
    deadline = time.monotonic() + PATIENCE / 500  # twice as long
    while taken != wanted and time.monotonic() < deadline:
        page.wait_for_timeout(200)
    assert taken == wanted, page.locator(STATUS).text_content()
    expect(page.locator(STATUS)).to_contain_text(f"{CHART}.png")
    starts = {"csv": b"\xef\xbb\xbf", "svg": b"<svg", "pdf": b"%PDF", "png": b"\x89PNG"}
    for extension, start in starts.items():
        assert (tmp_path / f"{CHART}.{extension}").read_bytes().startswith(start)


def test_a_page_taken_along_draws_itself_where_there_is_no_network(
    server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    reader = open_window(server, language="en", alone=True)
    page = reader.open("growth")
    open_menu(page)
    with page.expect_download(timeout=3 * PATIENCE) as asked:
        page.locator("button[data-format=html]").click()
    file = tmp_path / asked.value.suggested_filename
    asked.value.save_as(file)
    page.context.set_offline(True)
    reader.requests.clear()
    page.goto(file.as_uri())
    expect(page.locator(".vega-embed svg").first).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(9)
    loaded = page.evaluate("document.fonts.ready.then(f => [...f].map(one => one.status))")
    assert loaded == ["loaded", "loaded"]
    page.evaluate(axe())
    assert page.evaluate(FOUND, []) == []
    assert reader.requests == [file.as_uri()]


def test_what_cannot_be_made_is_told_in_a_sentence_with_its_reference(
    server: Server, open_window: OpenWindow
) -> None:
    page = open_window(server, language="vi").open("growth")
    page.get_by_text(words.of("vi")("Download this chart")).click()
    button = page.locator("li button").first
    button.evaluate("one => { one.dataset.format = 'docx' }")
    button.click()
    status = page.locator(STATUS)
    expect(status).to_contain_text("Chưa tạo được tệp này. Hãy bấm lại; nếu vẫn không được")
    reference = status.inner_text().partition("báo mã ")[2][:8]
    assert f'"reference": "{reference}"' in (server.data / "server.txt").read_text("utf-8")


def test_a_finding_is_copied_with_its_source_by_keyboard(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="en", alone=True)
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = reader.open("growth")
    page.get_by_role("button", name=SAY("Copy the sentence")).press("Enter")
    expect(page.locator(".sentence [role=status]")).to_have_text(SAY("Copied"))
    sentence = page.evaluate("navigator.clipboard.readText()")
    assert sentence == f"{page.locator('h2').first.inner_text()} {SENTENCE}"


def test_a_browser_without_a_clipboard_of_its_own_copies_too(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="en")
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
        "addEventListener('copy', e => { window.heard = e.composedPath()[0].value })"
    )
    page = reader.open("overview")
    page.get_by_role("button", name=SAY("Copy the sentence")).click()
    expect(page.locator(".sentence [role=status]")).to_have_text(SAY("Copied"))
    assert SENTENCE in page.evaluate("window.heard")


@pytest.fixture
def other_site(server: Server, tmp_path: Path) -> Iterator[str]:
    """A web site of somebody else, whose page holds the code the menu gives."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "page.html").write_text(host(server), "utf-8")
    answer = partial(Quiet, directory=str(tmp_path / "site"))
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as site:
        thread = Thread(target=site.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{site.server_port}/page.html"
        site.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing of it belongs among the results."""


def embedded(server: Server) -> str:
    return f"{server.address}/target?embed=true&lang=en&target=decision_236_grdp_per_capita"


def host(server: Server) -> str:
    return f'<iframe width="600" height="640" src="{embedded(server)}"></iframe>'


def test_a_chart_shows_in_a_frame_and_asks_nothing_elsewhere(
    server: Server, open_window: OpenWindow
) -> None:
    reader = open_window(server, language="en")
    page, body = reader.page, host(server)
    page.route("**/host", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{server.address}/host")
    frame = page.frame_locator("iframe")
    expect(frame.locator("[data-testid=stVegaLiteChart] svg").first).to_be_visible()
    expect(frame.get_by_role("link", name=SAY("The whole page"))).to_be_visible()
    expect(frame.get_by_test_id("stTopNavLink")).to_have_count(0)
    expect(frame.locator(".st-key-frame_header")).to_have_count(0)
    assert frame.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth") <= 600
    assert reader.elsewhere == []


def test_no_site_the_settings_do_not_name_shows_a_chart(
    server: Server, open_window: OpenWindow, other_site: str
) -> None:
    page = open_window(server, language="en").page
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    with page.expect_event("requestfailed", lambda request: request.url == embedded(server)):
        page.goto(other_site)
    assert any("frame-ancestors 'self'" in one for one in told)
    assert page.frames[1].url.startswith("chrome-error:")
