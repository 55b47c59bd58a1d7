"""What an ODS content part says about its cells that the spreadsheet reader does not hand on."""

from __future__ import annotations

import re

from plantrack.intake.cells import MAX_COLUMNS, MAX_ROWS
from plantrack.intake.package_marks import SheetMarks
from plantrack.intake.package_xml import local, parser_of
from plantrack.intake.raised import raised

_CELLS = frozenset({"table-cell", "covered-table-cell"})
_RAISED = re.compile(r"super|0*[1-9][0-9]*%")  # "33% 58%": a third higher, and smaller
_HIDDEN = frozenset({"collapse", "filter"})
# Office programs fill a sheet to its edges with empty repeated cells, which are not its size.
_REPEATED_AT_MOST = 100_000_000


def ods_marks(content: bytes) -> dict[str, SheetMarks]:
    """Return the marks of each sheet by its name."""
    scan = _Scan()
    parser = parser_of(content)
    parser.StartElementHandler = scan.start
    parser.EndElementHandler = scan.end
    if b"text-position" in content:
        parser.CharacterDataHandler = scan.letters
    parser.Parse(content, True)
    return scan.sheets


class _Scan:
    def __init__(self) -> None:
        self.sheets: dict[str, SheetMarks] = {}
        self._hidden_styles: set[str] = set()
        self._raised_styles: set[str] = set()
        self._at = (0, 0)
        self._text: list[str] = []
        self._raised = self._any_raised = False
        self._style = ""
        self._sheet: SheetMarks | None = None
        self._row = self._column = self._repeated = self._header_column = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if not attributes and name.endswith("table-cell"):
            self._column += 1  # an empty cell, of which there may be very many
            return
        element = local(name)
        values = {local(key): value for key, value in attributes.items()}
        if element == "style":
            self._style = values.get("name", "")
        elif element == "table-properties" and values.get("display") == "false":
            self._hidden_styles.add(self._style)
        elif element == "text-properties":
            if _RAISED.match(values.get("text-position", "")):
                self._raised_styles.add(self._style)
        elif element == "table":
            self._sheet = SheetMarks(hidden=values.get("style-name") in self._hidden_styles)
            self.sheets[values["name"]] = self._sheet
            self._row = self._header_column = 0
        elif self._sheet is None:
            return
        elif element == "table-column":
            self._table_column(self._sheet, values)
        elif element == "table-row":
            self._column, self._repeated = 0, _times(values, "number-rows-repeated")
            if values.get("visibility") in _HIDDEN:
                last = min(self._row + self._repeated, MAX_ROWS)
                self._sheet.hidden_rows.update(range(self._row, last))
        elif element in _CELLS:
            self._at, self._text, self._any_raised = (self._row, self._column), [], False
            self._cell(self._sheet, values)
        elif element == "span":
            self._raised = values.get("style-name") in self._raised_styles
        elif element == "s":
            self._text.append(" ")

    def letters(self, text: str) -> None:
        written = raised(text) if self._raised else text
        self._any_raised = self._any_raised or written != text
        self._text.append(written)

    def end(self, name: str) -> None:
        element = local(name)
        if element == "span":
            self._raised = False
        elif element in _CELLS and self._any_raised and self._sheet is not None:
            self._sheet.raised[self._at] = "".join(self._text)
            self._any_raised = False
        elif element == "table-row":
            self._row += self._repeated
        elif element == "table":
            self._sheet = None

    def _table_column(self, sheet: SheetMarks, values: dict[str, str]) -> None:
        first = self._header_column
        self._header_column += _times(values, "number-columns-repeated")
        if values.get("visibility") in _HIDDEN:
            sheet.hidden_columns.update(range(first, min(self._header_column, MAX_COLUMNS)))

    def _cell(self, sheet: SheetMarks, values: dict[str, str]) -> None:
        at, kind = (self._row, self._column), values.get("value-type")
        self._column += _times(values, "number-columns-repeated")
        if kind is None and "formula" not in values:
            return
        sheet.last_row = max(sheet.last_row, self._row + self._repeated)
        sheet.last_column = max(sheet.last_column, self._column)
        if sheet.last_row > MAX_ROWS or sheet.last_column > MAX_COLUMNS:
            return  # refused for it
        for row in range(at[0], at[0] + self._repeated):
            for column in range(at[1], self._column):
                self._mark(sheet, (row, column), kind, values)
        down = _times(values, "number-rows-spanned")
        across = _times(values, "number-columns-spanned")
        if down > 1 or across > 1:
            sheet.merges.append((at[0], at[1], at[0] + down - 1, at[1] + across - 1))

    def _mark(
        self, sheet: SheetMarks, at: tuple[int, int], kind: str | None, values: dict[str, str]
    ) -> None:
        if "formula" in values:
            sheet.formulas.add(at)
        if kind == "percentage":
            sheet.percents.add(at)
        elif kind == "error" or (kind is None and "formula" in values):
            sheet.errors.add(at)


def _times(values: dict[str, str], name: str) -> int:
    times = int(values.get(name, "1"))
    if not 1 <= times <= _REPEATED_AT_MOST:
        raise ValueError(f"{name} {times}")
    return times
