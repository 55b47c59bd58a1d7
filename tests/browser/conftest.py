"""A browser and a server for the tests that need the real thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.reading import PATIENCE, Look, Reader, window
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


@pytest.fixture
def open_window(browser: Browser, tmp_path: Path) -> Iterator[OpenWindow]:
    """Open windows on a server: `open_window(server, width=390, theme="dark", language="en")`."""
    windows: list[Reader] = []

    def open_one(server: Server, **look: str | int) -> Reader:
        reader = window(browser, server.address, Look(**look), tmp_path)  # type: ignore[arg-type]
        windows.append(reader)
        return reader

    yield open_one
    for reader in windows:
        reader.page.context.close()
