"""Sheets of text cells with coordinates: what every reader of files hands on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from plantrack.intake.findings import Finding, Place, found

MAX_ROWS = 110_000
MAX_COLUMNS = 100
MAX_CELLS = 1_200_000  # of all sheets: a reader keeps every cell up to the last one
MAX_MERGES = 100_000
MAX_CELL_LENGTH = 2_000


class Kind(StrEnum):
    __hash__ = str.__hash__  # what is known of cells is looked up by it; an Enum's own is slow

    TEXT = "text"
    NUMBER = "number"  # a numeric cell: no decimal mark to mistake
    DATE = "date"
    ERROR = "error"


# Nothing changes a cell, but a frozen one takes four times as long to make. A reader hands on the
# same one where a file says the same again, so cells are told apart by what they are.
@dataclass(slots=True, eq=False)
class Cell:
    """`text` is stripped; a numeric cell's has a decimal point and no thousands marks."""

    text: str = ""
    kind: Kind = Kind.TEXT
    formula: bool = False
    percent: bool = False  # formatted as a percentage: 0.07 shows as 7 %

    @property
    def empty(self) -> bool:
        return not self.text and self.kind is not Kind.ERROR


EMPTY = Cell()


# First row, first column, last row, last column, from 0.
Merge = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`rows[r][c]` is the cell in row r + 1, column c; rows may differ in length."""

    name: str | None  # None for a text file
    number: int
    hidden: bool
    rows: tuple[tuple[Cell, ...], ...]
    hidden_rows: frozenset[int] = frozenset()  # from 0, as are columns
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    formats_known: bool = True  # False where a percentage is stored as its fraction, unmarked

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell by its numbers from 0; beyond the last one it is empty."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return EMPTY
        return self.rows[row][column]

    def place(self, row: int, column: int | None = None) -> Place:
        """Return where a cell (or a whole row) is, its numbers counted from 0."""
        return Place(self.name, row + 1, column, self.number)

    def cell_place(self, row: int, column: int) -> Place:
        """Return where a cell is, to be told by its letters and number."""
        return Place(self.name, row + 1, column, self.number, True)


@dataclass(frozen=True, slots=True)
class Workbook:
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()


def sheet_too_large() -> Finding:
    """Return what is said of a file with more than is read as a table."""
    return found("sheet_too_large", Place(), rows=Decimal(MAX_ROWS), columns=Decimal(MAX_COLUMNS))
