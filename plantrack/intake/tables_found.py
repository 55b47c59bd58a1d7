"""What was found on a sheet, for the screen: the table as it stands and how each cell was used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from plantrack.intake.cells import Cell, Sheet
from plantrack.words import Say, mark

MAX_SHOWN_ROWS: Final = 400
MAX_SHOWN_COLUMNS: Final = 60


class LayoutKind(StrEnum):
    LONG = "long"
    YEARS_AS_COLUMNS = "years_as_columns"
    YEARS_AS_ROWS = "years_as_rows"
    ONE_YEAR = "one_year"
    PLACES_AS_ROWS = "places_as_rows"


LAYOUTS: Final = {
    LayoutKind.LONG: mark("one figure a row"),
    LayoutKind.YEARS_AS_COLUMNS: mark("years as columns"),
    LayoutKind.YEARS_AS_ROWS: mark("years as rows"),
    LayoutKind.ONE_YEAR: mark("one year beside the labels"),
    LayoutKind.PLACES_AS_ROWS: mark("places as rows"),
}


class CellUse(StrEnum):
    LABEL = "label"
    YEAR = "year"
    VALUE = "value"
    UNIT = "unit"
    STATUS = "status"
    SERIES = "series"
    PLACE = "place"
    NOTE = "note"
    HEADER = "header"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class CellFound:
    """A cell that is not empty; rows count from 1 and columns from 0, as in findings."""

    row: int
    column: int
    text: str
    use: CellUse


@dataclass(frozen=True, slots=True)
class TableFound:
    """`id` names the table in answers; `clipped`: it has more cells than are shown.

    `decimal_mark` is None where every number is a number cell, or where it is still asked for.
    """

    id: str
    layout: LayoutKind
    sheet: str | None
    sheet_number: int
    title: str
    header_rows: tuple[int, ...]  # from 1
    first_row: int
    last_row: int
    decimal_mark: str | None
    figures: int  # figures read from it, before they were checked
    cells: tuple[CellFound, ...]
    clipped: bool


def layout_name(table: TableFound, say: Say) -> str:
    return say(LAYOUTS[table.layout])


def cells_found(
    sheet: Sheet, first: int, last: int, uses: Mapping[tuple[int, int], CellUse]
) -> tuple[tuple[CellFound, ...], bool]:
    """Return the cells of rows `first` to `last` (from 0), and whether some were left off."""
    rows = sheet.rows[first : min(last + 1, first + MAX_SHOWN_ROWS)]
    cells = tuple(_cells(rows, first, uses))
    clipped = last - first >= MAX_SHOWN_ROWS or any(len(row) > MAX_SHOWN_COLUMNS for row in rows)
    return cells, clipped


def _cells(
    rows: Iterable[tuple[Cell, ...]], first: int, uses: Mapping[tuple[int, int], CellUse]
) -> Iterable[CellFound]:
    for r, row in enumerate(rows, start=first):
        for c, cell in enumerate(row[:MAX_SHOWN_COLUMNS]):
            if not cell.empty:
                yield CellFound(r + 1, c, cell.text or "#", uses.get((r, c), CellUse.UNUSED))
