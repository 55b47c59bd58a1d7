"""The whole journey of an official, in a real browser: look, update, be followed, take it back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from plantrack import words
from plantrack.words import Say
from tests.browser.conftest import OpenWindow
from tests.browser.reading import KEPT, Reader, shoot
from tests.browser.serving import Server
from tests.conftest import LONG

ORIGIN = (
    ("Title of the publication", "Niên giám thống kê (thử)"),
    ("Who published it", "Cục Thống kê"),
    ("Date of publication", "05/01/2027"),
    ("Your name", "Trần Thị Lan, Sở Tài chính"),
)


def identity(page: Page) -> Locator:
    return page.locator(".st-key-frame_identity")


def targets(page: Page) -> Locator:
    """The rows of the overview's table."""
    return page.locator("table.shown").last.locator("tbody tr")


def expect_same(rows: Locator, before: list[str]) -> None:
    expect(rows).to_have_text(before, use_inner_text=True)


def expect_other(rows: Locator, before: list[str]) -> None:
    """Some row of the same table says something else."""
    expect(rows).to_have_count(len(before))
    expect(rows.first).not_to_have_text(before[0], use_inner_text=True)


def example(reader: Reader, folder: Path) -> Path:
    """Download the example as CSV, as a reader would."""
    with reader.page.expect_download() as download:
        reader.page.locator(".st-key-update_example_fictitious_csv button").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def give(reader: Reader, file: Path) -> None:
    reader.page.locator("input[type=file]").set_input_files(file)
    expect(reader.page.locator(".st-key-update_given")).to_contain_text(file.name)
    reader.settle()


def state_origin(page: Page, say: Say) -> None:
    fields = {
        "Title of the publication": say("Title of the publication"),
        "Who published it": say("Who published it"),
        "Date of publication": say("Date of publication"),
        "Your name": say("Your name"),
    }
    for name, text in ORIGIN:
        page.get_by_label(fields[name]).fill(text)


def record(reader: Reader, say: Say) -> None:
    """Record for real, impatiently: the last field is left by the press itself, made twice."""
    page = reader.page
    page.get_by_text(say("Record in the ledger"), exact=True).click()
    state_origin(page, say)
    page.locator(".st-key-update_record button").dblclick()
    expect(page.locator(".st-key-update_done")).to_contain_text(
        say("Recorded as revision {number}. Open pages follow by themselves.", number=2)
    )
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)


def withdraw(reader: Reader, say: Say, reason: str) -> None:
    page = reader.page
    page.locator(".st-key-history_withdraw_2 button").click()
    page.get_by_label(say("Reason"), exact=True).fill(reason)
    page.locator(".st-key-history_confirm button").click()
    expect(page.get_by_test_id("stAlertContentSuccess")).to_be_visible()


@pytest.mark.parametrize("language", ["vi"] + ["en"] * (LONG or KEPT))
def test_look_update_be_followed_and_take_it_back(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path, language: str
) -> None:
    say = words.of(language)
    reader = open_window(fresh_server, language=language)
    page = reader.open("overview", lang=language)
    expect(targets(page).last).to_be_visible()
    before = targets(page).all_inner_texts()

    # One target, and how its standing was computed.
    page.locator("table.shown tbody a").first.click()
    page.wait_for_url(re.compile(r"/target\?.*target="))
    reader.settle()
    page.get_by_text(say("How this was computed")).first.click()
    expect(page.get_by_text("÷").first).to_be_visible()

    # The example, tried on a copy: the ledger is not touched.
    page.get_by_role("link", name=say("Update figures")).click()
    page.wait_for_url(re.compile(r"/update\?"))
    reader.settle()
    file = example(reader, tmp_path)
    give(reader, file)
    expect(page.get_by_text(say("Standings that would change")).first).to_be_attached()
    expect_other(targets(page), before)
    shoot(reader, "update-on-a-copy")
    following = open_window(fresh_server, language=language)
    overview = following.open("overview", lang=language)
    revision = identity(page).inner_text()
    assert identity(overview).inner_text() == revision
    expect_same(targets(overview), before)

    # For real: the other window follows by itself.
    record(reader, say)
    expect(identity(overview)).not_to_have_text(revision)
    expect_other(targets(overview), before)

    # Back again: what stands is as it was, and both revisions stay in the history.
    done = page.locator(".st-key-update_done")
    done.get_by_role("link", name=say("See what changed, or withdraw it")).click()
    page.wait_for_url(re.compile(r"/history\?"))
    reader.settle()
    changed = identity(overview).inner_text()
    withdraw(reader, say, "Số liệu giả định, chỉ để thử")
    expect(identity(overview)).not_to_have_text(changed)
    expect_same(targets(overview), before)
    assert reader.elsewhere == []
