"""What is known of a worksheet's cells beside their values, and how references are read."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from plantrack.intake.cells import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, Merge, sheet_too_large
from plantrack.intake.findings import Finding

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
TRUE: Final = frozenset({"1", "true"})


@dataclass(slots=True)
class SheetMarks:
    """Rows and columns count from 0; `last_row` and `last_column` are counts."""

    last_row: int = 0
    last_column: int = 0
    cells: int = 0  # as many as are written, even several in one place
    formulas: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    percents: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    raised: dict[tuple[int, int], str] = field(default_factory=dict)  # texts with raised digits
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False  # the whole sheet


def too_large(sheets: Collection[SheetMarks]) -> Finding | None:
    """The spreadsheet reader reserves memory up to the last cell."""
    cells = sum(max(sheet.last_row * sheet.last_column, sheet.cells) for sheet in sheets)
    if cells <= MAX_CELLS and all(
        sheet.last_row <= MAX_ROWS and sheet.last_column <= MAX_COLUMNS for sheet in sheets
    ):
        return None
    return sheet_too_large()


def reach(reference: str) -> Merge:
    """Return the corners of "B2:D3"."""
    first, _, last = reference.partition(":")
    top, left = position(first)
    bottom, right = position(last or first)
    return (top, left, bottom, right)


def position(reference: str) -> tuple[int, int]:
    """Return row and column of "D7", from 0."""
    match = _REFERENCE.fullmatch(reference.upper())
    if match is None:
        raise ValueError(f"{reference!r} is not a cell")
    letters, digits = match.groups()
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, number - 1
