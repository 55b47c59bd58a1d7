"""The marks of a worksheet written as office programs write them, without visiting each element.

In well-formed XML without comments and CDATA a "<" begins a tag and stands nowhere else, so tags
can be counted and searched for as text. Every tag that matters must be accounted for by a pattern
that leaves nothing about it open; one that is not leaves the sheet to the parser.
"""

from __future__ import annotations

import re
from typing import Final

from plantrack.intake.cells import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS
from plantrack.intake.package_marks import TRUE, SheetMarks, position, reach
from plantrack.intake.package_rows import Extent, without_plain_rows

_LETTERS: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS: Final = b"0123456789"
_REFERENCE: Final = rb"[A-Z]{1,3}[1-9][0-9]{0,6}"
# Each gives nothing for an element that is written otherwise.
_CELL: Final = re.compile(
    rb'<c(?: r="(' + _REFERENCE + rb')"(?: (?:s|t|cm|vm|ph)="[A-Za-z0-9]*")*\s*/?>|[\s/>])'
)
_ROW: Final = re.compile(rb'<row(?: r="([1-9][0-9]{0,6})"[\s/>]|[\s/>])')
_MERGE: Final = re.compile(
    rb'<mergeCell(?: ref="(' + _REFERENCE + rb"(?::" + _REFERENCE + rb')?)"\s*/?>|[\s/>])'
)
_ANY_FORMULA: Final = re.compile(rb"<f[\s/>]")
_FORMULA: Final = re.compile(rb'<c r="(' + _REFERENCE + rb')"[^<>]*><f[\s/>]')
_ERROR: Final = re.compile(rb'<c r="(' + _REFERENCE + rb')"[^<>]*? t="e"')
_HIDDEN_ROW: Final = re.compile(rb'<row r="([0-9]+)"[^<>\']*?\shidden="([^"]*)"')
_ANY_COLUMN: Final = re.compile(rb"<col[\s/>]")
_COLUMN: Final = re.compile(rb'<col((?:\s+\w+="[^"<>&]*")*)\s*/?>')
_ATTRIBUTE: Final = re.compile(rb'(\w+)="([^"]*)"')
_WITH_PREFIX: Final = re.compile(rb":(?:c|row|f|col|mergeCell)[\s/>]")


def plain_marks(sheet: bytes, percents: frozenset[str]) -> SheetMarks | None:
    """Return the marks of a well-formed worksheet, None where only a parser can tell them."""
    marks = SheetMarks(cells=sheet.count(b"<c "), last_row=sheet.count(b"<row "))
    too_much = marks.cells > MAX_CELLS or marks.last_row > MAX_ROWS
    others, plain = (sheet, Extent()) if too_much else without_plain_rows(sheet, percents)
    if b"<!" in others or others.find(b"<?", 1) > 0 or _WITH_PREFIX.search(others):
        return None
    if too_much:
        return marks  # refused for it
    if others.count(b"<mergeCell ") > MAX_MERGES:
        marks.cells = MAX_CELLS + 1
        return marks  # refused for it
    merges = _MERGE.findall(others)
    if not (
        all(merges)
        and _extent(others, marks, plain)
        and _columns(others, marks)
        and _hidden_rows(others, marks)
        and _formulas(others, marks)
    ):
        return None
    if b't="e"' in others:
        marks.errors.update(map(_at, _ERROR.findall(others)))
    if percents:
        styles = "|".join(sorted(percents)).encode()
        shown = rb'<c r="(' + _REFERENCE + rb')"[^<>]*? s="(?:' + styles + rb')"'
        marks.percents.update(map(_at, re.findall(shown, others)))
    marks.merges.extend(reach(one.decode()) for one in merges)
    return marks


def _at(reference: bytes) -> tuple[int, int]:
    return position(reference.decode())


def _extent(sheet: bytes, marks: SheetMarks, plain: Extent) -> bool:
    """Note how far a sheet reaches, its plain rows among it."""
    cells, rows = _CELL.findall(sheet), _ROW.findall(sheet)
    if not (all(cells) and all(rows)):
        return False
    columns = {one.rstrip(_DIGITS) for one in cells}
    numbers = {*rows, *(one.lstrip(_LETTERS) for one in cells)}
    marks.last_column = max([plain.last_column, *(_at(one + b"1")[1] + 1 for one in columns)])
    marks.last_row = max([plain.last_row, *map(int, numbers)])
    return True


def _formulas(sheet: bytes, marks: SheetMarks) -> bool:
    count = len(_ANY_FORMULA.findall(sheet))
    if count:
        marks.formulas.update(map(_at, formulas := _FORMULA.findall(sheet)))
        return len(formulas) == count
    return True


def _columns(sheet: bytes, marks: SheetMarks) -> bool:
    columns = _COLUMN.findall(sheet)
    for written in columns:
        values = {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(written)}
        if values.get("hidden") in TRUE:
            if not (values.get("min", "").isdecimal() and values.get("max", "").isdecimal()):
                return False
            first, last = int(values["min"]) - 1, min(int(values["max"]), MAX_COLUMNS)
            marks.hidden_columns.update(range(first, last))
    return len(columns) == len(_ANY_COLUMN.findall(sheet))


def _hidden_rows(sheet: bytes, marks: SheetMarks) -> bool:
    """Note the hidden rows; every time the word is said it must be a row or a column saying it."""
    said = sheet.count(b"hidden")
    if not said:
        return True
    rows = _HIDDEN_ROW.findall(sheet)
    marks.hidden_rows.update(int(row) - 1 for row, hidden in rows if hidden.decode() in TRUE)
    return said == len(rows) + sum(b"hidden=" in one for one in _COLUMN.findall(sheet))
