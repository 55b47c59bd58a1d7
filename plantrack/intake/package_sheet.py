"""What a worksheet's XML says about its cells that the spreadsheet reader does not hand on."""

from __future__ import annotations

from contextlib import suppress

from plantrack.intake.cells import MAX_CELLS, MAX_COLUMNS, MAX_MERGES, MAX_ROWS
from plantrack.intake.number_formats import BUILT_IN_PERCENT, shows_percent
from plantrack.intake.package_marks import TRUE, SheetMarks, position, reach
from plantrack.intake.package_plain import plain_marks
from plantrack.intake.package_xml import attributes, local, parser_of

_DIGITS = "0123456789"
_MAX_STYLES = 200_000  # a workbook has 65,490 cell formats at most, on as many named styles


class OutsideLimits(Exception):
    """A cell lies where no table is read, or is one too many: the rest need not be looked at."""


def percent_styles(styles: bytes) -> frozenset[str]:
    """Return the cell styles (indices as text) that show a number as a percentage.

    Raises ValueError where there are more than any office program writes.
    """
    if styles.count(b"<xf") > _MAX_STYLES:
        raise ValueError("more cell formats than a workbook can have")
    formats: set[str] = set(map(str, BUILT_IN_PERCENT))
    cell_styles: list[str] = []
    inside = False
    for name, item in attributes(styles, frozenset({"numFmt", "cellStyleXfs", "cellXfs", "xf"})):
        if name == "numFmt" and shows_percent(item.get("formatCode", "")):
            formats.add(item["numFmtId"])
        elif name == "cellXfs":
            inside = True
        elif name == "cellStyleXfs":
            inside = False
        elif name == "xf" and inside:
            cell_styles.append(item.get("numFmtId", "0"))
    return frozenset(str(i) for i, number in enumerate(cell_styles) if number in formats)


def sheet_marks(sheet: bytes, percents: frozenset[str]) -> SheetMarks:
    """Return the extent of a well-formed worksheet and its formula, error and percentage cells."""
    return plain_marks(sheet, percents) or parsed_marks(sheet, percents)


def parsed_marks(sheet: bytes, percents: frozenset[str]) -> SheetMarks:
    """Return the same, however the worksheet is written."""
    marks = SheetMarks()
    row, column, rows = -1, -1, 0
    letters_of: dict[str, int] = {}

    def start(name: str, values: dict[str, str]) -> None:
        nonlocal row, column, rows
        element = name if ":" not in name else local(name)
        if element == "c":
            reference = values.get("r")
            if reference is None:
                column += 1
            else:
                letters = reference.rstrip(_DIGITS)
                known = letters_of.get(letters)
                if known is None or reference != f"{letters}{row + 1}":
                    row, known = position(reference)
                    letters_of[letters] = known
                column = known
            if column >= marks.last_column:
                marks.last_column = column + 1
            if row >= marks.last_row:
                marks.last_row = row + 1
            marks.cells += 1
            if row > MAX_ROWS or column > MAX_COLUMNS or marks.cells > MAX_CELLS:
                raise OutsideLimits
            if values.get("t") == "e":
                marks.errors.add((row, column))
            if values.get("s") in percents:
                marks.percents.add((row, column))
        elif element == "row":
            row, column = int(values.get("r", row + 2)) - 1, -1
            rows += 1
            marks.last_row = max(marks.last_row, row + 1, rows if rows > MAX_ROWS else 0)
            if marks.last_row > MAX_ROWS:
                raise OutsideLimits
            if values.get("hidden") in TRUE:
                marks.hidden_rows.add(row)
        elif element == "f":
            marks.formulas.add((row, column))
        elif element == "col" and values.get("hidden") in TRUE:
            first, last = int(values["min"]) - 1, min(int(values["max"]), MAX_COLUMNS)
            marks.hidden_columns.update(range(first, last))
        elif element == "mergeCell":
            marks.merges.append(reach(values["ref"]))
            if len(marks.merges) > MAX_MERGES:
                marks.cells = MAX_CELLS + 1
                raise OutsideLimits

    parser = parser_of(sheet)
    parser.StartElementHandler = start
    with suppress(OutsideLimits):  # what was counted so far is too much already
        parser.Parse(sheet, True)
    return marks
