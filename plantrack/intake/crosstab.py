"""Tables with years or places along an edge: where they stand on a sheet.

The header is searched for by what it says (years, label words), the body by its numbers. Nothing
is read here: columns and rows are only told apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from plantrack.intake.cells import Cell, Kind, Sheet
from plantrack.intake.crosstab_header import (
    HEADER_ROWS,
    LABEL_WORDS,
    header_rows,
    is_value,
    may_be_meant,
)
from plantrack.intake.decimal_marks import looks_like_number
from plantrack.intake.headings import read_heading
from plantrack.intake.matching import folded
from plantrack.intake.places import PLACE_WORDS

LOOK_AHEAD: Final = 15  # rows between a header and the first number under it
_TITLE_ROWS: Final = 8
_YEAR_WORDS: Final = frozenset(("nam", "year", "years"))


@dataclass(frozen=True)
class Block:
    """One table on a sheet; rows and columns from 0, `last` inclusive.

    `labels_end`: the first column of values. `years_down`: years stand in the first column.
    """

    sheet: Sheet
    first_title: int
    header: range
    last: int
    labels_end: int
    years_down: bool

    @property
    def body(self) -> range:
        return range(self.header.stop, self.last + 1)

    @cached_property
    def width(self) -> int:
        rows = self.sheet.rows[self.header.start : self.last + 1]
        return max((len(row) for row in rows), default=0)

    @property
    def title_cells(self) -> Iterator[tuple[int, int, Cell]]:
        """The texts above the header."""
        for r in range(self.first_title, self.header.start):
            for c, cell in enumerate(self.sheet.rows[r]):
                if cell.kind is Kind.TEXT and cell.text:
                    yield r, c, cell


def find_blocks(sheet: Sheet) -> tuple[Block, ...]:
    """Return the tables of a sheet from top to bottom."""
    blocks: list[Block] = []
    row, free = 0, 0  # `free`: the first row no earlier table has
    while row < len(sheet.rows):
        start = _start(sheet, row)
        if start is None:
            row += 1
            continue
        labels_end, years_down = start
        header = header_rows(sheet, row, labels_end, free, years_down)
        last = _last(sheet, header, labels_end)
        title = max(free, header.start - _TITLE_ROWS)
        blocks.append(Block(sheet, title, header, last, labels_end, years_down))
        row = free = last + 1
    return tuple(blocks)


def _start(sheet: Sheet, r: int) -> tuple[int, bool] | None:
    """Return where values begin and whether years stand in rows, if a header starts here."""
    row = sheet.rows[r]
    filled = [c for c, cell in enumerate(row) if not cell.empty]
    if not filled:
        return None
    headings = [c for c in filled if read_heading(row[c]) is not None]
    if (
        headings
        and headings[0] > 0
        and not any(_number(row[c]) for c in filled if c not in headings)
    ):
        first = _first_below(sheet, r, headings[0])
        meant = _numbers_below(sheet, r, headings) or _meant_below(sheet, r, headings)
        return (first, False) if meant else None
    if headings and headings[0] == filled[0]:
        first = headings[0] + 1
        above = sheet.rows[r - 1] if r else ()
        named = any(
            c < len(above) and above[c].kind is Kind.TEXT and above[c].text for c in filled[1:]
        )
        return (first, True) if named and any(is_value(row[c]) for c in filled[1:]) else None
    words = {c: folded(row[c].text) for c in filled}
    label = next((c for c in filled if words[c] in LABEL_WORDS | PLACE_WORDS), None)
    if label is None or len(filled) < 2 or any(_number(row[c]) for c in filled):
        return None
    if words[label] in _YEAR_WORDS and _years_below(sheet, r, label):
        return None  # they tell more
    values = [c for c in filled if c > label and _numbers_below(sheet, r, [c])]
    return (values[0], False) if values else None


def _years_below(sheet: Sheet, r: int, label: int) -> bool:
    """Whether rows begin with years right below a header, or below the other rows of it."""
    below = range(r + 1, min(r + HEADER_ROWS, len(sheet.rows)))
    first = next((b for b in below if not sheet.cell(b, label).empty), None)
    return first is not None and begins_with_year(sheet, first)


def _first_below(sheet: Sheet, r: int, first: int) -> int:
    """Return the first column of values: the rows of a header below this one may begin before."""
    for below in range(r + 1, min(r + HEADER_ROWS, len(sheet.rows))):
        row = sheet.rows[below]
        named = next((c for c, cell in enumerate(row) if not cell.empty), None)
        if named is None or named == 0 or read_heading(row[named]) is None:
            break
        first = min(first, named)
    return first


def _number(cell: Cell) -> bool:
    return cell.kind is Kind.NUMBER or (cell.kind is Kind.TEXT and looks_like_number(cell.text))


def _numbers_below(sheet: Sheet, r: int, columns: list[int]) -> bool:
    """Whether a figure beside a label stands under one of the columns."""
    for below in range(r + 1, min(r + 1 + LOOK_AHEAD, len(sheet.rows))):
        cells = sheet.rows[below]
        labelled = any(cell.kind is Kind.TEXT and cell.text for cell in cells[: columns[0]])
        if labelled and any(is_value(sheet.cell(below, c)) for c in columns):
            return True
    return False


def _meant_below(sheet: Sheet, r: int, columns: list[int]) -> bool:
    """Whether the row under a header has a label and what may be meant as a figure."""
    if r + 1 >= len(sheet.rows):
        return False
    row = sheet.rows[r + 1]
    labelled = any(cell.kind is Kind.TEXT and cell.text for cell in row[: columns[0]])
    meant = [cell for c in columns if not (cell := sheet.cell(r + 1, c)).empty]
    return labelled and any(may_be_meant(cell) and read_heading(cell) is None for cell in meant)


def _last(sheet: Sheet, header: range, labels_end: int) -> int:
    """Return the last row with a figure before the next header."""
    first_label = {folded(cell.text) for cell in sheet.rows[header.stop - 1][:labels_end]}
    words = LABEL_WORDS | PLACE_WORDS | (first_label - {""})
    stop = len(sheet.rows)
    beside = [row[:labels_end] for row in sheet.rows[header.stop :]]
    labels = {cell for cell in set(chain.from_iterable(beside)) if cell.text}
    heads = {cell for cell in labels if folded(cell.text) in words}
    for r, cells in enumerate(beside, start=header.stop):
        again = labels.isdisjoint(cells) or not heads.isdisjoint(cells)
        if again and _start(sheet, r) is not None and not begins_with_year(sheet, r):
            stop = r
            break
    last = stop - 1
    while last >= header.stop and not any(map(is_value, sheet.rows[last][labels_end:])):
        last -= 1
    for r in range(last + 1, stop):
        row = sheet.rows[r]
        if all(cell.empty for cell in row):
            break  # what is written below a blank row is no part of the table
        labelled = any(cell.text for cell in row[:labels_end])
        if labelled and any(map(may_be_meant, row[labels_end:])):
            last = r
    return last


def begins_with_year(sheet: Sheet, r: int) -> bool:
    """Whether a row begins with a year, as the rows of a table with years down its side do."""
    first = next((cell for cell in sheet.rows[r] if not cell.empty), None)
    return first is not None and read_heading(first) is not None
