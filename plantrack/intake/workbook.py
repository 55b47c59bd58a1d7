"""Bytes to sheets of cells: which kind of file it is, and whether its name agrees."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import PurePath

import python_calamine

from plantrack.intake.cells import EMPTY, MAX_CELL_LENGTH, Cell, Kind, Sheet, Workbook
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.package import check_package
from plantrack.intake.package_sheet import SheetMarks
from plantrack.intake.text_table import read_text_table

MAX_BYTES = 20 * 2**20
_FILE = Place()
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf", b"<!DOCTYPE", b"<html", b"<?xml")
_TEXT_NAMES = (".csv", ".tsv", ".txt")
Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(data: bytes, filename: str) -> Workbook | Finding:
    """Return the sheets of a file, or the one finding that says why it cannot be read."""
    extension = PurePath(filename).suffix.lower()
    refusal = _refusal(data, extension)
    if refusal is not None:
        return refusal
    return _read_xlsx(data) if data.startswith(_ZIP) else read_text_table(data)


def _refusal(data: bytes, extension: str) -> Finding | None:
    if not data.strip():
        return found("empty_file", _FILE)
    if len(data) > MAX_BYTES:
        return found("file_too_large", _FILE, limit=Decimal(MAX_BYTES // 2**20))
    if data.startswith(_OLE):
        return found("file_encrypted" if _ENCRYPTED in data else "old_workbook", _FILE)
    is_zip, is_other = data.startswith(_ZIP), data.lstrip().startswith(_OTHER_KINDS)
    if extension in _TEXT_NAMES:
        matches = not is_zip and not is_other
    elif extension == ".xlsx":
        matches = is_zip
    else:
        return found("unknown_kind", _FILE)
    return None if matches else found("not_what_its_name_says", _FILE, extension=extension)


def _read_xlsx(data: bytes) -> Workbook | Finding:
    package = check_package(data)
    if isinstance(package, Finding):
        return package
    try:
        with python_calamine.load_workbook(io.BytesIO(data)) as book:
            sheets = [
                _sheet(book, number, marks)
                for number, about in enumerate(book.sheets_metadata)
                if (marks := package.marks.get(about.name)) is not None
            ]
    except python_calamine.CalamineError:
        return found("file_damaged", _FILE)
    refusals = [one for one in sheets if isinstance(one, Finding)]
    return refusals[0] if refusals else Workbook(tuple(s for s in sheets if isinstance(s, Sheet)))


def _sheet(
    book: python_calamine.CalamineWorkbook, number: int, marks: SheetMarks
) -> Sheet | Finding:
    about = book.sheets_metadata[number]
    grid = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
    marked = marks.formulas | marks.errors  # these may look empty
    rows = tuple(
        tuple(
            EMPTY if value == "" and (r, c) not in marked else _cell(value, (r, c), marks)
            for c, value in enumerate(values)
        )
        for r, values in enumerate(grid)
    )
    for r, cells in enumerate(rows, start=1):
        if sum(len(cell.text) for cell in cells) <= MAX_CELL_LENGTH:
            continue
        for c, cell in enumerate(cells):
            if len(cell.text) > MAX_CELL_LENGTH:
                place = Place(about.name, r, c, number)
                return found("cell_too_long", place, limit=Decimal(MAX_CELL_LENGTH))
    hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
    return Sheet(about.name, number, hidden, rows)


def _cell(value: Value, at: tuple[int, int], marks: SheetMarks) -> Cell:
    formula = at in marks.formulas
    if at in marks.errors or (formula and value == ""):
        return Cell(kind=Kind.ERROR, formula=formula)
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", formula=formula)
    if isinstance(value, int | float):
        # Fifteen digits are what a spreadsheet shows: 0.07000000000000001 is its 0.07.
        text = format(Decimal(format(value, ".15g")), "f")
        return Cell(text, Kind.NUMBER, formula, percent=at in marks.percents)
    if isinstance(value, str):
        return Cell(value.strip(), formula=formula)
    return Cell(value.isoformat() if isinstance(value, date) else str(value), Kind.DATE, formula)
