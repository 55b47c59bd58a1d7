"""A workbook being written: its formats, and how each sheet is headed, printed and told apart."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from plantrack import __version__
from plantrack.charts.palette import palette
from plantrack.exports.material import Material
from plantrack.intake.cells import MAX_CELL_LENGTH
from plantrack.intake.sheets_left_out import NOT_READ
from plantrack.intake.template_workbook import MADE
from plantrack.words import Say
from plantrack.words.letters import writable

COLOURS: Final = palette("light")
FONT: Final = "Arial"  # on every office computer, with full Vietnamese
FIRST_ROW: Final = 3  # of the table, below title, marker and a line of space
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TEXT: Final = {"font_name": FONT, "font_size": 10, "font_scheme": ""}  # of no theme: as named
_FOOTER: Final = 200  # characters of its left part: a footer has 255 with its marks
_A4: Final = 9


class Book:
    """The workbook of a material. Every text goes through `plain` before it is written."""

    def __init__(self, material: Material) -> None:
        self.material = material
        self.say: Say = material.say
        self._data = io.BytesIO()
        options = {**_OPTIONS, "default_format_properties": {**_TEXT}}  # which it changes
        self.writer = xlsxwriter.Workbook(self._data, options)
        self._formats: dict[tuple[tuple[str, object], ...], Format] = {}
        self.writer.set_properties(
            {
                "title": plain(material.deck.plan),
                "subject": plain(material.deck.target_set),
                "author": f"Plantrack {__version__}",
                "comments": plain(material.footer),
                "created": _made(material),
            }
        )

    def style(self, **looks: object) -> Format:
        """Return the format of these looks, the same one each time; text is at the top."""
        key = tuple(sorted(looks.items()))
        if key not in self._formats:
            self._formats[key] = self.writer.add_format({**_TEXT, "valign": "top", **looks})
        return self._formats[key]

    def figures_sheet(self, name: str) -> Worksheet:
        """Return a new sheet that is read back: its first row is the header."""
        sheet = self.writer.add_worksheet(name)
        self._printed(sheet, name)
        sheet.repeat_rows(0)
        return sheet

    def sheet(self, name: str, title: str) -> Worksheet:
        """Return a new sheet headed with its finding, and saying that it is not read back."""
        sheet = self.writer.add_worksheet(name)
        self._printed(sheet, name)
        sheet.write_string(0, 0, plain(title), self.style(bold=True, font_size=14))
        marker = self.say.text(NOT_READ)
        sheet.write_string(1, 0, marker, self.style(italic=True, font_color=COLOURS.muted))
        return sheet

    def closed(self) -> bytes:
        """Return the whole file; nothing can be written any more."""
        self.writer.close()
        return self._data.getvalue()

    def _printed(self, sheet: Worksheet, name: str) -> None:
        footer = plain(self.material.footer).replace("\n", " ")
        if len(footer) > _FOOTER:
            footer = footer[: _FOOTER - 1] + "…"
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_header(f"&L{_literal(name)}")
        sheet.set_footer(f"&L{_literal(footer)}&R&P / &N")
        sheet.hide_gridlines(1)


def _made(material: Material) -> datetime:
    """When the revision was made: a workbook carries its making, and no clock may."""
    return MADE if material.made is None else material.made.made_at


def _literal(text: str) -> str:
    """A header or footer reads "&" as a mark of its own."""
    return text.replace("&", "&&")


def plain(text: str) -> str:
    """Return a text as a cell can hold it: writable, and not longer than is read back.

    >>> plain("70,95\\x07")
    '70,95 '
    """
    kept = writable(text)
    return kept if len(kept) <= MAX_CELL_LENGTH else kept[: MAX_CELL_LENGTH - 1] + "…"
