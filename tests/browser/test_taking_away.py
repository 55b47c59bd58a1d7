"""The whole way of an officer before a meeting: the statistics office's file in, slides out.

The files made on the way are kept in build/taken, to be looked at.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect
from pptx import Presentation

from plantrack import words
from plantrack.words import Say
from tests.browser.conftest import OpenWindow
from tests.browser.reading import PATIENCE, Reader
from tests.browser.serving import ROOT, Server
from tests.browser.test_journey import give, record

KEPT = ROOT / "build" / "taken"
FIGURES = (
    ("1. Tốc độ tăng trưởng GRDP", "%", 8.06, 9.2),
    ("2. GRDP bình quân đầu người", "Triệu đồng", 70.95, 80.5),
)


def of_the_statistics_office(folder: Path) -> Path:
    """A workbook as the office sends it; the values of 2026 are invented."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Biểu 1"
    for row in (
        ("CỤC THỐNG KÊ TỈNH LẠNG SƠN",),
        (),
        ("Một số chỉ tiêu kinh tế chủ yếu",),
        (),
        ("", "Đơn vị tính", "Ước 2025", "Ước 2026"),
        ("I. KINH TẾ",),
        *FIGURES,
    ):
        sheet.append(row)
    sheet.merge_cells("A3:D3")
    path = folder / "bieu-kinh-te-2026.xlsx"
    book.save(path)
    return path


def present(reader: Reader, language: str) -> None:
    """Start, look at the first slides, and come back."""
    page = reader.open("present", lang=language)
    page.locator("button.begin").click()
    place = page.locator("dialog .bar b")
    expect(place).to_contain_text("1 /")
    page.keyboard.press("PageDown")
    page.keyboard.press("PageDown")
    expect(place).to_contain_text("3 /")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def take(reader: Reader, say: Say, *kinds: str) -> list[Path]:
    """Ask for the files in one go, impatiently, and download each when it is there."""
    page = reader.page
    page.get_by_role("link", name=say("Take these slides as a file")).click()
    for kind in kinds:
        page.locator(f".st-key-export_make_{kind.replace('.', '-')} button").click()
    taken = []
    for kind in kinds:
        button = page.locator(f".st-key-export_take_{kind.replace('.', '-')} button")
        expect(button).to_be_visible(timeout=3 * PATIENCE)
        with page.expect_download() as download:
            button.click()
        taken.append(KEPT / download.value.suggested_filename)
        download.value.save_as(taken[-1])
    return taken


@pytest.mark.parametrize("language", ["vi"])
def test_from_the_office_s_file_to_slides_and_a_brief(
    fresh_server: Server, open_window: OpenWindow, tmp_path: Path, language: str
) -> None:
    say = words.of(language)
    file = of_the_statistics_office(tmp_path)
    reader = open_window(fresh_server, language=language)
    reader.open("update", lang=language)

    begun = time.monotonic()
    give(reader, file)
    record(reader, say)
    recorded = time.monotonic()
    present(reader, language)
    presented = time.monotonic()
    slides, brief = take(reader, say, "slides.pptx", "brief.pdf")
    ended = time.monotonic()

    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / "seconds.txt").write_text(
        f"file to revision {recorded - begun:.1f} s, slides shown {presented - recorded:.1f} s, "
        f"slides and brief taken {ended - presented:.1f} s, in all {ended - begun:.1f} s\n",
        "utf-8",
    )
    assert slides.stem.endswith(f"_{language}_r2")
    shown = " ".join(
        shape.text_frame.text
        for slide in Presentation(str(slides)).slides
        for shape in slide.shapes
        if shape.has_text_frame
    )
    read = subprocess.run(
        ["pdftotext", "-layout", str(brief), "-"], capture_output=True, text=True, check=True
    ).stdout
    required = ((150 / 80.5) ** (1 / 4) - 1) * 100  # from the figure just recorded to the target
    for text in (shown, read):
        assert say.percent(required, 1) in text
        assert say("Figures: revision {number}, {moment}", number=2, moment="").rstrip(", ") in text
    assert reader.elsewhere == []
