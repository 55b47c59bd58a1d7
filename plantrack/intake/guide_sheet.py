"""The sheet of a template that explains how to fill it in, in both languages, Vietnamese first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format

from plantrack import words
from plantrack.model import LANGUAGES
from plantrack.words import Say

GUIDE_SHEET: Final = "Hướng dẫn - Guide"

Lines = Callable[[Say], Iterable[tuple[str, str]]]


def write_guide(
    book: xlsxwriter.Workbook, head: Format, title: str, lines: Lines, *, widths: tuple[int, int]
) -> None:
    """Write a marked title and, for each line, what is explained (or nothing) and its meaning."""
    sheet = book.add_worksheet(GUIDE_SHEET)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    at = 0
    for language in LANGUAGES:
        say = words.of(language)
        sheet.write_string(at, 0, say(title), head)
        told = list(lines(say))
        for line, (term, meaning) in enumerate(told, start=at + 1):
            if term:
                sheet.write_string(line, 0, term)
            sheet.write_string(line, 1, meaning)
        at += len(told) + 2
