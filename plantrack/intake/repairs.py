"""Cells a reader puts right on the review, before the file is read again.

A row that is blocked has no figure to correct, so its cell is: the file is then read as if the
cell had said what was typed, and meets every check.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Final

from plantrack.intake.cells import EMPTY, MAX_CELL_LENGTH, Cell, Kind, Sheet, Workbook
from plantrack.intake.findings import Finding, found

_ASKED: Final = "cell:"
_CELL: Final = re.compile(r"(?:(?P<sheet>.*)!)?(?P<letters>[A-Z]{0,3})(?P<row>\d{1,7})", re.DOTALL)
REPAIRS: Final = frozenset({"cell_corrected", "cell_left_out"})  # findings that tell of one
_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?")


def as_answer(cell: str) -> str:
    """Return the id under which the text of a cell is given to the reader.

    >>> as_answer("Biểu 1!D7")
    'cell:Biểu 1!D7'
    """
    return f"{_ASKED}{cell}"


def parts_of(cell: str) -> tuple[str | None, int, int | None]:
    """Return the sheet, the row (from 1) and the column (from 0) of "Sheet!D7", "D7" or "7".

    Raises ValueError on anything else.

    >>> parts_of("Biểu 1!D7"), parts_of("7")
    (('Biểu 1', 7, 3), (None, 7, None))
    """
    match = _CELL.fullmatch(cell)
    if match is None:
        raise ValueError(f"{cell!r} is not a cell")
    column = -1
    for letter in match["letters"]:
        column = (column + 1) * 26 + ord(letter) - ord("A")
    return match["sheet"], int(match["row"]), column if column >= 0 else None


def repaired(workbook: Workbook, answers: Mapping[str, str]) -> Workbook:
    """Return the workbook with the cells the answers name as they are to be read.

    A text that is a number with a decimal point becomes a number cell; an empty one leaves the
    cell out. Every other cell, and one that is not in the file, stays as it is.
    """
    asked = {k.removeprefix(_ASKED): text for k, text in answers.items() if k.startswith(_ASKED)}
    texts = {cell: text for cell, text in asked.items() if _CELL.fullmatch(cell)}
    sheets, findings = list(workbook.sheets), list(workbook.findings)
    for cell, text in texts.items():
        sheet, row, column = parts_of(cell)
        index = next((i for i, one in enumerate(sheets) if one.name == sheet), None)
        if index is None or column is None:
            continue
        changed = _with_cell(sheets[index], row - 1, column, text.strip()[:MAX_CELL_LENGTH])
        if changed is not None:
            findings.append(_said(sheets[index], row - 1, column, text.strip()))
            sheets[index] = changed
    return replace(workbook, sheets=tuple(sheets), findings=tuple(findings)) if texts else workbook


def _with_cell(sheet: Sheet, row: int, column: int, text: str) -> Sheet | None:
    if not 0 <= row < len(sheet.rows) or column >= max(map(len, sheet.rows)):
        return None
    cells = list(sheet.rows[row])
    cells += [EMPTY] * (column + 1 - len(cells))
    cells[column] = Cell(text, Kind.NUMBER if _NUMBER.fullmatch(text) else Kind.TEXT)
    return replace(sheet, rows=(*sheet.rows[:row], tuple(cells), *sheet.rows[row + 1 :]))


def _said(sheet: Sheet, row: int, column: int, text: str) -> Finding:
    place = sheet.place(row, column)._replace(by_cell=True)
    read = sheet.cell(row, column).text
    if not text:
        return found("cell_left_out", place, read=read)
    return found("cell_corrected", place, read=read, recorded=written(text))


def written(text: str) -> str | Decimal:
    """Return a corrected cell as it is told: a number with decimals in the reader's own marks.

    >>> written("10.20"), written("2026"), written("Tỷ lệ đô thị hóa")
    (Decimal('10.20'), '2026', 'Tỷ lệ đô thị hóa')
    """
    return Decimal(text) if "." in text and _NUMBER.fullmatch(text) else text
