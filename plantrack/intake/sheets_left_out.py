"""Sheets that say of themselves that they are not read: those of a workbook this program made.

The workbook that leaves holds the figures once as the template has them, and around them what is
computed from them. A sheet of the second kind carries `NOT_READ` above its table, so that none of
its numbers is taken for a figure or for a target.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from plantrack.intake.cells import Sheet, Workbook
from plantrack.intake.findings import Place, found
from plantrack.intake.matching import folded
from plantrack.model import Text

# Not a message of the catalogue: a reader of files must know both languages at once.
NOT_READ: Final = Text(
    "Trang này không được đọc khi cập nhật số liệu", "This sheet is not read as figures"
)
_WORDS: Final = frozenset((folded(NOT_READ.vi), folded(NOT_READ.en)))
_WITHIN: Final = 5  # rows


def without_sheets_left_out(workbook: Workbook) -> Workbook:
    """Return the workbook without such sheets, and with a finding that names them."""
    kept = tuple(sheet for sheet in workbook.sheets if not _says_so(sheet))
    if len(kept) == len(workbook.sheets):
        return workbook
    names = tuple(sheet.name for sheet in workbook.sheets if sheet.name and sheet not in kept)
    finding = found("sheets_left_out", Place(), sheets=names)
    return replace(workbook, sheets=kept, findings=(*workbook.findings, finding))


def _says_so(sheet: Sheet) -> bool:
    """A text file has no sheets: whoever made it meant it to be read."""
    if sheet.name is None:
        return False
    cells = (cell.text for row in sheet.rows[:_WITHIN] for cell in row[:1])
    return any(folded(text) in _WORDS for text in cells)
