"""A draft over a reload in a real browser, and a check that its reader stops."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic, sleep

from playwright.sync_api import expect

from plantrack import words
from tests.browser.conftest import OpenWindow
from tests.browser.reading import shoot
from tests.browser.serving import Server
from tests.browser.test_journey import example, give, record


def slow() -> bytes:
    """A table so long that reading it takes seconds."""
    lines = [f"Indicator {n} of the yearbook,{n},{n + 1}" for n in range(95_000)]
    return "\n".join(["Indicator,2020,2021", *lines]).encode()


def readers(server: Server) -> set[int]:
    """The programs that read a file, or stand ready for one."""
    return {one for one, line in server.children().items() if "plantrack.worker.child" in line}


def test_a_draft_goes_on_after_a_reload_and_is_gone_once_recorded(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    say = words.of("en")
    reader = open_window(fresh_server, language="en")
    page = reader.open("update", lang="en")
    file = example(reader, tmp_path)
    give(reader, file)
    page.wait_for_url(re.compile(r"[?&]draft=[0-9a-f]{32}"))
    reader.settle()
    page.get_by_text(say("Correct rows or leave them out")).click()
    reader.settle()
    page.locator("[class*=st-key-update_edit_drop_] button").first.click()
    expect(page.get_by_text("left out (no reason given)")).to_be_visible()
    page.get_by_placeholder(say("Reason (may stay empty)")).fill("not ours")
    page.keyboard.press("Enter")
    expect(page.get_by_text("left out (not ours)")).to_be_visible()
    # Another one by keyboard alone: its fields open at one press, Enter in the last one decides.
    page.locator("[class*=st-key-update_edit_open_] button").first.press("Enter")
    page.get_by_label(say("Value"), exact=True).fill("7.5")
    page.get_by_label(say("Reason (kept with the revision)")).last.fill("misprint")
    page.keyboard.press("Enter")
    expect(page.get_by_text("→ 7.5")).to_be_visible()
    reader.settle()
    shoot(reader, "update-with-a-row-left-out")

    page.reload()
    reader.settle()
    expect(page.locator(".st-key-update_given")).to_contain_text(file.name)
    expect(page.get_by_text("left out (not ours)")).to_be_visible()
    expect(page.get_by_text("→ 7.5")).to_be_visible()
    record(reader, say)
    expect(page).not_to_have_url(re.compile("draft="))
    assert list((fresh_server.data / "drafts").iterdir()) == []
    assert reader.elsewhere == []


def test_a_check_is_stopped_by_its_reader_and_its_child_is_gone(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    reader = open_window(fresh_server, language="en")
    page = reader.open("update", lang="en")
    file = tmp_path / "slow.csv"
    file.write_bytes(slow())
    page.locator("input[type=file]").set_input_files(file)
    stop = page.locator(".st-key-update_stop_1 button")
    expect(stop).to_be_visible()
    at_work = readers(fresh_server)
    assert at_work
    stop.click()
    expect(page.locator(".st-key-update_stop_1")).to_have_count(0)
    expect(page.locator(".st-key-update_given")).to_have_count(0)
    reader.settle()
    expect(page.locator("input[type=file]")).to_have_count(1)
    deadline = monotonic() + 60
    while at_work & readers(fresh_server) and monotonic() < deadline:
        sleep(0.1)
    assert not at_work & readers(fresh_server)
    assert not (fresh_server.data / "uploads").exists() or not list(
        (fresh_server.data / "uploads").glob("*.csv")
    )
