"""What a worksheet's XML says about its cells that the spreadsheet reader does not hand on."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field

from plantrack.intake.cells import MAX_COLUMNS, MAX_ROWS, Merge
from plantrack.intake.package_xml import attributes, local, parser_of

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_TRUE = frozenset({"1", "true"})
_PERCENT_FORMATS = frozenset({"9", "10"})  # built in: 0% and 0.00%


_DIGITS = "0123456789"


class OutsideLimits(Exception):
    """A cell lies where no table is read: the rest of the sheet need not be."""


@dataclass(slots=True)
class SheetMarks:
    """Rows and columns count from 0; `last_row` and `last_column` are counts."""

    last_row: int = 0
    last_column: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False  # the whole sheet


def percent_styles(styles: bytes) -> frozenset[str]:
    """Return the cell styles (indices as text) that show a number as a percentage."""
    formats: set[str] = set(_PERCENT_FORMATS)
    cell_styles: list[str] = []
    inside = False
    for name, item in attributes(styles, frozenset({"numFmt", "cellStyleXfs", "cellXfs", "xf"})):
        if name == "numFmt" and "%" in item.get("formatCode", ""):
            formats.add(item["numFmtId"])
        elif name == "cellXfs":
            inside = True
        elif name == "cellStyleXfs":
            inside = False
        elif name == "xf" and inside:
            cell_styles.append(item.get("numFmtId", "0"))
    return frozenset(str(i) for i, number in enumerate(cell_styles) if number in formats)


def sheet_marks(sheet: bytes, percents: frozenset[str]) -> SheetMarks:
    """Return the extent of a worksheet and its formula, error and percentage cells."""
    marks = SheetMarks()
    row, column = -1, -1
    letters_of: dict[str, int] = {}

    def start(name: str, values: dict[str, str]) -> None:
        nonlocal row, column
        element = name if ":" not in name else local(name)
        if element == "c":
            reference = values.get("r")
            if reference is None:
                column += 1
            else:
                letters = reference.rstrip(_DIGITS)
                known = letters_of.get(letters)
                if known is None or reference != f"{letters}{row + 1}":
                    row, known = _position(reference)
                    letters_of[letters] = known
                column = known
            if column >= marks.last_column:
                marks.last_column = column + 1
            if row >= marks.last_row:
                marks.last_row = row + 1
            if row > MAX_ROWS or column > MAX_COLUMNS:
                raise OutsideLimits
            if values.get("t") == "e":
                marks.errors.add((row, column))
            if values.get("s") in percents:
                marks.percents.add((row, column))
        elif element == "row":
            row, column = int(values.get("r", row + 2)) - 1, -1
            marks.last_row = max(marks.last_row, row + 1)
            if values.get("hidden") in _TRUE:
                marks.hidden_rows.add(row)
        elif element == "f":
            marks.formulas.add((row, column))
        elif element == "col" and values.get("hidden") in _TRUE:
            first, last = int(values["min"]) - 1, min(int(values["max"]), MAX_COLUMNS)
            marks.hidden_columns.update(range(first, last))
        elif element == "mergeCell":
            marks.merges.append(_range(values["ref"]))

    parser = parser_of(sheet)
    parser.StartElementHandler = start
    with suppress(OutsideLimits):  # what was counted so far is too much already
        parser.Parse(sheet, True)
    return marks


def _range(reference: str) -> Merge:
    """Return the corners of "B2:D3"."""
    first, _, last = reference.partition(":")
    top, left = _position(first)
    bottom, right = _position(last or first)
    return (top, left, bottom, right)


def _position(reference: str) -> tuple[int, int]:
    """Return row and column of "D7", from 0."""
    match = _REFERENCE.fullmatch(reference.upper())
    if match is None:
        raise ValueError(f"{reference!r} is not a cell")
    letters, digits = match.groups()
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, number - 1
