"""XLSX, XLSM, ODS and XLS to cells, through python-calamine."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import python_calamine
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from plantrack.intake.cells import (
    EMPTY,
    MAX_CELL_LENGTH,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Cell,
    Kind,
    Sheet,
    Workbook,
    sheet_too_large,
)
from plantrack.intake.findings import Finding, Place, found
from plantrack.intake.old_workbook import check_old_workbook
from plantrack.intake.package import check_package
from plantrack.intake.package_marks import SheetMarks
from plantrack.intake.unheard import unheard

_FILE = Place()
_ERRORS = frozenset(
    ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA")
)
_DIGITS_SHOWN = 15  # of a number in a spreadsheet: 0.07000000000000001 is its 0.07
Value = int | float | str | bool | time | date | datetime | timedelta


def read_spreadsheet(data: bytes) -> Workbook | Finding:
    """Return the sheets of a zipped workbook; what calamine does not say comes from its XML."""
    package = check_package(data)
    if isinstance(package, Finding):
        return package

    def sheets(book: CalamineWorkbook) -> list[Sheet | Finding]:
        return [
            _sheet(book, number, marks)
            for number, about in enumerate(book.sheets_metadata)
            if (marks := package.marks.get(about.name)) is not None
        ]

    return _opened(data, sheets)


def read_old_spreadsheet(data: bytes) -> Workbook | Finding:
    """Return the sheets of an XLS workbook; what calamine does not say comes from its records."""
    old = check_old_workbook(data)
    if isinstance(old, Finding):
        return old

    def sheets(book: CalamineWorkbook) -> list[Sheet | Finding]:
        return [
            _sheet(book, number, marks, formats_known=old.formats_known)
            for number, marks in enumerate(old.marks)
            if marks is not None
        ]

    return _opened(old.content, sheets)


def _opened(
    data: bytes, sheets_of: Callable[[CalamineWorkbook], list[Sheet | Finding]]
) -> Workbook | Finding:
    try:
        with unheard(), python_calamine.load_workbook(io.BytesIO(data)) as book:
            sheets = sheets_of(book)
    except PasswordError:
        return found("file_encrypted", _FILE)
    except CalamineError:
        return found("file_damaged", _FILE)
    except BaseException as failure:
        # A damaged file can make the reader panic, which Python knows by this name only.
        if type(failure).__name__ != "PanicException":
            raise
        return found("file_damaged", _FILE)
    refusals = [one for one in sheets if isinstance(one, Finding)]
    return refusals[0] if refusals else Workbook(tuple(s for s in sheets if isinstance(s, Sheet)))


def _sheet(
    book: CalamineWorkbook, number: int, marks: SheetMarks, *, formats_known: bool = True
) -> Sheet | Finding:
    about = book.sheets_metadata[number]
    page = book.get_sheet_by_index(number)
    last_row, last_column = page.end or (0, 0)
    if last_row >= MAX_ROWS or last_column >= MAX_COLUMNS or last_row * last_column > MAX_CELLS:
        return sheet_too_large()
    rows, long = _rows(page.to_python(skip_empty_area=False), marks)
    for r, c in long:
        place = Place(about.name, r + 1, c, number)
        return found("cell_too_long", place, limit=Decimal(MAX_CELL_LENGTH))
    hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
    return Sheet(
        about.name,
        number,
        hidden or marks.hidden,
        rows,
        frozenset(marks.hidden_rows),
        frozenset(marks.hidden_columns),
        tuple(marks.merges),
        formats_known,
    )


def _rows(
    grid: list[list[Value]], marks: SheetMarks
) -> tuple[tuple[tuple[Cell, ...], ...], Iterator[tuple[int, int]]]:
    """Return the rows, and where texts longer than any label stand."""
    special = marks.formulas | marks.errors | marks.percents | marks.raised.keys()
    marked_rows = {row for row, _ in special}
    known = _KnownCells()
    rows = tuple(
        [
            tuple(
                [
                    _cell(value, (r, c), marks) if (r, c) in special else known[value]
                    for c, value in enumerate(values)
                ]
            )
            if r in marked_rows
            else tuple(map(known.__getitem__, values))
            for r, values in enumerate(grid)
        ]
    )
    looked_at = range(len(rows)) if known.long else sorted(marked_rows)
    return rows, _long_cells(rows, looked_at)


def _long_cells(
    rows: Sequence[Sequence[Cell]], looked_at: Iterable[int]
) -> Iterator[tuple[int, int]]:
    for r in looked_at:
        for c, cell in enumerate(rows[r] if r < len(rows) else ()):
            if len(cell.text) > MAX_CELL_LENGTH:
                yield r, c


class _KnownCells(dict[Value, Cell]):
    """Cells by their values, each made once: sheets say the same again and again."""

    long = False  # whether a text is longer than any label

    def __missing__(self, value: Value) -> Cell:
        if type(value) is float:
            cell = _number(value)
        else:
            cell = _plain(value)
            if len(cell.text) > MAX_CELL_LENGTH:
                self.long = True
        if value not in (0, 1):  # which are equal to False, True and minus nought
            self[value] = cell
        return cell


def _cell(value: Value, at: tuple[int, int], marks: SheetMarks) -> Cell:
    formula = at in marks.formulas
    if at in marks.errors or (formula and value == ""):
        return Cell(kind=Kind.ERROR, formula=formula)
    plain = _plain(marks.raised.get(at, value) if isinstance(value, str) else value)
    percent = at in marks.percents and plain.kind is Kind.NUMBER
    return Cell(plain.text, plain.kind, formula, percent) if formula or percent else plain


def _plain(value: Value) -> Cell:
    if isinstance(value, str):
        if value in _ERRORS:
            return Cell(kind=Kind.ERROR)
        text = value.strip()
        return Cell(text) if text else EMPTY
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        return _number(value)
    return Cell(value.isoformat() if isinstance(value, date) else str(value), Kind.DATE)


def _number(value: float) -> Cell:
    text = repr(value)
    if len(text) > _DIGITS_SHOWN or "e" in text:
        text = format(value, f".{_DIGITS_SHOWN}g")
        text = format(Decimal(text), "f") if "e" in text else text
    return Cell(text.removesuffix(".0"), Kind.NUMBER)
