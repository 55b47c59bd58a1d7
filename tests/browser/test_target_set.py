"""A target set in a real browser: the example taken, a direction turned, seen, ticked, recorded."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from playwright.sync_api import expect

from plantrack import words
from tests.browser.conftest import OpenWindow
from tests.browser.reading import Reader, shoot
from tests.browser.serving import Server
from tests.browser.test_journey import give


def turned(reader: Reader, folder: Path) -> Path:
    """Download the example and turn the first "at least" into "at most"."""
    page = reader.page
    page.get_by_text(words.of("en")("A new target set instead")).click()
    reader.settle()
    with page.expect_download() as download:
        page.locator(".st-key-update_set_example_csv button").click()
    content = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content)))
    header = next(row for row in rows if "Form" in row)
    row = next(row for row in rows if "at least" in row)
    at = {name: header.index(name) for name in ("Form", "Low", "High", "Direction")}
    row[at["Form"]], row[at["Direction"]] = "at most", "less is better"
    row[at["High"]], row[at["Low"]] = row[at["Low"]], ""
    path = folder / "goals.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def test_a_turned_direction_is_seen_ticked_and_recorded_and_the_set_can_be_chosen(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path
) -> None:
    say = words.of("en")
    reader = open_window(fresh_server, language="en")
    page = reader.open("update", lang="en")
    give(reader, turned(reader, tmp_path))
    button = page.locator(".st-key-update_record_set button")
    expect(button).to_be_disabled()
    expect(page.get_by_text("to “reached”, because of the opposite direction")).to_be_visible()
    shoot(reader, "update-target-set")
    page.get_by_label("less is better").check(force=True)
    page.get_by_label(say("Your name")).fill("Trần Thị Lan")
    page.get_by_label(say("Your name")).press("Tab")
    reader.settle()
    expect(button).to_be_enabled()
    button.dblclick()
    expect(page.locator(".st-key-update_done")).to_contain_text(
        say("Recorded as revision {number}. Open pages follow by themselves.", number=2)
    )
    page.get_by_text(say("See it under the new target set")).click()
    chosen = page.get_by_role("combobox", name=say("Target set"))
    expect(chosen).to_have_value("Fictitious target set")
    expect(page.get_by_test_id("stAlertContentError")).to_have_count(0)
