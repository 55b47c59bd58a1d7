"""A page as the browser prints it: its sheets, their words and shades."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

import pypdfium2
from playwright.sync_api import Page


@dataclass(frozen=True)
class Sheet:
    """One sheet: its size in points, its words without spaces, how often each grey (0-255)."""

    width: float
    height: float
    words: str
    shades: list[int]


def printed(page: Page, path: Path) -> list[Sheet]:
    """Print what a window shows, on the sheets its style asks for."""
    page.pdf(path=path, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(path)
    sheets = [_sheet(document, number) for number in range(len(document))]
    document.close()
    return sheets


def _sheet(document: pypdfium2.PdfDocument, number: int) -> Sheet:
    sheet = document[number]
    width, height = sheet.get_size()
    words = sheet.get_textpage().get_text_bounded()
    picture = sheet.render(scale=1).to_pil().convert("L")
    return Sheet(width, height, tight(words), picture.histogram())


def tight(text: str) -> str:
    """Leave out spaces, and letters with a dot below, which are sometimes read twice."""
    seen = (one for one in text if not one.isspace())
    return "".join(one for one in seen if "\u0323" not in normalize("NFD", one))
