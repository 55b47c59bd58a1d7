"""A browser and a server for the tests that need the real thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser.reading import PATIENCE, Look, Reader, person, window
from tests.browser.serving import Server, serving

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

expect.set_options(timeout=PATIENCE)

OpenWindow = Callable[..., Reader]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is missing: apt-get install --yes chromium", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server all tests that change nothing share."""
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture
def fresh_server(tmp_path: Path) -> Iterator[Server]:
    """A server nobody has asked anything yet, with a ledger a test may change."""
    with serving(tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def people(browser: Browser) -> Callable[[str], BrowserContext]:
    """One person for each language. Loading the program anew costs more than most tests."""

    @cache
    def of(language: str) -> BrowserContext:
        return person(browser, language)

    return of


@pytest.fixture
def open_window(
    browser: Browser, people: Callable[[str], BrowserContext], tmp_path: Path
) -> Iterator[OpenWindow]:
    """Open windows on a server: `open_window(server, width=390, theme="dark", language="en")`.

    They share what the browser has loaded, and nothing the pages keep in it. With `alone=True`
    the window has a browser of its own: one a test changes, or that must load everything anew.
    No window may ask another machine for anything, whatever its test looks at.
    """
    windows: list[Reader] = []
    own: list[BrowserContext] = []

    def open_one(server: Server, *, alone: bool = False, **of: str | int) -> Reader:
        look = Look(**of)  # type: ignore[arg-type]
        context = person(browser, look.language) if alone else people(look.language)
        if alone:
            own.append(context)
        windows.append(window(context, server.address, look, tmp_path))
        return windows[-1]

    yield open_one
    elsewhere = [url for reader in windows for url in reader.elsewhere]
    for reader in windows:
        forget(reader)
        reader.page.close()
    for context in own:
        context.close()
    assert elsewhere == []


def forget(reader: Reader) -> None:
    """Drop all a server's pages have kept in the browser; what was loaded stays."""
    protocol = reader.page.context.new_cdp_session(reader.page)
    kept = {"origin": reader.address, "storageTypes": "indexeddb,local_storage"}
    protocol.send("Storage.clearDataForOrigin", kept)
    protocol.detach()
    reader.page.context.clear_cookies()
